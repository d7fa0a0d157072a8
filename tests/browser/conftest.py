"""The sandbox with the real bot, and Chromium; pictures go where PICTURES says, else nowhere that matters."""

import asyncio
import os
import shutil
from collections.abc import AsyncIterator, Callable
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from playwright.async_api import Browser, Page, ViewportSize, async_playwright, expect

from sandbox.app import sandbox_app
from sandbox.botapi import serving
from sandbox.child import BotState
from sandbox.house import House, Options

ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
# A Tuesday in September: the roadmap's dates are still ahead.
TUESDAY = datetime(2026, 9, 8, 11, 0, tzinfo=ZoneInfo("Europe/Moscow"))
PATIENCE = 30_000  # the worker of a busy machine takes its time
DESKTOP, PHONE = ViewportSize(width=1280, height=800), ViewportSize(width=390, height=844)
TALL = ViewportSize(width=1280, height=1120)


@pytest.fixture
async def browser() -> AsyncIterator[Browser]:
    async with async_playwright() as playwright:
        launched = await playwright.chromium.launch(executable_path=shutil.which("chromium"), args=ARGUMENTS)
        yield launched
        await launched.close()


@pytest.fixture
async def house(tmp_path: Path) -> AsyncIterator[House]:
    """As `python -m sandbox` opens it: a world, a clock, the bot as a process of its own."""
    house = House(Options(folder=tmp_path / "data", start_at=TUESDAY))
    async with serving(sandbox_app(house)) as house.address:
        await house.open()
        await until(lambda: house.bot.state is BotState.RUNNING and house.payload, 120)
        yield house
        await house.close()


@pytest.fixture
async def page(browser: Browser, house: House) -> AsyncIterator[Page]:
    """The page on a desktop; an error in its scripts fails the test."""
    page = await browser.new_page(viewport=DESKTOP, locale="ru-RU")
    page.set_default_timeout(PATIENCE)
    expect.set_options(timeout=PATIENCE)
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    await page.goto(house.address)
    yield page
    assert errors == []
    await page.close()


@pytest.fixture
def pictures(tmp_path: Path) -> Path:
    """`make pictures` sets PICTURES to docs/pictures; a plain test run leaves the checkout alone."""
    folder = Path(os.environ.get("PICTURES") or tmp_path / "pictures")
    folder.mkdir(parents=True, exist_ok=True)
    return folder


async def until(condition: Callable[[], object], seconds: float = 20) -> None:
    """Wait for something that a process does."""
    async with asyncio.timeout(seconds):
        while not condition():
            await asyncio.sleep(0.05)
