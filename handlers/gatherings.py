"""«Мероприятия»: the coordinator makes an event, invites to it, changes and cancels it."""

from dataclasses import replace
from datetime import datetime

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from handlers import current, second_looks
from handlers import gathering_screens as screens
from handlers.access import Coordinates, Does, Opens, Says
from handlers.aside import put_aside
from handlers.effects import Effects, Screen, column
from handlers.pages import turns
from handlers.presses import Act, Deed, Go, Spot, act, go, number
from handlers.texts import announcements as announcement_words
from handlers.texts import common
from handlers.texts import gathering_lists as list_words
from handlers.texts import gatherings as words
from handlers.texts import people as people_words
from mentoring import filling
from mentoring.access import Actor, Member
from mentoring.gatherings import agenda, answering, inviting, looking, making
from storage.tx import Tx
from storage.vocabulary.gatherings import Group, Talk

TYPED = frozenset({making.DAY_FORM, making.PLACE_FORM, making.PLACES_FORM, agenda.FORM})


def router() -> Router:
    events = Router(name="gatherings")
    events.message.filter(Coordinates())
    events.callback_query.filter(Coordinates())
    events.message.middleware(put_aside)
    events.callback_query.middleware(put_aside)
    events.message.register(on_typed, Says(words.TITLE))
    events.callback_query.register(on_list, Opens(Spot.GATHERINGS))
    events.callback_query.register(on_event, Opens(Spot.GATHERING))
    events.callback_query.register(on_type, Does(Deed.GATHERING_TYPE))
    events.callback_query.register(on_whom, Opens(Spot.GATHERING_PEOPLE))
    events.callback_query.register(on_tick, Does(Deed.GATHERING_TICK, Deed.GATHERING_UNTICK))
    events.callback_query.register(on_group, Does(Deed.GATHERING_GROUP))
    events.callback_query.register(on_untick_all, Does(Deed.GATHERING_UNTICK_ALL))
    events.callback_query.register(on_preview, Opens(Spot.GATHERING_PREVIEW))
    events.callback_query.register(on_beyond, Opens(Spot.GATHERING_BEYOND))
    events.callback_query.register(on_send, Does(Deed.GATHERING_SEND))
    events.callback_query.register(on_answers, Opens(Spot.GATHERING_ANSWERS))
    events.callback_query.register(on_change, Opens(Spot.GATHERING_CHANGE))
    events.callback_query.register(on_calls, Does(Deed.GATHERING_CALLS))
    events.callback_query.register(on_cancel_ask, Opens(Spot.GATHERING_CANCEL))
    events.callback_query.register(on_cancel, Does(Deed.GATHERING_CANCEL))
    events.callback_query.register(on_drop, Does(Deed.GATHERING_DROP))
    events.callback_query.register(on_talks, Opens(Spot.GATHERING_TALKS))
    events.callback_query.register(on_talk, Does(Deed.TALK_ACCEPT, Deed.TALK_THANK))
    return events


async def on_typed(_: Message, tx: Tx, member: Member) -> Effects:
    return await screens.year(tx, member, 0)


async def on_list(_: CallbackQuery, press: Go, tx: Tx, member: Member) -> Effects:
    return await screens.year(tx, member, press.page)


async def on_event(_: CallbackQuery, press: Go, tx: Tx, member: Member, now: datetime) -> Effects:
    return await screens.event(tx, member, press.id, now)


async def on_type(_: CallbackQuery, press: Act, tx: Tx, actor: Actor, member: Member, now: datetime) -> Effects:
    """A small form: of a new event, or of what may change of this one."""
    if press.argument == making.FORM:
        return await _ask(tx, actor, making.FORM, 0, now)
    seen = await looking.look(tx, member, press.id, now)
    if seen is None or press.argument not in TYPED or seen.is_cancelled:
        return await screens.event(tx, member, press.id, now)
    if press.argument != agenda.FORM and not seen.may_change:
        return await screens.event(tx, member, press.id, now, words.not_now())
    return await _ask(tx, actor, press.argument, press.id, now)


