"""The schema's history: numbered scripts, forward only, each in a transaction of its own.

A script is in the common subset with `{words}` that `storage.dialect` puts in each database's language.
"""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from importlib import resources

from storage import chain
from storage.database import Database
from storage.dialect import Dialect, statements
from storage.tx import Tx

# What a script says by a line of its own, because SQL has no words for it.
_STEPS: Mapping[str, Callable[[Tx], Awaitable[object]]] = {"CHAIN JOURNAL": chain.chain_all}


class NewerSchema(Exception):
    """The database was written by a newer version of the program than this one."""

    def __init__(self, found: int, known: int) -> None:
        super().__init__(f"the database has schema {found}, this program knows up to {known}")
        self.found = found
        self.known = known


@dataclass(frozen=True, slots=True)
class Migration:
    version: int
    name: str
    script: str


def known() -> tuple[Migration, ...]:
    """All scripts of this program, in order."""
    found = [
        Migration(int(entry.name[:4]), entry.name, entry.read_text(encoding="utf-8"))
        for entry in resources.files(__name__).iterdir()
        if entry.name.endswith(".sql")
    ]
    return tuple(sorted(found, key=lambda migration: migration.version))


async def version(database: Database) -> int:
    """The schema's version, 0 for an empty database."""
    async with database.write() as tx:
        await _alone(tx, database.dialect)
        await tx.run("CREATE TABLE IF NOT EXISTS schema_version (version BIGINT PRIMARY KEY, applied_at TEXT NOT NULL)")
        return await version_in(tx)


async def migrate(
    database: Database, *, now: datetime, up_to: int | None = None, migrations: Sequence[Migration] | None = None
) -> list[str]:
    """Bring the schema up to date; returns the names applied. Raises NewerSchema."""
    migrations = migrations or known()
    newest = migrations[-1].version
    found = await version(database)
    if found > newest:
        raise NewerSchema(found, newest)
    wanted = newest if up_to is None else up_to
    return [
        migration.name
        for migration in migrations
        if found < migration.version <= wanted and await _apply(database, migration, now)
    ]


async def _apply(database: Database, migration: Migration, now: datetime) -> bool:
    """False when another process (the command line, say) has just done it."""
    async with database.write() as tx:
        await _alone(tx, database.dialect)
        if await version_in(tx) >= migration.version:
            return False
        for statement in statements(migration.script, database.dialect):
            await (_STEPS[statement](tx) if statement in _STEPS else tx.run(statement))
        await tx.run(
            "INSERT INTO schema_version (version, applied_at) VALUES (:version, :now)",
            version=migration.version,
            now=now,
        )
    return True


async def _alone(tx: Tx, dialect: Dialect) -> None:
    """Nobody else migrates until this transaction ends; SQLite's BEGIN IMMEDIATE says so already."""
    if dialect is Dialect.POSTGRES:
        await tx.run("SELECT pg_advisory_xact_lock(hashtext('nastavnik schema'))")


async def version_in(tx: Tx) -> int:
    """As `version`, of a database that has been migrated before."""
    return await tx.one(int, "SELECT COALESCE(MAX(version), 0) FROM schema_version") or 0
