"""Which files are pointed to by materials, and under which id a bot's Telegram knows one."""

from dataclasses import dataclass

from storage.tx import Tx


@dataclass(frozen=True, slots=True)
class Unread:
    """A file of the time before its bytes were kept: Telegram alone has it."""

    id: int
    title: str
    address: str


async def digests(tx: Tx) -> list[str]:
    """Of every school: each file once."""
    return await tx.all(str, "SELECT DISTINCT digest FROM material WHERE removed_at IS NULL AND digest <> ''")


async def size_of_school(tx: Tx, school_id: int) -> int:
    """Bytes; a file that several rows share counts once."""
    found = await tx.one(
        int,
        """WITH kept AS (SELECT DISTINCT digest, size FROM material
                         WHERE school_id = :school_id AND removed_at IS NULL AND digest <> '')
           SELECT SUM(size) FROM kept""",
        school_id=school_id,
    )
    return int(found or 0)


async def is_of_school(tx: Tx, school_id: int, digest: str) -> bool:
    """Does the school keep these very bytes already?"""
    found = await tx.one(
        int,
        """SELECT COUNT(*) FROM material WHERE school_id = :school_id AND digest = :digest AND removed_at IS NULL""",
        school_id=school_id,
        digest=digest,
    )
    return bool(found)


async def known_id(tx: Tx, material_id: int, bot_id: int) -> str | None:
    return await tx.one(
        str,
        "SELECT file_id FROM material_sent WHERE material_id = :material_id AND bot_id = :bot_id",
        material_id=material_id,
        bot_id=bot_id,
    )


async def note_id(tx: Tx, material_id: int, bot_id: int, file_id: str) -> None:
    """Nothing for a material that is not there any more."""
    await tx.run(
        """INSERT INTO material_sent (material_id, bot_id, file_id)
           SELECT id, CAST(:bot_id AS BIGINT), CAST(:file_id AS TEXT) FROM material
           WHERE id = :material_id AND removed_at IS NULL
           ON CONFLICT (material_id, bot_id) DO UPDATE SET file_id = excluded.file_id""",
        material_id=material_id,
        bot_id=bot_id,
        file_id=file_id,
    )


async def unread(tx: Tx) -> list[Unread]:
    """Files whose bytes are still to be fetched."""
    return await tx.all(
        Unread,
        """SELECT id, title, address FROM material
           WHERE kind = 'file' AND digest = '' AND address <> '' AND removed_at IS NULL ORDER BY id""",
    )


async def set_bytes(tx: Tx, material_id: int, *, digest: str, file_name: str, size: int) -> int:
    """Now the bytes are here: Telegram's id is not needed any more. 0 when it was removed meanwhile."""
    return await tx.run(
        """UPDATE material SET digest = :digest, file_name = :file_name, size = :size, address = ''
           WHERE id = :material_id AND digest = '' AND address <> '' AND removed_at IS NULL""",
        material_id=material_id,
        digest=digest,
        file_name=file_name,
        size=size,
    )
