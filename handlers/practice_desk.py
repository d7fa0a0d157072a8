"""The coordinator's part of the practice library: cards to be decided about, the collection in Word."""

from datetime import datetime

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from handlers import current
from handlers import practice_screens as screens
from handlers.access import Coordinates, Does, Opens, Says
from handlers.aside import put_aside
from handlers.effects import Effects, Screen, column, with_head
from handlers.pages import turns
from handlers.presses import Act, Deed, Go, Spot, act, go, number
from handlers.texts import common
from handlers.texts import practice_desk as words
from handlers.texts import practices as card_words
from mentoring import filling, jobs
from mentoring.access import Actor, Member
from mentoring.jobs import Work
from mentoring.practice_outcomes import RETURN
from mentoring.practices import collection, deciding, looking
from storage.tx import Tx
from storage.vocabulary.practices import CardState


def router() -> Router:
    desk = Router(name="practice_desk")
    desk.message.filter(Coordinates())
    desk.callback_query.filter(Coordinates())
    desk.message.middleware(put_aside)
    desk.callback_query.middleware(put_aside)
    desk.message.register(on_desk, Says("карточки практик"))
    desk.callback_query.register(on_desk, Opens(Spot.PRACTICE_DESK))
    desk.callback_query.register(on_accept, Does(Deed.PRACTICE_ACCEPT))
    desk.callback_query.register(on_return, Does(Deed.PRACTICE_RETURN))
    desk.callback_query.register(on_collection, Opens(Spot.PRACTICE_COLLECTION))
    desk.callback_query.register(on_collect, Does(Deed.PRACTICE_COLLECT))
    return desk


async def on_desk(
    _: Message | CallbackQuery, tx: Tx, member: Member, now: datetime, press: Go | None = None
) -> Effects:
    """The argument is the state; new ones first."""
    wanted = press.argument if press else ""
    state = next((each for each in words.LISTS if each == wanted), CardState.SENT)
    of = await looking.desk(tx, member, state, press.page if press else 0, now)
    counts = {CardState.SENT: of.counts.sent, CardState.RETURNED: of.counts.returned}
    others = {each: name for each, name in words.LISTS.items() if each is not state}
    return Screen(
        words.desk(of) + common.pages(of.number, of.pages),
        (
            *column(*(go(card_words.line_label(each.title), Spot.PRACTICE, each.id) for each in of.cards)),
            *turns(Spot.PRACTICE_DESK, 0, of.number, of.pages, argument=state),
            *column(
                *(
                    go(words.list_label(name, counts.get(each, of.counts.accepted)), Spot.PRACTICE_DESK, argument=each)
                    for each, name in others.items()
                ),
                go(words.COLLECTION, Spot.PRACTICE_COLLECTION),
                go(words.NOMINATIONS, Spot.NOMINATIONS),
                go(words.LIBRARY, Spot.PRACTICES),
                go(common.MENU, Spot.MENU),
            ),
        ),
    )


async def on_accept(_: CallbackQuery, press: Act, tx: Tx, member: Member, now: datetime) -> Effects:
    done = await deciding.accept(tx, member, press.id, number(press.argument) or 0, now)
    shown = await screens.card(tx, member, press.id)
    return with_head(shown, words.accepted(done=done))


async def on_return(_: CallbackQuery, press: Act, tx: Tx, actor: Actor, member: Member, now: datetime) -> Effects:
    of, version = await looking.one(tx, member, press.id), number(press.argument) or 0
    if of is None or not of.may_return or of.row.version != version:
        return with_head(await screens.card(tx, member, press.id), words.meanwhile())
    step = await filling.begin(tx, actor, RETURN, now=now, about={"card": press.id, "version": version})
    return await current.draw(tx, actor, step, now)


async def on_collection(_: CallbackQuery, tx: Tx, member: Member) -> Effects:
    return await _collection(tx, member)


async def _collection(tx: Tx, member: Member) -> Screen:
    of = await collection.look(tx, member)
    return Screen(
        words.collection(of, member.zone),
        column(
            *([act(words.COLLECT, Deed.PRACTICE_COLLECT)] if of.cards else []),
            go(words.NOMINATIONS, Spot.NOMINATIONS),
            go(words.TO_DESK, Spot.PRACTICE_DESK),
            go(common.MENU, Spot.MENU),
        ),
    )


async def on_collect(_: CallbackQuery, tx: Tx, actor: Actor, member: Member, now: datetime) -> Effects:
    shown = await _collection(tx, member)
    if not (await collection.look(tx, member)).cards:
        return shown
    await jobs.order(tx, member, actor.external_id, Work.PRACTICES, now)
    return with_head(shown, words.ordered())
