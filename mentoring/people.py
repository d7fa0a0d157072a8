"""The school's people: listed, found, described, paused; a person needs no account."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from mentoring import access, watched
from mentoring.access import Actor, Member
from mentoring.joining import join
from mentoring.rules import names
from mentoring.rules.staff_list import StaffEntry
from storage import accounts, invites, journal, people
from storage.people import Names, Person, Standing
from storage.tx import Tx
from storage.vocabulary import ConsentDecision, PersonState, Role, RunState

PAGE = 8
FOUND = 8


class Stage(StrEnum):
    """How far a person has come: the one word that a list has room for."""

    SENT = "sent"
    UNREACHABLE = "unreachable"
    DECLINED = "declined"
    BEGUN = "begun"
    NOT_BEGUN = "not_begun"
    UNDECIDED = "undecided"  # has an account, has not answered about consent
    OUTSIDE = "outside"  # listed, has not come


@dataclass(frozen=True, slots=True)
class Page:
    lines: tuple[Standing, ...]
    number: int
    pages: int
    total: int


@dataclass(frozen=True, slots=True)
class NamesPage:
    lines: tuple[Names, ...]
    number: int
    pages: int


def stage(of: Standing) -> Stage:
    """What matters most comes first."""
    cases = (
        (of.request is RunState.SUBMITTED, Stage.SENT),
        (of.account_id is not None and not of.reachable, Stage.UNREACHABLE),
        (of.data_decision is ConsentDecision.DECLINED, Stage.DECLINED),
        (of.request is RunState.OPEN, Stage.BEGUN),
        (of.data_decision is ConsentDecision.GIVEN, Stage.NOT_BEGUN),
        (of.account_id is not None, Stage.UNDECIDED),
    )
    return next((found for holds, found in cases if holds), Stage.OUTSIDE)


async def page(tx: Tx, member: Member, number: int) -> Page:
    total = await people.count(tx, member.school_id)
    pages = max(1, -(-total // PAGE))
    number = min(max(number, 0), pages - 1)
    lines = await people.page(tx, member.school_id, offset=number * PAGE, limit=PAGE)
    return Page(tuple(lines), number, pages, total)


async def page_without_account(tx: Tx, member: Member, number: int) -> NamesPage:
    """Listed people whom nobody is yet: for a choice of who somebody is."""
    total = await people.count_without_account(tx, member.school_id)
    pages = max(1, -(-total // PAGE))
    number = min(max(number, 0), pages - 1)
    lines = await people.page_without_account(tx, member.school_id, offset=number * PAGE, limit=PAGE)
    return NamesPage(tuple(lines), number, pages)


async def page_near(tx: Tx, member: Member, full_name: str) -> int:
    """The page of `page_without_account` where this name would stand."""
    before = await people.count_without_account(tx, member.school_id, before=names.sort_name(full_name))
    return before // PAGE


async def find(tx: Tx, member: Member, text: str) -> list[Standing]:
    """People whose names have words that begin like these, one more than is shown; a typed surname opens the card."""
    patterns = names.search_patterns(text)
    return await people.search(tx, member.school_id, patterns, limit=FOUND + 1) if patterns else []


async def card(tx: Tx, member: Member, person_id: int) -> tuple[Person, Standing] | None:
    """One person of the coordinator's own school, else None: neither existence nor name leaks."""
    person = await people.of_school(tx, person_id, member.school_id)
    standing = await people.standing(tx, person_id) if person else None
    return (person, standing) if person and standing else None


async def add(tx: Tx, member: Member, entry: StaffEntry, now: datetime) -> int:
    """One person by hand."""
    person_id = await enlist(tx, member, entry, now)
    await journal.note(
        tx, "person.add", school_id=member.school_id, actor_id=member.person_id, person_id=person_id, now=now
    )
    return person_id


