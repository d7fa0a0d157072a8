"""The last look before a notice is sent: today's rights and wishes of the person decide, not those of its planning."""

from datetime import datetime

from mentoring import access, calendars
from mentoring.access import Actor, Member
from mentoring.notices import ANSWERS, OF_WORK, TO_COORDINATORS, Notice, OutboxRow
from storage import people
from storage.tx import Tx
from storage.vocabulary import ConsentDecision

# Planned for the day, and alive longer than that: the others end with their window, or may be said at any hour.
BY_DAY = TO_COORDINATORS - {Notice.WITHDRAWAL} | {Notice.REFERRAL, Notice.PRACTICE, Notice.GOODBYE}

# Whatever they want to hear. Whoever took the role may be nobody's colleague.
ANYWAY = ANSWERS | {Notice.ROLE_TAKEN}


async def put_off(tx: Tx, row: OutboxRow, now: datetime) -> datetime | None:
    """Until which morning it waits, for Telegram or the bot was away and now it is night or a day off; aware UTC."""
    person = await people.get(tx, row.person_id) if row.person_id is not None and row.kind in BY_DAY else None
    if person is None:
        return None
    waking = calendars.waking_hour(await calendars.of_school(tx, person.school_id, now), now)
    return waking if waking > now else None


async def gate(tx: Tx, row: OutboxRow, now: datetime) -> tuple[Actor | None, str]:
    """Whose notice it is; None with the reason drops the row."""
    actor = await access.actor(tx, row.chat_id)
    kind = Notice(row.kind)
    if kind is Notice.NOT_LET_IN:
        return actor, ""  # to somebody who is nobody's member any more
    member = next((each for each in actor.members if each.person_id == row.person_id), None)
    if kind is Notice.GOODBYE:
        return (actor, "") if member is None else (None, "cancelled")
    if member is None:
        return None, "erased"
    if member.data_consent is ConsentDecision.WITHDRAWN and kind is not Notice.ROLE_TAKEN:
        return None, "cancelled"
    if kind in TO_COORDINATORS:
        wanted = kind is Notice.WITHDRAWAL or _hears_news(member, now)
        return (actor, "") if member.coordinates and wanted else (None, "cancelled")
    if kind in ANYWAY:
        return actor, ""
    if kind is Notice.REFERRAL:  # of their work, as news are of a coordinator's
        return (actor, "") if member.counsels and _hears_news(member, now) else (None, "cancelled")
    if kind in OF_WORK and member.coordinates and _hears_news(member, now):
        return actor, ""
    if member.contact_consent is not ConsentDecision.GIVEN or not member.consented:
        return None, "cancelled"
    return (None, "cancelled") if _paused(member, now) else (actor, "")


def _hears_news(member: Member, now: datetime) -> bool:
    """Nobody is asked for leave to write about their work, but may stop the bot or pause it like everybody."""
    return member.contact_consent in (None, ConsentDecision.GIVEN) and not _paused(member, now)


def _paused(member: Member, now: datetime) -> bool:
    return member.paused_until is not None and now.astimezone(member.zone).date() < member.paused_until
