"""Notices of leaving a pair: the last day is set, and may be taken back until it has come."""

from datetime import date

from storage.tx import Tx
from storage.vocabulary.pairs import LeaveReason


async def give(tx: Tx, pairing_id: int, *, leaves_on: date, reason: LeaveReason, given_on: date) -> int:
    """0 when notice was given before, or the pair is over."""
    return await tx.run(
        """UPDATE pairing SET leaves_on = :leaves_on, leave_reason = :reason, leave_given_on = :given_on
           WHERE id = :pairing_id AND state <> 'ended' AND leaves_on IS NULL""",
        pairing_id=pairing_id,
        leaves_on=leaves_on,
        reason=reason,
        given_on=given_on,
    )


async def take_back(tx: Tx, pairing_id: int) -> int:
    """0 when there is none, or the pair is over."""
    return await tx.run(
        """UPDATE pairing SET leaves_on = NULL, leave_reason = NULL, leave_given_on = NULL
           WHERE id = :pairing_id AND state <> 'ended' AND leaves_on IS NOT NULL""",
        pairing_id=pairing_id,
    )


async def due(tx: Tx, school_id: int, today: date) -> list[int]:
    """The pairs whose last day is over."""
    return await tx.all(
        int,
        """SELECT id FROM pairing
           WHERE school_id = :school_id AND leaves_on IS NOT NULL AND leaves_on < :today AND state <> 'ended'
           ORDER BY id""",
        school_id=school_id,
        today=today,
    )
