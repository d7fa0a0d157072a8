"""T37: killed within each migration, at any of its statements: the next start completes it, and the data are whole."""

import asyncio
import multiprocessing
import os
import shutil
import signal
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from storage import chain, migrations
from storage.database import open_database
from storage.dialect import Dialect, statements
from storage.migrations import Migration, known, migrate
from tests.bench.figures import at_most
from tests.soak.measuring import Measured
from tests.storage.seeds import NOW

CHAINED = 15  # from here on an act is chained as it is written: the plain ones are older
MOMENT = "2026-09-08T09:00:00.000000Z"
BEGUN = f"""
INSERT INTO school (name, short_name, city, time_zone, school_year, created_at)
    VALUES ('Школа № 12', 'Школа № 12', 'Москва', 'Europe/Moscow', 2026, '{MOMENT}');
INSERT INTO person (school_id, full_name, search_name, sort_name, state, created_at)
    VALUES (1, 'Соколова Анна Ильинична', 'соколова', 'соколова', 'active', '{MOMENT}');
INSERT INTO journal (school_id, person_id, act, done_at) VALUES (1, 1, 'person.added', '{MOMENT}');
INSERT INTO journal (school_id, person_id, act, done_at) VALUES (1, 1, 'person.entered', '{MOMENT}');
"""
WHOLE = """SELECT s.name || '|' || p.full_name || '|' || j.act
           FROM school s JOIN person p ON p.school_id = s.id JOIN journal j ON j.person_id = p.id ORDER BY j.id"""
TOLD = [f"Школа № 12|Соколова Анна Ильинична|person.{act}" for act in ("added", "entered")]


async def come_to(file: Path, version: int | None = None) -> None:
    database = await open_database(f"sqlite:///{file}")
    try:
        await migrate(database, now=NOW, up_to=version)
    finally:
        await database.close()


def die_at(file: Path, statement: int) -> None:
    """In a process of its own: it is killed when the first script that it has to run comes to this statement."""

    def dying(script: str, dialect: Dialect) -> Iterator[str]:
        found = list(statements(script, dialect))
        for number, each in enumerate(found):
            if number == statement:
                os.kill(os.getpid(), signal.SIGKILL)
            yield each
        if statement == len(found):
            os.kill(os.getpid(), signal.SIGKILL)

    setattr(migrations, "statements", dying)  # noqa: B010  a name that the module does not give away
    asyncio.run(come_to(file))


def before(migration: Migration, folder: Path) -> Path:
    """A database of the version before, with people in it as soon as there are tables for them."""
    file = folder / "before.db"
    asyncio.run(come_to(file, min(migration.version, CHAINED) - 1))
    if migration.version > 1:
        with closing(sqlite3.connect(file)) as database:
            database.executescript(BEGUN)
    asyncio.run(come_to(file, migration.version - 1))
    return file


def is_killed_at(file: Path, statement: int) -> bool:
    process = multiprocessing.get_context("fork").Process(target=die_at, args=(file, statement))
    process.start()
    process.join(60)
    return process.exitcode == -signal.SIGKILL


def what_is_there(file: Path) -> tuple[int, str, list[str]]:
    with closing(sqlite3.connect(file)) as database:
        (version,) = database.execute("SELECT MAX(version) FROM schema_version").fetchone()
        (integrity,) = database.execute("PRAGMA integrity_check").fetchone()
        return version, integrity, [line for (line,) in database.execute(WHOLE)]


async def chained(file: Path) -> bool:
    database = await open_database(f"sqlite:///{file}")
    try:
        async with database.read() as tx:
            return (await chain.check(tx)).broken_at is None
    finally:
        await database.close()


@pytest.mark.slow
@pytest.mark.parametrize("migration", known(), ids=lambda each: str(each.name))
def test_a_kill_within_a_migration_loses_nothing(migration: Migration, tmp_path: Path, measured: Measured) -> None:
    template = before(migration, tmp_path)
    many = len(statements(migration.script, Dialect.SQLITE))
    told = TOLD if migration.version > 1 else []
    amiss = 0
    points = sorted({0, 1, many // 2, many - 1, many})
    for statement in points:
        file = tmp_path / f"killed-{statement}.db"
        shutil.copyfile(template, file)
        assert is_killed_at(file, statement)
        asyncio.run(come_to(file))
        amiss += what_is_there(file) != (known()[-1].version, "ok", told) or not asyncio.run(chained(file))
    measured(at_most(f"{migration.name}: kills that left something amiss", amiss, 0, "", note=f"of {len(points)}"))
