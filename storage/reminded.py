"""Of what people were reminded and what they put off: by it the planner knows which step comes next."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from storage.rows import numbers
from storage.tx import Tx


@dataclass(frozen=True, slots=True)
class Told:
    """The last step that was said, or is being said; `until` when the person has put it off."""

    person_id: int
    thing: str
    step: int
    planned_at: datetime


@dataclass(frozen=True, slots=True)
class Said:
    """One step of a thing, and the outbox key of the message that says it."""

    person_id: int
    thing: str
    step: int
    notice: str


@dataclass(frozen=True, slots=True)
class Snoozed:
    person_id: int
    thing: str
    until: date
    on_paper: bool


async def note(tx: Tx, rows: Sequence[Said], now: datetime) -> None:
    """The messages that say it; one that was dropped unsaid gives way to the next."""
    await tx.run_many(
        """INSERT INTO reminder (key, person_id, thing, step, notice, planned_at)
           VALUES (:key, :person_id, :thing, :step, :notice, :now)
           ON CONFLICT (key) DO UPDATE SET notice = excluded.notice, planned_at = excluded.planned_at""",
        [
            {
                "key": f"{row.person_id}:{row.thing}:{row.step}",
                "person_id": row.person_id,
                "thing": row.thing,
                "step": row.step,
                "notice": row.notice,
                "now": now,
            }
            for row in rows
        ],
    )


async def told(tx: Tx, people: Sequence[int]) -> list[Told]:
    """For each thing the last step whose message was not dropped; what was pruned long ago was said."""
    return await tx.all(
        Told,
        f"""SELECT r.person_id, r.thing, MAX(r.step) AS step, MAX(r.planned_at) AS planned_at
            FROM reminder r LEFT JOIN outbox o ON o.key = r.notice
            WHERE r.person_id IN ({numbers(people)}) AND (o.state IS NULL OR o.state <> 'dropped')
            GROUP BY r.person_id, r.thing ORDER BY r.person_id, r.thing""",
    )


async def snoozed(tx: Tx, people: Sequence[int]) -> list[Snoozed]:
    return await tx.all(
        Snoozed,
        f"""SELECT person_id, thing, until, on_paper FROM snooze WHERE person_id IN ({numbers(people)})
            ORDER BY person_id, thing""",
    )


async def of_notice(tx: Tx, person_id: int, notice: str) -> list[str]:
    """The things that one message spoke of."""
    return await tx.all(
        str,
        "SELECT thing FROM reminder WHERE person_id = :person_id AND notice = :notice ORDER BY thing",
        person_id=person_id,
        notice=notice,
    )


async def snooze(tx: Tx, of: Snoozed) -> None:
    await tx.run(
        """INSERT INTO snooze (person_id, thing, until, on_paper) VALUES (:person_id, :thing, :until, :on_paper)
           ON CONFLICT (person_id, thing) DO UPDATE SET until = excluded.until, on_paper = excluded.on_paper""",
        person_id=of.person_id,
        thing=of.thing,
        until=of.until,
        on_paper=of.on_paper,
    )


async def silent_after(tx: Tx, school_id: int, thing: str, step: int, *, told_before: datetime) -> int:
    """How many heard the last reminder of the request before that moment and have not handed it in."""
    found = await tx.one(
        int,
        """SELECT COUNT(*) FROM person p JOIN reminder r ON r.person_id = p.id AND r.thing = :thing AND r.step = :step
           JOIN outbox o ON o.key = r.notice AND o.state IN ('sent', 'unknown') AND o.ended_at < :told_before
           WHERE p.school_id = :school_id AND p.state = 'active' AND p.erase_by IS NULL
             AND NOT EXISTS (SELECT 1 FROM form_run f
                             WHERE f.person_id = p.id AND f.form_key = 'needs' AND f.state = 'submitted')""",
        school_id=school_id,
        thing=thing,
        step=step,
        told_before=told_before,
    )
    return found or 0


_ON_PAPER = """FROM person p JOIN snooze s ON s.person_id = p.id AND s.thing = :thing AND s.on_paper = 1
           WHERE p.school_id = :school_id AND p.state = 'active' AND p.erase_by IS NULL
             AND NOT EXISTS (SELECT 1 FROM form_run f
                             WHERE f.person_id = p.id AND f.form_key = 'needs' AND f.state = 'submitted')"""


async def on_paper(tx: Tx, school_id: int, thing: str) -> int:
    """How many say that their request is on paper, while nobody has entered it."""
    return await tx.one(int, f"SELECT COUNT(*) {_ON_PAPER}", school_id=school_id, thing=thing) or 0


async def people_on_paper(tx: Tx, school_id: int, thing: str) -> list[int]:
    """Who they are."""
    return await tx.all(int, f"SELECT p.id {_ON_PAPER} ORDER BY p.id", school_id=school_id, thing=thing)


async def forget_person(tx: Tx, person_id: int) -> None:
    await tx.run("DELETE FROM reminder WHERE person_id = :person_id", person_id=person_id)
    await tx.run("DELETE FROM snooze WHERE person_id = :person_id", person_id=person_id)
