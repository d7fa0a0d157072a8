"""Answers with names to a monitoring survey since a day: of one school year, as nobody's in particular."""

from dataclasses import asdict, dataclass
from datetime import datetime

from storage.tallies import HANDED_IN, RUNS, Count, Scope
from storage.tx import Tx


@dataclass(frozen=True, slots=True)
class Asked:
    """A version that somebody has answered."""

    digest: str
    version: int
    handed_in: int


@dataclass(frozen=True, slots=True)
class Words:
    """Somebody's own words; the person is known only to count how many have spoken."""

    person_id: int
    value: str


async def versions(
    tx: Tx, school_id: int, form_key: str, *, shipped: str, since: datetime, until: datetime
) -> list[Asked]:
    """The newest first."""
    return await tx.all(
        Asked,
        f"""SELECT COALESCE(f.digest, CAST(:shipped AS TEXT)) AS digest, MAX(f.form_version) AS version,
                   COUNT(*) AS handed_in
            FROM {RUNS} WHERE f.school_id = :school_id AND f.form_key = :form_key AND f.state = 'submitted'
              AND f.submitted_at >= :since AND f.submitted_at < :until GROUP BY 1 ORDER BY 2 DESC, 3 DESC, 1""",
        school_id=school_id,
        form_key=form_key,
        shipped=shipped,
        since=since,
        until=until,
    )


async def counts(tx: Tx, of: Scope, question: str, *, since: datetime, until: datetime) -> list[Count]:
    """How many gave each answer to a question."""
    return await tx.all(
        Count,
        f"""SELECT a.value, COUNT(*) AS many FROM {RUNS} JOIN answer a ON a.run_id = f.id AND a.question = :question
            WHERE {HANDED_IN} AND f.submitted_at >= :since AND f.submitted_at < :until GROUP BY a.value""",
        question=question,
        since=since,
        until=until,
        **asdict(of),
    )


async def words(tx: Tx, of: Scope, question: str, *, since: datetime, until: datetime) -> list[Words]:
    """Everybody's own words to a question, in an order that says nothing of who came first."""
    return await tx.all(
        Words,
        f"""SELECT f.person_id, a.value FROM {RUNS} JOIN answer a ON a.run_id = f.id AND a.question = :question
            WHERE {HANDED_IN} AND f.submitted_at >= :since AND f.submitted_at < :until AND a.value IS NOT NULL
            ORDER BY a.value, f.person_id""",
        question=question,
        since=since,
        until=until,
        **asdict(of),
    )
