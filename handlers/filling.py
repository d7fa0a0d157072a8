"""Dialogs: a press or a message goes to the engine, its step comes back as a screen."""

from datetime import datetime

from aiogram import Router
from aiogram.filters import Filter
from aiogram.types import CallbackQuery, Message

from handlers import current
from handlers.access import HasText, Opens, Turns
from handlers.controls import Control, press_of
from handlers.effects import DeleteMessage, Effects, as_list, with_head
from handlers.presses import Go, Spot
from handlers.texts import errors
from handlers.texts import filling as words
from mentoring import filling
from mentoring.access import Actor
from mentoring.filling import Ask, Facts, Intro, Open, Stopped, Summary, Turn
from mentoring.rules import nameless
from mentoring.rules.questionnaire import RefusalReason
from storage.tx import Tx


class InDialog(Filter):
    """Typed text is meant for the open dialog."""

    async def __call__(self, _event: Message, actor: Actor) -> bool:
        return actor.run_id is not None


def turns_router() -> Router:
    """Most of all that people do, so it is asked for first."""
    turns = Router(name="turns")
    turns.callback_query.register(on_turn, Turns())
    return turns


def router() -> Router:
    dialog = Router(name="filling")
    dialog.callback_query.register(on_ask_coordinator, Opens(Spot.ASK))
    dialog.message.register(on_control, HasText(), InDialog(), Control())
    dialog.message.register(on_text, HasText(), InDialog())
    return dialog


async def on_turn(_: CallbackQuery, press: Turn, tx: Tx, actor: Actor, now: datetime) -> Effects:
    return await current.draw(tx, actor, await filling.turn(tx, actor, press, now), now)


async def on_text(message: Message, tx: Tx, actor: Actor, now: datetime) -> Effects:
    step = await filling.say(tx, actor, message.text or "", now)
    drawn = await current.draw(tx, actor, step, now)
    unheard = isinstance(step, Intro | Facts | Summary) and step.unheard
    drawn = with_head(drawn, errors.not_understood()) if unheard else drawn
    return _without_trace(message, step, drawn) if isinstance(step, Open) else drawn


def _without_trace(message: Message, step: Open, drawn: Effects) -> Effects:
    """What is typed for answers without a name goes out of the chat; what was not taken as one is said back first."""
    if nameless.ROUND not in step.run.about:
        return drawn
    said = with_head(drawn, words.typed(message.text or "")) if _is_wanted_again(step) else as_list(drawn)
    return [*said, DeleteMessage(message.message_id)]


def _is_wanted_again(step: Open) -> bool:
    """To be made shorter, or said after a long silence: nobody should have to find the words twice."""
    refusal = step.refusal if isinstance(step, Ask) else None
    mended = refusal is not None and refusal.reason in (RefusalReason.TOO_LONG, RefusalReason.CONSTRAINT)
    return mended or isinstance(step, Stopped)


async def on_control(message: Message, tx: Tx, actor: Actor, now: datetime) -> Effects:
    """A typed label is a press of the button; a button that is not there is no answer either."""
    shown = await current.where_am_i(tx, actor, now)
    match press_of(message, shown):
        case Turn() as turn:
            return await current.draw(tx, actor, await filling.turn(tx, actor, turn, now), now)
        case Go(to=Spot.ASK, id=run_id):
            step = await filling.ask_coordinator(tx, actor, run_id=run_id or None, now=now)
            return await current.draw(tx, actor, step, now)
    return with_head(shown, errors.no_such_button())


async def on_ask_coordinator(_: CallbackQuery, press: Go, tx: Tx, actor: Actor, now: datetime) -> Effects:
    """From a question of a dialog (its run is the press's id) or from the menu."""
    step = await filling.ask_coordinator(tx, actor, run_id=press.id or None, now=now)
    return await current.draw(tx, actor, step, now)
