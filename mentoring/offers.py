"""Offers: the mentor is asked first, then each mentee; a refusal stays between them and the coordinator."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from mentoring import answered, calendars, pairs
from mentoring.access import Member
from mentoring.answered import Answered
from mentoring.matching import all_places
from mentoring.notices import tell_news
from mentoring.pairs import Pair
from mentoring.requests import FORM as REQUEST
from mentoring.rules.calendar import SchoolCalendar
from mentoring.rules.readiness import FORM as PROFILE
from mentoring.rules.readiness import ready_of
from mentoring.schools import year_of
from storage import journal, offers, people
from storage import pairs as rows
from storage.offers import Offer
from storage.tx import Tx
from storage.vocabulary.pairs import EndReason, OfferState, PairState, Side

REMINDED_AFTER, ANSWERED_WITHIN = 2, 3  # working days


class Declined(StrEnum):
    """Why, by a closed list; for the coordinator alone."""

    LOAD = "load"
    AREA = "area"
    TIME = "time"
    ANOTHER = "another"
    LATER = "later"


REASONS = {
    Side.MENTOR: (Declined.LOAD, Declined.AREA, Declined.TIME, Declined.LATER),
    Side.MENTEE: (Declined.ANOTHER, Declined.TIME, Declined.LATER),
}


class Answer(StrEnum):
    """What came of a press."""

    TOGETHER = "together"  # everybody has said yes
    NOTED = "noted"  # others are still asked
    NO_PLACE = "no_place"  # more than the mentor has said to be ready for
    DECLINED = "declined"
    GONE = "gone"  # answered before, called back, or not theirs


@dataclass(frozen=True, slots=True)
class OfferSeen:
    """An offer as the person who is asked may see it."""

    offer: Offer
    pair: Pair
    about: tuple[Answered, ...]  # the mentees' requests for a mentor, the mentors' questionnaires for a mentee


async def ask(tx: Tx, pair: Pair, side: Side, calendar: SchoolCalendar, now: datetime) -> None:
    """Ask everybody of this side who was not asked; the days are the school's working ones."""
    today = calendar.local_day(now)
    until = calendar.add_working_days(today, ANSWERED_WITHIN)
    for each in pair.members:
        if each.side is side:
            await offers.add(tx, pair.pairing.id, each.person_id, side, asked_on=today, answer_by=until)


async def mine(tx: Tx, member: Member) -> list[Offer]:
    """What the person is asked and has not answered."""
    return await offers.waiting_of(tx, member.person_id)


async def look(tx: Tx, member: Member, offer_id: int) -> OfferSeen | None:
    """One's own offer without an answer; None of anybody else's."""
    offer = await offers.get(tx, offer_id, member.school_id)
    if offer is None or offer.person_id != member.person_id or offer.state is not OfferState.WAITING:
        return None
    return await _seen(tx, member, offer)


async def look_for(tx: Tx, member: Member, offer_id: int) -> OfferSeen | None:
    """The same for a coordinator who answers for somebody without Telegram."""
    offer = await offers.get(tx, offer_id, member.school_id)
    return await _seen(tx, member, offer) if offer and offer.state is OfferState.WAITING else None


async def _seen(tx: Tx, member: Member, offer: Offer) -> OfferSeen | None:
    pair = await pairs.read(tx, member.school_id, offer.pairing_id)
    if pair is None:
        return None
    others = pair.mentees if offer.side is Side.MENTOR else pair.mentors
    key = REQUEST if offer.side is Side.MENTOR else PROFILE
    found = [await answered.of_person(tx, member, key, each.person_id) for each in others]
    return OfferSeen(offer, pair, tuple(each for each in found if each is not None))


async def accept(tx: Tx, member: Member, offer_id: int, now: datetime, *, beyond: bool = False) -> Answer:
    """`beyond`: the mentor takes one more than they have said, knowing that."""
    offer = await _waiting_own(tx, member, offer_id)
    if offer is None:
        return Answer.GONE
    return await _accept(tx, member, offer, now, beyond=beyond)


async def accept_for(tx: Tx, member: Member, offer_id: int, now: datetime) -> Answer:
    """A coordinator was told so: by word of mouth or on paper."""
    offer = await offers.get(tx, offer_id, member.school_id)
    if offer is None or offer.state is not OfferState.WAITING:
        return Answer.GONE
    return await _accept(tx, member, offer, now, beyond=True)


async def _accept(tx: Tx, member: Member, offer: Offer, now: datetime, *, beyond: bool) -> Answer:
    if offer.side is Side.MENTOR and not beyond and await _is_full(tx, member, offer):
        return Answer.NO_PLACE
    if not await offers.answer(tx, offer.id, OfferState.ACCEPTED, by=member.person_id, now=now):
        return Answer.GONE
    await rows.add_member(tx, offer.pairing_id, offer.person_id, offer.side, now)  # a second mentor comes in by this
    await _note(tx, member, offer, "offer.accept", now)
    return await _go_on(tx, member, offer.pairing_id, now)


