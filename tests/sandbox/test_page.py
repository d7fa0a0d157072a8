"""The web chat as a person uses it, in a real Chromium, with the echo bot behind it."""

import shutil
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from playwright.async_api import Browser, Page, async_playwright, expect

from sandbox.app import sandbox_app
from sandbox.botapi import serving
from sandbox.child import BotState
from sandbox.house import House, Options
from tests.sandbox.test_house import ECHO, until

pytestmark = pytest.mark.browser

ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


@pytest.fixture
async def browser() -> AsyncIterator[Browser]:
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=shutil.which("chromium"), args=ARGUMENTS)
        yield browser
        await browser.close()


@pytest.fixture
async def house(tmp_path: Path) -> AsyncIterator[House]:
    house = House(Options(folder=tmp_path / "data", command=ECHO))
    async with serving(sandbox_app(house)) as house.address:
        await house.open()
        await until(lambda: house.bot.state is BotState.RUNNING)
        yield house
        await house.close()


@pytest.fixture
async def page(browser: Browser, house: House) -> AsyncIterator[Page]:
    """The page on a desktop; an error in its scripts fails the test."""
    page = await browser.new_page(viewport={"width": 1280, "height": 800}, locale="ru-RU")
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    await page.goto(house.address)
    yield page
    assert errors == []
    await page.close()


async def say(page: Page, text: str) -> None:
    await page.get_by_role("textbox", name="Сообщение").fill(text)
    await page.keyboard.press("Enter")


async def test_the_first_steps(page: Page) -> None:
    await expect(page.get_by_text("Бот работает")).to_be_visible()
    await expect(page.locator(".empty")).to_contain_text("Я повторяю за вами.")
    await page.get_by_role("button", name="Начать").click()
    await expect(page.locator(".message").last).to_contain_text("Здравствуйте, Вера! /start invite_42")
    await page.get_by_role("button", name="Нажато: 0").click()
    await expect(page.get_by_text("Счёт: 1")).to_be_visible()
    await expect(page.get_by_text("изменено")).to_have_count(0)
    await expect(page.locator(".message")).to_have_count(2)
    await page.get_by_role("button", name="Подсказка").click()
    await expect(page.locator(".toast")).to_have_text("Это подсказка")
    await page.get_by_role("button", name="Окно").click()
    await expect(page.get_by_role("dialog")).to_contain_text("прочитайте и закройте")
    await page.get_by_role("button", name="Хорошо").click()
    await page.get_by_role("button", name="Молча").click()
    await expect(page.get_by_role("button", name="Молча")).to_have_attribute("aria-busy", "true")


async def test_the_page_itself_does_not_scroll(page: Page) -> None:
    await expect(page.get_by_text("Бот работает")).to_be_visible()
    assert await page.evaluate("document.documentElement.scrollHeight - window.innerHeight") == 0


async def test_a_press_can_be_sent_twice(page: Page, house: House) -> None:
    await page.get_by_role("button", name="Начать").click()
    await page.get_by_role("button", name="Нажать дважды").click()
    await page.get_by_role("button", name="Подсказка").click()
    await expect(page.locator(".toast")).to_have_count(2)
    await expect(page.get_by_role("button", name="Нажать дважды")).to_have_attribute("aria-pressed", "false")


async def test_formatting_and_links_to_the_bot(page: Page) -> None:
    await page.get_by_role("button", name="Начать").click()
    await say(page, "/rich")
    body = page.locator(".message").last.locator(".body")
    for tag, words in (
        ("strong", "Жирный"),
        ("em", "курсив"),
        ("code", "код"),
        ("blockquote", "Цитата в две"),
    ):
        await expect(body.locator(tag)).to_contain_text(words)
    await body.get_by_role("button", name="Показать скрытый текст").click()
    await expect(body.locator(".spoiler.open")).to_have_text("тайна")
    await body.get_by_role("link", name="slip_42").click()
    picker = page.get_by_role("dialog", name="Открыть от имени…")
    await picker.get_by_role("button", name="Алёна Синицына").click()
    await expect(page.locator("#chat-name")).to_have_text("Алёна Синицына")
    await expect(page.locator(".message").last).to_contain_text("Здравствуйте, Алёна! /start slip_42")