async def _ask(tx: Tx, actor: Actor, form_key: str, gathering_id: int, now: datetime) -> Effects:
    step = await filling.begin(tx, actor, form_key, now=now, about={"gathering": gathering_id})
    return await current.draw(tx, actor, step, now)


async def on_whom(_: CallbackQuery, press: Go, tx: Tx, member: Member, now: datetime) -> Effects:
    return await screens.whom(tx, member, press.id, press.page, now)


async def on_tick(_: CallbackQuery, press: Act, tx: Tx, member: Member, now: datetime) -> Effects:
    """Set or taken back, never toggled: pressed twice it stays. The argument is a person and the page of the list."""
    person, page = ((*map(number, press.argument.split(".")), None, None))[:2]
    on = press.deed is Deed.GATHERING_TICK
    changed = await inviting.tick(tx, member, press.id, person or 0, now, on=on)
    done = list_words.ticked() if on else list_words.unticked()
    shown = await screens.whom(tx, member, press.id, page or 0, now)
    return replace(shown, toast=done if changed else list_words.already())


async def on_group(_: CallbackQuery, press: Act, tx: Tx, member: Member, now: datetime) -> Effects:
    if press.argument not in set(Group):
        return await screens.whom(tx, member, press.id, 0, now)
    count = await inviting.tick_group(tx, member, press.id, Group(press.argument), now)
    return await screens.whom(tx, member, press.id, 0, now, list_words.added(count))


async def on_untick_all(_: CallbackQuery, press: Act, tx: Tx, member: Member, now: datetime) -> Effects:
    await inviting.untick_all(tx, member, press.id, now)
    return await screens.whom(tx, member, press.id, 0, now)


async def on_preview(_: CallbackQuery, press: Go, tx: Tx, member: Member, now: datetime) -> Effects:
    return await screens.preview(tx, member, press.id, now)


async def on_beyond(_: CallbackQuery, press: Go, tx: Tx, member: Member, now: datetime) -> Effects:
    """Whom one must tell in person, each with the reason."""
    shown = await inviting.to_be_told(tx, member, press.id, press.page, now)
    if shown is None:
        return await screens.event(tx, member, press.id, now)
    named = people_words.told_apart(shown.lines)
    return Screen(
        announcement_words.beyond(shown, named),
        (
            *column(*(go(people_words.label(named[each.id]), Spot.PERSON, each.id) for each in shown.lines)),
            *turns(Spot.GATHERING_BEYOND, press.id, shown.number, shown.pages),
            *column(screens.to_event(press.id)),
        ),
    )


async def on_send(_: CallbackQuery, press: Act, tx: Tx, member: Member, now: datetime) -> Effects:
    sent = await inviting.send(tx, member, press.id, now)
    said = list_words.sent(sent) if sent else list_words.nobody_to_invite()
    return await screens.event(tx, member, press.id, now, said)


async def on_answers(_: CallbackQuery, press: Go, tx: Tx, member: Member, now: datetime) -> Effects:
    seen = await looking.look(tx, member, press.id, now)
    if seen is None:
        return await screens.event(tx, member, press.id, now)
    shown = await looking.listed(tx, seen.gathering, press.page)
    beyond = go(list_words.IN_PERSON, Spot.GATHERING_BEYOND, press.id)
    return Screen(
        list_words.answers(shown, seen, people_words.told_apart(shown.lines)),
        (
            *turns(Spot.GATHERING_ANSWERS, press.id, shown.number, shown.pages),
            *column(beyond, screens.to_event(press.id)),
        ),
    )


