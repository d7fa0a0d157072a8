"""A school of three hundred at the end of a busy year: everybody has answered, a hundred pairs have worked.

What the programme has a storage function for is written by it; rows by the thousand are written directly.
"""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path

from storage.database import Database, open_database
from storage.tx import Tx
from tests.bench.papers import answered, held, paired
from tests.bench.seeding import School, fill

PEOPLE = 300
YEAR_END = datetime(2027, 5, 20, 9, tzinfo=UTC)  # the bot's clock


async def made(folder: Path, *others: int) -> list[School]:
    """The busy school first, then quiet ones of these sizes."""
    schools = await fill(folder, PEOPLE, *others)
    async with _opened(folder) as database, database.write() as tx:
        await _fill(tx, schools[0])
    return schools


@asynccontextmanager
async def _opened(folder: Path) -> AsyncIterator[Database]:
    database = await open_database(f"sqlite:///{folder / 'nastavnik.db'}")
    try:
        yield database
    finally:
        await database.close()


async def _fill(tx: Tx, school: School) -> None:
    """Ids of people are their numbers, the coordinator's is 1."""
    people = range(2, PEOPLE + 1)
    mentors, mentees = people[:80], people[80:220]
    await answered.fill(tx, school.id, people, mentors, mentees)
    await paired.fill(tx, school.id, mentors, mentees[:100])
    await held.fill(tx, school.id, people)
