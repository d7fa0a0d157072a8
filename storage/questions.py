"""Questions to the coordinator, with the place they were asked at."""

from dataclasses import dataclass
from datetime import datetime

from storage.tx import Tx


@dataclass(frozen=True, slots=True)
class Question:
    id: int
    school_id: int
    person_id: int
    full_name: str
    position: str
    about: str  # the title of the question that was on the screen, or ''
    text: str
    run_id: int | None
    asked_at: datetime
    reply: str | None


_SELECT = """SELECT q.id, q.school_id, q.person_id, p.full_name, p.position, q.about, q.text, q.run_id,
                    q.asked_at, q.reply
             FROM question q JOIN person p ON p.id = q.person_id"""
# Who withdrew is hidden at once, their questions with them.
_WAITING = "q.school_id = :school_id AND q.replied_at IS NULL AND p.erase_by IS NULL"


async def add(
    tx: Tx, *, school_id: int, person_id: int, about: str, text: str, run_id: int | None, now: datetime
) -> int:
    return await tx.inserted(
        """INSERT INTO question (school_id, person_id, about, text, run_id, asked_at)
           VALUES (:school_id, :person_id, :about, :text, :run_id, :now) RETURNING id""",
        school_id=school_id,
        person_id=person_id,
        about=about,
        text=text,
        run_id=run_id,
        now=now,
    )


async def get(tx: Tx, question_id: int, school_id: int) -> Question | None:
    return await tx.one(
        Question,
        f"{_SELECT} WHERE q.id = :question_id AND q.school_id = :school_id AND p.erase_by IS NULL",
        question_id=question_id,
        school_id=school_id,
    )


async def waiting(tx: Tx, school_id: int, *, offset: int, limit: int) -> list[Question]:
    """Without an answer, the longest waiting first."""
    return await tx.all(
        Question,
        f"{_SELECT} WHERE {_WAITING} ORDER BY q.id LIMIT :limit OFFSET :offset",
        school_id=school_id,
        offset=offset,
        limit=limit,
    )


async def count_waiting(tx: Tx, school_id: int) -> int:
    found = await tx.one(
        int,
        f"SELECT COUNT(*) FROM question q JOIN person p ON p.id = q.person_id WHERE {_WAITING}",
        school_id=school_id,
    )
    return found or 0


async def answer(tx: Tx, question_id: int, *, reply: str, by: int, now: datetime) -> int:
    """0 when it has been answered already."""
    return await tx.run(
        """UPDATE question SET reply = :reply, replied_by = :by, replied_at = :now
           WHERE id = :question_id AND replied_at IS NULL""",
        question_id=question_id,
        reply=reply,
        by=by,
        now=now,
    )


async def forget_person(tx: Tx, person_id: int) -> None:
    await tx.run("DELETE FROM question WHERE person_id = :person_id", person_id=person_id)