async def on_change(_: CallbackQuery, press: Go, tx: Tx, member: Member, now: datetime) -> Effects:
    seen = await looking.look(tx, member, press.id, now)
    if seen is None or not seen.may_change:
        return await screens.event(tx, member, press.id, now, words.not_now() if seen else "")
    calls = words.CALL_NO_MORE if seen.gathering.calls else words.CALL
    return Screen(
        words.change_ask(),
        column(
            act(words.CHANGE_DAY, Deed.GATHERING_TYPE, press.id, making.DAY_FORM),
            act(words.CHANGE_PLACE, Deed.GATHERING_TYPE, press.id, making.PLACE_FORM),
            act(words.CHANGE_PLACES, Deed.GATHERING_TYPE, press.id, making.PLACES_FORM),
            act(calls, Deed.GATHERING_CALLS, press.id, "" if seen.gathering.calls else "1"),
            screens.to_event(press.id),
        ),
    )


async def on_calls(_: CallbackQuery, press: Act, tx: Tx, member: Member, now: datetime) -> Effects:
    done = await making.set_calls(tx, member, press.id, now, calls=bool(press.argument))
    return await screens.event(tx, member, press.id, now, words.kept(done=done))


async def on_cancel_ask(_: CallbackQuery, press: Go, tx: Tx, member: Member, now: datetime) -> Effects:
    """With the numbers: it cannot be undone."""
    seen = await looking.look(tx, member, press.id, now)
    if seen is None or seen.is_draft or not seen.may_change:
        return await screens.event(tx, member, press.id, now, words.not_now() if seen else "")
    yes = act(words.CANCEL_YES, Deed.GATHERING_CANCEL, press.id)
    return Screen(words.cancel_ask(seen), column(yes, go(common.BACK, Spot.GATHERING, press.id)))


async def on_cancel(_: CallbackQuery, press: Act, tx: Tx, member: Member, now: datetime) -> Effects:
    told = await making.cancel(tx, member, press.id, now)
    return await screens.event(tx, member, press.id, now, words.cancelled(told) if told else "")


async def on_drop(_: CallbackQuery, press: Act, tx: Tx, member: Member, now: datetime) -> Effects:
    seen = await looking.look(tx, member, press.id, now)
    if seen is not None and seen.is_draft and not second_looks.is_sure(press):
        return second_looks.ask(words.drop_ask(seen), words.DROP, press, screens.to_event(press.id))
    done = await making.drop(tx, member, press.id)
    return await screens.year(tx, member, 0, words.dropped() if done else "")


async def on_talks(_: CallbackQuery, press: Go, tx: Tx, member: Member, now: datetime) -> Effects:
    return await _talks(tx, member, press.id, now)


async def _talks(tx: Tx, member: Member, gathering_id: int, now: datetime, head: str = "") -> Screen:
    seen = await looking.look(tx, member, gathering_id, now)
    if seen is None:
        return await screens.event(tx, member, gathering_id, now)
    offered = await looking.talks(tx, seen.gathering)
    named = people_words.told_apart(offered)
    buttons = (
        act(list_words.talk_label(word, named[each.id]), deed, gathering_id, f"{each.id}")
        for each in offered
        if each.talk_state is Talk.OFFERED
        for word, deed in ((list_words.ACCEPT, Deed.TALK_ACCEPT), (list_words.THANK, Deed.TALK_THANK))
    )
    text = list_words.talks(offered, named)
    return Screen(f"{head}\n\n{text}" if head else text, column(*buttons, screens.to_event(gathering_id)))


async def on_talk(_: CallbackQuery, press: Act, tx: Tx, member: Member, now: datetime) -> Effects:
    person, accepted = number(second_looks.argument(press)) or 0, press.deed is Deed.TALK_ACCEPT
    if not accepted and not second_looks.is_sure(press):
        back = go(common.BACK, Spot.GATHERING_TALKS, press.id)
        return second_looks.ask(list_words.thank_ask(), list_words.THANK_YES, press, back)
    done = await answering.decide_talk(tx, member, press.id, person, now, accepted=accepted)
    return await _talks(tx, member, press.id, now, list_words.talk_decided(done=done))
