"""SQLite's write-ahead log on its way into the database file, beside the writer.

Left to itself SQLite does it inside of whichever COMMIT makes the log long, and that one takes a tenth of a second.
"""

import asyncio
import sqlite3
from collections.abc import Callable
from contextlib import AbstractAsyncContextManager, closing, suppress
from pathlib import Path
from typing import TypeAlias

PAUSE_SECONDS = 0.5  # from a commit until the file has it too
LONG = 1000  # pages of the log (4 MB) that ask for a moment without a writer, or they would only become more

Silence: TypeAlias = Callable[[], AbstractAsyncContextManager[None]]
"""Nobody of this process reads or writes meanwhile."""


class Checkpoints:
    """A round follows every commit. It waits for nobody, and nobody waits for it.

    What it moves stays in the log until a writer finds all of the log moved and begins it anew. Between writers who
    follow each other closely that moment does not come: then the log is long after a round, and what little is left
    is moved in a `silence`. Its file stays, to be written over: one that grows makes each commit slower.
    """

    def __init__(self, path: Path, silence: Silence, *, pause: float = PAUSE_SECONDS, long: int = LONG) -> None:
        self._path = path
        self._silence = silence
        self._pause = pause
        self._long = long
        self._round: asyncio.Task[None] | None = None
        self._news = False
        self._closing = asyncio.Event()
        self.moving = asyncio.Lock()  # one at a time: a second one would be refused

    def written(self) -> None:
        """Something was committed."""
        self._news = True
        if self._round is None or self._round.done():
            self._round = asyncio.create_task(self._rounds(), name="checkpoints")

    async def move(self) -> int:
        """How many pages the log has; all of them are in the file now but those that somebody's long read keeps."""
        return await asyncio.to_thread(_passive, self._path)

    async def close(self) -> None:
        """A round that runs comes to its end: cut off, its thread would outlive the database."""
        self._closing.set()
        if self._round is not None:
            await self._round

    async def _rounds(self) -> None:
        while self._news and not self._closing.is_set():
            with suppress(TimeoutError):
                await asyncio.wait_for(self._closing.wait(), self._pause)
            self._news = False
            try:
                async with self.moving:
                    if await self.move() > self._long:
                        await self._move_the_rest()
            except sqlite3.Error:
                self._news = True  # the disk is full or out of reach: the log has it all, and the file gets it later

    async def _move_the_rest(self) -> None:
        async with self._silence():
            await self.move()


def _passive(path: Path) -> int:
    with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=rw", uri=True)) as connection:
        _, pages, _ = connection.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchone()
        return int(pages)
