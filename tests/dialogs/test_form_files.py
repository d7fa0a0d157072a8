"""A questionnaire goes out as Excel, is changed there and comes back: as a draft, or with its mistakes marked."""

from collections.abc import Callable
from io import BytesIO

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from tests.cast import Person
from tests.conftest import School

QUESTIONS = "Вопросы"
NEW = "В какие дни у вас методический день?"


async def downloads(coordinator: Person, button: str = "Скачать Excel для правки") -> bytes:
    await coordinator.says("/forms")
    await coordinator.presses("Профессиональные запросы")
    before = set(coordinator.files)
    await coordinator.presses(button)
    (name,) = set(coordinator.files) - before or {list(coordinator.files)[-1]}
    assert name.startswith("Профессиональные запросы педагога, версия 1")
    return coordinator.files[name]


def edited(content: bytes, sheet: str, *edits: Callable[[Worksheet], None]) -> bytes:
    book = load_workbook(BytesIO(content))
    for edit in edits:
        edit(book[sheet])
    return saved(book)


def saved(book: Workbook) -> bytes:
    target = BytesIO()
    book.save(target)
    return target.getvalue()


def column(sheet: Worksheet, heading: str) -> int:
    headings = [str(cell.value).casefold() for cell in sheet[1]]
    return next(number for number, each in enumerate(headings, 1) if each.startswith(heading))


def row_of(sheet: Worksheet, code: str) -> int:
    codes = [row[column(sheet, "код") - 1] for row in sheet.iter_rows(values_only=True)]
    return codes.index(code) + 1


def adds_a_question(sheet: Worksheet) -> None:
    """Before «Когда удобно встречаться?», as a person inserts a row."""
    row = row_of(sheet, "time")
    sheet.insert_rows(row)
    sheet.cell(row, column(sheet, "вопрос"), NEW)
    sheet.cell(row, column(sheet, "вид"), "текст")


def breaks(code: str, heading: str, value: str) -> Callable[[Worksheet], None]:
    def edit(sheet: Worksheet) -> None:
        sheet.cell(row_of(sheet, code), column(sheet, heading), value)

    return edit


async def test_a_question_added_in_excel_becomes_a_draft(school: School) -> None:
    coordinator = school.cast.coordinator
    content = await downloads(coordinator)
    await coordinator.sends_file("Анкета.xlsx", edited(content, QUESTIONS, adds_a_question))
    coordinator.sees("Файл прочитан, ошибок нет", "черновик версии 2", f"новый вопрос: «{NEW}»")
    coordinator.does_not_see("вопрос убран", "изменён")
    await coordinator.presses("Опубликовать")
    await coordinator.says("Методический день")
    coordinator.sees("версия 2")


@pytest.mark.parametrize("button", ["Скачать Excel для правки", "Скачать как XLSForm"])
async def test_what_comes_back_unchanged_says_so(school: School, button: str) -> None:
    coordinator = school.cast.coordinator
    await coordinator.sends_file("Анкета.xlsx", await downloads(coordinator, button))
    coordinator.sees("Изменений нет")
    assert await school.cast.bot.fetch(int, "SELECT COUNT(*) FROM form_draft") == [0]


async def test_all_mistakes_are_told_at_once_and_the_same_file_comes_back_marked(school: School) -> None:
    coordinator = school.cast.coordinator
    wrong = edited(
        await downloads(coordinator),
        QUESTIONS,
        breaks("time", "вид", "картинка"),
        breaks("areas", "показывать если", "wantmentor = «Да»"),
        breaks("can_share", "вопрос", ""),
    )
    await coordinator.sends_file("Анкета.xlsx", wrong)
    coordinator.sees("3 места нужно поправить", "лист «Вопросы», строка")
    marked = load_workbook(BytesIO(coordinator.files["Анкета с пометками.xlsx"]))[QUESTIONS]
    notes = {
        (marked.cell(1, number).value, str(cell.value or ""))
        for row in marked.iter_rows(min_row=2)
        for number, cell in enumerate(row, 1)
        if cell.comment is not None
    }
    assert {(str(heading).casefold(), value) for heading, value in notes} == {
        ("вид", "картинка"),
        ("показывать если", "wantmentor = «Да»"),
        ("вопрос", ""),
    }
    assert await school.cast.bot.fetch(int, "SELECT COUNT(*) FROM form_draft") == [0]


async def test_a_question_that_the_programme_reads_cannot_be_dropped(school: School) -> None:
    coordinator = school.cast.coordinator
    content = edited(
        await downloads(coordinator), QUESTIONS, lambda sheet: sheet.delete_rows(row_of(sheet, "want_mentor"))
    )
    await coordinator.sends_file("Анкета.xlsx", content)
    coordinator.sees("нужно поправить", "want_mentor")


async def test_a_file_that_comes_in_the_middle_of_a_dialog_leaves_the_question_its_buttons(school: School) -> None:
    coordinator = school.cast.coordinator
    content = await downloads(coordinator)
    await coordinator.says("/people")
    await coordinator.presses("Добавить человека")
    asked = coordinator.screen.text
    await coordinator.sends_file("Анкета.xlsx", edited(content, QUESTIONS, adds_a_question))
    coordinator.sees("черновик версии 2")
    await coordinator.says("Ветрова Зоя Ильинична")
    assert "Фамилия" in asked
    assert await school.cast.bot.fetch(str, "SELECT value FROM answer WHERE question = 'full_name'") == [
        '"Ветрова Зоя Ильинична"'
    ]


async def test_a_new_questionnaire_begins_with_the_template(school: School) -> None:
    coordinator = school.cast.coordinator
    await coordinator.says("/forms")
    await coordinator.presses("Новая анкета")
    coordinator.sees("Шаблон новой анкеты")
    await coordinator.sends_file("Новая анкета.xlsx", coordinator.files["Новая анкета.xlsx"])
    coordinator.sees("Это новая анкета")


async def test_a_teachers_file_is_no_questionnaire(school: School) -> None:
    content = await downloads(school.cast.coordinator)
    await school.brings_in(school.cast.teacher, "Соколова Анна Ильинична")
    await school.cast.teacher.sends_file("Анкета.xlsx", edited(content, QUESTIONS, adds_a_question))
    school.cast.teacher.sees("Сейчас файл не нужен")
    assert await school.cast.bot.fetch(int, "SELECT COUNT(*) FROM form_draft") == [0]
