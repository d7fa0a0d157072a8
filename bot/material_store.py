"""Bytes of materials in DATA_DIR/materials, by their SHA-256: written whole or not at all."""

import asyncio
import hashlib
import os
import secrets
from collections.abc import Iterator
from pathlib import Path

from mentoring.materials import bytes_kept
from storage.database import Database

FOLDER = "materials"
UNFINISHED = ".part"


class MaterialStore:
    """A row is written after its file is on the disk, and a file goes after its last row: so no row lacks its file."""

    def __init__(self, data_dir: Path) -> None:
        self._folder = data_dir / FOLDER
        self._turn = asyncio.Lock()  # nothing is thrown away while something is put

    def path(self, digest: str) -> Path:
        """Two folders deep: a folder of thousands of files is slow to look through."""
        return self._folder / digest[:2] / digest[2:4] / digest

    async def put(self, content: bytes) -> str:
        """The digest. The same bytes are kept once; a crash leaves an unfinished file that nobody is given."""
        async with self._turn:
            return await asyncio.to_thread(self._put, content)

    async def sweep(self, database: Database) -> int:
        """How many files were thrown away: no row points to them, and none is on its way to one."""
        async with self._turn:
            async with database.read() as tx:
                needed = await bytes_kept.needed(tx)
            return 0 if needed is None else await asyncio.to_thread(self._sweep, needed)

    async def missing(self, database: Database) -> tuple[int, int]:
        """How many files there should be, and how many of them are not there."""
        async with database.read() as tx:
            wanted = await bytes_kept.pointed_to(tx)
        return len(wanted), sum(not self.path(each).is_file() for each in wanted)

    def _put(self, content: bytes) -> str:
        digest = hashlib.sha256(content).hexdigest()
        path = self.path(digest)
        if path.is_file() and path.stat().st_size == len(content):
            return digest
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        unfinished = path.with_name(f"{digest}.{secrets.token_hex(4)}{UNFINISHED}")
        unfinished.touch(mode=0o600)
        with unfinished.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        unfinished.replace(path)
        for folder in (path.parent, path.parent.parent, self._folder):  # a name is on the disk when its folder is
            _sync(folder)
        return digest

    def _sweep(self, needed: frozenset[str]) -> int:
        """Unfinished ones too: whoever wrote them is dead, for the turn is ours."""
        unneeded = [each for each in self._files() if each.name not in needed]
        for each in unneeded:
            each.unlink(missing_ok=True)
        return len(unneeded)

    def _files(self) -> Iterator[Path]:
        yield from (each for each in sorted(self._folder.glob("??/??/*")) if each.is_file())


def _sync(folder: Path) -> None:
    opened = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)
