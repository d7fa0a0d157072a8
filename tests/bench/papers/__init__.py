"""The figures of papers: how long a document and the check of a sent template take."""

from tests.bench.papers import documents

MEASURES = (documents.measure,)
