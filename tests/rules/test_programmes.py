"""What a programme begins with, what it lacks, and what its versions change."""

from dataclasses import replace
from datetime import date
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentoring.forms import load
from mentoring.rules.calendar import SchoolCalendar
from mentoring.rules.programmes import (
    Change,
    ChangeKind,
    Evidence,
    Lack,
    Missing,
    Programme,
    Step,
    changes,
    missing,
    prefill,
)

TEMPLATES = load().programmes
CALENDAR = SchoolCalendar(ZoneInfo("Europe/Moscow"))
FIRST, LAST = date(2026, 9, 14), date(2027, 5, 31)
VISIT = Step(activity="Посещение урока", area="method", due_on=date(2026, 10, 1), evidence=Evidence.VISIT_MENTOR)
WHOLE = Programme(
    areas=("method",),
    problem="Не успеваю закончить урок",
    goal="К 31.05.2027 планирует урок",
    tasks=("Увидеть приёмы", "Спланировать урок"),
    steps=(VISIT, Step(activity="Итог", due_on=LAST)),
    expected=("План урока",),
    starts_on=FIRST,
    ends_on=LAST,
)


def begun(*areas: str, priority: str = "") -> Programme:
    return prefill(TEMPLATES, areas, priority, starts_on=FIRST, ends_on=LAST, calendar=CALENDAR)


def test_the_goal_is_of_the_first_area_and_names_the_last_day() -> None:
    assert begun("docs", "digital").goal == (
        "К 31.05.2027 наставляемый самостоятельно ведёт рабочую программу и журнал, "
        "что видно по сверке со списком обязательных документов"
    )


@pytest.mark.parametrize(
    ("areas", "many"),
    [
        (("method",), [4]),
        (("docs",), [2]),
        (("method", "docs"), [2, 2]),
        (("method", "docs", "digital"), [2, 1, 1]),
    ],
)
def test_the_areas_share_at_most_four_tasks(areas: tuple[str, ...], many: list[int]) -> None:
    tasks = begun(*areas).tasks
    assert [sum(task in TEMPLATES.areas[area].tasks for task in tasks) for area in areas] == many
    assert list(tasks) == [task for area in areas for task in TEMPLATES.areas[area].tasks if task in tasks]


def test_the_mentees_own_words_say_the_problem_else_the_areas_do() -> None:
    assert begun("docs", priority=" Журнал\x00 и {отчёты} ").problem == "Журнал и {отчёты}"
    assert begun("docs", "docs", "growth").problem == "Документы и нормативная база; Аттестация и развитие"


def test_what_is_proposed_can_be_approved_as_it_is() -> None:
    for area in TEMPLATES.areas:
        assert missing(begun(area)) == ()


def test_nothing_asked_for_gives_only_what_every_programme_has() -> None:
    assert [step.area for step in begun().steps] == ["", "", ""]
    assert [each.what for each in missing(begun())] == [Lack.PROBLEM, Lack.GOAL, Lack.TASKS, Lack.EXPECTED]


@pytest.mark.parametrize(
    ("of", "lacks"),
    [
        (WHOLE, ()),
        (Programme(), (Lack.TERM, Lack.PROBLEM, Lack.GOAL, Lack.TASKS, Lack.STEPS, Lack.EXPECTED)),
        (replace(WHOLE, goal=" …"), (Lack.GOAL,)),
        (replace(WHOLE, tasks=("", " ")), (Lack.TASKS,)),
        (replace(WHOLE, expected=(), product="Открытый урок"), ()),
        (replace(WHOLE, ends_on=None), (Lack.TERM,)),
        (replace(WHOLE, ends_on=date(2026, 9, 13)), (Lack.TERM_BACKWARDS,)),
    ],
)
def test_a_programme_lacks(of: Programme, lacks: tuple[Lack, ...]) -> None:
    assert missing(of) == tuple(Missing(each) for each in lacks)


