"""Ways in: a personal link, a role's code, one link for the staff room, a request to be let in."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum, auto

from mentoring import schools
from mentoring.access import Actor, Member
from mentoring.joining import join
from mentoring.rules import names, tokens
from storage import accounts, invites, journal, people
from storage import schools as school_rows
from storage.invites import Invite
from storage.tx import Tx
from storage.vocabulary import InviteKind, PersonState, Role

LIFETIME = timedelta(days=30)
WRONG_CODES_AN_HOUR = 3


@dataclass(frozen=True, slots=True)
class Secret:
    """The one time that a token and a code are readable: given to a person, kept as hashes."""

    token: str
    code: str
    expires_at: datetime


@dataclass(frozen=True, slots=True)
class Ways:
    """How people can come now."""

    without_account: int
    living: int  # personal links that would still let somebody in
    open_until: datetime | None  # of the staff room's link
    address_known: bool  # without it everybody reads a blank in the text of consent


class Entrance(Enum):
    """What came of a link or a code."""

    WELCOME = auto()
    WAITING = auto()  # by the staff room's link: name and approval come next
    NOT_VALID = auto()  # used, revoked, expired, unknown: the same answer
    ALREADY_IN = auto()
    TOO_MANY = auto()  # codes of this account are not read this hour


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


async def invite_role(tx: Tx, role: Role, *, school_id: int | None, full_name: str, now: datetime) -> Secret:
    """For the command line: whoever has it gets the role. Without a school it makes the first one."""
    return await _issue(tx, InviteKind.ROLE, school_id, now, role=role, full_name=names.clean_name(full_name))


async def open_staff_room(tx: Tx, *, school_id: int, by: int, now: datetime) -> Secret:
    """One link for everybody; an earlier one closes."""
    await invites.close_staff_room(tx, school_id, now)
    await journal.note(tx, "staff_room.open", school_id=school_id, actor_id=by, now=now)
    return await _issue(tx, InviteKind.STAFF_ROOM, school_id, now)


async def staff_room_until(tx: Tx, school_id: int, now: datetime) -> datetime | None:
    """None when the staff room's link is closed."""
    return await invites.open_staff_room(tx, school_id, now)


async def still_opens(tx: Tx, member: Member, token: str, now: datetime) -> bool:
    """Is this the staff room's link of the member's school, open now?"""
    found = await invites.valid(tx, tokens.digest(token), now)
    return found is not None and found.kind is InviteKind.STAFF_ROOM and found.school_id == member.school_id


async def close_staff_room(tx: Tx, *, school_id: int, by: int, now: datetime) -> None:
    if await invites.close_staff_room(tx, school_id, now):
        await journal.note(tx, "staff_room.close", school_id=school_id, actor_id=by, now=now)


async def enter(tx: Tx, actor: Actor, secret: str, now: datetime, *, typed: bool) -> Entrance:
    """By a link's token, or by a typed code whose wrong guesses are counted."""
    if typed:
        since = now - timedelta(hours=1)
        if await invites.count_wrong_codes(tx, actor.external_id, since) >= WRONG_CODES_AN_HOUR:
            return Entrance.TOO_MANY
    invite = await invites.valid(tx, tokens.digest(secret), now)
    if invite is None:
        if typed:
            await invites.note_wrong_code(tx, actor.external_id, now)
        return Entrance.NOT_VALID
    match invite.kind:
        case InviteKind.PERSON:
            return await _enter_as_listed(tx, actor, invite, now)
        case InviteKind.ROLE:
            return await _enter_with_role(tx, actor, invite, now)
        case InviteKind.STAFF_ROOM:
            return await _enter_staff_room(tx, actor, invite, now)


async def knock(tx: Tx, actor: Actor, school_id: int, now: datetime) -> None:
    """«Попросить координатора впустить»: the same waiting as by the staff room's link."""
    account_id = await accounts.ensure(tx, actor.external_id, now)
    await _newcomer(tx, account_id, school_id, PersonState.WAITING, now)


async def only_school(tx: Tx) -> int | None:
    """The school that a knock goes to; None when there are several and none may be named to a stranger."""
    found = [school for school in await school_rows.all_schools(tx) if school.set_up_at is not None]
    return found[0].id if len(found) == 1 else None


