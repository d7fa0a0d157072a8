"""The figures of papers: a document, the check of a sent template, a year's report and folder while others wait."""

from tests.bench.papers import documents, reports

MEASURES = (documents.measure, reports.measure)
