"""Leaving the queue and coming back, what was offered meanwhile, and which mentors are known, in both databases."""

from datetime import date, timedelta

from storage import consents, match_told, queue, runs, support
from storage.database import Database
from storage.match_told import Found
from storage.queue import Standing
from storage.tx import Tx
from storage.vocabulary import ConsentDecision, ConsentKind, RunState, Source
from storage.vocabulary.pairs import LeftQueue, Support, SupportState
from tests.storage.seeds import NOW, person, run, school

TODAY = NOW.date()


async def mentee(tx: Tx, school_id: int, telegram: int = 1) -> int:
    """Has consented and asked for a mentor."""
    person_id = await person(tx, school_id, telegram=telegram)
    await consents.record(
        tx,
        person_id=person_id,
        kind=ConsentKind.DATA,
        decision=ConsentDecision.GIVEN,
        source=Source.TAP,
        text_version=1,
        text_hash="hash",
        recorded_by=None,
        now=NOW,
    )
    run_id = await run(tx, school_id, person_id)
    for question, value in (("want_mentor", '"year"'), ("areas", '["method"]')):
        await runs.put(tx, run_id=run_id, question=question, value=value, source=Source.TAP, now=NOW)
    await runs.end(tx, run_id, old=RunState.OPEN, new=RunState.SUBMITTED, now=NOW)
    return person_id


async def leave(tx: Tx, school_id: int, person_id: int) -> int:
    return await queue.leave(
        tx,
        school_id=school_id,
        person_id=person_id,
        left_by_whose=LeftQueue.DECISION,
        reason="переход",
        by=person_id,
        now=NOW,
    )


async def test_whoever_leaves_twice_has_left_once_and_comes_back_once(database: Database) -> None:
    async with database.write() as tx:
        ours, other = await school(tx), await school(tx)
        anna = await mentee(tx, ours)
        assert [each.person_id for each in await queue.waiting(tx, ours, TODAY)] == [anna]
        assert [await leave(tx, ours, anna) for _ in range(2)] == [1, 0]
        assert await queue.waiting(tx, ours, TODAY) == []
        assert await queue.standing(tx, anna) == Standing(0, LeftQueue.DECISION)
        assert await queue.left_of(tx, other, anna) is None
        assert [each.reason for each in await queue.left(tx, ours)] == ["переход"]
        assert [await queue.come_back(tx, anna, NOW) for _ in range(2)] == [1, 0]
        assert [each.person_id for each in await queue.waiting(tx, ours, TODAY)] == [anna]
        assert await queue.left(tx, ours) == []


async def test_a_referral_is_seen_while_it_is_wanted_and_of_its_own_school(database: Database) -> None:
    async with database.write() as tx:
        ours, other = await school(tx), await school(tx)
        anna = await mentee(tx, ours)
        note_id = await support.add(
            tx,
            school_id=ours,
            person_id=anna,
            support=Support.PSYCHOLOGIST,
            state=SupportState.OFFERED,
            offered_on=TODAY,
            by=None,
            now=NOW,
        )
        assert await support.referrals(tx, ours) == []
        assert await support.move(tx, note_id, SupportState.OFFERED, SupportState.WANTED, NOW) == 1
        assert [each.id for each in await support.referrals(tx, ours)] == [note_id]
        assert await support.referrals(tx, other) == []
        assert await support.get(tx, note_id, other) is None
        assert [await support.hold(tx, note_id, date(2026, 9, 9), NOW) for _ in range(2)] == [1, 0]
        assert [each.held_on for each in await support.referrals(tx, ours)] == [date(2026, 9, 9)]
        await support.forget_person(tx, anna)
        assert await support.referrals(tx, ours) == []


async def test_a_mentor_is_news_once_until_they_have_no_place(database: Database) -> None:
    async with database.write() as tx:
        ours = await school(tx)
        anna, igor = [await person(tx, ours, telegram=each) for each in (1, 2)]
        later = NOW + timedelta(days=1)
        await match_told.put(tx, ours, [Found(anna, anna, None), Found(anna, igor, NOW)])
        await match_told.put(tx, ours, [Found(anna, igor, later)])
        assert await match_told.since(tx, ours, NOW) == [Found(anna, igor, NOW)]
        assert await match_told.since(tx, ours, later) == []
        await match_told.forget_mentor(tx, igor)
        assert await match_told.of_school(tx, ours) == [Found(anna, anna, None)]
        await match_told.forget_person(tx, anna)
        assert await match_told.of_school(tx, ours) == []


async def test_what_fits_hang_on_is_another_thing_after_each_change(database: Database) -> None:
    async with database.write() as tx:
        ours = await school(tx)
        seen = [await match_told.moving(tx, ours, TODAY)]
        anna = await mentee(tx, ours)
        seen.append(await match_told.moving(tx, ours, TODAY))
        await leave(tx, ours, anna)
        seen.append(await match_told.moving(tx, ours, TODAY))
        assert await match_told.moving(tx, ours, TODAY) == seen[-1]
        assert len(set(map(repr, seen))) == 3
