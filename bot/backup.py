"""Backup and restore of the SQLite database: a consistent copy while the bot runs, checked before it replaces."""

import asyncio
import logging
import os
import shutil
import sqlite3
from contextlib import closing
from datetime import datetime
from itertools import chain, count
from pathlib import Path

from bot.instance import only_instance
from bot.settings import Settings
from storage.database import Database, sqlite_path
from storage.migrations import known, version

log = logging.getLogger(__name__)


class Refused(Exception):
    """The copy cannot be made or is not fit to be restored; the message says why."""


async def back_up(settings: Settings, target: Path) -> None:
    """`VACUUM INTO` on a short connection of its own; the target must not exist."""
    source = _path(settings)
    if not source.exists():
        raise Refused(f"there is no database {source.name}")
    try:
        await asyncio.to_thread(_copy, source, target)
    except FileExistsError as error:
        raise Refused(f"{target.name} exists already: choose another name") from error
    except (OSError, sqlite3.Error) as error:
        raise Refused(f"{target.name} cannot be written: {type(error).__name__}") from error


async def restore(settings: Settings, copy: Path) -> None:
    """Checks the copy, keeps the present database beside it, and puts the copy in its place."""
    target = _path(settings)
    if not copy.exists():
        raise Refused(f"there is no file {copy.name}")
    await asyncio.to_thread(_check, copy)
    async with only_instance(settings.database_url):
        await asyncio.to_thread(_replace, copy, target)


async def before_migration(settings: Settings, database: Database, now: datetime) -> None:
    """A copy of a database that is about to be migrated, in DATA_DIR/backups."""
    found = await version(database)
    newest = known()[-1].version
    if database.path is None or found == 0 or found >= newest:
        return
    folder = settings.data_dir / "backups"
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    target = folder / f"before-schema-{newest}-{now:%Y%m%dT%H%M%S}.db"
    await asyncio.to_thread(_copy, database.path, target)
    log.info("copied the database before migrating: %s", target.name)


def _path(settings: Settings) -> Path:
    path = sqlite_path(settings.database_url)
    if path is None:
        raise Refused("this database is not SQLite: use pg_dump and pg_restore")
    return path


def _copy(source: Path, target: Path) -> None:
    """Consistent, whatever is being written; a file that nobody else may read from its first byte on."""
    _make_private(target)
    try:
        with closing(_open(source)) as connection:
            connection.execute("VACUUM INTO ?", (str(target),))
        _flush(target)
    except BaseException:
        target.unlink()  # half a copy must not be taken for one
        raise


def _check(copy: Path) -> None:
    try:
        with closing(_open(copy)) as connection:
            (sound,) = connection.execute("PRAGMA integrity_check").fetchone()
            (found,) = connection.execute("SELECT COALESCE(MAX(version), 0) FROM schema_version").fetchone()
    except sqlite3.DatabaseError as error:
        raise Refused(f"{copy.name} is no backup of this bot, or it is damaged") from error
    if sound != "ok":
        raise Refused(f"{copy.name} is damaged: integrity_check failed")
    if found == 0:
        raise Refused(f"{copy.name} is no backup of this bot: it is empty")
    if found > known()[-1].version:
        raise Refused(f"{copy.name} was made by a newer version of the bot")


def _replace(copy: Path, target: Path) -> None:
    """Whatever fails or is killed on the way, the present database is there, in its place or aside."""
    target.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    fresh = target.with_suffix(".restoring")
    fresh.unlink(missing_ok=True)
    _copy(copy, fresh)
    if target.exists():
        _keep_aside(target)
    for tail in ("-wal", "-shm"):
        _beside(target, tail).unlink(missing_ok=True)
    fresh.replace(target)
    _flush(target.parent)


def _keep_aside(target: Path) -> None:
    """As it stands, byte by byte: a database that is being replaced may be a damaged one."""
    names = (target.with_suffix(f".before-restore{number}.db") for number in chain([""], count(2)))
    aside = next(name for name in names if not name.exists())
    for tail in ("", "-wal"):
        if _beside(target, tail).exists():
            _make_private(_beside(aside, tail))
            shutil.copyfile(_beside(target, tail), _beside(aside, tail))
            _flush(_beside(aside, tail))


def _open(database: Path) -> sqlite3.Connection:
    """An existing file; none is made."""
    return sqlite3.connect(f"{database.resolve().as_uri()}?mode=rw", uri=True)


def _beside(path: Path, tail: str) -> Path:
    return path.with_name(path.name + tail)


def _make_private(path: Path) -> None:
    os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))


def _flush(path: Path) -> None:
    """To the disk: SQLite does not wait for it in VACUUM INTO."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
