"""What somebody without a pair is offered meanwhile: kinds and days, never what was said.

To the psychologist nobody is sent: whoever wants to go says so with their own tap.
"""

from collections.abc import Sequence
from datetime import date, datetime

from mentoring import queue_exits
from mentoring.access import Member
from mentoring.notices import tell_news, tell_psychologists
from mentoring.queue_exits import Search
from storage import journal, people, schools, support
from storage.support import Note, Referral
from storage.tx import Tx
from storage.vocabulary.pairs import Support, SupportState

FORM = "support_held"  # asks for the day on which it took place
OPEN = (SupportState.OFFERED, SupportState.WANTED)


async def offer(tx: Tx, member: Member, person_id: int, kind: Support, now: datetime) -> bool:
    """A coordinator's press; False when it is offered already, or the person is not in the queue."""
    if not await queue_exits.waits(tx, member, person_id):
        return False
    if kind is Support.PSYCHOLOGIST and not await schools.psychologist_hours(tx, member.school_id):
        return False
    if any(each.kind is kind and each.state in OPEN for each in await support.of_person(tx, person_id)):
        return False
    await _add(tx, member, person_id, kind, SupportState.OFFERED, now)
    return True


async def of_person(tx: Tx, member: Member, person_id: int) -> tuple[Note, ...]:
    """The log that a coordinator sees of somebody of their school."""
    return tuple(each for each in await support.of_person(tx, person_id) if each.school_id == member.school_id)


async def offered_to(tx: Tx, member: Member, note_id: int) -> Note | None:
    """One's own offer that is not answered."""
    note = await support.get(tx, note_id, member.school_id)
    own = note is not None and note.person_id == member.person_id and note.state is SupportState.OFFERED
    return note if own else None


async def answer(tx: Tx, member: Member, note_id: int, now: datetime, *, wants: bool) -> Note | None:
    """One's own offer: wanted or not. None when there is nothing to answer."""
    note = await offered_to(tx, member, note_id)
    if note is None or note.kind is Support.PSYCHOLOGIST:
        return None
    new = SupportState.WANTED if wants else SupportState.DECLINED
    if not await support.move(tx, note_id, SupportState.OFFERED, new, now):
        return None
    if wants:
        await tell_news(tx, member.school_id, now, by=member.person_id)
    return note


async def looked_at_materials(tx: Tx, member: Member, now: datetime) -> None:
    """The list that was offered has been opened."""
    for note in await support.of_person(tx, member.person_id):
        if note.kind is Support.MATERIALS and note.state in OPEN:
            await support.hold(tx, note.id, _today(member, now), now)


async def may_sign_up(tx: Tx, member: Member) -> bool:
    """Is there somebody to come to, and somebody who will see it?"""
    hours = await schools.psychologist_hours(tx, member.school_id)
    return bool(hours) and bool(await people.psychologists(tx, member.school_id))


async def sign_up(tx: Tx, member: Member, now: datetime) -> bool:
    """«Записаться», the person's own tap: the only way to a psychologist's list. False when they stand there."""
    waits = await queue_exits.of_member(tx, member, now) in (Search.GOES_ON, Search.RESTS)
    if not waits or not await may_sign_up(tx, member):
        return False
    notes = [each for each in await support.of_person(tx, member.person_id) if each.kind is Support.PSYCHOLOGIST]
    if is_signed_up(notes):
        return False
    for each in notes:  # what the coordinator has offered is answered by it
        await support.move(tx, each.id, SupportState.OFFERED, SupportState.DECLINED, now)
    await _add(tx, member, member.person_id, Support.PSYCHOLOGIST, SupportState.WANTED, now)
    await tell_psychologists(tx, member.school_id, now)
    return True


async def sign_off(tx: Tx, member: Member, now: datetime) -> bool:
    """Changed their mind: they leave the list, no reason is asked."""
    notes = await support.of_person(tx, member.person_id)
    mine = [each for each in notes if each.kind is Support.PSYCHOLOGIST]
    moved = [await support.move(tx, each.id, SupportState.WANTED, SupportState.DECLINED, now) for each in mine]
    return any(moved)


def is_signed_up(notes: Sequence[Note]) -> bool:
    return any(each.kind is Support.PSYCHOLOGIST and each.state is SupportState.WANTED for each in notes)


async def referrals(tx: Tx, member: Member) -> tuple[Referral, ...]:
    """For a psychologist: who wants to come and since when, nothing else."""
    return tuple(await support.referrals(tx, member.school_id)) if member.counsels else ()


async def referral(tx: Tx, member: Member, note_id: int) -> Referral | None:
    return next((each for each in await referrals(tx, member) if each.id == note_id), None)


async def may_mark_held(tx: Tx, member: Member, note_id: int) -> bool:
    """A psychologist marks what is theirs, a coordinator the rest."""
    note = await support.get(tx, note_id, member.school_id)
    if note is None or note.state not in OPEN:
        return False
    if note.kind is Support.PSYCHOLOGIST:
        return member.counsels and note.state is SupportState.WANTED
    return member.coordinates


async def hold(tx: Tx, member: Member, note_id: int, day: date, now: datetime) -> bool:
    """«Встреча состоялась»: the day alone."""
    if not await may_mark_held(tx, member, note_id):
        return False
    held = await support.hold(tx, note_id, day, now)
    if held:
        await journal.note(tx, "support.held", school_id=member.school_id, actor_id=member.person_id, now=now)
    return bool(held)


async def _add(tx: Tx, member: Member, person_id: int, kind: Support, state: SupportState, now: datetime) -> None:
    by = None if person_id == member.person_id else member.person_id
    await support.add(
        tx,
        school_id=member.school_id,
        person_id=person_id,
        support=kind,
        state=state,
        offered_on=_today(member, now),
        by=by,
        now=now,
    )
    # Whom it concerns stands in the note, which goes with the person; the journal stays for years.
    await journal.note(tx, f"support.{state}", school_id=member.school_id, actor_id=by, now=now)


def _today(member: Member, now: datetime) -> date:
    return now.astimezone(member.zone).date()


__all__ = [
    "FORM",
    "OPEN",
    "Note",
    "Referral",
    "answer",
    "hold",
    "is_signed_up",
    "looked_at_materials",
    "may_mark_held",
    "may_sign_up",
    "of_person",
    "offer",
    "offered_to",
    "referral",
    "referrals",
    "sign_off",
    "sign_up",
]
