"""The operator's commands and a database of an older version: copied before it is changed, left alone while in use."""

from pathlib import Path

import pytest

from bot import desk
from bot.instance import only_instance
from bot.settings import Settings
from storage.database import open_database
from storage.migrations import known, migrate, version
from tests.machine.timing import NOON

NEWEST = known()[-1].version


@pytest.fixture
async def settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Settings:
    """With a database that looks older than the program; the newest step may be done again."""
    made = Settings(
        _env_file=None,  # type: ignore[call-arg]  # of pydantic-settings, not a field
        database_url=f"sqlite:///{tmp_path / 'nastavnik.db'}",
        data_dir=tmp_path / "data",
    )
    await migrated(made)
    later = known()[-1].__class__(NEWEST + 1, "later.sql", "CREATE TABLE later (\n    id {id}\n{end};\n")
    for module in ("storage.migrations", "bot.backup", "bot.desk"):
        monkeypatch.setattr(f"{module}.known", lambda: (*known(), later))
    return made


async def migrated(settings: Settings) -> None:
    database = await open_database(settings.database_url)
    await migrate(database, now=NOON)
    await database.close()


async def version_of(settings: Settings) -> int:
    database = await open_database(settings.database_url)
    try:
        return await version(database)
    finally:
        await database.close()


async def test_older_database_is_copied_before_a_command_changes_it(settings: Settings) -> None:
    await desk.add_school(settings, "Школа № 1")
    (copy,) = (settings.data_dir / "backups").iterdir()
    assert copy.name.startswith(f"before-schema-{NEWEST + 1}-")
    assert await version_of(settings) == NEWEST + 1


async def test_older_database_is_left_alone_while_a_bot_works_on_it(settings: Settings) -> None:
    async with only_instance(settings.database_url):
        with pytest.raises(desk.Refused, match="an older bot works on this database"):
            await desk.add_school(settings, "Школа № 1")
    assert await version_of(settings) == NEWEST
    assert not settings.data_dir.exists()


async def test_database_of_today_is_not_copied_and_may_be_in_use(settings: Settings) -> None:
    await desk.add_school(settings, "Школа № 1")
    async with only_instance(settings.database_url):
        await desk.add_school(settings, "Школа № 2")
    assert len(list((settings.data_dir / "backups").iterdir())) == 1
