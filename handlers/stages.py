"""«Дорожная карта»: the year's stages and activities, what is left open, what is done and by what."""

from datetime import datetime

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from handlers import current, stage_dates, stage_screens
from handlers.access import Coordinates, Does, Opens, Says
from handlers.aside import put_aside
from handlers.effects import Effects, Screen, column, with_head
from handlers.presses import Act, Deed, Go, Spot, go
from handlers.texts import common
from handlers.texts import roadmap_questions as question_words
from handlers.texts import stages as words
from mentoring import filling, jobs, proofs, roadmap_setup, stages
from mentoring.access import Actor, Member
from storage.tx import Tx


def router() -> Router:
    roadmap = Router(name="stages")
    roadmap.message.filter(Coordinates())
    roadmap.callback_query.filter(Coordinates())
    roadmap.message.middleware(put_aside)
    roadmap.callback_query.middleware(put_aside)
    roadmap.message.register(on_year, Says("/roadmap"))
    roadmap.callback_query.register(on_year, Opens(Spot.ROADMAP))
    roadmap.callback_query.register(on_stage, Opens(Spot.ROADMAP_STAGE))
    roadmap.callback_query.register(on_activity, Opens(Spot.ROADMAP_ACTIVITY))
    roadmap.callback_query.register(on_question, Opens(Spot.ROADMAP_QUESTION))
    roadmap.callback_query.register(on_decide, Does(Deed.ROADMAP_DECIDE))
    roadmap.callback_query.register(on_file, Does(Deed.ROADMAP_FILE))
    roadmap.callback_query.register(on_proof, Does(Deed.PROOF))
    roadmap.callback_query.register(on_take_back, Does(Deed.PROOF_BACK))
    return roadmap


async def on_year(_: Message | CallbackQuery, tx: Tx, member: Member, now: datetime) -> Effects:
    return await stage_screens.year(tx, member, now)


async def on_stage(_: CallbackQuery, press: Go, tx: Tx, member: Member, now: datetime) -> Effects:
    return await stage_screens.stage(tx, member, press.id, now)


async def on_activity(_: CallbackQuery, press: Go, tx: Tx, member: Member, now: datetime) -> Effects:
    return await stage_screens.activity(tx, member, press.argument, now)


async def on_question(_: CallbackQuery, press: Go, tx: Tx, member: Member, now: datetime) -> Effects:
    """The one that waits, or an earlier one to be answered anew."""
    return await stage_screens.question(tx, member, press.id) or await stage_screens.year(tx, member, now)


async def on_decide(_: CallbackQuery, press: Act, tx: Tx, member: Member, now: datetime) -> Effects:
    """On to the next question; after the last one the dates that follow from it."""
    done = await roadmap_setup.decide(tx, member, press.id - 1, press.argument, now)
    following = await stage_screens.question(tx, member, 0, question_words.decided() if done else "")
    if following is not None:
        return following
    return with_head(await stage_dates.screen(tx, member, now), question_words.all_decided())


async def on_file(_: CallbackQuery, press: Act, tx: Tx, actor: Actor, member: Member, now: datetime) -> Effects:
    """As Word, Excel or a picture, by its number."""
    if press.id not in range(len(stage_screens.FILES)):
        return await stage_screens.year(tx, member, now)
    await jobs.order(tx, member, actor.external_id, stage_screens.FILES[press.id], now)
    return Screen(words.ordered(), column(go(words.TO_ROADMAP, Spot.ROADMAP), go(common.MENU, Spot.MENU)))


async def on_proof(_: CallbackQuery, press: Act, tx: Tx, actor: Actor, member: Member, now: datetime) -> Effects:
    """The small form that takes what proves it."""
    is_known = (await stages.look(tx, member.school_id, now)).place(press.argument) is not None
    if not is_known or press.id not in range(len(stage_screens.PROOFS)):
        return await stage_screens.activity(tx, member, press.argument, now)
    form_key, about = stage_screens.PROOFS[press.id], {"activity": press.argument}
    return await current.draw(tx, actor, await filling.begin(tx, actor, form_key, now=now, about=about), now)


async def on_take_back(_: CallbackQuery, press: Act, tx: Tx, member: Member, now: datetime) -> Effects:
    was_there = await proofs.take_back(tx, member, press.argument, now)
    screen = await stage_screens.activity(tx, member, press.argument, now)
    return with_head(screen, words.taken_back(was_there=was_there))
