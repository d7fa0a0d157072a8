"""A draft of a questionnaire: looked at, tried on oneself, published, dropped; and the file that it comes from."""

from dataclasses import replace
from datetime import datetime

from aiogram import Router
from aiogram.types import CallbackQuery

from handlers import current, draft_screens
from handlers.access import Coordinates, Does, Opens
from handlers.aside import put_aside
from handlers.effects import Effects, Screen, Toast, column, with_head
from handlers.presses import Act, Deed, Go, Spot, act, go
from handlers.texts import common
from handlers.texts import drafts as words
from handlers.texts import questionnaires as form_words
from mentoring import drafts, filling, jobs
from mentoring.access import Actor, Member
from mentoring.drafts import Kept
from mentoring.jobs import Work
from mentoring.papers.values import FormRead
from storage.tx import Tx


def router() -> Router:
    draft = Router(name="drafts")
    draft.callback_query.filter(Coordinates())
    draft.callback_query.middleware(put_aside)
    draft.callback_query.register(on_draft, Opens(Spot.DRAFT))
    draft.callback_query.register(on_preview, Opens(Spot.DRAFT_PREVIEW))
    draft.callback_query.register(on_preview_only, Does(Deed.PREVIEW_ONLY))
    draft.callback_query.register(on_try, Does(Deed.DRAFT_TRY))
    draft.callback_query.register(on_publish, Does(Deed.DRAFT_PUBLISH))
    draft.callback_query.register(on_drop_ask, Opens(Spot.DRAFT_DROP))
    draft.callback_query.register(on_drop, Does(Deed.DRAFT_DROP))
    return draft


async def on_draft(_: CallbackQuery, press: Go, tx: Tx, member: Member) -> Effects:
    draft = await drafts.find(tx, member, press.id)
    return draft_screens.draft(draft) if draft else draft_screens.gone()


async def on_preview(_: CallbackQuery, press: Go, tx: Tx, actor: Actor, member: Member, now: datetime) -> Effects:
    draft = await drafts.find(tx, member, press.id)
    return await draft_screens.preview(tx, actor, draft, press.page, now) if draft else draft_screens.gone()


async def on_preview_only(_: CallbackQuery) -> Effects:
    return Toast(words.preview_only())


async def on_try(_: CallbackQuery, press: Act, tx: Tx, actor: Actor, member: Member, now: datetime) -> Effects:
    draft = await drafts.find(tx, member, press.id)
    if draft is None:
        return draft_screens.gone()
    step = await filling.try_out(tx, actor, draft.asked, draft_id=draft.id, now=now)
    return await current.draw(tx, actor, step, now)


async def on_publish(_: CallbackQuery, press: Act, tx: Tx, actor: Actor, member: Member, now: datetime) -> Effects:
    """The note of what has changed is asked for first, and its answer publishes; a new one has changed nothing."""
    draft = await drafts.find(tx, member, press.id)
    if draft is None:
        return draft_screens.gone()
    if draft.outdated:
        return draft_screens.draft(draft)
    if draft.changes is None:
        return draft_screens.published(await drafts.publish(tx, member, draft.id, "", now))
    step = await filling.begin(tx, actor, "publish_note", now=now, about={"draft": draft.id})
    return with_head(await current.draw(tx, actor, step, now), words.publish_ask(draft.form.version))


async def on_drop_ask(_: CallbackQuery, press: Go, tx: Tx, member: Member) -> Effects:
    draft = await drafts.find(tx, member, press.id)
    if draft is None:
        return draft_screens.gone()
    return Screen(
        words.drop_ask(draft.form.title, is_new=draft.changes is None),
        column(act(words.DROP_YES, Deed.DRAFT_DROP, draft.id), go(words.TO_DRAFT, Spot.DRAFT, draft.id)),
    )


async def on_drop(_: CallbackQuery, press: Act, tx: Tx, member: Member) -> Effects:
    dropped = await drafts.drop(tx, member, press.id)
    listed = column(go(form_words.TO_LIST, Spot.FORMS), go(common.MENU, Spot.MENU))
    return Screen(words.dropped(), listed) if dropped else draft_screens.gone()


async def received(tx: Tx, actor: Actor, member: Member, read: FormRead, file_id: str, now: datetime) -> Screen:
    """A file that was read as a questionnaire: the draft, or its mistakes and the marked file behind them."""
    beside = actor.run_id is not None
    if not read.form:
        await jobs.order(tx, member, actor.external_id, Work.FORM_MARKED, now, file_id=file_id)
        ways = column(go(form_words.TO_LIST, Spot.FORMS), go(common.MENU, Spot.MENU))
        return Screen(words.mistakes(read), ways, keep=beside)
    kept, key = await drafts.keep(tx, member, read.form, now)
    draft = await drafts.of_key(tx, member, key) if kept is not Kept.SAME else None
    if draft is None:
        to = go(form_words.TO_CARD, Spot.FORM, argument=key)
        return Screen(words.kept(kept), column(to, go(common.MENU, Spot.MENU)), keep=beside)
    return replace(draft_screens.draft(draft, words.kept(kept)), keep=beside)
