"""«Впустить»: newcomers by the staff room's link, all that match at once or one by one."""

from dataclasses import replace
from datetime import datetime

from aiogram import Router
from aiogram.types import CallbackQuery

from handlers.access import Coordinates, Does, Opens
from handlers.aside import put_aside
from handlers.effects import Effects, Screen, column, with_head
from handlers.pages import turns
from handlers.presses import Act, Deed, Go, Spot, act, go, number
from handlers.texts import approvals as words
from handlers.texts import common, errors
from handlers.texts import menu as labels
from handlers.texts import people as people_words
from handlers.texts import roles as role_words
from handlers.texts.common import safe
from mentoring import approvals, people
from mentoring.access import Member
from mentoring.approvals import Case, Decision
from storage.tx import Tx

WITH_RIGHTS = "r"


def router() -> Router:
    waiting = Router(name="approvals")
    waiting.callback_query.filter(Coordinates())
    waiting.callback_query.middleware(put_aside)
    waiting.callback_query.register(on_queue, Opens(Spot.APPROVALS))
    waiting.callback_query.register(on_all_ask, Opens(Spot.APPROVE_ALL))
    waiting.callback_query.register(on_all, Does(Deed.APPROVE_ALL))
    waiting.callback_query.register(on_newcomer, Opens(Spot.NEWCOMER))
    waiting.callback_query.register(on_choose, Opens(Spot.APPROVE_AS))
    waiting.callback_query.register(on_approve, Does(Deed.APPROVE))
    waiting.callback_query.register(on_refuse_ask, Opens(Spot.REFUSE))
    waiting.callback_query.register(on_refuse, Does(Deed.REFUSE))
    return waiting


async def on_queue(_: CallbackQuery, press: Go, tx: Tx, member: Member) -> Effects:
    return await screen(tx, member, press.page)


async def screen(tx: Tx, member: Member, number: int = 0) -> Screen:
    queue = await approvals.queue(tx, member, number)
    batch = [go(words.let_in_all(len(queue.exact)), Spot.APPROVE_ALL)] if queue.exact else []
    return Screen(
        words.queue(queue.total, queue.number, queue.pages),
        (
            *column(*batch, *(go(words.line(each), Spot.NEWCOMER, each.id) for each in queue.lines)),
            *turns(Spot.APPROVALS, 0, queue.number, queue.pages),
            *column(go(labels.PEOPLE, Spot.PEOPLE), go(common.MENU, Spot.MENU)),
        ),
    )


async def on_all_ask(_: CallbackQuery, tx: Tx, member: Member) -> Effects:
    return await _all_ask(tx, member)


async def _all_ask(tx: Tx, member: Member) -> Screen:
    exact = (await approvals.queue(tx, member, 0)).exact
    if not exact:
        return await _settled(tx, member)
    newest, seen = max(each.id for each in exact), approvals.mark(exact)
    return Screen(
        words.let_in_all_ask(exact),
        column(act(words.yes_all(len(exact)), Deed.APPROVE_ALL, newest, seen), go(common.BACK, Spot.APPROVALS)),
    )


async def on_all(_: CallbackQuery, press: Act, tx: Tx, member: Member, now: datetime) -> Effects:
    count = await approvals.approve_exact(tx, member, newest=press.id, seen=press.argument, now=now)
    if not count and (before := await approvals.let_in_by(tx, member, press.id)):
        return await _again(tx, member, words.let_in(len(before)))
    if count is None:
        return with_head(await _all_ask(tx, member), words.others_now())
    return with_head(await screen(tx, member), words.let_in(count))


async def on_newcomer(_: CallbackQuery, press: Go, tx: Tx, member: Member) -> Effects:
    case = await approvals.case(tx, member, press.id)
    if case is None:
        return await _settled(tx, member)
    named = people_words.told_apart(case.candidates)
    return Screen(
        words.case(case, member),
        column(
            *(act(words.this_is(named[each.id]), Deed.APPROVE, press.id, str(each.id)) for each in case.candidates),
            *([] if case.by_own_invitation else [go(words.ANOTHER, Spot.APPROVE_AS, press.id)]),
            act(words.LET_IN if case.by_own_invitation else words.AS_NEW, Deed.APPROVE, press.id),
            go(words.REFUSE, Spot.REFUSE, press.id),
            go(common.BACK, Spot.APPROVALS),
        ),
    )


