"""One person: added, found, described, moved from state to state."""

from datetime import date, datetime

from storage.people.model import COLUMNS, Person, Traces
from storage.tx import Tx
from storage.vocabulary import PersonState


async def add(
    tx: Tx,
    *,
    school_id: int,
    account_id: int | None,
    full_name: str,
    search_name: str,
    sort_name: str,
    state: PersonState,
    now: datetime,
    knocked: bool = False,
) -> int:
    return await tx.inserted(
        """INSERT INTO person (school_id, account_id, full_name, search_name, sort_name, state, knocked, created_at)
           VALUES (:school_id, :account_id, :full_name, :search_name, :sort_name, :state, :knocked, :now)
           RETURNING id""",
        school_id=school_id,
        account_id=account_id,
        full_name=full_name,
        search_name=search_name,
        sort_name=sort_name,
        state=state,
        knocked=knocked,
        now=now,
    )


async def get(tx: Tx, person_id: int) -> Person | None:
    return await tx.one(Person, f"SELECT {COLUMNS} FROM person WHERE id = :person_id", person_id=person_id)


async def of_school(tx: Tx, person_id: int, school_id: int) -> Person | None:
    """The person, only if they are of this school: what every coordinator's press goes through."""
    return await tx.one(
        Person,
        f"SELECT {COLUMNS} FROM person WHERE id = :person_id AND school_id = :school_id AND state <> 'erased'",
        person_id=person_id,
        school_id=school_id,
    )


async def of_account(tx: Tx, account_id: int, school_id: int) -> Person | None:
    return await tx.one(
        Person,
        f"SELECT {COLUMNS} FROM person WHERE account_id = :account_id AND school_id = :school_id",
        account_id=account_id,
        school_id=school_id,
    )


async def rename(tx: Tx, person_id: int, *, full_name: str, search_name: str, sort_name: str) -> None:
    await tx.run(
        """UPDATE person SET full_name = :full_name, search_name = :search_name, sort_name = :sort_name
           WHERE id = :person_id""",
        person_id=person_id,
        full_name=full_name,
        search_name=search_name,
        sort_name=sort_name,
    )


async def set_facts(
    tx: Tx,
    person_id: int,
    *,
    position: str,
    subjects: tuple[str, ...],
    levels: tuple[str, ...],
    experience: str,
) -> None:
    """What the staff list says of a person; an empty cell keeps what was known."""
    await tx.run(
        """UPDATE person SET
               position = CASE WHEN :position = '' THEN position ELSE :position END,
               subjects = CASE WHEN :subjects = '[]' THEN subjects ELSE :subjects END,
               levels = CASE WHEN :levels = '[]' THEN levels ELSE :levels END,
               experience = CASE WHEN :experience = '' THEN experience ELSE :experience END
           WHERE id = :person_id""",
        person_id=person_id,
        position=position,
        subjects=subjects,
        levels=levels,
        experience=experience,
    )


async def bind(tx: Tx, person_id: int, account_id: int) -> int:
    """Give the person the account; 0 when they have one already."""
    return await tx.run(
        """UPDATE person SET account_id = :account_id, state = 'active'
           WHERE id = :person_id AND account_id IS NULL AND state IN ('invited', 'active')""",
        person_id=person_id,
        account_id=account_id,
    )


async def unbind(tx: Tx, person_id: int) -> None:
    await tx.run("UPDATE person SET account_id = NULL WHERE id = :person_id", person_id=person_id)


async def move_state(tx: Tx, person_id: int, *, old: PersonState, new: PersonState) -> int:
    """0 when the person is not in the old state any more: somebody was quicker."""
    return await tx.run(
        "UPDATE person SET state = :new WHERE id = :person_id AND state = :old",
        person_id=person_id,
        old=old,
        new=new,
    )


async def set_paused_until(tx: Tx, person_id: int, until: date | None) -> None:
    await tx.run("UPDATE person SET paused_until = :until WHERE id = :person_id", person_id=person_id, until=until)


async def set_erase_by(tx: Tx, person_id: int, erase_by: date | None) -> None:
    """A date hides the person everywhere until they are erased; None brings them back."""
    await tx.run("UPDATE person SET erase_by = :erase_by WHERE id = :person_id", person_id=person_id, erase_by=erase_by)


async def traces(tx: Tx, person_id: int) -> Traces:
    found = await tx.one(
        Traces,
        """SELECT (SELECT COUNT(*) FROM form_run WHERE person_id = :person_id) AS forms,
                  (SELECT COUNT(*) FROM pairing_member WHERE person_id = :person_id) AS pairs,
                  (SELECT COUNT(*) FROM question WHERE person_id = :person_id) AS questions""",
        person_id=person_id,
    )
    return found or Traces(0, 0, 0)


async def due_for_erasure(tx: Tx, today: date) -> list[int]:
    return await tx.all(int, "SELECT id FROM person WHERE erase_by <= :today ORDER BY erase_by, id", today=today)


async def note_notice_seen(tx: Tx, person_id: int, now: datetime) -> None:
    await tx.run("UPDATE person SET notice_seen_at = :now WHERE id = :person_id", person_id=person_id, now=now)


async def empty(tx: Tx, person_id: int) -> None:
    """The nameless tombstone: an id, a state, dates."""
    await tx.run("DELETE FROM role WHERE person_id = :person_id", person_id=person_id)
    await tx.run(
        """UPDATE person SET account_id = NULL, full_name = '', search_name = '', sort_name = '', position = '',
                  subjects = '[]', levels = '[]', experience = '', state = 'erased', paused_until = NULL,
                  erase_by = NULL, notice_seen_at = NULL
           WHERE id = :person_id""",
        person_id=person_id,
    )
