"""What a reminder says of programmes, by today's state; nothing of what was done meanwhile."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from handlers.pieces import Piece
from handlers.presses import Deed, Spot, act, go
from handlers.texts import programme_news as news
from handlers.texts import programme_steps as step_words
from mentoring import calendars, pairs, programmes
from mentoring.access import Member
from mentoring.programme_reminders import APPROVED, RETURNED, WEEK
from mentoring.programmes import Seen, Unbegun
from storage.tx import Tx
from storage.vocabulary.pairs import PairState, ProgrammeState

_WEEK = timedelta(days=7)


async def of_pair(tx: Tx, member: Member, rest: Sequence[str], now: datetime) -> Piece | None:
    """Of one's own pair, as long as one is in it and it is not on pause."""
    kind, pairing_id = rest[0], int(rest[1])
    own = await pairs.own_one(tx, member, pairing_id)
    found = await programmes.look(tx, member, pairing_id, now) if own else None
    if own is None or found is None or own.pairing.state is PairState.PAUSED:
        return None
    if kind == RETURNED:
        return _returned(found)
    if kind == APPROVED:
        return _approved(found)
    return _week(found, date.fromisoformat(rest[2])) if kind == WEEK else await _due(tx, member, found, now)


async def _due(tx: Tx, member: Member, of: Seen | Unbegun, now: datetime) -> Piece | None:
    sent = isinstance(of, Seen) and (of.version or of.state is not ProgrammeState.DRAFT)
    ordered_on = await programmes.ordered_on(tx, of.pair)
    if sent or ordered_on is None:
        return None
    calendar = await calendars.of_school(tx, member.school_id, now)
    open_ = go(news.open_label(of), Spot.MY_PROGRAMME, of.pair.pairing.id)
    return Piece(news.due(of, programmes.due_on(calendar, ordered_on)), open_, open_)


def _returned(of: Seen | Unbegun) -> Piece | None:
    if isinstance(of, Unbegun) or of.state is not ProgrammeState.DRAFT or not of.note:
        return None
    open_ = go(news.open_label(of), Spot.MY_PROGRAMME, of.pairing_id)
    return Piece(news.back(of), open_, open_)


def _approved(of: Seen | Unbegun) -> Piece | None:
    if isinstance(of, Unbegun) or of.state is not ProgrammeState.APPROVED:
        return None
    open_ = go(news.open_label(of), Spot.MY_PROGRAMME, of.pairing_id)
    return Piece(news.confirmed(of), open_, open_)


def _week(of: Seen | Unbegun, begins_on: date) -> Piece | None:
    """One step is marked with the message's own button, several on the programme's screen."""
    if isinstance(of, Unbegun):
        return None
    due = [each for each in of.following if each.step.due_on and each.step.due_on <= begins_on + _WEEK]
    if not due:
        return None
    open_ = go(news.open_label(of), Spot.MY_PROGRAMME, of.pairing_id)
    if len(due) == 1:
        open_ = act(step_words.done_label(due[0]), Deed.STEP_DONE, due[0].id)
    return Piece(step_words.week(due, of.today), open_, open_)


async def late(tx: Tx, member: Member, rest: Sequence[str], now: datetime) -> Piece | None:
    ordered_on = date.fromisoformat(rest[0])
    found = await programmes.late(tx, member.school_id, now, ordered_on) if member.coordinates else ()
    if not found:
        return None
    open_ = go(news.LATE, Spot.PROGRAMMES)
    return Piece(news.late(found), open_, open_)
