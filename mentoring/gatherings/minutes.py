"""«Протокол»: its head, what was heard and decided of each item, and all of it as plain values for a paper."""

from dataclasses import dataclass
from datetime import date, datetime

from mentoring import schools
from mentoring.access import Member
from mentoring.gatherings import attending
from mentoring.gatherings.kinds import OF
from mentoring.gatherings.looking import Seen, look
from mentoring.rules.names import short_name
from mentoring.rules.text import clean_line
from storage import gatherings, journal
from storage.gatherings import Gathering, Line
from storage.tx import Tx
from storage.vocabulary.gatherings import GatheringKind, LineKind, Talk

HEAD_FORM, HEARD_FORM, DECIDED_FORM = "minutes_head", "minutes_heard", "minutes_decided"
MOST_LINES = 20  # of an item


@dataclass(frozen=True, slots=True)
class Item:
    """An item of the agenda by its number from 1, with what stands under it."""

    number: int
    text: str
    heard: tuple[Line, ...]
    decided: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Minutes:
    seen: Seen
    items: tuple[Item, ...]

    def item(self, number: int) -> Item | None:
        return next((each for each in self.items if each.number == number), None)


@dataclass(frozen=True, slots=True)
class DecisionValues:
    """`responsible` is a short name, empty when nobody is named."""

    text: str
    responsible: str
    due_on: date | None


@dataclass(frozen=True, slots=True)
class ItemValues:
    text: str
    heard: tuple[str, ...]
    decided: tuple[DecisionValues, ...]


@dataclass(frozen=True, slots=True)
class TalkValues:
    """A talk that was accepted; the author's name is short."""

    author: str
    title: str


@dataclass(frozen=True, slots=True)
class MinutesValues:
    """Everything that minutes are printed of: plain strings and dates, short names; empty is a blank to be filled.

    `whose` is «установочной сессии наставников»; `present` are people of the school by name, `attended` counts whoever
    was erased since too, `guests` everybody else.
    """

    kind: GatheringKind
    whose: str
    school: str
    city: str
    number: str
    dated_on: date | None
    day: date
    starts: str
    place: str
    chair: str
    secretary: str
    present: tuple[str, ...]
    attended: int
    guests: int
    items: tuple[ItemValues, ...]
    talks: tuple[TalkValues, ...]


async def of_event(tx: Tx, member: Member, gathering_id: int, now: datetime) -> Minutes | None:
    """None for an event that nobody was at: there is nothing to be recorded."""
    seen = await look(tx, member, gathering_id, now)
    if seen is None or not seen.held:
        return None
    return Minutes(seen, await _items(tx, seen.gathering))


async def _items(tx: Tx, of: Gathering) -> tuple[Item, ...]:
    lines = await gatherings.lines(tx, of.id)

    def under(number: int, kind: LineKind) -> tuple[Line, ...]:
        return tuple(each for each in lines if each.item == number and each.kind is kind)

    return tuple(
        Item(number, text, under(number, LineKind.HEARD), under(number, LineKind.DECIDED))
        for number, text in enumerate(of.agenda, 1)
    )


async def set_head(
    tx: Tx,
    member: Member,
    gathering_id: int,
    now: datetime,
    *,
    number: str,
    dated_on: date | None,
    chair: str,
    secretary: str,
) -> bool:
    """What is skipped stays as it was."""
    of = await of_event(tx, member, gathering_id, now)
    if of is None:
        return False
    was = of.seen.gathering
    await gatherings.set_head(
        tx,
        gathering_id,
        number=clean_line(number) or was.number,
        dated_on=dated_on or was.dated_on,
        chair=clean_line(chair) or was.chair,
        secretary=clean_line(secretary) or was.secretary,
    )
    changed = await look(tx, member, gathering_id, now)
    if changed is not None:
        await attending.amend(tx, changed)
    await journal.note(tx, "minutes.head", school_id=was.school_id, actor_id=member.person_id, now=now)
    return True


async def add(
    tx: Tx,
    member: Member,
    gathering_id: int,
    item: int,
    kind: LineKind,
    text: str,
    now: datetime,
    *,
    due_on: date | None = None,
) -> int | None:
    """The new line; None when there is no such item, or it is full."""
    of = await of_event(tx, member, gathering_id, now)
    under, said = of.item(item) if of else None, clean_line(text)
    if under is None or not said or len(under.heard) + len(under.decided) >= MOST_LINES:
        return None
    by = member.person_id
    return await gatherings.add_line(tx, gathering_id, item=item, line=kind, text=said, due_on=due_on, by=by, now=now)


async def line(tx: Tx, member: Member, line_id: int) -> Line | None:
    """One of the school's own."""
    return await gatherings.line(tx, line_id, member.school_id)


async def remove(tx: Tx, member: Member, line_id: int) -> Line | None:
    """The line that was there; None when it is gone already, or another school's."""
    found = await gatherings.line(tx, line_id, member.school_id)
    return found if found and await gatherings.remove_line(tx, line_id) else None


async def gather(tx: Tx, school_id: int, gathering_id: int) -> MinutesValues | None:
    """For the paper, as it stands now; None when there is no such event in this school."""
    of = await gatherings.get(tx, gathering_id, school_id)
    if of is None:
        return None
    school, listed = await schools.get(tx, school_id), await gatherings.on_list(tx, of.id)
    present = tuple(short_name(each.full_name) for each in listed if each.attended)
    return MinutesValues(
        kind=of.kind,
        whose=OF[of.kind],
        school=school.name,
        city=school.city,
        number=of.number,
        dated_on=of.dated_on,
        day=of.day,
        starts=of.starts,
        place=of.place,
        chair=of.chair,
        secretary=of.secretary,
        present=present,
        attended=(await gatherings.numbers(tx, of.id)).attended + of.gone,
        guests=of.guests,
        items=tuple(_item_values(each) for each in await _items(tx, of)),
        talks=tuple(
            TalkValues(short_name(each.full_name), each.talk) for each in listed if each.talk_state is Talk.ACCEPTED
        ),
    )


def _item_values(of: Item) -> ItemValues:
    decided = (
        DecisionValues(each.text, short_name(each.responsible) if each.responsible else "", each.due_on)
        for each in of.decided
    )
    return ItemValues(of.text, tuple(each.text for each in of.heard), tuple(decided))
