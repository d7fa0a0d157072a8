"""Words of documents that the database keeps."""

from enum import StrEnum


class DocumentKind(StrEnum):
    """What papers are made from templates; each has its fields in `mentoring/papers/templates/kinds`."""

    ORDER_REGULATION = "order_regulation"
    ORDER_PAIRS = "order_pairs"
    ORDER_PAIRS_CHANGE = "order_pairs_change"
    ORDER_PAIRS_END = "order_pairs_end"
    CONSENT_PD_MENTOR = "consent_pd_mentor"
    CONSENT_PD_MENTEE = "consent_pd_mentee"
    CONSENT_MENTOR_351_8 = "consent_mentor_351_8"
    CONSENT_MENTEE_JOIN = "consent_mentee_join"
    REFUSAL_MENTOR = "refusal_mentor"
    AGREEMENTS_LIST = "agreements_list"
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
    YEAR_REPORT = "year_report"
    YEAR_REPORT_PUBLIC = "year_report_public"  # nobody is named in it
