"""What the day's message says of a pair: to meet, what is agreed on, does it suit; nothing of what is done already."""

from collections.abc import Sequence
from datetime import datetime

from handlers.pieces import Piece
from handlers.presses import Spot, go
from handlers.texts import meeting_plans as plan_words
from handlers.texts import meetings as words
from handlers.texts import my_pairs as pair_words
from mentoring import fits, meeting_plans, my_pairs
from mentoring.access import Member
from mentoring.my_pairs import MyPair
from storage.tx import Tx
from storage.vocabulary.pairs import MeetingState, PairState


async def first(tx: Tx, member: Member, rest: Sequence[str], now: datetime) -> Piece | None:
    of = await _to_meet(tx, member, rest, now)
    if of is None or of.last is not None:
        return None
    return _met(of, member, words.first_reminder(my_pairs.partners(of.pair, member.person_id)))


async def again(tx: Tx, member: Member, rest: Sequence[str], now: datetime) -> Piece | None:
    """Nothing when a meeting was noted since it was planned."""
    of = await _to_meet(tx, member, rest, now)
    if of is None or (of.last is not None and f"{of.last.note.held_on:%Y%m%d}" > rest[1]):
        return None
    return _met(of, member, words.again_reminder(my_pairs.partners(of.pair, member.person_id)))


async def _to_meet(tx: Tx, member: Member, rest: Sequence[str], now: datetime) -> MyPair | None:
    of = await my_pairs.one(tx, member, int(rest[0]), now)
    if of is None or of.pair.pairing.state is PairState.PAUSED:
        return None
    return None if of.planned is not None and not of.planned.over else of


def _met(of: MyPair, member: Member, text: str) -> Piece:
    id_ = of.pair.pairing.id
    among = words.met_label(my_pairs.partners(of.pair, member.person_id))
    return Piece(text, go(words.MET, Spot.MET_DAY, id_), go(among, Spot.MET_DAY, id_))


async def meeting(tx: Tx, member: Member, rest: Sequence[str], now: datetime) -> Piece | None:
    of = await meeting_plans.look(tx, member, int(rest[0]), now)
    if of is None or of.over or of.meeting.state is not MeetingState.AGREED:
        return None
    text = plan_words.meeting_reminder(of, my_pairs.partners(of.pair, member.person_id))
    open_ = go(pair_words.TITLE, Spot.MY_PAIR, of.pair.pairing.id)
    return Piece(text, open_, open_, until=of.meeting.day)


async def asked(tx: Tx, member: Member, rest: Sequence[str], now: datetime) -> Piece | None:
    of = await meeting_plans.look(tx, member, int(rest[0]), now)
    if of is None or not of.may_answer:
        return None
    text = plan_words.asked_reminder(of, my_pairs.partners(of.pair, member.person_id))
    open_ = go(plan_words.ANSWER, Spot.MEETING, of.meeting.id)
    return Piece(text, open_, open_, until=of.meeting.day)


async def fit(tx: Tx, member: Member, rest: Sequence[str], _now: datetime) -> Piece | None:
    pairing_id = int(rest[0])
    if not await fits.waits(tx, member, pairing_id):
        return None
    open_ = go(words.ASK_FIT, Spot.FIT, pairing_id)
    return Piece(words.fit_reminder(), open_, open_)
