"""A database with schools full of people, written directly: the bench measures the bot, not how people came in."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from handlers import command_menu
from handlers.texts import commands
from mentoring.rules import names
from mentoring.rules.consent_text import PARTICIPANT_CONSENT
from storage.database import Database, open_database
from storage.dialect import Dialect
from storage.migrations import migrate
from storage.tx import Tx

FIRST_USER = 1_000_000
CHUNK = 10_000

_SURNAMES = ("Абрамова", "Белова", "Воронова", "Громова", "Дёмина", "Ершова", "Жукова", "Зимина", "Ильина", "Котова")


@dataclass(frozen=True, slots=True)
class School:
    """A school of the bench; its first person is the coordinator, the rest are teachers."""

    id: int
    users: Sequence[int]

    @property
    def coordinator(self) -> int:
        return self.users[0]

    @property
    def teachers(self) -> Sequence[int]:
        return self.users[1:]


async def fill(folder: Path, *sizes: int, answered: bool = False) -> list[School]:
    """One school of each size, everybody with an account and consent; with `answered` half has sent the request."""
    folder.mkdir(parents=True, exist_ok=True)
    return await fill_at(f"sqlite:///{folder / 'nastavnik.db'}", *sizes, answered=answered)


async def fill_at(url: str, *sizes: int, answered: bool = False) -> list[School]:
    """The same in the database of that URL."""
    now = datetime.now(UTC)
    database = await open_database(url)
    schools = []
    first = 1
    try:
        await migrate(database, now=now)
        for school_id, size in enumerate(sizes, 1):
            async with database.write() as tx:
                await _school(tx, school_id, now)
                for chunk in _chunks(first, size):
                    await _people(tx, school_id, first, chunk, now)
                    if answered:
                        await _requests(tx, school_id, chunk, now)
            schools.append(School(school_id, range(FIRST_USER + first, FIRST_USER + first + size)))
            first += size
        if database.dialect is Dialect.POSTGRES:
            await _count_on(database)
    finally:
        await database.close()
    return schools


async def _count_on(database: Database) -> None:
    """Ids that were written out are not counted by PostgreSQL."""
    async with database.write() as tx:
        for table in ("school", "account", "person"):
            await tx.all(int, f"SELECT setval(pg_get_serial_sequence('{table}', 'id'), (SELECT MAX(id) FROM {table}))")


def _chunks(first: int, size: int) -> Iterator[range]:
    for start in range(first, first + size, CHUNK):
        yield range(start, min(start + CHUNK, first + size))


async def _school(tx: Tx, school_id: int, now: datetime) -> None:
    await tx.run(
        """INSERT INTO school (id, name, short_name, city, time_zone, school_year, set_up_at, created_at)
           VALUES (:id, :name, :name, 'Москва', 'Europe/Moscow', 2026, :now, :now)""",
        id=school_id,
        name=f"Школа № {school_id}",
        now=now,
    )


async def _people(tx: Tx, school_id: int, coordinator: int, ids: Sequence[int], now: datetime) -> None:
    """Account and person have one number."""
    await tx.run_many(
        """INSERT INTO account (id, channel, external_id, person_id, command_set, created_at)
           VALUES (:id, 'telegram', :user, :id, :command_set, :now)""",
        [
            {"id": each, "user": FIRST_USER + each, "command_set": _command_set(each == coordinator), "now": now}
            for each in ids
        ],
    )
    await tx.run_many(
        """INSERT INTO person (id, school_id, account_id, full_name, search_name, sort_name, state, notice_seen_at,
                               created_at)
           VALUES (:id, :school_id, :id, :name, :search, :sort, 'active', :now, :now)""",
        [
            {
                "id": each,
                "school_id": school_id,
                "name": name,
                "search": names.search_name(name),
                "sort": names.sort_name(name),
                "now": now,
            }
            for each in ids
            for name in [_name(each)]
        ],
    )
    await tx.run_many(
        "INSERT INTO role (person_id, role, granted_at) VALUES (:id, :role, :now)",
        [{"id": each, "role": "coordinator" if each == coordinator else "teacher", "now": now} for each in ids],
    )
    await tx.run_many(
        """INSERT INTO consent (person_id, kind, decision, source, text_version, text_hash, decided_at)
           VALUES (:id, :kind, 'given', 'tap', :version, '', :now)""",
        [
            {"id": each, "kind": kind, "version": PARTICIPANT_CONSENT.version, "now": now}
            for each in ids
            for kind in ("data", "contact")
        ],
    )
    await tx.run_many(
        "INSERT INTO paper (person_id, kind, state, changed_at) VALUES (:id, 'data', 'to_print', :now)",
        [{"id": each, "now": now} for each in ids],
    )


async def _requests(tx: Tx, school_id: int, ids: Sequence[int], now: datetime) -> None:
    """Every second person has handed in a request."""
    await tx.run_many(
        """INSERT INTO form_run (school_id, person_id, entered_by, form_key, form_version, state, part, place, source,
                                 started_at, touched_at, submitted_at)
           VALUES (:school_id, :id, :id, 'needs', 1, 'submitted', 'core', 'SUMMARY', 'tap', :now, :now, :now)""",
        [{"school_id": school_id, "id": each, "now": now - timedelta(days=1)} for each in ids if each % 2 == 0],
    )


def _command_set(coordinates: bool) -> int:
    """They came in long ago: their chats have their commands."""
    return command_menu.mark_of(commands.COORDINATOR if coordinates else commands.EVERYONE)


def _name(number: int) -> str:
    """Surnames repeat, as they do."""
    letters = "абвгдежзиклмнопрстуфхцчшэюя"
    ending = letters[number % 27] + letters[number // 27 % 27]
    return f"{_SURNAMES[number % 10]}{ending} Анна Петровна"
