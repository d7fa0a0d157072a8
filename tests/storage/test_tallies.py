"""Counted is what was handed in, by whoever has not withdrawn, each version apart."""

from storage import forms, runs, tallies
from storage.database import Database
from storage.tallies import Count, Edition, Said, Scope
from storage.tx import Tx
from storage.vocabulary import RunState, Source
from tests.storage.seeds import NOW, person, school

NEW, SHIPPED = "digest-2", "digest-1"


async def run(
    tx: Tx,
    school_id: int,
    name: str,
    *,
    digest: str | None = NEW,
    version: int = 2,
    sent: bool = True,
    **said: str | None,
) -> int:
    """A run of somebody new, with their answers as JSON."""
    person_id = await person(tx, school_id, name=name)
    run_id = await runs.add(
        tx,
        school_id=school_id,
        person_id=person_id,
        entered_by=person_id,
        form_key="mentor",
        form_version=version,
        digest=digest,
        place="q",
        about={},
        parent_id=None,
        consent_id=None,
        source=Source.TAP,
        now=NOW,
    )
    for question, value in said.items():
        await runs.put(tx, run_id=run_id, question=question, value=value, source=Source.TAP, now=NOW)
    if sent:
        await runs.end(tx, run_id, old=RunState.OPEN, new=RunState.SUBMITTED, now=NOW)
    return run_id


async def prepared(tx: Tx) -> int:
    await forms.keep(tx, NEW, "{}")
    return await school(tx)


def scope(school_id: int, digest: str = NEW) -> Scope:
    return Scope(school_id, "mentor", SHIPPED, digest)


def by_value(of: list[Count]) -> dict[str | None, int]:
    return {each.value: each.many for each in of}


async def test_answers_are_counted_by_what_was_said(database: Database) -> None:
    async with database.write() as tx:
        school_id = await prepared(tx)
        for name, value in (("Анна", '"yes"'), ("Борис", '"yes"'), ("Вера", '"no"'), ("Глеб", None)):
            await run(tx, school_id, name, q=value, other='"x"')
        assert by_value(await tallies.counts(tx, scope(school_id), "q")) == {'"yes"': 2, '"no"': 1, None: 1}


async def test_of_texts_only_their_number_leaves_the_database(database: Database) -> None:
    async with database.write() as tx:
        school_id = await prepared(tx)
        for name, value in (("Анна", '"Мои слова"'), ("Борис", '"Другие слова"'), ("Вера", None)):
            await run(tx, school_id, name, q=value)
        assert by_value(await tallies.text_counts(tx, scope(school_id), "q")) == {'""': 2, None: 1}


async def test_whoever_withdrew_is_in_no_count_and_on_no_sheet(database: Database) -> None:
    async with database.write() as tx:
        school_id = await prepared(tx)
        await run(tx, school_id, "Анна", q='"yes"')
        gone = await run(tx, school_id, "Борис", q='"no"')
        await tx.run(
            "UPDATE person SET erase_by = '2026-10-01' WHERE id = (SELECT person_id FROM form_run WHERE id = :id)",
            id=gone,
        )
        of = scope(school_id)
        assert by_value(await tallies.counts(tx, of, "q")) == {'"yes"': 1}
        assert [each.full_name for each in await tallies.sheets(tx, of, offset=0, limit=9)] == ["Анна"]
        assert gone not in await tallies.run_ids(tx, of)
        assert await tallies.answers(tx, of, first_run=gone, last_run=gone) == []
        (edition,) = await tallies.editions(tx, school_id, "mentor", shipped=SHIPPED)
        assert (edition.handed_in, edition.begun) == (1, 0)


async def test_versions_stand_apart_and_old_runs_were_asked_what_is_shipped(database: Database) -> None:
    async with database.write() as tx:
        school_id = await prepared(tx)
        first = await run(tx, school_id, "Анна", digest=None, version=1, q='"yes"')
        second = await run(tx, school_id, "Борис", q='"yes"')
        await run(tx, school_id, "Вера", sent=False, q='"no"')
        await run(tx, await school(tx), "Чужая", q='"no"')
        assert await tallies.editions(tx, school_id, "mentor", shipped=SHIPPED) == [
            Edition(NEW, 2, second, 1, 1),
            Edition(SHIPPED, 1, first, 1, 0),
        ]
        assert by_value(await tallies.counts(tx, scope(school_id), "q")) == {'"yes"': 1}
        assert await tallies.run_ids(tx, scope(school_id, SHIPPED)) == [first]


async def test_sheets_come_by_the_alphabet_and_answers_by_runs(database: Database) -> None:
    async with database.write() as tx:
        school_id = await prepared(tx)
        vera = await run(tx, school_id, "Вера", q='"1"', z=None)
        anna = await run(tx, school_id, "Анна", q='"2"')
        of = scope(school_id)
        assert [each.run_id for each in await tallies.sheets(tx, of, offset=0, limit=9)] == [anna, vera]
        assert [each.run_id for each in await tallies.sheets(tx, of, offset=1, limit=1)] == [vera]
        found = await tallies.answers(tx, of, first_run=vera, last_run=vera)
        assert set(found) == {Said(vera, "q", '"1"'), Said(vera, "z", None)}
