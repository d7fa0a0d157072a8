"""What a kind of document is filled with, as data: names as a deputy head reads them, and what each of them is."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from mentoring.papers.office_words import BLANK
from storage.vocabulary.documents import DocumentKind

NUMBER, DATED_ON = "документ.номер", "документ.дата"  # what the school's register gives

# By the names of fields: text, a bool, a picture, or for a list the values of each of its lines.
Values = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Picture:
    """Not drawn yet: `function` is «module:name» of the papers and makes a PNG of plain arguments."""

    function: str
    arguments: tuple[Any, ...]


class Sort(StrEnum):
    TEXT = "text"
    YES = "yes"  # for {% if … %} alone
    LINES = "lines"  # for {%tr for … %} alone
    PICTURE = "picture"  # alone in its paragraph, or asked for with {% if … %}


@dataclass(frozen=True, slots=True)
class Field:
    """One tag; `name` is lower case, without «ё», with dots between its words: «школа.полное_название».

    `what` says it to people and stands in «Не заполнено: …». Of LINES, `line` is what one of them is called in the
    template, and `each` are its fields. What is optional is left out of the paper in good order when it is missing;
    so is this one when `other`, which may be told in its place, is there. `only_if` names a YES beside it: while that
    is no, the paper does not say it, and nobody misses it.
    """

    name: str
    what: str
    sort: Sort = Sort.TEXT
    line: str = ""
    each: tuple["Field", ...] = ()
    optional: bool = False
    blank: str = BLANK
    other: str = ""
    only_if: str = ""
    by_lines: bool = False  # what its lines lack is told in their own words, not the whole list
    width: int = 0  # of a picture, in millimetres


@dataclass(frozen=True, slots=True)
class Outline:
    """A kind of document: how it is called, its file, and its fields in the order in which they are told.

    `stage` is where it stands in the roadmap that schools usually have; with its number and date `activity` is done.
    What is not `numbered` has no place in the school's register: it is no draft for want of a number, nor a copy.
    `number_by_hand`: what is numbered is whole without its number too, for a hand may write it.
    """

    kind: DocumentKind
    title: str
    file_name: str
    fields: tuple[Field, ...]
    stage: int = 1
    activity: str = ""
    about: str = ""  # what it is for, in a sentence
    place: str = ""  # where it is made, when it is of one pair, person or event: «Пары» → «Приказы»
    numbered: bool = True
    nameless: bool = False  # nobody is named in it: any chat may have it
    number_by_hand: bool = False
    one_page: bool = False  # ours is set smaller rather than go on to a second page

    def field(self, name: str) -> Field | None:
        return next((each for each in self.fields if each.name == name), None)


def missing(outline: Outline, values: Values) -> tuple[Field, ...]:
    """What will stand as a blank to be filled by hand, in the order of the table, each once by its words.

    Of a list itself, or of its lines what they lack, with the list's name before its own: «пары.форма».
    """
    once: dict[str, Field] = {}
    for each in _missing(outline.fields, values):
        once.setdefault(each.what, each)
    return tuple(once.values())


def is_told(name: str, values: Values) -> bool:
    """Whether this field has something to say; no field has not."""
    said = values.get(name) if name else None
    return bool(said.strip() if isinstance(said, str) else said)


def unknown(outline: Outline, values: Values) -> tuple[str, ...]:
    """Names that the kind has not: a slip of the pen in our own code."""
    return tuple(_unknown(outline.fields, values))


def _missing(fields: Sequence[Field], values: Values) -> Iterator[Field]:
    for field in fields:
        unsaid = bool(field.only_if) and not values.get(field.only_if)
        if field.sort in (Sort.YES, Sort.PICTURE) or unsaid or is_told(field.other, values):
            continue
        value = values.get(field.name)
        if field.sort is Sort.LINES and value:
            lacking = [inner for line in value for inner in _missing(field.each, line)]
            if field.by_lines:
                yield from (replace(inner, name=f"{field.name}.{inner.name}") for inner in lacking)
            elif lacking:
                yield field
        elif not (field.optional or (value or "").strip()):
            yield field


def _unknown(fields: Sequence[Field], values: Values) -> Iterator[str]:
    known = {each.name: each for each in fields}
    for name, value in values.items():
        if name not in known:
            yield name
        elif known[name].sort is Sort.LINES:
            for line in value:
                yield from (f"{name}.{each}" for each in _unknown(known[name].each, line))
