"""The parts of a form."""

from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

MOST_BUTTONS = 8
MOST_QUESTIONS = 200
SERVICE = "service"  # the audience of what the bot asks for its own work


class QuestionKind(StrEnum):
    """How a question is answered."""

    SINGLE = "single"
    MULTI = "multi"
    SCALE = "scale"  # marks in a row, 1 to 10 unless the question says otherwise
    TEXT = "text"
    NUMBER = "number"  # a whole one
    DECIMAL = "decimal"
    YESNO = "yesno"
    DATE = "date"
    DICT_MULTI = "dict_multi"  # ticks in a long list with search
    NOTE = "note"  # to be read, not answered: «Дальше» stores it as skipped


MANY = frozenset({QuestionKind.MULTI, QuestionKind.DICT_MULTI})
CHOICES = MANY | {QuestionKind.SINGLE}


class Part(StrEnum):
    """The core is asked of everybody; more is offered when the core is done."""

    CORE = "core"
    MORE = "more"


class Op(StrEnum):
    """What a condition asks of an answer. Of none at all NE, HAS_NOT and EMPTY hold, as they do in XLSForm.

    A measure of none at all is 0, so that «fewer than two are ticked» holds of it.
    """

    EQ = "eq"
    NE = "ne"
    IN = "in"
    HAS = "has"
    HAS_NOT = "hasnt"
    LT = "lt"
    LTE = "lte"
    GT = "gt"
    GTE = "gte"
    EMPTY = "empty"
    FILLED = "filled"


class Measure(StrEnum):
    """What of the answer a condition looks at."""

    VALUE = "value"
    COUNT = "count"  # how many are ticked
    LENGTH = "length"  # of a text, in characters


class Check(StrEnum):
    """What a typed text must be beyond having words."""

    NONE = "none"
    FULL_NAME = "full_name"
    SCHOOL_NAME = "school_name"
    CLOCK = "clock"  # a time of day


class Swot(StrEnum):
    """Under which letter of a SWOT the answers to a question are gathered."""

    NONE = ""
    STRONG = "S"
    WEAK = "W"
    CHANCE = "O"
    THREAT = "T"


class Tense(StrEnum):
    """Which side of today a date lies on; it also decides the year of a date typed without one."""

    ANY = "any"
    PAST = "past"  # today included
    FUTURE = "future"  # today excluded


@dataclass(frozen=True, slots=True)
class Option:
    """One choice. `words` are further words that the search finds it by."""

    key: str
    label: str
    words: str = ""


# YAML reads yes and no as booleans, and these keys travel through a coordinator's files.
YES = Option("da", "Да")
NO = Option("net", "Нет")
SCALE_ENDS = (1, 10)
TODAY = "today()"  # the value of a condition on a date: the day when the answer is given
SELF = "."  # the question of a condition on the very answer that is being given


def marks(start: int, end: int) -> tuple[Option, ...]:
    """The options of a scale."""
    return tuple(Option(str(mark), str(mark)) for mark in range(start, end + 1))


@dataclass(frozen=True, slots=True)
class Condition:
    """What an answer must be like. EMPTY and FILLED compare with nothing: their value is True."""

    question: str
    op: Op
    value: str | int | float | bool | tuple[str, ...]
    measure: Measure = Measure.VALUE


Clause: TypeAlias = tuple[Condition, ...]  # holds when any of them does


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One message of a dialog. YESNO and SCALE have options too, so that buttons are drawn one way.

    It is shown when all clauses of `show_if` hold; an answer is taken when all of `constraint` do.
    """

    key: str
    kind: QuestionKind
    text: str
    help: str = ""
    heading: str = ""
    section: str = ""  # the title of the group that it stands in
    options: tuple[Option, ...] = ()
    dictionary: str = ""  # where the options were taken from
    required: bool = False
    show_if: tuple[Clause, ...] = ()
    constraint: tuple[Clause, ...] = ()
    constraint_message: str = ""
    max_choices: int | None = None
    max_len: int = 500
    low: str = ""
    high: str = ""
    exclusive: frozenset[str] = frozenset()
    part: Part = Part.CORE
    private: bool = False
    sensitive: bool = False
    example: str = ""
    caution: bool = False
    tense: Tense = Tense.ANY
    check: Check = Check.NONE
    keep: bool = False  # the programme itself reads this answer: a school may reword the question, not drop it
    swot: Swot = Swot.NONE

    @property
    def title(self) -> str:
        """The question for whoever reads the answers without the ones around it."""
        return self.heading or self.text

    @property
    def paged(self) -> bool:
        """Are there more options than fit on one screen? A scale is drawn in rows and always fits."""
        return self.kind is not QuestionKind.SCALE and len(self.options) > MOST_BUTTONS

    def option(self, key: str) -> Option | None:
        """The option of this key, if the question has it."""
        return next((option for option in self.options if option.key == key), None)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Form:
    """A whole dialog; stored answers name its key and version.

    Equal only to itself, so that what is worked out of it can be kept by it.
    """

    key: str
    version: int
    title: str
    audience: str
    minutes: int
    intro: str
    outro: str
    confidential: bool
    anonymous: bool
    summary: bool
    questions: tuple[Question, ...]

    @property
    def is_questionnaire(self) -> bool:
        """May a school change it, read its results, and its author their answers after sending?

        Anything else has done what it was for when it is sent; one with a summary is looked over before that.
        """
        return self.summary and self.audience != SERVICE

    def question(self, key: str) -> Question:
        """The question of this key; KeyError if there is none."""
        for question in self.questions:
            if question.key == key:
                return question
        raise KeyError(key)

    def has_part(self, part: Part) -> bool:
        """Does any question belong to this part?"""
        return any(question.part is part for question in self.questions)
