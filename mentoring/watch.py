"""When the bot was last awake: what a watchdog reads, and which hours of silence people must know of."""

from datetime import datetime, timedelta

from mentoring import calendars
from mentoring.notices import Notice, tell
from storage import chain, machine, people, schools
from storage.tx import Tx

POLLED, PLANNED = "polled", "planned"
TELEGRAM_KEEPS = timedelta(hours=20)  # a day, and some hours to be sure


async def last_planned(tx: Tx) -> datetime | None:
    return await machine.noted_at(tx, PLANNED)


async def journal(tx: Tx) -> chain.Checked:
    """Does the journal prove itself? It is read from end to end."""
    return await chain.check(tx)


async def schools_alone(tx: Tx) -> list[int]:
    """Whose last coordinator has withdrawn, was lost or has stopped the bot: somebody outside the bot must act."""
    return await people.schools_alone(tx)


async def note_poll(tx: Tx, now: datetime) -> None:
    """Telegram was asked and has answered."""
    await machine.note(tx, POLLED, "", now)


async def tell_of_gap(tx: Tx, now: datetime) -> datetime | None:
    """At a start: coordinators hear of an absence so long that Telegram has dropped messages; since when it was."""
    since = await machine.noted_at(tx, POLLED)
    if since is None or now - since < TELEGRAM_KEEPS:
        return None
    for school in await schools.all_schools(tx):
        calendar = await calendars.of_school(tx, school.id, now)
        for coordinator in await people.coordinators(tx, school.id):
            await tell(
                tx,
                Notice.AWAY,
                coordinator,
                key=f"away:{coordinator}:{since:%Y%m%d%H%M%S}",
                due_at=calendars.waking_hour(calendar, now),
                now=now,
                about={"since": since.isoformat(), "until": now.isoformat()},
                lives=timedelta(days=7),
            )
    return since
