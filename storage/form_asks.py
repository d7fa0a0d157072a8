"""Who was asked this school year to answer a questionnaire, until when, and who is silent; the newest ask counts."""

from dataclasses import dataclass
from datetime import date, datetime

from storage.bank import CONSENTS, MAY_BE_TOLD, PEOPLE, SILENT_COLUMNS, TOLD, Limits, Reach, Silent
from storage.tx import Tx
from storage.vocabulary import RunState


@dataclass(frozen=True, slots=True)
class Count:
    asked: int
    silent: int


@dataclass(frozen=True, slots=True)
class Ask:
    """`survey_id` is of a round without names: then only the register says whether the person has answered."""

    id: int
    person_id: int
    form_key: str
    asked_at: datetime
    answer_by: date
    survey_id: int | None
    taken_part: bool


@dataclass(frozen=True, slots=True)
class Waiting:
    """An ask that may still have something to be said about; `invited_at` is when its message went out or will."""

    id: int
    person_id: int
    form_key: str
    asked_at: datetime
    answer_by: date
    invited_at: datetime | None
    run_state: RunState | None
    touched_at: datetime | None
    submitted_at: datetime | None


@dataclass(frozen=True, slots=True)
class AskedPerson:
    """A line of the workbook."""

    full_name: str
    position: str
    account_id: int | None
    state: RunState | None
    asked_at: datetime
    answer_by: date


# What the author took back after they were asked is an answer too: nobody asks again.
_FROM = f"""FROM form_ask k JOIN school s ON s.id = k.school_id JOIN person p ON p.id = k.person_id
              LEFT JOIN account a ON a.id = p.account_id
              LEFT JOIN form_run f ON f.id = (SELECT MAX(id) FROM form_run WHERE person_id = p.id
                   AND form_key = :form_key AND state IN ('open', 'submitted', 'withdrawn')
                   AND carried = '')
              {CONSENTS}"""
_WHERE = f"""WHERE k.school_id = :school_id AND k.form_key = :form_key AND k.school_year = s.school_year
              AND k.id = (SELECT MAX(id) FROM form_ask
                          WHERE person_id = p.id AND form_key = :form_key AND asked_at IS NOT NULL)
              AND {PEOPLE}"""
_ASKED = f"{_FROM} {_WHERE}"
_UNANSWERED = """(CASE WHEN k.survey_id IS NOT NULL THEN k.taken_part = 0
                      ELSE f.state IS NULL OR f.state = 'open' OR (f.state = 'withdrawn' AND f.touched_at < k.asked_at)
                 END)"""
_SILENT = f"{_ASKED} AND {_UNANSWERED}"


async def add(
    tx: Tx,
    *,
    school_id: int,
    person_id: int,
    form_key: str,
    school_year: int,
    by: int,
    answer_by: date,
    survey_id: int | None,
    now: datetime,
) -> int:
    return await tx.inserted(
        """INSERT INTO form_ask (school_id, person_id, form_key, school_year, asked_by, asked_at, answer_by, survey_id)
           VALUES (:school_id, :person_id, :form_key, :school_year, :by, :now, :answer_by, CAST(:survey_id AS BIGINT))
           RETURNING id""",
        school_id=school_id,
        person_id=person_id,
        form_key=form_key,
        school_year=school_year,
        by=by,
        answer_by=answer_by,
        survey_id=survey_id,
        now=now,
    )


async def get(tx: Tx, ask_id: int) -> Ask:
    found = await tx.one(
        Ask,
        """SELECT k.id, k.person_id, k.form_key, k.asked_at, k.answer_by, k.survey_id, k.taken_part
           FROM form_ask k WHERE k.id = :ask_id AND k.asked_at IS NOT NULL""",
        ask_id=ask_id,
    )
    if found is None:
        raise LookupError("an ask vanished inside its own transaction")
    return found


async def newest(tx: Tx, person_id: int, form_key: str) -> Ask | None:
    """The person's ask of the school year that runs now."""
    return await tx.one(
        Ask,
        """SELECT k.id, k.person_id, k.form_key, k.asked_at, k.answer_by, k.survey_id, k.taken_part
           FROM form_ask k JOIN school s ON s.id = k.school_id AND s.school_year = k.school_year
           WHERE k.person_id = :person_id AND k.form_key = :form_key AND k.asked_at IS NOT NULL
           ORDER BY k.id DESC LIMIT 1""",
        person_id=person_id,
        form_key=form_key,
    )


async def of_person(tx: Tx, person_id: int) -> list[Ask]:
    """The newest ask of each questionnaire, of the school year that runs now; the nearest day first."""
    return await tx.all(
        Ask,
        """SELECT k.id, k.person_id, k.form_key, k.asked_at, k.answer_by, k.survey_id, k.taken_part
           FROM form_ask k JOIN school s ON s.id = k.school_id AND s.school_year = k.school_year
           WHERE k.person_id = :person_id AND k.asked_at IS NOT NULL
             AND k.id = (SELECT MAX(id) FROM form_ask
                         WHERE person_id = :person_id AND form_key = k.form_key AND asked_at IS NOT NULL)
           ORDER BY k.answer_by, k.id""",
        person_id=person_id,
    )


