"""A programme on paper: every section from its values, a draft until it is whole and approved."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from docx.shared import Mm

from mentoring.papers.office_paper import DRAFT
from mentoring.papers.office_words import BLANK, signed_name
from mentoring.papers.pair_values import (
    Act,
    Blank,
    Indicator,
    Outcome,
    Pair,
    PlanStep,
    ProgrammePaper,
    Result,
    School,
    Version,
)
from mentoring.papers.programme_blanks import missing
from mentoring.papers.programme_document import SECTIONS, programme_document
from tests.papers.pairs import (
    GROUP,
    HOSTILE,
    LAST,
    PAIR,
    PAIR_ORDER,
    SCHOOL,
    foot_of,
    head_of,
    hostile_pair,
    lines,
    read,
)

FIRST_MEETING = PlanStep(
    activity="Установочная встреча",
    form="Встреча",
    due_on=date(2026, 9, 15),
    result="План согласован",
    evidence="отметка о встрече",
    done_on=date(2026, 9, 16),
)
VISIT = PlanStep(
    activity="Посещение урока наставника",
    area="Урок и методика",
    form="Посещение урока",
    due_on=date(2026, 10, 1),
    result="Лист наблюдения",
    evidence="отметка о посещении урока наставника",
)
PAPER = ProgrammePaper(
    school=SCHOOL,
    pair=PAIR,
    order=PAIR_ORDER,
    is_draft=False,
    relation="педагог – педагог",
    rhythm="раз в две недели, очно",
    areas=("Урок и методика",),
    problem="Не успеваю закончить урок",
    tasks=("Увидеть приёмы наставника", "Спланировать урок"),
    steps=(FIRST_MEETING, VISIT),
    indicators=(Indicator(name="Уверенность", start="5", planned="8", how="анкета"),),
    expected=("Планы уроков",),
    product="Открытый урок",
    versions=(Version(date(2027, 1, 20), ("Программа продлена", "Добавлена задача"), "Соколова А. П."),),
    outcome=Outcome(result=Result.PART, mentor="Урок стал ровнее", mentee="Стало спокойнее", advice="продлить"),
)


def test_a_programme_says_this_and_nothing_else() -> None:
    assert lines(programme_document(PAPER)) == [
        "СОГЛАСОВАНО\nКуратор наставничества\n__________ / В. П. Орлова\n«___» __________ 20__ г. | "
        "УТВЕРЖДАЮ\nДиректор\n__________ / П. И. Лугов\n«___» __________ 20__ г.",
        "Муниципальная школа № 12",
        "ПЕРСОНАЛИЗИРОВАННАЯ ПРОГРАММА НАСТАВНИЧЕСТВА",
        "на 2026/2027 учебный год",
        "г. Заречный",
        "1. Участники",
        "Наставник: Соколова Анна Петровна, учитель физики; категория: высшая; стаж: более 20 лет",
        "Наставляемый: Берёзова Ольга Игоревна, учитель химии; стаж: до 3 лет",
        "Куратор: Орлова Вера Павловна, заместитель директора",
        "Приказ о закреплении: от 15.09.2026 № 41",
        "2. Форма, вид и срок",
        "Форма: Традиционная («один на один»)",
        "Вид: педагог – педагог",
        "Срок: с 15.09.2026 по 31.05.2027",
        "Режим: раз в две недели, очно",
        "3. Основание: запрос наставляемого",
        "Направления: Урок и методика",
        "Не успеваю закончить урок",
        "4. Цель",
        "К 31.05.2027 самостоятельно планирует урок",
        "5. Задачи",
        "1) Увидеть приёмы наставника",
        "2) Спланировать урок",
        "6. План мероприятий",
        "№ | Направление | Мероприятие | Форма | Срок | Ожидаемый результат | Подтверждение | Отметка",
        "1 | Вся программа | Установочная встреча | Встреча | 15.09.2026 | План согласован | отметка о встрече | "
        "выполнено 16.09.2026",
        "2 | Урок и методика | Посещение урока наставника | Посещение урока | 01.10.2026 | Лист наблюдения | "
        "отметка о посещении урока наставника | ",
        "7. Показатели",
        "Показатель | На старте | План | Факт | Как проверяем",
        "Уверенность | 5 | 8 |  | анкета",
        "8. Ожидаемые результаты",
        "1) Планы уроков",
        "Продукт: Открытый урок",
        "9. Изменения и продление",
        "Дата | Что изменено | Кто внёс",
        "20.01.2027 | Программа продлена\nДобавлена задача | Соколова А. П.",
        "10. Итог",
        "Программа выполнена: частично",
        "Вывод наставника: Урок стал ровнее",
        "Вывод наставляемого: Стало спокойнее",
        "Рекомендация: продлить",
        "11. Подписи",
        "Наставник __________ / А. П. Соколова / «___» __________ 20__ г.",
        "Наставляемый __________ / О. И. Берёзова / «___» __________ 20__ г.",
        "Куратор __________ / В. П. Орлова / «___» __________ 20__ г.",
    ]
    assert missing(PAPER) == ()


def test_the_programme_of_a_group_lists_its_mentees_and_all_sign() -> None:
    text = lines(programme_document(replace(PAPER, pair=GROUP)))
    assert [line for line in text if line.startswith("Наставляемый: ")] == [
        "Наставляемый: Берёзова Ольга Игоревна, учитель химии; стаж: до 3 лет",
        "Наставляемый: Ёлкина Мария Юрьевна, учитель",
    ]
    assert [line.split(" / ")[1] for line in text if " / «___»" in line] == [
        "И. Л. Рябинин",
        "Г. А. Полевой",
        "О. И. Берёзова",
        "М. Ю. Ёлкина",
        "В. П. Орлова",
    ]


def test_a_draft_says_so_on_every_page_and_an_approved_one_does_not() -> None:
    assert head_of(programme_document(PAPER)) == [""] * 3
    assert head_of(programme_document(replace(PAPER, is_draft=True))) == [DRAFT] * 3
    assert head_of(programme_document(replace(PAPER, tasks=()))) == [DRAFT] * 3
    assert foot_of(programme_document(PAPER)) == ["Лист 1 из 1"] * 3


def test_the_plan_lies_across_its_page_and_fits_it() -> None:
    document = read(programme_document(PAPER))
    assert [round((section.page_width or 0) / Mm(1)) for section in document.sections] == [210, 297, 210]
    widths = [sum(cell.width or 0 for cell in table.rows[0].cells) for table in document.tables]
    assert [round(width / Mm(1)) for width in widths[1:]] == [257, 170, 170]


def test_before_the_end_the_outcome_is_left_to_the_hand_and_is_not_missing() -> None:
    begun = replace(PAPER, versions=(), indicators=(), outcome=Outcome())
    text = lines(programme_document(begun))
    assert missing(begun) == ()
    assert "Изменений нет." in text
    assert "Показатели не выбраны." in text
    assert f"Программа выполнена: {BLANK} (полностью, частично, нет)" in text
    assert f"Вывод наставляемого: {BLANK}" in text
    assert f"Рекомендация: {BLANK} (завершить, продлить, сменить тему)" in text


def test_with_nothing_known_there_is_a_paper_to_write_on() -> None:
    empty = ProgrammePaper(school=School(full_name="", school_year=2026), pair=Pair(mentors=(), mentees=()))
    text = lines(programme_document(empty))
    assert [line for line in text if line in SECTIONS] == list(SECTIONS)
    assert f"Наставник: {BLANK}, {BLANK}" in text
    assert " | ".join([BLANK] * 8) in text
    assert set(missing(empty)) == {
        Blank.SCHOOL,
        Blank.DIRECTOR,
        Blank.COORDINATOR,
        Blank.MENTOR,
        Blank.MENTEE,
        Blank.POST,
        Blank.PAIR_ORDER,
        Blank.FORMAT,
        Blank.TERM,
        Blank.CITY,
        Blank.RELATION,
        Blank.RHYTHM,
        Blank.PROBLEM,
        Blank.GOAL,
        Blank.TASKS,
        Blank.STEPS,
        Blank.EXPECTED,
    }
    assert not any("None" in line for line in text)


@pytest.mark.parametrize(
    ("facts", "blank"),
    [
        ({"school": replace(SCHOOL, city="")}, Blank.CITY),
        ({"order": Act("41")}, Blank.PAIR_ORDER),
        ({"relation": ""}, Blank.RELATION),
        ({"rhythm": " "}, Blank.RHYTHM),
        ({"areas": (), "problem": ""}, Blank.PROBLEM),
        ({"pair": replace(PAIR, goal="")}, Blank.GOAL),
        ({"tasks": (" ",)}, Blank.TASKS),
        ({"steps": ()}, Blank.STEPS),
        ({"steps": (VISIT, replace(VISIT, due_on=None))}, Blank.STEPS),
        ({"steps": (VISIT, replace(VISIT, activity=""))}, Blank.STEPS),
        ({"expected": (), "product": ""}, Blank.EXPECTED),
    ],
)
def test_what_is_not_known_is_a_blank_and_is_named(facts: dict[str, Any], blank: Blank) -> None:
    of = replace(PAPER, **facts)
    assert missing(of) == (blank,)
    assert len(_blanks(of)) > len(_blanks(PAPER)) == 0


def _blanks(of: ProgrammePaper) -> list[str]:
    return [line for line in lines(programme_document(of)) if BLANK in line and "«___»" not in line]


@pytest.mark.parametrize("many", [0, 1, 2, 30])
def test_every_step_has_its_line(many: int) -> None:
    plan = read(programme_document(replace(PAPER, steps=(VISIT,) * many))).tables[1]
    assert len(plan.rows) == 1 + max(1, many)


@pytest.mark.parametrize("name", HOSTILE)
def test_any_words_are_printed_as_they_are(name: str) -> None:
    visible = name.replace("\x00", "").replace("\u200b", "").strip()
    step = PlanStep(activity=name, area=name, form=name, result=name, evidence=name)
    of = ProgrammePaper(
        school=School(full_name=name, school_year=2026, director=name, coordinator=name, city=name),
        pair=hostile_pair(name),
        order=Act(name),
        problem=name,
        tasks=(name, "", name),
        steps=(step,),
        indicators=(Indicator(name=name),),
        expected=(name,),
        versions=(Version(LAST, (name, ""), name),),
        outcome=Outcome(mentor=name),
    )
    text = "\n".join(lines(programme_document(of)))
    assert f"Наставник: {visible}, {visible}; категория: {visible}; стаж: {visible}" in text
    assert f"1) {visible}\n2) {visible}" in text
    rest = text.replace(visible, "").replace(signed_name(name), "")
    assert "None" not in rest
    assert "{" not in rest
