"""«Вопросы»: what teachers have asked, and the reply, which comes back to the same place."""

from datetime import datetime
from operator import attrgetter

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from handlers import current
from handlers.access import Coordinates, Opens, Says
from handlers.aside import put_aside
from handlers.effects import Effects, Screen, column, with_head
from handlers.pages import turns
from handlers.presses import Go, Spot, go
from handlers.texts import common
from handlers.texts import people as people_words
from handlers.texts import questions as words
from mentoring import filling, questions
from mentoring.access import Actor, Member
from storage.tx import Tx


def router() -> Router:
    asked = Router(name="questions")
    asked.message.filter(Coordinates())
    asked.callback_query.filter(Coordinates())
    asked.message.middleware(put_aside)
    asked.callback_query.middleware(put_aside)
    asked.message.register(on_questions, Says("/questions"))
    asked.callback_query.register(on_questions, Opens(Spot.QUESTIONS))
    asked.callback_query.register(on_question, Opens(Spot.QUESTION))
    asked.callback_query.register(on_reply, Opens(Spot.QUESTION_REPLY))
    return asked


async def on_questions(_: Message | CallbackQuery, tx: Tx, member: Member, press: Go | None = None) -> Effects:
    shown = await questions.page(tx, member, press.page if press else 0)
    named = people_words.told_apart(shown.lines, attrgetter("person_id"))
    return Screen(
        words.page(shown, named, member.zone),
        (
            *column(*(go(words.line(named[each.id]), Spot.QUESTION, each.id) for each in shown.lines)),
            *turns(Spot.QUESTIONS, 0, shown.number, shown.pages),
            *column(go(common.MENU, Spot.MENU)),
        ),
    )


async def on_question(_: CallbackQuery, press: Go, tx: Tx, member: Member) -> Effects:
    found = await questions.get(tx, member, press.id)
    back = (go(words.TO_QUESTIONS, Spot.QUESTIONS), go(common.MENU, Spot.MENU))
    if found is None:
        return Screen(words.gone(), column(*back))
    text = words.question(found.full_name, found.about, found.text, found.asked_at, member.zone)
    if found.reply is not None:
        return Screen(f"{text}\n\n{words.replied(found.reply)}", column(*back))
    return Screen(text, column(go(words.REPLY, Spot.QUESTION_REPLY, found.id), *back))


async def on_reply(_: CallbackQuery, press: Go, tx: Tx, actor: Actor, member: Member, now: datetime) -> Effects:
    """Answered by another meanwhile, it is only shown."""
    found = await questions.get(tx, member, press.id)
    if found is None or found.reply is not None:
        return await on_question(_, press, tx, member)
    step = await filling.begin(tx, actor, "reply", now=now, about={"question": found.id})
    asked = words.question(found.full_name, found.about, found.text, found.asked_at, member.zone)
    return with_head(await current.draw(tx, actor, step, now), asked)
