"""The heading row of a sheet of pairs, however the school spells it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from mentoring.rules.tables import Table
from mentoring.rules.text import clean_line, words_of

HEADINGS_WITHIN = 10


class Column(StrEnum):
    """What we read; an order and a term may stand in one cell each or in two."""

    MENTOR = "mentor"
    MENTEE = "mentee"
    GROUP = "group"
    FORMAT = "format"
    ORDER = "order"  # a number, and perhaps «от» and its day
    ORDER_ON = "order_on"
    TERM = "term"  # both days
    STARTS = "starts"
    ENDS = "ends"
    STATE = "state"


_OF = r"(?: (?:наставничества|работы|программы|пары|взаимодействия|действия|закрепления))?"
# Compared with the heading's words in lower case, «ё» as «е», a space between them; the first that fits.
_HEADINGS: tuple[tuple[str, Column], ...] = (
    (r"(?:фио |имя )?(?:(?:педагог|учитель)\w* )?наставник\w*(?: .*)?", Column.MENTOR),
    (r"(?:фио |имя )?(?:(?:педагог|учитель)\w* )?наставляем\w*(?: .*)?", Column.MENTEE),
    (r"(?:фио )?молод\w+ (?:специалист|педагог|учител)\w*", Column.MENTEE),
    (r"(?:название |имя |номер )?групп[аы]", Column.GROUP),
    (rf"(?:форма|формат|вид){_OF}", Column.FORMAT),
    (r"дата(?: \w+)* приказа|приказ от|от какого числа приказ", Column.ORDER_ON),
    (r"(?:номер |n |реквизиты )?приказа?(?: .*)?", Column.ORDER),
    (rf"(?:дата )?начал[оа]{_OF}|(?:срок |дата )?с(?: какого числа)?", Column.STARTS),
    (rf"(?:дата )?(?:окончани[ея]|завершени[ея]|конец|конца){_OF}|(?:срок |дата )?по(?: какое число)?", Column.ENDS),
    (rf"(?:сроки?|период){_OF}(?: с по)?", Column.TERM),
    (r"состояние|статус", Column.STATE),
)
_NUMBERING = re.compile(r"(?:номер|n|n п п|п п|пп)?")


@dataclass(frozen=True, slots=True)
class Headings:
    """Where each column stands, from 0; what stands under other headings is not ours."""

    row: int
    places: Mapping[Column, int]
    ignored: tuple[str, ...]


def looks_like_pairs(table: Table) -> bool:
    """Is this a sheet with mentors beside mentees?"""
    return find(table) is not None


def find(table: Table) -> Headings | None:
    """The row with most headings, the first of equals; without both sides it is no sheet of pairs."""
    rows = [_headings(table, at) for at in range(min(HEADINGS_WITHIN, len(table.rows)))]
    both = [each for each in rows if {Column.MENTOR, Column.MENTEE} <= each.places.keys()]
    return max(both, key=lambda each: len(each.places), default=None)


def _headings(table: Table, row: int) -> Headings:
    places: dict[Column, int] = {}
    ignored = []
    for at, cell in enumerate(table.rows[row]):
        words = " ".join(words_of(cell))
        column = next((column for pattern, column in _HEADINGS if re.fullmatch(pattern, words)), None)
        if column and column not in places:
            places[column] = at
        elif not _NUMBERING.fullmatch(words):
            ignored.append(clean_line(cell))
    return Headings(row, places, tuple(ignored))
