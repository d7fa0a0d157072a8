"""Offers that came to nothing: a coordinator looks at each once, and at who is to be asked next."""

from dataclasses import dataclass

from mentoring import pairs
from mentoring.access import Member
from mentoring.pairs import Pair
from mentoring.rules.pair_moves import TOGETHER
from mentoring.schools import year_of
from storage import offers
from storage.offers import Offer
from storage.pairs import PairMember
from storage.tx import Tx
from storage.vocabulary.pairs import Side


@dataclass(frozen=True, slots=True)
class Refused:
    """An offer that came to nothing; the pair with everybody who was in it."""

    offer: Offer
    pair: Pair


async def back(tx: Tx, member: Member) -> tuple[Refused, ...]:
    """Declined or not answered, and no coordinator has looked at it."""
    found = await offers.unseen(tx, member.school_id, await year_of(tx, member.school_id))
    seen = [(each, await pairs.read(tx, member.school_id, each.pairing_id)) for each in found]
    return tuple(Refused(offer, pair) for offer, pair in seen if pair is not None)


def mentees_of(of: Refused) -> list[PairMember]:
    """Whom a mentor is looked for again: their mentor did not come, or they wanted another one."""
    if of.offer.side is Side.MENTOR and of.pair.pairing.state in TOGETHER:
        return []  # a second mentor has said no: the pair works on
    return [each for each in (*of.pair.mentees, *of.pair.gone) if each.side is Side.MENTEE]


async def mark_seen(tx: Tx, member: Member) -> None:
    for each in await back(tx, member):
        await offers.mark_seen(tx, each.offer.id)
