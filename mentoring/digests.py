"""One message a day and a person: everything that they are to be reminded of, and putting it off."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from itertools import zip_longest

from mentoring import calendars, notices, sending
from mentoring.access import Member
from mentoring.notices import Notice, Row, tell_news
from mentoring.rules.calendar import Window
from mentoring.rules.reminding import Last, Thing, due_step, is_asked_for
from storage import journal, reminded
from storage.reminded import Said, Snoozed, Told
from storage.tx import Tx

_BETWEEN = "|"


class Kind(StrEnum):
    """What a thing is, as its key begins."""

    REQUEST = "request"
    FORM = "form"
    ACTIVITY = "activity"
    WEEKLY = "weekly"
    SURVEY = "survey"  # of the monitoring: its day has come and nobody has opened it
    OFFER = "offer"  # somebody is asked to be in a pair
    FIRST_MEETING = "meet1"  # of a pair that has not met
    MEET_AGAIN = "meetm"  # once a month while nothing is noted
    MEETING = "meet"  # that both have agreed on
    MEETING_ASKED = "meeta"  # one has chosen a time, the other is asked
    FIT = "fit"  # does the pair suit, after its first meeting
    QUEUE = "queue"  # somebody has waited long for a mentor
    PAIR_OVER = "over"  # somebody's pair is over, and a mentor is looked for anew
    SUPPORT = "support"  # they are offered something meanwhile
    UNPAIRED = "unpaired"  # a coordinator is told who waits long
    PROGRAMME = "programme"  # of a pair: to be sent, to be changed, to be carried out this week
    PROGRAMME_LATE = "programme_late"  # to coordinators: it was not sent in time
    GATHERING = "event"  # somebody comes to it, or has not decided
    TASK = "task"  # that an event has given somebody
    MINUTES = "minutes"  # to coordinators: of an event that was
    CONFIRM = "confirm"  # does last year's request or mentor questionnaire still hold
    PRACTICE = "practice"  # promised in the last survey, and no card has come
    KEEP = "keep"  # to coordinators: a closed year's data have been kept until their day


# Not begging for answers: told also to whoever has heard much this month.
_WORK = frozenset(
    {
        *(Kind.ACTIVITY, Kind.WEEKLY, Kind.OFFER, Kind.QUEUE, Kind.SUPPORT, Kind.UNPAIRED),
        Kind.PAIR_OVER,
        *(Kind.PROGRAMME_LATE, Kind.TASK, Kind.MINUTES),
        *(Kind.PROGRAMME_LATE, Kind.KEEP),
    }
)


class Later(StrEnum):
    """How a reminder is put off."""

    TOMORROW = "tomorrow"
    NEXT_WEEK = "week"
    ON_PAPER = "paper"


@dataclass(frozen=True, slots=True)
class PutOff:
    until: date
    later: Later


@dataclass(frozen=True, slots=True)
class Candidate:
    """A thing that may be due for a person, with the days of its reminders."""

    person_id: int
    key: str
    days: tuple[date, ...]


def key_of(kind: Kind, *rest: object) -> str:
    return ":".join([kind.value, *map(str, rest)])


def parts_of(key: str) -> tuple[Kind, list[str]]:
    kind, *rest = key.split(":")
    return Kind(kind), rest


async def due(tx: Tx, candidates: Sequence[Candidate], today: date) -> list[Thing]:
    """Those whose next step has come, by what was said before and what was put off."""
    if not candidates:
        return []
    people = sorted({each.person_id for each in candidates})
    said = {(each.person_id, each.thing): _last(each) for each in await reminded.told(tx, people)}
    put_off = {(each.person_id, each.thing): each.until for each in await reminded.snoozed(tx, people)}
    found = []
    for each in candidates:
        whose = (each.person_id, each.key)
        step = due_step(each.days, today, said=said.get(whose), put_off=put_off.get(whose))
        if step is not None:
            found.append(
                Thing(each.person_id, each.key, step, asked_for=is_asked_for(said.get(whose), put_off.get(whose)))
            )
    return found


def _last(of: Told) -> Last:
    """Between two and six in the afternoon it is the same day in UTC and in every school."""
    return Last(of.step, of.planned_at.date())


async def tell(tx: Tx, things: Iterable[Thing], today: date, window: Window, now: datetime) -> int:
    """A message for each person whose things are due, if they may hear one today; how many there are."""
    by_person: Mapping[int, list[Thing]] = defaultdict(list)
    for thing in things:
        by_person[thing.person_id].append(thing)
    free = await _free(tx, by_person, today, now) if by_person else set()
    rows = [Row(each, notice_of(each, today), _about(mine, today)) for each, mine in by_person.items() if each in free]
    told = await notices.tell_many(tx, Notice.DIGEST, rows, due_at=now, now=now, lives=window.closes - now)
    said = [Said(of.person_id, of.key, of.step, notice_of(each, today)) for each in told for of in by_person[each]]
    await reminded.note(tx, said, now)
    return len(told)


def _about(mine: Sequence[Thing], today: date) -> Mapping[str, int | str]:
    steps = _BETWEEN.join(str(of.step) for of in mine)
    return {"things": _BETWEEN.join(of.key for of in mine), "steps": steps, "day": f"{today}"}


async def _free(tx: Tx, by_person: Mapping[int, list[Thing]], today: date, now: datetime) -> set[int]:
    """Who has not heard enough: of a day, of a week; of a month too, but for work and for what they asked for."""
    people = sorted(by_person)
    begging = {each for each in people if not any(of.asked_for or _is_work(of) for of in by_person[each])}
    tired = await sending.tired(tx, sorted(begging), now - timedelta(days=today.day))
    return await sending.free_to_hear(tx, people, now) - tired


def _is_work(of: Thing) -> bool:
    return parts_of(of.key)[0] in _WORK


def notice_of(person_id: int, day: date) -> str:
    return f"digest:{person_id}:{day:%Y%m%d}"


def things_of(about: Mapping[str, int | str]) -> list[tuple[str, int]]:
    """Each thing with the step of its reminder."""
    things = str(about["things"]).split(_BETWEEN)
    steps = str(about.get("steps", "")).split(_BETWEEN)
    return [(thing, int(step or 0)) for thing, step in zip_longest(things, steps[: len(things)], fillvalue="0")]


async def put_off(tx: Tx, member: Member, day: date, later: Later, now: datetime) -> PutOff | None:
    """Everything that the message of this day spoke of; None when there was no such message."""
    things = await reminded.of_notice(tx, member.person_id, notice_of(member.person_id, day))
    if not things:
        return None
    until = await _until(tx, member, later, now)
    for each in things:
        on_paper = later is Later.ON_PAPER and parts_of(each)[0] is Kind.REQUEST
        if later is not Later.ON_PAPER or on_paper:
            await reminded.snooze(tx, Snoozed(member.person_id, each, until, on_paper))
    await journal.note(
        tx, f"reminder.{later}", school_id=member.school_id, actor_id=member.person_id, count=len(things), now=now
    )
    if later is Later.ON_PAPER:
        await tell_news(tx, member.school_id, now, by=member.person_id)
    return PutOff(until, later)


async def _until(tx: Tx, member: Member, later: Later, now: datetime) -> date:
    calendar = await calendars.of_school(tx, member.school_id, now)
    today = calendar.local_day(now)
    match later:
        case Later.TOMORROW:
            return calendar.next_speaking_day(today + timedelta(days=1))
        case Later.NEXT_WEEK:
            return calendar.next_speaking_day(today + timedelta(days=7 - today.weekday()))
        case Later.ON_PAPER:
            return date(calendar.school_year_of(today) + 1, 8, 31)
