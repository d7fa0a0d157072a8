"""How long the files that the bot has made are kept on the server."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from storage import jobs
from storage.tx import Tx

LIVES = timedelta(hours=24)  # any of them is made anew with one press


async def expired(tx: Tx, job_ids: Iterable[int], now: datetime) -> list[int]:
    """Of which jobs the files go: too old, of a school that has erased somebody since, or nobody's any more."""
    return [job_id for job_id in job_ids if await _is_expired(tx, job_id, now)]


async def _is_expired(tx: Tx, job_id: int, now: datetime) -> bool:
    made = await jobs.made(tx, job_id)
    if made is None:
        return True
    if made.ended_at is None:
        return False  # on its way: it is looked at when it has arrived
    return made.outdated or made.ended_at + LIVES <= now
