"""«Скачать Excel» of the mentor bank: who is ready, everybody's answers by wording, who was asked, the counts."""

from dataclasses import replace
from io import BytesIO

from openpyxl import Workbook, load_workbook

from mentoring import forms
from mentoring.rules.forms import Form, Question, QuestionKind
from tests.conftest import School
from tests.dialogs.inviting import invites
from tests.dialogs.offering import offers, refuses, says_yes
from tests.dialogs.publishing import publishes
from tests.dialogs.requesting import FACTS

ANNA, IGOR, OLGA = "Соколова Анна Ильинична", "Рябинин Игорь Олегович", "Берёзова Ольга Петровна"


async def downloads(school: School) -> Workbook:
    coordinator = school.cast.coordinator
    await coordinator.says("/mentors")
    await coordinator.presses("Скачать Excel")
    await coordinator.presses("Да, сделать файл", times=2)
    coordinator.sees("Таблица придёт отдельным сообщением")
    assert list(coordinator.files) == ["Банк наставников 08.09.2026.xlsx"]
    return load_workbook(BytesIO(coordinator.files["Банк наставников 08.09.2026.xlsx"]))


def rows(book: Workbook, title: str) -> list[tuple[object, ...]]:
    return list(book[title].iter_rows(values_only=True))


async def test_the_workbook_has_the_ready_the_answers_the_asked_and_the_counts(school: School) -> None:
    cast = school.cast
    await offers(school, cast.teacher, ANNA)
    await refuses(school, cast.colleague, IGOR)
    await school.lists(OLGA)
    await invites(cast.coordinator, "Берёзова О. П.", "Рябинин И. О.")
    book = await downloads(school)
    assert book.sheetnames == ["Наставники", "Ответы", "Пожелания (только координатору)", "Приглашены", "Сводка"]
    headings, *ready = rows(book, "Наставники")
    line = dict(zip(headings, ready[0], strict=True))
    assert [row[0] for row in ready] == [ANNA]
    assert (line["Сколько коллег"], line["Предметы"], line["Категория"], line["Готовность, 1–10"]) == (
        2,
        "Физика",
        "Первая",
        "8",
    )
    assert [row[0] for row in rows(book, "Ответы")[1:]] == [IGOR, ANNA]
    assert [(row[0], row[4]) for row in rows(book, "Приглашены")[1:]] == [
        (OLGA, "ещё не в боте"),
        (IGOR, "отправлена"),
    ]
    counts = {str(row[0]): row[1] for row in rows(book, "Сводка") if row[1] is not None}
    assert (counts["Готовы"], counts["Всего мест"], counts["Отказались"], counts["Приглашены и не ответили"]) == (
        1,
        2,
        1,
        1,
    )


async def test_what_is_for_the_coordinator_alone_stands_on_its_own_sheet(school: School) -> None:
    cast = school.cast
    await school.brings_in(cast.teacher, ANNA, **FACTS)
    await cast.teacher.presses("Анкета наставника")
    await cast.teacher.presses("Начать")
    await says_yes(cast.teacher, limits="Свободна по вторникам")
    book = await downloads(school)
    assert "Свободна по вторникам" in [row[2] for row in rows(book, "Пожелания (только координатору)")]
    for title in ("Наставники", "Ответы", "Приглашены", "Сводка"):
        assert not any("вторникам" in str(cell) for row in rows(book, title) for cell in row)


async def test_a_schools_own_wording_is_read_by_its_keys(school: School) -> None:
    cast = school.cast
    await publishes(school, _reworded())
    await school.brings_in(cast.teacher, ANNA, **FACTS)
    for label in ("Анкета наставника", "Начать", "Дальше"):
        await cast.teacher.presses(label)
    await says_yes(cast.teacher)
    book = await downloads(school)
    assert rows(book, "Наставники")[1][2] == "Да, на несколько месяцев или год"
    headings = rows(book, "Ответы")[0]
    assert "Поможете ли коллеге" in headings
    assert "Сначала прочитайте" not in headings
    await cast.coordinator.says("/mentors")
    cast.coordinator.sees("Готовы: 1. Всего мест: 2.")


async def test_whoever_withdrew_is_absent_and_counted(school: School) -> None:
    cast = school.cast
    await offers(school, cast.teacher, ANNA)
    await offers(school, cast.colleague, IGOR)
    for label in ("Меню", "Мои данные", "Отозвать согласие", "Отозвать согласие"):
        await cast.colleague.presses(label)
    book = await downloads(school)
    assert [row[0] for row in rows(book, "Наставники")[1:]] == [ANNA]
    counts = {str(row[0]): row[1] for row in rows(book, "Сводка")}
    assert counts["Исключено: отозвано согласие"] == 1
    assert not any(
        "Рябинин" in str(cell) for sheet in book for row in sheet.iter_rows(values_only=True) for cell in row
    )


def _reworded() -> Form:
    shipped = forms.load().get("mentor_profile")
    note = Question(key="first_read", kind=QuestionKind.NOTE, text="Сначала прочитайте")
    asked = (
        replace(each, heading="Поможете ли коллеге") if each.key == "ready" else each for each in shipped.questions
    )
    return replace(shipped, version=2, questions=(note, *asked))
