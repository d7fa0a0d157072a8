"""Who can be written to: a stopped bot is «нет связи», told once, undone by the person's own return."""

from datetime import datetime

from storage import accounts, outbox
from storage.tx import Tx


async def lost(tx: Tx, external_id: int, now: datetime) -> None:
    """Blocked or deactivated: nothing more is tried; the coordinator sees it in «Сегодня»."""
    await accounts.set_reachable(tx, external_id, reachable=False)
    await outbox.drop_chat(tx, external_id, "blocked", now)


async def found(tx: Tx, external_id: int) -> None:
    await accounts.set_reachable(tx, external_id, reachable=True)


async def may_tell_of_edit(tx: Tx, external_id: int, message_id: int) -> bool:
    """Once for a message: people correct the same one again and again."""
    return bool(await accounts.note_edit_told(tx, external_id, message_id))