async def _is_full(tx: Tx, member: Member, offer: Offer) -> bool:
    """Do the pairs to which the mentor has said yes fill the places that they have now?"""
    found = await answered.of_person(tx, member, PROFILE, offer.person_id)
    ready = ready_of(found.answers) if found else None
    if found is None or ready is None:
        return False  # asked by the coordinator without a questionnaire
    taken = 0
    for pairing in await rows.open_of(tx, offer.person_id):
        said = [each for each in await offers.of_pair(tx, pairing.id) if each.person_id == offer.person_id]
        waits = any(each.state is OfferState.WAITING for each in said)
        pair = await pairs.read(tx, member.school_id, pairing.id)
        taken += bool(pair and pair.side_of(offer.person_id) is Side.MENTOR and not waits)
    return taken >= all_places(ready, found.answers)


async def decline(tx: Tx, member: Member, offer_id: int, now: datetime) -> Answer:
    offer = await _waiting_own(tx, member, offer_id)
    return await _decline(tx, member, offer, OfferState.DECLINED, now) if offer else Answer.GONE


async def decline_for(tx: Tx, member: Member, offer_id: int, now: datetime) -> Answer:
    offer = await offers.get(tx, offer_id, member.school_id)
    if offer is None or offer.state is not OfferState.WAITING:
        return Answer.GONE
    return await _decline(tx, member, offer, OfferState.DECLINED, now)


async def give_reason(tx: Tx, member: Member, offer_id: int, reason: Declined) -> bool:
    """Why they have declined, if they care to say."""
    return bool(await offers.give_reason(tx, offer_id, member.person_id, reason))


async def _decline(tx: Tx, member: Member, offer: Offer, state: OfferState, now: datetime) -> Answer:
    if not await offers.answer(tx, offer.id, state, by=member.person_id, now=now):
        return Answer.GONE
    await rows.leave(tx, offer.pairing_id, offer.person_id, now)
    await _note(tx, member, offer, f"offer.{state}", now)
    await _go_on(tx, member, offer.pairing_id, now)
    return Answer.DECLINED


async def _go_on(tx: Tx, member: Member, pairing_id: int, now: datetime) -> Answer:
    """What an answer leads to: mentees are asked, everybody is together, or there will be no pair."""
    await settle(tx, member.school_id, pairing_id, by=member.person_id, now=now)
    pair = await pairs.read(tx, member.school_id, pairing_id)
    together = pair is not None and pair.pairing.state is not PairState.PROPOSED
    return Answer.TOGETHER if together else Answer.NOTED


async def settle(tx: Tx, school_id: int, pairing_id: int, *, by: int | None, now: datetime) -> None:
    """Bring a proposed pair where the answers are."""
    pair = await pairs.read(tx, school_id, pairing_id)
    if pair is None or pair.pairing.state is not PairState.PROPOSED:
        return
    calendar = await calendars.of_school(tx, school_id, now)
    asked = {each.person_id: each.state for each in await offers.of_pair(tx, pairing_id)}
    if not pair.mentors or not pair.mentees:
        await pairs.end(tx, pair.pairing, EndReason.NOT_AGREED, calendar.local_day(now), by=by, now=now)
    elif any(asked.get(each.person_id) is OfferState.WAITING for each in pair.mentors):
        return
    elif any(each.person_id not in asked for each in pair.mentees):
        await ask(tx, pair, Side.MENTEE, calendar, now)
    elif not any(asked[each.person_id] is OfferState.WAITING for each in pair.mentees):
        await pairs.move(tx, pair.pairing, PairState.AGREED, by=by, now=now)


async def lapse(tx: Tx, school_id: int, calendar: SchoolCalendar, now: datetime) -> int:
    """Who has not answered in time is asked no more: back to the coordinator. How many there are."""
    due = await offers.lapsed(tx, school_id, calendar.local_day(now))
    for offer in due:
        await offers.answer(tx, offer.id, OfferState.LAPSED, by=None, now=now)
        await rows.leave(tx, offer.pairing_id, offer.person_id, now)
        await settle(tx, school_id, offer.pairing_id, by=None, now=now)
    if due:
        await tell_news(tx, school_id, now, by=None)
    return len(due)


async def settle_all(tx: Tx, school_id: int, now: datetime) -> None:
    """Who has gone without an answer leaves a pair behind that nobody's answer would bring further."""
    year = await year_of(tx, school_id)
    for pair in await pairs.every(tx, school_id, year, [PairState.PROPOSED]):
        await settle(tx, school_id, pair.pairing.id, by=None, now=now)


async def _waiting_own(tx: Tx, member: Member, offer_id: int) -> Offer | None:
    offer = await offers.get(tx, offer_id, member.school_id)
    own = offer is not None and offer.person_id == member.person_id and offer.state is OfferState.WAITING
    return offer if own else None


async def _note(tx: Tx, member: Member, offer: Offer, act: str, now: datetime) -> None:
    await journal.note(
        tx, act, school_id=member.school_id, actor_id=member.person_id, person_id=offer.person_id, now=now
    )
    await tell_news(tx, member.school_id, now, by=member.person_id)


async def name_of(tx: Tx, member: Member, person_id: int) -> str:
    found = await people.of_school(tx, person_id, member.school_id)
    return found.full_name if found else ""


__all__ = [
    "ANSWERED_WITHIN",
    "REASONS",
    "REMINDED_AFTER",
    "Answer",
    "Declined",
    "Offer",
    "OfferSeen",
    "accept",
    "accept_for",
    "ask",
    "decline",
    "decline_for",
    "give_reason",
    "lapse",
    "look",
    "look_for",
    "mine",
    "name_of",
    "settle",
    "settle_all",
]
