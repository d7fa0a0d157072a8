"""What became of what a coordinator has written to many: to whom it went, who has read it."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from mentoring.access import Actor, Member
from mentoring.announcements import TRIED_FOR
from storage import announcements
from storage.announcements import Announcement, Tally, Unread
from storage.tx import Tx
from storage.vocabulary import AnnouncementState, Delivery

PAGE = 6
NAMES = 8


class Fate(StrEnum):
    """Why somebody has not read it."""

    WAITING = "waiting"  # has not gone yet
    ARRIVED = "arrived"
    LOST = "lost"  # does not arrive, or nobody knows


@dataclass(frozen=True, slots=True)
class AnnouncedPage:
    lines: tuple[Announcement, ...]
    total: int
    number: int
    pages: int


@dataclass(frozen=True, slots=True)
class Report:
    announcement: Announcement
    tally: Tally

    @property
    def lost(self) -> int:
        return self.tally.total - self.tally.sent - self.tally.waiting

    @property
    def unread(self) -> int:
        return self.tally.total - self.tally.read

    @property
    def may_be_stopped(self) -> bool:
        return self.announcement.state is AnnouncementState.SENT and self.tally.waiting > 0


@dataclass(frozen=True, slots=True)
class UnreadLine:
    id: int
    full_name: str
    position: str
    fate: Fate


@dataclass(frozen=True, slots=True)
class UnreadPage:
    lines: tuple[UnreadLine, ...]
    total: int
    number: int
    pages: int


@dataclass(frozen=True, slots=True)
class Said:
    """The words as they stand in a recipient's chat."""

    school_name: str
    text: str


async def page(tx: Tx, member: Member, number: int) -> AnnouncedPage:
    """Of the school, whoever wrote it; the last one first."""
    total = await announcements.count(tx, member.school_id)
    pages = max(1, -(-total // PAGE))
    number = min(max(number, 0), pages - 1)
    lines = await announcements.page(tx, member.school_id, offset=number * PAGE, limit=PAGE)
    return AnnouncedPage(tuple(lines), total, number, pages)


async def report(tx: Tx, member: Member, announcement_id: int, now: datetime) -> Report | None:
    """None for a draft, for what is another school's, and for what was pruned."""
    found = await announcements.get(tx, announcement_id, member.school_id)
    if found is None or found.state is AnnouncementState.DRAFT:
        return None
    return Report(found, await announcements.tally(tx, found.id, now - TRIED_FOR))


async def unread(tx: Tx, member: Member, announcement_id: int, number: int, now: datetime) -> UnreadPage | None:
    found = await report(tx, member, announcement_id, now)
    if found is None:
        return None
    pages = max(1, -(-found.unread // NAMES))
    number = min(max(number, 0), pages - 1)
    rows = await announcements.unread(tx, announcement_id, now - TRIED_FOR, offset=number * NAMES, limit=NAMES)
    return UnreadPage(tuple(_line(each) for each in rows), found.unread, number, pages)


async def said(tx: Tx, member: Member, announcement_id: int) -> Said | None:
    """For whom it is still to be said; None when it was stopped."""
    found = await announcements.get(tx, announcement_id, member.school_id)
    if found is None or found.state is not AnnouncementState.SENT:
        return None
    return Said(member.school_name, found.text)


async def read(tx: Tx, actor: Actor, announcement_id: int) -> Said | None:
    """«Прочитал(а)», of whichever of the account's people it was written to; None when to none of them."""
    for member in actor.members:
        found = await announcements.get(tx, announcement_id, member.school_id)
        if found is not None and await announcements.mark_read(tx, found.id, member.person_id):
            return Said(member.school_name, found.text)
    return None


def _line(of: Unread) -> UnreadLine:
    arrived = Fate.ARRIVED if of.delivery is Delivery.SENT else Fate.LOST
    return UnreadLine(of.id, of.full_name, of.position, Fate.WAITING if of.waiting else arrived)


__all__ = [
    "AnnouncedPage",
    "Announcement",
    "Fate",
    "Report",
    "Said",
    "Tally",
    "UnreadLine",
    "UnreadPage",
    "page",
    "read",
    "report",
    "said",
    "unread",
]
