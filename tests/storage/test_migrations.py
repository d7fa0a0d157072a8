"""The schema grows forward, all of a step or nothing of it, and is the same in both databases."""

import asyncio
import re

import pytest

from storage import machine, people
from storage.database import Database, open_database
from storage.dialect import Dialect
from storage.migrations import Migration, NewerSchema, known, migrate, version
from storage.tx import Tx
from tests.storage.seeds import NOW, person, school

NEWEST = known()[-1].version
BROKEN = Migration(
    NEWEST + 1, "broken.sql", "CREATE TABLE half (\n    id {id}\n{end};\nDROP TABLE machine;\nDELETE FROM nowhere;\n"
)
PRAGMAS = {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "secure_delete": 1, "busy_timeout": 200}


async def test_an_empty_database_has_version_0(empty: Database) -> None:
    assert await version(empty) == 0


async def test_an_empty_database_gets_every_script_in_order(empty: Database) -> None:
    applied = await migrate(empty, now=NOW)
    assert applied == sorted(each.name for each in known())
    assert await version(empty) == NEWEST


@pytest.mark.parametrize("earlier", range(NEWEST))
async def test_every_earlier_schema_comes_up_to_the_newest(empty: Database, earlier: int) -> None:
    await migrate(empty, now=NOW, up_to=earlier)
    await migrate(empty, now=NOW)
    assert await version(empty) == NEWEST


async def test_migrating_again_does_nothing_and_keeps_what_is_there(database: Database) -> None:
    async with database.write() as tx:
        person_id = await person(tx, await school(tx))
    assert await migrate(database, now=NOW) == []
    async with database.read() as tx:
        assert await people.get(tx, person_id) is not None


async def test_two_programs_that_migrate_at_once_do_it_once(empty: Database, url: str) -> None:
    other = await open_database(url)
    try:
        applied = await asyncio.gather(migrate(empty, now=NOW), migrate(other, now=NOW))
    finally:
        await other.close()
    assert sorted(name for names in applied for name in names) == sorted(each.name for each in known())


async def test_a_newer_schema_is_refused_with_both_numbers(empty: Database) -> None:
    assert await version(empty) == 0
    async with empty.write() as tx:
        await tx.run("INSERT INTO schema_version (version, applied_at) VALUES (:v, :now)", v=NEWEST + 7, now=NOW)
    with pytest.raises(NewerSchema, match=f"schema {NEWEST + 7}.* up to {NEWEST}"):
        await migrate(empty, now=NOW)


async def test_a_migration_that_fails_in_the_middle_leaves_the_schema_as_it_was(database: Database) -> None:
    async with database.write() as tx:
        await machine.note(tx, "note", "kept", NOW)
        before = await columns(tx, database.dialect)
    with pytest.raises(Exception, match="nowhere"):
        await migrate(database, now=NOW, migrations=(*known(), BROKEN))
    async with database.read() as tx:
        assert await columns(tx, database.dialect) == before
        assert await machine.value(tx, "note") == "kept"
    assert await version(database) == NEWEST


async def test_the_migrations_before_a_failing_one_stay(empty: Database) -> None:
    with pytest.raises(Exception, match="nowhere"):
        await migrate(empty, now=NOW, migrations=(*known(), BROKEN))
    assert await version(empty) == NEWEST


@pytest.mark.parametrize(("pragma", "value"), PRAGMAS.items(), ids=PRAGMAS)
async def test_a_pragma_holds_on_the_writer_and_on_the_reader(sqlite: Database, pragma: str, value: object) -> None:
    async with sqlite.write() as writing, sqlite.read() as reading:
        found = [await tx.one(type(value), f"PRAGMA {pragma}") for tx in (writing, reading)]
    assert found == [value, value]


async def test_only_the_reader_may_not_write(sqlite: Database) -> None:
    async with sqlite.write() as writing, sqlite.read() as reading:
        found = [await tx.one(int, "PRAGMA query_only") for tx in (writing, reading)]
    assert found == [0, 1]


async def test_every_table_is_strict_in_sqlite(sqlite: Database) -> None:
    async with sqlite.read() as tx:
        loose = await tx.all(
            str,
            """SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND strict = 0
               AND name NOT LIKE 'sqlite_%' ORDER BY name""",
        )
    assert loose == ["schema_version"]  # made before any migration, in words that both databases know


async def test_both_databases_have_the_same_columns(sqlite: Database, postgres: Database) -> None:
    async with sqlite.read() as left, postgres.read() as right:
        assert await columns(left, Dialect.SQLITE) == await columns(right, Dialect.POSTGRES)


async def test_both_databases_have_the_same_indexes(sqlite: Database, postgres: Database) -> None:
    async with sqlite.read() as left, postgres.read() as right:
        assert await indexes(left, Dialect.SQLITE) == await indexes(right, Dialect.POSTGRES)


_COLUMNS = {
    Dialect.SQLITE: """SELECT t.name || '.' || c.name || ' ' || replace(lower(c.type), 'integer', 'bigint')
            || CASE WHEN c."notnull" = 1 OR c.pk > 0 THEN ' not null' ELSE '' END
            || COALESCE(' default ' || c.dflt_value, '')
        FROM sqlite_master t JOIN pragma_table_info(t.name) c
        WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite_%'""",
    Dialect.POSTGRES: """SELECT table_name || '.' || column_name || ' ' || data_type
            || CASE WHEN is_nullable = 'NO' THEN ' not null' ELSE '' END
            || COALESCE(' default ' || replace(column_default, '::text', ''), '')
        FROM information_schema.columns WHERE table_schema = current_schema()""",
}
_INDEXES = {
    Dialect.SQLITE: "SELECT sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL",
    Dialect.POSTGRES: "SELECT indexdef FROM pg_indexes WHERE schemaname = current_schema()",
}


async def columns(tx: Tx, dialect: Dialect) -> list[str]:
    """`table.column type`, whether it must be there, and what it is by default."""
    return sorted(await tx.all(str, _COLUMNS[dialect]))


async def indexes(tx: Tx, dialect: Dialect) -> set[str]:
    """Name, uniqueness, columns, and whether it is a partial one, of each index that has a name of ours."""
    found = set()
    for sql in await tx.all(str, _INDEXES[dialect]):
        shape = re.fullmatch(r"CREATE (UNIQUE )?INDEX (\w+) ON \S+ (?:USING btree )?\(([^)]*)\)( WHERE .*)?", sql)
        assert shape, sql
        unique, name, names, partial = shape.groups(default="")
        if not name.endswith(("_pkey", "_key")):
            names = names.replace(' COLLATE "C"', "").replace('"', "")  # PostgreSQL quotes words that it knows
            found.add(f"{unique}{name} ({names}){' partial' if partial else ''}")
    return found
