"""Our own template of every kind, built by code: a school downloads it, edits it, sends it back."""

from collections.abc import Callable, Mapping

from mentoring.papers.templates.ours.order_regulation import order_regulation
from storage.vocabulary.documents import DocumentKind

OURS: Mapping[DocumentKind, Callable[[], bytes]] = {DocumentKind.ORDER_REGULATION: order_regulation}
