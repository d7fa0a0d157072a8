"""What the bot says of cards on its own: to an author of a decision, to coordinators of copies that must not be."""

from datetime import datetime

from mentoring import calendars
from mentoring.notices import Notice, tell, tell_coordinators
from storage.practices import CardRow
from storage.tx import Tx


async def tell_author(tx: Tx, card: CardRow, act: str, now: datetime) -> None:
    """By day. A card of nobody is told to nobody."""
    if card.author_id is None:
        return
    calendar = await calendars.of_school(tx, card.school_id, now)
    await tell(
        tx,
        Notice.PRACTICE,
        card.author_id,
        key=f"practice:{card.id}:{card.version}",
        due_at=calendars.waking_hour(calendar, now),
        now=now,
        about={"card": card.id, "act": act},
    )


async def tell_of_copies(tx: Tx, school_id: int, now: datetime, *, by: int) -> None:
    """At the hours of news: copies of the collection hold what may not be shown any more."""
    await tell_coordinators(tx, Notice.PRACTICE_REVOKED, school_id, now, by=by)
