"""How many events are for, how many have answered and were there, and what is left to do."""

from datetime import date

from storage.gatherings.model import Counts, Numbers, OfYear
from storage.tx import Tx

# Who withdrew is on no list; that they were there counts on.
_PEOPLE = "gathering_person g JOIN person p ON p.id = g.person_id"


_HERE = "p.erase_by IS NULL"


async def of_year(tx: Tx, school_id: int, school_year: int) -> list[OfYear]:
    """Every event of the year that people were invited to, in the order of their days; `held` says which took place."""
    return await tx.all(
        OfYear,
        f"""SELECT e.id, e.kind, e.state, e.day, e.guests, e.number,
                   (SELECT COUNT(*) FROM {_PEOPLE} WHERE g.gathering_id = e.id AND {_HERE}) AS invited,
                   e.gone + (SELECT COUNT(*) FROM gathering_person g WHERE g.gathering_id = e.id AND g.attended = 1)
                   AS attended
            FROM gathering e WHERE e.school_id = :school_id AND e.school_year = :school_year AND e.state <> 'draft'
            ORDER BY e.day, e.id""",
        school_id=school_id,
        school_year=school_year,
    )


async def numbers(tx: Tx, gathering_id: int) -> Numbers:
    found = await tx.one(
        Numbers,
        f"""SELECT COUNT(*) FILTER (WHERE {_HERE}) AS listed,
                   COUNT(*) FILTER (WHERE {_HERE} AND g.invited_at IS NOT NULL) AS invited,
                   COUNT(*) FILTER (WHERE {_HERE} AND g.answer = 'comes') AS comes,
                   COUNT(*) FILTER (WHERE {_HERE} AND g.answer = 'refuses') AS refuses,
                   COUNT(*) FILTER (WHERE {_HERE} AND g.answer = 'later') AS later,
                   COUNT(*) FILTER (WHERE g.attended = 1) AS attended,
                   COUNT(*) FILTER (WHERE {_HERE} AND g.talk_state = 'offered') AS talks,
                   COUNT(*) FILTER (WHERE {_HERE} AND g.talk_state = 'accepted') AS accepted
            FROM {_PEOPLE} WHERE g.gathering_id = :gathering_id""",
        gathering_id=gathering_id,
    )
    return found or Numbers(0, 0, 0, 0, 0, 0, 0, 0)


async def counts(
    tx: Tx, school_id: int, school_year: int, *, today: date, marked_from: date, minutes_before: date
) -> Counts:
    """What a coordinator has to do about the year's events."""
    found = await tx.one(
        Counts,
        f"""WITH event AS (
               SELECT e.day, e.number, e.state, e.guests + e.gone
                      + (SELECT COUNT(*) FROM gathering_person g WHERE g.gathering_id = e.id AND g.attended = 1)
                      AS there,
                      (SELECT COUNT(*) FROM {_PEOPLE}
                       WHERE g.gathering_id = e.id AND g.talk_state = 'offered' AND {_HERE}) AS talks
               FROM gathering e WHERE e.school_id = :school_id AND e.school_year = :school_year)
           SELECT CAST(COALESCE(SUM(talks) FILTER (WHERE state = 'invited' AND day >= :today), 0) AS BIGINT) AS talks,
                  COUNT(*) FILTER (WHERE state = 'invited' AND there = 0 AND day < :today AND day >= :marked_from)
                  AS unmarked,
                  COUNT(*) FILTER (WHERE state = 'invited' AND there > 0 AND number = '' AND day <= :minutes_before)
                  AS minutes
           FROM event""",
        school_id=school_id,
        school_year=school_year,
        today=today,
        marked_from=marked_from,
        minutes_before=minutes_before,
    )
    return found or Counts(0, 0, 0)
