"""What a person has done, and whose data were destroyed, as rows, in both databases."""

from datetime import timedelta

from storage import contact_notes, destruction, journal, pair_orders, pairs, person_work, year_archive
from storage.database import Database
from storage.destruction import Destroyed
from storage.person_work import Mentee, Note, Ordered
from storage.vocabulary.pairs import Contact, NoteAnswer, OrderKind, Side
from tests.storage.seeds import NOW, person, school
from tests.storage.test_meetings import pair

TODAY = NOW.date()
DAY = timedelta(days=1)


async def test_a_mentor_has_the_meetings_and_the_mentees_of_their_own_time(database: Database) -> None:
    async with database.write() as tx:
        school_id, pairing_id, mentor, mentee = await pair(tx)
        later, gone = await person(tx, school_id, telegram=5), await person(tx, school_id, telegram=6)
        await pairs.add_member(tx, pairing_id, gone, Side.MENTEE, NOW)
        await pairs.leave(tx, pairing_id, gone, NOW + DAY)
        for at in (NOW, NOW + DAY, NOW + 3 * DAY):
            await contact_notes.add(tx, pairing_id, author_id=mentee, held_on=at.date(), topics=(), now=at)
        doubted = await contact_notes.add(tx, pairing_id, author_id=mentor, held_on=TODAY, topics=(), now=NOW)
        await contact_notes.answer(tx, doubted, NoteAnswer.OTHERWISE, by=mentee)
        await pairs.leave(tx, pairing_id, mentor, NOW + 2 * DAY)
        await pairs.add_member(tx, pairing_id, later, Side.MENTOR, NOW + 2 * DAY)
        assert await person_work.notes(tx, mentor) == [
            Note(pairing_id, TODAY, Contact.TALK),
            Note(pairing_id, (NOW + DAY).date(), Contact.TALK),
        ]
        assert [each.held_on for each in await person_work.notes(tx, later)] == [(NOW + 3 * DAY).date()]
        assert await person_work.notes(tx, mentee) == []
        assert {each.person_id for each in await person_work.mentees(tx, mentor)} == {mentee, gone}
        assert await person_work.mentees(tx, later) == [Mentee(pairing_id, mentee)]


async def test_a_part_in_a_pair_has_its_order_only_when_it_is_signed(database: Database) -> None:
    async with database.write() as tx:
        school_id, pairing_id, mentor, _ = await pair(tx)
        other = await school(tx)
        order = await pair_orders.begin(
            tx, school_id=school_id, school_year=2026, kind=OrderKind.ASSIGN, by=mentor, now=NOW
        )
        await pair_orders.add_line(tx, order, pairing_id)
        await pairs.set_order(tx, pairing_id, order)
        assert [each.number for each in await person_work.of_person(tx, school_id, mentor)] == [""]
        assert await person_work.orders(tx, mentor) == []
        await pair_orders.sign(tx, order, number="47-о", dated_on=TODAY, now=NOW)
        (of,) = await person_work.of_person(tx, school_id, mentor)
        assert (of.number, of.dated_on, of.side, of.version, of.steps, of.hidden) == (
            *("47-о", TODAY, Side.MENTOR),
            *(0, 0, False),
        )
        assert await person_work.orders(tx, mentor) == [Ordered(2026, OrderKind.ASSIGN, "47-о", TODAY)]
        assert await person_work.of_person(tx, other, mentor) == []
        assert len(await person_work.of_year(tx, school_id, 2026)) == 2
        assert await person_work.of_year(tx, school_id, 2025) == []
        assert await person_work.of_year(tx, other, 2026) == []


async def test_who_was_erased_stands_once_and_in_their_own_school(database: Database) -> None:
    async with database.write() as tx:
        ours, other = await school(tx), await school(tx)
        by, first, second = [await person(tx, ours, telegram=at) for at in (1, 2, 3)]
        for whom, at in ((first, NOW), (second, NOW + DAY), (first, NOW + 2 * DAY)):
            await journal.note(tx, destruction.ERASED, school_id=ours, actor_id=by, person_id=whom, now=at)
        assert await destruction.erased(tx, ours, offset=0, limit=8) == [
            Destroyed(first, NOW + 2 * DAY, by),
            Destroyed(second, NOW + DAY, by),
        ]
        assert [await destruction.count(tx, each) for each in (ours, other)] == [2, 0]
        assert await destruction.one(tx, ours, first) == Destroyed(first, NOW + 2 * DAY, by)
        assert await destruction.one(tx, other, first) is None
        assert [each.at for each in await destruction.life(tx, ours, first)] == [NOW, NOW + 2 * DAY]


async def test_whose_data_of_a_year_go_is_known_before_they_do(database: Database) -> None:
    async with database.write() as tx:
        school_id, pairing_id, mentor, mentee = await pair(tx)
        assert await year_archive.people(tx, school_id, 2026, NOW) == []
        await tx.run(
            "UPDATE pairing SET state = 'ended', ended_on = :day, end_reason = 'term' WHERE id = :id",
            day=TODAY,
            id=pairing_id,
        )
        assert await year_archive.people(tx, school_id, 2026, NOW) == sorted([mentor, mentee])
        assert await year_archive.people(tx, school_id, 2025, NOW) == []
        for each in (mentor, mentee):
            await journal.note(tx, destruction.ARCHIVED, school_id=school_id, actor_id=None, person_id=each, now=NOW)
        assert {each.person_id for each in await destruction.archived(tx, school_id, NOW)} == {mentor, mentee}
        assert await destruction.archived(tx, school_id, NOW + DAY) == []
