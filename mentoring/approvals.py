"""Newcomers by the staff room's link or with rights: matched to the staff list, let in or not, each decided once."""

import hashlib
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum, auto

from mentoring import notices, roles, watched
from mentoring.access import Member
from mentoring.invitations import rename
from mentoring.joining import join
from mentoring.notices import Notice
from mentoring.rules import names
from mentoring.rules.staff_list import match
from storage import accounts, invites, journal, people, questions, run_ends
from storage.people import Names, Person
from storage.tx import Tx
from storage.vocabulary import PersonState, Role

MOST = 1_000
PAGE = 8
CANDIDATES = 3
# As long as a staff room's link lives: until then the account is known as one that was not let in.
REFUSED = timedelta(days=30)
_LET_IN, _NOT_LET_IN = "person.approve", "person.refuse"


class Decision(Enum):
    """What a press came to."""

    DONE = auto()
    SETTLED = auto()  # another coordinator was quicker
    TAKEN = auto()  # that person of the list has an account already
    RIGHTS = auto()  # that person of the list has rights: to be confirmed by name


@dataclass(frozen=True, slots=True)
class Newcomer:
    """Somebody who waits; `listed` is the one person of the staff list with exactly this name.

    Never one who is to have rights, nobody who came with `rights`, and nobody who `knocked`: a name is typed by whoever
    likes, and no batch hands out a coordinator's, or lets in somebody who had neither link nor code.
    """

    id: int
    full_name: str
    listed: int | None
    knocked: bool = False
    rights: bool = False


@dataclass(frozen=True, slots=True)
class Queue:
    lines: tuple[Newcomer, ...]
    number: int
    pages: int
    total: int
    exact: tuple[Newcomer, ...]  # all of them, whatever the page: let in by one press


@dataclass(frozen=True, slots=True)
class Case:
    """One newcomer and whom of the staff list they may be, the likeliest first."""

    newcomer: Person
    candidates: tuple[Names, ...]
    rights: Mapping[int, tuple[Role, ...]]  # of those in the list who are more than teachers, and of the newcomer
    by_own_invitation: bool  # a personal one, of somebody in the list

    def rights_as(self, listed_id: int | None) -> tuple[Role, ...]:
        """What they would have, let in as this person of the list or as themselves."""
        theirs = {*self.rights.get(self.newcomer.id, ()), *self.rights.get(listed_id or 0, ())}
        return tuple(role for role in Role if role in theirs)


