"""Copies of the database while the bot works."""

import asyncio
import sqlite3
from collections.abc import AsyncIterator
from contextlib import closing
from pathlib import Path

import pytest

from bot.backup import back_up, before_migration, restore
from bot.sealing import Refused
from bot.settings import Settings
from storage import machine
from storage.database import Database
from tests.storage.copies import damage, mode, note, notes, opened
from tests.storage.seeds import NOW

pytestmark = pytest.mark.usefixtures("careless")


@pytest.fixture
async def bots(settings: Settings) -> AsyncIterator[Database]:
    """The database that the bot has open."""
    async with opened(settings) as database:
        yield database


async def test_a_copy_made_under_a_writer_is_sound_and_has_all_that_was_there_before(
    bots: Database, settings: Settings, tmp_path: Path
) -> None:
    for number in range(20):
        await note(bots, "before", key=f"a{number}")

    async def write() -> None:
        for number in range(10_000):
            await note(bots, "x" * 500, key=f"b{number}")

    writing = asyncio.create_task(write())
    await asyncio.sleep(0.05)
    await back_up(settings, tmp_path / "copy.db")
    still_writing = not writing.done()
    writing.cancel()
    await asyncio.gather(writing, return_exceptions=True)
    with closing(sqlite3.connect(tmp_path / "copy.db")) as connection:
        sound = connection.execute("PRAGMA integrity_check").fetchone()
    assert (still_writing, sound, notes(tmp_path / "copy.db").count("before")) == (True, ("ok",), 20)


async def test_a_copy_has_nothing_of_a_transaction_that_is_not_committed(
    bots: Database, settings: Settings, tmp_path: Path
) -> None:
    await note(bots, "committed")
    async with bots.write() as tx:
        await machine.note(tx, "note", "not yet", NOW)
        await back_up(settings, tmp_path / "copy.db")
    assert notes(tmp_path / "copy.db") == ["committed"]


async def test_an_existing_file_is_not_overwritten(bots: Database, settings: Settings, tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("dear")
    with pytest.raises(Refused, match="letter.txt exists"):
        await back_up(settings, tmp_path / "letter.txt")
    assert (tmp_path / "letter.txt").read_text() == "dear"


async def test_a_database_that_is_not_there_is_not_copied(settings: Settings, tmp_path: Path) -> None:
    with pytest.raises(Refused, match="no database school.db"):
        await back_up(settings, tmp_path / "copy.db")
    assert list(tmp_path.iterdir()) == []


async def test_a_copy_into_a_folder_that_is_not_there_is_refused(bots: Database, settings: Settings) -> None:
    with pytest.raises(Refused, match="cannot be written"):
        await back_up(settings, Path("/nowhere/copy.db"))


async def test_half_a_copy_is_not_left_behind(copy: Path, settings: Settings, tmp_path: Path) -> None:
    damage(tmp_path / "school.db")
    with pytest.raises(Refused, match="cannot be written: DatabaseError"):
        await back_up(settings, tmp_path / "half.db")
    assert not (tmp_path / "half.db").exists()


async def test_postgresql_is_sent_to_its_own_tools(settings: Settings, tmp_path: Path) -> None:
    elsewhere = settings.model_copy(update={"database_url": "postgresql://127.0.0.1/nobody"})
    for act in (back_up, restore):
        with pytest.raises(Refused, match="pg_dump"):
            await act(elsewhere, tmp_path / "copy.db")


async def test_the_database_and_its_copy_are_for_the_owner_alone(
    copy: Path, settings: Settings, tmp_path: Path
) -> None:
    async with opened(settings):
        modes = {path.name: mode(path) for path in tmp_path.glob("*.db*")}
    assert modes == dict.fromkeys(("copy.db", "school.db", "school.db-shm", "school.db-wal"), "0600")


async def test_a_database_of_the_newest_schema_is_not_copied_before_migrating(
    bots: Database, settings: Settings
) -> None:
    await before_migration(settings, bots, NOW)
    assert not settings.data_dir.exists()


async def test_a_database_of_an_older_schema_is_copied_before_migrating(bots: Database, settings: Settings) -> None:
    await note(bots, "kept")
    async with bots.write() as tx:
        await tx.run("UPDATE schema_version SET version = version - 100")
    await before_migration(settings, bots, NOW)
    (kept,) = (settings.data_dir / "backups").iterdir()
    assert (notes(kept), mode(kept), mode(kept.parent)) == (["kept"], "0600", "0700")
