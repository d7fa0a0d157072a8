"""«Моя пара» as a screen: only what can be done with this pair now."""

from collections.abc import Iterator
from datetime import datetime

from handlers.effects import Button, Screen, column
from handlers.presses import Deed, Spot, act, go
from handlers.texts import common
from handlers.texts import documents as document_words
from handlers.texts import meeting_plans as plan_words
from handlers.texts import meetings as meeting_words
from handlers.texts import my_pairs as words
from handlers.texts import own_papers as paper_words
from handlers.texts import programmes as programme_words
from handlers.texts import shelf as shelf_words
from mentoring import my_pairs, pairs
from mentoring.access import Member
from mentoring.my_pairs import MyPair
from storage.tx import Tx
from storage.vocabulary.pairs import LeaveReason, PairState, Side

MOST = 8  # of one person


async def every(tx: Tx, member: Member, now: datetime) -> Screen:
    """The only one at once; of several a list first."""
    found = await pairs.own(tx, member)
    if not found:
        return gone()
    if len(found) == 1:
        return await one(tx, member, found[0].pairing.id, now)
    of = (go(words.label(each, member.person_id), Spot.MY_PAIR, each.pairing.id) for each in found[:MOST])
    return Screen(words.list_of(), column(*of, go(common.MENU, Spot.MENU)))


async def one(tx: Tx, member: Member, pairing_id: int, now: datetime) -> Screen:
    of = await my_pairs.one(tx, member, pairing_id, now)
    if of is None:
        return gone()
    several = len(await pairs.own(tx, member)) > 1
    own = [act(paper_words.PORTFOLIO, Deed.PORTFOLIO)] if of.side is Side.MENTOR else []
    listed = [go(words.ALL, Spot.MY_PAIRS)] if several else []
    asking = go(common.ASK_COORDINATOR, Spot.ASK)
    return Screen(
        words.one(of), column(*_of_meetings(of), *own, *_ways_out(of), asking, *listed, go(common.MENU, Spot.MENU))
    )


def _of_meetings(of: MyPair) -> Iterator[Button]:
    id_ = of.pair.pairing.id
    if of.planned and of.planned.may_answer:
        yield go(plan_words.ANSWER, Spot.MEETING, of.planned.meeting.id)
    if of.last and of.last.may_answer:
        yield act(meeting_words.CONFIRM, Deed.NOTE_CONFIRM, of.last.note.id)
        yield act(meeting_words.OTHERWISE, Deed.NOTE_OTHERWISE, of.last.note.id)
    if of.asks_fit:
        yield go(meeting_words.ASK_FIT, Spot.FIT, id_)
    yield go(meeting_words.MET, Spot.MET_DAY, id_)
    if of.pair.pairing.state is not PairState.PAUSED:
        yield go(plan_words.MOVED, Spot.MEETING_MOVED, id_)
        yield go(plan_words.FIND_TIME, Spot.MEETING_TIME, id_)
    yield go(programme_words.TITLE, Spot.MY_PROGRAMME, id_)
    yield act(document_words.OBSERVATION, Deed.OBSERVATION_SHEET, id_)
    if of.materials:
        yield go(shelf_words.OF_PAIR, Spot.SHELF_PAIR, id_)


def _ways_out(of: MyPair) -> Iterator[Button]:
    """A mentor gives notice, or takes back their own; a mentee asks the coordinator for another."""
    pairing = of.pair.pairing
    if of.side is Side.MENTEE:
        yield go(words.OTHER, Spot.OTHER_MENTOR, pairing.id)
    elif pairing.leaves_on is None:
        yield go(words.LEAVE, Spot.LEAVE_PAIR, pairing.id)
    elif pairing.leave_reason is LeaveReason.MENTOR:
        yield act(words.REFUSAL, Deed.LEAVE_PAPER, pairing.id)
        yield act(words.STAY, Deed.STAY_IN_PAIR, pairing.id)


def gone() -> Screen:
    return Screen(words.gone(), column(go(common.ASK_COORDINATOR, Spot.ASK), go(common.MENU, Spot.MENU)))
