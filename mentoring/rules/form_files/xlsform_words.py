"""The headings and types of XLSForm; those that begin with «bot_» are ours, and its other readers leave them alone."""

import re
from collections.abc import Mapping, Sequence
from enum import StrEnum
from functools import partial
from typing import TypeVar

from mentoring.rules.form_files.columns import Column, Setting
from mentoring.rules.form_files.table import IGNORED, UNKNOWN, Headings
from mentoring.rules.forms import QuestionKind
from mentoring.rules.text import clean_line

Name = TypeVar("Name", bound=StrEnum)

SURVEY, CHOICES, SETTINGS = "survey", "choices", "settings"
OTHER_SHEETS = ("external_choices", "entities", "osm")


class Choice(StrEnum):
    """The columns of the sheet «choices»."""

    LIST = "list_name"
    KEY = "name"
    LABEL = "label"
    WORDS = "bot_words"


# The first of several names is the one we write.
SURVEY_WORDS: Mapping[Column, tuple[str, ...]] = {
    Column.KIND: ("type", "command"),
    Column.KEY: ("name", "tag", "value"),
    Column.TEXT: ("label", "caption"),
    Column.HELP: ("hint",),
    Column.REQUIRED: ("required",),
    Column.SHOW_IF: ("relevant", "relevance"),
    Column.CONSTRAINT: ("constraint",),
    Column.MESSAGE: ("constraint_message", "constraining_message"),
    Column.APPEARANCE: ("appearance",),
    Column.PARAMETERS: ("parameters",),
    Column.HEADING: ("bot_heading",),
    Column.EXAMPLE: ("bot_example",),
    Column.LOW: ("bot_low",),
    Column.HIGH: ("bot_high",),
    Column.PART: ("bot_part",),
    Column.PRIVATE: ("bot_private",),
    Column.SENSITIVE: ("bot_sensitive",),
    Column.CAUTION: ("bot_caution",),
    Column.CHECK: ("bot_check",),
    Column.DICTIONARY: ("bot_dictionary",),
}
_CHOICE_WORDS = {each: (each.value, "value") if each is Choice.KEY else (each.value,) for each in Choice}
SETTING_WORDS: Mapping[Setting, tuple[str, ...]] = {
    Setting.KEY: ("form_id", "set_form_id"),
    Setting.TITLE: ("form_title", "set_form_title"),
    Setting.VERSION: ("version",),
    Setting.MINUTES: ("bot_minutes",),
    Setting.INTRO: ("bot_intro",),
    Setting.OUTRO: ("bot_outro",),
    Setting.AUDIENCE: ("bot_audience",),
    Setting.CONFIDENTIAL: ("bot_confidential",),
    Setting.ANONYMOUS: ("bot_anonymous",),
    Setting.SUMMARY: ("bot_summary",),
}

PLAIN_TYPES = {
    "text": QuestionKind.TEXT,
    "string": QuestionKind.TEXT,
    "integer": QuestionKind.NUMBER,
    "int": QuestionKind.NUMBER,
    "decimal": QuestionKind.DECIMAL,
    "date": QuestionKind.DATE,
    "range": QuestionKind.SCALE,
    "note": QuestionKind.NOTE,
}
SELECT = re.compile(
    r"(?:(?P<one>select[ _]one|select1)|select[ _]multiple|select all that apply)(?: from)?"
    r"(?:\s+(?P<list>\S+))?(?P<other>\s+or[ _](?:specify[ _])?other)?",
    re.IGNORECASE,
)
SELECT_WORDS = ("select_one", "select_multiple")
BEGINNINGS = {"begin_group": "group", "begin_repeat": "repeat", "begin_loop": "loop"}
ENDINGS = {begin.replace("begin", "end"): what for begin, what in BEGINNINGS.items()}
# Valid there, and nothing that a chat asks; with the questions that a device answers by itself.
UNSUPPORTED_TYPES = frozenset({
    "acknowledge", "audio", "audit", "background-audio", "background-geopoint", "barcode", "calculate", "csv-external",
    "datetime", "deviceid", "email", "end", "file", "geopoint", "geoshape", "geotrace", "hidden", "image", "osm",
    "percentage", "phonenumber", "photo", "rank", "select_multiple_from_file", "select_one_external",
    "select_one_from_file", "simserial", "start", "start-geopoint", "subscriberid", "time", "today", "trigger",
    "username", "video", "xml-external",
})  # fmt: skip

_TRANSLATED = frozenset({Column.TEXT, Column.HELP, Column.MESSAGE, Choice.LABEL})
_RUSSIAN = re.compile(r".*(?:russian|русск|\(ru\)).*|ru", re.IGNORECASE)


def one_word(said: str) -> str:
    """«Begin group» as «begin_group»."""
    return "_".join(said.casefold().split())


def _named(cells: Sequence[str], names: Mapping[str, str]) -> list[str]:
    """Of a column in several languages the Russian one counts, else the one without a language."""
    split = [_split(cell) for cell in cells]
    spoken: dict[str, list[str]] = {}
    for base, language in split:
        spoken.setdefault(names.get(base, UNKNOWN), []).append(language)
    found = []
    for base, language in split:
        name = names.get(base, UNKNOWN)
        if language and name not in _TRANSLATED:
            name = UNKNOWN
        elif name in _TRANSLATED and language not in _preferred(spoken[name]):
            name = IGNORED
        found.append(name)
    return found


def _preferred(languages: Sequence[str]) -> Sequence[str]:
    """All of them where none is ours: then there is one column too many."""
    russian = [language for language in languages if _RUSSIAN.fullmatch(language)]
    return russian or ([""] if "" in languages else languages)


def _split(cell: str) -> tuple[str, str]:
    words = clean_line(cell)
    name, _, language = words.partition("::" if "::" in words else ":")
    return one_word(name), language.strip()


def _headings(words: Mapping[Name, tuple[str, ...]], aliases: Mapping[str, str]) -> Headings:
    names: dict[str, str] = {name: column for column, several in words.items() for name in several}
    return Headings(partial(_named, names=names), tuple(several[0] for several in words.values()), aliases)


# The options are named by the type, a scale's ends by the parameters.
SURVEY_HEADINGS = _headings(SURVEY_WORDS, {Column.OPTIONS: Column.KIND, Column.MOST: Column.PARAMETERS})
CHOICE_HEADINGS = _headings(_CHOICE_WORDS, {})
SETTING_HEADINGS = _headings(SETTING_WORDS, {})
