"""«Поменять наставника»: with whom a line of the draft may change places, what it costs, and to keep it."""

from datetime import datetime

from aiogram import Router
from aiogram.types import CallbackQuery

from handlers import pair_draft_screens as screens
from handlers.access import Coordinates, Does, Opens
from handlers.aside import put_aside
from handlers.effects import Effects, Screen, column, with_head
from handlers.pages import turns
from handlers.presses import Act, Deed, Go, Spot, act, go, number
from handlers.texts import common
from handlers.texts import pair_drafts as draft_words
from handlers.texts import pair_swaps as words
from mentoring import pair_drafts, pair_swaps
from mentoring.access import Actor, Member
from mentoring.pair_swaps import Swapping
from mentoring.rules.matching import Swap
from storage.tx import Tx

PAGE = 4  # each line tells a price and what to mind


def router() -> Router:
    swapped = Router(name="pair_swaps")
    swapped.callback_query.filter(Coordinates())
    swapped.callback_query.middleware(put_aside)
    swapped.callback_query.register(on_choices, Opens(Spot.PAIR_SWAPS))
    swapped.callback_query.register(on_choice, Opens(Spot.PAIR_SWAP))
    swapped.callback_query.register(on_swap, Does(Deed.PAIR_SWAP))
    return swapped


async def on_choices(_: CallbackQuery, press: Go, tx: Tx, member: Member, now: datetime) -> Effects:
    """The id is the draft's number, the argument the mentee of the line."""
    mentee_id = number(press.argument) or 0
    found = await pair_swaps.look(tx, member, press.id, mentee_id, now)
    own = found.draft.line_of(mentee_id) if found.draft else None
    if found.draft is None or found.swaps is None or own is None:
        return with_head(screens.draft(found.draft), words.another_draft())
    named = screens.names_of(found.draft.seeking)
    pages = max(1, -(-len(found.swaps) // PAGE))
    at = min(press.page, pages - 1)
    shown = found.swaps[at * PAGE : (at + 1) * PAGE]
    listed = (go(words.choice_label(each, named), Spot.PAIR_SWAP, press.id, at, _written(each)) for each in shown)
    return Screen(
        words.choices(own, shown, named, at, pages),
        (
            *column(*listed),
            *turns(Spot.PAIR_SWAPS, press.id, at, pages, argument=press.argument),
            *column(
                go(common.BACK, Spot.RANKED, mentee_id, argument=str(own.mentor_id)),
                go(draft_words.TO_DRAFT, Spot.PAIR_DRAFT),
                go(common.MENU, Spot.MENU),
            ),
        ),
    )


async def on_choice(_: CallbackQuery, press: Go, tx: Tx, member: Member, now: datetime) -> Effects:
    key = _read(press.argument)
    found = await pair_swaps.look(tx, member, press.id, key[0], now)
    swap = found.of(key)
    if found.draft is None or swap is None:
        return with_head(screens.draft(found.draft), words.another_draft())
    return Screen(
        words.choice(swap, screens.names_of(found.draft.seeking)),
        column(
            act(words.SWAP, Deed.PAIR_SWAP, press.id, press.argument),
            go(words.OTHERS, Spot.PAIR_SWAPS, press.id, press.page, str(key[0])),
            go(draft_words.TO_DRAFT, Spot.PAIR_DRAFT),
            go(common.MENU, Spot.MENU),
        ),
    )


async def on_swap(_: CallbackQuery, press: Act, tx: Tx, actor: Actor, member: Member, now: datetime) -> Effects:
    """The school is matched anew at once: the next screen tells what it has cost."""
    done = await pair_swaps.keep(tx, member, press.id, _read(press.argument), now)
    if done is Swapping.GONE:
        return with_head(screens.draft(await pair_drafts.look(tx, member, now)), words.another_draft())
    await pair_drafts.order(tx, member, actor.external_id, now)
    said = f"{words.kept()} {draft_words.computing()}" if done is Swapping.KEPT else draft_words.changed_meanwhile()
    return Screen(said, column(go(draft_words.TO_DRAFT, Spot.PAIR_DRAFT), go(common.MENU, Spot.MENU)))


def _written(of: Swap) -> str:
    return ".".join(map(str, of.key))


def _read(argument: str) -> tuple[int, ...]:
    """Of nobody when it is none of ours."""
    return tuple(number(each) or 0 for each in argument.split("."))
