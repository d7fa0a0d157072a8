"""Sheets of screens, drawn by the sandbox's own page in Chromium."""

import asyncio
import shutil
from collections.abc import Sequence
from io import BytesIO
from pathlib import Path

from aiohttp import web
from PIL import Image
from playwright.async_api import Page, async_playwright

from sandbox.botapi import serving
from sandbox.web.page import STATIC
from sandbox.web.view import message_view
from tests.screens.sections import Section
from tests.screens.walk import Seen

COLUMNS, COLOURS = 4, 128
MOST = 24  # screens on one sheet
SHEET = Path(__file__).with_name("sheet.html")
# Each screen into the column that is the shortest so far.
_LAY = """async ({ screens, columns }) => {
  const { bubble } = await import("/static/bubbles.js");
  const sheet = document.getElementById("sheet");
  sheet.replaceChildren(...Array.from({ length: columns }, () => {
    const column = document.createElement("div");
    column.className = "column";
    return column;
  }));
  for (const { title, message } of screens) {
    const screen = document.createElement("section"), head = document.createElement("h2");
    screen.className = "screen";
    head.textContent = title;
    screen.append(head, bubble(message));
    const shortest = [...sheet.children].reduce((a, b) => (a.offsetHeight <= b.offsetHeight ? a : b));
    sheet.style.alignItems = "flex-start";
    shortest.append(screen);
  }
}"""


async def draw(folder: Path, sheets: Sequence[tuple[Section, Sequence[Seen]]]) -> list[tuple[Section, list[str]]]:
    """Each section's files, in order."""
    app = web.Application()
    app.router.add_static("/static", STATIC)
    app.router.add_get("/", lambda _: _blank())
    made = []
    async with serving(app) as address, async_playwright() as playwright:
        browser = await playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=("--no-sandbox", "--disable-gpu")
        )
        page = await browser.new_page(viewport={"width": 1300, "height": 800}, locale="ru-RU")
        await page.goto(address)
        for section, screens in sheets:
            names = []
            for at in range(0, len(screens), MOST):
                names.append(f"screens-{section.name}-{at // MOST + 1}.png")
                await _sheet(page, folder / names[-1], screens[at : at + MOST], at + 1)
            made.append((section, names))
        await browser.close()
    return made


async def _blank() -> web.StreamResponse:
    return web.FileResponse(SHEET)


async def _sheet(page: Page, path: Path, screens: Sequence[Seen], first: int) -> None:
    told = [
        {"title": f"{number}. {each.who}", "message": {**message_view(each.message), "document": None, "picture": None}}
        for number, each in enumerate(screens, first)
    ]
    await page.evaluate(_LAY, {"screens": told, "columns": min(COLUMNS, len(told))})
    taken = await page.locator("#sheet").screenshot()
    await asyncio.to_thread(_keep, taken, path)


def _keep(taken: bytes, path: Path) -> None:
    """Few colours are enough for words, and light."""
    Image.open(BytesIO(taken)).convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE).save(path, optimize=True)
