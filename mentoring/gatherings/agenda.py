"""The agenda: what a kind of event usually has, what mentors have wished for, what the coordinator has typed."""

import re
from dataclasses import dataclass
from datetime import datetime

from mentoring import answer_values
from mentoring.access import Member
from mentoring.gatherings.kinds import AGENDAS, EXCHANGE, TRAININGS
from mentoring.rules.gatherings import by_wish
from mentoring.rules.text import clean_line
from storage import gatherings, journal
from storage.tx import Tx
from storage.vocabulary.gatherings import GatheringKind

FORM = "gathering_agenda"
MOST_ITEMS, LONGEST_ITEM = 20, 200
_MARK = re.compile(r"^\s*(?:\d{1,2}[.)]\s*|[-–—•]\s*)")


@dataclass(frozen=True, slots=True)
class Wish:
    """How many mentors would like to be prepared for it."""

    item: str
    count: int


async def wishes(tx: Tx, school_id: int) -> tuple[Wish, ...]:
    """The most wanted first; nobody is named."""
    said = [answer_values.read(each) for each in await gatherings.trainings(tx, school_id)]
    chosen = [each for each in said if isinstance(each, tuple)]
    return tuple(Wish(TRAININGS[key], count) for key, count in by_wish(chosen, TRAININGS))


async def draft(tx: Tx, school_id: int, kind: GatheringKind) -> list[str]:
    """Of a session what is wished for comes first, the exchange last."""
    usual = list(AGENDAS[kind])
    if kind is not GatheringKind.SESSION:
        return usual
    wanted = [each.item for each in await wishes(tx, school_id)]
    return [*wanted, *(each for each in usual if each not in (*wanted, EXCHANGE)), EXCHANGE]


def items(typed: str) -> tuple[str, ...]:
    """A line is an item; numbers, dots and dashes in front of it are the typist's."""
    lines = (clean_line(_MARK.sub("", each)) for each in typed.splitlines())
    return tuple(each[:LONGEST_ITEM] for each in lines if each)[:MOST_ITEMS]


async def write(tx: Tx, member: Member, gathering_id: int, typed: str, now: datetime) -> bool:
    """False when there is nothing in it, or the minutes stand under the items that are."""
    of, written = await gatherings.get(tx, gathering_id, member.school_id), items(typed)
    if of is None or not written or not await gatherings.set_agenda(tx, of.id, written):
        return False
    await journal.note(tx, "gathering.agenda", school_id=of.school_id, actor_id=member.person_id, now=now)
    return True
