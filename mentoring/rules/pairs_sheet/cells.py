"""Days, orders and lists of names as they are written in cells; what is not sure is not read."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from mentoring.rules.text import clean_line, fold

LONGEST_ORDER = 30
FIRST_YEAR, LAST_YEAR = 2000, 2099

_MONTHS = ("янв", "фев", "мар", "апр", "ма", "июн", "июл", "авг", "сен", "окт", "ноя", "дек")
_YEAR = r"([0-9]{4}|[0-9]{2})(?: ?(?:г|год|года)\b\.?)?"
_DIGITS = re.compile(rf"\b([0-9]{{1,2}})[./-]([0-9]{{1,2}})[./-]{_YEAR}(?!\d)")
_WORDS = re.compile(rf"\b([0-9]{{1,2}}) ({'|'.join(_MONTHS)})[а-я]*\.? {_YEAR}(?!\d)")
_ISO = re.compile(r"\b([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})(?!\d)")
_BETWEEN = re.compile(r"(?:\bсо?\b|\bпо\b|\bдо\b|[-., ])*")
_SINCE = re.compile(r"(?P<number>.*?)\s*\bот\s+(?P<day>.+?)(?P<after>\s*(?:№|\bn\b).*)?", re.IGNORECASE)
_NUMBER_SIGN = re.compile(r"^(?:приказ\w*)?\s*(?:№|n(?:o\.?)?(?=[\s\d]))?\s*", re.IGNORECASE)
_SINCE_DAY = re.compile(r"со?\b")
_NAMES = re.compile(r"[;\n]")


@dataclass(frozen=True, slots=True)
class Order:
    """`day_said` is what stands after «от»."""

    number: str
    day_said: str = ""


def read_day(cell: str) -> date | None:
    """One day with its year, and nothing else."""
    found = _days(cell)
    return found[0] if found and len(found) == 1 else None


def read_term(cell: str) -> tuple[date, date | None] | None:
    """Two days with their years, and no word but «с» and «по»; or «с» and the first of them."""
    found = _days(cell)
    if not found or len(found) > 2:
        return None
    if len(found) == 1:
        return (found[0], None) if _SINCE_DAY.match(fold(cell)) else None
    return found[0], found[1]


def read_order(cell: str) -> Order:
    """«Приказ № 45-к от 01.10.2026», or the number alone."""
    text = clean_line(cell)
    said = _SINCE.fullmatch(text)
    number = _NUMBER_SIGN.sub("", said["number"] if said else text)
    if said and not number:
        number = _NUMBER_SIGN.sub("", clean_line(said["after"] or ""))
    return Order(number.strip(" ,."), said["day"] if said else "")


def names_in(cell: str, is_known: Callable[[str], bool]) -> tuple[str, ...]:
    """As many as there are lines or semicolons; by commas only when each of the pieces is known.

    «Ли Юн, учитель»: what begins with a small letter is a post, not a name.
    """
    pieces = [clean_line(piece).strip(" ,") for piece in _NAMES.split(cell)]
    return tuple(name for piece in pieces if piece for name in _by_commas(piece, is_known))


def _by_commas(piece: str, is_known: Callable[[str], bool]) -> tuple[str, ...]:
    parts = [part.strip() for part in piece.split(",")]
    named = tuple(part for part in parts if part and not part[0].islower())
    if len(parts) == 1 or is_known(piece) or not named:
        return (piece,)
    return named if all(map(is_known, named)) else (piece,)


def _days(cell: str) -> list[date] | None:
    """All the days that are written; None when something else is."""
    text, found = fold(cell), []
    for pattern, read in ((_ISO, _of_iso), (_DIGITS, _of_digits), (_WORDS, _of_words)):
        for said in pattern.finditer(text):
            day = read(said)
            if day is None:
                return None
            found.append((said.start(), day))
        text = pattern.sub(lambda said: " " * len(said[0]), text)
    return [day for _, day in sorted(found)] if _BETWEEN.fullmatch(text) else None


def _of_iso(said: re.Match[str]) -> date | None:
    return _real(said[1], int(said[2]), said[3])


def _of_digits(said: re.Match[str]) -> date | None:
    return _real(said[3], int(said[2]), said[1])


def _of_words(said: re.Match[str]) -> date | None:
    return _real(said[3], _MONTHS.index(said[2]) + 1, said[1])


def _real(year: str, month: int, day: str) -> date | None:
    full = int(year) + (FIRST_YEAR if len(year) == 2 else 0)
    try:
        return date(full, month, int(day)) if FIRST_YEAR <= full <= LAST_YEAR else None
    except ValueError:
        return None
