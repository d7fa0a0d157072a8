"""Meetings, notes and answers of a pair, each guarded by its state, in both databases."""

from datetime import timedelta

from storage import contact_notes, fit_answers, free_lessons, meetings, pair_life, pairs
from storage.database import Database
from storage.tx import Tx
from storage.vocabulary.pairs import Fit, Format, MeetingState, NoteAnswer, Origin, PairKind, PairState, Side
from tests.storage.seeds import NOW, person, school

TODAY = NOW.date()


async def pair(tx: Tx) -> tuple[int, int, int, int]:
    """A school with a mentor and a mentee at work: the ids of all four."""
    school_id = await school(tx)
    mentor, mentee = await person(tx, school_id, telegram=1), await person(tx, school_id)
    pairing_id = await pairs.add(
        tx,
        school_id=school_id,
        school_year=2026,
        kind=PairKind.PAIR,
        form=Format.ONE_TO_ONE,
        state=PairState.ACTIVE,
        origin=Origin.BROUGHT,
        why="",
        terms="[]",
        starts_on=None,
        ends_on=None,
        by=mentor,
        now=NOW,
    )
    for side, whom in ((Side.MENTOR, mentor), (Side.MENTEE, mentee)):
        await pairs.add_member(tx, pairing_id, whom, side, NOW)
    return school_id, pairing_id, mentor, mentee


async def test_a_pair_has_one_meeting_that_is_to_be(database: Database) -> None:
    async with database.write() as tx:
        school_id, pairing_id, mentor, mentee = await pair(tx)
        chosen = [await meetings.choose(tx, pairing_id, day=TODAY, lesson=n, by=mentor, now=NOW) for n in (1, 2)]
        assert chosen == [1, 0]
        first = await meetings.open_of(tx, pairing_id)
        assert first is not None
        assert first.lesson == 1
        assert [await meetings.agree(tx, first.id, by=mentee, now=NOW) for _ in range(2)] == [1, 0]
        assert [await meetings.close(tx, first.id, MeetingState.DROPPED) for _ in range(2)] == [1, 0]
        assert await meetings.choose(tx, pairing_id, day=TODAY, lesson=2, by=mentor, now=NOW) == 1
        assert [each.lesson for each in await meetings.refused_of(tx, pairing_id, TODAY)] == [1]
        assert await meetings.get(tx, first.id, school_id + 1) is None


async def test_a_note_is_answered_once_and_not_when_it_is_taken_back(database: Database) -> None:
    async with database.write() as tx:
        _, pairing_id, mentor, mentee = await pair(tx)
        ids = [
            await contact_notes.add(tx, pairing_id, author_id=mentor, held_on=TODAY, topics=("method",), now=NOW)
            for _ in range(2)
        ]
        assert await contact_notes.take_back(tx, ids[1], NOW) == 1
        assert await contact_notes.take_back(tx, ids[1], NOW) == 0
        said = [
            await contact_notes.answer(tx, note_id, answer, by=mentee)
            for note_id in ids
            for answer in (NoteAnswer.CONFIRMED, NoteAnswer.OTHERWISE)
        ]
        assert said == [1, 0, 0, 0]
        assert [each.id for each in await contact_notes.of_pair(tx, pairing_id)] == [ids[0]]


async def test_the_last_word_on_a_pair_counts_and_is_to_be_looked_at_again(database: Database) -> None:
    async with database.write() as tx:
        school_id, pairing_id, mentor, _ = await pair(tx)
        given = [await fit_answers.give(tx, pairing_id, mentor, fit, NOW) for fit in (Fit.BAD, Fit.BAD)]
        assert given == [1, 0]
        await fit_answers.mark_seen(tx, pairing_id, mentor)
        assert await fit_answers.to_look_at(tx, school_id) == []
        await fit_answers.give(tx, pairing_id, mentor, Fit.UNSURE, NOW)
        assert [each.fit for each in await fit_answers.to_look_at(tx, school_id)] == [Fit.UNSURE]


async def test_a_pairs_life_is_told_without_what_was_taken_back_and_what_is_over(database: Database) -> None:
    async with database.write() as tx:
        school_id, pairing_id, mentor, mentee = await pair(tx)
        later, before = TODAY + timedelta(days=2), TODAY - timedelta(days=1)
        ids = [
            await contact_notes.add(tx, pairing_id, author_id=whom, held_on=day, topics=(), now=NOW)
            for whom, day in ((mentee, TODAY), (mentor, before))
        ]
        await contact_notes.take_back(tx, ids[0], NOW)
        await meetings.choose(tx, pairing_id, day=later, lesson=0, by=mentor, now=NOW)
        (now,) = await pair_life.of_school(tx, school_id, TODAY)
        assert (now.last_on, now.author_id, now.day, now.agreed_at) == (before, mentor, later, None)
        (then,) = await pair_life.of_school(tx, school_id, later + timedelta(days=1))
        assert then.meeting_id is None
        assert await pair_life.listeners(tx, school_id, TODAY) == []  # nobody has consented


async def test_marks_are_set_once_and_forgotten_with_their_person(database: Database) -> None:
    async with database.write() as tx:
        _, _, mentor, mentee = await pair(tx)
        assert [await free_lessons.tick(tx, mentor, 0, 3) for _ in range(2)] == [1, 0]
        await free_lessons.tick(tx, mentee, 0, 3)
        await free_lessons.note_marked(tx, mentor, NOW)
        await free_lessons.note_marked(tx, mentor, NOW)
        assert await free_lessons.marked(tx, [mentor, mentee]) == [mentor]
        await free_lessons.forget_person(tx, mentor)
        assert [each.person_id for each in await free_lessons.of_people(tx, [mentor, mentee])] == [mentee]
        assert await free_lessons.marked(tx, [mentor]) == []
