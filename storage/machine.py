"""The machine's own facts: when it last asked Telegram, when the planner last ran, what the operator accepted."""

from datetime import datetime

from storage.tx import Tx


async def note(tx: Tx, key: str, value: str, now: datetime) -> None:
    await tx.run(
        """INSERT INTO machine (key, value, noted_at) VALUES (:key, :value, :now)
           ON CONFLICT (key) DO UPDATE SET value = excluded.value, noted_at = excluded.noted_at""",
        key=key,
        value=value,
        now=now,
    )


async def value(tx: Tx, key: str) -> str | None:
    return await tx.one(str, "SELECT value FROM machine WHERE key = :key", key=key)


async def noted_at(tx: Tx, key: str) -> datetime | None:
    return await tx.one(datetime, "SELECT noted_at FROM machine WHERE key = :key", key=key)
