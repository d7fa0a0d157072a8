"""«Уничтожить данные»: who withdrew or left, each erased by one confirmed press or by itself on day 25."""

from datetime import datetime

from aiogram import Router
from aiogram.types import CallbackQuery

from handlers.access import Coordinates, Does, Opens
from handlers.aside import put_aside
from handlers.effects import Effects, Screen, column, with_head
from handlers.pages import turns
from handlers.presses import Act, Deed, Go, Spot, act, go
from handlers.texts import common
from handlers.texts import destructions as act_words
from handlers.texts import erasures as words
from handlers.texts import people as people_words
from mentoring import erasure
from mentoring.access import Member
from mentoring.erasure import Consequence
from storage.tx import Tx


def router() -> Router:
    erasures = Router(name="erasures")
    erasures.callback_query.filter(Coordinates())
    erasures.callback_query.middleware(put_aside)
    erasures.callback_query.register(on_erasures, Opens(Spot.ERASURES))
    erasures.callback_query.register(on_ask, Opens(Spot.ERASURE))
    erasures.callback_query.register(on_erase, Does(Deed.ERASE))
    return erasures


async def on_erasures(_: CallbackQuery, press: Go, tx: Tx, member: Member) -> Effects:
    return await _screen(tx, member, press.page)


async def on_ask(_: CallbackQuery, press: Go, tx: Tx, member: Member) -> Effects:
    """Once, with the consequence."""
    of = await erasure.look(tx, member, press.id)
    return _ask(of) if of else with_head(await _screen(tx, member, 0), words.gone())


def _ask(of: Consequence) -> Screen:
    person = of.person
    name = people_words.told_apart([person])[person.id]
    return Screen(
        words.ask(name, of),
        column(
            act(words.ERASE, Deed.ERASE, person.id, str(of.mark)),
            go(words.TO_LIST, Spot.ERASURES),
            go(common.MENU, Spot.MENU),
        ),
    )


async def on_erase(_: CallbackQuery, press: Act, tx: Tx, member: Member, now: datetime) -> Effects:
    """The argument is the mark of the numbers that were shown: others are shown first."""
    of = await erasure.look(tx, member, press.id)
    if of is not None and press.argument != str(of.mark):
        return _ask(of)
    done = await erasure.erase_withdrawn(tx, member, press.id, now)
    return with_head(await _screen(tx, member, 0), words.done() if done else words.gone())


async def _screen(tx: Tx, member: Member, number: int) -> Screen:
    shown = await erasure.page(tx, member, number)
    named = people_words.told_apart(shown.lines)
    return Screen(
        words.page(shown),
        (
            *column(
                *(
                    # Who has left may come back: the card offers both.
                    go(
                        words.line(named[each.id], each.erase_by),
                        Spot.PERSON if each.has_left else Spot.ERASURE,
                        each.id,
                    )
                    for each in shown.lines
                )
            ),
            *turns(Spot.ERASURES, 0, shown.number, shown.pages),
            *column(go(act_words.TITLE, Spot.DESTRUCTIONS), go(common.MENU, Spot.MENU)),
        ),
    )
