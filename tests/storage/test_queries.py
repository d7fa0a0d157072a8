"""Every query of storage finds its rows by an index, however many people, answers and updates there are."""

import asyncio
import importlib
import inspect
import pkgutil
from collections.abc import AsyncIterator, Iterator
from contextlib import suppress
from pathlib import Path

import pytest

import storage
from storage.database import Database, open_database
from storage.dialect import Dialect, statements
from storage.migrations import migrate
from storage.tx import Tx
from tests.storage.databases import empty_database
from tests.storage.plans import GROWING, SMALL, Recording, full_scans
from tests.storage.samples import Query, arguments
from tests.storage.seeds import NOW

# Queries that may read a whole growing table, each with its reason.
ALLOWED = {
    "inbox.empty_dead": "erasure, once a person, through a week's rows; an index would cost each update a write",
    "inbox.empty_lane": "erasure, once a person, through a week's rows; an index would cost each update a write",
    "chain.check": "the command line reads every act: each proves the one before it",
    "chain.prune": "the thousand oldest acts by their ids, once a round of housekeeping",
}


def _queries() -> Iterator[tuple[str, Query]]:
    for module in pkgutil.walk_packages(storage.__path__, "storage."):
        for name, function in inspect.getmembers(importlib.import_module(module.name), inspect.iscoroutinefunction):
            own = function.__module__ == module.name and not name.startswith("_")
            if own and next(iter(inspect.signature(function).parameters), None) == "tx":
                yield f"{module.name.removeprefix('storage.')}.{name}", function


QUERIES = dict(_queries())


@pytest.fixture(scope="session", params=list(Dialect), ids=str)
def filled_url(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with empty_database(request.param, tmp_path_factory.mktemp("filled")) as url:
        asyncio.run(_fill(url))
        yield url


@pytest.fixture
async def filled(filled_url: str) -> AsyncIterator[Database]:
    database = await open_database(filled_url)
    yield database
    await database.close()


@pytest.mark.parametrize("name", QUERIES)
async def test_a_query_reaches_its_rows_by_an_index(filled: Database, name: str) -> None:
    scans = await _scans(filled, QUERIES[name])
    assert scans == [] or name in ALLOWED
    assert scans != [] or name not in ALLOWED, "the exception is not needed any more"


async def test_every_table_is_known_to_grow_or_to_stay_small(filled: Database) -> None:
    async with filled.read() as tx:
        tables = await tx.all(str, TABLES[filled.dialect])
    assert set(tables) == GROWING | SMALL


def test_every_exception_names_a_query() -> None:
    assert ALLOWED.keys() <= QUERIES.keys()


TABLES = {
    Dialect.SQLITE: "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'",
    Dialect.POSTGRES: "SELECT tablename FROM pg_tables WHERE schemaname = current_schema()",
}


class _Undo(Exception):
    """Everything was looked at: nothing of it is to stay."""


async def _scans(database: Database, query: Query) -> list[str]:
    """What the query's statements would read whole, each as it runs after the one before it."""
    found = []
    with suppress(_Undo):
        async with database.write() as tx:
            recording = Recording(tx._connection)
            await query(Tx(recording), **arguments(query))
            assert recording.statements, "the query asked nothing of the database"
            for sql, params in recording.statements:
                found += await full_scans(tx._connection, database.dialect, sql, params)
            raise _Undo
    return found


async def _fill(url: str) -> None:
    """The newest schema and `filling.sql`; PostgreSQL gets the statistics that its autovacuum would gather."""
    script = Path(__file__).with_name("filling.sql").read_text(encoding="utf-8")
    database = await open_database(url)
    try:
        await migrate(database, now=NOW)
        async with database.write() as tx:
            for statement in statements(script, database.dialect):
                await tx.run(statement)
            for table in sorted(GROWING | SMALL) if database.dialect is Dialect.POSTGRES else ():
                await tx.run(f"ANALYZE {table}")
    finally:
        await database.close()
