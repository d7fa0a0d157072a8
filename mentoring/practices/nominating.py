"""Nominations for the round table: a name, ticked cards, read in the order of titles. Nobody is ranked."""

from dataclasses import dataclass
from datetime import datetime

from mentoring import schools
from mentoring.access import Member
from mentoring.practices.looking import LinesPage, page
from mentoring.rules.text import clean_line
from storage import journal, practices
from storage.practices import Line, NominationRow
from storage.tx import Tx

READY = (
    "Открытие года",
    "Просто и работает",
    "Для тех, кто начинает",
    "Тепло и поддержка",
    "Смелый эксперимент",
)
MOST = 12  # a round table has an end


@dataclass(frozen=True, slots=True)
class Nomination:
    """With the library's cards to tick, by pages."""

    row: NominationRow
    nominees: tuple[Line, ...]
    library: LinesPage

    @property
    def ticked(self) -> frozenset[int]:
        return frozenset(each.id for each in self.nominees)


@dataclass(frozen=True, slots=True)
class Read:
    """A nomination as it is read aloud: titles, and the author's full name where it may be told."""

    title: str
    cards: tuple[tuple[str, str], ...]


async def every(tx: Tx, member: Member) -> tuple[NominationRow, ...]:
    return tuple(await practices.nominations(tx, member.school_id, await schools.year_of(tx, member.school_id)))


async def one(tx: Tx, member: Member, nomination_id: int, number: int) -> Nomination | None:
    row = await practices.nomination(tx, nomination_id, member.school_id)
    if row is None:
        return None
    nominees = await practices.nominees(tx, nomination_id)
    return Nomination(row, tuple(nominees), await page(tx, member, "", number))


async def add(tx: Tx, member: Member, title: str, now: datetime) -> int:
    """Its id; the same name again is the same one. 0 when there are too many, or nothing was typed."""
    title = clean_line(title)
    before = await every(tx, member)
    if not title or (len(before) >= MOST and title not in {each.title for each in before}):
        return 0
    year = await schools.year_of(tx, member.school_id)
    made = await practices.nominate(
        tx, school_id=member.school_id, school_year=year, title=title, by=member.person_id, now=now
    )
    if made not in {each.id for each in before}:
        await _note(tx, member, "add", now)
    return made


async def tick(tx: Tx, member: Member, nomination_id: int, card_id: int, now: datetime, *, ticked: bool) -> None:
    """Set, not toggled: pressed twice it is the same."""
    if await practices.nomination(tx, nomination_id, member.school_id) is None:
        return
    change = practices.tick if ticked else practices.untick
    if await change(tx, nomination_id, card_id):
        await _note(tx, member, "tick" if ticked else "untick", now)


async def drop(tx: Tx, member: Member, nomination_id: int, now: datetime) -> bool:
    done = await practices.drop_nomination(tx, nomination_id, member.school_id)
    if done:
        await _note(tx, member, "drop", now)
    return bool(done)


async def read(tx: Tx, school_id: int, school_year: int) -> tuple[Read, ...]:
    """Those with cards, for the round table and the collection."""
    authors = {each.id: each.author for each in await practices.accepted(tx, school_id, school_year)}
    found = []
    for each in await practices.nominations(tx, school_id, school_year):
        cards = await practices.nominees(tx, each.id)
        found.append(Read(each.title, tuple((card.title, authors.get(card.id, "")) for card in cards)))
    return tuple(each for each in found if each.cards)


async def _note(tx: Tx, member: Member, act: str, now: datetime) -> None:
    await journal.note(tx, f"nomination.{act}", school_id=member.school_id, actor_id=member.person_id, now=now)


__all__ = ["MOST", "READY", "Nomination", "NominationRow", "Read", "add", "drop", "every", "one", "read", "tick"]
