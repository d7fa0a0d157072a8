"""Invitations given: a personal link, a role's code, one link for the staff room."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from mentoring import schools, watched
from mentoring.access import Member
from mentoring.rules import names, tokens
from storage import invites, journal, people
from storage.tx import Tx
from storage.vocabulary import InviteKind, Role

LIFETIME = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class Secret:
    """The one time that a token and a code are readable: given to a person, kept as hashes."""

    token: str
    code: str
    expires_at: datetime
    invite_id: int


@dataclass(frozen=True, slots=True)
class Ways:
    """How people can come now."""

    without_account: int
    living: int  # personal links that would still let somebody in
    open_until: datetime | None  # of the staff room's link
    address_known: bool  # without it everybody reads a blank in the text of consent


async def invite_person(tx: Tx, *, school_id: int, person_id: int, now: datetime) -> Secret:
    """A personal link; an earlier one of the same person dies."""
    await invites.revoke_of_person(tx, person_id, now)
    return await _issue(tx, InviteKind.PERSON, school_id, now, person_id=person_id)


async def invite(tx: Tx, member: Member, person_id: int, now: datetime) -> Secret | None:
    """A personal link by the coordinator's press; None for whoever is in already or is to be erased."""
    person = await people.of_school(tx, person_id, member.school_id)
    if person is None or person.account_id is not None or person.erase_by is not None:
        return None
    await journal.note(
        tx,
        "person.invite",
        school_id=member.school_id,
        actor_id=member.person_id,
        person_id=person_id,
        now=now,
    )
    return await invite_person(tx, school_id=member.school_id, person_id=person_id, now=now)


async def ways(tx: Tx, member: Member, now: datetime) -> Ways:
    return Ways(
        await people.count_without_account(tx, member.school_id),
        await invites.count_personal(tx, member.school_id, now),
        await invites.open_staff_room(tx, member.school_id, now),
        bool((await schools.get(tx, member.school_id)).address),
    )


async def invite_role(
    tx: Tx, role: Role, *, school_id: int | None, full_name: str, now: datetime, at_once: bool = False
) -> Secret:
    """For the command line: whoever has it gets the role, when somebody who leads the school says yes.

    `at_once` asks nobody. Without a school it makes the first one.
    """
    name = names.clean_name(full_name)
    return await _issue(tx, InviteKind.ROLE, school_id, now, role=role, full_name=name, at_once=at_once)


async def open_staff_room(tx: Tx, *, school_id: int, by: int, now: datetime) -> Secret:
    """One link for everybody; an earlier one closes."""
    await invites.close_staff_room(tx, school_id, now)
    await watched.note(tx, "staff_room.open", school_id=school_id, actor_id=by, now=now)
    return await _issue(tx, InviteKind.STAFF_ROOM, school_id, now)


async def staff_room_until(tx: Tx, school_id: int, now: datetime) -> datetime | None:
    """None when the staff room's link is closed."""
    return await invites.open_staff_room(tx, school_id, now)


async def still_opens(tx: Tx, member: Member, token: str, now: datetime) -> bool:
    """Is this the staff room's link of the member's school, open now?"""
    found = await invites.by_link(tx, tokens.digest(token))
    return (
        found is not None
        and found.opens(now)
        and found.kind is InviteKind.STAFF_ROOM
        and found.school_id == member.school_id
    )


async def close_staff_room(tx: Tx, *, school_id: int, by: int, now: datetime) -> None:
    if await invites.close_staff_room(tx, school_id, now):
        await journal.note(tx, "staff_room.close", school_id=school_id, actor_id=by, now=now)


async def _issue(
    tx: Tx,
    kind: InviteKind,
    school_id: int | None,
    now: datetime,
    *,
    person_id: int | None = None,
    role: Role | None = None,
    full_name: str = "",
    at_once: bool = False,
) -> Secret:
    token, code = tokens.new_link_token(), tokens.new_code()
    invite_id = await invites.add(
        tx,
        kind=kind,
        school_id=school_id,
        person_id=person_id,
        role=role,
        full_name=full_name,
        at_once=at_once,
        link_hash=tokens.digest(token),
        code_hash=tokens.digest(code),
        expires_at=now + LIFETIME,
        now=now,
    )
    return Secret(token, code, now + LIFETIME, invite_id)


async def rename(tx: Tx, person_id: int, full_name: str) -> None:
    """A person's name, and what it is searched and sorted by."""
    name = names.clean_name(full_name)
    await people.rename(
        tx,
        person_id,
        full_name=name,
        search_name=names.search_name(name),
        sort_name=names.sort_name(name),
    )
