"""What came of a season: the people's own count against the database and against what Telegram was asked to show."""

from dataclasses import dataclass
from itertools import pairwise

from storage.database import open_database
from storage.dialect import Dialect
from storage.runs import Answer
from storage.tx import Tx
from tests.bench.seeding import FIRST_USER
from tests.kill.people import Teacher
from tests.kill.season import Season


@dataclass(frozen=True, slots=True)
class Findings:
    """All of it is 0 when nothing went wrong; only `said_again` cannot always be after a kill."""

    lost: int  # questions that no coordinator will see
    doubled: int
    out_of_order: int
    incomplete: int  # requests that are not what was told
    unhandled: int  # updates that are not done exactly once
    unsaid: int  # screens that nobody saw
    said_again: int
    damaged: int


async def look(season: Season) -> Findings:
    database = await open_database(season.url)
    try:
        async with database.read() as tx:
            heard = [(each, await _questions(tx, each)) for each in season.teachers]
            screens = [(each, season.world.screens(each.user_id)) for each in season.teachers]
            books = season.coordinator.received - season.coordinator.ordered
            return Findings(
                lost=sum(len(set(each.asked) - set(texts)) for each, texts in heard),
                doubled=sum(len(texts) - len(set(texts)) for _, texts in heard),
                out_of_order=sum(_inversions([each.asked.index(text) for text in texts]) for each, texts in heard),
                incomplete=sum([await _request(tx, each) != {"submitted": each.answers} for each in season.teachers]),
                unhandled=abs(season.updates - await _done(tx)) + await _open(tx),
                unsaid=sum(max(0, each.updates - len(shown)) for each, shown in screens) + max(0, -books),
                said_again=sum(_again(each, shown) for each, shown in screens) + max(0, books),
                damaged=await _damaged(tx) if database.dialect is Dialect.SQLITE else 0,
            )
    finally:
        await database.close()


async def _questions(tx: Tx, who: Teacher) -> list[str]:
    return await tx.all(str, "SELECT text FROM question WHERE person_id = :id ORDER BY id", id=who.user_id - FIRST_USER)


def _again(who: Teacher, shown: list[bool]) -> int:
    """To say once more what stands on the screen changes nothing for anybody."""
    return max(0, sum(shown) - who.updates)


def _inversions(places: list[int]) -> int:
    return sum(after < before for before, after in pairwise(places))


async def _request(tx: Tx, who: Teacher) -> dict[str, dict[str, str | None]]:
    """By its state: a second request of one person would make this wrong too."""
    person = who.user_id - FIRST_USER
    states = await tx.all(
        str, "SELECT state FROM form_run WHERE person_id = :id AND form_key = 'needs' ORDER BY id", id=person
    )
    answers = await tx.all(
        Answer,
        """SELECT a.question, a.value FROM answer a JOIN form_run r ON r.id = a.run_id
           WHERE r.person_id = :id AND r.form_key = 'needs'""",
        id=person,
    )
    return {" ".join(states): {each.question: each.value for each in answers}}


async def _done(tx: Tx) -> int:
    return await _count(tx, "inbox WHERE kind = 'update' AND state = 'done'")


async def _open(tx: Tx) -> int:
    """Taken and not done, or parked; to be said and not said."""
    replies = await _count(tx, "outbox WHERE kind = 'reply'")  # those that arrived leave nothing behind
    return replies + await _count(tx, "inbox WHERE state <> 'done'")


async def _damaged(tx: Tx) -> int:
    return int(await tx.all(str, "PRAGMA integrity_check") != ["ok"])


async def _count(tx: Tx, what: str) -> int:
    return await tx.one(int, f"SELECT COUNT(*) FROM {what}") or 0
