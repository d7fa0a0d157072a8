"""Screens of events for whoever is invited, and the messages that come unasked."""

from collections.abc import Mapping
from datetime import datetime

from handlers.effects import Button, Screen, column
from handlers.presses import Deed, Spot, act, go
from handlers.texts import common
from handlers.texts import gatherings as event_words
from handlers.texts import minutes as task_words
from handlers.texts import my_gatherings as words
from mentoring.access import Member
from mentoring.gatherings import answering, reading, tasks
from mentoring.gatherings.answering import Mine
from mentoring.gatherings.telling import Change
from storage.tx import Tx
from storage.vocabulary.gatherings import Coming, Talk


async def every(tx: Tx, member: Member, now: datetime, head: str = "", *, undone: int = 0) -> Screen:
    """What is to be, what one has been at, and what one is to do; `undone` is a task that was marked just now."""
    coming, own = await answering.every(tx, member, now), await tasks.own(tx, member)
    text = words.every(coming, await answering.been(tx, member)) + task_words.own_tasks(own)
    return Screen(
        f"{head}\n\n{text}" if head else text,
        column(
            *([act(task_words.UNDO, Deed.TASK_UNDONE, undone)] if undone else []),
            *(act(task_words.done_label(each), Deed.TASK_DONE, each.id) for each in own),
            *(go(words.label(each), Spot.MY_GATHERING, each.gathering.id) for each in coming),
            go(common.MENU, Spot.MENU),
        ),
    )


async def one(tx: Tx, member: Member, gathering_id: int, now: datetime, head: str = "") -> Screen:
    of = await answering.mine(tx, member, gathering_id, now)
    if of is None:
        return await every(tx, member, now, words.gone())
    text = f"{head}\n\n{words.event(of)}" if head else words.event(of)
    ready = of.may_answer and await reading.before(tx, member, of.gathering)
    read = [go(words.read_label(of), Spot.SHELF_EVENT, gathering_id)] if ready else []
    back = go(words.TO_LIST, Spot.MY_GATHERINGS)
    return Screen(text, column(*_acts(of), *read, back, go(common.MENU, Spot.MENU)))


def _acts(of: Mine) -> list[Button]:
    """Only answers that are not given yet."""
    if not of.may_answer:
        return []
    talk = words.TALK if of.own.talk_state is Talk.NONE else words.TALK_OTHER
    return [
        *answers(of),
        *([act(talk, Deed.TALK_OFFER, of.gathering.id)] if of.may_talk else []),
        act(event_words.CALENDAR_FILE, Deed.GATHERING_FILE, of.gathering.id),
    ]


def answers(of: Mine) -> list[Button]:
    offered = {each: label for each, label in words.ANSWERS.items() if each is not of.own.answer}
    if of.free == 0:
        offered.pop(Coming.COMES, None)
    return [act(label, Deed.GATHERING_ANSWER, of.gathering.id, each.value) for each, label in offered.items()]


async def message(tx: Tx, member: Member, about: Mapping[str, int | str], now: datetime) -> Screen | None:
    """An invitation, a change, a cancellation; None for what was superseded, or is of no use any more."""
    of, change = await answering.mine(tx, member, int(about["gathering"]), now), Change(str(about["change"]))
    if of is None or of.gathering.edition != int(about["edition"]) or of.begun:
        return None
    if change is Change.CANCELLED:
        return Screen(words.message(of.gathering, change), keep=True) if of.is_cancelled else None
    if of.is_cancelled:
        return None
    open_ = go(words.OPEN, Spot.MY_GATHERING, of.gathering.id)
    return Screen(words.message(of.gathering, change), column(*answers(of), open_), keep=True)


async def talk_message(tx: Tx, member: Member, about: Mapping[str, int | str], now: datetime) -> Screen | None:
    of = await answering.mine(tx, member, int(about["gathering"]), now)
    if of is None or of.own.talk_state not in (Talk.ACCEPTED, Talk.THANKED):
        return None
    return Screen(words.talk_decided(of), column(go(words.OPEN, Spot.MY_GATHERING, of.gathering.id)), keep=True)
