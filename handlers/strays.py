"""Whatever nobody else took: groups are left, voice and pictures refused kindly, old buttons explained."""

from dataclasses import replace
from datetime import datetime

from aiogram import Router
from aiogram.types import CallbackQuery, ChatMemberUpdated, Message

from handlers import current
from handlers.access import NotPrivate, Stranger
from handlers.effects import Effect, Effects, LeaveChat, Screen, as_list, column, with_head
from handlers.presses import Spot, go
from handlers.texts import errors
from handlers.texts import menu as labels
from mentoring import reach
from mentoring.access import Actor
from mentoring.rules.privacy import looks_like_document
from storage.tx import Tx

BLOCKED = frozenset({"kicked", "left"})


def groups_router() -> Router:
    """First of all: the bot speaks in private chats only."""
    groups = Router(name="groups")
    groups.message.register(on_group, NotPrivate())
    groups.edited_message.register(on_nothing, NotPrivate())
    groups.edited_message.register(on_nothing, Stranger())
    groups.edited_message.register(on_edited)
    groups.callback_query.register(on_nothing, NotPrivate())
    groups.my_chat_member.register(on_group_member, NotPrivate())
    groups.my_chat_member.register(on_reach)
    return groups


def router() -> Router:
    """Last of all: nobody meets silence."""
    strays = Router(name="strays")
    strays.message.register(on_message)
    strays.callback_query.register(on_press)
    return strays


async def on_group(message: Message) -> Effects:
    return LeaveChat(message.chat.id)


async def on_group_member(event: ChatMemberUpdated) -> Effects:
    """Added somewhere: leave; put out: nothing to do."""
    return None if event.new_chat_member.status in BLOCKED else LeaveChat(event.chat.id)


async def on_nothing(_: Message | CallbackQuery) -> Effects:
    return None


async def on_edited(message: Message, tx: Tx, actor: Actor, now: datetime) -> Effects:
    """It was answered as it came; silence would let the person believe that the correction counts."""
    if not message.text or not await reach.may_tell_of_edit(tx, actor.external_id, message.message_id):
        return None
    shown = as_list(await current.where_am_i(tx, actor, now))
    buttons = [each.label for screen in shown if isinstance(screen, Screen) for row in screen.buttons for each in row]
    return with_head(shown, errors.edited(buttons))


async def on_reach(event: ChatMemberUpdated, tx: Tx, actor: Actor, now: datetime) -> Effects:
    """Blocked or unblocked: the person is unreachable, or can be written to again."""
    if event.new_chat_member.status in BLOCKED:
        await reach.lost(tx, actor.external_id, now)
    else:
        await reach.found(tx, actor.external_id)
    return None


async def on_message(message: Message, tx: Tx, actor: Actor, now: datetime) -> Effects:
    """Voice, pictures, files, stickers, forwards, and text that nothing waits for: one line, then the same screen."""
    member = actor.member
    if member is None:
        return Screen(errors.stranger())
    shown = await current.where_am_i(tx, actor, now)
    if message.photo and member.at_work:
        return with_head(_leading_to_people(shown), f"{errors.not_text()} {errors.list_is_excel()}")
    return with_head(shown, _sentence(message))


async def on_press(_: CallbackQuery, tx: Tx, actor: Actor, now: datetime) -> Effects:
    """Forged, of another version, or not this person's any more: a plain sentence and the current screen."""
    effects = await current.where_am_i(tx, actor, now)
    return with_head(as_list(effects), errors.old_button())


def _leading_to_people(effects: Effects) -> list[Effect]:
    """The same effects; where a staff list is sent is one press away, whatever the screen."""
    row = column(go(labels.PEOPLE, Spot.PEOPLE))
    return [
        replace(each, buttons=tuple(dict.fromkeys((*each.buttons, *row)))) if isinstance(each, Screen) else each
        for each in as_list(effects)
    ]


def _sentence(message: Message) -> str:
    if message.document is not None:
        return errors.unexpected_file()
    if message.text and message.forward_origin is None:
        return errors.document() if looks_like_document(message.text) else errors.not_understood()
    return errors.not_text()
