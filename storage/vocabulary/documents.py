"""Words of documents that the database keeps."""

from enum import StrEnum


class DocumentKind(StrEnum):
    """What papers are made from templates; each has its fields in `mentoring/papers/templates/kinds`."""

    ORDER_REGULATION = "order_regulation"
