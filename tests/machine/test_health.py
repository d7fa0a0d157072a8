"""`python -m bot check`: numbers for the operator, and whether somebody should look."""

from datetime import timedelta
from pathlib import Path

import pytest

from bot import health
from bot.desk import Refused
from bot.nightly import NO_KEY
from bot.settings import Settings
from mentoring import reminders
from storage.database import Database, open_database
from storage.migrations import migrate
from tests.storage import seeds
from tests.storage.seeds import NOW


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(
        _env_file=None,  # type: ignore[call-arg]  # of pydantic-settings
        bot_token=None,
        telegram_api_base="http://127.0.0.1:1",
        database_url=f"sqlite:///{tmp_path / 'bot.db'}",
        clock_start=NOW,
        data_dir=tmp_path / "data",
    )


async def opened(settings: Settings) -> Database:
    database = await open_database(settings.database_url)
    await migrate(database, now=NOW)
    return database


async def test_a_bot_that_plans_is_well(settings: Settings, capsys: pytest.CaptureFixture[str]) -> None:
    database = await opened(settings)
    async with database.write() as tx:
        school_id = await seeds.school(tx)
        await reminders.note_planned(tx, NOW - timedelta(seconds=15))
    await database.close()
    assert await health.check(settings)
    assert capsys.readouterr().out.splitlines() == [
        f"last plan: {NOW - timedelta(seconds=15):%Y-%m-%d %H:%M:%S} UTC",
        "updates: 0 to be handled, 0 given up",
        "messages: 0 due, 0 in flight, 0 of unknown fate",
        "next due: none",
        "jobs: 0 due",
        "questionnaires without names: 0 open, left out of backups",
        f"backups: last nightly copy none, 0 kept; {NO_KEY}",
        "journal: 0 acts, whole",
        "files of materials: 0 kept, 0 missing",
        f"school {school_id}: next confirmed day none",
    ]


async def test_a_late_planner_and_an_update_that_was_given_up_want_a_look(
    settings: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    database = await opened(settings)
    async with database.write() as tx:
        await reminders.note_planned(tx, NOW - timedelta(minutes=6))
    assert not await health.check(settings)
    assert ", late" in capsys.readouterr().out
    async with database.write() as tx:
        await reminders.note_planned(tx, NOW)
        await tx.run(
            """INSERT INTO inbox (bot_id, update_id, kind, lane, state, received_at, done_at)
               VALUES (1, 1, 'update', 5, 'dead', :now, :now)""",
            now=NOW,
        )
    await database.close()
    assert not await health.check(settings)
    assert "updates: 0 to be handled, 1 given up" in capsys.readouterr().out


async def test_no_database_and_an_older_one_are_told_in_one_line(settings: Settings) -> None:
    with pytest.raises(Refused, match="there is no database"):
        await health.check(settings)
    database = await open_database(settings.database_url)
    await migrate(database, now=NOW, up_to=1)
    await database.close()
    with pytest.raises(Refused, match="has schema 1"):
        await health.check(settings)
