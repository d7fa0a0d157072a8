"""The roadmap as Word, Excel and a picture: ordered with a press, by today's state."""

from io import BytesIO

from docx import Document
from openpyxl import load_workbook

from tests.conftest import School
from tests.dialogs.planning import confirms_dates
from tests.dialogs.test_results import makes_strict

PNG = b"\x89PNG\r\n\x1a\n"


async def test_the_word_paper_names_its_blanks_and_loses_them_when_all_is_settled(school: School) -> None:
    coordinator = school.cast.coordinator
    await coordinator.says("/roadmap")
    await coordinator.presses("Дорожная карта в Word", times=2)
    coordinator.sees("Готовлю файл", "Не заполнено: ", "ответственный этапа 3")
    await confirms_dates(coordinator)
    await coordinator.says("/roadmap")
    await coordinator.presses("Дорожная карта в Word")
    coordinator.sees("Дорожная карта для печати")
    table = Document(BytesIO(coordinator.files["Дорожная карта 2026-2027.docx"])).tables[-1]
    cells = {cell.text for row in table.rows for cell in row.cells}
    assert any("Формирование банка наставников" in cell for cell in cells)
    assert "Координатор" in cells


async def test_the_workbook_says_what_proves_each_activity(school: School) -> None:
    coordinator = school.cast.coordinator
    await confirms_dates(coordinator)
    await coordinator.says("/roadmap")
    for label in ("1. Подготовка", "1. Приказ", "Сделано"):
        await coordinator.presses(label)
    await coordinator.says("47-о")
    await coordinator.says("31.08.2026")
    await coordinator.says("/roadmap")
    await coordinator.presses("Дорожная карта в Excel")
    book = load_workbook(BytesIO(coordinator.files["Дорожная карта 2026-2027.xlsx"]))
    cells = {str(cell) for row in book["Дорожная карта"].iter_rows(values_only=True) for cell in row}
    assert {"Документ № 47-о от 31.08.2026", "сделано"} <= cells


async def test_the_year_comes_as_a_picture_with_the_same_in_words(school: School) -> None:
    coordinator = school.cast.coordinator
    await makes_strict(school)
    await confirms_dates(coordinator)
    await coordinator.says("/roadmap")
    await coordinator.presses("Картинка года")
    (photo,) = [message for message in coordinator.messages if message.media is not None and "photo" in message.media]
    assert photo.document is not None
    assert photo.document.content.startswith(PNG)
    assert "Мероприятий: 21. Сделано: 0. Просрочено: 0." in photo.text
    assert len(photo.text) <= 1024


async def test_a_forged_number_of_a_file_shows_the_roadmap(school: School) -> None:
    coordinator = school.cast.coordinator
    await coordinator.says("/roadmap")
    await coordinator.presses_data("a:roadf:9:")
    coordinator.sees("Дорожная карта, 2026/2027")
