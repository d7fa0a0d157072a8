"""Where each kind of document takes what it says: one function a kind."""

from collections.abc import Awaitable, Callable, Mapping
from datetime import datetime

from mentoring.documents import (
    act_destruction,
    agreements_list,
    consent_pd,
    honours,
    observation_sheet,
    of_event,
    order_regulation,
    pair_orders,
    pair_sheets,
    personal_data,
    portfolio_mentor,
    programme,
    programme_report,
    year_report,
)
from mentoring.documents.filled import Filled
from storage.tx import Tx
from storage.vocabulary.documents import DocumentKind

Gather = Callable[[Tx, int, str, datetime], Awaitable[Filled | None]]
"""Of a school, and of what the paper is about, in ids: «» for a paper of the whole school. None when that is gone."""

SOURCES: Mapping[DocumentKind, Gather] = {
    DocumentKind.ORDER_REGULATION: order_regulation.gather,
    DocumentKind.ORDER_PAIRS: pair_orders.assign,
    DocumentKind.ORDER_PAIRS_CHANGE: pair_orders.change,
    DocumentKind.ORDER_PAIRS_END: pair_orders.end,
    DocumentKind.CONSENT_PD_MENTOR: consent_pd.gather,
    DocumentKind.CONSENT_PD_MENTEE: consent_pd.gather,
    DocumentKind.CONSENT_MENTOR_351_8: pair_sheets.mentor,
    DocumentKind.CONSENT_MENTEE_JOIN: pair_sheets.mentee,
    DocumentKind.REFUSAL_MENTOR: pair_sheets.refusal,
    DocumentKind.AGREEMENTS_LIST: agreements_list.gather,
    DocumentKind.PROGRAMME: programme.gather,
    DocumentKind.PROGRAMME_REPORT: programme_report.gather,
    DocumentKind.PROTOCOL_SESSION: of_event.protocol,
    DocumentKind.PROTOCOL_ROUND_TABLE: of_event.protocol,
    DocumentKind.REGISTRATION_SHEET: of_event.registration_sheet,
    DocumentKind.OBSERVATION_SHEET: observation_sheet.gather,
    DocumentKind.THANKS_MENTOR: honours.thanks_mentor,
    DocumentKind.CERTIFICATE_MENTOR: honours.certificate_mentor,
    DocumentKind.CERTIFICATE_MENTEE: honours.certificate_mentee,
    DocumentKind.PORTFOLIO_MENTOR: portfolio_mentor.gather,
    DocumentKind.ACT_DESTRUCTION: act_destruction.gather,
    DocumentKind.WITHDRAWAL_PD: personal_data.withdrawal,
    DocumentKind.CONSENT_PUBLICATION: personal_data.publication,
    DocumentKind.YEAR_REPORT: year_report.internal,
    DocumentKind.YEAR_REPORT_PUBLIC: year_report.public,
}
