"""The card of a pair and the board in short, drawn alike after a press and after what was typed."""

from datetime import datetime

from handlers.effects import Button, Screen, column
from handlers.presses import Deed, Spot, act, go
from handlers.texts import by_hand as hand_words
from handlers.texts import common
from handlers.texts import honours as honour_words
from handlers.texts import pair_care as care_words
from handlers.texts import pair_orders as order_words
from handlers.texts import pairs as words
from mentoring import matching, pair_care, pairs
from mentoring.access import Member
from mentoring.pair_care import CareOfPair
from mentoring.pairs import Card
from mentoring.rules.pair_moves import OPEN, TOGETHER, may_move
from storage.tx import Tx
from storage.vocabulary.pairs import LeaveReason, OfferState, Origin, PairKind, PairState, Side

_UNBEGUN = frozenset({PairState.PROPOSED, PairState.AGREED})


async def screen(tx: Tx, member: Member, pairing_id: int, now: datetime) -> Screen:
    card = await pairs.card(tx, member, pairing_id, now)
    back = column(go(words.TO_BOARD, Spot.PAIRS), go(common.MENU, Spot.MENU))
    if card is None:
        return Screen(words.gone(), back)
    of = await pair_care.of_pair(tx, member, card.pair, now)
    return Screen(f"{words.card(card)}\n{care_words.of_pair(of)}", (*column(*_of_card(card, of)), *back))


def _of_card(of: Card, care: CareOfPair) -> list[Button]:
    """Only what can be done with this pair now."""
    pairing = of.pair.pairing
    people = {each.id: each.full_name for each in of.pair.members} | {each.id: each.full_name for each in of.asked}
    asked = [each for each in of.offers if each.state is OfferState.WAITING and each.person_id in people]
    state, id_ = pairing.state, pairing.id
    together = state in TOGETHER
    cancelled = pairing.leave_reason is LeaveReason.EMPLOYER
    offered = (
        *((True, go(words.answer_label(people[each.person_id]), Spot.PAIR_ANSWER, each.id)) for each in asked),
        (together and care.has_doubts, go(care_words.OTHER, Spot.PAIR_OTHER, id_)),
        (state is not PairState.PROPOSED, go(words.PROGRAMME, Spot.MY_PROGRAMME, id_)),
        (state not in _UNBEGUN, go(honour_words.TITLE, Spot.HONOURS, id_, argument=str(pairing.school_year))),
        (together, go(words.SECOND, Spot.PAIR_SECOND, id_)),
        (pairing.origin is Origin.BY_HAND, act(hand_words.WHY, Deed.PAIR_WHY, id_)),
        (state in OPEN, go(words.FORMAT, Spot.PAIR_FORMAT, id_)),
        (state in OPEN and pairing.kind is PairKind.GROUP, go(words.OUT, Spot.PAIR_OUT, id_)),
        (may_move(state, PairState.PAUSED), act(words.PAUSE, Deed.PAIR_PAUSE, id_)),
        (state is PairState.PAUSED, act(words.RESUME, Deed.PAIR_RESUME, id_)),
        (state is PairState.PROPOSED, go(words.CALL_BACK, Spot.PAIR_CALL_BACK, id_)),
        (together and pairing.leaves_on is None, go(words.CANCEL_WORK, Spot.PAIR_CANCEL, id_)),
        (together and cancelled, act(words.TAKE_BACK, Deed.PAIR_TAKE_BACK, id_)),
        *((together and pairing.leave_reason is LeaveReason.MENTOR, each) for each in _refusals(of)),
        (together, go(words.END, Spot.PAIR_END, id_)),
        *((state is PairState.ENDED, each) for each in _again(of)),
    )
    return [each for holds, each in offered if holds]


def _refusals(of: Card) -> list[Button]:
    """For a mentor who has given notice: their application on paper."""
    mentors = [each for each in of.pair.mentors if not each.external]
    id_ = of.pair.pairing.id
    return [act(order_words.refusal_label(each), Deed.PAIR_REFUSAL, id_, str(each.person_id)) for each in mentors]


def _again(of: Card) -> list[Button]:
    """For whoever was a mentee of it: who fits now."""
    mentees = [each for each in (*of.pair.mentees, *of.pair.gone) if each.side is Side.MENTEE]
    return [go(words.again_label(each), Spot.RANKING, each.person_id) for each in mentees[:4]]


async def board(tx: Tx, member: Member, now: datetime) -> Screen:
    shown = await pairs.board(tx, member, 0, now)
    waiting = (await matching.seek(tx, member.school_id, now)).waiting
    return Screen(words.board(shown, len(waiting)), column(go(words.TO_BOARD, Spot.PAIRS), go(common.MENU, Spot.MENU)))
