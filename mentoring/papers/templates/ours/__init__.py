"""Our own template of every kind, built by code: a school downloads it, edits it, sends it back."""

from collections.abc import Callable, Mapping

from mentoring.papers.templates.ours.act_destruction import act_destruction
from mentoring.papers.templates.ours.agreements_list import agreements_list
from mentoring.papers.templates.ours.consent_pd import consent_pd
from mentoring.papers.templates.ours.honours import certificate_mentee, certificate_mentor, thanks_mentor
from mentoring.papers.templates.ours.observation_sheet import observation_sheet
from mentoring.papers.templates.ours.of_event import protocol_round_table, protocol_session, registration_sheet
from mentoring.papers.templates.ours.order_regulation import order_regulation
from mentoring.papers.templates.ours.pair_orders import order_pairs, order_pairs_change, order_pairs_end
from mentoring.papers.templates.ours.pair_sheets import consent_mentee, consent_mentor, refusal_mentor
from mentoring.papers.templates.ours.personal_data import consent_publication, withdrawal_pd
from mentoring.papers.templates.ours.portfolio_mentor import portfolio_mentor
from mentoring.papers.templates.ours.programme import programme
from mentoring.papers.templates.ours.programme_report import programme_report
from mentoring.papers.templates.ours.year_report import year_report, year_report_public
from storage.vocabulary.documents import DocumentKind

OURS: Mapping[DocumentKind, Callable[[], bytes]] = {
    DocumentKind.ORDER_REGULATION: order_regulation,
    DocumentKind.ORDER_PAIRS: order_pairs,
    DocumentKind.ORDER_PAIRS_CHANGE: order_pairs_change,
    DocumentKind.ORDER_PAIRS_END: order_pairs_end,
    DocumentKind.CONSENT_PD_MENTOR: consent_pd,
    DocumentKind.CONSENT_PD_MENTEE: consent_pd,
    DocumentKind.CONSENT_MENTOR_351_8: consent_mentor,
    DocumentKind.CONSENT_MENTEE_JOIN: consent_mentee,
    DocumentKind.REFUSAL_MENTOR: refusal_mentor,
    DocumentKind.AGREEMENTS_LIST: agreements_list,
    DocumentKind.PROGRAMME: programme,
    DocumentKind.PROGRAMME_REPORT: programme_report,
    DocumentKind.PROTOCOL_SESSION: protocol_session,
    DocumentKind.PROTOCOL_ROUND_TABLE: protocol_round_table,
    DocumentKind.REGISTRATION_SHEET: registration_sheet,
    DocumentKind.OBSERVATION_SHEET: observation_sheet,
    DocumentKind.THANKS_MENTOR: thanks_mentor,
    DocumentKind.CERTIFICATE_MENTOR: certificate_mentor,
    DocumentKind.CERTIFICATE_MENTEE: certificate_mentee,
    DocumentKind.PORTFOLIO_MENTOR: portfolio_mentor,
    DocumentKind.ACT_DESTRUCTION: act_destruction,
    DocumentKind.WITHDRAWAL_PD: withdrawal_pd,
    DocumentKind.CONSENT_PUBLICATION: consent_publication,
    DocumentKind.YEAR_REPORT: year_report,
    DocumentKind.YEAR_REPORT_PUBLIC: year_report_public,
}
