"""A coordinator writes to many at once: to whom, the preview, sending inside the window, an end before everybody."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from mentoring import calendars, notices, sending, silence, watched
from mentoring.access import Member
from mentoring.notices import Notice, Row
from mentoring.rules.calendar import SchoolCalendar
from mentoring.rules.consent_text import PARTICIPANT_CONSENT
from mentoring.sending import When
from mentoring.silence import Beyond, SilentLine, beyond
from storage import announcements, audiences, journal
from storage.announcements import Announcement, Unreached
from storage.audiences import Sizes
from storage.tx import Tx
from storage.vocabulary import AnnouncementState, Audience

FORM = "announcement"
PAGE = 8
TRIED_FOR = timedelta(days=3)  # from the first moment when it may go: later it is no news


@dataclass(frozen=True, slots=True)
class Preview:
    """A draft as it stands: how many get it and when, how many no message reaches and why."""

    draft: Announcement
    reached: int
    beyond: tuple[tuple[Beyond, int], ...]
    when: When

    @property
    def to_be_told(self) -> int:
        """In person."""
        return sum(count for _, count in self.beyond)


@dataclass(frozen=True, slots=True)
class BeyondLine:
    """Somebody whom no message reaches."""

    id: int
    full_name: str
    position: str
    why: Beyond


@dataclass(frozen=True, slots=True)
class BeyondPage:
    lines: tuple[BeyondLine, ...]
    total: int
    number: int
    pages: int


@dataclass(frozen=True, slots=True)
class Sent:
    count: int
    when: When


async def sizes(tx: Tx, member: Member) -> Sizes:
    """How many people an audience is, whoever writes left out."""
    return await audiences.sizes(tx, member.school_id, but=member.person_id)


async def write(tx: Tx, member: Member, audience: str, text: str, now: datetime) -> int:
    """A draft in the place of whatever draft its author had; its id is new, so no old button sends a new text."""
    await announcements.drop_drafts(tx, member.school_id, member.person_id)
    to, by = Audience(audience), member.person_id
    return await announcements.add(tx, school_id=member.school_id, audience=to, text=text, by=by, now=now)


async def draft(tx: Tx, member: Member, announcement_id: int) -> Announcement | None:
    """The member's own one, not sent yet."""
    found = await announcements.get(tx, announcement_id, member.school_id)
    own = found is not None and found.written_by == member.person_id and found.state is AnnouncementState.DRAFT
    return found if own else None


async def drop(tx: Tx, member: Member) -> bool:
    """False when there was no draft."""
    return bool(await announcements.drop_drafts(tx, member.school_id, member.person_id))


async def preview(tx: Tx, member: Member, announcement_id: int, now: datetime) -> Preview | None:
    found = await draft(tx, member, announcement_id)
    if found is None:
        return None
    calendar = await calendars.of_school(tx, member.school_id, now)
    lines = await _beyond(tx, member, found.audience, calendar, now)
    why = Counter(beyond(each) for each in lines)
    return Preview(
        found,
        reached=len(await _reached(tx, member, found.audience, calendar, now)),
        beyond=tuple((each, why[each]) for each in Beyond if why[each]),
        when=sending.when(calendar, now),
    )


async def to_be_told(tx: Tx, member: Member, announcement_id: int, number: int, now: datetime) -> BeyondPage | None:
    """Whom no message reaches, each with the reason; None when the draft is gone."""
    found = await draft(tx, member, announcement_id)
    if found is None:
        return None
    calendar = await calendars.of_school(tx, member.school_id, now)
    lines = await _beyond(tx, member, found.audience, calendar, now)
    pages = max(1, -(-len(lines) // PAGE))
    number = min(max(number, 0), pages - 1)
    shown = lines[number * PAGE : (number + 1) * PAGE]
    named = tuple(BeyondLine(each.id, each.full_name, each.position, beyond(each)) for each in shown)
    return BeyondPage(named, len(lines), number, pages)


async def send(tx: Tx, member: Member, announcement_id: int, now: datetime) -> Sent | None:
    """To everybody whom it reaches now. None when the draft is gone, sent already, or reaches nobody."""
    found = await draft(tx, member, announcement_id)
    if found is None:
        return None
    calendar = await calendars.of_school(tx, member.school_id, now)
    people = await _reached(tx, member, found.audience, calendar, now)
    at, by = sending.moment(calendar, now), member.person_id
    if not people or not await announcements.mark_sent(tx, found.id, by=by, goes_at=at, now=now):
        return None
    recipients = [Unreached(found.id, each, f"announcement:{found.id}:{each}") for each in people]
    await announcements.address(tx, recipients)
    await _tell(tx, recipients, at, calendar, now)
    await watched.note(tx, "announcement.send", school_id=member.school_id, actor_id=by, count=len(recipients), now=now)
    return Sent(len(recipients), sending.when(calendar, now))


async def stop(tx: Tx, member: Member, announcement_id: int, now: datetime) -> bool:
    """What has not gone yet does not go. False when there is nothing to be stopped."""
    found = await announcements.get(tx, announcement_id, member.school_id)
    if found is None or found.state is not AnnouncementState.SENT:
        return False
    left = (await announcements.tally(tx, found.id, now - TRIED_FOR)).waiting
    if not left or not await announcements.mark_stopped(tx, found.id, member.school_id):
        return False
    await announcements.drop_due(tx, found.id, now)
    by = member.person_id
    await journal.note(tx, "announcement.stop", school_id=member.school_id, actor_id=by, count=left, now=now)
    return True


async def plan_due(tx: Tx, school_id: int, calendar: SchoolCalendar, now: datetime) -> int:
    """Whose message did not fit into the window of a day before; how many are planned anew."""
    late = await announcements.unreached(tx, school_id, now - TRIED_FOR)
    return await _tell(tx, late, now, calendar, now) if late else 0


async def _tell(tx: Tx, recipients: Sequence[Unreached], at: datetime, calendar: SchoolCalendar, now: datetime) -> int:
    rows = [Row(each.person_id, each.notice, {"announcement": each.announcement_id}) for each in recipients]
    lives = sending.lives(calendar, at)
    return len(await notices.tell_many(tx, Notice.ANNOUNCEMENT, rows, due_at=at, now=now, lives=lives))


async def _reached(tx: Tx, member: Member, audience: Audience, calendar: SchoolCalendar, now: datetime) -> list[int]:
    """By what holds on the day when it goes: a pause may be over by then."""
    today = calendar.local_day(sending.moment(calendar, now))
    version, but = PARTICIPANT_CONSENT.version, member.person_id
    return await audiences.reached(tx, member.school_id, audience, but=but, version=version, today=today)


async def _beyond(
    tx: Tx, member: Member, audience: Audience, calendar: SchoolCalendar, now: datetime
) -> list[SilentLine]:
    today = calendar.local_day(sending.moment(calendar, now))
    version, but = PARTICIPANT_CONSENT.version, member.person_id
    found = await audiences.beyond(tx, member.school_id, audience, but=but, version=version, today=today)
    return [silence.line(each, today) for each in found]


__all__ = [
    "FORM",
    "TRIED_FOR",
    "BeyondLine",
    "BeyondPage",
    "Preview",
    "Sent",
    "Sizes",
    "draft",
    "drop",
    "plan_due",
    "preview",
    "send",
    "sizes",
    "stop",
    "to_be_told",
    "write",
]
