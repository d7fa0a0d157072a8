"""A newcomer's first five minutes in the sandbox, by hand and eye: coordinator, teacher, the bank and its Excel."""

import re
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import load_workbook
from playwright.async_api import Locator, Page, expect

pytestmark = pytest.mark.browser


async def test_a_teacher_joins_consents_and_answers_and_the_coordinator_opens_the_bank(
    page: Page, pictures: Path
) -> None:
    await sets_up_the_school(page)
    await sends_the_staff_list(page, pictures)
    await gives_a_link(page)
    await joins_and_answers(page, pictures)
    await reads_the_bank(page, pictures)


async def sets_up_the_school(page: Page) -> None:
    await press(page, "Начать")
    await press(page, "Понятно")
    await expect(last(page)).to_contain_text("Как называется школа?")
    await say(page, "МБОУ «Школа № 12»")
    await expect(last(page)).to_contain_text("В каком городе")
    await say(page, "Казань")
    await expect(last(page)).to_contain_text("Список людей пока пуст")


async def sends_the_staff_list(page: Page, pictures: Path) -> None:
    await press(page, "Люди")
    await press(page, "Прислать список (Excel)")
    await page.get_by_role("button", name="Прикрепить").click()
    await page.get_by_role("button", name="Пример списка сотрудников").click()
    await expect(log(page)).to_contain_text("Прочитано: 24 строки")
    await picture(page, pictures / "staff-list.png")
    await press(page, "Добавить 24 человека")
    await expect(log(page)).to_contain_text("Добавлено: 24")


async def gives_a_link(page: Page) -> None:
    """The coordinator finds herself and Alyona in the list."""
    await say(page, "Синицына")
    await expect(last(page)).to_contain_text("Синицына")
    await press(page, "Личная ссылка")
    await expect(log(page)).to_contain_text("t.me/nastavnik_demo_bot")
    await log(page).get_by_role("link").filter(has_text="start=").last.click()
    await page.get_by_role("dialog", name="Открыть от имени…").get_by_role("button", name="Алёна Синицына").click()


async def joins_and_answers(page: Page, pictures: Path) -> None:
    await expect(last(page)).to_contain_text("согласие на обработку данных")
    for label in ("Согласен(на)", "Да, можно напоминать", "Заполнить запрос", "Начать", "Всё верно"):
        await press(page, label)
    await press(page, "Да, на несколько месяцев или год")
    await expect(last(page)).to_contain_text("В чём помощь нужнее всего")
    await press(page, "☐ Урок и методика")
    await page.set_viewport_size({"width": 390, "height": 844})
    await picture(page, pictures / "teacher-question.png")
    await page.set_viewport_size({"width": 1280, "height": 800})
    for label in ("Готово (1)", "☐ После уроков", "Готово (1)", "Пока нет"):
        await press(page, label)
    await expect(last(page)).to_contain_text("Проверьте ответы")
    await press(page, "Отправить")
    await expect(last(page)).to_contain_text("Отправлено 08.09.2026")


async def reads_the_bank(page: Page, pictures: Path) -> None:
    await page.get_by_role("link", name="Вера Орлова").click()
    await say(page, "/bank")
    await expect(last(page)).to_contain_text("Ответили: 1 из")
    await picture(page, pictures / "bank.png")
    await press(page, "Синицына А.")
    await expect(log(page)).to_contain_text("5. В чём помощь нужнее всего?")
    await picture(page, pictures / "sandbox.png")
    await say(page, "/bank")
    await press(page, "Скачать Excel")
    book = page.locator(".message:not(.mine)").filter(has_text="Банк наставляемых 08.09.2026.xlsx")
    await expect(book).to_be_visible()
    async with page.expect_download() as download:
        await book.get_by_role("link").click()
    content = (await (await download.value).path()).read_bytes()
    sheets = load_workbook(BytesIO(content), read_only=True)
    assert {"Люди", "Ответы", "Сводка"} <= set(sheets.sheetnames)
    assert any("Синицына" in str(cell) for row in sheets["Люди"].iter_rows(values_only=True) for cell in row)


def log(page: Page) -> Locator:
    return page.get_by_role("log")


def last(page: Page) -> Locator:
    return page.locator(".message:not(.mine)").last


async def press(page: Page, label: str) -> None:
    """The newest button in the chat whose label begins like this."""
    buttons = page.get_by_role("log").or_(page.locator(".foot")).get_by_role("button")
    await buttons.filter(has_text=re.compile(rf"^\s*{re.escape(label)}")).last.click()


async def say(page: Page, text: str) -> None:
    await page.get_by_role("textbox", name="Сообщение").fill(text)
    await page.keyboard.press("Enter")


async def picture(page: Page, path: Path) -> None:
    await page.wait_for_timeout(400)  # a smooth scroll is under way
    await page.screenshot(path=path)
