"""«Год за минуту» by hand and eye: a short one is played, its days are read, a message is opened."""

from datetime import date
from pathlib import Path

import pytest
from playwright.async_api import Page, expect

from sandbox.house import House
from sandbox.year.play import YearShow
from tests.browser.conftest import PHONE, TALL

pytestmark = pytest.mark.browser


async def test_a_deputy_head_plays_three_weeks_of_school_and_reads_who_was_told_what(
    page: Page, house: House, pictures: Path
) -> None:
    house.year = YearShow(people=10, until=date(2026, 9, 26))
    await plays(page)
    await reads_the_facts(page)
    await page.set_viewport_size(TALL)
    await page.screenshot(path=pictures / "year.png")
    await opens_a_message(page)
    await follows_one_person(page)
    await fits_a_phone(page)


async def plays(page: Page) -> None:
    await page.get_by_role("link", name="Год за минуту").click()
    await page.get_by_role("button", name="Прожить год").click()
    await expect(page.get_by_text("Идёт год:")).to_be_visible()
    await expect(page.get_by_role("button", name="Прожить ещё раз")).to_be_visible(timeout=120_000)


async def reads_the_facts(page: Page) -> None:
    outside = page.get_by_role("listitem").filter(has_text="вне рабочего времени")
    await expect(outside).to_contain_text("0")
    await expect(page.locator(".fact.broken")).to_have_count(0)
    await expect(page.get_by_role("heading", name="Сентябрь 2026")).to_be_visible()


async def opens_a_message(page: Page) -> None:
    await page.get_by_role("combobox", name="Что").select_option(label="Напоминание о запросе")
    await page.locator("#timeline").get_by_role("button", name="Верескова О. Ю.").first.click()
    message = page.get_by_role("dialog")
    await expect(message).to_contain_text("Верескова Ольга Юрьевна: молчит")
    await expect(message).to_contain_text("Координатор собирает запросы педагогов")
    await expect(message).to_contain_text("Отложить")
    await message.get_by_role("button", name="Весь год этого человека").click()


async def follows_one_person(page: Page) -> None:
    await expect(page.locator("#timeline .names button")).to_have_text(["Верескова О. Ю."] * await told(page))
    await page.get_by_role("button", name="Показать всё").click()
    await page.get_by_role("row", name="Белов П. Л.").get_by_role("button").click()
    await expect(page.locator("#timeline .names button").first).to_have_text("Белов П. Л.")


async def told(page: Page) -> int:
    """As the page counts."""
    words = await page.locator("#count").text_content()
    return int((words or "0").split()[-1])


async def fits_a_phone(page: Page) -> None:
    await page.set_viewport_size(PHONE)
    assert await page.evaluate("document.documentElement.scrollWidth > innerWidth") is False
