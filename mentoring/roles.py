"""Who may do what: the rights of the school's people, and taking a role back."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum, auto

from mentoring import notices, watched
from mentoring.access import Member
from mentoring.notices import Notice
from mentoring.rules.names import short_name
from storage import people
from storage.tx import Tx
from storage.vocabulary import Role

COORDINATING = frozenset({Role.COORDINATOR, Role.DEPUTY})


class TakenBack(Enum):
    """What a press came to."""

    DONE = auto()
    NOTHING = auto()  # they had it no more
    LAST = auto()  # nobody would be left to coordinate the school


@dataclass(frozen=True, slots=True)
class Taking:
    """A role that is to be taken back; how many will coordinate the school after it, where it is about that."""

    role: Role
    left: int | None


async def rights(tx: Tx, school_id: int) -> dict[int, tuple[Role, ...]]:
    """By person, of everybody who is more than a teacher; who has not come will have them on coming."""
    found: dict[int, list[Role]] = defaultdict(list)
    for each in await people.leading(tx, school_id):
        found[each.person_id].append(each.role)
    return {person_id: tuple(theirs) for person_id, theirs in found.items()}


async def of_person(tx: Tx, member: Member, person_id: int) -> tuple[Role, ...]:
    return (await rights(tx, member.school_id)).get(person_id, ())


async def look(tx: Tx, member: Member, person_id: int, role: Role) -> Taking | TakenBack:
    """What taking it back would come to, or why it cannot be."""
    theirs = await of_person(tx, member, person_id)
    if role not in theirs:
        return TakenBack.NOTHING
    others = len(set(await people.coordinators(tx, member.school_id)) - {person_id})
    keeps = bool(COORDINATING & (set(theirs) - {role}))
    if role in COORDINATING and not keeps and not others:
        return TakenBack.LAST
    return Taking(role, others + keeps if role in COORDINATING else None)


async def take_back(tx: Tx, member: Member, person_id: int, role: Role, now: datetime) -> TakenBack:
    """A coordinator takes a role back, their own too; somebody who can be reached always stays coordinator."""
    looked = await look(tx, member, person_id, role)
    if isinstance(looked, TakenBack):
        return looked
    await people.revoke(tx, person_id, role)
    await people.grant(tx, person_id, Role.TEACHER, by=member.person_id, now=now)
    await watched.note(
        tx,
        f"role_back.{role}",
        school_id=member.school_id,
        actor_id=member.person_id,
        person_id=person_id,
        now=now,
    )
    if person_id != member.person_id:
        await _tell(tx, member, person_id, role, now)
    return TakenBack.DONE


async def _tell(tx: Tx, member: Member, person_id: int, role: Role, now: datetime) -> None:
    """Whoever loses it hears from whom: with a stolen telephone somebody could put everybody else out unheard."""
    await notices.tell(
        tx,
        Notice.ROLE_TAKEN,
        person_id,
        key=f"role_taken:{person_id}:{role}:{now:%Y%m%d%H%M%S}",
        due_at=now,
        now=now,
        about={"role": role.value, "by": member.person_id},
        lives=timedelta(days=30),
    )


async def name_of(tx: Tx, member: Member, person_id: int) -> str:
    """Short, of the same school; empty of nobody."""
    found = await people.of_school(tx, person_id, member.school_id)
    return short_name(found.full_name) if found else ""


async def end_all(tx: Tx, member: Member, person_id: int, now: datetime) -> bool:
    """Whoever leaves the school has no rights in it any more; False of the only one who coordinates it."""
    theirs = await of_person(tx, member, person_id)
    if COORDINATING & set(theirs) and not await _others_coordinate(tx, member, person_id):
        return False
    for role in theirs:
        await take_back(tx, member, person_id, role, now)
    return True


async def _others_coordinate(tx: Tx, member: Member, person_id: int) -> bool:
    return bool(set(await people.coordinators(tx, member.school_id)) - {person_id})
