"""Handed-in answers to one questionnaire of one school: which versions were asked, and how many said what."""

from dataclasses import asdict, dataclass
from datetime import datetime

from storage.tx import Tx


@dataclass(frozen=True, slots=True)
class Scope:
    """One version of a questionnaire in a school, by its digest."""

    school_id: int
    form_key: str
    shipped: str  # what the bot itself asks: a run of the time before forms were kept has no digest
    digest: str


@dataclass(frozen=True, slots=True)
class Edition:
    """A form as it was asked, and of how many."""

    digest: str
    version: int  # the number that people see
    run_id: int  # one of its runs: its name in a button
    handed_in: int
    begun: int


@dataclass(frozen=True, slots=True)
class Count:
    value: str | None  # JSON; None is skipped on purpose
    many: int


@dataclass(frozen=True, slots=True)
class Sheet:
    """One who has handed in."""

    run_id: int
    full_name: str
    submitted_at: datetime


@dataclass(frozen=True, slots=True)
class Said:
    run_id: int
    question: str
    value: str | None


# Who has withdrawn (erase_by) is in no count and on no sheet.
RUNS = "form_run f JOIN person p ON p.id = f.person_id AND p.erase_by IS NULL"
_FORM = "f.school_id = :school_id AND f.form_key = :form_key"
_DIGEST = "COALESCE(f.digest, CAST(:shipped AS TEXT))"
HANDED_IN = f"{_FORM} AND f.state = 'submitted' AND {_DIGEST} = :digest"


async def editions(tx: Tx, school_id: int, form_key: str, *, shipped: str) -> list[Edition]:
    """The newest first."""
    return await tx.all(
        Edition,
        f"""SELECT {_DIGEST} AS digest, MAX(f.form_version) AS version, MIN(f.id) AS run_id,
                   SUM(CASE WHEN f.state = 'submitted' THEN 1 ELSE 0 END) AS handed_in,
                   SUM(CASE WHEN f.state = 'open' THEN 1 ELSE 0 END) AS begun
            FROM {RUNS} WHERE {_FORM} AND f.state IN ('submitted', 'open') GROUP BY 1 ORDER BY 2 DESC, 3 DESC""",
        school_id=school_id,
        form_key=form_key,
        shipped=shipped,
    )


async def counts(tx: Tx, of: Scope, question: str) -> list[Count]:
    """How many gave each answer to a question."""
    return await tx.all(
        Count,
        f"""SELECT a.value, COUNT(*) AS many FROM {RUNS} JOIN answer a ON a.run_id = f.id AND a.question = :question
            WHERE {HANDED_IN} GROUP BY a.value""",
        question=question,
        **asdict(of),
    )


async def text_counts(tx: Tx, of: Scope, question: str) -> list[Count]:
    """The same of a question that is answered in words: the words themselves stay where they are."""
    return await tx.all(
        Count,
        f"""SELECT CASE WHEN a.value IS NULL THEN NULL ELSE '""' END AS value, COUNT(*) AS many
            FROM {RUNS} JOIN answer a ON a.run_id = f.id AND a.question = :question
            WHERE {HANDED_IN} GROUP BY 1""",
        question=question,
        **asdict(of),
    )


async def run_ids(tx: Tx, of: Scope) -> list[int]:
    """Of everybody who has handed in."""
    return await tx.all(int, f"SELECT f.id FROM {RUNS} WHERE {HANDED_IN} ORDER BY f.id", **asdict(of))


async def sheets(tx: Tx, of: Scope, *, offset: int, limit: int) -> list[Sheet]:
    """The same people by the alphabet."""
    return await tx.all(
        Sheet,
        f"""SELECT f.id AS run_id, p.full_name, f.submitted_at FROM {RUNS}
            WHERE {HANDED_IN} ORDER BY p.sort_name, p.id, f.id LIMIT :limit OFFSET :offset""",
        offset=offset,
        limit=limit,
        **asdict(of),
    )


async def answers(tx: Tx, of: Scope, *, first_run: int, last_run: int) -> list[Said]:
    """What was said in these runs: as many at a time as are read without keeping others waiting."""
    return await tx.all(
        Said,
        f"""SELECT a.run_id, a.question, a.value FROM {RUNS} JOIN answer a ON a.run_id = f.id
            WHERE {HANDED_IN} AND f.id >= :first_run AND f.id <= :last_run""",
        first_run=first_run,
        last_run=last_run,
        **asdict(of),
    )
