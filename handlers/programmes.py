"""«Моя программа»: for the pair's people and the coordinator alike, by what they are to the pair now."""

from collections.abc import Awaitable, Callable
from datetime import date, datetime
from typing import Any

from aiogram import Router
from aiogram.types import CallbackQuery, Message, TelegramObject

from handlers import current
from handlers import programme_screens as screens
from handlers.access import Does, Opens, Says
from handlers.aside import put_aside
from handlers.effects import Effects, Screen, column, with_head
from handlers.presses import Act, Deed, Go, Spot, act, go, number
from handlers.texts import common
from handlers.texts import documents as document_words
from handlers.texts import pairs as pair_words
from handlers.texts import programme_news as news
from handlers.texts import programme_steps as step_words
from handlers.texts import programmes as words
from mentoring import documents, filling, pairs, programmes
from mentoring.access import Actor, Member
from mentoring.programme_outcomes import OWN_STEP, STEP_DATE
from mentoring.programmes import Edit, Field, Seen, Sending
from storage.tx import Tx
from storage.vocabulary.documents import DocumentKind


def router() -> Router:
    written = Router(name="programmes")
    written.message.middleware(put_aside)
    written.callback_query.middleware(put_aside)
    written.message.middleware(_after_consent)
    written.callback_query.middleware(_after_consent)
    written.message.register(on_mine, Says(words.TITLE))
    written.callback_query.register(on_mine, Opens(Spot.MY_PROGRAMME))
    written.callback_query.register(on_begin, Does(Deed.PROGRAMME_BEGIN))
    written.callback_query.register(on_plan, Opens(Spot.PROGRAMME_PLAN))
    written.callback_query.register(on_words, Opens(Spot.PROGRAMME_WORDS))
    written.callback_query.register(on_type, Does(Deed.PROGRAMME_TYPE))
    written.callback_query.register(on_own_step, Does(Deed.STEP_OWN))
    written.callback_query.register(on_own_words, Does(Deed.PROGRAMME_OWN_WORDS))
    written.callback_query.register(on_add, Opens(Spot.PROGRAMME_ADD))
    written.callback_query.register(on_offered, Opens(Spot.PROGRAMME_OFFERED))
    written.callback_query.register(on_tick, Does(Deed.STEP_IN, Deed.STEP_OUT))
    written.callback_query.register(on_step, Opens(Spot.PROGRAMME_STEP))
    written.callback_query.register(on_move, Does(Deed.STEP_MOVE))
    written.callback_query.register(on_date, Does(Deed.STEP_DATE))
    written.callback_query.register(on_remove_ask, Opens(Spot.PROGRAMME_STEP_REMOVE))
    written.callback_query.register(on_remove, Does(Deed.STEP_REMOVE))
    written.callback_query.register(on_done, Does(Deed.STEP_DONE))
    written.callback_query.register(on_undone, Does(Deed.STEP_UNDONE))
    written.callback_query.register(on_lacks, Opens(Spot.PROGRAMME_LACKS))
    written.callback_query.register(on_send, Does(Deed.PROGRAMME_SEND))
    written.callback_query.register(on_reopen, Does(Deed.PROGRAMME_REOPEN))
    written.callback_query.register(on_history, Opens(Spot.PROGRAMME_HISTORY))
    written.callback_query.register(on_paper, Does(Deed.PROGRAMME_PAPER, Deed.PROGRAMME_REPORT))
    return written


async def _after_consent(
    handler: Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]], event: TelegramObject, data: dict[str, Any]
) -> Any:
    """A programme is the pair's data; a coordinator looks at it by their work."""
    member: Member = data["member"]
    if member.consented or member.at_work:
        return await handler(event, data)
    return await current.ask_consent(data["tx"], data["actor"], data["now"])


async def on_mine(
    _: Message | CallbackQuery, tx: Tx, member: Member, now: datetime, press: Go | None = None
) -> Effects:
    """Without an id one's own; of several pairs it is asked which."""
    if press and press.id:
        return await screens.programme(tx, member, press.id, now)
    own = await pairs.own(tx, member)
    if len(own) == 1:
        return await screens.programme(tx, member, own[0].pairing.id, now)
    named = (go(pair_words.label(each), Spot.MY_PROGRAMME, each.pairing.id) for each in own)
    return Screen(words.which() if own else words.none_yet(), column(*named, go(common.MENU, Spot.MENU)))


