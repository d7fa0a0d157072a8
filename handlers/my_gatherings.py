"""Events for whoever is invited: one tap to answer, a talk, one's own tasks, a file for the calendar."""

from datetime import datetime

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from handlers import current, gathering_screens
from handlers import my_gathering_screens as screens
from handlers.access import Does, Opens, Says
from handlers.effects import Effects, with_head
from handlers.participants import with_consent
from handlers.presses import Act, Deed, Go, Spot
from handlers.texts import errors
from handlers.texts import gatherings as event_words
from handlers.texts import minutes as task_words
from handlers.texts import my_gatherings as words
from mentoring import filling, jobs
from mentoring.access import Actor, Member
from mentoring.gatherings import answering, looking, tasks
from mentoring.jobs import Work
from storage.tx import Tx
from storage.vocabulary.gatherings import Coming


def router() -> Router:
    mine = Router(name="my_gatherings")
    mine.callback_query.middleware(with_consent)
    mine.message.middleware(with_consent)
    mine.message.register(on_every, Says(words.TITLE))
    mine.callback_query.register(on_every, Opens(Spot.MY_GATHERINGS))
    mine.callback_query.register(on_one, Opens(Spot.MY_GATHERING))
    mine.callback_query.register(on_answer, Does(Deed.GATHERING_ANSWER))
    mine.callback_query.register(on_talk, Does(Deed.TALK_OFFER))
    mine.callback_query.register(on_task_done, Does(Deed.TASK_DONE))
    mine.callback_query.register(on_task_undone, Does(Deed.TASK_UNDONE))
    return mine


def files_router() -> Router:
    """For whoever leads and whoever is invited alike; the dialog that is open stays open."""
    files = Router(name="gathering_files")
    files.callback_query.register(on_file, Does(Deed.GATHERING_FILE))
    return files


async def on_every(_: Message | CallbackQuery, tx: Tx, member: Member, now: datetime) -> Effects:
    return await screens.every(tx, member, now)


async def on_one(_: CallbackQuery, press: Go, tx: Tx, member: Member, now: datetime) -> Effects:
    return await screens.one(tx, member, press.id, now)


async def on_answer(_: CallbackQuery, press: Act, tx: Tx, member: Member, now: datetime) -> Effects:
    """As often as they like until it begins."""
    if press.argument not in set(Coming):
        return await screens.one(tx, member, press.id, now)
    said = await answering.answer(tx, member, press.id, Coming(press.argument), now)
    return await screens.one(tx, member, press.id, now, words.answered(said) if said else "")


async def on_talk(_: CallbackQuery, press: Act, tx: Tx, actor: Actor, member: Member, now: datetime) -> Effects:
    of = await answering.mine(tx, member, press.id, now)
    if of is None or not of.may_talk:
        return await screens.one(tx, member, press.id, now, words.talk_kept(done=False) if of else "")
    about = {"gathering": press.id}
    return await current.draw(tx, actor, await filling.begin(tx, actor, answering.FORM, now=now, about=about), now)


async def on_task_done(_: CallbackQuery, press: Act, tx: Tx, member: Member, now: datetime) -> Effects:
    marked = await tasks.done(tx, member, press.id, now)
    return await screens.every(tx, member, now, task_words.done(marked=marked), undone=press.id if marked else 0)


async def on_task_undone(_: CallbackQuery, press: Act, tx: Tx, member: Member, now: datetime) -> Effects:
    back = await tasks.undone(tx, member, press.id, now)
    return await screens.every(tx, member, now, task_words.undone(back=back))


async def on_file(_: CallbackQuery, press: Act, tx: Tx, actor: Actor, member: Member | None, now: datetime) -> Effects:
    """Made by the worker; it names nobody."""
    leads = member is not None and member.at_work and await looking.look(tx, member, press.id, now) is not None
    mine = await answering.mine(tx, member, press.id, now) if member else None
    if member is None or not (leads or mine):
        return with_head(await current.where_am_i(tx, actor, now), errors.old_button())
    await jobs.order(tx, member, actor.external_id, Work.GATHERING_EVENT, now, gathering=press.id)
    if leads:
        return await gathering_screens.event(tx, member, press.id, now, event_words.file_ordered())
    return await screens.one(tx, member, press.id, now, event_words.file_ordered())
