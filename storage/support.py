"""What somebody without a pair was offered meanwhile: kinds, states and days, never what was said."""

from dataclasses import dataclass
from datetime import date, datetime

from storage.tx import Tx
from storage.vocabulary.pairs import Support, SupportState


@dataclass(frozen=True, slots=True)
class Note:
    id: int
    school_id: int
    person_id: int
    kind: Support
    state: SupportState
    offered_on: date
    held_on: date | None


@dataclass(frozen=True, slots=True)
class Referral:
    """Who has asked for the psychologist, and when; nothing else."""

    id: int
    full_name: str
    state: SupportState
    offered_on: date
    held_on: date | None


@dataclass(frozen=True, slots=True)
class OfferedTo:
    """An offer that the person has not looked at."""

    id: int
    person_id: int
    kind: Support
    offered_on: date


_COLUMNS = "s.id, s.school_id, s.person_id, s.kind, s.state, s.offered_on, s.held_on"


async def add(
    tx: Tx,
    *,
    school_id: int,
    person_id: int,
    support: Support,
    state: SupportState,
    offered_on: date,
    by: int | None,
    now: datetime,
) -> int:
    return await tx.inserted(
        """INSERT INTO support_note (school_id, person_id, kind, state, offered_by, offered_on, changed_at)
           VALUES (:school_id, :person_id, :support, :state, :by, :offered_on, :now) RETURNING id""",
        school_id=school_id,
        person_id=person_id,
        support=support,
        state=state,
        by=by,
        offered_on=offered_on,
        now=now,
    )


async def get(tx: Tx, note_id: int, school_id: int) -> Note | None:
    return await tx.one(
        Note,
        f"""SELECT {_COLUMNS} FROM support_note s JOIN person p ON p.id = s.person_id
            WHERE s.id = :note_id AND s.school_id = :school_id AND p.erase_by IS NULL""",
        note_id=note_id,
        school_id=school_id,
    )


async def of_person(tx: Tx, person_id: int) -> list[Note]:
    return await tx.all(
        Note,
        f"SELECT {_COLUMNS} FROM support_note s WHERE s.person_id = :person_id ORDER BY s.id",
        person_id=person_id,
    )


async def open_of_school(tx: Tx, school_id: int) -> list[Note]:
    """Offered or wanted, and not over."""
    return await tx.all(
        Note,
        f"""SELECT {_COLUMNS} FROM support_note s
            WHERE s.school_id = :school_id AND s.state IN ('offered', 'wanted') ORDER BY s.id""",
        school_id=school_id,
    )


async def offered(tx: Tx, school_id: int, today: date) -> list[OfferedTo]:
    """What people are still to be told, or to answer; who does not want to be written to is told later."""
    return await tx.all(
        OfferedTo,
        """SELECT s.id, s.person_id, s.kind, s.offered_on FROM support_note s JOIN person p ON p.id = s.person_id
           WHERE s.school_id = :school_id AND s.state = 'offered' AND p.erase_by IS NULL
             AND (p.paused_until IS NULL OR p.paused_until <= :today) ORDER BY s.id""",
        school_id=school_id,
        today=today,
    )


async def move(tx: Tx, note_id: int, old: SupportState, new: SupportState, now: datetime) -> int:
    """0 when it is not in this state any more."""
    return await tx.run(
        "UPDATE support_note SET state = :new, changed_at = :now WHERE id = :note_id AND state = :old",
        note_id=note_id,
        old=old,
        new=new,
        now=now,
    )


async def hold(tx: Tx, note_id: int, held_on: date, now: datetime) -> int:
    """It took place; 0 when that was marked before, or was declined."""
    return await tx.run(
        """UPDATE support_note SET state = 'held', held_on = :held_on, changed_at = :now
           WHERE id = :note_id AND state IN ('offered', 'wanted')""",
        note_id=note_id,
        held_on=held_on,
        now=now,
    )


async def referrals(tx: Tx, school_id: int) -> list[Referral]:
    """Who has asked for the psychologist themselves: those who still wait first."""
    return await tx.all(
        Referral,
        """SELECT s.id, p.full_name, s.state, s.offered_on, s.held_on
           FROM support_note s JOIN person p ON p.id = s.person_id
           WHERE s.school_id = :school_id AND s.kind = 'psychologist' AND s.state IN ('wanted', 'held')
             AND p.erase_by IS NULL
           ORDER BY CASE s.state WHEN 'wanted' THEN 0 ELSE 1 END, s.offered_on, s.id""",
        school_id=school_id,
    )


async def count_wanted(tx: Tx, school_id: int) -> int:
    """What people have said yes to and the coordinator is to arrange; the psychologist has a list of their own."""
    found = await tx.one(
        int,
        """SELECT COUNT(*) FROM support_note s JOIN person p ON p.id = s.person_id
           WHERE s.school_id = :school_id AND s.state = 'wanted' AND s.kind <> 'psychologist'
             AND p.erase_by IS NULL""",
        school_id=school_id,
    )
    return found or 0


async def forget_person(tx: Tx, person_id: int) -> None:
    await tx.run("DELETE FROM support_note WHERE person_id = :person_id", person_id=person_id)
