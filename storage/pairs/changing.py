"""Pairs as they begin, move from state to state and end, and as people come and go."""

from datetime import date, datetime

from storage.tx import Tx
from storage.vocabulary.pairs import EndReason, Format, Origin, PairKind, PairState, Side


async def add(
    tx: Tx,
    *,
    school_id: int,
    school_year: int,
    kind: PairKind,
    form: Format,
    state: PairState,
    origin: Origin,
    why: str,
    terms: str,
    starts_on: date | None,
    ends_on: date | None,
    by: int,
    now: datetime,
) -> int:
    return await tx.inserted(
        """INSERT INTO pairing (school_id, school_year, kind, format, state, origin, why, terms, starts_on, ends_on,
                                made_by, made_at, state_at)
           VALUES (:school_id, :school_year, :kind, :form, :state, :origin, :why, :terms,
                   CAST(:starts_on AS TEXT), CAST(:ends_on AS TEXT), :by, :now, :now) RETURNING id""",
        school_id=school_id,
        school_year=school_year,
        kind=kind,
        form=form,
        state=state,
        origin=origin,
        why=why,
        terms=terms,
        starts_on=starts_on,
        ends_on=ends_on,
        by=by,
        now=now,
    )


async def add_member(tx: Tx, pairing_id: int, person_id: int, side: Side, now: datetime) -> int:
    """0 when they are in it already; who has left comes back."""
    return await tx.run(
        """INSERT INTO pairing_member (pairing_id, person_id, side, joined_at)
           VALUES (:pairing_id, :person_id, :side, :now)
           ON CONFLICT (pairing_id, person_id) DO UPDATE SET left_at = NULL, joined_at = excluded.joined_at
           WHERE pairing_member.left_at IS NOT NULL AND pairing_member.side = excluded.side""",
        pairing_id=pairing_id,
        person_id=person_id,
        side=side,
        now=now,
    )


async def leave(tx: Tx, pairing_id: int, person_id: int, now: datetime) -> int:
    """0 when they are not in it."""
    return await tx.run(
        """UPDATE pairing_member SET left_at = :now
           WHERE pairing_id = :pairing_id AND person_id = :person_id AND left_at IS NULL""",
        pairing_id=pairing_id,
        person_id=person_id,
        now=now,
    )


async def set_external(tx: Tx, pairing_id: int, person_id: int, *, external: bool) -> int:
    return await tx.run(
        "UPDATE pairing_member SET external = :external WHERE pairing_id = :pairing_id AND person_id = :person_id",
        pairing_id=pairing_id,
        person_id=person_id,
        external=external,
    )


async def move(tx: Tx, pairing_id: int, before: PairState, after: PairState, now: datetime) -> int:
    """0 when it is not in that state any more: somebody was quicker."""
    return await tx.run(
        "UPDATE pairing SET state = :after, state_at = :now WHERE id = :pairing_id AND state = :before",
        pairing_id=pairing_id,
        before=before,
        after=after,
        now=now,
    )


async def end(tx: Tx, pairing_id: int, reason: EndReason, on: date, now: datetime) -> int:
    """0 when it is over already."""
    return await tx.run(
        """UPDATE pairing SET state = 'ended', state_at = :now, ended_on = :on, end_reason = :reason
           WHERE id = :pairing_id AND state <> 'ended'""",
        pairing_id=pairing_id,
        reason=reason,
        on=on,
        now=now,
    )


async def note_move(
    tx: Tx, pairing_id: int, state: PairState, *, by: int | None, now: datetime, reason: str = ""
) -> None:
    await tx.run(
        """INSERT INTO pairing_move (pairing_id, state, reason, moved_by, moved_at)
           VALUES (:pairing_id, :state, :reason, :by, :now)""",
        pairing_id=pairing_id,
        state=state,
        reason=reason,
        by=by,
        now=now,
    )


async def set_term(tx: Tx, pairing_id: int, starts_on: date, ends_on: date) -> int:
    return await tx.run(
        "UPDATE pairing SET starts_on = :starts_on, ends_on = :ends_on WHERE id = :pairing_id",
        pairing_id=pairing_id,
        starts_on=starts_on,
        ends_on=ends_on,
    )


async def set_format(tx: Tx, pairing_id: int, form: Format) -> int:
    return await tx.run(
        "UPDATE pairing SET format = :form WHERE id = :pairing_id AND state <> 'ended'",
        pairing_id=pairing_id,
        form=form,
    )


async def set_kind(tx: Tx, pairing_id: int, kind: PairKind) -> int:
    return await tx.run("UPDATE pairing SET kind = :kind WHERE id = :pairing_id", pairing_id=pairing_id, kind=kind)


async def set_order(tx: Tx, pairing_id: int, order_id: int) -> int:
    return await tx.run(
        "UPDATE pairing SET order_id = :order_id WHERE id = :pairing_id", pairing_id=pairing_id, order_id=order_id
    )


async def forget_person(tx: Tx, person_id: int) -> None:
    """What was said of them in choosing goes; that there was a pair stays, without a name."""
    await tx.run(
        """UPDATE pairing SET why = '', terms = '[]'
           WHERE id IN (SELECT pairing_id FROM pairing_member WHERE person_id = :person_id)""",
        person_id=person_id,
    )


async def set_why(tx: Tx, pairing_id: int, why: str) -> int:
    return await tx.run("UPDATE pairing SET why = :why WHERE id = :pairing_id", pairing_id=pairing_id, why=why)
