"""The words of a programme's plan and of its versions."""

from dataclasses import replace
from datetime import date

import pytest

from mentoring.forms import load
from mentoring.papers.office_words import BLANK
from mentoring.papers.programme_words import ANY_AREA, EVIDENCE, change_line, plan_step
from mentoring.rules.programmes import Change, ChangeKind, Evidence, Step
from tests.papers.pairs import LAST


def test_a_step_of_the_programme_becomes_a_line_of_the_plan() -> None:
    areas = {each.key: each.label for each in load().dictionary("areas")}
    step = Step(activity="Урок", area="method", form="Открытый урок", due_on=LAST, evidence=Evidence.EVENT)
    assert plan_step(3, step, areas, done_on=LAST) == {
        "номер": "3",
        "направление": "Урок и методика",
        "мероприятие": "Урок",
        "форма": "Открытый урок",
        "срок": "31.05.2027",
        "результат": "",
        "подтверждение": "мероприятие",
        "отметка": "выполнено 31.05.2027",
    }
    assert plan_step(1, replace(step, area=""), areas)["направление"] == ANY_AREA
    assert plan_step(1, replace(step, due_on=None), areas)["срок"] == ""
    assert set(EVIDENCE) == set(Evidence)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (Change(ChangeKind.GOAL, before="Одно", after="Другое {x}"), "Цель: «Другое {x}» вместо «Одно»"),
        (Change(ChangeKind.PROBLEM, after="Журнал"), "Запрос: «Журнал»"),
        (Change(ChangeKind.EXPECTED, before="Урок"), "Ожидаемые результаты: исключено «Урок»"),
        (Change(ChangeKind.TASK_ADDED, "Дело {0}"), "Добавлена задача: Дело {0}"),
        (Change(ChangeKind.TASK_GONE, "Дело"), "Исключена задача: Дело"),
        (Change(ChangeKind.STEP_ADDED, "Урок", after_on=LAST), "Добавлено мероприятие: Урок, срок 31.05.2027"),
        (Change(ChangeKind.STEP_GONE, "Урок"), f"Исключено мероприятие: Урок, срок {BLANK}"),
        (
            Change(ChangeKind.STEP_MOVED, "Урок", before_on=date(2027, 5, 3), after_on=LAST),
            "Перенесено мероприятие: Урок, с 03.05.2027 на 31.05.2027",
        ),
        (Change(ChangeKind.STEP_DETAILS, "Урок"), "Уточнены форма, результат или подтверждение: Урок"),
        (
            Change(ChangeKind.STARTS, before_on=date(2026, 9, 1), after_on=date(2026, 9, 8)),
            "Начало программы: 08.09.2026 вместо 01.09.2026",
        ),
        (
            Change(ChangeKind.EXTENDED, before_on=LAST, after_on=date(2027, 12, 31)),
            "Программа продлена: по 31.12.2027 вместо 31.05.2027",
        ),
        (
            Change(ChangeKind.SHORTENED, before_on=LAST, after_on=date(2027, 4, 30)),
            "Срок программы сокращён: по 30.04.2027 вместо 31.05.2027",
        ),
    ],
)
def test_a_change_is_told_in_a_line(change: Change, said: str) -> None:
    assert change_line(change) == said
