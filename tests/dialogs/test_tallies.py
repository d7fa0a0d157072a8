"""«Результаты»: what a questionnaire's answers come to, for the coordinator alone."""

import json
from dataclasses import replace
from io import BytesIO

import pytest
from openpyxl import load_workbook

from handlers import tallies
from handlers.presses import LONGEST, Act, Deed, Go, Meant, Spot, pack, unpack
from mentoring import forms, questionnaires
from storage import forms as form_rows
from storage.vocabulary import Source
from tests.cast import Person
from tests.conftest import School
from tests.dialogs.requesting import answers, hands_in

ANNA, IGOR, OLGA = "Соколова Анна Ильинична", "Рябинин Игорь Олегович", "Берёзова Ольга Львовна"
BOOK = "Результаты 08.09.2026.xlsx"


async def opens(coordinator: Person, key: str = "needs") -> None:
    await coordinator.says("/menu")
    await coordinator.presses_data(tallies.button(key).data)


async def begins(school: School, teacher: Person, full_name: str) -> int:
    person_id = await school.brings_in(teacher, full_name)
    await teacher.presses("Заполнить запрос")
    await teacher.presses("Начать")
    return person_id


async def publishes(school: School, version: int, title: str) -> None:
    """The request in the school's own words."""
    form = replace(forms.load().get("needs"), version=version, title=title)
    bot = school.cast.bot
    async with bot.machine.database.write() as tx:
        digest = await questionnaires.keep(tx, form)
        by, now = 1, bot.clock.now()
        await form_rows.publish(
            tx, school_id=school.id, form_key="needs", version=version, digest=digest, note="", by=by, now=now
        )


async def keeps(school: School, full_name: str, **said: object) -> None:
    """Answers of a request that was sent, as if it had been specified further."""
    bot = school.cast.bot
    async with bot.machine.database.write() as tx:
        run_id = await tx.one(
            int,
            "SELECT f.id FROM form_run f JOIN person p ON p.id = f.person_id WHERE full_name = :name",
            name=full_name,
        )
        for question, value in said.items():
            await tx.run(
                """INSERT INTO answer (run_id, question, value, source, answered_at)
                   VALUES (:run_id, :question, :value, :source, :now)""",
                run_id=run_id,
                question=question,
                value=None if value is None else json.dumps(value),
                source=Source.TAP,
                now=bot.clock.now(),
            )


async def test_what_was_handed_in_is_counted_with_shares_and_what_is_begun_is_told(school: School) -> None:
    cast = school.cast
    await hands_in(school, cast.teacher, ANNA)
    await hands_in(school, cast.colleague, IGOR, experience="y0")
    await begins(school, cast.newcomer, OLGA)
    await opens(cast.coordinator)
    cast.coordinator.sees("Версия 1. Ответов: 2. Начали и не отправили: 1.")
    cast.coordinator.sees("1. Предметы\nФизика — 2 (100 %)", "Ответили: 2.", "Страница 1 из")
    await cast.coordinator.presses("Ещё ▶")
    cast.coordinator.sees(
        "3. Педагогический стаж", "Меньше года — 1 (50 %)", "4–10 лет — 1 (50 %)", "1–3 года — 0 (0 %)"
    )
    await cast.coordinator.presses("◀ Раньше")
    cast.coordinator.sees("1. Предметы")


async def test_answers_of_whoever_withdrew_are_not_counted(school: School) -> None:
    cast = school.cast
    await hands_in(school, cast.teacher, ANNA)
    igor = await hands_in(school, cast.colleague, IGOR)
    async with cast.bot.machine.database.write() as tx:
        await tx.run("UPDATE person SET erase_by = '2026-10-03' WHERE id = :id", id=igor)
    await opens(cast.coordinator)
    cast.coordinator.sees("Ответов: 1.", "Физика — 1 (100 %)")
    await cast.coordinator.presses("Скачать Excel")
    book = load_workbook(BytesIO(cast.coordinator.files[BOOK]))
    assert [row[0] for row in book["Ответы, версия 1"].iter_rows(values_only=True)] == ["ФИО", ANNA]


async def test_skipped_is_told_and_a_question_without_answers_says_so(school: School) -> None:
    cast = school.cast
    await hands_in(school, cast.teacher, ANNA)
    await hands_in(school, cast.colleague, IGOR)
    await keeps(school, ANNA, d_method=["plan"], s_confidence=7)
    await keeps(school, IGOR, d_method=None, s_confidence=8)
    await opens(cast.coordinator)
    seen = []
    while "Ещё ▶" in cast.coordinator.buttons:
        seen.append(cast.coordinator.screen.text)
        await cast.coordinator.presses("Ещё ▶")
    text = "\n".join([*seen, cast.coordinator.screen.text])
    assert "Рабочая программа, план урока — 1 (100 %)" in text
    assert "Ответили: 1. Не отвечали: 1." in text
    assert "1 — совсем не уверен(а), 10 — полностью уверен(а)\nСреднее 7,5; медиана 7,5." in text
    assert "Документы: что именно?\nНа этот вопрос пока никто не ответил." in text


