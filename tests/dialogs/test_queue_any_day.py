"""Whatever people and the coordinator do, on every day those are in the queue who should be, and nobody else."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from mentoring import access, calendars, consent, matching, offers, pair_ends, pairs, queue, queue_exits, requests
from mentoring import people as persons
from mentoring.access import Member
from mentoring.pairs import Beginning
from storage import offers as asked
from storage import people, runs, schools
from storage import queue as rows
from storage.tx import Tx
from storage.vocabulary import Role, RunState, Source
from storage.vocabulary.pairs import EndReason, Format, Origin, PairState, Side
from tests.storage.seeds import NOW, person, run, school
from tests.storage.threadless import database_in_memory

MENTEES, MENTOR, COORDINATOR = (1, 2, 3), 8, 9


@dataclass
class Expected:
    """What is known of one mentee, apart from the database."""

    asked: bool = False
    consented: bool = True
    left: str = ""
    paused_until: date | None = None
    pairing_id: int = 0
    answer_by: date | None = None  # of an offer that nobody has answered

    def waits(self, today: date) -> bool:
        resting = self.paused_until is not None and self.paused_until > today
        return self.asked and self.consented and not self.left and not resting and not self.pairing_id


@dataclass
class Story:
    tx: Tx
    school_id: int
    now: datetime
    ids: Mapping[int, int]  # by Telegram's number
    expected: Mapping[int, Expected] = field(default_factory=lambda: {each: Expected() for each in MENTEES})

    async def member(self, of: int) -> Member:
        member = (await access.actor(self.tx, of)).member
        assert member is not None
        return member

    @property
    def today(self) -> date:
        return self.now.date()


Act = Callable[[Story, int, Expected], Awaitable[None]]


async def asks(story: Story, of: int, expected: Expected) -> None:
    if expected.asked or not expected.consented:
        return
    run_id = await run(story.tx, story.school_id, story.ids[of])
    for question, value in (("want_mentor", '"year"'), ("areas", '["method"]')):
        await runs.put(story.tx, run_id=run_id, question=question, value=value, source=Source.TAP, now=story.now)
    await runs.end(story.tx, run_id, old=RunState.OPEN, new=RunState.SUBMITTED, now=story.now)
    expected.asked = True


async def takes_the_request_back(story: Story, of: int, expected: Expected) -> None:
    await requests.withdraw(story.tx, await story.member(of), story.now)
    expected.asked = False


async def withdraws(story: Story, of: int, expected: Expected) -> None:
    await consent.withdraw(story.tx, await story.member(of), story.now)
    expected.consented = False


async def pauses(story: Story, of: int, expected: Expected) -> None:
    expected.paused_until = story.today + timedelta(days=5)
    await persons.pause(story.tx, await story.member(of), expected.paused_until)


async def leaves(story: Story, of: int, expected: Expected) -> None:
    could = expected.asked and expected.consented and not expected.left and not expected.pairing_id
    assert await queue_exits.leave(story.tx, await story.member(of), story.now) == could
    expected.left = expected.left or ("own" if could else "")


async def comes_back(story: Story, of: int, expected: Expected) -> None:
    """Of whoever is asked for nothing meanwhile there is nothing to come back to."""
    if await queue_exits.search_again(story.tx, await story.member(of), story.now):
        assert expected.left == "own"
        expected.left = ""


async def is_taken_out(story: Story, of: int, expected: Expected) -> None:
    member = await story.member(COORDINATOR)
    assert not await queue_exits.take_out(story.tx, member, story.ids[of], " ", story.now)
    if await queue_exits.take_out(story.tx, member, story.ids[of], "переходит в другую школу", story.now):
        assert expected.asked
        assert not expected.left
        assert not expected.pairing_id
        expected.left = "decision"


async def is_brought_back(story: Story, of: int, expected: Expected) -> None:
    if await queue_exits.bring_back(story.tx, await story.member(COORDINATOR), story.ids[of], story.now):
        assert expected.left == "decision"
        expected.left = ""


async def is_proposed(story: Story, of: int, expected: Expected) -> None:
    if not expected.waits(story.today):
        return
    member = await story.member(COORDINATOR)
    of_pair = Beginning((story.ids[MENTOR],), (story.ids[of],), Format.ONE_TO_ONE, PairState.PROPOSED, Origin.BY_HAND)
    expected.pairing_id = await pairs.begin(story.tx, member, of_pair, story.now)
    pair = await pairs.read(story.tx, story.school_id, expected.pairing_id)
    calendar = await calendars.of_school(story.tx, story.school_id, story.now)
    assert pair is not None
    await offers.ask(story.tx, pair, Side.MENTOR, calendar, story.now)
    expected.answer_by = calendar.add_working_days(story.today, offers.ANSWERED_WITHIN)


async def is_answered(story: Story, _of: int, expected: Expected) -> None:
    """Yes from everybody who is asked."""
    member = await story.member(COORDINATOR)
    for _ in range(2):
        for offer in await asked.of_pair(story.tx, expected.pairing_id):
            await offers.accept_for(story.tx, member, offer.id, story.now)
    if expected.pairing_id:
        expected.answer_by = None


async def ends(story: Story, _of: int, expected: Expected) -> None:
    await pair_ends.end(story.tx, await story.member(COORDINATOR), expected.pairing_id, EndReason.MUTUAL, story.now)
    expected.pairing_id, expected.answer_by = 0, None


ACTS: tuple[Act, ...] = (
    *(asks, asks, takes_the_request_back, withdraws, pauses, leaves, comes_back),
    *(is_taken_out, is_brought_back, is_proposed, is_proposed, is_answered, ends),
)
days = st.lists(st.tuples(st.sampled_from(MENTEES), st.sampled_from(ACTS), st.integers(0, 3)), max_size=40)


@given(days)
def test_who_waits_is_who_has_asked_without_the_paired_and_those_who_left(acts: list[tuple[int, Act, int]]) -> None:
    asyncio.run(_tell(acts))


async def _tell(acts: list[tuple[int, Act, int]]) -> None:
    database = await database_in_memory()
    try:
        async with database.write() as tx:
            story = await _begin(tx)
            for of, act, pass_by in [*((each, asks, 0) for each in MENTEES), *acts]:
                await act(story, of, story.expected[of])
                for _ in range(pass_by + 1):
                    await _check(story)
                    await _a_day_passes(story)
    finally:
        await database.close()


async def _begin(tx: Tx) -> Story:
    school_id = await school(tx)
    await schools.set_up(
        tx, school_id, name="Школа № 12", short_name="Школа № 12", city="Москва", time_zone="Europe/Moscow", now=NOW
    )
    ids = {each: await person(tx, school_id, telegram=each) for each in (*MENTEES, MENTOR, COORDINATOR)}
    await people.grant(tx, ids[COORDINATOR], Role.COORDINATOR, by=None, now=NOW)
    story = Story(tx, school_id, NOW, ids)
    for each in MENTEES:
        await consent.give(tx, await story.member(each), NOW)
    return story


async def _check(story: Story) -> None:
    wanted = {story.ids[each] for each, of in story.expected.items() if of.waits(story.today)}
    assert set((await matching.seek(story.tx, story.school_id, story.now)).waiting) == wanted
    assert {each.person_id for each in await rows.waiting(story.tx, story.school_id, story.today)} == wanted
    shown = await queue.page(story.tx, await story.member(COORDINATOR), 0, story.now)
    assert {each.id for each in shown.lines} == wanted


async def _a_day_passes(story: Story) -> None:
    """What nobody has answered in time is no pair any more; time alone does nothing else."""
    story.now += timedelta(days=1)
    calendar = await calendars.of_school(story.tx, story.school_id, story.now)
    await offers.lapse(story.tx, story.school_id, calendar, story.now)
    for of in story.expected.values():
        if of.answer_by is not None and of.answer_by < story.today:
            of.pairing_id, of.answer_by = 0, None
