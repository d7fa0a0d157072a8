"""The figures of a message to many: its pace beside replies, and what kills do to it."""

from tests.bench.broadcast import kills, pace

MEASURES = (pace.measure, kills.measure)
