"""Every kind of document that is made from a template: an outline a file, gathered here."""

from collections.abc import Mapping

from mentoring.papers.templates.fields import Outline
from mentoring.papers.templates.kinds.observation_sheet import OBSERVATION_SHEET
from mentoring.papers.templates.kinds.of_event import PROTOCOL_ROUND_TABLE, PROTOCOL_SESSION, REGISTRATION_SHEET
from mentoring.papers.templates.kinds.order_regulation import ORDER_REGULATION
from mentoring.papers.templates.kinds.programme import PROGRAMME
from mentoring.papers.templates.kinds.programme_report import PROGRAMME_REPORT
from storage.vocabulary.documents import DocumentKind

OUTLINES: Mapping[DocumentKind, Outline] = {
    each.kind: each
    for each in (
        ORDER_REGULATION,
        PROGRAMME,
        PROGRAMME_REPORT,
        PROTOCOL_SESSION,
        PROTOCOL_ROUND_TABLE,
        REGISTRATION_SHEET,
        OBSERVATION_SHEET,
    )
}
