"""T21: a cold start, and what the bot weighs: idle, with its worker at work, a minute later."""

import asyncio
import sqlite3
from contextlib import aclosing, closing
from pathlib import Path

import pytest

from bot.worker import IDLE_SECONDS
from handlers.presses import Act, Deed, pack
from mentoring.jobs import Work
from tests.bench.figures import at_most
from tests.bench.foundation import memory, start
from tests.bench.papers.reports import Files
from tests.bench.papers.school import YEAR_END, made
from tests.bench.processes import ours, resident_mb
from tests.bench.stand_in import serving
from tests.soak.measuring import Measured

AFTER_MB = 240
PAPERS = (Work.YEAR_REPORT, Work.YEAR_BOOK, Work.YEAR_CHART)  # a document, a table, a picture


@pytest.mark.soak
async def test_the_first_answer_comes_in_six_seconds(tmp_path: Path, measured: Measured) -> None:
    async for figure in start.measure(tmp_path):
        measured(figure)


@pytest.mark.soak
async def test_an_idle_bot_is_light(tmp_path: Path, measured: Measured) -> None:
    async with aclosing(memory.measure(tmp_path)) as figures:
        measured(await anext(figures))  # what follows is ten thousand people: a row of its own


@pytest.mark.soak
async def test_what_the_worker_took_is_given_back(tmp_path: Path, measured: Measured) -> None:
    busy, *_ = await made(tmp_path)
    settings = {"CLOCK_START": YEAR_END.isoformat()}
    async with serving() as telegram, ours(telegram, tmp_path, settings) as process:
        before = resident_mb(process.pid)
        files = Files(telegram)
        for work in PAPERS:
            await files.ordered(busy.coordinator, work)
        telegram.press(busy.coordinator, pack(Act(Deed.PAIR_MATCH)))
        async with asyncio.timeout(60):
            while not matched(tmp_path):
                await asyncio.sleep(0.2)
        during = resident_mb(process.pid)
        await asyncio.sleep(IDLE_SECONDS + 2)
        note = f"{before:.0f} at the start of a busy year's end, {during:.0f} with the worker and its four papers"
        measured(at_most("RSS a minute later", resident_mb(process.pid), AFTER_MB, "MB", note=note))


def matched(folder: Path) -> bool:
    """A screen comes of it, and no file: it is over when its row says so."""
    with closing(sqlite3.connect(folder / "nastavnik.db")) as database:
        return bool(database.execute("SELECT 1 FROM job WHERE kind = 'matching' AND state = 'done'").fetchall())
