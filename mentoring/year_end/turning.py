"""«Новый учебный год»: what becomes of the old one, shown with numbers and done once."""

import json
from dataclasses import asdict, dataclass, replace
from datetime import date, datetime
from zlib import crc32

from mentoring import calendars, pairs, schools, stages, watched
from mentoring.access import Member
from mentoring.notices import tell_news
from mentoring.pairs import Beginning, Pair
from mentoring.rules import own_roadmap
from mentoring.rules.calendar import year_later
from mentoring.rules.stage_status import State
from mentoring.stage_words import counted
from mentoring.year_end import figures, measures, pair_lines
from storage import closed_years, evidence, own_roadmaps, pair_drafts, roadmap_choices, year_turn
from storage import schools as rows
from storage.evidence import Evidence
from storage.tx import Tx
from storage.vocabulary import RoadmapState
from storage.vocabulary.pairs import EndReason, Origin, PairState

FIRST_DAY = (5, 15)  # of the year's last spring: before it a year is not closed
AT_WORK = (PairState.ORDERED, PairState.ACTIVE, PairState.PAUSED)
UNORDERED = (PairState.PROPOSED, PairState.AGREED)
_LAST_OF_SUMMER = (8, 31)  # until then people's data of the year are kept


@dataclass(frozen=True, slots=True)
class Choice:
    """A pair at work: it ends by its term, or goes on as a new one with an order of its own."""

    pair: Pair
    goes_on: bool


@dataclass(frozen=True, slots=True)
class Preview:
    """What will become of the year. `opens_on` is set while it is too early."""

    school_year: int
    opens_on: date | None
    choices: tuple[Choice, ...]
    unordered: int
    waiting: int
    requests: int
    mentors: int
    unproved: int  # activities that nothing proves

    @property
    def mark(self) -> int:
        """Says whether these are still the numbers that a button was drawn for."""
        choices = [(each.pair.pairing.id, each.goes_on) for each in self.choices]
        return crc32(repr((self.school_year, choices, self.unordered, self.waiting)).encode())


@dataclass(frozen=True, slots=True)
class Turned:
    """What was done."""

    school_year: int  # the new one
    ended: int
    going_on: int
    waiting: int


async def preview(tx: Tx, member: Member, now: datetime) -> Preview:
    year = await schools.year_of(tx, member.school_id)
    calendar = await calendars.of_school(tx, member.school_id, now)
    opens_on = date(year + 1, *FIRST_DAY)
    going_on = set(await year_turn.going_on(tx, member.school_id, year))
    at_work = await pairs.every(tx, member.school_id, year, AT_WORK)
    people = await figures.count(tx, member.school_id, year)
    seen = await stages.look(tx, member.school_id, now)
    states = [each.state for stage in seen.stages for each in stage.activities]
    return Preview(
        school_year=year,
        opens_on=opens_on if calendar.local_day(now) < opens_on else None,
        choices=tuple(Choice(each, each.pairing.id in going_on) for each in at_work),
        unordered=len(await pairs.every(tx, member.school_id, year, UNORDERED)),
        waiting=len(await year_turn.waiting(tx, member.school_id)),
        requests=people.requests,
        mentors=people.mentors,
        unproved=sum(each in (State.NOT_STARTED, State.IN_PROGRESS) for each in states),
    )


async def choose(tx: Tx, member: Member, pairing_id: int, *, goes_on: bool, now: datetime) -> bool:
    """What is to become of a pair at work; False of any other."""
    pair = await pairs.read(tx, member.school_id, pairing_id)
    if pair is None or pair.pairing.state not in AT_WORK:
        return False
    if goes_on:
        return bool(await year_turn.decide(tx, pairing_id, by=member.person_id, now=now))
    return bool(await year_turn.undecide(tx, pairing_id))


async def turn(tx: Tx, member: Member, mark: int, now: datetime) -> Turned | None:
    """The year is closed and the next one begins; None when the numbers have changed, or it was done before."""
    seen = await preview(tx, member, now)
    if seen.opens_on is not None or seen.mark != mark:
        return None
    if not await _close(tx, member, seen.school_year, now):
        return None
    waiting = await year_turn.waiting(tx, member.school_id)
    await _freeze(tx, member, seen.school_year, now)
    await _move(tx, member, seen.school_year, now)
    await _roadmap(tx, member, seen.school_year, now)
    await rows.set_school_year(tx, member.school_id, seen.school_year + 1)
    for each in seen.choices:
        await _end(tx, member, each, now)
    await year_turn.carry(tx, member.school_id)
    await year_turn.keep_waiting(tx, waiting)
    await watched.note(tx, "year.turned", school_id=member.school_id, actor_id=member.person_id, now=now)
    await tell_news(tx, member.school_id, now, by=member.person_id)
    going_on = sum(each.goes_on for each in seen.choices)
    return Turned(seen.school_year + 1, len(seen.choices) - going_on, going_on, len(waiting))


