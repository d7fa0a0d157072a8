"""Whom an event is for: ticks, a preview with numbers, sending; whoever is added later is invited later."""

from collections import Counter
from dataclasses import dataclass
from datetime import datetime

from mentoring import calendars, sending, silence
from mentoring.access import Member
from mentoring.announcements import BeyondLine, BeyondPage
from mentoring.gatherings import telling
from mentoring.gatherings.looking import PEOPLE, Seen, look
from mentoring.rules.consent_text import PARTICIPANT_CONSENT
from mentoring.sending import When
from mentoring.silence import Beyond, SilentLine, beyond
from storage import gatherings, journal
from storage.gatherings import Gathering
from storage.tx import Tx
from storage.vocabulary.gatherings import Group


@dataclass(frozen=True, slots=True)
class Preview:
    """Of those who stand on the list and are not invited yet: whom the message reaches, whom one must tell and why.

    `past`: the event has begun, nobody is written to; it may still be recorded.
    """

    seen: Seen
    reached: int
    beyond: tuple[tuple[Beyond, int], ...]
    when: When

    @property
    def to_be_told(self) -> int:
        return sum(count for _, count in self.beyond)

    @property
    def waiting(self) -> int:
        return self.seen.numbers.listed - self.seen.numbers.invited


@dataclass(frozen=True, slots=True)
class Sent:
    told: int
    in_person: int
    when: When


async def tick(tx: Tx, member: Member, gathering_id: int, person_id: int, now: datetime, *, on: bool) -> bool:
    """One person onto the list or off it; False when it was so, or may not be."""
    seen = await look(tx, member, gathering_id, now)
    if seen is None or seen.is_cancelled:
        return False
    if on:
        return bool(await gatherings.tick(tx, gathering_id, person_id, member.school_id))
    return bool(await gatherings.untick(tx, gathering_id, person_id))


async def tick_group(tx: Tx, member: Member, gathering_id: int, group: Group, now: datetime) -> int:
    seen = await look(tx, member, gathering_id, now)
    if seen is None or seen.is_cancelled:
        return 0
    return await gatherings.tick_group(tx, gathering_id, member.school_id, group)


async def untick_all(tx: Tx, member: Member, gathering_id: int, now: datetime) -> int:
    seen = await look(tx, member, gathering_id, now)
    return await gatherings.untick_all(tx, gathering_id) if seen and not seen.is_cancelled else 0


async def preview(tx: Tx, member: Member, gathering_id: int, now: datetime) -> Preview | None:
    """None when there is nothing that could be sent or recorded."""
    seen = await look(tx, member, gathering_id, now)
    if seen is None or seen.is_cancelled:
        return None
    calendar = await calendars.of_school(tx, member.school_id, now)
    waiting = await _waiting(tx, seen.gathering)
    reached = await telling.reached_now(tx, seen.gathering, now)
    why = Counter(beyond(each) for each in await _beyond(tx, member, seen.gathering, waiting, now))
    return Preview(
        seen,
        reached=0 if seen.begun else len(waiting & reached),
        beyond=tuple((each, why[each]) for each in Beyond if why[each]),
        when=sending.when(calendar, now),
    )


async def to_be_told(tx: Tx, member: Member, gathering_id: int, number: int, now: datetime) -> BeyondPage | None:
    """Whom no message reaches, invited or not, each with the reason; None when there is no such event."""
    of = await gatherings.get(tx, gathering_id, member.school_id)
    if of is None:
        return None
    everybody = {each.id for each in await gatherings.on_list(tx, of.id)}
    lines = await _beyond(tx, member, of, everybody, now)
    pages = max(1, -(-len(lines) // PEOPLE))
    number = min(max(number, 0), pages - 1)
    shown = lines[number * PEOPLE : (number + 1) * PEOPLE]
    named = tuple(BeyondLine(each.id, each.full_name, each.position, beyond(each)) for each in shown)
    return BeyondPage(named, len(lines), number, pages)


async def send(tx: Tx, member: Member, gathering_id: int, now: datetime) -> Sent | None:
    """Everybody of the list who is not invited yet; None when there is nobody: pressed again, it invites nobody twice.

    Of an event that has begun nobody is told: it is recorded, and who was there may be marked.
    """
    seen = await look(tx, member, gathering_id, now)
    if seen is None or seen.is_cancelled:
        return None
    of, waiting = seen.gathering, await _waiting(tx, seen.gathering)
    if not waiting and not (seen.is_draft and seen.begun):
        return None
    await gatherings.mark_invited(tx, of.id, now)
    await gatherings.invite(tx, of.id, sorted(waiting), now)
    reached = set() if seen.begun else waiting & await telling.reached_now(tx, of, now)
    told = await telling.invite(tx, of, sorted(reached), now)
    by, count = member.person_id, len(waiting)
    await journal.note(tx, "gathering.invite", school_id=of.school_id, actor_id=by, count=count, now=now)
    calendar = await calendars.of_school(tx, of.school_id, now)
    return Sent(told, count - told, sending.when(calendar, now))


async def _waiting(tx: Tx, of: Gathering) -> set[int]:
    return {each.id for each in await gatherings.on_list(tx, of.id) if each.invited_at is None}


async def _beyond(tx: Tx, member: Member, of: Gathering, among: set[int], now: datetime) -> list[SilentLine]:
    today, version = now.astimezone(member.zone).date(), PARTICIPANT_CONSENT.version
    found = await gatherings.beyond(tx, of.id, of.school_id, version=version, today=today)
    return [silence.line(each, today) for each in found if each.id in among]