async def on_choose(_: CallbackQuery, press: Go, tx: Tx, member: Member) -> Effects:
    """Pages count from 1 here: 0 opens the list where the newcomer's name would stand."""
    case = await approvals.case(tx, member, press.id)
    if case is None:
        return await _settled(tx, member)
    number = press.page - 1 if press.page else await people.page_near(tx, member, case.newcomer.full_name)
    shown = await people.page_without_account(tx, member, number)
    named = people_words.told_apart(shown.lines)
    text = words.choose(case.newcomer.full_name, shown.number, shown.pages) if named else words.nobody_in_list()
    return Screen(
        text,
        (
            *column(
                *(act(people_words.label(named[each.id]), Deed.APPROVE, press.id, str(each.id)) for each in shown.lines)
            ),
            *turns(Spot.APPROVE_AS, press.id, shown.number, shown.pages, first=1),
            *column(go(common.BACK, Spot.NEWCOMER, press.id)),
        ),
    )


async def on_approve(_: CallbackQuery, press: Act, tx: Tx, member: Member, now: datetime) -> Effects:
    """The argument is the person of the list, marked when their rights were confirmed; without it, somebody new."""
    case = await approvals.case(tx, member, press.id)
    listed, confirmed = number(press.argument.removesuffix(WITH_RIGHTS)), press.argument.endswith(WITH_RIGHTS)
    match await approvals.approve(tx, member, press.id, listed, now, with_rights=confirmed):
        case Decision.DONE if case is not None:
            return with_head(await screen(tx, member), words.approved(case.newcomer.full_name))
        case Decision.TAKEN:
            return with_head(await screen(tx, member), words.taken())
        case Decision.RIGHTS if case is not None:
            return await _ask_about_rights(tx, member, case, listed)
        case Decision.SETTLED if before := await approvals.let_in_by(tx, member, press.id):
            return await _again(tx, member, words.approved(before[0].full_name))
        case _:
            return await _settled(tx, member)


async def _ask_about_rights(tx: Tx, member: Member, case: Case, listed: int | None) -> Effects:
    """A coordinator's rights are not handed out by a name that anybody could type, nor by a link that may be lost."""
    who = case.newcomer.full_name
    if listed is not None:
        found = await people.card(tx, member, listed)
        if found is None:
            return await _settled(tx, member)
        who = people_words.told_apart([found[0]])[listed]
    theirs, typed = case.rights_as(listed), case.newcomer.full_name
    return Screen(
        role_words.let_in_ask(safe(typed), safe(who), theirs) if listed else role_words.let_in_invited_ask(who, theirs),
        column(
            act(role_words.YES_WITH_RIGHTS, Deed.APPROVE, case.newcomer.id, f"{listed or ''}{WITH_RIGHTS}"),
            go(common.BACK, Spot.NEWCOMER, case.newcomer.id),
        ),
    )


async def on_refuse_ask(_: CallbackQuery, press: Go, tx: Tx, member: Member) -> Effects:
    case = await approvals.case(tx, member, press.id)
    if case is None:
        return await _settled(tx, member)
    return Screen(
        words.refuse_ask(case),
        column(act(words.REFUSE, Deed.REFUSE, press.id), go(common.BACK, Spot.NEWCOMER, press.id)),
    )


async def on_refuse(_: CallbackQuery, press: Act, tx: Tx, member: Member, now: datetime) -> Effects:
    case = await approvals.case(tx, member, press.id)
    if await approvals.refuse(tx, member, press.id, now) is Decision.SETTLED:
        if await approvals.was_refused_by(tx, member, press.id):
            return await _again(tx, member, words.refused())
        return await _settled(tx, member)
    return with_head(await screen(tx, member), words.refused(stays=case is not None and case.by_own_invitation))


async def _again(tx: Tx, member: Member, done: str) -> Screen:
    """The same finger once more: what it has done stays on the screen."""
    shown = await screen(tx, member)
    return replace(shown, text=f"{done}\n\n{shown.text}", toast=errors.repeated())


async def _settled(tx: Tx, member: Member) -> Screen:
    """A colleague was quicker."""
    shown = await screen(tx, member)
    return replace(shown, text=f"{words.settled()}\n\n{shown.text}")
