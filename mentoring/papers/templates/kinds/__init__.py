"""Every kind of document that is made from a template: an outline a file, gathered here."""

from collections.abc import Mapping

from mentoring.papers.templates.fields import Outline
from mentoring.papers.templates.kinds.act_destruction import ACT_DESTRUCTION
from mentoring.papers.templates.kinds.agreements_list import AGREEMENTS_LIST
from mentoring.papers.templates.kinds.consent_pd import CONSENT_PD_MENTEE, CONSENT_PD_MENTOR
from mentoring.papers.templates.kinds.honours import CERTIFICATE_MENTEE, CERTIFICATE_MENTOR, THANKS_MENTOR
from mentoring.papers.templates.kinds.observation_sheet import OBSERVATION_SHEET
from mentoring.papers.templates.kinds.of_event import PROTOCOL_ROUND_TABLE, PROTOCOL_SESSION, REGISTRATION_SHEET
from mentoring.papers.templates.kinds.order_regulation import ORDER_REGULATION
from mentoring.papers.templates.kinds.pair_orders import ORDER_PAIRS, ORDER_PAIRS_CHANGE, ORDER_PAIRS_END
from mentoring.papers.templates.kinds.pair_sheets import CONSENT_MENTEE, CONSENT_MENTOR, REFUSAL_MENTOR
from mentoring.papers.templates.kinds.personal_data import CONSENT_PUBLICATION, WITHDRAWAL_PD
from mentoring.papers.templates.kinds.portfolio_mentor import PORTFOLIO_MENTOR
from mentoring.papers.templates.kinds.programme import PROGRAMME
from mentoring.papers.templates.kinds.programme_report import PROGRAMME_REPORT
from mentoring.papers.templates.kinds.year_report import YEAR_REPORT, YEAR_REPORT_PUBLIC
from storage.vocabulary.documents import DocumentKind

OUTLINES: Mapping[DocumentKind, Outline] = {
    each.kind: each
    for each in (
        ORDER_REGULATION,
        *(ORDER_PAIRS, ORDER_PAIRS_CHANGE, ORDER_PAIRS_END),
        *(CONSENT_PD_MENTOR, CONSENT_PD_MENTEE),
        AGREEMENTS_LIST,
        *(CONSENT_MENTOR, CONSENT_MENTEE, REFUSAL_MENTOR),
        PROGRAMME,
        PROGRAMME_REPORT,
        PROTOCOL_SESSION,
        PROTOCOL_ROUND_TABLE,
        REGISTRATION_SHEET,
        OBSERVATION_SHEET,
        THANKS_MENTOR,
        CERTIFICATE_MENTOR,
        CERTIFICATE_MENTEE,
        PORTFOLIO_MENTOR,
        ACT_DESTRUCTION,
        WITHDRAWAL_PD,
        CONSENT_PUBLICATION,
        YEAR_REPORT,
        YEAR_REPORT_PUBLIC,
    )
}
