"""A copy each night by the bot's own clock, fourteen kept; whoever should hears when none is made."""

import sqlite3
from collections.abc import AsyncIterator
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from bot import sealing
from bot.nightly import NO_KEY, Nightly, copies
from bot.sealing import Refused
from bot.settings import Settings
from mentoring import backups
from sandbox.clock import GivenClock
from storage.database import Database, open_database
from storage.migrations import migrate
from tests.bot_under_test import NOON


class Night:
    """Nightly copies of one database, its folder, its alarms."""

    def __init__(self, database: Database, settings: Settings, clock: GivenClock) -> None:
        self.database = database
        self.settings = settings
        self.clock = clock
        self.alarms: list[str] = []
        self.folder = settings.data_dir / "backups"
        self.copies = self._begin()

    async def restarts(self, **changed: object) -> None:
        self.settings = self.settings.model_copy(update=changed)
        self.copies = self._begin()
        await self.copies.start()

    async def passes(self, days: int) -> None:
        """Six looks a day, of the hundred and forty-four."""
        for _ in range(6 * days):
            self.clock.move(hours=4)
            await self.copies.look()

    def names(self) -> list[str]:
        return [path.name for path in copies(self.folder)]

    async def is_late(self) -> bool:
        async with self.database.read() as tx:
            return await backups.is_late(tx, self.clock.now())

    def _begin(self) -> Nightly:
        return Nightly(self.settings, self.database, self.clock, self.alarms.append)


@pytest.fixture
async def night(tmp_path: Path) -> AsyncIterator[Night]:
    clock = GivenClock(NOON)
    settings = Settings(
        _env_file=None,  # type: ignore[call-arg]  # of pydantic-settings
        data_dir=tmp_path / "data",
        backup_key_file=tmp_path / "backup.key",
    )
    sealing.make_key(settings, tmp_path / "backup.key")
    database = await open_database(f"sqlite:///{tmp_path / 'school.db'}")
    await migrate(database, now=clock.now())
    made = Night(database, settings, clock)
    await made.copies.start()
    yield made
    await database.close()


async def test_the_first_is_made_at_once_and_then_one_a_night(night: Night) -> None:
    await night.copies.look()
    assert night.names() == ["nightly-20260908T090000Z.db.age"]
    await night.passes(days=3)
    assert [name[8:16] for name in night.names()] == ["20260908", "20260909", "20260910", "20260911"]
    assert [name[17:23] for name in night.names()[1:]] == ["010000"] * 3
    assert night.alarms == []


async def test_fourteen_are_kept(night: Night) -> None:
    await night.passes(days=20)
    assert [name[8:16] for name in night.names()] == [f"202609{day}" for day in range(15, 29)]
    assert {path.stat().st_mode & 0o777 for path in copies(night.folder)} == {0o600}


async def test_a_night_that_was_slept_through_is_made_up_for(night: Night) -> None:
    await night.copies.look()
    night.clock.move(days=5)
    await night.restarts()
    await night.copies.look()
    assert len(night.names()) == 2
    assert night.alarms == []


async def test_what_it_makes_opens_as_the_database_that_it_was(night: Night, tmp_path: Path) -> None:
    await night.copies.look()
    plain = tmp_path / "plain.db"
    plain.touch()
    sealing.unseal(copies(night.folder)[0], plain, sealing.keys(night.settings))
    with closing(sqlite3.connect(plain)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert connection.execute("SELECT COUNT(*) FROM schema_version").fetchone() > (0,)


async def test_without_a_key_nothing_is_made_and_everybody_hears(
    night: Night, caplog: pytest.LogCaptureFixture
) -> None:
    await night.restarts(backup_key_file=None)
    assert NO_KEY in caplog.text
    await night.passes(days=2)
    assert (night.names(), night.alarms, await night.is_late()) == ([], [], False)
    await night.passes(days=2)
    assert (night.names(), await night.is_late()) == ([], True)
    assert set(night.alarms) == {NO_KEY}
    assert len(night.alarms) <= 3  # once a day


async def test_a_folder_that_takes_nothing_is_told_once_a_day_and_tried_again(night: Night) -> None:
    night.folder.parent.mkdir(exist_ok=True)
    night.folder.write_text("no folder")
    await night.passes(days=3)
    assert await night.is_late()
    assert len(night.alarms) in (3, 4)
    assert all("was not made: FileExistsError at nightly.py" in each for each in night.alarms)
    night.folder.unlink()
    await night.copies.look()
    assert (len(night.names()), await night.is_late()) == (1, False)


async def test_copies_that_somebody_has_taken_away_are_missed(night: Night) -> None:
    await night.passes(days=3)
    for path in copies(night.folder):
        path.unlink()
    await night.restarts(backup_key_file=None)
    await night.copies.look()
    assert await night.is_late()


async def test_half_a_copy_of_a_killed_bot_is_thrown_away_and_never_counted(night: Night) -> None:
    night.folder.mkdir(parents=True)
    for name in ("unfinished-ab12.db", "unfinished-20260908T090000Z.age"):
        (night.folder / name).write_text("half")
    await night.restarts()
    assert list(night.folder.iterdir()) == []
    await night.copies.look()
    assert len(list(night.folder.iterdir())) == 1


async def test_a_stand_in_of_telegram_needs_no_copies(night: Night) -> None:
    await night.restarts(backup_key_file=None, telegram_api_base="http://127.0.0.1:8081")
    await night.passes(days=4)
    assert (night.names(), night.alarms, await night.is_late()) == ([], [], False)


async def test_of_postgresql_nothing_is_claimed(night: Night) -> None:
    """Its copies are made by pg_dump: neither late nor made, as far as the bot can see."""
    night.database.path = None
    await night.restarts()
    await night.passes(days=4)
    assert (night.names(), night.alarms, await night.is_late()) == ([], [], False)


async def test_a_key_that_others_may_read_keeps_the_bot_from_starting(night: Night, tmp_path: Path) -> None:
    (tmp_path / "backup.key").chmod(0o644)
    with pytest.raises(Refused, match="may be read by others"):
        await night.restarts()


async def test_a_clock_that_goes_back_a_little_makes_no_second_copy(night: Night) -> None:
    await night.copies.look()
    night.clock.moment -= timedelta(hours=10)
    await night.copies.look()
    assert len(night.names()) == 1
