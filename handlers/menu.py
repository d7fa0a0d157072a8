"""What everybody has: the menu, help, stop, one's own request and data, the pause."""

import re
from datetime import datetime, timedelta

from aiogram import Router
from aiogram.filters import Filter
from aiogram.types import CallbackQuery, Message

from handlers import current, menus, own_menu, withdrawal, year_confirm
from handlers.access import Does, Opens, Says, word_of
from handlers.effects import Effects, Screen, as_list, column, with_head
from handlers.presses import Act, Deed, Spot, act, go, meant_for
from handlers.texts import arrivals as arrival_words
from handlers.texts import asked_forms as asked_words
from handlers.texts import common
from handlers.texts import menu as words
from handlers.texts import own_papers as paper_words
from mentoring import access, asked, consent, filling, jobs, own_papers, people, readiness, requests
from mentoring.access import Actor, Member
from mentoring.jobs import Work
from mentoring.year_end import confirming
from storage.tx import Tx
from storage.vocabulary import ConsentDecision, RunState, Source

COORDINATORS = (  # theirs alone
    *("/today", "/people", "/bank", "/mentors", "/forms", "/remind", "/write", "/papers", "/questions"),
)
LONGEST_STOP = 30  # a longer text that begins so is an answer


def stop_router() -> Router:
    """Works at any moment, in any dialog, and is never stored as an answer."""
    stop = Router(name="stop")
    stop.message.register(on_stop, Says("/stop"))
    stop.message.register(on_stop, SaysStop())
    return stop


def words_router() -> Router:
    """Before the dialogs: these words lead out of them and are never an answer."""
    words_ = Router(name="menu_words")
    words_.message.register(on_menu, Says("меню"))
    words_.message.register(on_help, Says("помощь"))
    words_.message.register(on_my_data, Says("мои данные"))
    return words_


def router() -> Router:
    menu = Router(name="menu")
    menu.message.register(on_menu, Says("/menu", "/cancel", "отмена", *COORDINATORS))
    menu.callback_query.register(on_menu, Opens(Spot.MENU))
    menu.callback_query.register(on_own_menu, Opens(Spot.OWN_MENU))
    menu.message.register(on_help, Says("/help"))
    menu.callback_query.register(on_help, Opens(Spot.HELP))
    menu.message.register(on_request, Says("мой запрос", "заполнить запрос", "продолжить запрос"))
    menu.callback_query.register(on_request, Opens(Spot.REQUEST))
    menu.callback_query.register(on_withdraw_request_ask, Opens(Spot.REQUEST_WITHDRAW))
    menu.callback_query.register(on_withdraw_request, Does(Deed.WITHDRAW_REQUEST))
    menu.message.register(on_my_data, Says("/settings"))
    menu.callback_query.register(on_my_data, Opens(Spot.MY_DATA))
    menu.callback_query.register(on_own_data, Does(Deed.OWN_DATA))
    menu.callback_query.register(on_contact, Opens(Spot.CONTACT))
    menu.callback_query.register(on_withdraw_ask, Opens(Spot.WITHDRAW))
    menu.callback_query.register(on_withdraw, Does(Deed.WITHDRAW))
    menu.message.register(on_pause, Says(*words.PAUSES))
    menu.callback_query.register(on_pause, Opens(Spot.PAUSE))
    menu.callback_query.register(on_pause_days, Does(Deed.PAUSE_DAYS))
    menu.callback_query.register(on_unpause, Does(Deed.UNPAUSE))
    menu.callback_query.register(on_own_name, Opens(Spot.OWN_NAME))
    menu.callback_query.register(on_schools, Opens(Spot.SCHOOLS))
    menu.callback_query.register(on_switch_school, Does(Deed.SWITCH_SCHOOL))
    return menu


class SaysStop(Filter):
    """«Стоп» in any form, alone or with a few words after it."""

    async def __call__(self, event: Message) -> bool:
        typed = word_of(event)
        return len(typed) <= LONGEST_STOP and re.split(r"[\s,.!?]", typed)[0] in ("стоп", "stop")


