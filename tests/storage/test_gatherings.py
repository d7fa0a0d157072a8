"""Events as both databases keep them: the year's list, who was there, and what stays of whoever is erased."""

from datetime import date

import pytest

from storage import consents, gatherings, people
from storage.database import Database
from storage.gatherings import Attended, OfYear
from storage.tx import Tx
from storage.vocabulary import ConsentDecision, ConsentKind, Source
from storage.vocabulary.gatherings import Coming, GatheringKind, GatheringState, LineKind
from tests.storage.seeds import NOW, person, school

DAY = date(2026, 10, 14)


async def made(tx: Tx, school_id: int, by: int, *, kind: GatheringKind = GatheringKind.SESSION, day: date = DAY) -> int:
    return await gatherings.add(
        tx,
        school_id=school_id,
        school_year=2026,
        kind=kind,
        day=day,
        starts="15:30",
        place="Кабинет 12",
        places=None,
        agenda=["Роль и границы наставника"],
        calls=False,
        by=by,
        now=NOW,
    )


async def invited(tx: Tx, gathering_id: int, school_id: int, *who: int) -> None:
    for each in who:
        await gatherings.tick(tx, gathering_id, each, school_id)
    await gatherings.mark_invited(tx, gathering_id, NOW)
    await gatherings.invite(tx, gathering_id, who, NOW)


async def may_be_written_to(tx: Tx, school_id: int, telegram: int) -> int:
    person_id = await person(tx, school_id, telegram=telegram)
    for kind in ConsentKind:
        await consents.record(
            tx,
            person_id=person_id,
            kind=kind,
            decision=ConsentDecision.GIVEN,
            source=Source.TAP,
            text_version=1,
            text_hash="hash",
            recorded_by=None,
            now=NOW,
        )
    return person_id


async def test_the_year_counts_who_was_invited_and_who_was_there(database: Database) -> None:
    async with database.write() as tx:
        school_id = await school(tx)
        anna, igor, vera = [await person(tx, school_id) for _ in range(3)]
        held, later = await made(tx, school_id, vera), await made(tx, school_id, vera, day=date(2027, 1, 20))
        await made(tx, school_id, vera, kind=GatheringKind.SEMINAR)  # a draft is nobody's
        for each in (held, later):
            await invited(tx, each, school_id, anna, igor, vera)
        await gatherings.attend(tx, held, anna, attended=True)
        await gatherings.attend(tx, held, igor, attended=True)
        await gatherings.set_guests(tx, held, 2)
        of_year = await gatherings.of_year(tx, school_id, 2026)
        assert of_year == [
            OfYear(held, GatheringKind.SESSION, GatheringState.INVITED, DAY, 3, 2, 2, ""),
            OfYear(later, GatheringKind.SESSION, GatheringState.INVITED, date(2027, 1, 20), 3, 0, 0, ""),
        ]
        assert [each.held for each in of_year] == [True, False]
        assert await gatherings.of_year(tx, school_id, 2025) == []
        assert await gatherings.of_year(tx, await school(tx), 2026) == []
        assert await gatherings.attended_by(tx, anna) == [Attended(held, GatheringKind.SESSION, DAY, 2026)]
        assert await gatherings.attended_by(tx, vera) == []


async def test_of_whoever_is_erased_a_number_stays(database: Database) -> None:
    async with database.write() as tx:
        school_id = await school(tx)
        anna, igor = [await person(tx, school_id) for _ in range(2)]
        event = await made(tx, school_id, igor)
        await invited(tx, event, school_id, anna, igor)
        await gatherings.attend(tx, event, anna, attended=True)
        line = await gatherings.add_line(
            tx, event, item=1, line=LineKind.DECIDED, text="Памятка", due_on=DAY, by=igor, now=NOW
        )
        await gatherings.assign(tx, line, anna)
        await gatherings.forget_person(tx, anna)
        (of_year,) = await gatherings.of_year(tx, school_id, 2026)
        assert (of_year.invited, of_year.attended) == (1, 1)
        assert await tx.all(int, "SELECT person_id FROM gathering_person") == [igor]
        assert [each.responsible_id for each in await gatherings.lines(tx, event)] == [None]
        assert await gatherings.open_of_school(tx, school_id) == []


async def test_who_withdrew_is_on_no_list_at_once(database: Database) -> None:
    async with database.write() as tx:
        school_id = await school(tx)
        anna, igor = [await may_be_written_to(tx, school_id, telegram) for telegram in (1, 2)]
        event = await made(tx, school_id, igor)
        await invited(tx, event, school_id, anna, igor)
        await gatherings.answer(tx, event, anna, Coming.COMES)
        assert [each.person_id for each in await gatherings.awaited(tx, school_id, 2026, DAY)] == [anna, igor]
        await people.set_erase_by(tx, anna, DAY)
        assert [each.id for each in await gatherings.on_list(tx, event)] == [igor]
        assert [each.person_id for each in await gatherings.told(tx, event)] == [igor]
        assert [each.person_id for each in await gatherings.awaited(tx, school_id, 2026, DAY)] == [igor]
        found = await gatherings.numbers(tx, event)
        assert (found.listed, found.comes) == (1, 0)
        assert await gatherings.attend_promised(tx, event) == 0


@pytest.mark.parametrize("again", [False, True])
async def test_a_draft_is_sent_once_and_dropped_only_before(database: Database, again: bool) -> None:
    async with database.write() as tx:
        school_id = await school(tx)
        igor = await person(tx, school_id)
        event = await made(tx, school_id, igor)
        if again:
            await gatherings.mark_invited(tx, event, NOW)
        assert await gatherings.mark_invited(tx, event, NOW) == (0 if again else 1)
        assert await gatherings.drop_draft(tx, event) == 0
        assert await gatherings.cancel(tx, event) == 1
        assert await gatherings.cancel(tx, event) == 0


async def test_somebody_of_another_school_is_never_on_the_list(database: Database) -> None:
    async with database.write() as tx:
        school_id, other = await school(tx), await school(tx)
        igor, stranger = await person(tx, school_id), await person(tx, other)
        event = await made(tx, school_id, igor)
        assert await gatherings.tick(tx, event, stranger, school_id) == 0
        assert await gatherings.get(tx, event, other) is None
