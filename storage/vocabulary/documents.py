"""Words of documents that the database keeps."""

from enum import StrEnum


class DocumentKind(StrEnum):
    """What papers are made from templates; each has its fields in `mentoring/papers/templates/kinds`."""

    ORDER_REGULATION = "order_regulation"
    PROGRAMME = "programme"  # of a pair
    PROGRAMME_REPORT = "programme_report"
    PROTOCOL_SESSION = "protocol_session"  # of an event
    PROTOCOL_ROUND_TABLE = "protocol_round_table"
    REGISTRATION_SHEET = "registration_sheet"
    OBSERVATION_SHEET = "observation_sheet"  # of a lesson, for one's own use
    THANKS_MENTOR = "thanks_mentor"
    CERTIFICATE_MENTOR = "certificate_mentor"
    CERTIFICATE_MENTEE = "certificate_mentee"
    PORTFOLIO_MENTOR = "portfolio_mentor"
    ACT_DESTRUCTION = "act_destruction"
    WITHDRAWAL_PD = "withdrawal_pd"
    CONSENT_PUBLICATION = "consent_publication"
