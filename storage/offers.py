"""What the members of a pair are asked before it is one, and what they have said."""

from dataclasses import dataclass
from datetime import date, datetime

from storage.tx import Tx
from storage.vocabulary.pairs import OfferState, Side


@dataclass(frozen=True, slots=True)
class Offer:
    id: int
    pairing_id: int
    person_id: int
    side: Side
    state: OfferState
    asked_on: date
    answer_by: date
    answered_at: datetime | None
    answered_by: int | None
    reason: str
    seen: bool


@dataclass(frozen=True, slots=True)
class Waiting:
    """An offer without an answer, of one school."""

    id: int
    person_id: int
    asked_on: date
    answer_by: date


_COLUMNS = """o.id, o.pairing_id, o.person_id, o.side, o.state, o.asked_on, o.answer_by, o.answered_at, o.answered_by,
              o.reason, o.seen"""


async def add(tx: Tx, pairing_id: int, person_id: int, side: Side, *, asked_on: date, answer_by: date) -> int:
    """0 when they were asked before."""
    return await tx.run(
        """INSERT INTO offer (pairing_id, person_id, side, state, asked_on, answer_by)
           VALUES (:pairing_id, :person_id, :side, 'waiting', :asked_on, :answer_by)
           ON CONFLICT (pairing_id, person_id) DO NOTHING""",
        pairing_id=pairing_id,
        person_id=person_id,
        side=side,
        asked_on=asked_on,
        answer_by=answer_by,
    )


async def get(tx: Tx, offer_id: int, school_id: int) -> Offer | None:
    return await tx.one(
        Offer,
        f"""SELECT {_COLUMNS} FROM offer o JOIN pairing g ON g.id = o.pairing_id
            WHERE o.id = :offer_id AND g.school_id = :school_id""",
        offer_id=offer_id,
        school_id=school_id,
    )


async def of_pair(tx: Tx, pairing_id: int) -> list[Offer]:
    return await tx.all(
        Offer,
        f"SELECT {_COLUMNS} FROM offer o WHERE o.pairing_id = :pairing_id ORDER BY o.id",
        pairing_id=pairing_id,
    )


async def waiting_of(tx: Tx, person_id: int) -> list[Offer]:
    return await tx.all(
        Offer,
        f"SELECT {_COLUMNS} FROM offer o WHERE o.person_id = :person_id AND o.state = 'waiting' ORDER BY o.id",
        person_id=person_id,
    )


async def waiting(tx: Tx, school_id: int) -> list[Waiting]:
    return await tx.all(
        Waiting,
        """SELECT o.id, o.person_id, o.asked_on, o.answer_by FROM pairing g JOIN offer o ON o.pairing_id = g.id
           WHERE g.school_id = :school_id AND g.state <> 'ended' AND o.state = 'waiting' ORDER BY o.id""",
        school_id=school_id,
    )


async def answer(tx: Tx, offer_id: int, state: OfferState, *, by: int | None, now: datetime, reason: str = "") -> int:
    """0 when it was answered before, or there is nothing to answer any more."""
    return await tx.run(
        """UPDATE offer SET state = :state, answered_at = :now, answered_by = CAST(:by AS BIGINT), reason = :reason
           WHERE id = :offer_id AND state = 'waiting'""",
        offer_id=offer_id,
        state=state,
        by=by,
        now=now,
        reason=reason,
    )


async def give_reason(tx: Tx, offer_id: int, person_id: int, reason: str) -> int:
    """Why they have declined, once; 0 when a reason was given or they have not declined."""
    return await tx.run(
        """UPDATE offer SET reason = :reason
           WHERE id = :offer_id AND person_id = :person_id AND state = 'declined' AND reason = ''""",
        offer_id=offer_id,
        person_id=person_id,
        reason=reason,
    )


async def call_back(tx: Tx, pairing_id: int, now: datetime) -> int:
    """Whatever of this pair has no answer yet has nothing to answer any more."""
    return await tx.run(
        """UPDATE offer SET state = 'called_back', answered_at = :now
           WHERE pairing_id = :pairing_id AND state = 'waiting'""",
        pairing_id=pairing_id,
        now=now,
    )


async def call_back_from(tx: Tx, person_id: int, now: datetime) -> int:
    """Somebody is asked for nothing any more."""
    return await tx.run(
        "UPDATE offer SET state = 'called_back', answered_at = :now WHERE person_id = :person_id AND state = 'waiting'",
        person_id=person_id,
        now=now,
    )


async def unseen(tx: Tx, school_id: int, school_year: int) -> list[Offer]:
    """Declined or unanswered: the coordinator decides what comes next."""
    return await tx.all(
        Offer,
        f"""SELECT {_COLUMNS} FROM pairing g JOIN offer o ON o.pairing_id = g.id
            WHERE g.school_id = :school_id AND g.school_year = :school_year
              AND o.state IN ('declined', 'lapsed') AND o.seen = 0 ORDER BY o.id""",
        school_id=school_id,
        school_year=school_year,
    )


async def mark_seen(tx: Tx, offer_id: int) -> int:
    return await tx.run("UPDATE offer SET seen = 1 WHERE id = :offer_id AND seen = 0", offer_id=offer_id)


async def lapsed(tx: Tx, school_id: int, today: date) -> list[Offer]:
    """Nobody has answered, and the last day is over."""
    return await tx.all(
        Offer,
        f"""SELECT {_COLUMNS} FROM pairing g JOIN offer o ON o.pairing_id = g.id
            WHERE g.school_id = :school_id AND g.state <> 'ended' AND o.state = 'waiting' AND o.answer_by < :today
            ORDER BY o.id""",
        school_id=school_id,
        today=today,
    )


async def forget_person(tx: Tx, person_id: int) -> None:
    await tx.run("UPDATE offer SET reason = '' WHERE person_id = :person_id", person_id=person_id)
