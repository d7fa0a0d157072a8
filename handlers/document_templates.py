"""A school's own Word template: ours downloaded, theirs checked, accepted, given up again."""

from datetime import datetime

from aiogram import Router
from aiogram.types import CallbackQuery

from handlers import document_screens as screens
from handlers import second_looks
from handlers.access import Coordinates, Does, Opens
from handlers.aside import put_aside
from handlers.effects import Effects, Screen, column, with_head
from handlers.presses import Act, Deed, Go, Spot, act, go
from handlers.texts import common
from handlers.texts import document_templates as words
from handlers.texts import documents as document_words
from mentoring import documents, jobs
from mentoring.access import Actor, Member
from mentoring.jobs import Work
from mentoring.papers.templates.found import TemplateFound
from mentoring.papers.templates.kinds import OUTLINES
from storage.tx import Tx
from storage.vocabulary.documents import DocumentKind


def router() -> Router:
    templates = Router(name="document_templates")
    templates.callback_query.filter(Coordinates())
    templates.callback_query.middleware(put_aside)
    templates.callback_query.register(on_template, Opens(Spot.DOCUMENT_TEMPLATE))
    templates.callback_query.register(on_ours, Does(Deed.TEMPLATE_OURS))
    templates.callback_query.register(on_accept, Does(Deed.TEMPLATE_ACCEPT))
    templates.callback_query.register(on_give_up, Does(Deed.TEMPLATE_DROP))
    return templates


async def received(tx: Tx, actor: Actor, member: Member, found: TemplateFound, now: datetime) -> Screen:
    """Whenever it was sent: what is wrong with it, or that it may be accepted."""
    waiting = await documents.keep_sent(tx, member, found, now)
    kind = found.kind.value
    accept = [act(words.ACCEPT, Deed.TEMPLATE_ACCEPT, waiting, kind)] if waiting else []
    ours = [] if waiting else [act(words.OURS, Deed.TEMPLATE_OURS, argument=kind)]
    back = go(document_words.TO_DOCUMENT, Spot.DOCUMENT, argument=kind)
    buttons = column(*accept, *ours, back, go(common.MENU, Spot.MENU))
    return Screen(words.found(OUTLINES[found.kind], found), buttons, keep=actor.run_id is not None)


async def on_template(_: CallbackQuery, press: Go, tx: Tx, actor: Actor, member: Member) -> Effects:
    kind = screens.kind_of(press.argument)
    return await (_screen(tx, actor, member, kind) if kind else screens.listed(tx, member))


async def on_ours(_: CallbackQuery, press: Act, tx: Tx, actor: Actor, member: Member, now: datetime) -> Effects:
    """With the list of its tags beside it."""
    kind = screens.kind_of(press.argument)
    if kind is None:
        return await screens.listed(tx, member)
    for work in (Work.DOCUMENT_TEMPLATE, Work.DOCUMENT_TAGS):
        await jobs.order(tx, member, actor.external_id, work, now, kind=kind.value)
    return with_head(await _screen(tx, actor, member, kind), words.ordered())


async def on_accept(_: CallbackQuery, press: Act, tx: Tx, actor: Actor, member: Member, now: datetime) -> Effects:
    kind = screens.kind_of(press.argument)
    if kind is None:
        return await screens.listed(tx, member)
    done = await documents.accept(tx, member, kind, press.id, now)
    head = words.accepted(done) if done else words.not_current()
    return with_head(await _screen(tx, actor, member, kind), head)


async def on_give_up(_: CallbackQuery, press: Act, tx: Tx, actor: Actor, member: Member, now: datetime) -> Effects:
    kind = screens.kind_of(second_looks.argument(press))
    if kind is None:
        return await screens.listed(tx, member)
    holding = (await documents.standing(tx, member, kind)).holding
    if holding is not None and not second_looks.is_sure(press):
        back = go(common.BACK, Spot.DOCUMENT_TEMPLATE, argument=kind.value)
        return second_looks.ask(words.give_up_ask(holding.version), words.GIVE_UP_YES, press, back)
    await documents.give_up(tx, member, kind, now)
    return with_head(await _screen(tx, actor, member, kind), words.given_up())


async def _screen(tx: Tx, actor: Actor, member: Member, kind: DocumentKind) -> Screen:
    of = await documents.standing(tx, member, kind)
    accept = [act(words.ACCEPT, Deed.TEMPLATE_ACCEPT, of.waiting.id, kind.value)] if of.waiting else []
    drop = [act(words.GIVE_UP, Deed.TEMPLATE_DROP, argument=kind)] if of.holding else []
    return Screen(
        words.own(OUTLINES[kind], of, actor.zone),
        column(
            *accept,
            act(words.OURS, Deed.TEMPLATE_OURS, argument=kind),
            *drop,
            go(document_words.TO_DOCUMENT, Spot.DOCUMENT, argument=kind),
            go(common.MENU, Spot.MENU),
        ),
    )
