"""The figures of time: planning for a thousand schools."""

from tests.bench.time import planning

MEASURES = (planning.measure,)
