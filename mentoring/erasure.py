"""Erasing a person: everything that is theirs goes, a nameless tombstone stays."""

from dataclasses import dataclass
from datetime import UTC, datetime
from zlib import crc32

from mentoring import naming, own_roadmaps, pair_ends, watched
from mentoring.access import Member
from mentoring.practices import forgetting as practices
from storage import (
    accounts,
    announcements,
    consents,
    contact_notes,
    declensions,
    fit_answers,
    form_asks,
    free_lessons,
    gatherings,
    group_exits,
    inbox,
    invites,
    jobs,
    match_told,
    materials,
    offers,
    outbox,
    pair_drafts,
    pair_papers,
    pair_ties,
    pairs,
    papers,
    people,
    programmes,
    questions,
    queue,
    readiness,
    reminded,
    run_ends,
    sent_sheets,
    staff_lists,
    support,
)
from storage.people import Hidden, Person, Traces
from storage.tx import Tx
from storage.vocabulary import ConsentKind, PersonState
from storage.vocabulary.pairs import EndReason

PAGE = 8


@dataclass(frozen=True, slots=True)
class ErasurePage:
    lines: tuple[Hidden, ...]
    total: int
    left: int  # of them, who has not withdrawn but left the school
    number: int
    pages: int


@dataclass(frozen=True, slots=True)
class Consequence:
    """Who is to be erased, and what goes with them."""

    person: Person
    traces: Traces

    @property
    def mark(self) -> int:
        """Says whether these are still the person and the numbers that a button was drawn for."""
        return crc32(repr((self.person.erase_by, self.traces)).encode())


async def page(tx: Tx, member: Member, number: int) -> ErasurePage:
    """Who is to be erased, by the coordinator or by itself on the day that stands there; the nearest day first."""
    waiting = await people.hidden(tx, member.school_id)
    pages = max(1, -(-len(waiting) // PAGE))
    number = min(max(number, 0), pages - 1)
    left = sum(each.has_left for each in waiting)
    return ErasurePage(tuple(waiting[number * PAGE : (number + 1) * PAGE]), len(waiting), left, number, pages)


async def one(tx: Tx, member: Member, person_id: int) -> Person | None:
    """A person of the coordinator's school who withdrew or left; None when they are erased, or here again."""
    person = await people.of_school(tx, person_id, member.school_id)
    return person if person is not None and person.erase_by is not None else None


async def look(tx: Tx, member: Member, person_id: int) -> Consequence | None:
    """None when there is nobody to erase."""
    person = await one(tx, member, person_id)
    return Consequence(person, await people.traces(tx, person_id)) if person else None


async def erase(tx: Tx, person_id: int, *, by: int | None, now: datetime) -> bool:
    """False when there is nobody to erase. The consent ledger keeps ids and dates: it proves what was lawful."""
    person = await people.get(tx, person_id)
    if person is None or person.state is PersonState.ERASED:
        return False
    external_id = await accounts.external_id_of(tx, person_id)
    await pair_ends.leave_all(tx, person.school_id, person_id, EndReason.LEFT, by=by, now=now)
    await pairs.forget_person(tx, person_id)
    await programmes.forget_person(tx, person_id)
    await offers.forget_person(tx, person_id)
    await pair_ties.forget_person(tx, person_id)
    await group_exits.forget_person(tx, person_id)
    await pair_papers.forget_person(tx, person_id)
    await pair_drafts.drop(tx, person.school_id)
    await run_ends.forget_person(tx, person_id)
    await readiness.forget_person(tx, person_id)
    await form_asks.forget_person(tx, person_id)
    await reminded.forget_person(tx, person_id)
    await questions.forget_person(tx, person_id)
    await queue.forget_person(tx, person_id)
    await support.forget_person(tx, person_id)
    await match_told.forget_person(tx, person_id)
    await materials.forget_person(tx, person_id)
    await papers.forget_person(tx, person_id)
    await contact_notes.forget_person(tx, person_id)
    await declensions.forget_person(tx, person_id)
    await fit_answers.forget_person(tx, person_id)
    await free_lessons.forget_person(tx, person_id)
    await practices.forget_person(tx, person)
    await announcements.forget_person(tx, person_id)
    await gatherings.forget_person(tx, person_id)
    await outbox.forget_person(tx, person_id)
    await invites.forget_person(tx, person_id)
    await jobs.forget_person(tx, person_id)
    await _forget_what_others_wrote(tx, person)
    await people.empty(tx, person_id)
    if person.account_id is not None and external_id is not None:
        await forget_account(tx, person.account_id, external_id)
    await watched.note(tx, "person.erase", school_id=person.school_id, actor_id=by, person_id=person_id, now=now)
    return True


async def forget_account(tx: Tx, account_id: int, external_id: int) -> None:
    """Of somebody who is that account no more: when it is nobody's, it goes, and what was said in its chat."""
    await accounts.focus(tx, account_id, None)
    await accounts.forget(tx, account_id)
    await inbox.empty_lane(tx, external_id)
    await outbox.forget_chat(tx, external_id)
    await invites.forget_wrong_codes(tx, external_id)


async def _forget_what_others_wrote(tx: Tx, person: Person) -> None:
    await staff_lists.forget(tx, person.school_id)
    await sent_sheets.forget(tx, person.school_id)
    await run_ends.drop_half_written(tx, person.school_id)
    await announcements.forget_drafts(tx, person.school_id)
    await inbox.empty_dead(tx)
    if person.full_name:
        await own_roadmaps.forget_name(tx, person.school_id, person.full_name)
        await naming.forget(tx, person.school_id, person.full_name)
        await invites.forget_name(tx, person.school_id, person.full_name)


async def erase_withdrawn(tx: Tx, member: Member, person_id: int, now: datetime) -> bool:
    """The coordinator's press: only for a person of the school who withdrew, or left it."""
    if await one(tx, member, person_id) is None:
        return False
    return await erase(tx, person_id, by=member.person_id, now=now)


async def remove(tx: Tx, member: Member, person_id: int, now: datetime) -> bool:
    """Out of the list again: only whoever has neither come nor decided anything, everybody else withdraws."""
    person = await people.of_school(tx, person_id, member.school_id)
    if person is None or person.account_id is not None:
        return False
    if await consents.latest(tx, person_id, ConsentKind.DATA) is not None:
        return False
    return await erase(tx, person_id, by=member.person_id, now=now)


async def erase_due(tx: Tx, now: datetime) -> int:
    """The day has come and nobody pressed: the 25th after a withdrawal, where the law gives 30."""
    due = await people.due_for_erasure(tx, now.astimezone(UTC).date())
    return sum([await erase(tx, person_id, by=None, now=now) for person_id in due])
