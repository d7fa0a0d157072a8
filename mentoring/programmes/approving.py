"""The way of a programme to the coordinator and back: sent, approved as a version, returned with a word."""

from datetime import date, datetime
from enum import StrEnum

from mentoring.access import Member
from mentoring.notices import tell_news
from mentoring.programmes import written
from mentoring.programmes.looking import look
from mentoring.programmes.model import Seen, stamp_of
from mentoring.rules.pair_moves import TOGETHER
from mentoring.rules.programmes import Programme, changes
from mentoring.rules.text import clean_line
from storage import journal, pairs, programmes
from storage.tx import Tx
from storage.vocabulary.pairs import ProgrammeState


class Sending(StrEnum):
    """What came of sending a programme to the coordinator."""

    SENT = "sent"
    LACKS = "lacks"
    GONE = "gone"  # sent before, or no pair of theirs


class Extending(StrEnum):
    EXTENDED = "extended"
    NOT_LATER = "not_later"
    GONE = "gone"


async def send(tx: Tx, member: Member, pairing_id: int, now: datetime) -> Sending:
    found = await _changeable(tx, member, pairing_id, now)
    if found is None:
        return Sending.GONE
    if found.state is ProgrammeState.SENT:
        return Sending.SENT  # a second tap, or the other side was quicker
    if found.lacks:
        return Sending.LACKS
    if not await _move(tx, member, pairing_id, ProgrammeState.DRAFT, ProgrammeState.SENT, now):
        return Sending.GONE
    await tell_news(tx, member.school_id, now, by=member.person_id)
    return Sending.SENT


async def reopen(tx: Tx, member: Member, pairing_id: int, now: datetime) -> bool:
    """A sent one is taken back, an approved one gets a draft of its next version; until then the last version holds."""
    found = await _changeable(tx, member, pairing_id, now)
    if found is None or found.state not in (ProgrammeState.SENT, ProgrammeState.APPROVED):
        return False
    return await _move(tx, member, pairing_id, found.state, ProgrammeState.DRAFT, now)


async def approve(tx: Tx, member: Member, pairing_id: int, stamp: int, now: datetime) -> bool:
    """False when it is not what this coordinator has looked at: it was changed or returned meanwhile."""
    found = await _changeable(tx, member, pairing_id, now)
    row = await programmes.get(tx, pairing_id)
    if found is None or row is None or not member.coordinates or found.lacks or stamp_of(row.changed_at) != stamp:
        return False
    if row.state is ProgrammeState.APPROVED:
        return True  # just this, by a second tap or by the other coordinator
    version = row.version + 1
    if not await programmes.approve(tx, pairing_id, version, row.changed_at, by=member.person_id, now=now):
        return False
    await _keep(tx, member, pairing_id, version, found.programme, now)
    await journal.note(tx, "programme.approve", school_id=member.school_id, actor_id=member.person_id, now=now)
    return True


async def give_back(tx: Tx, member: Member, pairing_id: int, note: str, now: datetime) -> bool:
    """With what is to be changed; False when it does not wait for a coordinator any more."""
    found = await _changeable(tx, member, pairing_id, now)
    if found is None or not member.coordinates:
        return False
    return await _move(
        tx, member, pairing_id, ProgrammeState.SENT, ProgrammeState.DRAFT, now, note=clean_line(note), act="return"
    )


async def extend(tx: Tx, member: Member, pairing_id: int, until: date, now: datetime) -> Extending:
    """The pair's term too. An approved programme gets a version of it, a draft has it in the next one."""
    found = await _changeable(tx, member, pairing_id, now)
    if found is None or not member.coordinates:
        return Extending.GONE
    if not await programmes.extend(tx, pairing_id, until, by=member.person_id, now=now):
        return Extending.NOT_LATER
    if found.programme.starts_on is not None:
        await pairs.set_term(tx, pairing_id, found.programme.starts_on, until)
    if found.state is ProgrammeState.APPROVED and await programmes.count_up(tx, pairing_id, found.version + 1):
        after = await look(tx, member, pairing_id, now)
        if isinstance(after, Seen):
            await _keep(tx, member, pairing_id, after.version, after.programme, now)
    await journal.note(tx, "programme.extend", school_id=member.school_id, actor_id=member.person_id, now=now)
    return Extending.EXTENDED


async def _changeable(tx: Tx, member: Member, pairing_id: int, now: datetime) -> Seen | None:
    found = await look(tx, member, pairing_id, now)
    is_open = isinstance(found, Seen) and found.pair.pairing.state in TOGETHER
    return found if isinstance(found, Seen) and is_open else None


async def _move(
    tx: Tx,
    member: Member,
    pairing_id: int,
    before: ProgrammeState,
    after: ProgrammeState,
    now: datetime,
    *,
    note: str = "",
    act: str = "",
) -> bool:
    if not await programmes.move(tx, pairing_id, before, after, note=note, by=member.person_id, now=now):
        return False
    await journal.note(tx, f"programme.{act or after}", school_id=member.school_id, actor_id=member.person_id, now=now)
    return True


async def _keep(tx: Tx, member: Member, pairing_id: int, version: int, of: Programme, now: datetime) -> None:
    """The version with what has changed since the one before; the first has nothing before it."""
    earlier = await programmes.versions(tx, pairing_id)
    changed = changes(written.of_snapshot(earlier[0].content), of) if earlier else ()
    await programmes.keep_version(
        tx,
        pairing_id,
        version,
        content=written.snapshot(of),
        changes=written.changes(changed),
        by=member.person_id,
        now=now,
    )
