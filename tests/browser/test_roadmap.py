"""A coordinator brings the school's own roadmap in Word, reads what was understood, and orders the year's picture."""

from pathlib import Path

import pytest
from playwright.async_api import Page, expect

from sandbox.house import House
from tests.browser.conftest import TALL
from tests.browser.pages import last, log, picture, press, say, sends_file, sets_up_the_school
from tests.dialogs.roadmapping import ANSWERS, source

pytestmark = pytest.mark.browser

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


async def test_a_schools_own_roadmap_is_read_answered_accepted_and_drawn(
    page: Page, house: House, pictures: Path
) -> None:
    await sets_up_the_school(page)
    await sends_the_schools_document(page, pictures)
    await answers_what_it_leaves_open(page)
    await orders_the_picture_of_the_year(page, house, pictures)


async def sends_the_schools_document(page: Page, pictures: Path) -> None:
    await press(page, "Дорожная карта")
    await press(page, "Загрузить свою карту")
    await sends_file(page, "Дорожная карта.docx", source(), DOCX)
    await expect(log(page)).to_contain_text("6 этапов, 15 пунктов и 2 подпункта")
    await expect(last(page)).to_contain_text("Что я понял")
    await picture(page, pictures / "roadmap.png", TALL, top=last(page))


async def answers_what_it_leaves_open(page: Page) -> None:
    await press(page, "Ответить на вопросы")
    for answer in ANSWERS:
        await press(page, answer)
    await press(page, "Принять карту")
    await expect(last(page)).to_contain_text("сроки")


async def orders_the_picture_of_the_year(page: Page, house: House, pictures: Path) -> None:
    await say(page, "сроки этапов")
    await press(page, "Подтвердить сроки")
    await say(page, "/roadmap")
    await press(page, "Картинка года")
    chart = page.locator(".message .picture img")
    await expect(chart).to_be_visible()
    await expect(log(page)).to_contain_text("Ближайшие сроки:")
    address = await chart.get_attribute("src")
    drawn = await page.request.get(f"{house.address}{address}")
    (pictures / "roadmap-chart.png").write_bytes(await drawn.body())
