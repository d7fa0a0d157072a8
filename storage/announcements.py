"""What coordinators write to many at once: drafts, to whom it went, who has read it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from storage.tx import Tx
from storage.vocabulary import AnnouncementState, Audience, Delivery


@dataclass(frozen=True, slots=True)
class Announcement:
    id: int
    school_id: int
    audience: Audience
    text: str
    state: AnnouncementState
    written_by: int
    sent_at: datetime | None
    goes_at: datetime | None


@dataclass(frozen=True, slots=True)
class Tally:
    """Of those it was sent to and who are still here: `waiting` are those whose message is still to go."""

    total: int
    sent: int
    read: int
    waiting: int


@dataclass(frozen=True, slots=True)
class Unread:
    """`delivery` is None when nothing is known any more of the message."""

    id: int  # the person's
    full_name: str
    position: str
    delivery: Delivery | None
    waiting: bool


@dataclass(frozen=True, slots=True)
class Unreached:
    """Somebody whose message did not fit into the window."""

    announcement_id: int
    person_id: int
    notice: str


_COLUMNS = "id, school_id, audience, text, state, written_by, sent_at, goes_at"
_TO = """FROM announcement_to t JOIN announcement n ON n.id = t.announcement_id JOIN person p ON p.id = t.person_id
         LEFT JOIN outbox o ON o.key = t.notice
         WHERE t.announcement_id = :announcement_id AND p.erase_by IS NULL"""
_STALE = "n.state = 'sent' AND o.state = 'dropped' AND o.reason = 'stale' AND t.read = 0 AND n.goes_at > :since"
_WAITING = f"(o.state IN ('due', 'sending') OR ({_STALE}))"


async def add(tx: Tx, *, school_id: int, audience: Audience, text: str, by: int, now: datetime) -> int:
    """A draft."""
    return await tx.inserted(
        """INSERT INTO announcement (school_id, audience, text, state, written_by, written_at)
           VALUES (:school_id, :audience, :text, 'draft', :by, :now) RETURNING id""",
        school_id=school_id,
        audience=audience,
        text=text,
        by=by,
        now=now,
    )


async def get(tx: Tx, announcement_id: int, school_id: int) -> Announcement | None:
    return await tx.one(
        Announcement,
        f"SELECT {_COLUMNS} FROM announcement WHERE id = :announcement_id AND school_id = :school_id",
        announcement_id=announcement_id,
        school_id=school_id,
    )


async def drop_drafts(tx: Tx, school_id: int, by: int) -> int:
    return await tx.run(
        "DELETE FROM announcement WHERE school_id = :school_id AND sent_at IS NULL AND written_by = :by",
        school_id=school_id,
        by=by,
    )


async def mark_sent(tx: Tx, announcement_id: int, *, by: int, goes_at: datetime, now: datetime) -> int:
    """0 when it was sent already, or is not this author's draft."""
    return await tx.run(
        """UPDATE announcement SET state = 'sent', sent_at = :now, goes_at = :goes_at
           WHERE id = :announcement_id AND written_by = :by AND state = 'draft'""",
        announcement_id=announcement_id,
        by=by,
        goes_at=goes_at,
        now=now,
    )


async def mark_stopped(tx: Tx, announcement_id: int, school_id: int) -> int:
    """0 when it is not being sent."""
    return await tx.run(
        """UPDATE announcement SET state = 'stopped'
           WHERE id = :announcement_id AND school_id = :school_id AND state = 'sent'""",
        announcement_id=announcement_id,
        school_id=school_id,
    )


async def address(tx: Tx, recipients: Sequence[Unreached]) -> None:
    """To whom it goes, each with the key of their message."""
    await tx.run_many(
        """INSERT INTO announcement_to (announcement_id, person_id, notice)
           VALUES (:announcement_id, :person_id, :notice)""",
        [{"announcement_id": r.announcement_id, "person_id": r.person_id, "notice": r.notice} for r in recipients],
    )


