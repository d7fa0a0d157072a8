"""A copy of the database has no round without names that is still being answered."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from bot.backup import back_up
from bot.settings import Settings
from tests.storage.copies import opened
from tests.storage.rounds import MARK, opens_a_round

pytestmark = pytest.mark.usefixtures("careless")


async def test_an_open_round_is_left_out_of_a_copy_and_it_is_said_so(settings: Settings, tmp_path: Path) -> None:
    async with opened(settings) as database:
        await opens_a_round(database)
        left_out = await back_up(settings, tmp_path / "copy.db")
        async with database.read() as tx:
            still_there = await tx.all(int, "SELECT many FROM anonymous_answer")
    with closing(sqlite3.connect(tmp_path / "copy.db")) as copy:
        tables = ("survey", "anonymous_answer", "form_ask", "answer", "form_run")
        left = {table: copy.execute(f"SELECT COUNT(*) FROM {table}").fetchone()[0] for table in tables}
        sound = copy.execute("PRAGMA foreign_key_check").fetchall()
    assert (left_out, still_there, sound) == (1, [1], [])
    assert left == dict.fromkeys(left, 0)
    assert MARK.encode() not in (tmp_path / "copy.db").read_bytes()


async def test_a_closed_round_is_in_the_copy(settings: Settings, tmp_path: Path) -> None:
    async with opened(settings) as database:
        await opens_a_round(database, closed=True)
        assert await back_up(settings, tmp_path / "copy.db") == 0
    with closing(sqlite3.connect(tmp_path / "copy.db")) as copy:
        assert copy.execute("SELECT COUNT(*) FROM anonymous_answer").fetchone() == (1,)
