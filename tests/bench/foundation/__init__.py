"""The figures of the main job: a survey, one person, the start, memory, long lists."""

from tests.bench.foundation import lists, memory, start, survey

MEASURES = (survey.measure, start.measure, memory.measure, lists.measure)
