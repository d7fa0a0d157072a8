"""«Люди»: the list by pages, adding by hand, finding by a typed surname, a coordinator's own place in the list."""

from collections.abc import Awaitable, Callable, Iterable, Mapping
from datetime import datetime

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from handlers import (
    announcements,
    bank,
    cards,
    current,
    invites,
    mentors,
    menu,
    papers,
    questions,
    roadmap,
    second_looks,
    settings,
    shelf,
    shelf_screens,
    stages,
    today,
)
from handlers.access import Coordinates, Does, HasText, Opens, Says
from handlers.aside import put_aside
from handlers.effects import Button, Effects, Rows, Screen, column, with_head
from handlers.pages import turns
from handlers.presses import Act, Deed, Go, Spot, act, go
from handlers.texts import bank as bank_words
from handlers.texts import common, errors
from handlers.texts import leaving as leaving_words
from handlers.texts import menu as labels
from handlers.texts import people as words
from handlers.texts import stages as stage_words
from handlers.texts import today as today_words
from mentoring import access, approvals, filling, leaving, people
from mentoring.access import Actor, Member
from mentoring.people import Standing
from mentoring.rules.privacy import looks_like_document
from storage.tx import Tx


def router() -> Router:
    listed = Router(name="people")
    listed.message.filter(Coordinates())
    listed.callback_query.filter(Coordinates())
    listed.message.middleware(put_aside)
    listed.callback_query.middleware(put_aside)
    listed.message.register(on_people, Says("/people"))
    listed.callback_query.register(on_people, Opens(Spot.PEOPLE))
    listed.callback_query.register(on_add, Opens(Spot.PERSON_ADD))
    listed.callback_query.register(on_who_am_i, Opens(Spot.WHO_AM_I))
    listed.callback_query.register(on_it_is_me, Does(Deed.IT_IS_ME))
    return listed


def search_router() -> Router:
    """After the dialogs: text that nobody else waits for is a button's label, else somebody's name."""
    search = Router(name="people_search")
    search.message.filter(HasText(), Coordinates())
    for label, open_screen in _TYPED.items():
        search.message.register(open_screen, Says(label))
    search.message.register(on_surname)
    return search


async def on_people(_: Message | CallbackQuery, tx: Tx, member: Member, press: Go | None = None) -> Effects:
    return await screen(tx, member, press.page if press else 0)


async def screen(tx: Tx, member: Member, number: int = 0) -> Screen:
    shown = await people.page(tx, member, number)
    waiting, left = await approvals.count(tx, member), await leaving.count(tx, member)
    return Screen(
        words.page(shown.total, shown.number, shown.pages),
        (
            *_people(shown.lines, shown.number),
            *turns(Spot.PEOPLE, 0, shown.number, shown.pages),
            *column(
                *([go(words.let_in(waiting), Spot.APPROVALS)] if waiting else []),
                go(words.SEND_LIST, Spot.IMPORT),
                go(words.ADD_ONE, Spot.PERSON_ADD),
                go(words.INVITE, Spot.INVITES),
                *([go(leaving_words.left_label(left), Spot.ERASURES)] if left else []),
                go(common.MENU, Spot.MENU),
            ),
        ),
    )


async def on_add(_: CallbackQuery, tx: Tx, actor: Actor, now: datetime) -> Effects:
    return await current.draw(tx, actor, await filling.begin(tx, actor, "person", now=now), now)


async def on_surname(message: Message, tx: Tx, member: Member) -> Effects:
    """One hit is a card, several are a choice, none is a kind line."""
    asked = (message.text or "").strip()[: words.LABEL]
    if looks_like_document(message.text or ""):
        return Screen(errors.document(), column(go(labels.PEOPLE, Spot.PEOPLE), go(common.MENU, Spot.MENU)))
    found = await people.find(tx, member, asked)
    read = () if found else await shelf.found_by_words(tx, member, asked)
    if read:
        return shelf_screens.found(shelf.shown_words(asked), read)
    if len(found) == 1:
        return await cards.screen(tx, member, found[0].id)
    if not found:
        return Screen(words.not_found(asked), column(go(labels.PEOPLE, Spot.PEOPLE), go(common.MENU, Spot.MENU)))
    return Screen(
        words.found(asked, len(found), people.FOUND),
        (*_people(found[: people.FOUND], 0), *column(go(labels.PEOPLE, Spot.PEOPLE), go(common.MENU, Spot.MENU))),
    )


async def on_who_am_i(_: CallbackQuery, press: Go, tx: Tx, member: Member) -> Effects:
    """The coordinator who came by a role's code stands in the staff list too."""
    shown = await people.page_without_account(tx, member, press.page)
    if member.full_name or not shown.lines:
        text = words.own_place_settled() if member.full_name else words.nobody_left()
        return with_head(await screen(tx, member), text)
    named = words.told_apart(shown.lines)
    return Screen(
        words.who_am_i(shown.number, shown.pages),
        (
            *column(*(act(words.label(named[each.id]), Deed.IT_IS_ME, each.id) for each in shown.lines)),
            *turns(Spot.WHO_AM_I, 0, shown.number, shown.pages),
            *column(go(labels.PEOPLE, Spot.PEOPLE)),
        ),
    )


async def on_it_is_me(_: CallbackQuery, press: Act, tx: Tx, actor: Actor, member: Member, now: datetime) -> Effects:
    found = await people.card(tx, member, press.id)
    if found is not None and people.may_be_listed_as(member, found[0]) and not second_looks.is_sure(press):
        return second_looks.ask(words.is_it_you(found[0].full_name), words.IT_IS_ME_YES, press, _to_people())
    if not await people.take_own_place(tx, member, press.id, now):
        return with_head(await screen(tx, member), words.own_place_settled())
    renewed = await access.actor(tx, actor.external_id)
    me = renewed.member or member
    return with_head(await current.where_am_i(tx, renewed, now), words.own_place_taken(me.full_name))


def _to_people() -> Button:
    return go(common.BACK, Spot.PEOPLE)


# The labels of the coordinator's menu and of what it leads to, as people type them instead of pressing.
_TYPED: Mapping[str, Callable[..., Awaitable[Effects]]] = {
    labels.TODAY: today.on_today,
    labels.PEOPLE: on_people,
    labels.BANK: bank.on_bank,
    words.BANK: bank.on_bank,
    labels.MENTORS: mentors.on_mentors,
    today_words.SILENT: bank.on_silent,
    bank_words.REMIND: bank.on_remind_ask,
    labels.PAPERS: papers.on_papers,
    labels.QUESTIONS: questions.on_questions,
    labels.WRITE: announcements.on_write,
    labels.SETTINGS: settings.on_settings,
    words.INVITE: invites.on_invites,
    words.INVITES: invites.on_invites,
    today_words.ROADMAP: roadmap.on_typed_dates,
    stage_words.TITLE: stages.on_year,
    labels.OWN: menu.on_own_menu,
    labels.SCHOOLS: menu.on_schools,
}


def _people(lines: Iterable[Standing], number: int) -> Rows:
    """A person a line, with how far they are in words."""
    listed = list(lines)
    named = words.told_apart(listed)
    return column(
        *(
            go(words.label(named[each.id], words.MARKS[people.stage(each)]), Spot.PERSON, each.id, number)
            for each in listed
        )
    )
