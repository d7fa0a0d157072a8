"""What the year's report tells beside the pairs themselves, by pair and by person; a closed year as it was kept."""

from dataclasses import dataclass
from datetime import date, datetime

from storage.bank import LOOKED_FOR_REQUEST, PEOPLE, RUN
from storage.tx import Tx
from storage.vocabulary.pairs import (
    Contact,
    ProgrammeResult,
    ProgrammeState,
    Support,
    SupportState,
)
from storage.vocabulary.year_end import ReportPart


@dataclass(frozen=True, slots=True)
class Requests:
    """Who has asked for a mentor, and of them who is or was a mentee of a pair of this year."""

    wanted: int
    met: int


@dataclass(frozen=True, slots=True)
class Met:
    """How often a pair has met in a month («2026-10») in one way."""

    pairing_id: int
    month: str
    how: Contact
    meetings: int


@dataclass(frozen=True, slots=True)
class Programme:
    pairing_id: int
    state: ProgrammeState
    version: int  # 0 before the first approval
    result: ProgrammeResult | None


@dataclass(frozen=True, slots=True)
class Steps:
    """Of a programme: how many were due until a day, and how many of these are done."""

    pairing_id: int
    due: int
    done: int


@dataclass(frozen=True, slots=True)
class Offered:
    kind: Support
    state: SupportState
    many: int


@dataclass(frozen=True, slots=True)
class Category:
    """A mentor's answer about their qualification, as it is stored."""

    person_id: int
    value: str | None


@dataclass(frozen=True, slots=True)
class Answered:
    """When somebody was asked, and when they have answered with their name."""

    asked_at: datetime
    submitted_at: datetime


@dataclass(frozen=True, slots=True)
class Lines:
    order_id: int
    pairs: int


@dataclass(frozen=True, slots=True)
class Stayed:
    """Mentees of a year, and how many of them are still in the school's list."""

    mentees: int
    here: int


@dataclass(frozen=True, slots=True)
class Words:
    part: ReportPart
    words: str


# A pair that was: not only offered or agreed on.
WORKED = """(g.state IN ('ordered', 'active', 'paused')
             OR (g.state = 'ended' AND g.end_reason <> 'not_agreed'
                 AND (g.order_id IS NOT NULL OR g.origin = 'brought')))"""
_OF_YEAR = f"g.school_id = :school_id AND g.school_year = :school_year AND {WORKED}"


async def requests(tx: Tx, school_id: int, school_year: int) -> Requests:
    found = await tx.one(
        Requests,
        f"""WITH asker AS (
                SELECT (SELECT COUNT(*) FROM pairing_member m JOIN pairing g ON g.id = m.pairing_id
                        WHERE m.person_id = p.id AND m.side = 'mentee' AND {_OF_YEAR}) AS pairs
                FROM person p JOIN {LOOKED_FOR_REQUEST} JOIN answer w ON w.run_id = f.id AND w.question = 'want_mentor'
                WHERE {PEOPLE} AND f.state = 'submitted' AND w.value IN ('"year"', '"short"'))
            SELECT COUNT(*) AS wanted, COUNT(*) FILTER (WHERE pairs > 0) AS met FROM asker""",
        school_id=school_id,
        school_year=school_year,
    )
    return found or Requests(0, 0)


async def met(tx: Tx, school_id: int, school_year: int) -> list[Met]:
    """Without meetings that were taken back."""
    return await tx.all(
        Met,
        f"""SELECT n.pairing_id, SUBSTR(n.held_on, 1, 7) AS month, n.how, COUNT(*) AS meetings
            FROM pairing g JOIN contact_note n ON n.pairing_id = g.id
            WHERE {_OF_YEAR} AND n.taken_back_at IS NULL GROUP BY 1, 2, 3 ORDER BY 1, 2, 3""",
        school_id=school_id,
        school_year=school_year,
    )


async def programmes(tx: Tx, school_id: int, school_year: int) -> list[Programme]:
    return await tx.all(
        Programme,
        f"""SELECT r.pairing_id, r.state, r.version, r.result FROM pairing g JOIN programme r ON r.pairing_id = g.id
            WHERE {_OF_YEAR} ORDER BY r.pairing_id""",
        school_id=school_id,
        school_year=school_year,
    )