async def on_begin(_: CallbackQuery, press: Act, tx: Tx, member: Member, now: datetime) -> Effects:
    await programmes.begin(tx, member, press.id, now, anew=bool(press.argument))
    return await screens.programme(tx, member, press.id, now)


async def on_plan(_: CallbackQuery, press: Go, tx: Tx, member: Member, now: datetime) -> Effects:
    return await screens.plan(tx, member, press.id, press.page, now)


async def on_words(_: CallbackQuery, press: Go, tx: Tx, member: Member, now: datetime) -> Effects:
    return await screens.typed_words(tx, member, press.id, now)


async def on_type(_: CallbackQuery, press: Act, tx: Tx, actor: Actor, member: Member, now: datetime) -> Effects:
    field = next((each for each in Field if each == press.argument), None)
    found = await programmes.look(tx, member, press.id, now)
    if field is None or not isinstance(found, Seen) or not found.may_change:
        return await _refused(tx, member, press.id, found, now)
    step = await filling.begin(tx, actor, f"programme_{field}", now=now, about={"pairing": press.id})
    return with_head(await current.draw(tx, actor, step, now), words.now_is(found, field))


async def on_own_step(_: CallbackQuery, press: Act, tx: Tx, actor: Actor, member: Member, now: datetime) -> Effects:
    found = await programmes.look(tx, member, press.id, now)
    if not isinstance(found, Seen) or not found.may_change:
        return await _refused(tx, member, press.id, found, now)
    step = await filling.begin(tx, actor, OWN_STEP, now=now, about={"pairing": press.id})
    return await current.draw(tx, actor, step, now)


async def _refused(tx: Tx, member: Member, pairing_id: int, found: object, now: datetime) -> Effects:
    shown = await screens.programme(tx, member, pairing_id, now)
    return with_head(shown, news.edited(Edit.LOCKED)) if isinstance(found, Seen) else shown


async def on_own_words(_: CallbackQuery, press: Act, tx: Tx, member: Member, now: datetime) -> Effects:
    own = await programmes.own_words(tx, member, press.id)
    edit = await programmes.write(tx, member, press.id, Field.PROBLEM, own, now) if own else Edit.SAME
    return with_head(await screens.typed_words(tx, member, press.id, now), news.edited(edit))


async def on_add(_: CallbackQuery, press: Go, tx: Tx, member: Member, now: datetime) -> Effects:
    return await screens.areas(tx, member, press.id, press.page, now)


async def on_offered(_: CallbackQuery, press: Go, tx: Tx, member: Member, now: datetime) -> Effects:
    return await screens.offered(tx, member, press.id, press.argument.strip("-"), now)


async def on_tick(_query: CallbackQuery, press: Act, tx: Tx, member: Member, now: datetime) -> Effects:
    named, _, place = press.argument.partition(":")
    area, at = named.strip("-"), number(place)
    change = programmes.tick if press.deed is Deed.STEP_IN else programmes.untick
    edit = await change(tx, member, press.id, area, -1 if at is None else at, now)
    shown = await screens.offered(tx, member, press.id, area, now)
    return shown if edit is Edit.DONE else with_head(shown, news.edited(edit))


async def on_step(_: CallbackQuery, press: Go, tx: Tx, member: Member, now: datetime) -> Effects:
    return await screens.step(tx, member, press.id, now)


async def on_move(_: CallbackQuery, press: Act, tx: Tx, member: Member, now: datetime) -> Effects:
    day = _day(press.argument)
    edit = await programmes.move(tx, member, press.id, day, now) if day else Edit.SAME
    head = step_words.moved(day) if day and edit is Edit.DONE else news.edited(edit)
    return with_head(await screens.step(tx, member, press.id, now), head)


async def on_date(_: CallbackQuery, press: Act, tx: Tx, actor: Actor, member: Member, now: datetime) -> Effects:
    found = await programmes.with_step(tx, member, press.id, now)
    if found is None:
        return await screens.step(tx, member, press.id, now)
    if not found.may_change:
        return await _refused(tx, member, found.pairing_id, found, now)
    about = {"pairing": found.pairing_id, "step": press.id}
    return await current.draw(tx, actor, await filling.begin(tx, actor, STEP_DATE, now=now, about=about), now)


