"""One transaction: what goes in comes back typed, all of it or nothing."""

import sqlite3
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any

import psycopg
import pytest

from storage import times
from storage.database import Database
from storage.dialect import Dialect, statements
from storage.tx import Tx
from storage.vocabulary import Role
from tests.storage.seeds import NOW

SCRIPT = """CREATE TABLE thing (
    id {id},
    moment TEXT, day TEXT, role TEXT, tags TEXT, about TEXT, is_on {int}, number {int}, text TEXT UNIQUE
{end};
"""
INSERT = """INSERT INTO thing (moment, day, role, tags, about, is_on, number, text)
            VALUES (:moment, :day, :role, :tags, :about, :is_on, :number, :text) RETURNING id"""
SELECT = "SELECT moment, day, role, tags, about, is_on, number, text FROM thing"
WRITE_REFUSED = {Dialect.SQLITE: sqlite3.OperationalError, Dialect.POSTGRES: psycopg.errors.ReadOnlySqlTransaction}


@dataclass(frozen=True, slots=True)
class Thing:
    moment: datetime | None = None
    day: date | None = None
    role: Role | None = None
    tags: tuple[str, ...] = ()
    about: dict[str, int | str] | None = None
    is_on: bool | None = None
    number: int | None = None
    text: str | None = None


@pytest.fixture
async def things(empty: Database) -> Database:
    async with empty.write() as tx:
        for statement in statements(SCRIPT, empty.dialect):
            await tx.run(statement)
    return empty


async def put(tx: Tx, thing: Thing) -> int:
    return await tx.inserted(INSERT, **{name: getattr(thing, name) for name in Thing.__slots__})


async def texts(database: Database) -> list[str]:
    async with database.read() as tx:
        return await tx.all(str, "SELECT text FROM thing ORDER BY text")


THINGS = {
    "nothing at all": Thing(),
    "a moment": Thing(moment=NOW),
    "a moment with microseconds": Thing(moment=NOW.replace(microsecond=7)),
    "a moment of Kamchatka": Thing(moment=datetime(2026, 9, 8, 21, 30, tzinfo=timezone(timedelta(hours=12)))),
    "a day": Thing(day=date(2026, 9, 1)),
    "an enum": Thing(role=Role.DEPUTY),
    "a tuple": Thing(tags=("математика", "физика")),
    "a dict": Thing(about={"person_id": 7, "title": "«Кто?»"}),
    "yes": Thing(is_on=True),
    "no": Thing(is_on=False),
    "a big number": Thing(number=-(2**62)),
    "zero": Thing(number=0),
    "an empty text": Thing(text=""),
    "a text that looks like SQL": Thing(text="100 % :name ::text 'quoted' \"twice\"\nЁлка 😀"),
}


@pytest.mark.parametrize("thing", THINGS.values(), ids=THINGS)
async def test_a_row_comes_back_as_it_went_in(things: Database, thing: Thing) -> None:
    async with things.write() as tx:
        await put(tx, thing)
        assert await tx.one(Thing, SELECT) == thing


async def test_a_moment_comes_back_aware_in_utc(things: Database) -> None:
    async with things.write() as tx:
        await put(tx, Thing(moment=datetime(2026, 9, 8, 12, 0, tzinfo=timezone(timedelta(hours=3)))))
        moment = await tx.one(datetime, "SELECT moment FROM thing")
    assert moment is not None
    assert (moment.isoformat(), moment.tzinfo) == ("2026-09-08T09:00:00+00:00", UTC)


async def test_a_naive_moment_is_refused(things: Database) -> None:
    with pytest.raises(ValueError, match="naive"):
        async with things.write() as tx:
            await put(tx, Thing(moment=datetime(2026, 9, 8, 9, 0)))  # noqa: DTZ001  the naive one under test


def test_texts_of_moments_have_one_width_and_sort_like_the_moments() -> None:
    moments = [NOW, NOW.replace(microsecond=1), NOW + timedelta(seconds=1), NOW + timedelta(days=40)]
    texts = [times.to_text(moment) for moment in moments]
    assert (sorted(texts), len({len(text) for text in texts})) == (texts, 1)