async def steps(tx: Tx, school_id: int, school_year: int, until: date) -> list[Steps]:
    return await tx.all(
        Steps,
        f"""SELECT s.pairing_id, COUNT(*) AS due, COUNT(s.done_on) AS done
            FROM pairing g JOIN programme_step s ON s.pairing_id = g.id AND s.due_on <= :until
            WHERE {_OF_YEAR} GROUP BY s.pairing_id ORDER BY s.pairing_id""",
        school_id=school_id,
        school_year=school_year,
        until=until,
    )


async def offered(tx: Tx, school_id: int, *, since: date, until: date) -> list[Offered]:
    """What those without a pair were offered in these days; who went to the psychologist is told nowhere."""
    return await tx.all(
        Offered,
        """SELECT kind, state, COUNT(*) AS many FROM support_note
           WHERE school_id = :school_id AND kind <> 'psychologist' AND offered_on BETWEEN :since AND :until
           GROUP BY kind, state ORDER BY kind, state""",
        school_id=school_id,
        since=since,
        until=until,
    )


async def categories(tx: Tx, school_id: int) -> list[Category]:
    return await tx.all(
        Category,
        f"""SELECT p.id AS person_id, c.value FROM person p JOIN {RUN.replace(":form_key", "'mentor_profile'")}
            JOIN answer c ON c.run_id = f.id AND c.question = 'category'
            WHERE {PEOPLE} AND f.state = 'submitted' ORDER BY p.id""",
        school_id=school_id,
    )


async def answered(tx: Tx, school_id: int, school_year: int) -> list[Answered]:
    """Of invitations of the year that were answered with a name; a round without names keeps no times."""
    return await tx.all(
        Answered,
        """SELECT k.asked_at, MIN(f.submitted_at) AS submitted_at
           FROM form_ask k JOIN person p ON p.id = k.person_id AND p.erase_by IS NULL
           JOIN form_run f ON f.person_id = k.person_id AND f.form_key = k.form_key AND f.state = 'submitted'
                AND f.submitted_at >= k.asked_at
           WHERE k.school_id = :school_id AND k.school_year = :school_year AND k.survey_id IS NULL
           GROUP BY k.id, k.asked_at ORDER BY k.id""",
        school_id=school_id,
        school_year=school_year,
    )


async def order_lines(tx: Tx, school_id: int, school_year: int) -> list[Lines]:
    """How many pairs stand in each signed order of the year."""
    return await tx.all(
        Lines,
        """SELECT o.id AS order_id, COUNT(l.pairing_id) AS pairs
           FROM pair_order o LEFT JOIN pair_order_line l ON l.order_id = o.id
           WHERE o.school_id = :school_id AND o.school_year = :school_year AND o.signed_at IS NOT NULL
           GROUP BY o.id ORDER BY o.id""",
        school_id=school_id,
        school_year=school_year,
    )


async def stayed(tx: Tx, school_id: int, school_year: int) -> Stayed:
    found = await tx.one(
        Stayed,
        f"""SELECT COUNT(DISTINCT m.person_id) AS mentees,
                   COUNT(DISTINCT CASE WHEN p.state IN ('invited', 'active') AND p.erase_by IS NULL
                                       THEN m.person_id END) AS here
            FROM pairing g JOIN pairing_member m ON m.pairing_id = g.id AND m.side = 'mentee'
            JOIN person p ON p.id = m.person_id WHERE {_OF_YEAR}""",
        school_id=school_id,
        school_year=school_year,
    )
    return found or Stayed(0, 0)


async def withdrawn(tx: Tx, school_id: int) -> list[int]:
    """Who has taken their consent back and is named in no list any more."""
    return await tx.all(
        int,
        "SELECT id FROM person WHERE school_id = :school_id AND erase_by IS NOT NULL ORDER BY id",
        school_id=school_id,
    )


async def write(
    tx: Tx, part: ReportPart, words: str, *, school_id: int, school_year: int, by: int, now: datetime
) -> None:
    """Instead of what stood there."""
    await tx.run(
        """INSERT INTO year_words (school_id, school_year, part, words, written_by, written_at)
           VALUES (:school_id, :school_year, :part, :words, :by, :now)
           ON CONFLICT (school_id, school_year, part) DO UPDATE
           SET words = excluded.words, written_by = excluded.written_by, written_at = excluded.written_at""",
        school_id=school_id,
        school_year=school_year,
        part=part,
        words=words,
        by=by,
        now=now,
    )


async def words(tx: Tx, school_id: int, school_year: int) -> list[Words]:
    return await tx.all(
        Words,
        """SELECT part, words FROM year_words WHERE school_id = :school_id AND school_year = :school_year
           ORDER BY part""",
        school_id=school_id,
        school_year=school_year,
    )
