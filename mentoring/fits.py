"""Does the pair suit: asked of each after the first meeting, told to the coordinator and to nobody else."""

from datetime import datetime

from mentoring import pairs
from mentoring.access import Member
from mentoring.notices import tell_news
from mentoring.pairs import Pair
from storage import contact_notes, fit_answers, journal
from storage.tx import Tx
from storage.vocabulary.pairs import Fit, Side


async def asked(tx: Tx, member: Member, pairing_id: int) -> Pair | None:
    """One's own pair that has met; None when there is nothing to say of it."""
    pair = await pairs.own_one(tx, member, pairing_id)
    return pair if pair and await contact_notes.of_pair(tx, pairing_id) else None


async def waits(tx: Tx, member: Member, pairing_id: int) -> bool:
    """The pair has met and the person has not said yet how it suits."""
    return bool(await asked(tx, member, pairing_id)) and await said(tx, member, pairing_id) is None


async def said(tx: Tx, member: Member, pairing_id: int) -> Fit | None:
    return await fit_answers.said(tx, pairing_id, member.person_id)


async def give(tx: Tx, member: Member, pairing_id: int, fit: Fit, now: datetime) -> bool:
    """The last word counts; False when it is no pair of theirs, or it has not met."""
    if await asked(tx, member, pairing_id) is None:
        return False
    await _keep(tx, member, pairing_id, fit, now)
    return True


async def ask_for_another(tx: Tx, member: Member, pairing_id: int, now: datetime) -> bool:
    """A mentee's word to the coordinator, met or not: the mentor hears nothing."""
    pair = await pairs.own_one(tx, member, pairing_id)
    if pair is None or pair.side_of(member.person_id) is not Side.MENTEE:
        return False
    await _keep(tx, member, pairing_id, Fit.BAD, now)
    return True


async def _keep(tx: Tx, member: Member, pairing_id: int, fit: Fit, now: datetime) -> None:
    if not await fit_answers.give(tx, pairing_id, member.person_id, fit, now):
        return
    await journal.note(tx, "pair.fit", school_id=member.school_id, actor_id=member.person_id, now=now)
    if fit is not Fit.GOOD:
        await tell_news(tx, member.school_id, now, by=member.person_id)