async def disconnect(tx: Tx, member: Member, person_id: int, now: datetime, *, account_id: int | None) -> bool:
    """A lost phone or a new account: the old account loses access, a new link can be given.

    False when it is not theirs any more: nobody loses a new account by an old button.
    """
    person = await people.of_school(tx, person_id, member.school_id)
    if person is None or person.account_id is None or person.id == member.person_id:
        return False
    if person.account_id != account_id:
        return False
    await people.unbind(tx, person_id)
    await invites.forget_second_try(tx, person_id)
    await accounts.focus(tx, person.account_id, None)
    await watched.note(
        tx,
        "person.disconnect",
        school_id=member.school_id,
        actor_id=member.person_id,
        person_id=person_id,
        now=now,
    )
    return True


def may_be_listed_as(member: Member, listed: Person) -> bool:
    """Whoever came by a role's code without a name may be anybody of the list who has not come."""
    return not member.full_name and listed.account_id is None and listed.erase_by is None


async def take_own_place(tx: Tx, member: Member, listed_id: int, now: datetime) -> bool:
    """«Это я»: the coordinator without a name is this person of the staff list; False when that cannot be any more."""
    listed = await people.of_school(tx, listed_id, member.school_id)
    if listed is None or not may_be_listed_as(member, listed):
        return False
    await join(tx, school_id=member.school_id, nameless=member.person_id, listed=listed_id, now=now)
    await invites.revoke_of_person(tx, listed_id, now)
    await journal.note(
        tx, "person.own_place", school_id=member.school_id, actor_id=listed_id, person_id=listed_id, now=now
    )
    return True


async def acknowledge_notice(tx: Tx, member: Member, now: datetime) -> None:
    """«Понятно» under the two lines about the channel: who, and when."""
    await people.note_notice_seen(tx, member.person_id, now)
    await journal.note(tx, "notice.seen", school_id=member.school_id, actor_id=member.person_id, now=now)


async def switch_school(tx: Tx, actor: Actor, person_id: int) -> bool:
    """One account may be people in two schools: from now on it acts as this one."""
    if actor.account_id is None or person_id not in {each.person_id for each in actor.members}:
        return False
    await accounts.choose_person(tx, actor.account_id, person_id)
    return True


async def act_as(tx: Tx, actor: Actor, person_id: int) -> Actor | None:
    """The account as this one of its people; None when it is not, or not any more."""
    if actor.member is not None and actor.member.person_id == person_id:
        return actor
    return await access.actor(tx, actor.external_id) if await switch_school(tx, actor, person_id) else None


async def pause(tx: Tx, member: Member, until: date | None) -> None:
    """«Не беспокоить до…»: nothing begins with us before that day."""
    await people.set_paused_until(tx, member.person_id, until)


async def enlist(tx: Tx, member: Member, entry: StaffEntry, now: datetime) -> int:
    """A new line of the staff list."""
    name = names.clean_name(entry.full_name)
    person_id = await people.add(
        tx,
        school_id=member.school_id,
        account_id=None,
        full_name=name,
        search_name=names.search_name(name),
        sort_name=names.sort_name(name),
        state=PersonState.INVITED,
        now=now,
    )
    await describe(tx, member.school_id, person_id, entry, by=member.person_id, now=now)
    return person_id


async def describe(tx: Tx, school_id: int, person_id: int, entry: StaffEntry, *, by: int, now: datetime) -> None:
    """What the staff list says of a person of the school; what it does not say stays."""
    await people.set_facts(
        tx,
        person_id,
        position=entry.position,
        subjects=entry.subjects,
        levels=entry.levels,
        experience=entry.experience,
    )
    await people.grant(tx, person_id, Role.TEACHER, by=by, now=now)
    if entry.role is not Role.TEACHER and await people.grant(tx, person_id, entry.role, by=by, now=now):
        act = f"role_given.{entry.role}"
        await watched.note(tx, act, school_id=school_id, actor_id=by, person_id=person_id, now=now)


__all__ = [
    "FOUND",
    "PAGE",
    "Names",
    "NamesPage",
    "Page",
    "Person",
    "Stage",
    "Standing",
    "acknowledge_notice",
    "act_as",
    "add",
    "card",
    "describe",
    "disconnect",
    "enlist",
    "find",
    "may_be_listed_as",
    "page",
    "page_near",
    "page_without_account",
    "pause",
    "stage",
    "switch_school",
    "take_own_place",
]
