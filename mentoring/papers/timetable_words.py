"""What is wrong in a row of a timetable and how to mend it: the chat says it. Plain text."""

from collections.abc import Mapping, Sequence

from mentoring.rules.timetables import TimetableProblem, TimetableReason

_ADVICE: Mapping[TimetableReason, str] = {
    TimetableReason.NAME_MISSING: "Здесь уроки без имени. Впишите, чьи они; если это вторая строка учителя выше, "
    "повторите в ней его имя.",
    TimetableReason.NAME_UNKNOWN: "{value}: такого имени нет в списке сотрудников. "
    "Впишите фамилию, имя и отчество, как в списке.",
    TimetableReason.NAME_AMBIGUOUS: "{value}: так зовут нескольких людей. Впишите имя полностью, как в списке.",
    TimetableReason.NAME_TWICE: "{value}: то же имя есть ещё в строках: {rows}. Поставьте эти строки рядом или "
    "оставьте одну.",
    TimetableReason.NO_LESSONS: "{value}: нет ни одного урока. Отметьте уроки или удалите строку.",
    TimetableReason.FORMULA: "В строке есть формула, бот её не считает. Скопируйте строку и вставьте как значения.",
}


def sentence(of: TimetableProblem) -> str:
    """«Строка 12. …»."""
    said = _ADVICE[of.reason].format(value=f"«{of.value}»", rows=", ".join(map(str, of.rows)) or str(of.row))
    return f"Строка {of.row}. {said}{_perhaps(of.hints)}"


def _perhaps(names: Sequence[str]) -> str:
    return f" Возможно, это: {'; '.join(names).removesuffix('.')}." if names else ""
