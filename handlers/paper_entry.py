"""«Внести с бумаги»: the signed sheet first, then the same dialog as everybody's."""

from datetime import datetime

from aiogram import Router
from aiogram.types import CallbackQuery

from handlers import cards, current
from handlers.access import Coordinates, Does, Opens
from handlers.aside import put_aside
from handlers.effects import Effects, Screen, column, with_head
from handlers.presses import Act, Deed, Go, Spot, act, go, number
from handlers.texts import cards as words
from handlers.texts import common
from mentoring import cards as known
from mentoring import filling, paper_entry
from mentoring.access import Actor, Member
from mentoring.paper_entry import Way
from storage.tx import Tx


def router() -> Router:
    paper = Router(name="paper_entry")
    paper.callback_query.filter(Coordinates())
    paper.callback_query.middleware(put_aside)
    paper.callback_query.register(on_paper, Opens(Spot.PERSON_PAPER))
    paper.callback_query.register(on_consent, Does(Deed.PAPER_CONSENT))
    return paper


async def on_paper(_: CallbackQuery, press: Go, tx: Tx, actor: Actor, member: Member, now: datetime) -> Effects:
    """The press's page is the questionnaire's place among the bot's own; its argument names one of the school's."""
    form_key = press.argument or paper_entry.form_at(press.page)
    return await _go_on(tx, actor, member, press.id, form_key, now)


async def on_consent(_: CallbackQuery, press: Act, tx: Tx, actor: Actor, member: Member, now: datetime) -> Effects:
    place, dot, own = press.argument.partition(".")
    form_key = own if dot else paper_entry.form_at(number(place) or 0)
    noted = await paper_entry.note_consent(tx, member, press.id, form_key, now)
    following = await _go_on(tx, actor, member, press.id, form_key, now)
    return with_head(following, words.paper_consent_noted()) if noted else following


async def _go_on(tx: Tx, actor: Actor, member: Member, person_id: int, form_key: str, now: datetime) -> Effects:
    if not await paper_entry.may_come(tx, member, form_key):
        return with_head(await cards.screen(tx, member, person_id), words.paper_closed())
    match await paper_entry.way(tx, member, person_id, form_key):
        case Way.CLOSED:
            return with_head(await cards.screen(tx, member, person_id), words.paper_closed())
        case Way.CONSENT:
            return await _ask_for_sheet(tx, member, person_id, form_key)
        case Way.SENT:
            run = await paper_entry.sent_run(tx, member, person_id, form_key)
            if run is not None:
                return await current.draw(tx, actor, await filling.resume(tx, actor, run), now)
    step = await filling.begin(tx, actor, form_key, now=now, person_id=person_id)
    return await current.draw(tx, actor, step, now)


async def _ask_for_sheet(tx: Tx, member: Member, person_id: int, form_key: str) -> Effects:
    card = await known.look(tx, member, person_id)
    if card is None:
        return cards.gone()
    forms = paper_entry.FORMS
    named = str(forms.index(form_key)) if form_key in forms else f".{form_key}"
    return Screen(
        words.paper_consent_ask(words.name(card)),
        column(
            act(words.IN_HAND, Deed.PAPER_CONSENT, person_id, named),
            act(words.PRINT_FORM, Deed.PERSON_FORM, person_id),
            go(common.BACK, Spot.PERSON, person_id),
        ),
    )
