"""The words of a programme's paper and of its versions. Plain text."""

from collections.abc import Mapping
from datetime import date

from mentoring.papers.office_words import day
from mentoring.papers.templates.fields import Values
from mentoring.rules.programmes import Change, ChangeKind, Evidence, Step
from mentoring.rules.text import clean_line

EVIDENCE: Mapping[Evidence, str] = {
    Evidence.NOTE: "отметка о встрече",
    Evidence.VISIT_MENTOR: "отметка о посещении урока наставника",
    Evidence.VISIT_MENTEE: "отметка о посещении урока наставляемого",
    Evidence.FILE: "название материала",
    Evidence.EVENT: "мероприятие",
    Evidence.MON_MID: "ответы на промежуточную анкету",
    Evidence.MON_END: "ответы на итоговую анкету",
}
ANY_AREA = "Вся программа"

_TEXTS: Mapping[ChangeKind, str] = {
    ChangeKind.PROBLEM: "Запрос",
    ChangeKind.GOAL: "Цель",
    ChangeKind.EXPECTED: "Ожидаемые результаты",
}
_CHANGES: Mapping[ChangeKind, str] = {
    ChangeKind.TASK_ADDED: "Добавлена задача: {what}",
    ChangeKind.TASK_GONE: "Исключена задача: {what}",
    ChangeKind.STEP_ADDED: "Добавлено мероприятие: {what}, срок {after}",
    ChangeKind.STEP_GONE: "Исключено мероприятие: {what}, срок {before}",
    ChangeKind.STEP_MOVED: "Перенесено мероприятие: {what}, с {before} на {after}",
    ChangeKind.STEP_DETAILS: "Уточнены форма, результат или подтверждение: {what}",
    ChangeKind.STARTS: "Начало программы: {after} вместо {before}",
    ChangeKind.EXTENDED: "Программа продлена: по {after} вместо {before}",
    ChangeKind.SHORTENED: "Срок программы сокращён: по {after} вместо {before}",
}


def plan_step(number: int, of: Step, areas: Mapping[str, str], done_on: date | None = None) -> Values:
    """A line of the plan; `areas` are the labels of the dictionary by their keys."""
    return {
        "номер": str(number),
        "направление": areas.get(of.area, of.area) or ANY_AREA,
        "мероприятие": clean_line(of.activity),
        "форма": clean_line(of.form),
        "срок": day(of.due_on) if of.due_on else "",
        "результат": clean_line(of.result),
        "подтверждение": EVIDENCE[of.evidence],
        "отметка": f"выполнено {day(done_on)}" if done_on else "",
    }


def change_line(of: Change) -> str:
    """One line of «Изменения и продление», without a full stop."""
    if of.kind in _TEXTS:
        return f"{_TEXTS[of.kind]}: {_instead(of)}"
    return _CHANGES[of.kind].format(what=of.what, before=day(of.before_on), after=day(of.after_on))


def _instead(of: Change) -> str:
    if not (of.before and of.after):
        return f"«{of.after}»" if of.after else f"исключено «{of.before}»"
    return f"«{of.after}» вместо «{of.before}»"
