"""One consistent copy of a SQLite file while others write it, in clear or sealed."""

import os
import secrets
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path

from bot import sealing
from bot.sealing import Key, Refused
from storage.copies import leave_out_open_surveys

UNFINISHED = "unfinished-"  # in the folder of copies: whatever a kill has left there is thrown away


def copy_into(source: Path, target: Path, of: Sequence[Key], folder: Path) -> int:
    """A copy of a database that is being written, encrypted when there are keys. What is left out: see `back_up`.

    On the way to a sealed one a clear one stands for seconds in the folder of copies, where the database's like is.
    """
    if not of:
        return copy_plainly(source, target)
    with private_file(folder) as plain:
        plain.unlink()
        left_out = copy_plainly(source, plain)
        make_private(target)
        try:
            sealing.seal(plain, target, of)
        except BaseException:
            target.unlink()
            raise
    return left_out


def copy_plainly(source: Path, target: Path) -> int:
    """Consistent, whatever is being written; a file that nobody else may read from its first byte on.

    What it leaves out, see `storage.copies`.
    """
    make_private(target)
    try:
        with closing(open_existing(source)) as connection:
            connection.execute("VACUUM INTO ?", (str(target),))
        with closing(open_existing(target)) as copy:
            left_out = leave_out_open_surveys(copy)
            _be_sound(copy)
        flush(target)
    except BaseException:
        target.unlink()  # half a copy must not be taken for one
        raise
    return left_out


def _be_sound(copy: sqlite3.Connection) -> None:
    """Raises Refused: what restoring would not take is no copy."""
    (found,) = copy.execute("PRAGMA quick_check(1)").fetchone()
    if found != "ok":
        raise Refused("the database is damaged: its copy would not pass the check before a restore")


@contextmanager
def private_file(folder: Path) -> Iterator[Path]:
    """An empty file of our own for a moment."""
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    path = folder / f"{UNFINISHED}{secrets.token_hex(4)}.db"
    make_private(path)
    try:
        yield path
    finally:
        path.unlink(missing_ok=True)


def open_existing(database: Path) -> sqlite3.Connection:
    """An existing file; none is made."""
    return sqlite3.connect(f"{database.resolve().as_uri()}?mode=rw", uri=True)


def make_private(path: Path) -> None:
    os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))


def flush(path: Path) -> None:
    """To the disk: SQLite does not wait for it in VACUUM INTO."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
