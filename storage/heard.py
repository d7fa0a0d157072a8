"""What the bot has said of its own accord, and how often people have heard it lately: for the caps, for a timeline."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from storage.rows import numbers
from storage.tx import Tx


@dataclass(frozen=True, slots=True)
class Spoken:
    """What the bot has said of its own accord; the text is in the chat alone."""

    key: str
    chat_id: int
    person_id: int
    kind: str
    ended_at: datetime


@dataclass(frozen=True, slots=True)
class Heard:
    person_id: int
    times: int


_HEARD = """kind IN ('digest', 'nudge', 'form_ask', 'announcement', 'gathering')
            AND (state IN ('due', 'sending') OR (state IN ('sent', 'unknown') AND ended_at > :since))"""


async def count(tx: Tx, person_id: int, since: datetime) -> int:
    """How often a person was written first, or is about to be: for the daily and weekly caps of reminders.

    What answers the person, and the news that a coordinator is told, are not counted.
    """
    found = await tx.one(
        int,
        f"SELECT COUNT(*) FROM outbox WHERE person_id = :person_id AND {_HEARD}",
        person_id=person_id,
        since=since,
    )
    return found or 0


async def of_people(tx: Tx, people: Sequence[int], since: datetime) -> list[Heard]:
    """The same of many; who has heard nothing is left out."""
    return await tx.all(
        Heard,
        f"""SELECT person_id, COUNT(*) AS times FROM outbox
            WHERE person_id IN ({numbers(people)}) AND {_HEARD} GROUP BY person_id ORDER BY person_id""",
        since=since,
    )


async def spoken(tx: Tx, since: datetime) -> list[Spoken]:
    """All that has gone out after that moment without being a reply to what somebody did."""
    return await tx.all(
        Spoken,
        """SELECT key, chat_id, person_id, kind, ended_at FROM outbox
           WHERE ended_at > :since AND kind <> 'reply' AND state IN ('sent', 'unknown') AND person_id IS NOT NULL
           ORDER BY ended_at, id""",
        since=since,
    )
