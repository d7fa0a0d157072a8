"""What the finished small forms about events do."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from mentoring import documents
from mentoring.access import Actor, Member
from mentoring.gatherings import agenda, answering, making, minutes
from mentoring.gatherings.making import Wanted
from mentoring.outcome import Kept, Outcome, text
from storage.runs import Run
from storage.tx import Tx
from storage.vocabulary.gatherings import GatheringKind, Group, LineKind


@dataclass(frozen=True, slots=True)
class Done:
    """Whether what was typed has been taken."""

    done: bool


async def _make(tx: Tx, _actor: Actor, member: Member, _run: Run, kept: Kept, now: datetime) -> object:
    whom = text(kept, "whom")
    wanted = Wanted(
        kind=GatheringKind(text(kept, "kind")),
        day=date.fromisoformat(text(kept, "day")),
        starts=text(kept, "starts"),
        place=text(kept, "place"),
        places=_number(kept, "places"),
        group=Group(whom) if whom in set(Group) else None,
    )
    return await making.make(tx, member, wanted, now)


async def _day(tx: Tx, _actor: Actor, member: Member, run: Run, kept: Kept, now: datetime) -> object:
    day = date.fromisoformat(text(kept, "day"))
    return await making.move(tx, member, _id(run), now, day=day, starts=text(kept, "starts"), place="")


async def _place(tx: Tx, _actor: Actor, member: Member, run: Run, kept: Kept, now: datetime) -> object:
    return await making.move(tx, member, _id(run), now, day=None, starts="", place=text(kept, "place"))


async def _places(tx: Tx, _actor: Actor, member: Member, run: Run, kept: Kept, now: datetime) -> object:
    return Done(await making.set_places(tx, member, _id(run), _number(kept, "places"), now))


async def _agenda(tx: Tx, _actor: Actor, member: Member, run: Run, kept: Kept, now: datetime) -> object:
    return Done(await agenda.write(tx, member, _id(run), text(kept, "agenda"), now))


async def _talk(tx: Tx, _actor: Actor, member: Member, run: Run, kept: Kept, now: datetime) -> object:
    return Done(await answering.offer_talk(tx, member, _id(run), text(kept, "title"), now))


async def _head(tx: Tx, _actor: Actor, member: Member, run: Run, kept: Kept, now: datetime) -> object:
    day = text(kept, "day")
    done = await minutes.set_head(
        tx,
        member,
        _id(run),
        now,
        number=text(kept, "number"),
        dated_on=date.fromisoformat(day) if day else None,
        chair=text(kept, "chair"),
        secretary=text(kept, "secretary"),
    )
    of = await minutes.of_event(tx, member, _id(run), now)
    if of is not None:
        kind = documents.minutes_of(of.seen.gathering.kind)
        await documents.settle(tx, member, kind, str(_id(run)), now)
    return Done(done)


async def _heard(tx: Tx, _actor: Actor, member: Member, run: Run, kept: Kept, now: datetime) -> object:
    item = int(run.about["item"])
    return await minutes.add(tx, member, _id(run), item, LineKind.HEARD, text(kept, "text"), now)


async def _decided(tx: Tx, _actor: Actor, member: Member, run: Run, kept: Kept, now: datetime) -> object:
    due, item = text(kept, "due"), int(run.about["item"])
    due_on = date.fromisoformat(due) if due else None
    return await minutes.add(tx, member, _id(run), item, LineKind.DECIDED, text(kept, "text"), now, due_on=due_on)


def _id(run: Run) -> int:
    return int(run.about["gathering"])


def _number(kept: Kept, key: str) -> int | None:
    value = kept.get(key)
    return int(value) if isinstance(value, int | str) and value else None


# Whoever leads gives no consent to lead; a talk is its author's.
OUTCOMES: Mapping[str, Outcome] = {
    making.FORM: Outcome(_make, consent=False),
    making.DAY_FORM: Outcome(_day, consent=False),
    making.PLACE_FORM: Outcome(_place, consent=False),
    making.PLACES_FORM: Outcome(_places, consent=False),
    agenda.FORM: Outcome(_agenda, consent=False),
    answering.FORM: Outcome(_talk),
    minutes.HEAD_FORM: Outcome(_head, consent=False),
    minutes.HEARD_FORM: Outcome(_heard, consent=False),
    minutes.DECIDED_FORM: Outcome(_decided, consent=False),
}