async def on_remove_ask(_: CallbackQuery, press: Go, tx: Tx, member: Member, now: datetime) -> Effects:
    found = await programmes.with_step(tx, member, press.id, now)
    place = found.place(press.id) if found else None
    if found is None or place is None or not found.may_change:
        return await screens.step(tx, member, press.id, now)
    remove = act(step_words.REMOVE, Deed.STEP_REMOVE, press.id)
    return Screen(
        step_words.remove_ask(found.steps[place]), column(remove, go(common.BACK, Spot.PROGRAMME_STEP, press.id))
    )


async def on_remove(_: CallbackQuery, press: Act, tx: Tx, member: Member, now: datetime) -> Effects:
    """Twice is once; the plan is what is left."""
    found = await programmes.with_step(tx, member, press.id, now)
    edit = await programmes.remove(tx, member, press.id, now)
    if found is None:
        return await screens.step(tx, member, press.id, now)
    head = step_words.removed() if edit is Edit.DONE else news.edited(edit)
    return with_head(await screens.plan(tx, member, found.pairing_id, 0, now), head)


async def on_done(_: CallbackQuery, press: Act, tx: Tx, member: Member, now: datetime) -> Effects:
    edit = await programmes.mark_done(tx, member, press.id, now)
    found = await programmes.with_step(tx, member, press.id, now)
    place = found.place(press.id) if found else None
    if found is None or place is None:
        return await screens.step(tx, member, press.id, now)
    shown = await screens.programme(tx, member, found.pairing_id, now)
    if edit is not Edit.DONE:
        return with_head(shown, news.edited(edit))
    back = column(act(step_words.TAKE_BACK, Deed.STEP_UNDONE, press.id))
    return with_head(screens.above(back, shown), step_words.marked(found.steps[place]))


async def on_undone(_: CallbackQuery, press: Act, tx: Tx, member: Member, now: datetime) -> Effects:
    edit = await programmes.take_back(tx, member, press.id, now)
    head = step_words.taken_back() if edit is Edit.DONE else step_words.not_taken_back()
    return with_head(await screens.step(tx, member, press.id, now), head)


async def on_lacks(_: CallbackQuery, press: Go, tx: Tx, member: Member, now: datetime) -> Effects:
    return await screens.lacks(tx, member, press.id, now)


async def on_send(_: CallbackQuery, press: Act, tx: Tx, member: Member, now: datetime) -> Effects:
    done = await programmes.send(tx, member, press.id, now)
    shown = screens.lacks if done is Sending.LACKS else screens.programme
    return with_head(await shown(tx, member, press.id, now), news.sending(done))


async def on_reopen(_: CallbackQuery, press: Act, tx: Tx, member: Member, now: datetime) -> Effects:
    done = await programmes.reopen(tx, member, press.id, now)
    shown = await screens.programme(tx, member, press.id, now)
    return with_head(shown, news.reopened()) if done else shown


async def on_history(_: CallbackQuery, press: Go, tx: Tx, member: Member) -> Effects:
    found = await programmes.history(tx, member, press.id)
    return Screen(step_words.history(found), column(go(words.TO_PROGRAMME, Spot.MY_PROGRAMME, press.id)))


async def on_paper(_: CallbackQuery, press: Act, tx: Tx, actor: Actor, member: Member, now: datetime) -> Effects:
    """The programme itself, or the report on it."""
    shown = await screens.programme(tx, member, press.id, now)
    if not isinstance(await programmes.look(tx, member, press.id, now), Seen):
        return shown
    reports = press.deed is Deed.PROGRAMME_REPORT
    kind = DocumentKind.PROGRAMME_REPORT if reports else DocumentKind.PROGRAMME
    made = await documents.make(tx, member, actor.external_id, kind, now, str(press.id))
    if made is None:
        return shown
    return with_head(shown, news.report_ordered() if reports else document_words.made(made))


def _day(written: str) -> date | None:
    try:
        return date.fromisoformat(written)
    except ValueError:
        return None
