"""The heading row of a staff list, however the school spells it."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from mentoring.rules.staff_list import Column
from mentoring.rules.text import clean_line, words_of

SURNAME, GIVEN, PATRONYMIC = "surname", "given", "patronymic"
_NAME_PARTS = (SURNAME, GIVEN, PATRONYMIC)

# Compared with the heading's words in lower case, «ё» as «е», a space between them; the first that fits.
_WHOSE = r"(?: (?:сотрудник|работник|педагог|учител)\w*)?"
_FULL_NAME = r"(?:фио|ф и о|фамилия имя(?: отчество)?|фамилия(?: и)? (?:о|инициалы)|полное имя)"
_HEADINGS: tuple[tuple[str, str], ...] = (
    (rf"{_FULL_NAME}{_WHOSE}(?: полностью)?", Column.NAME),
    (r"(?:сотрудник|работник)\w*|педагогический работник", Column.NAME),
    (rf"фамилия{_WHOSE}", SURNAME),
    (rf"имя{_WHOSE}", GIVEN),
    (rf"отчество{_WHOSE}", PATRONYMIC),
    (r"должност\w*(?: .*)?|занимаемая должность", Column.POSITION),
    (r"(?:преподаваем\w+ |учебн\w+ )?(?:предмет|дисциплин)\w*(?: .*)?", Column.SUBJECTS),
    (
        r"(?:уровень|уровни)(?: (?:образования|обучения))?|(?:в каких )?класс(?:ы|ах)?|параллел\w*",
        Column.LEVELS,
    ),
    (r"(?:(?:общий )?(?:педагогический|пед) )?стаж(?: .*)?|педстаж|опыт(?: работы)?", Column.EXPERIENCE),
    (r"роль(?: .*)?", Column.ROLE),
)
# A heading only beside other headings: alone it is as well somebody's post.
_WEAK = re.compile(r"учител[ья]|преподаватели?|педагоги?")
_NUMBERING = re.compile(r"(?:номер|n|n п п|п п|пп)?")


@dataclass(frozen=True, slots=True)
class Headings:
    """Where each column stands, from 0; what stands under other headings is not ours."""

    places: Mapping[str, int]
    ignored: tuple[str, ...]

    @property
    def columns(self) -> tuple[Column, ...]:
        has_name = any(part in self.places for part in _NAME_PARTS)
        return tuple(column for column in Column if column in self.places or (column is Column.NAME and has_name))

    @property
    def name_places(self) -> tuple[int, ...]:
        return tuple(self.places[part] for part in (Column.NAME, *_NAME_PARTS) if part in self.places)

    def cell(self, row: Sequence[str], column: str) -> str:
        place = self.places.get(column)
        return row[place] if place is not None and place < len(row) else ""

    def name(self, row: Sequence[str]) -> str:
        """The whole name, put together when its parts have columns of their own."""
        parts = [self.cell(row, part) for part in _NAME_PARTS]
        return self.cell(row, Column.NAME) or " ".join(part for part in parts if part)


def find_headings(rows: Sequence[Sequence[str]]) -> tuple[int, Headings] | None:
    """The row with most headings, the first of equals, and what they are; a list without names is no list."""
    best: tuple[int, Headings] | None = None
    for at, row in enumerate(rows):
        found = _headings(row)
        if found.columns[:1] == (Column.NAME,) and (best is None or len(found.places) > len(best[1].places)):
            best = at, found
    return best


def _headings(row: Sequence[str]) -> Headings:
    places: dict[str, int] = {}
    weak, ignored = [], []
    for at, cell in enumerate(row):
        words = " ".join(words_of(cell))
        column = _column(words)
        if column and column not in places:
            places[column] = at
        elif _WEAK.fullmatch(words):
            weak.append(at)
        elif not _NUMBERING.fullmatch(words):
            ignored.append(at)
    if weak and places and Column.NAME not in places and SURNAME not in places:
        places[Column.NAME] = weak.pop(0)
    return Headings(places, tuple(clean_line(row[at]) for at in sorted([*ignored, *weak])))


def _column(words: str) -> str:
    return next((column for pattern, column in _HEADINGS if re.fullmatch(pattern, words)), "")
