"""Coming in: by a link, by a typed code; what is used or wrong lets nobody in, whoever tries it."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum, auto

from mentoring import schools, watched
from mentoring.access import Actor, Member
from mentoring.invitations import rename
from mentoring.joining import join
from mentoring.notices import tell_news
from mentoring.rules import tokens
from storage import accounts, invites, journal, people
from storage.invites import Invite
from storage.people import Person
from storage.tx import Tx
from storage.vocabulary import InviteKind, PersonState, Role

WRONG_CODES_AN_HOUR = 3
AN_HOUR = timedelta(hours=1)


class Entrance(Enum):
    """What came of a link or a code."""

    WELCOME = auto()
    WAITING = auto()  # by the staff room's link, or with rights: somebody who leads the school is asked
    COLLEAGUE = auto()  # a role's invitation in the hands of somebody who is in already: it stays unused
    NOT_VALID = auto()  # used, revoked, expired, unknown: the same answer
    ALREADY_IN = auto()
    TOO_MANY = auto()  # codes of this account are not read this hour


@dataclass(frozen=True, slots=True)
class WhoAreYou:
    """Somebody with rights and no name opened a personal link: to see whether it works, or because it is theirs."""

    full_name: str


async def enter(
    tx: Tx, actor: Actor, secret: str, now: datetime, *, typed: bool, sure: bool = False
) -> Entrance | WhoAreYou:
    """By a link's token, or by a code whose wrong guesses are counted; `sure` has answered «Вы — …?»."""
    if typed and await has_guessed_enough(tx, actor, now):
        return Entrance.TOO_MANY
    digest = tokens.digest(secret)
    invite = await (invites.by_code if typed else invites.by_link)(tx, digest)
    if invite is not None and invite.opens(now):
        return await _open(tx, actor, invite, now, sure=sure)
    if invite is not None and await _is_own(tx, actor, invite):
        return Entrance.ALREADY_IN
    if invite is not None:
        await _note_second_try(tx, invite, now)
    if typed:
        await invites.note_wrong_code(tx, actor.external_id, now)
    return Entrance.NOT_VALID


async def has_guessed_enough(tx: Tx, actor: Actor, now: datetime) -> bool:
    """Three wrong codes in an hour: the fourth is not read."""
    return await invites.count_wrong_codes(tx, actor.external_id, now - AN_HOUR) >= WRONG_CODES_AN_HOUR


async def second_try(tx: Tx, person_id: int) -> datetime | None:
    """When another account tried this person's used invitation; None when nobody did, or the coordinator knows."""
    return await invites.tried_again(tx, person_id)


async def acknowledge_second_try(tx: Tx, member: Member, person_id: int) -> None:
    """«Понятно» on the card."""
    if await people.of_school(tx, person_id, member.school_id) is not None:
        await invites.forget_second_try(tx, person_id)


async def newcomer(
    tx: Tx, actor: Actor, school_id: int, state: PersonState, now: datetime, *, knocked: bool = False
) -> int:
    """Nothing but the account is kept before consent; the name comes later."""
    account_id = await accounts.ensure(tx, actor.external_id, now)
    before = await people.of_account(tx, account_id, school_id)
    if before is not None:
        await accounts.choose_person(tx, account_id, before.id)
        return before.id
    person_id = await people.add(
        tx,
        school_id=school_id,
        account_id=account_id,
        full_name="",
        search_name="",
        sort_name="",
        state=state,
        knocked=knocked,
        now=now,
    )
    await people.grant(tx, person_id, Role.TEACHER, by=None, now=now)
    await accounts.choose_person(tx, account_id, person_id)
    return person_id


async def _open(tx: Tx, actor: Actor, invite: Invite, now: datetime, *, sure: bool) -> Entrance | WhoAreYou:
    match invite.kind:
        case InviteKind.PERSON:
            return await _enter_as_listed(tx, actor, invite, now, sure=sure)
        case InviteKind.ROLE:
            return await _enter_with_role(tx, actor, invite, now)
        case InviteKind.STAFF_ROOM:
            return await _enter_staff_room(tx, actor, invite, now)


async def _is_own(tx: Tx, actor: Actor, invite: Invite) -> bool:
    """Whoever opens their own used link again is in: in the school that the link is of."""
    if invite.used_at is None or actor.account_id is None:
        return False
    if invite.person_id not in {each.person_id for each in actor.members}:
        return False
    if actor.member is None or actor.member.person_id != invite.person_id:
        await accounts.choose_person(tx, actor.account_id, invite.person_id)
    return True


async def _note_second_try(tx: Tx, invite: Invite, now: datetime) -> None:
    """Another account holds a used invitation: the coordinator is told once, of whoever tried nothing is kept."""
    if invite.used_at is None or invite.school_id is None or not await invites.note_second_try(tx, invite.id, now):
        return
    await journal.note(
        tx, "invite.second_try", school_id=invite.school_id, actor_id=None, person_id=invite.person_id, now=now
    )
    await tell_news(tx, invite.school_id, now, by=None)


