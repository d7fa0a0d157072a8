"""Classes and years of work: the options' own labels say which numbers they cover."""

import re
from collections.abc import Mapping

from mentoring.rules.staff_list.reading import Reading, is_nothing
from mentoring.rules.text import clean_line, fold

LAST_GRADE = 11
LONGEST_CAREER = 70

_SUFFIX = r"(?: ?-?(?:ые|ый|х|й|е|[а-г])\b)?"
_SPAN = re.compile(r"([0-9]{1,2})-([0-9]{1,2})" + _SUFFIX)
_GRADE = re.compile(r"([0-9]{1,2})" + _SUFFIX)
# Excel turns a typed «5-9» into the fifth of September.
_EXCEL_DATE = re.compile(r"\b([0-9]{2})\.([0-9]{2})\.[0-9]{4}\b")
_SCHOOLS = (
    (re.compile(r"\bначальн\w*|\bнач\b"), 1),
    (re.compile(r"\bосновн\w*|\bсредн\w*"), 5),
    (re.compile(r"\bстарш\w*"), 10),
)
_FILLING = re.compile(r"класс(?:ы|ов|а)?\b|кл\b|\b(?:школ[аы]|звено|уровень|по|с|и)\b|[\s.,;/:()+-]")
_YEARS = re.compile(r"([0-9]{1,2})(?:[.,][0-9]+)?(?: ?(?:лет|года?|г|л)\b(?:\D*|.*мес\w*))?")
_UNDER_A_YEAR = re.compile(r"(?:меньше|менее|до) (?:1 |одного )?года|без стажа|полгода|[0-9]{1,2} мес(?:яц|яца|яцев)?")
_OVER = re.compile(r"(?:больше|более|свыше|>) ?([0-9]{1,2})(?: лет| года)?|([0-9]{1,2}) ?\+(?: лет)?")


def read_levels(cell: str, levels: Mapping[str, str]) -> Reading:
    """«5-9», «5–9 классы», «5, 6, 7», «5а и 7б», «начальные», «не веду»."""
    typed = fold(_EXCEL_DATE.sub(_as_span, cell))
    if is_nothing(cell):
        return Reading()
    for key, label in levels.items():
        if typed == fold(label) or (not _span(label) and typed in {"не веду", "уроков нет", "без уроков"}):
            return Reading((key,))
    grades, rest = _grades(typed)
    keys = tuple(key for key, label in levels.items() if grades & _range(label))
    if not keys or rest or not grades <= set(range(1, LAST_GRADE + 1)):
        return Reading((), ((clean_line(cell), ()),))
    return Reading(keys)


def read_experience(cell: str, bands: Mapping[str, str]) -> Reading:
    """«12», «12 лет», «2,5 года», «4–10», «больше 20», «меньше года», or an option's own words."""
    typed = fold(_EXCEL_DATE.sub(_as_span, cell))
    if is_nothing(cell):
        return Reading()
    by_label = [key for key, label in bands.items() if fold(label) == typed]
    found = set(by_label) or {_band(year, bands) for year in _years(typed)}
    key = found.pop() if len(found) == 1 else ""
    return Reading((key,)) if key else Reading((), ((clean_line(cell), ()),))


def _as_span(date: re.Match[str]) -> str:
    first, last = sorted((int(date[1]), int(date[2])))
    return f"{first}-{last}"


def _span(label: str) -> tuple[int, int] | None:
    found = _SPAN.search(fold(label))
    return (int(found[1]), int(found[2])) if found else None


def _range(label: str) -> set[int]:
    span = _span(label)
    return set(range(span[0], span[1] + 1)) if span else set()


def _grades(typed: str) -> tuple[set[int], str]:
    """The grades that the cell names, and what is left of it when they are taken out."""
    grades = {grade for word, grade in _SCHOOLS if word.search(typed)}
    for word, _ in _SCHOOLS:
        typed = word.sub(" ", typed)
    for first, last in _SPAN.findall(typed):
        grades |= set(range(int(first), int(last) + 1))
    typed = _SPAN.sub(" ", typed)
    grades |= {int(grade) for grade in _GRADE.findall(typed)}
    return grades, _FILLING.sub("", _GRADE.sub(" ", typed))


def _years(typed: str) -> tuple[int, ...]:
    """The whole years that were meant: one number, or both ends of a span."""
    if _UNDER_A_YEAR.fullmatch(typed):
        return (0,)
    if over := _OVER.fullmatch(typed):
        return int(over[1] or over[2]) + 1, LONGEST_CAREER
    if span := _SPAN.match(typed):
        return int(span[1]), int(span[2])
    number = _YEARS.fullmatch(typed)
    return (int(number[1]),) if number and int(number[1]) <= LONGEST_CAREER else ()


def _band(years: int, bands: Mapping[str, str]) -> str:
    """The option that covers these years; the ends are open below the first span and above the last."""
    spans = {key: span for key, label in bands.items() if (span := _span(label))}
    for key, (first, last) in spans.items():
        if first <= years <= last:
            return key
    keys = list(bands)
    covered = [keys.index(key) for key in spans]
    if not covered:
        return ""
    below = years < min(first for first, _ in spans.values())
    return "".join(keys[: covered[0]][-1:] if below else keys[covered[-1] + 1 :][:1])