async def test_files_and_menus(page: Page, tmp_path: Path) -> None:
    await page.get_by_role("button", name="Начать").click()
    await page.get_by_role("button", name="Прикрепить").click()
    await page.get_by_role("button", name="Пример списка сотрудников").click()
    last = page.locator(".message:not(.mine)").last
    await expect(last).to_contain_text("Список сотрудников.xlsx")
    async with page.expect_download() as download:
        await last.get_by_role("link").click()
    assert (await (await download.value).path()).read_bytes()[:2] == b"PK"
    paper = tmp_path / "приказ.txt"
    paper.write_text("Приказ")
    await page.locator("#file").set_input_files(paper)
    await expect(page.locator(".message:not(.mine)").last).to_contain_text("12 Б")
    await page.get_by_role("button", name="Команды бота").click()
    await page.get_by_role("button", name="/keys").click()
    await page.get_by_role("button", name="Не знаю").click()
    await expect(page.locator(".message").last).to_contain_text("text: Не знаю")


async def test_an_own_message_is_corrected(page: Page) -> None:
    await page.get_by_role("button", name="Начать").click()
    await say(page, "физикa")
    mine = page.locator(".message.mine").last
    await expect(mine).to_contain_text("физикa")
    await mine.get_by_role("button", name="Исправить своё сообщение").click()
    await say(page, "физика")
    await expect(mine).to_contain_text("изменено")


async def test_another_chat_counts_what_is_unread(page: Page, house: House) -> None:
    await page.get_by_role("button", name="Начать").click()
    house.world.start(house.world.add_user("Вне списка").id)
    igor = page.get_by_role("link", name="Игорь Званцев")
    house.world.start(7_001_002)
    await expect(igor.locator(".badge")).to_have_text("1")
    await igor.click()
    await expect(igor.locator(".badge")).to_have_count(0)


async def test_blocking_and_coming_back(page: Page, house: House) -> None:
    await page.get_by_role("button", name="Начать").click()
    await page.get_by_role("button", name="Заблокировать бота").click()
    await expect(page.get_by_text("заблокирован", exact=True)).to_be_visible()
    await expect(page.locator("#start")).to_have_text("Разблокировать бота")
    await page.locator("#start").click()
    await expect(page.get_by_role("textbox", name="Сообщение")).to_be_visible()


async def test_the_clock_and_the_bot_are_in_our_hands(page: Page, house: House) -> None:
    before = house.clock.now()
    await page.get_by_role("button", name="+1 день").click()
    await until(lambda: (house.clock.now() - before).days == 1)
    await expect(page.get_by_text("Бот работает")).to_be_visible()
    await page.get_by_role("button", name="Убить бота").click()
    await expect(page.get_by_text("Бот остановлен", exact=True)).to_be_visible()
    await page.get_by_role("button", name="Начать").click()
    await page.get_by_role("button", name="Перезапустить процесс").click()
    await expect(page.locator(".message").last).to_contain_text("Здравствуйте, Вера!")
    await page.get_by_role("button", name="Журнал").click()
    await expect(page.locator("#bot-lines")).to_contain_text("echo bot starts")


async def test_a_slow_deed_is_seen_to_have_begun(page: Page) -> None:
    await expect(page.get_by_text("Бот работает")).to_be_visible()
    await page.route("**/ui/do/*", lambda _: None)  # the server has not answered yet
    await page.get_by_role("button", name="+1 день").click()
    await expect(page.locator("#bot-state")).to_have_text("Переводим часы…")
    await page.get_by_role("button", name="Перезапустить процесс").click()
    await expect(page.locator("#bot-state")).to_have_text("Бот перезапускается…")


async def test_on_a_phone_the_list_leads_to_the_chat(browser: Browser, house: House) -> None:
    phone = await browser.new_page(viewport={"width": 390, "height": 844}, locale="ru-RU", has_touch=True)
    await phone.goto(house.address)
    await expect(phone.locator(".chat")).to_be_hidden()
    await phone.get_by_role("link", name="Максим Рябинин").tap()
    await phone.get_by_role("button", name="Начать").tap()
    await expect(phone.locator(".message").last).to_contain_text("Здравствуйте, Максим!")
    overflow = await phone.evaluate("document.documentElement.scrollWidth > innerWidth")
    assert overflow is False
    await phone.get_by_role("link", name="К списку людей").tap()
    await expect(phone.locator(".side")).to_be_visible()
    await phone.close()
