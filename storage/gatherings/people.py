"""Whom an event is for: the list, whom a message reaches, what they were told."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from storage.audiences import REACHED, READY
from storage.bank import CONSENTS, REQUEST, SILENT_COLUMNS, Silent
from storage.gatherings.model import OnList
from storage.people.model import LISTED
from storage.tx import Tx
from storage.vocabulary import Delivery
from storage.vocabulary.gatherings import Group


@dataclass(frozen=True, slots=True)
class Told:
    """Somebody who is invited, with their last message about it and what became of that."""

    person_id: int
    notice: str
    delivery: Delivery | None
    reason: str | None


@dataclass(frozen=True, slots=True)
class Stale:
    """Somebody whom a message about an event has not reached in time."""

    gathering_id: int
    person_id: int
    notice: str


_PAIRED = """SELECT COUNT(*) FROM pairing_member m JOIN pairing r ON r.id = m.pairing_id
              WHERE m.person_id = p.id AND m.left_at IS NULL AND r.state IN ('agreed', 'ordered', 'active', 'paused')"""


# (COUNT: for EXISTS under an OR PostgreSQL reads all schools.)
_OF = {
    Group.MENTORS: f"({READY} OR ({_PAIRED} AND m.side = 'mentor') > 0)",
    Group.MENTEES: f"(f.state = 'submitted' OR ({_PAIRED} AND m.side = 'mentee') > 0)",
    Group.PAIRS: f"({_PAIRED}) > 0",
    Group.EVERYBODY: "1 = 1",
}


_LINE = """p.id, p.full_name, p.position, p.account_id, CASE WHEN g.person_id IS NULL THEN 0 ELSE 1 END AS ticked,
           g.invited_at, COALESCE(g.answer, 'silent') AS answer, COALESCE(g.attended, 0) AS attended,
           COALESCE(g.talk, '') AS talk, COALESCE(g.talk_state, 'none') AS talk_state"""


_ON_LIST = """FROM gathering_person g JOIN person p ON p.id = g.person_id
              WHERE g.gathering_id = :gathering_id AND p.erase_by IS NULL"""


_REACH = f"""FROM gathering_person g JOIN person p ON p.id = g.person_id LEFT JOIN account a ON a.id = p.account_id
             LEFT JOIN {REQUEST} {CONSENTS} WHERE g.gathering_id = :gathering_id AND {LISTED}"""


async def count_school(tx: Tx, school_id: int) -> int:
    found = await tx.one(int, f"SELECT COUNT(*) FROM person p WHERE {LISTED}", school_id=school_id)
    return found or 0


async def page_of_school(tx: Tx, school_id: int, gathering_id: int, *, offset: int, limit: int) -> list[OnList]:
    """Everybody of the school, on the list or not, by name."""
    return await tx.all(
        OnList,
        f"""SELECT {_LINE} FROM person p
            LEFT JOIN gathering_person g ON g.gathering_id = :gathering_id AND g.person_id = p.id
            WHERE {LISTED} ORDER BY p.sort_name, p.id LIMIT :limit OFFSET :offset""",
        school_id=school_id,
        gathering_id=gathering_id,
        offset=offset,
        limit=limit,
    )


async def on_list(tx: Tx, gathering_id: int) -> list[OnList]:
    """Whom it is for, by name; who withdrew is not there."""
    return await tx.all(OnList, f"SELECT {_LINE} {_ON_LIST} ORDER BY p.sort_name, p.id", gathering_id=gathering_id)


async def tick(tx: Tx, gathering_id: int, person_id: int, school_id: int) -> int:
    """0 when they stand there already, or are nobody of this school."""
    return await tx.run(
        f"""INSERT INTO gathering_person (gathering_id, person_id)
            SELECT :gathering_id, p.id FROM person p WHERE p.id = :person_id AND {LISTED}
            ON CONFLICT (gathering_id, person_id) DO NOTHING""",
        gathering_id=gathering_id,
        person_id=person_id,
        school_id=school_id,
    )


async def tick_group(tx: Tx, gathering_id: int, school_id: int, group: Group) -> int:
    """How many more it is for."""
    return await tx.run(
        f"""INSERT INTO gathering_person (gathering_id, person_id)
            SELECT :gathering_id, p.id FROM person p LEFT JOIN {REQUEST} WHERE {LISTED} AND {_OF[group]}
            ON CONFLICT (gathering_id, person_id) DO NOTHING""",
        gathering_id=gathering_id,
        school_id=school_id,
    )


async def untick(tx: Tx, gathering_id: int, person_id: int) -> int:
    """0 when they were not on the list, were invited, or were there."""
    return await tx.run(
        """DELETE FROM gathering_person WHERE gathering_id = :gathering_id AND person_id = :person_id
             AND invited_at IS NULL AND attended = 0""",
        gathering_id=gathering_id,
        person_id=person_id,
    )


async def untick_all(tx: Tx, gathering_id: int) -> int:
    """Whoever is not invited yet."""
    return await tx.run(
        "DELETE FROM gathering_person WHERE gathering_id = :gathering_id AND invited_at IS NULL AND attended = 0",
        gathering_id=gathering_id,
    )


async def reached(tx: Tx, gathering_id: int, school_id: int, *, version: int, today: date) -> list[int]:
    """Of the list, whom a message would reach."""
    return await tx.all(
        int,
        f"SELECT p.id {_REACH} AND {REACHED} = 1 ORDER BY p.sort_name, p.id",
        gathering_id=gathering_id,
        school_id=school_id,
        version=version,
        today=today,
    )


async def beyond(tx: Tx, gathering_id: int, school_id: int, *, version: int, today: date) -> list[Silent]:
    """Of the list, whom no message reaches; `state` is their request's."""
    return await tx.all(
        Silent,
        f"SELECT {SILENT_COLUMNS} {_REACH} AND {REACHED} = 0 ORDER BY p.sort_name, p.id",
        gathering_id=gathering_id,
        school_id=school_id,
        version=version,
        today=today,
    )


