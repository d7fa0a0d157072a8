"""How old the last good copy of the database is: coordinators read of it, the operator is told."""

from datetime import datetime, timedelta

from storage import machine
from storage.tx import Tx

LATE = timedelta(days=2)
_WATCHED, _MADE = "backups.watched", "backups.made"
_YES, _NO = "yes", "no"


async def watch(tx: Tx, *, watched: bool, made: datetime | None, now: datetime) -> None:
    """What the machine sees: does it look after copies at all, and when was the last good one made."""
    said = _YES if watched else _NO
    if await machine.value(tx, _WATCHED) != said:
        await machine.note(tx, _WATCHED, said, now)
    last = made.isoformat() if made else ""
    if (await machine.value(tx, _MADE) or "") != last:
        await machine.note(tx, _MADE, last, now)


async def is_late(tx: Tx, now: datetime) -> bool:
    """Never where copies are made by somebody else's means, as PostgreSQL's are: nothing is known of those."""
    if await machine.value(tx, _WATCHED) != _YES:
        return False
    since = await machine.noted_at(tx, _WATCHED)
    made = await machine.value(tx, _MADE)
    last = datetime.fromisoformat(made) if made else since
    return last is not None and now - last > LATE
