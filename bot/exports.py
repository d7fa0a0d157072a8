"""Files that the bot has made, in DATA_DIR/exports: each goes when it was sent or its time is over."""

import secrets
from datetime import datetime
from pathlib import Path

from mentoring import exports
from storage.database import Database

FOLDER = "exports"


class Exports:
    """A job's file is named after the job: the name on disk says nothing else."""

    def __init__(self, database: Database, data_dir: Path) -> None:
        self._database = database
        self._data_dir = data_dir

    def put(self, job_id: int, content: bytes, suffix: str) -> str:
        """The path inside DATA_DIR; a repeated job writes a file of its own."""
        folder = self._data_dir / FOLDER
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        path = folder / f"{job_id}-{secrets.token_hex(4)}{suffix}"
        path.touch(mode=0o600)
        path.write_bytes(content)
        return f"{FOLDER}/{path.name}"

    async def drop_expired(self, now: datetime) -> int:
        """How many files it was; what did not come from a job is not ours."""
        files = [(path, _job(path)) for path in sorted((self._data_dir / FOLDER).glob("*-*"))]
        async with self._database.read() as tx:
            gone = set(await exports.expired(tx, {job for _, job in files if job is not None}, now))
        old = [path for path, job in files if job in gone]
        for path in old:
            path.unlink(missing_ok=True)
        return len(old)


def _job(path: Path) -> int | None:
    number = path.name.partition("-")[0]
    return int(number) if number.isdecimal() else None
