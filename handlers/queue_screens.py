"""The screens of those without a pair, drawn alike after a press and after what was typed."""

from datetime import datetime

from handlers.effects import Button, Screen, column
from handlers.pages import turns
from handlers.presses import Deed, Spot, act, go
from handlers.texts import common
from handlers.texts import materials as material_words
from handlers.texts import pairs as pair_words
from handlers.texts import people as people_words
from handlers.texts import queue as words
from mentoring import queue, queue_exits, queue_watch, support
from mentoring.access import Member
from mentoring.queue import InQueue
from storage.tx import Tx
from storage.vocabulary.pairs import Support, SupportState

PAGE = 6
_FURTHER = (go(words.TO_QUEUE, Spot.QUEUE), go(common.MENU, Spot.MENU))


async def page(tx: Tx, member: Member, number: int, now: datetime) -> Screen:
    shown = await queue.page(tx, member, number, now)
    named = people_words.told_apart(shown.lines)
    return Screen(
        words.page(shown, named),
        (
            *column(*(go(people_words.label(named[each.id]), Spot.QUEUE_PERSON, each.id) for each in shown.lines)),
            *turns(Spot.QUEUE, 0, shown.number, shown.pages),
            *column(
                *([go(words.LEFT, Spot.QUEUE_LEFT)] if shown.left else []),
                go(material_words.TITLE, Spot.MATERIALS),
                go(pair_words.TO_BOARD, Spot.PAIRS),
                go(common.MENU, Spot.MENU),
            ),
        ),
    )


async def person(tx: Tx, member: Member, person_id: int, now: datetime) -> Screen:
    found = await queue.one(tx, member, person_id, now)
    if found is None:
        return Screen(words.gone(), column(*_FURTHER))
    return Screen(words.one(found), column(*_acts(found), *_FURTHER))


def _acts(of: InQueue) -> list[Button]:
    """Only what can be offered, and is not yet."""
    open_ = {each.kind for each in of.notes if each.state in support.OPEN}
    possible = {
        Support.MATERIALS: of.materials,
        Support.CONSULTATION: True,
        Support.GROUP: True,
        Support.PSYCHOLOGIST: bool(of.hours),
    }
    offers = [
        go(words.OFFERS[kind], Spot.QUEUE_PEERS, of.id)
        if kind is Support.GROUP
        else act(words.OFFERS[kind], Deed.SUPPORT_OFFER, of.id, kind)
        for kind, holds in possible.items()
        if holds and kind not in open_
    ]
    held = [
        act(words.held_label(each), Deed.SUPPORT_HELD, each.id, str(of.id))
        for each in of.notes
        if each.state is SupportState.WANTED and each.kind is not Support.PSYCHOLOGIST
    ]
    fits = [go(words.WHO_FITS, Spot.RANKING, of.id)] if of.line else []
    return [*fits, *offers, *held, act(words.TAKE_OUT, Deed.QUEUE_OUT, of.id)]


async def peers(tx: Tx, member: Member, person_id: int, now: datetime) -> Screen:
    """Whom a group could be of; the person is asked all the same."""
    found = await queue.peers(tx, member, person_id, now)
    if found is None:
        return await person(tx, member, person_id, now)
    offer = act(words.OFFERS[Support.GROUP], Deed.SUPPORT_OFFER, person_id, Support.GROUP)
    return Screen(words.peers(found), column(offer, go(common.BACK, Spot.QUEUE_PERSON, person_id)))


async def left(tx: Tx, member: Member, number: int) -> Screen:
    everybody = await queue.left(tx, member)
    pages = max(1, -(-len(everybody) // PAGE))
    number = min(max(number, 0), pages - 1)
    shown = everybody[number * PAGE : (number + 1) * PAGE]
    back = [each for each in shown if await queue_exits.may_be_brought_back(tx, member, each)]
    return Screen(
        words.left(shown, number, pages),
        (
            *column(*(act(words.back_label(each), Deed.QUEUE_BACK, each.person_id) for each in back)),
            *turns(Spot.QUEUE_LEFT, 0, number, pages),
            *column(*_FURTHER),
        ),
    )


async def news(tx: Tx, member: Member, since: datetime, now: datetime) -> Screen | None:
    """Mentors who have appeared for those who wait; None when nothing of it holds any more."""
    found = await queue_watch.news(tx, member, since, now)
    if not found:
        return None
    fits = (go(words.fits_label(each), Spot.RANKING, each.mentee.id) for each in found[:PAGE])
    return Screen(words.appeared(found), column(*fits, go(words.TITLE, Spot.QUEUE)), keep=True)
