"""Minutes of an event: their head, their lines, and the tasks that follow from what was decided."""

from datetime import date, datetime

from storage.gatherings.model import Line, Task
from storage.tx import Tx
from storage.vocabulary.gatherings import LineKind

_LINES = """SELECT l.id, l.gathering_id, l.item, l.kind, l.text, l.responsible_id, p.full_name AS responsible, l.due_on,
                   l.done_at
            FROM gathering_line l LEFT JOIN person p ON p.id = l.responsible_id AND p.erase_by IS NULL"""
_TASKS = """SELECT l.id, l.gathering_id, l.responsible_id AS person_id, p.full_name, l.text, e.kind, e.day, l.due_on,
                   l.done_at
            FROM gathering e JOIN gathering_line l ON l.gathering_id = e.id JOIN person p ON p.id = l.responsible_id
            JOIN school s ON s.id = e.school_id"""
# Of an event of a year that is over only what is to be done in the new one is still to do.
_CURRENT = """l.due_on IS NOT NULL AND l.done_at IS NULL
              AND (e.school_year = s.school_year OR l.due_on >= CAST(s.school_year AS TEXT) || '-08-01')"""


async def set_head(tx: Tx, gathering_id: int, *, number: str, dated_on: date | None, chair: str, secretary: str) -> int:
    return await tx.run(
        """UPDATE gathering SET number = :number, dated_on = :dated_on, chair = :chair, secretary = :secretary
           WHERE id = :gathering_id""",
        gathering_id=gathering_id,
        number=number,
        dated_on=dated_on,
        chair=chair,
        secretary=secretary,
    )


async def add_line(
    tx: Tx,
    gathering_id: int,
    *,
    item: int,
    line: LineKind,
    text: str,
    due_on: date | None,
    by: int,
    now: datetime,
) -> int:
    return await tx.inserted(
        """INSERT INTO gathering_line (gathering_id, item, kind, text, due_on, written_by, written_at)
           VALUES (:gathering_id, :item, :line, :text, :due_on, :by, :now) RETURNING id""",
        gathering_id=gathering_id,
        item=item,
        line=line,
        text=text,
        due_on=due_on,
        by=by,
        now=now,
    )


async def lines(tx: Tx, gathering_id: int) -> list[Line]:
    return await tx.all(
        Line, f"{_LINES} WHERE l.gathering_id = :gathering_id ORDER BY l.item, l.id", gathering_id=gathering_id
    )


async def line(tx: Tx, line_id: int, school_id: int) -> Line | None:
    return await tx.one(
        Line,
        f"{_LINES} JOIN gathering e ON e.id = l.gathering_id WHERE l.id = :line_id AND e.school_id = :school_id",
        line_id=line_id,
        school_id=school_id,
    )


async def remove_line(tx: Tx, line_id: int) -> int:
    return await tx.run("DELETE FROM gathering_line WHERE id = :line_id", line_id=line_id)


async def assign(tx: Tx, line_id: int, person_id: int | None) -> int:
    """Whose the decision is; None is nobody's. 0 when it is carried out already."""
    return await tx.run(
        """UPDATE gathering_line SET responsible_id = CAST(:person_id AS BIGINT)
           WHERE id = :line_id AND kind = 'decided' AND done_at IS NULL""",
        line_id=line_id,
        person_id=person_id,
    )


async def mark_done(tx: Tx, line_id: int, now: datetime) -> int:
    """0 when it was marked before."""
    return await tx.run(
        "UPDATE gathering_line SET done_at = :now WHERE id = :line_id AND kind = 'decided' AND done_at IS NULL",
        line_id=line_id,
        now=now,
    )


async def mark_undone(tx: Tx, line_id: int, marked_after: datetime) -> int:
    """0 when it is not marked, or was before that moment."""
    return await tx.run(
        "UPDATE gathering_line SET done_at = NULL WHERE id = :line_id AND done_at >= :marked_after",
        line_id=line_id,
        marked_after=marked_after,
    )


async def open_of_person(tx: Tx, person_id: int) -> list[Task]:
    """What somebody is to do, the nearest day first."""
    return await tx.all(
        Task,
        f"{_TASKS} WHERE l.responsible_id = :person_id AND {_CURRENT} ORDER BY l.due_on, l.id",
        person_id=person_id,
    )


async def open_of_school(tx: Tx, school_id: int) -> list[Task]:
    """What everybody is to do, the nearest day first; who withdrew is not named."""
    return await tx.all(
        Task,
        f"{_TASKS} WHERE e.school_id = :school_id AND p.erase_by IS NULL AND {_CURRENT} ORDER BY l.due_on, l.id",
        school_id=school_id,
    )


async def trainings(tx: Tx, school_id: int) -> list[str]:
    """What each mentor who has handed in a questionnaire would like to be prepared for, in JSON; nobody is named."""
    return await tx.all(
        str,
        """SELECT COALESCE((SELECT r.value FROM answer r WHERE r.run_id = m.id AND r.question = 'training'), 'null')
           FROM person p JOIN form_run m ON m.id = (SELECT MAX(id) FROM form_run WHERE person_id = p.id
                    AND form_key = 'mentor_profile' AND state IN ('open', 'submitted'))
           WHERE p.school_id = :school_id AND p.erase_by IS NULL AND m.state = 'submitted' ORDER BY p.id""",
        school_id=school_id,
    )