async def _enter_as_listed(tx: Tx, actor: Actor, invite: Invite, now: datetime, *, sure: bool) -> Entrance | WhoAreYou:
    if invite.person_id is None or invite.school_id is None:
        return Entrance.NOT_VALID
    listed = await people.get(tx, invite.person_id)
    if listed is None or listed.account_id is not None or listed.state is PersonState.ERASED:
        return Entrance.NOT_VALID
    before = next((each for each in actor.members if each.school_id == invite.school_id), None)
    if before is not None and before.full_name and before.state is PersonState.ACTIVE:
        return Entrance.ALREADY_IN
    if before is not None and before.roles - {Role.TEACHER} and not sure:
        return WhoAreYou(listed.full_name)
    if not await _take_place(tx, actor, invite, listed, now):
        return Entrance.NOT_VALID
    await accounts.set_reachable(tx, actor.external_id, reachable=True)
    leads = before is not None and before.coordinates
    rights = set(await people.roles(tx, listed.id)) - {Role.TEACHER}
    waits = bool(rights) and not leads and await _is_led(tx, invite.school_id, but=listed.id)
    if waits:
        await people.move_state(tx, listed.id, old=PersonState.ACTIVE, new=PersonState.WAITING)
    await _note_entered(tx, invite.school_id, listed.id, now, waits=waits)
    return Entrance.WAITING if waits else Entrance.WELCOME


async def _is_led(tx: Tx, school_id: int, *, but: int) -> bool:
    """Can somebody be asked whether it is the one who was invited?"""
    return bool(set(await people.coordinators(tx, school_id)) - {but})


async def _note_entered(tx: Tx, school_id: int, person_id: int, now: datetime, *, waits: bool) -> None:
    """The others hear of whoever comes with rights, and of a new account in the place of one that was disconnected."""
    await _note(tx, "person.entered", school_id, person_id, now)
    if await journal.has_happened(tx, "person.disconnect", school_id=school_id, person_id=person_id):
        await _note(tx, "person.relinked", school_id, person_id, now)
    if waits:
        await tell_news(tx, school_id, now, by=None)
        return
    for role in await people.roles(tx, person_id):
        if role is not Role.TEACHER:
            await _note(tx, f"role.{role}", school_id, person_id, now)


async def _note(tx: Tx, act: str, school_id: int, person_id: int, now: datetime) -> None:
    """Their own act."""
    await watched.note(tx, act, school_id=school_id, actor_id=person_id, person_id=person_id, now=now)


async def _take_place(tx: Tx, actor: Actor, invite: Invite, listed: Person, now: datetime) -> bool:
    account_id = await accounts.ensure(tx, actor.external_id, now)
    before = await people.of_account(tx, account_id, listed.school_id)
    if not await invites.use(tx, invite.id, listed.id, now):
        return False
    if before is not None:
        # They came before without a name, by a role's code or the staff room's link: it is one human.
        await join(tx, school_id=listed.school_id, nameless=before.id, listed=listed.id, now=now)
    elif not await people.bind(tx, listed.id, account_id):
        return False
    await accounts.choose_person(tx, account_id, listed.id)
    return True


async def _enter_with_role(tx: Tx, actor: Actor, invite: Invite, now: datetime) -> Entrance:
    if invite.role is None or not invite.opens(now):
        return Entrance.NOT_VALID
    school_id = invite.school_id or await schools.add(tx, "", now)
    account_id = await accounts.ensure(tx, actor.external_id, now)
    before = await people.of_account(tx, account_id, school_id)
    waits = not invite.at_once and await _is_led(tx, school_id, but=before.id if before else 0)
    if waits and before is not None and before.state is PersonState.ACTIVE:
        return Entrance.COLLEAGUE
    state = PersonState.WAITING if waits else PersonState.ACTIVE
    person_id = await newcomer(tx, actor, school_id, state, now)
    await invites.use(tx, invite.id, person_id, now)
    if invite.full_name and not (before and before.full_name):
        await rename(tx, person_id, invite.full_name)
    if before and before.state is not state:
        await people.move_state(tx, person_id, old=before.state, new=state)
    if before and before.state is PersonState.REFUSED:
        await people.set_erase_by(tx, person_id, None)  # invited after all: nothing is to be forgotten
    await people.grant(tx, person_id, invite.role, by=None, now=now)
    if waits:
        await tell_news(tx, school_id, now, by=None)
        return Entrance.WAITING
    await _note(tx, f"role.{invite.role}", school_id, person_id, now)
    return Entrance.WELCOME


async def _enter_staff_room(tx: Tx, actor: Actor, invite: Invite, now: datetime) -> Entrance:
    if invite.school_id is None:
        return Entrance.NOT_VALID
    account_id = await accounts.ensure(tx, actor.external_id, now)
    before = await people.of_account(tx, account_id, invite.school_id)
    if before is not None and before.state is PersonState.REFUSED:
        return Entrance.NOT_VALID
    await newcomer(tx, actor, invite.school_id, PersonState.WAITING, now)
    return Entrance.ALREADY_IN if before is not None and before.state is PersonState.ACTIVE else Entrance.WAITING
