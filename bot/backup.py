"""Backup and restore of the SQLite database: a consistent copy while the bot runs, checked before it replaces.

With a key (BACKUP_KEY_FILE) what is copied is encrypted; restoring opens it, and takes clear copies as well.
"""

import asyncio
import logging
import shutil
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from datetime import datetime, timedelta
from itertools import chain, count
from pathlib import Path

from bot import register, sealing
from bot.clock import Clock
from bot.copying import copy_into, copy_plainly, flush, make_private, open_existing, private_file
from bot.instance import only_instance
from bot.sealing import Key, Refused
from bot.settings import Settings
from storage.database import Database, open_database, sqlite_path
from storage.migrations import known, version

ASIDE_DAYS = 30  # what a restore or a migration has set aside: as long as the law gives for destroying

FOLDER = "backups"

_FILES = ("", "-wal")

log = logging.getLogger(__name__)


async def back_up(settings: Settings, target: Path) -> int:
    """`VACUUM INTO` on a short connection of its own; the target must not exist. Encrypted when there is a key.

    How many rounds without names were left out, because they are still being answered.
    """
    source = _path(settings)
    if not source.exists():
        raise Refused(f"there is no database {source.name}")
    of = sealing.keys(settings)
    await register.remember_file(source, settings.data_dir)
    try:
        return await asyncio.to_thread(copy_into, source, target, of, folder_of(settings))
    except FileExistsError as error:
        raise Refused(f"{target.name} exists already: choose another name") from error
    except (OSError, sqlite3.Error) as error:
        raise Refused(f"{target.name} cannot be written: {type(error).__name__}") from error


async def restore(settings: Settings, copy: Path) -> Path | None:
    """Checks the copy, keeps the present database beside it, and puts the copy in its place.

    Where the database before is kept. Who withdrew or was erased since the copy was made is so again.
    """
    target = _path(settings)
    if not copy.exists():
        raise Refused(f"there is no file {copy.name}")
    with _opened(copy, sealing.keys(settings), folder_of(settings)) as plain:
        await asyncio.to_thread(_check, plain, copy.name)
        async with only_instance(settings.database_url):
            await _remember_replaced(settings, target)
            aside = await asyncio.to_thread(_replace, plain, target)
            await _reapply(settings)
    return aside


async def before_migration(settings: Settings, database: Database, now: datetime) -> None:
    """A copy of a database that is about to be migrated, in DATA_DIR/backups."""
    found = await version(database)
    newest = known()[-1].version
    if database.path is None or found == 0 or found >= newest:
        return
    of = sealing.keys(settings)
    folder = folder_of(settings)
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    target = folder / f"before-schema-{newest}-{now:%Y%m%dT%H%M%S}.db{sealing.SUFFIX if of else ''}"
    await asyncio.to_thread(copy_into, database.path, target, of, folder)
    log.info("copied the database before migrating: %s", target.name)


def drop_old_copies(data_dir: Path, database: Path | None, now: datetime) -> int:
    """Databases that a restore or a migration has set aside, when their time is over; how many files it was."""
    found = list((data_dir / FOLDER).glob("before-schema-*.db*"))
    if database is not None:
        found += database.parent.glob(f"{database.stem}.before-restore*.db*")
    before = (now - timedelta(days=ASIDE_DAYS)).timestamp()
    old = [path for path in found if path.stat().st_mtime < before]
    for path in old:
        path.unlink()
    return len(old)


def folder_of(settings: Settings) -> Path:
    return settings.data_dir / FOLDER


@contextmanager
def _opened(copy: Path, of: Sequence[Key], folder: Path) -> Iterator[Path]:
    """A clear copy as it is, an encrypted one as a file that is gone afterwards."""
    if not sealing.is_sealed(copy):
        yield copy
        return
    with private_file(folder) as plain:
        sealing.unseal(copy, plain, of)
        yield plain


async def _remember_replaced(settings: Settings, target: Path) -> None:
    """Out of a copy: looking into a database changes its files, and it is to be kept as it stands."""
    if not target.exists():
        return
    looked_into = target.with_suffix(".before-restore.db.look")  # after a kill it goes with the others of this name
    try:
        for tail in _FILES:
            if _beside(target, tail).exists():
                await asyncio.to_thread(shutil.copyfile, _beside(target, tail), _beside(looked_into, tail))
        await register.remember_file(looked_into, settings.data_dir)
    finally:
        for tail in (*_FILES, "-shm"):
            _beside(looked_into, tail).unlink(missing_ok=True)


async def _reapply(settings: Settings) -> None:
    """At once, not only at the next start; of an older schema the start does it, when it has migrated."""
    database = await open_database(settings.database_url)
    try:
        if await version(database) == known()[-1].version:
            await register.reapply(database, settings.data_dir, Clock(settings.clock_start).now())
    finally:
        await database.close()


def _path(settings: Settings) -> Path:
    path = sqlite_path(settings.database_url)
    if path is None:
        raise Refused("this database is not SQLite: use pg_dump and pg_restore")
    return path


def _check(copy: Path, name: str) -> None:
    try:
        with closing(open_existing(copy)) as connection:
            (sound,) = connection.execute("PRAGMA integrity_check").fetchone()
            (found,) = connection.execute("SELECT COALESCE(MAX(version), 0) FROM schema_version").fetchone()
    except sqlite3.DatabaseError as error:
        raise Refused(f"{name} is no backup of this bot, or it is damaged") from error
    if sound != "ok":
        raise Refused(f"{name} is damaged: integrity_check failed")
    if found == 0:
        raise Refused(f"{name} is no backup of this bot: it is empty")
    if found > known()[-1].version:
        raise Refused(f"{name} was made by a newer version of the bot")


def _replace(copy: Path, target: Path) -> Path | None:
    """Whatever fails or is killed on the way, the present database is there, in its place or aside."""
    target.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    fresh = target.with_suffix(".restoring")
    fresh.unlink(missing_ok=True)
    copy_plainly(copy, fresh)
    aside = _keep_aside(target) if target.exists() else None
    for tail in ("-wal", "-shm"):
        _beside(target, tail).unlink(missing_ok=True)
    fresh.replace(target)
    flush(target.parent)
    return aside


def _keep_aside(target: Path) -> Path:
    """As it stands, byte by byte: a database that is being replaced may be a damaged one."""
    names = (target.with_suffix(f".before-restore{number}.db") for number in chain([""], count(2)))
    aside = next(name for name in names if not name.exists())
    for tail in _FILES:
        if _beside(target, tail).exists():
            make_private(_beside(aside, tail))
            shutil.copyfile(_beside(target, tail), _beside(aside, tail))
            flush(_beside(aside, tail))
    return aside


def _beside(path: Path, tail: str) -> Path:
    return path.with_name(path.name + tail)
