"""The figures of questionnaires: a large form being filled, the summary of thousands of answers, their papers."""

from tests.bench.questionnaires import filled, papers, summary

MEASURES = (filled.measure, summary.measure, papers.measure)