async def test_versions_are_counted_apart_and_one_is_chosen(school: School) -> None:
    cast = school.cast
    await hands_in(school, cast.teacher, ANNA)
    await publishes(school, 2, "Наш запрос")
    await school.brings_in(cast.colleague, IGOR, subjects=("math",), levels=("ooo",), experience="y4")
    await answers(cast.colleague)
    await opens(cast.coordinator)
    cast.coordinator.sees("Наш запрос", "Версия 2. Ответов: 1.", "Математика — 1 (100 %)", "Версия 1: ответов 1")
    await cast.coordinator.presses("Версия 1: ответов 1")
    cast.coordinator.sees(
        "Профессиональные запросы", "Версия 1. Ответов: 1.", "Физика — 1 (100 %)", "Версия 2: ответов 1"
    )
    await cast.coordinator.presses("Ещё ▶")
    cast.coordinator.sees("Версия 1.")
    await cast.coordinator.presses("Скачать Excel")
    book = load_workbook(BytesIO(cast.coordinator.files[BOOK]))
    assert book.sheetnames == [
        "Сводка", "Ответы, версия 2", "Ответы, версия 1", "Личное (только координатору)",
    ]  # fmt: skip


async def test_nobodys_answers_are_told_kindly(school: School) -> None:
    cast = school.cast
    await opens(cast.coordinator)
    cast.coordinator.sees("Ответов пока нет. Как только кто-нибудь отправит анкету")
    assert cast.coordinator.buttons == ["К анкете", "Меню"]
    await begins(school, cast.teacher, ANNA)
    await opens(cast.coordinator)
    cast.coordinator.sees("Ответов пока нет. Начали и не отправили: 1.")


@pytest.mark.parametrize("key", ["trial", "nothing", "ask", "Ё" * 5, "x" * 21])
async def test_what_is_no_questionnaire_has_no_results(school: School, key: str) -> None:
    coordinator = school.cast.coordinator
    for press in (
        Go(Spot.TALLIES, argument=key),
        Act(Deed.TALLY_CHART, 0, f"0.{key}"),
        Act(Deed.TALLY_CHART, 0, key),
        Act(Deed.TALLY_BOOK, 0, key),
    ):
        await coordinator.says("/menu")
        await coordinator.presses_data(pack(press))
        coordinator.sees("Такой анкеты больше нет")
    assert await school.cast.bot.fetch(int, "SELECT id FROM job") == []


async def test_nobody_but_the_coordinator_sees_results(school: School) -> None:
    teacher = school.cast.teacher
    await hands_in(school, teacher, ANNA)
    for press in (
        Go(Spot.TALLIES, argument="needs"),
        Act(Deed.TALLY_CHART, 0, "0.needs"),
        Act(Deed.TALLY_BOOK, 0, "needs"),
    ):
        await teacher.says("/menu")
        await teacher.presses_data(pack(press))
        teacher.was_never_told("результаты", "отдельным сообщением")
    assert await school.cast.bot.fetch(int, "SELECT id FROM job") == []


async def test_results_of_one_school_hold_nothing_of_another(school: School) -> None:
    cast = school.cast
    await hands_in(school, cast.teacher, ANNA)
    async with cast.bot.machine.database.write() as tx:
        await tx.run("INSERT INTO school (id, name, short_name, city, time_zone, school_year, created_at)"
                     " VALUES (77, 'Школа № 99', 'Школа № 99', 'Москва', 'Europe/Moscow', 2026, :now)",
                     now=cast.bot.clock.now())  # fmt: skip
        await tx.run("UPDATE form_run SET school_id = 77 WHERE form_key = 'needs'")
    await opens(cast.coordinator)
    cast.coordinator.sees("Ответов пока нет.")
    (foreign,) = await cast.bot.fetch(int, "SELECT id FROM form_run WHERE form_key = 'needs'")
    await cast.coordinator.presses_data(pack(Go(Spot.TALLIES, foreign, 0, "needs")))
    cast.coordinator.sees("Ответов пока нет.")


def test_the_longest_key_fits_into_a_button_and_comes_back() -> None:
    many = 10**9
    for press in (Go(Spot.TALLIES, many, 99, "x" * 20), Act(Deed.TALLY_CHART, many, f"99.{'x' * 20}")):
        data = pack(Meant(many, press))
        assert len(data) <= LONGEST
        assert unpack(data) == Meant(many, press)
