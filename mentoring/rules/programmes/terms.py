"""How long a programme runs: the usual term, and what of another one should be minded."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from storage.vocabulary.pairs import Format

FEWEST_MONTHS, MOST_MONTHS = 3, 12

_WITHOUT_PROGRAMME = frozenset({Format.SPEED, Format.SITUATIONAL})
_SUMMER_MONTHS = 3
_DAY = timedelta(days=1)


class TermDoubt(StrEnum):
    """A soft warning, never a block."""

    TOO_SHORT = "too_short"
    TOO_LONG = "too_long"
    NOT_NEEDED = "not_needed"  # this format has no programme


@dataclass(frozen=True, slots=True)
class Term:
    """Both days inside. `extend_to` is proposed when three months do not fit before the end of the school year."""

    starts_on: date
    ends_on: date
    extend_to: date | None = None


def duration_doubts(starts_on: date, ends_on: date, form: Format) -> tuple[TermDoubt, ...]:
    """Three to twelve months are usual; what is planned as short may be shorter."""
    if form in _WITHOUT_PROGRAMME:
        return (TermDoubt.NOT_NEEDED,)
    after = ends_on + _DAY
    if after < months_later(starts_on, FEWEST_MONTHS) and form is not Format.SHORT_TERM:
        return (TermDoubt.TOO_SHORT,)
    return (TermDoubt.TOO_LONG,) if after > months_later(starts_on, MOST_MONTHS) else ()


def default_term(since: date, school_year: int) -> Term:
    """From the order (or today) to 31 May of the school year that begins in `school_year`.

    Nothing begins before 1 September; what would begin after 31 May begins in the next year. When three months do not
    fit, the summer between is not counted: from 15 April they are proposed to last to 14 October.
    """
    starts_on = max(since, date(school_year, 9, 1))
    ends_on = date(school_year + 1, 5, 31)
    if starts_on > ends_on:
        return default_term(date(school_year + 1, 9, 1), school_year + 1)
    if months_later(starts_on, FEWEST_MONTHS) - _DAY <= ends_on:
        return Term(starts_on, ends_on)
    return Term(starts_on, ends_on, months_later(starts_on, FEWEST_MONTHS + _SUMMER_MONTHS) - _DAY)


def months_later(day: date, months: int) -> date:
    """The same day of a later month, or its last one."""
    years, month = divmod(day.month - 1 + months, 12)
    year, month = day.year + years, month + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))