async def _close(tx: Tx, member: Member, year: int, now: datetime) -> bool:
    """Its figures are kept as numbers: they are counted no more."""
    people = await figures.count(tx, member.school_id, year)
    of_year = await pair_lines.gather(tx, member.school_id, year, now)
    measured = await measures.of_year(tx, member.school_id, year, of_year, people, now)
    kept = {
        "people": asdict(people),
        "pairs": len(of_year.lines),
        "meetings": sum(each.meetings for each in of_year.lines),
        "measures": {each.measure.value: [each.top, each.of] for each in measured if not each.hidden},
    }
    return bool(
        await closed_years.close(
            tx,
            school_id=member.school_id,
            school_year=year,
            figures=json.dumps(kept),
            keep_until=date(year + 1, *_LAST_OF_SUMMER),
            by=member.person_id,
            now=now,
        )
    )


async def _freeze(tx: Tx, member: Member, year: int, now: datetime) -> None:
    """What is done by what the bot has counted is written down: nothing is counted of a year that is over."""
    seen = await stages.look(tx, member.school_id, now)
    for stage in seen.stages:
        for each in stage.activities:
            if each.state is State.DONE and not each.evidence:
                proof = Evidence(each.activity.key, each.activity.evidence, words=f"по данным бота: {counted(each)}")
                await evidence.record(
                    tx, proof, school_id=member.school_id, school_year=year, by=member.person_id, now=now
                )


async def _move(tx: Tx, member: Member, year: int, now: datetime) -> None:
    """What is not done yet is of the new year: pairs without an order, events to come, cards that wait."""
    today = (await calendars.of_school(tx, member.school_id, now)).local_day(now)
    of_years = {"school_year": year, "next_year": year + 1}
    await year_turn.move_unordered(tx, member.school_id, **of_years)
    await year_turn.move_events(tx, member.school_id, **of_years, today=today)
    await year_turn.move_cards(tx, member.school_id, **of_years)
    await year_turn.copy_ties(tx, member.school_id, **of_years)
    await year_turn.drop_ticks(tx, member.school_id)
    await pair_drafts.drop(tx, member.school_id)


async def _end(tx: Tx, member: Member, of: Choice, now: datetime) -> None:
    """By its term, and not later than today; the one that goes on begins anew with the same people."""
    calendar = await calendars.of_school(tx, member.school_id, now)
    today, pairing = calendar.local_day(now), of.pair.pairing
    on = min(pairing.ends_on or today, today)
    if not await pairs.end(tx, pairing, EndReason.TERM, on, by=member.person_id, now=now) or not of.goes_on:
        return
    mentors, mentees = ([each.person_id for each in side] for side in (of.pair.mentors, of.pair.mentees))
    beginning = Beginning(tuple(mentors), tuple(mentees), pairing.format, PairState.AGREED, Origin.BY_HAND)
    await pairs.begin(tx, member, beginning, now)


async def _roadmap(tx: Tx, member: Member, year: int, now: datetime) -> None:
    """The school's own document and what was decided of it, a year later; every day is to be confirmed again."""
    kept = await own_roadmaps.get(tx, member.school_id, year, RoadmapState.ACCEPTED)
    if kept is not None:
        content = own_roadmap.write(own_roadmap.next_year(own_roadmap.parse(kept.content)))
        await own_roadmaps.put(
            tx,
            school_id=member.school_id,
            school_year=year + 1,
            state=RoadmapState.ACCEPTED,
            content=content,
            by=member.person_id,
            now=now,
        )
    for each in await roadmap_choices.of_year(tx, member.school_id, year):
        of = replace(each, choice="/".join(map(_later, each.choice.split("/"))))
        await roadmap_choices.choose(
            tx, of, school_id=member.school_id, school_year=year + 1, by=member.person_id, now=now
        )


def _later(choice: str) -> str:
    """A day a year later; whatever else was decided is the same."""
    try:
        return year_later(date.fromisoformat(choice)).isoformat()
    except ValueError:
        return choice
