"""The journal proves itself: what was changed, taken out, put in or cut off is found, and where."""

import asyncio
from datetime import timedelta

import pytest

from storage import chain, journal
from storage.chain import Checked
from storage.database import Database, open_database
from storage.dialect import Dialect
from storage.migrations import migrate
from storage.tx import Tx
from tests.storage.seeds import NOW, person, school

OFF = {
    Dialect.SQLITE: ("DROP TRIGGER journal_unchanged", "DROP TRIGGER journal_kept", "DROP TRIGGER journal_grows"),
    Dialect.POSTGRES: ("ALTER TABLE journal DISABLE TRIGGER USER",),
}
FORGERIES = {
    "an act in other words": ("UPDATE journal SET act = 'person.add' WHERE id = :third", 3),
    "another moment": ("UPDATE journal SET done_at = '2026-01-01T00:00:00.000000Z' WHERE id = :third", 3),
    "somebody else's doing": ("UPDATE journal SET actor_id = NULL WHERE id = :third", 3),
    "an act that was taken out": ("DELETE FROM journal WHERE id = :third", 4),
    "the first act that was taken out": ("DELETE FROM journal WHERE id = :third - 2", 2),
    "an act with the hash of another": (
        "UPDATE journal SET hash = (SELECT hash FROM journal WHERE id = :third - 1) WHERE id = :third",
        3,
    ),
}


async def five_acts(tx: Tx) -> int:
    """The id of the third."""
    school_id = await school(tx)
    person_id = await person(tx, school_id)
    for number in range(5):
        await journal.note(
            tx, f"act.{number}", school_id=school_id, actor_id=person_id, now=NOW + timedelta(days=number)
        )
    found = await tx.all(int, "SELECT id FROM journal ORDER BY id")
    return found[2]


async def test_what_was_only_added_to_is_whole(database: Database) -> None:
    async with database.write() as tx:
        assert await chain.check(tx) == Checked(0)
        await five_acts(tx)
        assert await chain.check(tx) == Checked(5)


@pytest.mark.parametrize("name", FORGERIES)
async def test_a_forgery_is_found_where_it_is(empty: Database, name: str) -> None:
    await migrate(empty, now=NOW)
    sql, at = FORGERIES[name]
    async with empty.write() as tx:
        third = await five_acts(tx)
        for statement in OFF[empty.dialect]:
            await tx.run(statement)
        await tx.run(sql, third=third)
        found = await chain.check(tx)
    assert found.broken_at == third - 3 + at


async def test_acts_that_were_cut_off_at_the_end_are_missed(empty: Database) -> None:
    await migrate(empty, now=NOW)
    async with empty.write() as tx:
        third = await five_acts(tx)
        for statement in OFF[empty.dialect]:
            await tx.run(statement)
        await tx.run("DELETE FROM journal WHERE id > :third", third=third)
        assert await chain.check(tx) == Checked(3, 0)


@pytest.mark.parametrize("sql", ["UPDATE journal SET count = 2", "DELETE FROM journal"])
async def test_the_database_itself_refuses_to_change_an_act(database: Database, sql: str) -> None:
    async with database.write() as tx:
        await five_acts(tx)
    with pytest.raises(Exception, match="only added to"):
        async with database.write() as tx:
            await tx.run(sql)
    async with database.read() as tx:
        assert await chain.check(tx) == Checked(5)


async def test_an_act_that_is_rolled_back_leaves_no_hole(database: Database) -> None:
    async with database.write() as tx:
        await five_acts(tx)
    with pytest.raises(RuntimeError):
        async with database.write() as tx:
            await journal.note(tx, "act.lost", school_id=None, actor_id=None, now=NOW)
            raise RuntimeError
    async with database.write() as tx:
        await journal.note(tx, "act.next", school_id=None, actor_id=None, now=NOW)
        assert await chain.check(tx) == Checked(6)


async def test_two_programs_that_write_at_once_make_one_chain(empty: Database, url: str) -> None:
    await migrate(empty, now=NOW)
    other = await open_database(url)

    async def write(database: Database) -> None:
        for _ in range(20):
            async with database.write() as tx:
                await journal.note(tx, "act", school_id=None, actor_id=None, now=NOW)
                await asyncio.sleep(0)
                await journal.note(tx, "act", school_id=None, actor_id=None, now=NOW)

    try:
        await asyncio.gather(write(empty), write(other))
    finally:
        await other.close()
    async with empty.read() as tx:
        assert await chain.check(tx) == Checked(80)


async def test_acts_of_an_earlier_schema_are_chained_and_go_on(empty: Database) -> None:
    await migrate(empty, now=NOW, up_to=14)
    async with empty.write() as tx:
        school_id = await school(tx)
        person_id = await person(tx, school_id)
        for number in range(2500):
            await tx.run(
                """INSERT INTO journal (school_id, actor_id, person_id, act, count, done_at)
                   VALUES (:school, :person, :person, :act, 1, :now)""",
                school=school_id,
                person=person_id,
                act=f"act.{number}",
                now=NOW,
            )
    await migrate(empty, now=NOW)
    async with empty.write() as tx:
        assert await chain.check(tx) == Checked(2500)
        await journal.note(tx, "act.new", school_id=school_id, actor_id=None, now=NOW)
        assert await chain.check(tx) == Checked(2501)


async def test_old_acts_go_from_the_beginning_and_the_rest_is_whole(database: Database) -> None:
    day = "2026-09-10T00:00:00.000000Z"
    async with database.write() as tx:
        await five_acts(tx)
        first = await tx.one(str, "SELECT MIN(done_at) FROM journal")
        assert first is not None
        assert await chain.prune(tx, first) == 0
        assert await chain.prune(tx, day) > 0
        left = await tx.one(int, "SELECT COUNT(*) FROM journal") or 0
        assert await chain.check(tx) == Checked(left)
        await journal.note(tx, "act.new", school_id=None, actor_id=None, now=NOW)
        assert await chain.check(tx) == Checked(left + 1)


def test_the_hash_is_the_one_that_is_written_down() -> None:
    """Who reads an extract in ten years must be able to count it again."""
    fields = (1, 2, None, "consent.withdrawn", 1, "2026-09-08T09:00:00.000000Z")
    one = chain.next_hash("", fields)
    assert one == "53a11ab0a0f75209023d7be88bf697ffaab0224ba391080fcac4361aa3c50579"
    assert chain.next_hash(one, fields) == "de24d3bbeba3218c4b7c0c6cfdaf956693088e46104ccb3f3f96b4f22118142c"
