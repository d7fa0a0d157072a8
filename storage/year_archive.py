"""A closed year of which only numbers stay: who was in its pairs, what was said and planned goes."""

from datetime import date, datetime

from storage.tx import Tx

_OF_YEAR = """pairing_id IN (SELECT id FROM pairing
              WHERE school_id = :school_id AND school_year = :school_year AND state = 'ended')"""


async def people(tx: Tx, school_id: int, school_year: int, until: datetime) -> list[int]:
    """Whose data `empty_pairs` and `empty_answers` are about to take."""
    return await tx.all(
        int,
        """SELECT m.person_id FROM pairing g JOIN pairing_member m ON m.pairing_id = g.id
           WHERE g.school_id = :school_id AND g.school_year = :school_year AND g.state = 'ended'
           UNION
           SELECT person_id FROM form_run
           WHERE school_id = :school_id AND carried IN ('asked', 'out') AND submitted_at < :until
           ORDER BY 1""",
        school_id=school_id,
        school_year=school_year,
        until=until,
    )


async def empty_pairs(tx: Tx, school_id: int, school_year: int) -> None:
    """That there were pairs, their forms, days and orders stay; notes before steps, steps before programmes."""
    for table in (
        *("contact_note", "meeting", "programme_step", "programme_version", "programme", "fit_answer", "offer"),
        *("pair_paper", "pair_goes_on", "pairing_member"),
    ):
        await tx.run(f"DELETE FROM {table} WHERE {_OF_YEAR}", school_id=school_id, school_year=school_year)
    await tx.run(
        """UPDATE pairing SET why = '', terms = '[]'
           WHERE school_id = :school_id AND school_year = :school_year AND state = 'ended'""",
        school_id=school_id,
        school_year=school_year,
    )
    await tx.run(
        "DELETE FROM pair_tie WHERE school_id = :school_id AND school_year = :school_year",
        school_id=school_id,
        school_year=school_year,
    )


async def empty_answers(tx: Tx, school_id: int, until: datetime) -> None:
    """What was handed in before the next year began and is of no present one; its author is asked for nothing anew."""
    await tx.run(
        """DELETE FROM answer WHERE run_id IN
               (SELECT id FROM form_run WHERE school_id = :school_id AND carried IN ('asked', 'out')
                AND submitted_at < :until)""",
        school_id=school_id,
        until=until,
    )
    await tx.run(
        """UPDATE form_run SET state = 'withdrawn'
           WHERE school_id = :school_id AND carried IN ('asked', 'out') AND state = 'submitted'
             AND submitted_at < :until""",
        school_id=school_id,
        until=until,
    )


async def empty_support(tx: Tx, school_id: int, before: date) -> None:
    """What was offered to those who had waited, but for what is still to take place."""
    await tx.run(
        """DELETE FROM support_note
           WHERE school_id = :school_id AND offered_on < :before AND state IN ('declined', 'held', 'offered')""",
        school_id=school_id,
        before=before,
    )
