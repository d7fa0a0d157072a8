"""The process's end: within ten seconds of SIGTERM and with code 0, whatever hangs at that moment."""

import asyncio
import signal
import sqlite3
from contextlib import closing
from pathlib import Path
from time import perf_counter

import pytest

from tests.bench import processes, stand_in
from tests.bench.seeding import fill

pytestmark = pytest.mark.slow
LIMIT_SECONDS = 10


class SilentAboutMessages(stand_in.StandIn):
    """Takes messages and never answers."""

    def __init__(self) -> None:
        super().__init__()
        self.asked = asyncio.Event()

    def answer(self, wire: "stand_in.Wire", method: bytes, body: bytes) -> bytes | None:
        if method == b"sendMessage":
            self.asked.set()
            return None
        return super().answer(wire, method, body)


async def ended(bot: processes.Process) -> tuple[int, float]:
    """Exit code and seconds."""
    began = perf_counter()
    bot.send_signal(signal.SIGTERM)
    code = await asyncio.wait_for(bot.wait(), 30)
    return code, perf_counter() - began


async def test_idle_process_ends_at_once(tmp_path: Path) -> None:
    await fill(tmp_path, 2)
    async with stand_in.serving() as telegram, processes.ours(telegram, tmp_path) as bot:
        code, seconds = await ended(bot)
    assert (code, seconds < 2) == (0, True), seconds


@pytest.mark.parametrize("held", [False, True], ids=["", "database held"])
async def test_process_ends_in_time_while_telegram_hangs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, held: bool
) -> None:
    (school,) = await fill(tmp_path, 3)
    monkeypatch.setattr(stand_in, "StandIn", SilentAboutMessages)
    async with stand_in.serving() as telegram, processes.ours(telegram, tmp_path) as bot:
        telegram.say(school.teachers[0], "/menu")
        assert isinstance(telegram, SilentAboutMessages)
        await asyncio.wait_for(telegram.asked.wait(), 20)
        with closing(sqlite3.connect(tmp_path / "nastavnik.db", isolation_level=None)) as outsider:
            if held:
                outsider.execute("BEGIN EXCLUSIVE")
                telegram.say(school.teachers[1], "/menu")
                await asyncio.sleep(0.3)
            code, seconds = await ended(bot)
    assert (code, seconds < LIMIT_SECONDS) == (0, True), seconds


async def test_process_ends_in_time_when_its_loop_is_stuck(tmp_path: Path) -> None:
    """A bot whose last step never returns."""
    await fill(tmp_path, 2)
    (tmp_path / "stuck.py").write_text(STUCK)
    async with stand_in.serving() as telegram:
        bot = await processes.start("stuck", tmp_path, processes.our_settings(telegram, tmp_path))
        try:
            await asyncio.wait_for(telegram.polled.wait(), 60)
            code, seconds = await ended(bot)
        finally:
            await processes.end(bot)
    assert (code, seconds < LIMIT_SECONDS) == (0, True), seconds


STUCK = """
import sys, time
from pathlib import Path

if __name__ == "__main__":
    from bot import cli
    from bot.worker import Worker
    Worker.close = lambda self: time.sleep(60)
    cli.main([])
"""
