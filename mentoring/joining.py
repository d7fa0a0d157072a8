"""Two records of one human become one."""

from datetime import datetime

from storage import journal, people
from storage.tx import Tx


async def join(tx: Tx, *, school_id: int, nameless: int, listed: int, now: datetime) -> None:
    """Noted, so that a later withdrawal is known to be of both: an older copy still has them apart."""
    await people.take_over(tx, nameless=nameless, listed=listed)
    await journal.note(tx, "person.joined", school_id=school_id, actor_id=listed, person_id=nameless, now=now)
