"""What people do and see on the sandbox's page."""

import re
from pathlib import Path

from playwright.async_api import Locator, Page, ViewportSize, expect

from tests.browser.conftest import DESKTOP

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


async def sets_up_the_school(page: Page) -> None:
    await press(page, "Начать")
    await press(page, "Понятно")
    await expect(last(page)).to_contain_text("Как называется школа?")
    await say(page, "МБОУ «Школа № 12»")
    await expect(last(page)).to_contain_text("В каком городе")
    await say(page, "Казань")
    await expect(last(page)).to_contain_text("Список людей пока пуст")


async def sends_the_sample_staff_list(page: Page) -> None:
    """Up to what the bot has read: nobody is added yet."""
    await press(page, "Люди")
    await press(page, "Прислать список (Excel)")
    await page.get_by_role("button", name="Прикрепить").click()
    await page.get_by_role("button", name="Пример списка сотрудников").click()
    await expect(log(page)).to_contain_text("Прочитано: 24 строки")


async def adds_everybody(page: Page) -> None:
    await press(page, "Добавить 24 человека")
    await expect(log(page)).to_contain_text("Добавлено: 24")


async def orders_a_link(page: Page, surname: str) -> Locator:
    """The personal link that the coordinator gets on the card."""
    await say(page, surname)
    await expect(last(page)).to_contain_text(surname)
    given = log(page).get_by_role("link").filter(has_text="start=")
    before = await given.count()
    await press(page, "Личная ссылка")
    await expect(given).to_have_count(before + 1)
    return given.last


async def opens_as(page: Page, link: Locator, who: str) -> None:
    """The link is pressed, and somebody's telephone takes it."""
    await link.click()
    await page.get_by_role("dialog", name="Открыть от имени…").get_by_role("button", name=who).click()


async def turns_to(page: Page, who: str) -> None:
    """What is typed next is said by them: not before the page has turned."""
    person = page.get_by_role("link", name=who)
    await person.click()
    await expect(person).to_have_attribute("aria-current", "true")


async def sends_file(page: Page, name: str, content: bytes, kind: str = XLSX) -> None:
    await page.get_by_role("button", name="Прикрепить").click()
    async with page.expect_file_chooser() as chooser:
        await page.get_by_role("button", name="Файл с диска…").click()
    await (await chooser.value).set_files({"name": name, "mimeType": kind, "buffer": content})


async def downloads(page: Page, name: str) -> bytes:
    """The newest file of this name in the chat."""
    message = page.locator(".message:not(.mine)").filter(has_text=name).last
    await expect(message).to_be_visible()
    async with page.expect_download() as download:
        await message.get_by_role("link").click()
    return (await (await download.value).path()).read_bytes()


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


async def picture(page: Page, path: Path, size: ViewportSize = DESKTOP, *, top: Locator | None = None) -> None:
    """The end of the chat, or from `top` on. Without the traces of a hand: nothing is pointed at, nothing flashes."""
    await page.set_viewport_size(size)
    await page.mouse.move(0, 0)
    await page.evaluate("document.activeElement?.blur()")
    await page.wait_for_timeout(1_000)  # what has just changed is marked for a moment
    await log(page).evaluate("log => { log.scrollTop = log.scrollHeight; }")
    if top is not None:
        await top.evaluate("message => { message.scrollIntoView({ block: 'start' }); }")
    await page.screenshot(path=path)
    await page.set_viewport_size(DESKTOP)
