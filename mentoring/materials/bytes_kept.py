"""What the machine asks about the files on its disk: which of them are needed, and under which id Telegram has one."""

from mentoring.jobs import Work
from storage import jobs, material_files
from storage.material_files import Unread
from storage.tx import Tx


async def needed(tx: Tx) -> frozenset[str] | None:
    """The digests that rows point to; None while a file is on its way to its row: then nothing is thrown away."""
    if await jobs.is_due(tx, Work.MATERIAL):
        return None
    return frozenset(await material_files.digests(tx))


async def pointed_to(tx: Tx) -> frozenset[str]:
    return frozenset(await material_files.digests(tx))


async def known_id(tx: Tx, material_id: int, bot_id: int) -> str | None:
    return await material_files.known_id(tx, material_id, bot_id)


async def note_id(tx: Tx, material_id: int, bot_id: int, file_id: str) -> None:
    await material_files.note_id(tx, material_id, bot_id, file_id)


async def unread(tx: Tx) -> list[Unread]:
    return await material_files.unread(tx)


async def set_bytes(tx: Tx, material_id: int, *, digest: str, file_name: str, size: int) -> None:
    await material_files.set_bytes(tx, material_id, digest=digest, file_name=file_name, size=size)


__all__ = ["Unread", "known_id", "needed", "note_id", "pointed_to", "set_bytes", "unread"]
