"""«Протокол»: what was heard and decided, whose it is; tasks of everybody for whoever leads."""

from datetime import datetime

from aiogram import Router
from aiogram.types import CallbackQuery

from handlers import current, gathering_screens, second_looks
from handlers import minutes_screens as screens
from handlers.access import Coordinates, Does, Opens
from handlers.aside import put_aside
from handlers.effects import Effects
from handlers.presses import Act, Deed, Go, Spot, go, number
from handlers.texts import common
from handlers.texts import minutes as words
from mentoring import documents, filling
from mentoring.access import Actor, Member
from mentoring.gatherings import minutes, tasks
from storage.tx import Tx

TYPED = frozenset({minutes.HEAD_FORM, minutes.HEARD_FORM, minutes.DECIDED_FORM})


def router() -> Router:
    kept = Router(name="gathering_minutes")
    kept.callback_query.filter(Coordinates())
    kept.callback_query.middleware(put_aside)
    kept.callback_query.register(on_minutes, Opens(Spot.MINUTES))
    kept.callback_query.register(on_item, Opens(Spot.MINUTES_ITEM))
    kept.callback_query.register(on_type, Does(Deed.MINUTES_TYPE))
    kept.callback_query.register(on_remove, Does(Deed.MINUTES_REMOVE))
    kept.callback_query.register(on_paper, Does(Deed.MINUTES_PAPER))
    kept.callback_query.register(on_tasks, Opens(Spot.TASKS))
    kept.callback_query.register(on_who, Opens(Spot.TASK_WHO))
    kept.callback_query.register(on_assign, Does(Deed.TASK_TO))
    kept.callback_query.register(on_done, Does(Deed.TASK_DONE))
    kept.callback_query.register(on_undone, Does(Deed.TASK_UNDONE))
    return kept


async def on_minutes(_: CallbackQuery, press: Go, tx: Tx, member: Member, now: datetime) -> Effects:
    return await screens.whole(tx, member, press.id, now)


async def on_item(_: CallbackQuery, press: Go, tx: Tx, member: Member, now: datetime) -> Effects:
    return await screens.item(tx, member, press.id, press.page, now)


async def on_type(_: CallbackQuery, press: Act, tx: Tx, actor: Actor, member: Member, now: datetime) -> Effects:
    """The argument is a form, and the number of an item."""
    form_key, place = press.argument.partition(".")[::2]
    of = await minutes.of_event(tx, member, press.id, now)
    if of is None or form_key not in TYPED:
        return await screens.whole(tx, member, press.id, now)
    about = {"gathering": press.id, "item": number(place) or 0}
    return await current.draw(tx, actor, await filling.begin(tx, actor, form_key, now=now, about=about), now)


async def on_remove(_: CallbackQuery, press: Act, tx: Tx, member: Member, now: datetime) -> Effects:
    line = await minutes.line(tx, member, press.id)
    if line is not None and not second_looks.is_sure(press):
        back = go(common.BACK, Spot.MINUTES_ITEM, line.gathering_id, line.item)
        return second_looks.ask(words.remove_ask(line), words.REMOVE_YES, press, back)
    gone = await minutes.remove(tx, member, press.id)
    if gone is None:
        return await gathering_screens.year(tx, member, 0)
    return await screens.item(tx, member, gone.gathering_id, gone.item, now, words.removed())


async def on_paper(_: CallbackQuery, press: Act, tx: Tx, actor: Actor, member: Member, now: datetime) -> Effects:
    of = await minutes.of_event(tx, member, press.id, now)
    if of is None:
        return await screens.whole(tx, member, press.id, now)
    kind = documents.minutes_of(of.seen.gathering.kind)
    made = await documents.make(tx, member, actor.external_id, kind, now, str(press.id))
    return await screens.whole(tx, member, press.id, now, words.made(made) if made else "")


async def on_tasks(_: CallbackQuery, tx: Tx, member: Member) -> Effects:
    return await screens.tasks_of_all(tx, member)


async def on_who(_: CallbackQuery, press: Go, tx: Tx, member: Member, now: datetime) -> Effects:
    return await screens.who(tx, member, press.id, press.page, now)


async def on_assign(_: CallbackQuery, press: Act, tx: Tx, member: Member, now: datetime) -> Effects:
    of = await tasks.choice(tx, member, press.id, 0)
    if of is None:
        return await gathering_screens.year(tx, member, 0)
    done = await tasks.assign(tx, member, press.id, number(press.argument) or 0, now)
    return await screens.item(tx, member, of.line.gathering_id, of.line.item, now, words.assigned(done=done))


async def on_done(_: CallbackQuery, press: Act, tx: Tx, member: Member, now: datetime) -> Effects:
    marked = await tasks.done(tx, member, press.id, now)
    return await screens.tasks_of_all(tx, member, words.done(marked=marked), undone=press.id if marked else 0)


async def on_undone(_: CallbackQuery, press: Act, tx: Tx, member: Member, now: datetime) -> Effects:
    back = await tasks.undone(tx, member, press.id, now)
    return await screens.tasks_of_all(tx, member, words.undone(back=back))
