"""Erasing a person: everything that is theirs goes, a nameless tombstone stays."""

from dataclasses import dataclass
from datetime import UTC, datetime

from mentoring import own_roadmaps
from mentoring.access import Member
from storage import (
    accounts,
    announcements,
    consents,
    form_asks,
    inbox,
    invites,
    jobs,
    journal,
    outbox,
    papers,
    people,
    questions,
    readiness,
    reminded,
    run_ends,
    staff_lists,
)
from storage.people import Person
from storage.tx import Tx
from storage.vocabulary import ConsentKind, PersonState

PAGE = 8


@dataclass(frozen=True, slots=True)
class ErasurePage:
    lines: tuple[Person, ...]
    total: int
    number: int
    pages: int


async def page(tx: Tx, member: Member, number: int) -> ErasurePage:
    """Who withdrew and is to be erased by the coordinator, or by itself on day 25; the nearest day first."""
    waiting = await people.withdrawn(tx, member.school_id)
    pages = max(1, -(-len(waiting) // PAGE))
    number = min(max(number, 0), pages - 1)
    return ErasurePage(tuple(waiting[number * PAGE : (number + 1) * PAGE]), len(waiting), number, pages)


async def one(tx: Tx, member: Member, person_id: int) -> Person | None:
    """A person of the coordinator's school who withdrew; None when they are erased, or consent again."""
    person = await people.of_school(tx, person_id, member.school_id)
    return person if person is not None and person.erase_by is not None else None


async def erase(tx: Tx, person_id: int, *, by: int | None, now: datetime) -> bool:
    """False when there is nobody to erase. The consent ledger keeps ids and dates: it proves what was lawful."""
    person = await people.get(tx, person_id)
    if person is None or person.state is PersonState.ERASED:
        return False
    external_id = await accounts.external_id_of(tx, person_id)
    await run_ends.forget_person(tx, person_id)
    await readiness.forget_person(tx, person_id)
    await form_asks.forget_person(tx, person_id)
    await reminded.forget_person(tx, person_id)
    await questions.forget_person(tx, person_id)
    await papers.forget_person(tx, person_id)
    await announcements.forget_person(tx, person_id)
    await outbox.forget_person(tx, person_id)
    await invites.forget_person(tx, person_id)
    await jobs.forget_person(tx, person_id)
    await _forget_what_others_wrote(tx, person)
    await people.empty(tx, person_id)
    if person.account_id is not None:
        await accounts.focus(tx, person.account_id, None)
        await accounts.forget(tx, person.account_id)
    if external_id is not None:
        await _forget_chat(tx, external_id)
    await journal.note(tx, "person.erase", school_id=person.school_id, actor_id=by, person_id=person_id, now=now)
    return True


async def _forget_what_others_wrote(tx: Tx, person: Person) -> None:
    await staff_lists.forget(tx, person.school_id)
    await run_ends.drop_half_written(tx, person.school_id)
    await announcements.forget_drafts(tx, person.school_id)
    await inbox.empty_dead(tx)
    if person.full_name:
        await own_roadmaps.forget_name(tx, person.school_id, person.full_name)
        await invites.forget_name(tx, person.school_id, person.full_name)


async def _forget_chat(tx: Tx, external_id: int) -> None:
    await inbox.empty_lane(tx, external_id)
    await outbox.forget_chat(tx, external_id)
    await invites.forget_wrong_codes(tx, external_id)


async def erase_withdrawn(tx: Tx, member: Member, person_id: int, now: datetime) -> bool:
    """The coordinator's press: only for a person of the school who withdrew."""
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
    """Day 25 has come and nobody pressed: the law gives 30."""
    due = await people.due_for_erasure(tx, now.astimezone(UTC).date())
    return sum([await erase(tx, person_id, by=None, now=now) for person_id in due])
