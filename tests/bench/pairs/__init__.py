"""The figures of matching: the best assignment of a large town, and whom it makes wait."""

from tests.bench.pairs import beside, optimum

MEASURES = (optimum.measure, beside.measure)
