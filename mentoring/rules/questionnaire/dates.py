"""Dates as people type them."""

import re
from datetime import date, timedelta

from mentoring.rules.forms import Tense
from mentoring.rules.questionnaire.outcome import Accepted, Refusal, RefusalReason, Said, Typed
from mentoring.rules.text import fold

FARTHEST_YEARS = 10

_DAYS = {
    "позавчера": -2,
    "вчера": -1,
    "сегодня": 0,
    "завтра": 1,
    "послезавтра": 2,
    "yesterday": -1,
    "today": 0,
    "tomorrow": 1,
}
# The genitive and the short forms both begin with these.
_MONTHS = ("янв", "фев", "мар", "апр", "ма", "июн", "июл", "авг", "сен", "окт", "ноя", "дек")
_YEAR = r"(?:[ ./-]*(\d{4}|\d{2}))?(?: ?(?:г|год|года))?"
_DIGITS = re.compile(rf"(\d{{1,2}}) ?[./-] ?(\d{{1,2}}){_YEAR}", re.ASCII)
_WORDS = re.compile(rf"(\d{{1,2}})(?:-?(?:го|е|ое))? ({'|'.join(_MONTHS)})[а-я]*\.?{_YEAR}")
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})", re.ASCII)


def read_date(said: Said, today: date, tense: Tense) -> Accepted | Refusal:
    """The day, stored as ISO text. A tap brings `today`, `yesterday`, `tomorrow` or an ISO date."""
    day = _day(fold(said.text if isinstance(said, Typed) else said.option_key), today, tense)
    if day is None or abs(day.year - today.year) > FARTHEST_YEARS:
        return Refusal(RefusalReason.NOT_A_DATE)
    if tense is Tense.FUTURE and day <= today:
        return Refusal(RefusalReason.DATE_PASSED)
    if tense is Tense.PAST and day > today:
        return Refusal(RefusalReason.DATE_AHEAD)
    return Accepted(day.isoformat())


def _day(typed: str, today: date, tense: Tense) -> date | None:
    if typed in _DAYS:
        return today + timedelta(days=_DAYS[typed])
    if iso := _ISO.fullmatch(typed):
        return _real(int(iso[1]), int(iso[2]), int(iso[3]))
    if digits := _DIGITS.fullmatch(typed):
        return _in_year(digits[3], int(digits[2]), int(digits[1]), today=today, tense=tense)
    if words := _WORDS.fullmatch(typed):
        month = _MONTHS.index(words[2]) + 1
        return _in_year(words[3], month, int(words[1]), today=today, tense=tense)
    return None


def _in_year(year: str | None, month: int, day: int, *, today: date, tense: Tense) -> date | None:
    if year:
        return _real(int(year) + (2000 if len(year) == 2 else 0), month, day)
    days = [_real(today.year + shift, month, day) for shift in (-1, 0, 1)]
    real = [found for found in days if found is not None]
    fitting = [found for found in real if _suits(found, today, tense)] or real
    return min(fitting, key=lambda found: abs(found - today), default=None)


def _suits(day: date, today: date, tense: Tense) -> bool:
    return tense is Tense.ANY or (day > today) == (tense is Tense.FUTURE)


def _real(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