@pytest.mark.parametrize(
    ("kind", "column", "value"),
    [(str, "text", "Анна"), (int, "number", 7), (bool, "is_on", True), (Role, "role", Role.TEACHER)],
)
async def test_one_column_comes_back_as_a_scalar(things: Database, kind: type[Any], column: str, value: Any) -> None:
    async with things.write() as tx:
        changed: dict[str, Any] = {column: value}
        await put(tx, replace(Thing(), **changed))
        found = await tx.one(kind, f"SELECT {column} FROM thing")
    assert (type(found), found) == (kind, value)


async def test_one_is_the_first_row_and_none_without_rows(things: Database) -> None:
    async with things.write() as tx:
        assert await tx.one(str, "SELECT text FROM thing ORDER BY text") is None
        await put(tx, Thing(text="б"))
        await put(tx, Thing(text="а"))
        assert await tx.one(str, "SELECT text FROM thing ORDER BY text") == "а"


async def test_a_column_that_the_query_does_not_give_is_a_clear_error(things: Database) -> None:
    async with things.write() as tx:
        await put(tx, Thing())
        with pytest.raises(TypeError, match=r"\['about', 'day'"):
            await tx.one(Thing, "SELECT moment FROM thing")


async def test_run_tells_how_many_rows_changed(things: Database) -> None:
    async with things.write() as tx:
        await tx.run_many("INSERT INTO thing (text) VALUES (:text)", [{"text": "а"}, {"text": "б"}, {"text": "в"}])
        changed = [
            await tx.run("UPDATE thing SET number = 1 WHERE text < :text", text="в"),
            await tx.run("DELETE FROM thing WHERE text = :text", text="г"),
        ]
    assert changed == [2, 0]


async def test_run_many_of_no_rows_asks_nothing_of_the_database(things: Database) -> None:
    async with things.write() as tx:
        await tx.run_many("no SQL at all", [])


async def test_inserted_is_the_new_id(things: Database) -> None:
    async with things.write() as tx:
        ids = [await put(tx, Thing()), await put(tx, Thing())]
        assert await tx.all(int, "SELECT id FROM thing ORDER BY id") == ids


async def test_an_id_is_never_given_twice(things: Database) -> None:
    async with things.write() as tx:
        erased = await put(tx, Thing())
        await tx.run("DELETE FROM thing")
        assert await put(tx, Thing()) != erased


async def test_inserted_without_a_row_is_an_error(things: Database) -> None:
    async with things.write() as tx:
        await put(tx, Thing(text="а"))
        with pytest.raises(LookupError):
            await tx.inserted(
                "INSERT INTO thing (text) VALUES (:text) ON CONFLICT (text) DO NOTHING RETURNING id", text="а"
            )


async def test_a_body_that_raises_leaves_nothing(things: Database) -> None:
    with pytest.raises(ZeroDivisionError):
        async with things.write() as tx:
            await put(tx, Thing(text="а"))
            raise ZeroDivisionError
    assert await texts(things) == []


async def test_a_statement_that_fails_leaves_nothing_and_the_writer_goes_on(things: Database) -> None:
    with pytest.raises((sqlite3.IntegrityError, psycopg.IntegrityError)):
        async with things.write() as tx:
            await put(tx, Thing(text="а"))
            await put(tx, Thing(text="а"))
    async with things.write() as tx:
        await put(tx, Thing(text="б"))
    assert await texts(things) == ["б"]


async def test_a_write_where_only_reading_is_allowed_is_refused(things: Database) -> None:
    with pytest.raises(WRITE_REFUSED[things.dialect]):
        async with things.read() as tx:
            await put(tx, Thing())


async def test_a_reader_keeps_one_picture_while_somebody_writes(things: Database) -> None:
    async with things.read() as reading:
        before = await reading.all(str, "SELECT text FROM thing")
        async with things.write() as tx:
            await put(tx, Thing(text="а"))
        assert await reading.all(str, "SELECT text FROM thing") == before