async def drop_due(tx: Tx, announcement_id: int, now: datetime) -> int:
    """What has not gone yet does not go; how many that is."""
    return await tx.run(
        """UPDATE outbox SET state = 'dropped', reason = 'stopped', body = '', ended_at = :now
           WHERE state = 'due'
             AND key IN (SELECT notice FROM announcement_to WHERE announcement_id = :announcement_id)""",
        announcement_id=announcement_id,
        now=now,
    )


async def unreached(tx: Tx, school_id: int, since: datetime) -> list[Unreached]:
    """Who is still to be reached, of what went first after `since` and was not stopped."""
    return await tx.all(
        Unreached,
        f"""SELECT t.announcement_id, t.person_id, t.notice
            FROM announcement n JOIN announcement_to t ON t.announcement_id = n.id JOIN outbox o ON o.key = t.notice
            WHERE n.school_id = :school_id AND {_STALE} ORDER BY n.id, t.person_id""",
        school_id=school_id,
        since=since,
    )


async def count(tx: Tx, school_id: int) -> int:
    found = await tx.one(
        int,
        "SELECT COUNT(*) FROM announcement WHERE school_id = :school_id AND sent_at IS NOT NULL",
        school_id=school_id,
    )
    return found or 0


async def page(tx: Tx, school_id: int, *, offset: int, limit: int) -> list[Announcement]:
    """Sent, the last one first."""
    return await tx.all(
        Announcement,
        f"""SELECT {_COLUMNS} FROM announcement WHERE school_id = :school_id AND sent_at IS NOT NULL
            ORDER BY sent_at DESC, id DESC LIMIT :limit OFFSET :offset""",
        school_id=school_id,
        offset=offset,
        limit=limit,
    )


async def tally(tx: Tx, announcement_id: int, since: datetime) -> Tally:
    """Whoever has read it got it, whatever is known of the message."""
    found = await tx.one(
        Tally,
        f"""SELECT COUNT(*) AS total, COUNT(*) FILTER (WHERE o.state = 'sent' OR t.read = 1) AS sent,
                   COUNT(*) FILTER (WHERE t.read = 1) AS read,
                   COUNT(*) FILTER (WHERE t.read = 0 AND {_WAITING}) AS waiting {_TO}""",
        announcement_id=announcement_id,
        since=since,
    )
    return found or Tally(0, 0, 0, 0)


async def unread(tx: Tx, announcement_id: int, since: datetime, *, offset: int, limit: int) -> list[Unread]:
    return await tx.all(
        Unread,
        f"""SELECT p.id, p.full_name, p.position, o.state AS delivery,
                   CASE WHEN {_WAITING} THEN 1 ELSE 0 END AS waiting
            {_TO} AND t.read = 0 ORDER BY p.sort_name, p.id LIMIT :limit OFFSET :offset""",
        announcement_id=announcement_id,
        since=since,
        offset=offset,
        limit=limit,
    )


async def mark_read(tx: Tx, announcement_id: int, person_id: int) -> int:
    """0 when it was not sent to them; once more changes nothing."""
    return await tx.run(
        "UPDATE announcement_to SET read = 1 WHERE announcement_id = :announcement_id AND person_id = :person_id",
        announcement_id=announcement_id,
        person_id=person_id,
    )


async def forget_person(tx: Tx, person_id: int) -> None:
    """What was sent to them."""
    await tx.run("DELETE FROM announcement_to WHERE person_id = :person_id", person_id=person_id)


async def forget_drafts(tx: Tx, school_id: int) -> None:
    """Nobody has confirmed them, and they may name whoever is erased."""
    await tx.run("DELETE FROM announcement WHERE school_id = :school_id AND sent_at IS NULL", school_id=school_id)


async def prune(tx: Tx, *, before: datetime, drafts_before: datetime) -> int:
    """Sent long ago, or never sent."""
    old = "sent_at < :before"
    await tx.run(
        f"DELETE FROM announcement_to WHERE announcement_id IN (SELECT id FROM announcement WHERE {old})", before=before
    )
    return await tx.run(
        f"DELETE FROM announcement WHERE {old} OR (sent_at IS NULL AND written_at < :drafts_before)",
        before=before,
        drafts_before=drafts_before,
    )
