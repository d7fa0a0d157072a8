"""A school's own roadmap: what was understood of its document, what was answered, and the year that follows from it."""

from mentoring.rules.own_roadmap.asking import Question, asked, open_questions, reads
from mentoring.rules.own_roadmap.building import absent, build
from mentoring.rules.own_roadmap.model import Answers, Asks, Keys, OwnRoadmap, Past, programmes_key
from mentoring.rules.own_roadmap.shifting import next_year
from mentoring.rules.own_roadmap.storing import mark, parse, understood_of, write
from mentoring.rules.own_roadmap.versions import gone, next_version, without_name

__all__ = [
    "Answers",
    "Asks",
    "Keys",
    "OwnRoadmap",
    "Past",
    "Question",
    "absent",
    "asked",
    "build",
    "gone",
    "mark",
    "next_version",
    "next_year",
    "open_questions",
    "parse",
    "programmes_key",
    "reads",
    "understood_of",
    "without_name",
    "write",
]
