"""Programmes as they are looked at: one with its steps, its versions, those that wait, what is to be reminded of."""

from datetime import date

from storage.programmes.model import (
    PROGRAMME,
    STEP,
    Approved,
    Awaited,
    ProgrammeRow,
    Returned,
    Standing,
    StepRow,
    Unsent,
    VersionRow,
)
from storage.tx import Tx


async def get(tx: Tx, pairing_id: int) -> ProgrammeRow | None:
    return await tx.one(
        ProgrammeRow, f"SELECT {PROGRAMME} FROM programme r WHERE r.pairing_id = :pairing_id", pairing_id=pairing_id
    )


async def steps(tx: Tx, pairing_id: int) -> list[StepRow]:
    """By day, those without one last."""
    return await tx.all(
        StepRow,
        f"""SELECT {STEP} FROM programme_step s WHERE s.pairing_id = :pairing_id
            ORDER BY COALESCE(s.due_on, '9999'), s.place, s.id""",
        pairing_id=pairing_id,
    )


async def step(tx: Tx, step_id: int) -> StepRow | None:
    return await tx.one(StepRow, f"SELECT {STEP} FROM programme_step s WHERE s.id = :step_id", step_id=step_id)


async def versions(tx: Tx, pairing_id: int) -> list[VersionRow]:
    """The newest first."""
    return await tx.all(
        VersionRow,
        """SELECT v.version, v.content, v.changes, p.full_name AS kept_by, v.kept_at
           FROM programme_version v JOIN person p ON p.id = v.kept_by
           WHERE v.pairing_id = :pairing_id ORDER BY v.version DESC""",
        pairing_id=pairing_id,
    )


async def sent(tx: Tx, school_id: int, school_year: int) -> list[int]:
    """The pairs whose programmes wait for a coordinator, the longest waiting first."""
    return await tx.all(
        int,
        """SELECT r.pairing_id FROM pairing g JOIN programme r ON r.pairing_id = g.id
           WHERE g.school_id = :school_id AND g.school_year = :school_year AND g.state <> 'ended'
             AND r.state = 'sent'
           ORDER BY r.changed_at, r.pairing_id""",
        school_id=school_id,
        school_year=school_year,
    )


async def standing(tx: Tx, school_id: int, school_year: int) -> Standing:
    found = await tx.one(
        Standing,
        """SELECT COUNT(*) FILTER (WHERE r.version > 0) AS approved, COUNT(*) AS needed
           FROM pairing g LEFT JOIN programme r ON r.pairing_id = g.id
           WHERE g.school_id = :school_id AND g.school_year = :school_year
             AND g.state IN ('ordered', 'active', 'paused') AND g.format NOT IN ('speed', 'situational')""",
        school_id=school_id,
        school_year=school_year,
    )
    return found or Standing(0, 0)


async def last_of_mentee(tx: Tx, person_id: int, school_year: int) -> int | None:
    """The pair of the year that ended last for this mentee and had a programme."""
    return await tx.one(
        int,
        """SELECT g.id FROM pairing_member m JOIN pairing g ON g.id = m.pairing_id
           JOIN programme r ON r.pairing_id = g.id
           WHERE m.person_id = :person_id AND m.side = 'mentee' AND g.state = 'ended'
             AND g.school_year = :school_year AND r.content <> '{}'
           ORDER BY g.ended_on DESC, g.id DESC LIMIT 1""",
        person_id=person_id,
        school_year=school_year,
    )


async def unsent(tx: Tx, school_id: int, school_year: int) -> list[Unsent]:
    """Of pairs at work by an order that need a programme; whoever leaves soon begins none."""
    return await tx.all(
        Unsent,
        """SELECT g.id AS pairing_id, m.person_id, m.side, o.dated_on AS ordered_on
           FROM pairing g JOIN pair_order o ON o.id = g.order_id AND o.dated_on IS NOT NULL
           JOIN pairing_member m ON m.pairing_id = g.id AND m.left_at IS NULL
           LEFT JOIN programme r ON r.pairing_id = g.id
           WHERE g.school_id = :school_id AND g.school_year = :school_year AND g.state IN ('ordered', 'active')
             AND g.leaves_on IS NULL AND g.format NOT IN ('speed', 'situational')
             AND (r.state IS NULL OR (r.state = 'draft' AND r.version = 0))
           ORDER BY g.id, m.person_id""",
        school_id=school_id,
        school_year=school_year,
    )


async def returned(tx: Tx, school_id: int, school_year: int) -> list[Returned]:
    return await tx.all(
        Returned,
        """SELECT g.id AS pairing_id, m.person_id, r.note
           FROM pairing g JOIN programme r ON r.pairing_id = g.id AND r.state = 'draft' AND r.note <> ''
           JOIN pairing_member m ON m.pairing_id = g.id AND m.left_at IS NULL
           WHERE g.school_id = :school_id AND g.school_year = :school_year
             AND g.state IN ('agreed', 'ordered', 'active')
           ORDER BY g.id, m.person_id""",
        school_id=school_id,
        school_year=school_year,
    )


async def approved(tx: Tx, school_id: int, school_year: int, since: date) -> list[Approved]:
    """Of this day and later; one that is being changed again is nothing to tell of.

    COALESCE: else PostgreSQL walks through all programmes, the pairs of one year being the fewer.
    """
    return await tx.all(
        Approved,
        """SELECT g.id AS pairing_id, m.person_id, r.version, r.approved_at
           FROM pairing g JOIN programme r ON r.pairing_id = g.id AND r.state = 'approved'
           JOIN pairing_member m ON m.pairing_id = g.id AND m.left_at IS NULL
           WHERE g.school_id = :school_id AND g.school_year = :school_year
             AND g.state IN ('agreed', 'ordered', 'active')
             AND COALESCE(r.approved_at, '') >= :since AND r.approved_by <> m.person_id
           ORDER BY g.id, m.person_id""",
        school_id=school_id,
        school_year=school_year,
        since=since,
    )


async def awaited(tx: Tx, school_id: int, school_year: int, until: date) -> list[Awaited]:
    """Mentors at work by an approved programme with a step that is to be done until this day, or was to be."""
    return await tx.all(
        Awaited,
        """SELECT DISTINCT g.id AS pairing_id, m.person_id, r.changed_at
           FROM pairing g JOIN programme r ON r.pairing_id = g.id AND r.version > 0 AND r.state <> 'closed'
           JOIN programme_step s ON s.pairing_id = g.id AND s.done_on IS NULL AND s.due_on <= :until
           JOIN pairing_member m ON m.pairing_id = g.id AND m.side = 'mentor' AND m.left_at IS NULL
           WHERE g.school_id = :school_id AND g.school_year = :school_year AND g.state IN ('ordered', 'active')
           ORDER BY g.id, m.person_id""",
        school_id=school_id,
        school_year=school_year,
        until=until,
    )
