"""What one reminder says of events: before them, of a task, of minutes that are missing."""

from collections.abc import Sequence
from datetime import datetime

from handlers.pieces import Piece
from handlers.presses import Spot, go
from handlers.texts import gatherings as event_words
from handlers.texts import minutes as task_words
from handlers.texts import my_gatherings as words
from mentoring.access import Member
from mentoring.gatherings import answering, looking, reading, tasks
from storage.tx import Tx
from storage.vocabulary.gatherings import Coming


async def event(tx: Tx, member: Member, rest: Sequence[str], now: datetime) -> Piece | None:
    """To whoever comes or has not decided, of the edition that holds."""
    of = await answering.mine(tx, member, int(rest[0]), now)
    if of is None or not of.may_answer or of.own.answer is Coming.REFUSES or of.gathering.edition != int(rest[1]):
        return None
    open_ = go(words.label(of), Spot.MY_GATHERING, of.gathering.id)
    found = await reading.before(tx, member, of.gathering)
    read = go(words.read_label(of), Spot.SHELF_EVENT, of.gathering.id) if found else None
    return Piece(words.reminder(of) + words.may_read(found), open_, open_, beside=read, until=of.gathering.day)


async def task(tx: Tx, member: Member, rest: Sequence[str], _now: datetime) -> Piece | None:
    own = next((each for each in await tasks.own(tx, member) if each.id == int(rest[0])), None)
    if own is None:
        return None
    open_ = go(task_words.TASKS, Spot.MY_GATHERINGS)
    return Piece(task_words.task_reminder(own), open_, open_)


async def minutes(tx: Tx, member: Member, rest: Sequence[str], now: datetime) -> Piece | None:
    seen = await looking.look(tx, member, int(rest[0]), now) if member.coordinates else None
    if seen is None or not seen.held or seen.gathering.number:
        return None
    open_ = go(task_words.TITLE, Spot.MINUTES, seen.gathering.id)
    return Piece(task_words.minutes_reminder(event_words.name(seen.gathering)), open_, open_)
