"""For the coordinator: pairs to look at, and looking for another mentor quietly."""

from datetime import datetime

from aiogram import Router
from aiogram.types import CallbackQuery

from handlers.access import Coordinates, Does, Opens
from handlers.aside import put_aside
from handlers.effects import Effects, Screen, column
from handlers.presses import Deed, Go, Spot, act, go
from handlers.texts import common
from handlers.texts import pair_care as words
from handlers.texts import pairs as pair_words
from mentoring import pair_care, pairs
from mentoring.access import Member
from mentoring.rules.pair_moves import TOGETHER
from storage.tx import Tx
from storage.vocabulary.pairs import EndReason

MOST = 8


def router() -> Router:
    care = Router(name="pair_care")
    care.callback_query.filter(Coordinates())
    care.callback_query.middleware(put_aside)
    care.callback_query.register(on_care, Opens(Spot.PAIRS_CARE))
    care.callback_query.register(on_seen, Does(Deed.PAIRS_CARE_SEEN))
    care.callback_query.register(on_other_ask, Opens(Spot.PAIR_OTHER))
    return care


async def on_care(_: CallbackQuery, tx: Tx, member: Member, now: datetime) -> Effects:
    return await _care(tx, member, now)


async def _care(tx: Tx, member: Member, now: datetime) -> Screen:
    of = await pair_care.look(tx, member, now)
    quiet = (*of.not_begun, *of.silent)
    named = [*(each.pair for each in of.doubts), *(each.pair for each in quiet)]
    by_id = {each.pairing.id: each for each in named}
    cards = (go(pair_words.label(each), Spot.PAIR, id_) for id_, each in list(by_id.items())[:MOST])
    seen = [act(common.UNDERSTOOD, Deed.PAIRS_CARE_SEEN)] if of.doubts else []
    back = (go(pair_words.TO_BOARD, Spot.PAIRS), go(common.MENU, Spot.MENU))
    return Screen(words.care(of), column(*cards, *seen, *back))


async def on_seen(_: CallbackQuery, tx: Tx, member: Member, now: datetime) -> Effects:
    await pair_care.mark_seen(tx, member)
    return await _care(tx, member, now)


async def on_other_ask(_: CallbackQuery, press: Go, tx: Tx, member: Member) -> Effects:
    """The pair ends by mutual decision: nobody learns whose wish it was. Its card then leads to who fits."""
    pair = await pairs.read(tx, member.school_id, press.id)
    if pair is None or pair.pairing.state not in TOGETHER:
        return Screen(pair_words.nothing_changed(), column(go(pair_words.TO_BOARD, Spot.PAIRS)))
    yes = act(words.OTHER, Deed.PAIR_END, press.id, EndReason.MUTUAL)
    return Screen(words.other_ask(pair), column(yes, go(common.BACK, Spot.PAIR, press.id)))
