"""Rounds that are answered without names: who took part, and how many said what. Nothing joins the two."""

from dataclasses import dataclass
from datetime import date, datetime

from storage.tx import Tx


@dataclass(frozen=True, slots=True)
class Survey:
    """`answered` and `asked` count whoever was erased since, too."""

    id: int
    school_id: int
    form_key: str
    digest: str
    threshold: int
    answer_by: date
    closed_at: datetime | None
    asked: int
    answered: int


@dataclass(frozen=True, slots=True)
class Part:
    """Whether somebody has taken part in a round, and whether it still runs."""

    taken_part: bool
    closed_at: datetime | None


@dataclass(frozen=True, slots=True)
class Count:
    value: str  # JSON; null is skipped on purpose
    many: int


@dataclass(frozen=True, slots=True)
class _Answer:
    question: str
    value: str
    many: int


_COLUMNS = "id, school_id, form_key, digest, threshold, answer_by, closed_at, asked, answered"


async def open_round(
    tx: Tx,
    *,
    school_id: int,
    school_year: int,
    form_key: str,
    digest: str,
    threshold: int,
    answer_by: date,
    by: int,
    now: datetime,
) -> int:
    return await tx.inserted(
        """INSERT INTO survey (school_id, school_year, form_key, digest, threshold, answer_by, opened_by, opened_at)
           VALUES (:school_id, :school_year, :form_key, :digest, :threshold, :answer_by, :by, :now) RETURNING id""",
        school_id=school_id,
        school_year=school_year,
        form_key=form_key,
        digest=digest,
        threshold=threshold,
        answer_by=answer_by,
        by=by,
        now=now,
    )


async def get(tx: Tx, survey_id: int) -> Survey | None:
    return await tx.one(Survey, f"SELECT {_COLUMNS} FROM survey WHERE id = :survey_id", survey_id=survey_id)


async def open_of(tx: Tx, school_id: int, form_key: str) -> Survey | None:
    """The round that is being answered now."""
    return await tx.one(
        Survey,
        f"""SELECT {_COLUMNS} FROM survey
            WHERE school_id = :school_id AND form_key = :form_key AND closed_at IS NULL""",
        school_id=school_id,
        form_key=form_key,
    )


async def rounds(tx: Tx, school_id: int, form_key: str) -> list[Survey]:
    """The newest first."""
    return await tx.all(
        Survey,
        f"""SELECT {_COLUMNS} FROM survey WHERE school_id = :school_id AND form_key = :form_key
            ORDER BY id DESC""",
        school_id=school_id,
        form_key=form_key,
    )


async def closed_in(tx: Tx, school_id: int, form_key: str, school_year: int) -> list[Survey]:
    """Rounds of one school year that nobody answers any more, the newest first."""
    return await tx.all(
        Survey,
        f"""SELECT {_COLUMNS} FROM survey WHERE school_id = :school_id AND form_key = :form_key
              AND school_year = :school_year AND closed_at IS NOT NULL ORDER BY id DESC""",
        school_id=school_id,
        form_key=form_key,
        school_year=school_year,
    )


async def over(tx: Tx, before: date) -> list[Survey]:
    """Rounds that nobody has closed though their last day is before this one, in any school."""
    return await tx.all(
        Survey,
        f"""SELECT {_COLUMNS} FROM survey WHERE closed_at IS NULL AND answer_by < :before ORDER BY id""",
        before=before,
    )


async def count_asked(tx: Tx, survey_id: int, many: int) -> None:
    await tx.run("UPDATE survey SET asked = asked + :many WHERE id = :survey_id", survey_id=survey_id, many=many)


async def take_part(tx: Tx, survey_id: int, person_id: int) -> bool:
    """False when the person was not asked, has taken part before, or the round is closed: nothing was changed."""
    noted = await tx.run(
        """UPDATE form_ask SET taken_part = 1
           WHERE survey_id = :survey_id AND person_id = :person_id AND taken_part = 0
             AND EXISTS (SELECT 1 FROM survey WHERE id = :survey_id AND closed_at IS NULL)""",
        survey_id=survey_id,
        person_id=person_id,
    )
    if noted:
        await tx.run("UPDATE survey SET answered = answered + 1 WHERE id = :survey_id", survey_id=survey_id)
    return bool(noted)


async def last_part(tx: Tx, person_id: int) -> Part | None:
    """Of the round that the person was asked to last."""
    return await tx.one(
        Part,
        """SELECT k.taken_part, y.closed_at FROM form_ask k JOIN survey y ON y.id = k.survey_id
           WHERE k.person_id = :person_id ORDER BY k.id DESC LIMIT 1""",
        person_id=person_id,
    )


async def add_answer(tx: Tx, survey_id: int, question: str, value: str) -> None:
    """One more who gave this answer."""
    await tx.run(
        """INSERT INTO anonymous_answer (survey_id, question, value, many) VALUES (:survey_id, :question, :value, 1)
           ON CONFLICT (survey_id, question, value) DO UPDATE SET many = anonymous_answer.many + 1""",
        survey_id=survey_id,
        question=question,
        value=value,
    )


async def counts(tx: Tx, survey_id: int, question: str) -> list[Count]:
    """In the order of the answers themselves."""
    return await tx.all(
        Count,
        """SELECT value, many FROM anonymous_answer
           WHERE survey_id = :survey_id AND question = :question ORDER BY value""",
        survey_id=survey_id,
        question=question,
    )


async def close(tx: Tx, survey_id: int, last_day: date, now: datetime) -> bool:
    """False when it was closed before. Nobody is asked any more, and what was not sent is gone."""
    closed = await tx.run(
        """UPDATE survey SET closed_at = :now, answer_by = :last_day WHERE id = :survey_id AND closed_at IS NULL""",
        survey_id=survey_id,
        last_day=last_day,
        now=now,
    )
    await tx.run(
        "UPDATE form_ask SET answer_by = :last_day WHERE survey_id = :survey_id",
        survey_id=survey_id,
        last_day=last_day,
    )
    return bool(closed)


async def drafts(tx: Tx, survey_id: int) -> list[int]:
    """Runs of whoever is in the middle."""
    return await tx.all(
        int,
        """SELECT f.id FROM form_run f JOIN form_ask k ON k.person_id = f.person_id AND k.form_key = f.form_key
           WHERE k.survey_id = :survey_id AND f.state = 'open' ORDER BY f.id""",
        survey_id=survey_id,
    )


async def rewrite(tx: Tx, survey_id: int) -> None:
    """Once more from the first answer to the last, by their own order: the table does not keep who came first."""
    kept = await tx.all(
        _Answer,
        """SELECT question, value, many FROM anonymous_answer WHERE survey_id = :survey_id
           ORDER BY question, value""",
        survey_id=survey_id,
    )
    await tx.run("DELETE FROM anonymous_answer WHERE survey_id = :survey_id", survey_id=survey_id)
    await tx.run_many(
        """INSERT INTO anonymous_answer (survey_id, question, value, many)
           VALUES (:survey_id, :question, :value, :many)""",
        [{"survey_id": survey_id, "question": each.question, "value": each.value, "many": each.many} for each in kept],
    )