async def on_menu(_: Message | CallbackQuery, tx: Tx, actor: Actor, now: datetime) -> Effects:
    await filling.leave(tx, actor)
    return await current.where_am_i(tx, await access.actor(tx, actor.external_id), now)


async def on_own_menu(_: CallbackQuery, tx: Tx, actor: Actor, member: Member, now: datetime) -> Effects:
    """A coordinator is a teacher too."""
    if not member.consented:
        return await current.ask_consent(tx, actor, now)
    return await own_menu.whole(tx, actor, member, now)


async def on_help(_: Message | CallbackQuery, member: Member) -> Effects:
    text = words.help_coordinator() if member.coordinates else words.help_teacher()
    return Screen(text, column(go(common.MENU, Spot.MENU)))


async def on_stop(_: Message, tx: Tx, actor: Actor, member: Member | None, now: datetime) -> Effects:
    if member is None:
        return await current.where_am_i(tx, actor, now)
    await consent.refuse_contact(tx, member, now, source=Source.TYPED)
    await filling.leave(tx, actor)
    return Screen(
        words.stopped(coordinates=member.coordinates),
        column(
            go(words.ALLOW_MESSAGES, Spot.CONTACT),
            go(words.MY_DATA, Spot.MY_DATA),
            go(common.MENU, Spot.MENU),
        ),
    )


async def on_request(_: Message | CallbackQuery, tx: Tx, actor: Actor, member: Member, now: datetime) -> Effects:
    request = await requests.own(tx, member)
    if request is None and not member.consented:
        return await current.ask_consent(tx, actor, now)
    last_year = await confirming.unsaid(tx, member, requests.FORM) if member.consented else None
    if last_year is not None:
        return year_confirm.screen(requests.FORM, last_year)
    if request is None or not member.consented:
        return await current.draw(tx, actor, await filling.begin(tx, actor, requests.FORM, now=now), now)
    if request.run.state is RunState.OPEN:
        return await current.draw(tx, actor, await filling.greet(tx, actor, request.run), now)
    return await current.draw(tx, actor, await filling.resume(tx, actor, request.run), now)


async def on_withdraw_request_ask(_: CallbackQuery) -> Effects:
    return Screen(
        words.withdraw_request_ask(),
        column(act(words.WITHDRAW_REQUEST, Deed.WITHDRAW_REQUEST), go(common.BACK, Spot.MY_DATA)),
    )


async def on_withdraw_request(_: CallbackQuery, tx: Tx, actor: Actor, member: Member, now: datetime) -> Effects:
    done = await requests.withdraw(tx, member, now)
    await filling.leave(tx, actor)
    text = words.request_withdrawn() if done else words.no_request()
    return Screen(text, column(go(common.MENU, Spot.MENU)))


async def on_own_data(_: CallbackQuery, tx: Tx, actor: Actor, member: Member | None, now: datetime) -> Effects:
    """Whoever is somebody here may know what is kept of them, whatever they have decided."""
    if member is None:
        return await current.where_am_i(tx, actor, now)
    await jobs.order(tx, member, actor.external_id, Work.OWN_DATA, now)
    back = column(go(words.MY_DATA, Spot.MY_DATA), go(common.MENU, Spot.MENU))
    return Screen(words.own_data_ordered(), back)


