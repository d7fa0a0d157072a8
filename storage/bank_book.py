"""The banks as their workbooks show them: who has handed in, and every answer."""

from dataclasses import dataclass
from datetime import date, datetime

from storage.bank import PEOPLE, RUN, SILENT
from storage.tx import Tx
from storage.vocabulary import RunState, Source


@dataclass(frozen=True, slots=True)
class BookLine:
    """One who has handed in, with what the sheet of people shows."""

    run_id: int
    person_id: int
    full_name: str
    position: str
    form_version: int
    digest: str | None
    source: Source
    submitted_at: datetime
    seen_at: datetime | None
    consented_at: datetime | None
    received_on: date | None


@dataclass(frozen=True, slots=True)
class BookAnswer:
    run_id: int
    question: str
    value: str | None


@dataclass(frozen=True, slots=True)
class BookSilent:
    """Somebody who is asked and has not handed in; `consented_at` only of a consent that was given."""

    full_name: str
    position: str
    account_id: int | None
    state: RunState | None
    consented_at: datetime | None
    received_on: date | None


async def book(tx: Tx, school_id: int, form_key: str) -> list[BookLine]:
    """Everybody who has handed in."""
    return await tx.all(
        BookLine,
        f"""SELECT f.id AS run_id, p.id AS person_id, p.full_name, p.position, f.form_version, f.digest,
                   f.source, f.submitted_at, f.seen_at, d.decided_at AS consented_at, w.received_on
            FROM person p JOIN {RUN}
            LEFT JOIN consent d ON d.id = (SELECT MAX(id) FROM consent WHERE person_id = p.id AND kind = 'data')
            LEFT JOIN paper w ON w.person_id = p.id AND w.kind = 'data'
            WHERE {PEOPLE} AND f.state = 'submitted' ORDER BY p.sort_name, p.id""",
        school_id=school_id,
        form_key=form_key,
    )


async def book_silent(tx: Tx, school_id: int) -> list[BookSilent]:
    """Those whom «Кто не ответил» names too; what they decided about consent, if not yes, is left out."""
    return await tx.all(
        BookSilent,
        f"""SELECT p.full_name, p.position, p.account_id, f.state,
                   CASE WHEN d.decision = 'given' THEN d.decided_at END AS consented_at,
                   (SELECT w.received_on FROM paper w WHERE w.person_id = p.id AND w.kind = 'data') AS received_on
            {SILENT} ORDER BY p.sort_name, p.id""",
        school_id=school_id,
    )


async def book_answers(tx: Tx, school_id: int, form_key: str) -> list[BookAnswer]:
    """Every answer of the bank."""
    return await tx.all(
        BookAnswer,
        f"""SELECT n.run_id, n.question, n.value FROM person p JOIN {RUN}
            JOIN answer n ON n.run_id = f.id
            WHERE {PEOPLE} AND f.state = 'submitted' ORDER BY n.run_id, n.question""",
        school_id=school_id,
        form_key=form_key,
    )


async def count_excluded(tx: Tx, school_id: int, form_key: str) -> int:
    """Handed in once, and then withdrew the consent, erased since or not."""
    found = await tx.one(
        int,
        """SELECT COUNT(*) FROM person p
           JOIN consent d ON d.id = (SELECT MAX(id) FROM consent WHERE person_id = p.id AND kind = 'data')
           WHERE p.school_id = :school_id AND (p.erase_by IS NOT NULL OR p.state = 'erased')
             AND d.decision = 'withdrawn'
           AND EXISTS (SELECT 1 FROM form_run f WHERE f.person_id = p.id AND f.form_key = :form_key
                       AND f.submitted_at IS NOT NULL)""",
        school_id=school_id,
        form_key=form_key,
    )
    return found or 0
