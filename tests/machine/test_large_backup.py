"""T17: the nightly copy of a large database while people write: how long it takes, how long anybody waits for it."""

import asyncio
import sqlite3
from contextlib import closing
from pathlib import Path
from time import perf_counter

import pytest

from bot import sealing
from bot.backup import restore
from bot.copying import copy_into
from bot.settings import Settings
from storage import machine
from storage.database import Database, open_database
from storage.migrations import migrate
from tests.bench.figures import at_most
from tests.soak.measuring import Measured
from tests.storage.seeds import NOW

pytestmark = pytest.mark.slow

SIZE_MB, A_SECOND = 100, 50
BACKUP_SECONDS, STALL_SECONDS = 5.0, 0.2


async def test_a_copy_of_100_mb_takes_five_seconds_at_most_and_holds_no_writer_up(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], measured: Measured
) -> None:
    settings = Settings(
        _env_file=None,  # type: ignore[call-arg]  # of pydantic-settings
        database_url=f"sqlite:///{tmp_path / 'school.db'}",
        data_dir=tmp_path / "data",
        backup_key_file=tmp_path / "backup.key",
    )
    sealing.make_key(settings, tmp_path / "backup.key")
    database = await open_database(settings.database_url)
    await migrate(database, now=NOW)
    await filled(database)
    await database.empty_log()
    writer = Writer(database)
    writing = asyncio.create_task(writer.run())
    await asyncio.sleep(1)
    before = writer.written
    began = perf_counter()
    target = tmp_path / "copy.db.age"
    await asyncio.to_thread(
        copy_into, tmp_path / "school.db", target, sealing.keys(settings), tmp_path / "data" / "backups"
    )
    seconds = perf_counter() - began
    meanwhile = writer.written - before
    await asyncio.sleep(0.5)
    writer.stop = True
    await writing
    await database.close()
    began = perf_counter()
    await restore(settings, target)
    restored = perf_counter() - began
    with capsys.disabled():
        print(
            f"\nbackup of {target.stat().st_size / 1e6:.0f} MB: {seconds:.2f} s, {meanwhile} writes meanwhile, "
            f"the longest {writer.longest * 1000:.0f} ms; restore: {restored:.2f} s"
        )
    with closing(sqlite3.connect(tmp_path / "school.db")) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        kept = {key for (key,) in connection.execute("SELECT key FROM machine WHERE key LIKE 'write:%'")}
    assert kept >= {f"write:{number}" for number in range(before)}
    assert target.stat().st_size > SIZE_MB * 1_000_000
    assert meanwhile >= A_SECOND * seconds * 0.5
    measured(
        at_most(
            "backup", seconds, BACKUP_SECONDS, "s", note=f"{target.stat().st_size / 1e6:.0f} MB, {meanwhile} writes"
        ),
        at_most("longest write meanwhile", writer.longest, STALL_SECONDS, "s"),
    )


class Writer:
    """Fifty transactions a second, each with the time that it took from its turn to its commit."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self.written = 0
        self.longest = 0.0
        self.stop = False

    async def run(self) -> None:
        turn = perf_counter()
        while not self.stop:
            turn = max(turn + 1 / A_SECOND, perf_counter() - 0.01)
            await asyncio.sleep(max(0.0, turn - perf_counter()))
            async with self._database.write() as tx:
                await machine.note(tx, f"write:{self.written}", "x" * 200, NOW)
            self.longest = max(self.longest, perf_counter() - turn)
            self.written += 1


async def filled(database: Database) -> None:
    for chunk in range(SIZE_MB):
        async with database.write() as tx:
            for number in range(100):
                await machine.note(tx, f"row:{chunk}:{number}", f"{number:04}" * 2600, NOW)