async def on_my_data(_: Message | CallbackQuery, tx: Tx, member: Member) -> Effects:
    """Everything about oneself, and the three different ways to stop, each with its own button."""
    request = await requests.own(tx, member)
    mentoring = await readiness.questionnaire(tx, member)
    own = await asked.of_person(tx, member)
    writes = member.contact_consent is ConsentDecision.GIVEN
    portfolio = [act(paper_words.PORTFOLIO, Deed.PORTFOLIO)] if await own_papers.has_portfolio(tx, member) else []
    sent = request is not None and request.run.state is RunState.SUBMITTED
    contact = act(words.STOP_MESSAGES, Deed.REFUSE_CONTACT) if writes else go(words.ALLOW_MESSAGES, Spot.CONTACT)
    buttons = (
        *([go(words.REQUEST_OWN, Spot.REQUEST)] if request else []),
        *([go(own_menu.mentoring_label(mentoring), Spot.MENTORING)] if mentoring else []),
        *(go(asked_words.own_label(each), Spot.ASKED_FORM, argument=each.form.key) for each in own),
        *([go(words.WITHDRAW_REQUEST, Spot.REQUEST_WITHDRAW)] if sent else []),
        *([go(words.WITHDRAW_MENTORING, Spot.MENTORING_WITHDRAW)] if mentoring and mentoring.sent else []),
        *([go(words.OWN_NAME, Spot.OWN_NAME)] if member.consented else []),
        *([] if member.consented else [go(common.READ_TEXT, Spot.CONSENT_TEXT)]),
        *([contact] if member.consented or member.coordinates else []),
        *portfolio,
        *([go(words.WITHDRAW, Spot.WITHDRAW)] if member.may_withdraw else []),
        *([act(paper_words.WITHDRAWAL, Deed.WITHDRAWAL_FORM)] if member.may_withdraw else []),
        act(words.OWN_DATA, Deed.OWN_DATA),
        go(common.MENU, Spot.MENU),
    )
    text = words.my_data(
        member.full_name,
        words.GIVEN if member.consented else words.DECIDED.get(member.data_consent, words.NOT_GIVEN),
        words.WRITES if writes else words.DOES_NOT_WRITE,
        [each.label for each in buttons if each.label in words.STOPS],
    )
    return Screen(text, column(*buttons))


async def on_contact(_: CallbackQuery, member: Member) -> Effects:
    """Leave is given to a question that was read, here as at the start."""
    buttons = column(act(arrival_words.ALLOW, Deed.ALLOW_CONTACT), act(arrival_words.REFUSE, Deed.REFUSE_CONTACT))
    return meant_for(member.person_id, Screen(arrival_words.contact(), buttons))


async def on_withdraw_ask(_: CallbackQuery, tx: Tx, actor: Actor, member: Member, now: datetime) -> Effects:
    return await (withdrawal.ask(tx, member) if member.may_withdraw else current.where_am_i(tx, actor, now))


async def on_withdraw(_: CallbackQuery, tx: Tx, actor: Actor, member: Member, now: datetime) -> Effects:
    receipt = await consent.withdraw(tx, member, now)
    await filling.leave(tx, actor)
    if receipt is None:
        return await current.where_am_i(tx, await access.actor(tx, actor.external_id), now)
    return Screen(arrival_words.withdrawn(receipt.withdrawn_on, receipt.destroyed_by))


async def on_pause(_: Message | CallbackQuery, tx: Tx, actor: Actor, now: datetime) -> Effects:
    """A week, a month, or a typed date."""
    return await current.draw(tx, actor, await filling.begin(tx, actor, "pause", now=now), now)


async def on_pause_days(_: CallbackQuery, press: Act, tx: Tx, actor: Actor, member: Member, now: datetime) -> Effects:
    until = actor.today(now) + timedelta(days=min(max(press.id, 1), 366))
    await filling.leave(tx, actor)
    await people.pause(tx, member, until)
    return Screen(words.paused(until), column(go(common.MENU, Spot.MENU)))


async def on_unpause(_: CallbackQuery, tx: Tx, actor: Actor, member: Member, now: datetime) -> Effects:
    await people.pause(tx, member, None)
    screen = await own_menu.whole(tx, await access.actor(tx, actor.external_id), member, now)
    return with_head(screen, words.unpaused())


async def on_own_name(_: CallbackQuery, tx: Tx, actor: Actor, now: datetime) -> Effects:
    return await current.draw(tx, actor, await filling.begin(tx, actor, "own_name", now=now), now)


async def on_schools(_: CallbackQuery, actor: Actor) -> Effects:
    return Screen(
        words.schools(),
        column(*(act(each.school_name, Deed.SWITCH_SCHOOL, each.person_id) for each in actor.members)),
    )


async def on_switch_school(_: CallbackQuery, press: Act, tx: Tx, actor: Actor, now: datetime) -> Effects:
    if await people.switch_school(tx, actor, press.id):
        actor = await access.actor(tx, actor.external_id)
    effects = await current.where_am_i(tx, actor, now)
    return [menus.commands(actor), *as_list(effects)]
