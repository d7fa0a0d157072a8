"""The list of withdrawals and erasures beside the database: lines are added, never changed."""

import json
import logging
import os
import sqlite3
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path

from mentoring import register
from mentoring.register import Act, Entry
from storage.database import Database, StorageTrouble, open_database

log = logging.getLogger(__name__)

NAME = "withdrawals.jsonl"


async def remember(database: Database, data_dir: Path) -> None:
    """Write down what the file does not have yet. Never inside a transaction: an act that is rolled back is no act."""
    async with database.read() as tx:
        installation = await register.installation(tx)
        found = await register.entries(tx)
    if installation is not None:
        add(data_dir, installation, found)


async def remember_file(path: Path, data_dir: Path) -> None:
    """The acts of a database file, if it can be read: a damaged one, or one of an older schema, tells nothing."""
    try:
        database = await open_database(f"sqlite:///{path}")
        try:
            await remember(database, data_dir)
        finally:
            await database.close()
    except (sqlite3.Error, StorageTrouble) as error:
        log.warning("withdrawals could not be read out of %s: %s", path.name, type(error).__name__)


async def reapply(database: Database, data_dir: Path, now: datetime) -> int:
    """What the file knows and the database has forgotten is done again; how many people it was."""
    async with database.write() as tx:
        installation = await register.installation(tx)
        remembered = read(data_dir, installation) if installation else []
        return await register.reapply(tx, remembered, now)


def add(data_dir: Path, installation: str, entries: Iterable[Entry]) -> None:
    known = set(read(data_dir, installation))
    lines = [_line(installation, entry) for entry in entries if entry not in known]
    if not lines:
        return
    data_dir.mkdir(parents=True, exist_ok=True, mode=0o700)
    descriptor = os.open(data_dir / NAME, os.O_RDWR | os.O_CREAT | os.O_APPEND, 0o600)
    with os.fdopen(descriptor, "a+b") as file:
        # A kill may have left half a line: the next one must not be joined to it.
        os.write(file.fileno(), b"".join([_line_end(file.fileno()), *lines]))
        os.fsync(file.fileno())


def read(data_dir: Path, installation: str) -> list[Entry]:
    """The entries of this installation; a line that a kill cut short is passed over: it is written again."""
    path = data_dir / NAME
    if not path.exists():
        return []
    return [entry for line in path.read_bytes().splitlines() for entry in _entry(line, installation)]


def _line(installation: str, entry: Entry) -> bytes:
    fields = {
        "installation": installation,
        "person": entry.person_id,
        "since": entry.since.isoformat(),
        "act": entry.act,
        "at": entry.at.isoformat(),
    }
    return json.dumps(fields).encode() + b"\n"


def _entry(line: bytes, installation: str) -> list[Entry]:
    try:
        fields = json.loads(line)
        if fields["installation"] != installation:
            return []
        since, at = datetime.fromisoformat(fields["since"]), datetime.fromisoformat(fields["at"])
        return [Entry(int(fields["person"]), since, at, Act(fields["act"]))]
    except (ValueError, KeyError, TypeError):
        return []


def _line_end(descriptor: int) -> bytes:
    size = os.fstat(descriptor).st_size
    return b"\n" if size and os.pread(descriptor, 1, size - 1) != b"\n" else b""
