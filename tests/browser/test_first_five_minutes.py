"""A newcomer's first five minutes in the sandbox, by hand and eye: coordinator, teacher, the bank and its Excel."""

from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import load_workbook
from playwright.async_api import Page, expect

from tests.browser.conftest import PHONE
from tests.browser.pages import (
    adds_everybody,
    downloads,
    last,
    log,
    opens_as,
    orders_a_link,
    picture,
    press,
    say,
    sends_the_sample_staff_list,
    sets_up_the_school,
    turns_to,
)

pytestmark = pytest.mark.browser


async def test_a_teacher_joins_consents_and_answers_and_the_coordinator_opens_the_bank(
    page: Page, pictures: Path
) -> None:
    await sets_up_the_school(page)
    await sends_the_staff_list(page, pictures)
    await gives_a_link(page)
    await joins_and_answers(page, pictures)
    await reads_the_bank(page, pictures)


async def sends_the_staff_list(page: Page, pictures: Path) -> None:
    await sends_the_sample_staff_list(page)
    await picture(page, pictures / "staff-list.png")
    await adds_everybody(page)


async def gives_a_link(page: Page) -> None:
    """The coordinator finds herself and Alyona in the list."""
    await opens_as(page, await orders_a_link(page, "Синицына"), "Алёна Синицына")


async def joins_and_answers(page: Page, pictures: Path) -> None:
    await expect(last(page)).to_contain_text("согласие на обработку данных")
    for label in ("Согласен(на)", "Да, можно напоминать", "Заполнить запрос", "Начать", "Всё верно"):
        await press(page, label)
    await press(page, "Да, на несколько месяцев или год")
    await expect(last(page)).to_contain_text("В чём помощь нужнее всего")
    await press(page, "☐ Урок и методика")
    await picture(page, pictures / "teacher-question.png", PHONE)
    for label in ("Готово (1)", "☐ После уроков", "Готово (1)", "Пока нет"):
        await press(page, label)
    await expect(last(page)).to_contain_text("Проверьте ответы")
    await press(page, "Отправить")
    await expect(last(page)).to_contain_text("Отправлено 08.09.2026")


async def reads_the_bank(page: Page, pictures: Path) -> None:
    await turns_to(page, "Вера Орлова")
    await say(page, "/bank")
    await expect(last(page)).to_contain_text("Ответили: 1 из")
    await picture(page, pictures / "bank.png")
    await press(page, "Синицына А.")
    await expect(log(page)).to_contain_text("5. В чём помощь нужнее всего?")
    await picture(page, pictures / "sandbox.png")
    await say(page, "/bank")
    await press(page, "Скачать Excel")
    await press(page, "Да, сделать файл")
    content = await downloads(page, "Банк наставляемых 08.09.2026.xlsx")
    sheets = load_workbook(BytesIO(content), read_only=True)
    assert {"Люди", "Ответы", "Сводка"} <= set(sheets.sheetnames)
    assert any("Синицына" in str(cell) for row in sheets["Люди"].iter_rows(values_only=True) for cell in row)
