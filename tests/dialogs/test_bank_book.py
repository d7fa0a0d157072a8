"""«Скачать Excel»: the bank as a file, with everybody whom its summary counts."""

from dataclasses import replace
from io import BytesIO

import pytest
from openpyxl import load_workbook

from mentoring import forms
from mentoring.rules.forms import Form, Question, QuestionKind
from tests.conftest import School
from tests.dialogs.publishing import publishes
from tests.dialogs.requesting import FACTS, hands_in

ANNA = "Соколова Анна Ильинична"


async def test_the_workbook_comes_as_a_file_with_the_answers_in_words(school: School) -> None:
    coordinator = school.cast.coordinator
    await hands_in(school, school.cast.teacher, ANNA)
    await coordinator.says("/bank")
    await coordinator.presses("Скачать Excel")
    await coordinator.presses("Да, сделать файл", times=2)
    coordinator.sees("Таблица придёт отдельным сообщением")
    assert list(coordinator.files) == ["Банк наставляемых 08.09.2026.xlsx"]
    book = load_workbook(BytesIO(coordinator.files["Банк наставляемых 08.09.2026.xlsx"]))
    cells = {str(cell) for sheet in book for row in sheet.iter_rows(values_only=True) for cell in row}
    assert {ANNA, "отправлена", "Нужен ли наставник", "2026-09-08 00:00:00"} <= cells
    assert "Напишите фамилию и инициалы." not in cells


@pytest.mark.parametrize("at_night", [False, True])
async def test_the_workbook_goes_out_of_the_chat_after_a_day(school: School, *, at_night: bool) -> None:
    """Telephones are lost; nobody is disturbed by what goes, so it goes at any hour."""
    cast, coordinator = school.cast, school.cast.coordinator
    await hands_in(school, cast.teacher, ANNA)
    if at_night:
        cast.bot.clock.move(hours=11)
    await coordinator.says("/bank")
    await coordinator.presses("Скачать Excel")
    await coordinator.presses("Да, сделать файл")
    coordinator.sees("Через сутки файл исчезнет из чата")
    cast.bot.clock.move(hours=23)
    await coordinator.waits()
    assert len(coordinator.files) == 1
    cast.bot.clock.move(hours=1)
    await coordinator.waits()
    assert coordinator.files == {}


async def test_a_workbook_that_was_deleted_by_hand_is_no_trouble(school: School) -> None:
    cast, coordinator = school.cast, school.cast.coordinator
    await hands_in(school, cast.teacher, ANNA)
    await coordinator.says("/bank")
    await coordinator.presses("Скачать Excel")
    await coordinator.presses("Да, сделать файл")
    (file,) = [message for message in coordinator.messages if message.document]
    cast.bot.world.delete(coordinator.user_id, file.id)
    cast.bot.clock.move(hours=24)
    await coordinator.waits()
    assert await cast.bot.fetch(str, "SELECT state FROM outbox WHERE kind = 'passing'") == ["sent"]


async def test_the_workbook_names_all_whom_the_summary_counts_and_no_decision_about_consent(school: School) -> None:
    cast = school.cast
    await hands_in(school, cast.teacher, ANNA)
    await school.brings_in(cast.colleague, "Рябинин Игорь Олегович")
    await cast.colleague.presses("Заполнить запрос")
    await cast.colleague.presses("Начать")
    (declines, withdraws) = await school.lists("Лугова Нина Андреевна", "Берёзова Ольга Львовна")
    await cast.newcomer.starts((await school.invites(declines)).token)
    await cast.newcomer.presses("Не согласен(на)")
    await school.lists("Ветрова Зоя Ильинична")
    async with cast.bot.machine.database.write() as tx:
        await tx.run("UPDATE person SET erase_by = '2026-10-03' WHERE id = :id", id=withdraws)
    await cast.coordinator.says("/bank")
    await cast.coordinator.presses("Скачать Excel")
    await cast.coordinator.presses("Да, сделать файл")
    book = load_workbook(BytesIO(cast.coordinator.files["Банк наставляемых 08.09.2026.xlsx"]))
    rows = list(book["Люди"].iter_rows(min_row=2, values_only=True))
    assert [(row[0], row[6], bool(row[10])) for row in rows] == [
        (ANNA, "отправлена", True),
        ("Ветрова Зоя Ильинична", "ещё не в боте", False),
        ("Лугова Нина Андреевна", "не начата", False),
        ("Рябинин Игорь Олегович", "начата, не отправлена", True),
    ]
    assert [row[1] for row in book["Сводка"].iter_rows(values_only=True) if row[0] == "Всего в списке"] == [len(rows)]


async def test_each_answer_stands_under_the_wording_that_its_author_was_asked(school: School) -> None:
    cast = school.cast
    await hands_in(school, cast.teacher, ANNA)
    await publishes(school, _reworded())
    await school.brings_in(cast.colleague, "Рябинин Игорь Олегович", **FACTS)
    for label in (
        "Заполнить запрос",
        "Начать",
        "Дальше",
        "Всё верно",
        "Нет",
        "Не хочу отвечать",
        "Пока нет",
        "Отправить",
    ):
        await cast.colleague.presses(label)
    await cast.coordinator.says("/bank")
    await cast.coordinator.presses("Скачать Excel")
    await cast.coordinator.presses("Да, сделать файл")
    book = load_workbook(BytesIO(cast.coordinator.files["Банк наставляемых 08.09.2026.xlsx"]))
    headings, *lines = list(book["Ответы"].iter_rows(values_only=True))
    assert "Сначала прочитайте" not in headings
    old, new = headings.index("Нужен ли наставник в этом учебном году"), headings.index("Хочет ли в пару")
    assert [(line[0], line[1], line[old], line[new]) for line in lines] == [
        (ANNA, 1, "Да, на несколько месяцев или год", None),
        ("Рябинин Игорь Олегович", 2, None, "Нет"),
    ]
    people = {row[0]: row[5] for row in book["Люди"].iter_rows(min_row=2, values_only=True)}
    assert people["Рябинин Игорь Олегович"] == "Нет"


def _reworded() -> Form:
    shipped = forms.load().get("needs")
    note = Question(key="first_read", kind=QuestionKind.NOTE, text="Сначала прочитайте")
    asked = (
        replace(each, heading="Хочет ли в пару") if each.key == "want_mentor" else each for each in shipped.questions
    )
    return replace(shipped, version=2, questions=(note, *asked))
