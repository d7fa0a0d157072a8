"""What the columns say, by whatever names, and the words that some of them take."""

from enum import StrEnum

from mentoring.rules.forms import Part, QuestionKind, Tense
from mentoring.rules.forms.model import CHOICES, MANY, Check


class Column(StrEnum):
    """What a cell says of a question."""

    NUMBER = "number"
    KEY = "key"
    TEXT = "text"
    KIND = "kind"
    OPTIONS = "options"
    REQUIRED = "required"
    HELP = "help"
    SHOW_IF = "show_if"
    LEAST = "least"
    MOST = "most"
    SECTION = "section"
    CONSTRAINT = "constraint"
    MESSAGE = "message"
    APPEARANCE = "appearance"
    PARAMETERS = "parameters"
    HEADING = "heading"
    EXAMPLE = "example"
    LOW = "low"
    HIGH = "high"
    TENSE = "tense"
    PART = "part"
    PRIVATE = "private"
    SENSITIVE = "sensitive"
    CAUTION = "caution"
    CHECK = "check"
    DICTIONARY = "dictionary"


class Setting(StrEnum):
    """What a workbook says of the form as a whole."""

    KEY = "key"
    TITLE = "title"
    MINUTES = "minutes"
    INTRO = "intro"
    OUTRO = "outro"
    VERSION = "version"
    AUDIENCE = "audience"
    CONFIDENTIAL = "confidential"
    ANONYMOUS = "anonymous"
    SUMMARY = "summary"


_ASKED = frozenset(QuestionKind) - {QuestionKind.NOTE}
_LIMITED = MANY | {QuestionKind.TEXT, QuestionKind.NUMBER, QuestionKind.DECIMAL, QuestionKind.SCALE}
_SCALE = frozenset({QuestionKind.SCALE})

# A column that is not here means something for every kind.
MEANT = {
    Column.OPTIONS: CHOICES | {QuestionKind.YESNO},
    Column.LEAST: _LIMITED,
    Column.MOST: _LIMITED,
    Column.CONSTRAINT: _ASKED,
    Column.MESSAGE: _ASKED,
    Column.LOW: _SCALE,
    Column.HIGH: _SCALE,
    Column.TENSE: frozenset({QuestionKind.DATE}),
    Column.CHECK: frozenset({QuestionKind.TEXT}),
}

PARTS = {"основная": Part.CORE, "дополнительная": Part.MORE}
TENSES = {"любая": Tense.ANY, "прошлое": Tense.PAST, "будущее": Tense.FUTURE}
CHECKS = {"нет": Check.NONE, "фио": Check.FULL_NAME, "название школы": Check.SCHOOL_NAME, "время": Check.CLOCK}
AUDIENCES = {
    "педагоги": "teacher",
    "учителя": "teacher",
    "наставляемые": "mentee",
    "наставники": "mentor",
    "координатор": "coordinator",
}
YES, NO = "да", "нет"