async def forms(tx: Tx, school_id: int) -> list[str]:
    """Which questionnaires people of the school were asked to answer this school year."""
    return await tx.all(
        str,
        """SELECT DISTINCT k.form_key FROM form_ask k JOIN school s ON s.id = k.school_id
           WHERE k.school_id = :school_id AND k.school_year = s.school_year AND k.asked_at IS NOT NULL
           ORDER BY k.form_key""",
        school_id=school_id,
    )


async def count(tx: Tx, school_id: int, form_key: str) -> Count:
    found = await tx.one(
        Count,
        f"SELECT COUNT(*) AS asked, COUNT(*) FILTER (WHERE {_UNANSWERED}) AS silent {_ASKED}",
        school_id=school_id,
        form_key=form_key,
    )
    return found or Count(0, 0)


async def count_named(tx: Tx, school_id: int, form_key: str) -> Count:
    """The same of those whose newest ask was for an answer with a name."""
    found = await tx.one(
        Count,
        f"""SELECT COUNT(*) AS asked, COUNT(*) FILTER (WHERE {_UNANSWERED}) AS silent {_ASKED}
            AND k.survey_id IS NULL""",
        school_id=school_id,
        form_key=form_key,
    )
    return found or Count(0, 0)


async def silent(tx: Tx, school_id: int, form_key: str, *, offset: int, limit: int) -> list[Silent]:
    """Who was asked and has not handed in, begun or not."""
    return await tx.all(
        Silent,
        f"SELECT {SILENT_COLUMNS} {_SILENT} ORDER BY p.sort_name, p.id LIMIT :limit OFFSET :offset",
        school_id=school_id,
        form_key=form_key,
        offset=offset,
        limit=limit,
    )


async def reach(tx: Tx, school_id: int, form_key: str, limits: Limits) -> Reach:
    found = await tx.one(
        Reach,
        f"""SELECT COUNT(*) AS silent,
                   COUNT(*) FILTER (WHERE {MAY_BE_TOLD} AND NOT {TOLD}) AS reachable,
                   COUNT(*) FILTER (WHERE {MAY_BE_TOLD} AND {TOLD}) AS told
            {_SILENT}""",
        school_id=school_id,
        form_key=form_key,
        version=limits.version,
        today=limits.today,
        day=limits.day,
        week=limits.week,
    )
    return found or Reach(0, 0, 0)


async def reachable(tx: Tx, school_id: int, form_key: str, limits: Limits) -> list[int]:
    """Whom a reminder would reach now."""
    return await tx.all(
        int,
        f"SELECT p.id {_SILENT} AND {MAY_BE_TOLD} AND NOT {TOLD} ORDER BY p.id",
        school_id=school_id,
        form_key=form_key,
        version=limits.version,
        today=limits.today,
        day=limits.day,
        week=limits.week,
    )


async def waiting(tx: Tx, school_id: int, form_key: str, *, version: int, today: date) -> list[Waiting]:
    """Who may be written to about it today: not answered since they were asked, the day to answer by not over."""
    return await tx.all(
        Waiting,
        f"""SELECT k.id, k.person_id, k.form_key, k.asked_at, k.answer_by,
                   CASE WHEN o.state IN ('due', 'sending', 'sent', 'unknown') THEN COALESCE(o.ended_at, o.due_at) END
                   AS invited_at,
                   CASE WHEN k.survey_id IS NULL OR f.state = 'open' THEN f.state END AS run_state, f.touched_at,
                   f.submitted_at
            {_FROM} LEFT JOIN outbox o ON o.key = 'form_ask:' || k.id {_WHERE}
              AND ({_UNANSWERED} OR (k.survey_id IS NULL AND f.state = 'submitted' AND f.submitted_at < k.asked_at))
              AND k.answer_by >= :today AND {MAY_BE_TOLD} ORDER BY k.id""",
        school_id=school_id,
        form_key=form_key,
        version=version,
        today=today,
    )


async def book(tx: Tx, school_id: int, form_key: str) -> list[AskedPerson]:
    return await tx.all(
        AskedPerson,
        f"""SELECT p.full_name, p.position, p.account_id, f.state, k.asked_at, k.answer_by
            {_ASKED} ORDER BY p.sort_name, p.id""",
        school_id=school_id,
        form_key=form_key,
    )


async def forget_person(tx: Tx, person_id: int) -> None:
    """Asked or ticked; and whom they were choosing themselves."""
    await tx.run("DELETE FROM form_ask WHERE person_id = :person_id", person_id=person_id)
    await tx.run("DELETE FROM form_ask WHERE asked_by = :person_id AND asked_at IS NULL", person_id=person_id)
