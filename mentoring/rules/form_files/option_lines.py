"""The cell «Варианты»: a line for each option, «Ничего из этого [none, только один]», or a dictionary.

In the brackets stand the option's key, that it cannot be ticked with others, and further words it is found by.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from mentoring.rules.form_files.columns import Column
from mentoring.rules.form_files.keys import key_of
from mentoring.rules.form_files.model import CellReason
from mentoring.rules.form_files.table import MOST_OPTIONS, Row
from mentoring.rules.forms import Option, Question
from mentoring.rules.text import fold

DICTIONARIES = {"предметы": "subjects", "классы": "levels", "стаж": "experience", "направления": "areas"}

_DICTIONARY = re.compile(r"справочник\s*:\s*([^\[\]]*)", re.IGNORECASE)
_BRACKETS = re.compile(r"(.*?)\s*\[([^\[\]]*)\]")
_ALONE, _FOUND_BY = "только один", "искать:"
_ALONE_BY_HAND = re.compile(r"(.*?)\s*\(\s*только (?:один|одно|одна)\s*\)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class OptionLine:
    """One line; the key is empty where none is written."""

    label: str
    key: str
    is_exclusive: bool
    words: str


@dataclass(frozen=True, slots=True)
class OptionsCell:
    """A dictionary by the name it was given, and the options that are written out."""

    dictionary: str
    lines: tuple[OptionLine, ...]


@dataclass(frozen=True, slots=True)
class Chosen:
    """What a question offers; `faulty` when that cannot be told."""

    dictionary: str = ""
    options: tuple[Option, ...] = ()
    exclusive: frozenset[str] = frozenset()
    faulty: bool = False


def read_options(row: Row, known: Question | None, dictionaries: Mapping[str, tuple[Option, ...]]) -> Chosen:
    """A key that is not written is the one that the form or the dictionary has for the label, else a new one."""
    cell = _cell(row.text(Column.OPTIONS))
    name = DICTIONARIES.get(fold(cell.dictionary), fold(cell.dictionary))
    if name and name not in dictionaries:
        row.complain(Column.OPTIONS, CellReason.UNKNOWN_LIST, cell.dictionary, _russian_names(dictionaries))
        return Chosen(faulty=True)
    offered = dictionaries.get(name, ())
    if name and not cell.lines:
        return Chosen(name, offered)
    if len(cell.lines) > MOST_OPTIONS:
        row.complain(Column.OPTIONS, CellReason.BAD_LIMIT, str(len(cell.lines)), ("1", str(MOST_OPTIONS)))
        return Chosen(faulty=True)
    keys = _keys(cell.lines, (*(known.options if known else ()), *offered))
    for at, (line, key) in enumerate(zip(cell.lines, keys, strict=True)):
        if not line.label:
            row.complain(Column.OPTIONS, CellReason.MISSING, key)
        elif key in keys[:at]:
            row.complain(Column.OPTIONS, CellReason.DOUBLED_OPTION, line.label)
    options = tuple(Option(key, line.label, line.words) for line, key in zip(cell.lines, keys, strict=True))
    alone = frozenset(key for line, key in zip(cell.lines, keys, strict=True) if line.is_exclusive)
    return Chosen(name, options, alone)


def write_options(question: Question, dictionaries: Mapping[str, tuple[Option, ...]]) -> str:
    """A dictionary by its name alone while the options are still its own."""
    name = next((russian for russian, key in DICTIONARIES.items() if key == question.dictionary), question.dictionary)
    head = [f"справочник: {name}"] if name else []
    if head and question.options == dictionaries.get(question.dictionary) and not question.exclusive:
        return head[0]
    return "\n".join([*head, *(_line(option, option.key in question.exclusive) for option in question.options)])


def _line(option: Option, is_exclusive: bool) -> str:
    marks = [
        option.key,
        *([_ALONE] if is_exclusive else []),
        *([f"{_FOUND_BY} {option.words}"] if option.words else []),
    ]
    return f"{option.label} [{', '.join(marks)}]"


def _cell(text: str) -> OptionsCell:
    lines = [line for line in text.split("\n") if line]
    dictionary = _DICTIONARY.fullmatch(lines[0]) if lines else None
    if dictionary:
        lines.pop(0)
    if len(lines) == 1 and not _BRACKETS.fullmatch(lines[0]):
        lines = [line.strip() for line in lines[0].split(";") if line.strip()]
    return OptionsCell(dictionary[1] if dictionary else "", tuple(_read_line(line) for line in lines))


def _read_line(line: str) -> OptionLine:
    found = _BRACKETS.fullmatch(line)
    if found is None:
        alone = _ALONE_BY_HAND.fullmatch(line)
        return OptionLine(alone[1] if alone else line, "", alone is not None, "")
    marks, _, words = found[2].partition(_FOUND_BY)
    named = [mark.strip() for mark in marks.split(",") if mark.strip()]
    keys = [mark for mark in named if fold(mark) != _ALONE]
    return OptionLine(found[1], ", ".join(keys).casefold(), len(keys) < len(named), words.strip())


def _keys(lines: Sequence[OptionLine], known: Sequence[Option]) -> list[str]:
    by_label = {fold(option.label): option.key for option in reversed(known)}
    written = {line.key for line in lines if line.key}
    free = set(by_label.values()) - written
    taken = written | free
    keys = []
    for line in lines:
        key = line.key or by_label.get(fold(line.label), "")
        if not line.key and key not in free:
            key = key_of(line.label, taken, "v")
        free.discard(key)
        taken.add(key)
        keys.append(key)
    return keys


def _russian_names(dictionaries: Mapping[str, tuple[Option, ...]]) -> tuple[str, ...]:
    names = {key: russian for russian, key in DICTIONARIES.items()}
    return tuple(names.get(key, key) for key in sorted(dictionaries))