async def queue(tx: Tx, member: Member, number: int) -> Queue:
    everybody = await _newcomers(tx, member)
    pages = max(1, -(-len(everybody) // PAGE))
    number = min(max(number, 0), pages - 1)
    shown = everybody[number * PAGE : (number + 1) * PAGE]
    exact = tuple(each for each in everybody if each.listed is not None)
    return Queue(tuple(shown), number, pages, len(everybody), exact)


async def count(tx: Tx, member: Member) -> int:
    return await people.count_waiting(tx, member.school_id)


async def case(tx: Tx, member: Member, newcomer_id: int) -> Case | None:
    """None when it is settled."""
    newcomer = await _waiting(tx, member, newcomer_id)
    if newcomer is None:
        return None
    listed = {each.id: each for each in await people.without_account(tx, member.school_id)}
    found = match(newcomer.full_name, listed.values())
    likely = tuple(listed[each.id] for each in found[:CANDIDATES])
    own = await invites.came_by_own(tx, newcomer_id)
    return Case(newcomer, () if own else likely, await roles.rights(tx, member.school_id), own)


async def approve(
    tx: Tx, member: Member, newcomer_id: int, listed_id: int | None, now: datetime, *, with_rights: bool = False
) -> Decision:
    """Let a newcomer in, as a person of the staff list or as a new one; as one with rights only `with_rights`."""
    newcomer = await _waiting(tx, member, newcomer_id)
    if newcomer is None:
        return Decision.SETTLED
    if not with_rights and await roles.of_person(tx, member, newcomer.id):
        return Decision.RIGHTS
    if listed_id is not None:
        listed = await people.of_school(tx, listed_id, member.school_id)
        if listed is None or listed.account_id is not None or listed.erase_by is not None:
            return Decision.TAKEN
        if not with_rights and listed.id in await roles.rights(tx, member.school_id):
            return Decision.RIGHTS
        if not await people.move_state(tx, newcomer.id, old=PersonState.WAITING, new=PersonState.ACTIVE):
            return Decision.SETTLED
        await join(tx, school_id=member.school_id, nameless=newcomer.id, listed=listed.id, now=now)
        await invites.revoke_of_person(tx, listed.id, now)
    elif not await people.move_state(tx, newcomer.id, old=PersonState.WAITING, new=PersonState.ACTIVE):
        return Decision.SETTLED
    person_id = listed_id or newcomer.id
    await notices.tell(tx, Notice.LET_IN, person_id, key=f"let_in:{newcomer.id}", due_at=now, now=now)
    await _note(tx, _LET_IN, member, person_id, now)
    for role in await roles.of_person(tx, member, person_id):
        await _note(tx, f"role.{role}", member, person_id, now)
    return Decision.DONE


async def approve_exact(tx: Tx, member: Member, *, newest: int, seen: str, now: datetime) -> int | None:
    """Everybody whose name stands in the list once, up to `newest`; `seen` are they as the confirmed screen named them.

    How many were let in. None when it would be others now: nobody is let in unseen.
    """
    exact = [each for each in await _newcomers(tx, member) if each.listed is not None and each.id <= newest]
    if exact and mark(exact) != seen:
        return None
    decisions = [await approve(tx, member, each.id, each.listed, now) for each in exact]
    return decisions.count(Decision.DONE)


def mark(newcomers: Iterable[Newcomer]) -> str:
    """Short enough for a button: the same for the same people as the same lines of the list."""
    pairs = sorted((each.id, each.listed or 0) for each in newcomers)
    return hashlib.sha256(repr(pairs).encode()).hexdigest()[:16]


async def refuse(tx: Tx, member: Member, newcomer_id: int, now: datetime) -> Decision:
    """Not one of ours: the name goes at once, the account and its consents when they keep nobody out any more.

    Whoever came by somebody's personal invitation is a stranger again, and its person stays in the list as they were.
    """
    newcomer = await _waiting(tx, member, newcomer_id)
    if newcomer is None:
        return Decision.SETTLED
    own = await invites.came_by_own(tx, newcomer_id)
    state = PersonState.INVITED if own else PersonState.REFUSED
    if not await people.move_state(tx, newcomer_id, old=PersonState.WAITING, new=state):
        return Decision.SETTLED
    key = f"not_let_in:{newcomer_id}:{newcomer.account_id}"
    await notices.tell(tx, Notice.NOT_LET_IN, newcomer_id, key=key, due_at=now, now=now)
    if own and newcomer.account_id is not None:
        await people.unbind(tx, newcomer_id)
        await accounts.focus(tx, newcomer.account_id, None)
        await invites.forget_second_try(tx, newcomer_id)
        await _note(tx, _NOT_LET_IN, member, newcomer_id, now)
        return Decision.DONE
    for role in await roles.of_person(tx, member, newcomer_id):
        await people.revoke(tx, newcomer_id, role)
    await rename(tx, newcomer_id, "")
    await people.set_erase_by(tx, newcomer_id, now.astimezone(member.zone).date() + REFUSED)
    await run_ends.forget_person(tx, newcomer_id)
    await questions.forget_person(tx, newcomer_id)
    await _note(tx, _NOT_LET_IN, member, newcomer_id, now)
    return Decision.DONE


async def let_in_by(tx: Tx, member: Member, newcomer_id: int) -> list[Person]:
    """Whom the member has let in together with this newcomer: nobody when it was somebody else who did."""
    found = await _decided_with(tx, _LET_IN, member, newcomer_id)
    persons = [await people.of_school(tx, each, member.school_id) for each in found]
    return [each for each in persons if each is not None and each.full_name]


async def was_refused_by(tx: Tx, member: Member, newcomer_id: int) -> bool:
    return bool(await _decided_with(tx, _NOT_LET_IN, member, newcomer_id))


async def _decided_with(tx: Tx, act: str, member: Member, newcomer_id: int) -> list[int]:
    return await journal.decided_with(
        tx, act, school_id=member.school_id, actor_id=member.person_id, newcomer_id=newcomer_id
    )


async def _newcomers(tx: Tx, member: Member) -> list[Newcomer]:
    """Each with their line of the list, when one name stands on both sides exactly once."""
    waiting = await people.waiting(tx, member.school_id, limit=MOST)
    came = Counter(names.search_name(each.full_name) for each in waiting)
    listed = await people.without_account(tx, member.school_id)
    stands = Counter(each.search_name for each in listed)
    leading = await roles.rights(tx, member.school_id)
    alone = [each for each in listed if stands[each.search_name] == 1 and each.id not in leading]
    by_name = {each.search_name: each.id for each in alone}
    found = []
    for each in waiting:
        name = names.search_name(each.full_name)
        alike = by_name.get(name) if came[name] == 1 and not each.knocked else None
        rights = each.id in leading
        found.append(Newcomer(each.id, each.full_name, None if rights else alike, each.knocked, rights))
    return found


async def _waiting(tx: Tx, member: Member, newcomer_id: int) -> Person | None:
    newcomer = await people.of_school(tx, newcomer_id, member.school_id)
    waits = newcomer is not None and newcomer.state is PersonState.WAITING and newcomer.erase_by is None
    return newcomer if waits else None


async def _note(tx: Tx, act: str, member: Member, person_id: int, now: datetime) -> None:
    await watched.note(tx, act, school_id=member.school_id, actor_id=member.person_id, person_id=person_id, now=now)
