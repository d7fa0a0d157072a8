"""What an operator asks of a running bot, in numbers: no row's content, nobody's name."""

from dataclasses import dataclass
from datetime import date, datetime

from storage.tx import Tx


@dataclass(frozen=True, slots=True)
class Queues:
    """What waits; `next_due` is when the next message of the bot's own is to go."""

    new: int
    dead: int
    due: int
    sending: int
    unknown: int
    next_due: datetime | None
    jobs: int
    rounds: int  # without names, being answered now


@dataclass(frozen=True, slots=True)
class NextDay:
    """The next confirmed day of a school's roadmap."""

    school_id: int
    due_on: date | None


async def queues(tx: Tx) -> Queues:
    found = await tx.one(
        Queues,
        """SELECT (SELECT COUNT(*) FROM inbox WHERE state = 'new') AS new,
                  (SELECT COUNT(*) FROM inbox WHERE state <> 'new' AND done_at > '' AND state = 'dead') AS dead,
                  (SELECT COUNT(*) FROM outbox WHERE state = 'due') AS due,
                  (SELECT COUNT(*) FROM outbox WHERE state = 'sending') AS sending,
                  (SELECT COUNT(*) FROM outbox WHERE state = 'unknown') AS unknown,
                  (SELECT MIN(due_at) FROM outbox WHERE state = 'due') AS next_due,
                  (SELECT COUNT(*) FROM job WHERE state = 'due') AS jobs,
                  (SELECT COUNT(*) FROM survey WHERE closed_at IS NULL) AS rounds""",
    )
    if found is None:
        raise LookupError("a SELECT without FROM gives one row")
    return found


async def next_days(tx: Tx, today: date) -> list[NextDay]:
    return await tx.all(
        NextDay,
        """SELECT s.id AS school_id,
                  (SELECT MIN(due_on) FROM activity a
                   WHERE a.school_id = s.id AND a.school_year = s.school_year AND a.due_on >= :today) AS due_on
           FROM school s ORDER BY s.id""",
        today=today,
    )
