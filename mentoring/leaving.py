"""Somebody leaves the school during the year: out of everything at once, what was collected kept until its end."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import Enum, auto
from zlib import crc32

from mentoring import calendars, erasure, notices, pair_ends, pairs, people, queue_exits, roles, schools, watched
from mentoring.access import Member
from mentoring.consent import ERASE_BY_ITSELF_DAYS
from mentoring.notices import Notice
from mentoring.rules.names import short_name
from mentoring.rules.pair_moves import TOGETHER
from storage import accounts, invites, offers, outbox, runs
from storage import pairs as pair_rows
from storage import people as rows
from storage.people import Person, Standing
from storage.tx import Tx
from storage.vocabulary import ConsentDecision, PersonState, Role
from storage.vocabulary.pairs import EndReason

SOON = timedelta(days=ERASE_BY_ITSELF_DAYS)
_GOODBYE_LIVES = timedelta(days=7)
_EVER = date(9999, 12, 31)


class Leaving(Enum):
    """What a press came to."""

    DONE = auto()
    NOBODY = auto()  # is no person of this school any more, has left or withdrawn before, or is the one who presses
    LAST = auto()  # nobody would be left to coordinate the school


@dataclass(frozen=True, slots=True)
class Consequences:
    """What will happen, told before it does; `pairs` end, some of them by an `order`."""

    pairs: int
    in_order: int
    go_on: int  # groups and pairs of two mentors, without this person
    offers: int
    waits: bool
    has_account: bool
    roles: tuple[Role, ...]
    until: date

    @property
    def mark(self) -> int:
        """Says whether these are still the numbers that a button was drawn for."""
        return crc32(repr(self).encode())


@dataclass(frozen=True, slots=True)
class Goodbye:
    """Whom somebody who has left may still ask."""

    school: str
    coordinator: str
    until: date | None


def kept_until(today: date) -> date:
    """The last day of August, for the year's report; never so near that a slip of the finger could not be mended."""
    ends = date(today.year, 8, 31)
    return max(ends if today <= ends else date(today.year + 1, 8, 31), today + SOON)


def has_left(person: Person, standing: Standing) -> bool:
    """Hidden, and not by a withdrawal of their own."""
    hidden = person.erase_by is not None and person.state in (PersonState.INVITED, PersonState.ACTIVE)
    return hidden and standing.data_decision is not ConsentDecision.WITHDRAWN


async def count(tx: Tx, member: Member) -> int:
    return await rows.count_left(tx, member.school_id, until=_EVER)


async def count_soon(tx: Tx, school_id: int, today: date) -> int:
    """Whose day is near."""
    return await rows.count_left(tx, school_id, until=today + SOON)


async def look(tx: Tx, member: Member, person_id: int, now: datetime) -> Consequences | None:
    """None of whoever cannot leave by this member's word."""
    person = await _may_leave(tx, member, person_id)
    if person is None:
        return None
    ends = in_order = go_on = 0
    asked = {each.pairing_id for each in await offers.waiting_of(tx, person_id)}
    for pairing in await pair_rows.open_of(tx, person_id):
        pair = await pairs.read(tx, member.school_id, pairing.id)
        side = pair.side_of(person_id) if pair else None
        alone = pair is not None and sum(each.side is side for each in pair.members) < 2
        if pairing.state not in TOGETHER:
            asked.add(pairing.id)
        elif alone:
            ends, in_order = ends + 1, in_order + (pairing.order_id is not None)
        else:
            go_on += 1
    return Consequences(
        ends,
        in_order,
        go_on,
        len(asked),
        waits=await queue_exits.waits(tx, member, person_id),
        has_account=person.account_id is not None,
        roles=await roles.of_person(tx, member, person_id),
        until=kept_until(now.astimezone(member.zone).date()),
    )


async def leave(tx: Tx, member: Member, person_id: int, reason: str, now: datetime) -> Leaving:
    """Out of pairs, offers, the queue, rights and the bot; `reason` stands in the queue's list if they come back.

    The last message is planned while there is still a chat to send it to.
    """
    person = await _may_leave(tx, member, person_id)
    if person is None:
        return Leaving.NOBODY
    if not await roles.end_all(tx, member, person_id, now):
        return Leaving.LAST
    await outbox.drop_notices(tx, person_id, "cancelled", now)
    await runs.abandon_all(tx, person_id, now)
    await pair_ends.leave_all(tx, member.school_id, person_id, EndReason.LEFT, by=member.person_id, now=now)
    await queue_exits.take_out(tx, member, person_id, reason, now)
    await _say_goodbye(tx, member, person, now)
    await _shut_out(tx, member, person, now)
    await rows.set_erase_by(tx, person_id, kept_until(now.astimezone(member.zone).date()))
    await _note(tx, member, person_id, "person.left", now)
    return Leaving.DONE


async def come_back(tx: Tx, member: Member, person_id: int, now: datetime) -> bool:
    """In the lists again, by a new link in the bot; nothing else comes back by itself. False of who has not left."""
    found = await people.card(tx, member, person_id)
    if found is None or not has_left(*found):
        return False
    await rows.set_erase_by(tx, person_id, None)
    await _note(tx, member, person_id, "person.back", now)
    return True


async def goodbye(tx: Tx, person_id: int, by: int) -> Goodbye | None:
    """What the last message says. None when they are here again, or nowhere any more."""
    person, coordinator = await rows.get(tx, person_id), await rows.get(tx, by)
    if person is None or person.erase_by is None:
        return None
    school = await schools.get(tx, person.school_id)
    return Goodbye(school.short_name, short_name(coordinator.full_name) if coordinator else "", person.erase_by)


async def _may_leave(tx: Tx, member: Member, person_id: int) -> Person | None:
    person = await rows.of_school(tx, person_id, member.school_id)
    listed = person is not None and person.state in (PersonState.INVITED, PersonState.ACTIVE)
    if person is None or not listed or person.erase_by is not None or person_id == member.person_id:
        return None
    return person


async def _say_goodbye(tx: Tx, member: Member, person: Person, now: datetime) -> None:
    """Once, by day; not to whoever wants no message of ours."""
    standing = await rows.standing(tx, person.id)
    today = now.astimezone(member.zone).date()
    rests = person.paused_until is not None and today < person.paused_until
    if standing is None or not standing.reachable or rests:
        return
    if standing.contact_decision not in (None, ConsentDecision.GIVEN):
        return
    calendar = await calendars.of_school(tx, member.school_id, now)
    await notices.tell(
        tx,
        Notice.GOODBYE,
        person.id,
        key=f"goodbye:{person.id}:{now:%Y%m%d%H%M%S}",
        due_at=calendars.waking_hour(calendar, now),
        now=now,
        about={"by": member.person_id},
        lives=_GOODBYE_LIVES,
    )


async def _shut_out(tx: Tx, member: Member, person: Person, now: datetime) -> None:
    """Neither the account nor an invitation of theirs opens anything."""
    external_id = await accounts.external_id_of(tx, person.id)
    await people.disconnect(tx, member, person.id, now, account_id=person.account_id)
    if person.account_id is not None and external_id is not None:
        await erasure.forget_account(tx, person.account_id, external_id)
    await invites.revoke_of_person(tx, person.id, now)


async def _note(tx: Tx, member: Member, person_id: int, act: str, now: datetime) -> None:
    await watched.note(tx, act, school_id=member.school_id, actor_id=member.person_id, person_id=person_id, now=now)