async def _issue(
    tx: Tx,
    kind: InviteKind,
    school_id: int | None,
    now: datetime,
    *,
    person_id: int | None = None,
    role: Role | None = None,
    full_name: str = "",
) -> Secret:
    token, code = tokens.new_link_token(), tokens.new_code()
    await invites.add(
        tx,
        kind=kind,
        school_id=school_id,
        person_id=person_id,
        role=role,
        full_name=full_name,
        link_hash=tokens.digest(token),
        code_hash=tokens.digest(code),
        expires_at=now + LIFETIME,
        now=now,
    )
    return Secret(token, code, now + LIFETIME)


async def _enter_as_listed(tx: Tx, actor: Actor, invite: Invite, now: datetime) -> Entrance:
    if invite.person_id is None or invite.school_id is None:
        return Entrance.NOT_VALID
    listed = await people.get(tx, invite.person_id)
    if listed is None or listed.account_id is not None or listed.state is PersonState.ERASED:
        return Entrance.NOT_VALID
    account_id = await accounts.ensure(tx, actor.external_id, now)
    before = await people.of_account(tx, account_id, invite.school_id)
    if before is not None:
        if before.full_name and before.state is PersonState.ACTIVE:
            return Entrance.ALREADY_IN
        # They came before without a name, by a role's code or the staff room's link: it is one human.
        await invites.use(tx, invite.id, now)
        await join(tx, school_id=invite.school_id, nameless=before.id, listed=listed.id, now=now)
    elif await invites.use(tx, invite.id, now) and await people.bind(tx, listed.id, account_id):
        await accounts.choose_person(tx, account_id, listed.id)
    else:
        return Entrance.NOT_VALID
    await accounts.set_reachable(tx, actor.external_id, reachable=True)
    await journal.note(
        tx, "person.entered", school_id=invite.school_id, actor_id=listed.id, person_id=listed.id, now=now
    )
    return Entrance.WELCOME


async def _enter_with_role(tx: Tx, actor: Actor, invite: Invite, now: datetime) -> Entrance:
    if invite.role is None or not await invites.use(tx, invite.id, now):
        return Entrance.NOT_VALID
    school_id = invite.school_id or await schools.add(tx, "", now)
    account_id = await accounts.ensure(tx, actor.external_id, now)
    before = await people.of_account(tx, account_id, school_id)
    person_id = before.id if before else await _newcomer(tx, account_id, school_id, PersonState.ACTIVE, now)
    if invite.full_name and not (before and before.full_name):
        await rename(tx, person_id, invite.full_name)
    if before and before.state is not PersonState.ACTIVE:
        await people.move_state(tx, person_id, old=before.state, new=PersonState.ACTIVE)
    await people.grant(tx, person_id, invite.role, by=None, now=now)
    await accounts.choose_person(tx, account_id, person_id)
    await journal.note(tx, f"role.{invite.role}", school_id=school_id, actor_id=person_id, person_id=person_id, now=now)
    return Entrance.WELCOME


async def _enter_staff_room(tx: Tx, actor: Actor, invite: Invite, now: datetime) -> Entrance:
    if invite.school_id is None:
        return Entrance.NOT_VALID
    account_id = await accounts.ensure(tx, actor.external_id, now)
    before = await people.of_account(tx, account_id, invite.school_id)
    if before is not None:
        if before.state is PersonState.REFUSED:
            return Entrance.NOT_VALID
        return Entrance.ALREADY_IN if before.state is PersonState.ACTIVE else Entrance.WAITING
    await _newcomer(tx, account_id, invite.school_id, PersonState.WAITING, now)
    return Entrance.WAITING


async def _newcomer(tx: Tx, account_id: int, school_id: int, state: PersonState, now: datetime) -> int:
    """Nothing but the account is kept before consent; the name comes later."""
    before = await people.of_account(tx, account_id, school_id)
    if before is not None:
        return before.id
    person_id = await people.add(
        tx,
        school_id=school_id,
        account_id=account_id,
        full_name="",
        search_name="",
        sort_name="",
        state=state,
        now=now,
    )
    await people.grant(tx, person_id, Role.TEACHER, by=None, now=now)
    await accounts.choose_person(tx, account_id, person_id)
    return person_id


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
