"""The way back of a copy when the bot is stopped: checked first, and what it replaces is kept."""

import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from bot.backup import restore
from bot.instance import AlreadyRunning, only_instance
from bot.sealing import Refused
from bot.settings import Settings
from storage.migrations import known
from tests.storage.copies import damage, mode, note, notes, opened

pytestmark = pytest.mark.usefixtures("careless")


async def test_restoring_brings_back_what_the_copy_has(copy: Path, settings: Settings, tmp_path: Path) -> None:
    async with opened(settings) as database:
        await note(database, "later")
    await restore(settings, copy)
    async with opened(settings):
        assert notes(tmp_path / "school.db") == ["in the copy"]


async def test_the_database_before_is_kept_aside_with_what_only_its_log_has(
    copy: Path, settings: Settings, tmp_path: Path
) -> None:
    await leave_killed(settings, "only in the log")
    await restore(settings, copy)
    assert notes(tmp_path / "school.before-restore.db") == ["only in the log"]


async def test_a_log_of_the_database_before_does_not_leak_into_the_restored_one(
    copy: Path, settings: Settings, tmp_path: Path
) -> None:
    await leave_killed(settings, "only in the log")
    await restore(settings, copy)
    assert notes(tmp_path / "school.db") == ["in the copy"]


async def test_restoring_twice_keeps_both_databases_aside(copy: Path, settings: Settings, tmp_path: Path) -> None:
    async with opened(settings) as database:
        await note(database, "the first")
    await restore(settings, copy)
    await restore(settings, copy)
    asides = [notes(tmp_path / name) for name in ("school.before-restore.db", "school.before-restore2.db")]
    assert asides == [["the first"], ["in the copy"]]


async def test_a_damaged_database_can_be_replaced(copy: Path, settings: Settings, tmp_path: Path) -> None:
    damage(tmp_path / "school.db")
    await restore(settings, copy)
    assert notes(tmp_path / "school.db") == ["in the copy"]


async def test_a_copy_can_be_restored_where_there_is_no_database(
    copy: Path, settings: Settings, tmp_path: Path
) -> None:
    (tmp_path / "school.db").unlink()
    await restore(settings, copy)
    assert notes(tmp_path / "school.db") == ["in the copy"]


async def test_what_restoring_writes_is_for_the_owner_alone(copy: Path, settings: Settings, tmp_path: Path) -> None:
    copy.chmod(0o644)
    await restore(settings, copy)
    written = ("school.db", "school.before-restore.db")
    assert [mode(tmp_path / name) for name in written] == ["0600", "0600"]


def missing(copy: Path) -> None:
    copy.unlink()


def letter(copy: Path) -> None:
    copy.write_bytes(b"Dear coordinator, " * 1000)


def unsound(copy: Path) -> None:
    """Readable from end to end, and yet not what the schema allows."""
    with closing(sqlite3.connect(copy)) as connection, connection:
        connection.execute("PRAGMA ignore_check_constraints = ON")
        connection.execute(
            "INSERT INTO inbox (bot_id, update_id, kind, lane, received_at) VALUES (42, 1, 'rumour', 1, '')"
        )


def newer(copy: Path) -> None:
    with closing(sqlite3.connect(copy)) as connection, connection:
        connection.execute("INSERT INTO schema_version VALUES (?, '')", [known()[-1].version + 1])


def other(copy: Path) -> None:
    copy.unlink()
    with closing(sqlite3.connect(copy)) as connection, connection:
        connection.execute("CREATE TABLE recipe (id INTEGER)")


def empty(copy: Path) -> None:
    with closing(sqlite3.connect(copy)) as connection, connection:
        connection.execute("DELETE FROM schema_version")


@pytest.mark.parametrize(
    ("spoil", "reason"),
    [
        (missing, "there is no file"),
        (letter, "no backup of this bot"),
        (damage, "damaged"),
        (unsound, "integrity_check failed"),
        (newer, "newer version"),
        (other, "no backup of this bot"),
        (empty, "no backup of this bot"),
    ],
)
async def test_what_is_no_good_copy_is_refused_and_nothing_replaced(
    copy: Path, settings: Settings, tmp_path: Path, spoil: Callable[[Path], None], reason: str
) -> None:
    spoil(copy)
    before = (tmp_path / "school.db").read_bytes()
    with pytest.raises(Refused, match=reason):
        await restore(settings, copy)
    left = {path.name for path in tmp_path.iterdir()} - {"copy.db"}
    assert ((tmp_path / "school.db").read_bytes(), left) == (before, {"school.db"})


async def test_nothing_is_restored_under_a_running_bot(copy: Path, settings: Settings, tmp_path: Path) -> None:
    before = (tmp_path / "school.db").read_bytes()
    async with only_instance(settings.database_url):
        with pytest.raises(AlreadyRunning):
            await restore(settings, copy)
    assert (tmp_path / "school.db").read_bytes() == before


async def leave_killed(settings: Settings, last: str) -> None:
    """As a kill leaves it: the last commit is in the write-ahead log and nowhere else."""
    path = Path(settings.database_url.removeprefix("sqlite:///"))
    async with opened(settings) as database:
        await note(database, last)
        for tail in ("", "-wal"):
            shutil.copyfile(f"{path}{tail}", f"{path}{tail}.then")
    for tail in ("", "-wal"):
        Path(f"{path}{tail}.then").replace(f"{path}{tail}")
