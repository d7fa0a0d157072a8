"""The operator's desk: what a script reads stands on standard output, what a human should know beside it."""

from pathlib import Path

import pytest

from bot import desk
from bot.settings import Settings
from mentoring import installation
from storage.database import open_database
from storage.migrations import migrate
from storage.vocabulary import Role
from tests.storage.seeds import NOW


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(_env_file=None, bot_token=None, database_url=f"sqlite:///{tmp_path / 'bot.db'}")  # type: ignore[call-arg]  # of pydantic-settings


async def invites(settings: Settings) -> None:
    await desk.invite(settings, Role.COORDINATOR, school_id=None, full_name="", at_once=False)


async def test_link_without_the_bots_name_is_said_not_to_work(
    settings: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    await invites(settings)
    printed = capsys.readouterr()
    code, link = printed.out.splitlines()
    assert (len(code), link.startswith("https://t.me/?start=")) == (11, True)
    assert "the link does not work; the code does" in printed.err


async def test_link_with_the_bots_name_needs_no_remark(settings: Settings, capsys: pytest.CaptureFixture[str]) -> None:
    database = await open_database(settings.database_url)
    await migrate(database, now=NOW)
    async with database.write() as tx:
        await installation.note_username(tx, "nastavnik_demo_bot", NOW)
    await database.close()
    await invites(settings)
    printed = capsys.readouterr()
    assert printed.out.splitlines()[1].startswith("https://t.me/nastavnik_demo_bot?start=")
    assert not printed.err
