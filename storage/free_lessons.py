"""The lessons of the week when somebody is free, and who has marked theirs."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from storage.rows import numbers
from storage.tx import Tx


@dataclass(frozen=True, slots=True)
class FreeLesson:
    person_id: int
    weekday: int
    lesson: int


async def of_people(tx: Tx, people: Sequence[int]) -> list[FreeLesson]:
    return await tx.all(
        FreeLesson,
        f"""SELECT person_id, weekday, lesson FROM free_lesson WHERE person_id IN ({numbers(people)})
            ORDER BY person_id, weekday, lesson""",
    )


async def marked(tx: Tx, people: Sequence[int]) -> list[int]:
    """Who of these has said when they are free, be it never."""
    return await tx.all(
        int,
        f"SELECT person_id FROM free_lessons_marked WHERE person_id IN ({numbers(people)}) ORDER BY person_id",
    )


async def tick(tx: Tx, person_id: int, weekday: int, lesson: int) -> int:
    return await tx.run(
        """INSERT INTO free_lesson (person_id, weekday, lesson) VALUES (:person_id, :weekday, :lesson)
           ON CONFLICT (person_id, weekday, lesson) DO NOTHING""",
        person_id=person_id,
        weekday=weekday,
        lesson=lesson,
    )


async def untick(tx: Tx, person_id: int, weekday: int, lesson: int) -> int:
    return await tx.run(
        "DELETE FROM free_lesson WHERE person_id = :person_id AND weekday = :weekday AND lesson = :lesson",
        person_id=person_id,
        weekday=weekday,
        lesson=lesson,
    )


async def note_marked(tx: Tx, person_id: int, now: datetime) -> int:
    return await tx.run(
        """INSERT INTO free_lessons_marked (person_id, source, marked_at) VALUES (:person_id, 'tap', :now)
           ON CONFLICT (person_id) DO UPDATE SET source = 'tap', marked_at = excluded.marked_at""",
        person_id=person_id,
        now=now,
    )


async def lessons_a_day(tx: Tx, school_id: int) -> int:
    """How many lessons the school's longest day has."""
    return await tx.one(int, "SELECT lessons_a_day FROM school WHERE id = :school_id", school_id=school_id) or 0


async def forget_person(tx: Tx, person_id: int) -> None:
    await tx.run("DELETE FROM free_lesson WHERE person_id = :person_id", person_id=person_id)
    await tx.run("DELETE FROM free_lessons_marked WHERE person_id = :person_id", person_id=person_id)


async def marked_by_tap(tx: Tx, people: Sequence[int]) -> list[int]:
    """Who of these has marked theirs with their own hand: no timetable knows better."""
    return await tx.all(
        int,
        f"""SELECT person_id FROM free_lessons_marked WHERE person_id IN ({numbers(people)}) AND source = 'tap'
            ORDER BY person_id""",
    )


async def note_timetable(tx: Tx, person_id: int, now: datetime) -> int:
    """0 when they have marked theirs themselves."""
    return await tx.run(
        """INSERT INTO free_lessons_marked (person_id, source, marked_at) VALUES (:person_id, 'timetable', :now)
           ON CONFLICT (person_id) DO UPDATE SET marked_at = excluded.marked_at
           WHERE free_lessons_marked.source = 'timetable'""",
        person_id=person_id,
        now=now,
    )


async def untick_all(tx: Tx, person_id: int) -> int:
    return await tx.run("DELETE FROM free_lesson WHERE person_id = :person_id", person_id=person_id)
