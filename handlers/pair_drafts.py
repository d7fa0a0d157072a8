"""The proposal for the whole school: look at each pair, pin and forbid, see what it costs, publish."""

from datetime import datetime

from aiogram import Router
from aiogram.types import CallbackQuery

from handlers import pair_draft_screens as screens
from handlers import pair_screens
from handlers.access import Coordinates, Does, Opens
from handlers.aside import put_aside
from handlers.effects import Button, Effects, Screen, column, with_head
from handlers.presses import Act, Deed, Go, Spot, act, go
from handlers.texts import common
from handlers.texts import group_exits as exit_words
from handlers.texts import pair_drafts as words
from handlers.texts import pairs as pair_words
from mentoring import calendars, group_exits, matching, offers, pair_drafts
from mentoring.access import Actor, Member
from mentoring.pair_drafts import Draft, Publishing
from mentoring.rules.matching import GroupIdea
from storage.tx import Tx


def router() -> Router:
    drafts = Router(name="pair_drafts")
    drafts.callback_query.filter(Coordinates())
    drafts.callback_query.middleware(put_aside)
    drafts.callback_query.register(on_match, Does(Deed.PAIR_MATCH))
    drafts.callback_query.register(on_draft, Opens(Spot.PAIR_DRAFT))
    drafts.callback_query.register(on_group, Opens(Spot.PAIR_GROUP))
    drafts.callback_query.register(on_group_proposed, Does(Deed.PAIR_GROUP))
    drafts.callback_query.register(on_publish_ask, Opens(Spot.PAIR_PUBLISH))
    drafts.callback_query.register(on_publish, Does(Deed.PAIR_PUBLISH))
    drafts.callback_query.register(on_drop, Does(Deed.PAIR_DRAFT_DROP))
    return drafts


async def on_match(_: CallbackQuery, tx: Tx, actor: Actor, member: Member, now: datetime) -> Effects:
    seeking = await matching.seek(tx, member.school_id, now)
    back = column(go(pair_words.TO_BOARD, Spot.PAIRS), go(common.MENU, Spot.MENU))
    if not seeking.waiting:
        return Screen(words.nobody(), back)
    await pair_drafts.order(tx, member, actor.external_id, now)
    return Screen(f"{words.computing()}\n\n{words.rules()}", back)


async def on_draft(_: CallbackQuery, press: Go, tx: Tx, member: Member, now: datetime) -> Effects:
    return screens.draft(await pair_drafts.look(tx, member, now), press.page)


async def on_group(_: CallbackQuery, press: Go, tx: Tx, member: Member, now: datetime) -> Effects:
    draft = await pair_drafts.look(tx, member, now)
    idea = draft.ideas.get(press.page) if draft and draft.number == press.id else None
    if draft is None or idea is None:
        return screens.draft(draft)
    offer = [
        act(words.GROUP, Deed.PAIR_GROUP, draft.number, str(press.page))
        if idea.mentor_id or idea.widens
        else go(words.GROUP_MENTOR, Spot.PAIR_GROUP_MENTOR, draft.number, argument=str(press.page))
    ]
    text = words.group(idea, draft.members_of(idea), screens.names_of(draft.seeking))
    return Screen(text, column(*offer, *_apart(draft, idea, press.page), go(words.TO_DRAFT, Spot.PAIR_DRAFT)))


def _apart(draft: Draft, idea: GroupIdea, at: int) -> list[Button]:
    """Each of its people out of it, or all of them."""
    named = screens.names_of(draft.seeking)
    out = ((exit_words.out_label(named[each]), each) for each in draft.members_of(idea))
    apart = [*out, (exit_words.SPLIT, group_exits.ALL)]
    return [go(label, Spot.PAIR_GROUP_SPLIT, draft.number, at, str(whom)) for label, whom in apart]


async def on_group_proposed(_: CallbackQuery, press: Act, tx: Tx, member: Member, now: datetime) -> Effects:
    at = int(press.argument) if press.argument.isdecimal() else -1
    pairing_id = await pair_drafts.propose_group(tx, member, press.id, at, now)
    if pairing_id is None:
        return screens.draft(await pair_drafts.look(tx, member, now))
    return with_head(await pair_screens.screen(tx, member, pairing_id, now), words.group_proposed())


async def on_publish_ask(_: CallbackQuery, press: Go, tx: Tx, member: Member, now: datetime) -> Effects:
    """With the exact numbers, and what will happen."""
    draft = await pair_drafts.look(tx, member, now)
    if draft is None or draft.number != press.id or not draft.proposal.lines:
        return screens.draft(draft)
    calendar = await calendars.of_school(tx, member.school_id, now)
    until = calendar.add_working_days(calendar.local_day(now), offers.ANSWERED_WITHIN)
    lines = draft.proposal.lines
    publish = act(words.publish_label(len(lines)), Deed.PAIR_PUBLISH, draft.number)
    text = words.publish_ask(len(lines), len({each.mentor_id for each in lines}), until)
    return Screen(text, column(publish, go(words.TO_DRAFT, Spot.PAIR_DRAFT)))


async def on_publish(_: CallbackQuery, press: Act, tx: Tx, actor: Actor, member: Member, now: datetime) -> Effects:
    done = await pair_drafts.publish(tx, member, press.id, now)
    back = column(go(pair_words.TO_BOARD, Spot.PAIRS), go(common.MENU, Spot.MENU))
    match done.of:
        case Publishing.PUBLISHED:
            return Screen(words.published(done), back)
        case Publishing.CHANGED:
            await pair_drafts.order(tx, member, actor.external_id, now)
            return Screen(words.changed_meanwhile(), back)
        case Publishing.EMPTY:
            return Screen(words.nothing_to_publish(), back)
    return with_head(await pair_screens.board(tx, member, now), words.published_already())


async def on_drop(_: CallbackQuery, press: Act, tx: Tx, member: Member, now: datetime) -> Effects:
    await pair_drafts.drop(tx, member, press.id)
    return screens.draft(await pair_drafts.look(tx, member, now))
