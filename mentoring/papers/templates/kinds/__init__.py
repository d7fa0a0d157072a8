"""Every kind of document that is made from a template: an outline a file, gathered here."""

from collections.abc import Mapping

from mentoring.papers.templates.fields import Outline
from mentoring.papers.templates.kinds.order_regulation import ORDER_REGULATION
from storage.vocabulary.documents import DocumentKind

OUTLINES: Mapping[DocumentKind, Outline] = {each.kind: each for each in (ORDER_REGULATION,)}