async def invite(tx: Tx, gathering_id: int, people: Sequence[int], now: datetime) -> None:
    """They stand on the list and are invited now, in the chat or in person."""
    await tx.run_many(
        """UPDATE gathering_person SET invited_at = :now
           WHERE gathering_id = :gathering_id AND person_id = :person_id""",
        [{"gathering_id": gathering_id, "person_id": each, "now": now} for each in people],
    )


async def note_told(tx: Tx, gathering_id: int, notices: Sequence[tuple[int, str]]) -> None:
    """The last message of each person."""
    await tx.run_many(
        """UPDATE gathering_person SET notice = :notice
           WHERE gathering_id = :gathering_id AND person_id = :person_id""",
        [{"gathering_id": gathering_id, "person_id": person, "notice": key} for person, key in notices],
    )


async def told(tx: Tx, gathering_id: int) -> list[Told]:
    """Everybody who is invited and still here."""
    return await tx.all(
        Told,
        """SELECT g.person_id, g.notice, o.state AS delivery, o.reason FROM gathering_person g
           JOIN person p ON p.id = g.person_id LEFT JOIN outbox o ON o.key = g.notice
           WHERE g.gathering_id = :gathering_id AND g.invited_at IS NOT NULL AND p.erase_by IS NULL
           ORDER BY g.person_id""",
        gathering_id=gathering_id,
    )


async def stale(tx: Tx, school_id: int, school_year: int, today: date) -> list[Stale]:
    """Whose message did not fit into its window, of events that are still to be."""
    return await tx.all(
        Stale,
        """SELECT e.id AS gathering_id, g.person_id, g.notice FROM gathering e
           JOIN gathering_person g ON g.gathering_id = e.id JOIN person p ON p.id = g.person_id
           JOIN outbox o ON o.key = g.notice
           WHERE e.school_id = :school_id AND e.school_year = :school_year AND e.day >= :today
             AND o.state = 'dropped' AND o.reason = 'stale' AND p.erase_by IS NULL ORDER BY e.id, g.person_id""",
        school_id=school_id,
        school_year=school_year,
        today=today,
    )


async def drop_due(tx: Tx, gathering_id: int, now: datetime) -> int:
    """What was to be said of it and has not gone is not said."""
    return await tx.run(
        """UPDATE outbox SET state = 'dropped', reason = 'superseded', body = '', ended_at = :now
           WHERE state = 'due' AND key IN (SELECT notice FROM gathering_person
                                           WHERE gathering_id = :gathering_id AND notice <> '')""",
        gathering_id=gathering_id,
        now=now,
    )
