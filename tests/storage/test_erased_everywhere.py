"""Nothing of an erased person is left in any column of any table, nor in the bytes of the file and of its log."""

from pathlib import Path

from mentoring import erasure
from storage.database import Database
from storage.dialect import Dialect
from storage.tx import Tx
from tests.bench.figures import at_most
from tests.soak.measuring import Measured
from tests.storage.excused import EXCUSED
from tests.storage.marks import TELEGRAM, TRACES, leave_marks
from tests.storage.seeds import NOW
from tests.traces import holds, read

_TEXTS = {
    Dialect.SQLITE: """SELECT t.name || '.' || c.name FROM sqlite_master t JOIN pragma_table_info(t.name) c
                       WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite_%' AND c.type NOT IN ('INTEGER', 'BIGINT')""",
    Dialect.POSTGRES: """SELECT table_name || '.' || column_name FROM information_schema.columns
                         WHERE table_schema = current_schema() AND data_type <> 'bigint'""",
}
_CHECKED = {  # by the schema itself: one of a few words
    Dialect.SQLITE: """SELECT t.name || '.' || c.name FROM sqlite_master t JOIN pragma_table_info(t.name) c
                       WHERE t.type = 'table' AND t.sql LIKE '%' || c.name || ' IN (''%'""",
    Dialect.POSTGRES: """SELECT c.table_name || '.' || c.column_name FROM information_schema.columns c
                         WHERE c.table_schema = current_schema() AND EXISTS (
                             SELECT 1 FROM pg_constraint k WHERE k.contype = 'c'
                             AND k.conrelid = (quote_ident(c.table_name))::regclass
                             AND pg_get_constraintdef(k.oid) SIMILAR TO
                                 '%[(][(]' || c.column_name || ' = (ANY%|''[a-z]+''::text[)][)]%)')""",
}


async def of_people(tx: Tx, dialect: Dialect) -> set[str]:
    """Columns of text that may hold what somebody has typed, or who somebody is."""
    every, words = set(await tx.all(str, _TEXTS[dialect])), set(await tx.all(str, _CHECKED[dialect]))
    named_so = {each for each in every if each.endswith(("_at", "_on"))}
    return every - words - named_so - {"schema_version.version"}


async def with_traces(tx: Tx, columns: set[str]) -> set[str]:
    found = set()
    for column in columns:
        table, name = column.split(".")
        texts = await tx.all(str, f"SELECT DISTINCT CAST({name} AS TEXT) FROM {table} WHERE {name} IS NOT NULL")
        if any(trace in read(text) for text in texts for trace in TRACES):
            found.add(column)
    return found


async def test_every_text_of_the_schema_is_marked_or_excused(database: Database) -> None:
    """A new column stands in the list of `storage.typed`, or goes with its row, and is marked; or says why not."""
    excused = frozenset[str]().union(*EXCUSED.values())
    async with database.write() as tx:
        await leave_marks(tx)
        columns = await of_people(tx, database.dialect)
        marked = await with_traces(tx, columns)
    assert columns - marked - excused == set(), "neither marked in tests/storage/marks.py nor excused there"
    assert excused - columns == set(), "excused and not there"
    assert excused & marked == set(), "excused and marked"


async def test_nothing_is_left_in_any_column(database: Database) -> None:
    async with database.write() as tx:
        _, person_id = await leave_marks(tx)
        columns = await of_people(tx, database.dialect)
        assert await erasure.erase(tx, person_id, by=None, now=NOW)
        assert await with_traces(tx, columns) == set()
        assert await numbers_of_the_account(tx, database.dialect) == set()


async def numbers_of_the_account(tx: Tx, dialect: Dialect) -> set[str]:
    listed = {
        Dialect.SQLITE: """SELECT t.name || '.' || c.name FROM sqlite_master t JOIN pragma_table_info(t.name) c
                           WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite_%' AND c.type = 'INTEGER'""",
        Dialect.POSTGRES: """SELECT table_name || '.' || column_name FROM information_schema.columns
                             WHERE table_schema = current_schema() AND data_type = 'bigint'""",
    }
    found = set()
    for column in await tx.all(str, listed[dialect]):
        table, name = column.split(".")
        if await tx.one(int, f"SELECT COUNT(*) FROM {table} WHERE {name} = :telegram", telegram=TELEGRAM):
            found.add(column)
    return found


async def test_a_nameless_tombstone_stays_and_what_others_have_said(database: Database) -> None:
    async with database.write() as tx:
        _, person_id = await leave_marks(tx)
        await erasure.erase(tx, person_id, by=None, now=NOW)
        one = "SELECT state || full_name || position FROM person WHERE id = :id"
        assert await tx.one(str, one, id=person_id) == "erased"
        assert await tx.one(str, "SELECT decision FROM consent") == "given"
        assert await tx.all(str, "SELECT value FROM answer") == ['"Первое\\nРешили с … и с …"']
        assert await tx.one(str, "SELECT words FROM evidence") == "Решили с … и с …"
        assert await tx.one(str, "SELECT chair || secretary FROM gathering") == ""
        counted = "SELECT value || ' ' || CAST(many AS TEXT) FROM anonymous_answer"
        assert await tx.all(str, counted) == ['"Решили с … и с …" 3']


async def test_a_namesake_keeps_what_is_theirs(database: Database) -> None:
    theirs = "Спросите у Приметова К. К. в кабинете 5"
    async with database.write() as tx:
        school_id, person_id = await leave_marks(tx)
        await tx.run("UPDATE school SET director = 'Приметов К. К.', psychologist_hours = :words", words=theirs)
        await tx.run("UPDATE person SET full_name = 'Приметова Карина Карловна' WHERE id = 2")
        await erasure.erase(tx, person_id, by=None, now=NOW)
        assert await tx.one(str, "SELECT director FROM school WHERE id = :id", id=school_id) == "Приметов К. К."
        assert await tx.one(str, "SELECT psychologist_hours FROM school WHERE id = :id", id=school_id) == theirs
        assert await tx.one(str, "SELECT full_name FROM person WHERE id = 2") == "Приметова Карина Карловна"


async def test_another_school_is_not_touched(database: Database) -> None:
    async with database.write() as tx:
        _, person_id = await leave_marks(tx)
        other = "INSERT INTO school (name, short_name, city, director, time_zone, school_year, created_at) VALUES "
        await tx.run(other + "('Другая', 'Д', 'Томск', 'Приметова З. Ф.', 'Asia/Tomsk', 2026, '')")
        await erasure.erase(tx, person_id, by=None, now=NOW)
        assert await tx.one(str, "SELECT director FROM school WHERE name = 'Другая'") == "Приметова З. Ф."


async def test_the_bytes_of_the_file_and_of_its_log_hold_nothing(
    sqlite: Database, tmp_path: Path, measured: Measured
) -> None:
    async with sqlite.write() as tx:
        _, person_id = await leave_marks(tx)
    files = [tmp_path / "test.db", tmp_path / "test.db-wal"]
    assert any(holds(path, *TRACES) for path in files)
    async with sqlite.write() as tx:
        await erasure.erase(tx, person_id, by=None, now=NOW)
    assert await sqlite.rewrite()
    assert await sqlite.empty_log(), "wal_checkpoint(TRUNCATE) did not return 0"
    left = {(path.name, trace) for path in files for trace in TRACES if holds(path, trace)}
    measured(at_most("traces in the file and its log", len(left), 0, "", note=f"of {len(TRACES)}"))
    assert not files[1].read_bytes()