@pytest.mark.parametrize(
    ("step", "lack"),
    [
        (replace(VISIT, activity=" "), Lack.STEP_WORDS),
        (replace(VISIT, due_on=None), Lack.STEP_DATE),
        (replace(VISIT, due_on=date(2026, 9, 13)), Lack.STEP_OUTSIDE),
        (replace(VISIT, due_on=date(2027, 6, 1)), Lack.STEP_OUTSIDE),
    ],
)
def test_a_step_is_told_by_its_number(step: Step, lack: Lack) -> None:
    assert missing(replace(WHOLE, steps=(VISIT, step))) == (Missing(lack, 2),)


@pytest.mark.parametrize(
    ("after", "found"),
    [
        (replace(WHOLE, goal=" к 31.05.2027 планирует  урок."), ()),
        (replace(WHOLE, steps=WHOLE.steps[::-1], tasks=WHOLE.tasks[::-1]), ()),
        (replace(WHOLE, problem="Шумно"), (Change(ChangeKind.PROBLEM, "", WHOLE.problem, "Шумно"),)),
        (
            replace(WHOLE, ends_on=date(2027, 12, 31)),
            (Change(ChangeKind.EXTENDED, before_on=LAST, after_on=date(2027, 12, 31)),),
        ),
        (
            replace(WHOLE, ends_on=date(2027, 4, 30)),
            (Change(ChangeKind.SHORTENED, before_on=LAST, after_on=date(2027, 4, 30)),),
        ),
        (
            replace(WHOLE, starts_on=date(2026, 9, 21)),
            (Change(ChangeKind.STARTS, before_on=FIRST, after_on=date(2026, 9, 21)),),
        ),
        (
            replace(WHOLE, tasks=("Увидеть приёмы", "Провести урок")),
            (Change(ChangeKind.TASK_GONE, "Спланировать урок"), Change(ChangeKind.TASK_ADDED, "Провести урок")),
        ),
        (
            replace(WHOLE, steps=(replace(VISIT, due_on=date(2026, 10, 8)), WHOLE.steps[1])),
            (
                Change(
                    ChangeKind.STEP_MOVED,
                    "Посещение урока",
                    before_on=date(2026, 10, 1),
                    after_on=date(2026, 10, 8),
                ),
            ),
        ),
        (
            replace(WHOLE, steps=(replace(VISIT, form="Онлайн"), WHOLE.steps[1])),
            (Change(ChangeKind.STEP_DETAILS, "Посещение урока"),),
        ),
        (
            replace(WHOLE, steps=(WHOLE.steps[1],)),
            (Change(ChangeKind.STEP_GONE, "Посещение урока", before_on=date(2026, 10, 1)),),
        ),
        (
            replace(WHOLE, steps=(replace(VISIT, due_on=date(2026, 9, 24)), *WHOLE.steps)),
            (Change(ChangeKind.STEP_ADDED, "Посещение урока", after_on=date(2026, 9, 24)),),
        ),
        (replace(WHOLE, product="Урок"), (Change(ChangeKind.EXPECTED, "", "План урока", "План урока; Урок"),)),
    ],
)
def test_a_version_changes(after: Programme, found: tuple[Change, ...]) -> None:
    assert changes(WHOLE, after) == found


STEPS = st.builds(
    Step,
    activity=st.sampled_from(["Встреча", "Урок", "Разбор"]),
    due_on=st.none() | st.dates(FIRST, date(2026, 9, 20)),
    form=st.sampled_from(["", "Онлайн"]),
)
PROGRAMMES = st.builds(Programme, steps=st.lists(STEPS, max_size=6).map(tuple), ends_on=st.none() | st.just(LAST))


@given(PROGRAMMES, PROGRAMMES)
def test_changes_go_both_ways_and_the_same_has_none(one: Programme, other: Programme) -> None:
    assert changes(one, one) == ()
    there, back = changes(one, other), changes(other, one)
    many = [[sum(each.kind is kind for each in found) for found in (there, back)] for kind in ChangeKind]
    by_kind = dict(zip(ChangeKind, many, strict=True))
    assert by_kind[ChangeKind.STEP_ADDED] == by_kind[ChangeKind.STEP_GONE][::-1]
    assert len(other.steps) - len(one.steps) == by_kind[ChangeKind.STEP_ADDED][0] - by_kind[ChangeKind.STEP_GONE][0]
