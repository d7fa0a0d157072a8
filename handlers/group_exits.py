"""«Убрать из группы», «Разделить группу»: what it costs, to do it, and to take it back."""

from datetime import datetime

from aiogram import Router
from aiogram.types import CallbackQuery

from handlers import pair_draft_screens as screens
from handlers import rankings
from handlers.access import Coordinates, Does, Opens
from handlers.aside import put_aside
from handlers.effects import Effects, Screen, column, with_head
from handlers.presses import Act, Deed, Go, Spot, act, go, number
from handlers.texts import common
from handlers.texts import group_exits as words
from handlers.texts import pair_drafts as draft_words
from handlers.texts import pair_swaps as swap_words
from mentoring import group_exits, pair_drafts
from mentoring.access import Actor, Member
from mentoring.group_exits import ALL, Parted
from storage.tx import Tx


def router() -> Router:
    exits = Router(name="group_exits")
    exits.callback_query.filter(Coordinates())
    exits.callback_query.middleware(put_aside)
    exits.callback_query.register(on_ask, Opens(Spot.PAIR_GROUP_SPLIT))
    exits.callback_query.register(on_part, Does(Deed.PAIR_GROUP_SPLIT))
    exits.callback_query.register(on_allow, Does(Deed.PAIR_GROUP_ALLOW))
    return exits


async def on_ask(_: CallbackQuery, press: Go, tx: Tx, member: Member, now: datetime) -> Effects:
    """The page is the place of the group in the draft of this number, the argument a person or everybody."""
    whom = number(press.argument)
    found = await group_exits.look(tx, member, press.id, press.page, -1 if whom is None else whom, now)
    if found.draft is None or found.split is None:
        return with_head(screens.draft(found.draft), swap_words.another_draft())
    text = words.parting(found.split, screens.names_of(found.draft.seeking), is_whole=whom == ALL)
    do = act(
        words.SPLIT if whom == ALL else words.OUT, Deed.PAIR_GROUP_SPLIT, press.id, f"{press.page}.{press.argument}"
    )
    return Screen(
        text,
        column(
            do,
            go(words.TO_GROUP, Spot.PAIR_GROUP, press.id, press.page),
            go(draft_words.TO_DRAFT, Spot.PAIR_DRAFT),
            go(common.MENU, Spot.MENU),
        ),
    )


async def on_part(_: CallbackQuery, press: Act, tx: Tx, actor: Actor, member: Member, now: datetime) -> Effects:
    """The school is matched anew at once, for the next draft must not propose the group again."""
    at, whom = map(number, press.argument.partition(".")[::2])
    if at is None or whom is None:
        return with_head(screens.draft(await pair_drafts.look(tx, member, now)), swap_words.another_draft())
    done = await group_exits.part(tx, member, press.id, at, whom, now)
    if done is Parted.GONE:
        return with_head(screens.draft(await pair_drafts.look(tx, member, now)), swap_words.another_draft())
    await pair_drafts.order(tx, member, actor.external_id, now)
    said = f"{words.parted()} {draft_words.computing()}" if done is Parted.KEPT else draft_words.changed_meanwhile()
    return Screen(said, column(go(draft_words.TO_DRAFT, Spot.PAIR_DRAFT), go(common.MENU, Spot.MENU)))


async def on_allow(_: CallbackQuery, press: Act, tx: Tx, actor: Actor, member: Member, now: datetime) -> Effects:
    allowed = await group_exits.allow(tx, member, press.id, now)
    shown = await rankings.of_mentee(tx, member, press.id, 0, now)
    if not allowed:
        return shown
    await pair_drafts.order(tx, member, actor.external_id, now)
    return with_head(shown, f"{words.allowed()} {draft_words.computing()}")
