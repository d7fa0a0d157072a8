"""Pairs for the coordinator: the board, one pair, answers for those without Telegram, how it stops."""

from datetime import datetime

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from handlers import pair_screens
from handlers.access import Coordinates, Does, Opens, Says
from handlers.aside import put_aside
from handlers.effects import Button, Effects, Rows, Screen, column, with_head
from handlers.pages import turns
from handlers.presses import Act, Deed, Go, Spot, act, go
from handlers.texts import brought_pairs as brought_words
from handlers.texts import by_hand as hand_words
from handlers.texts import common
from handlers.texts import pair_drafts as draft_words
from handlers.texts import pair_orders as order_words
from handlers.texts import pairs as words
from handlers.texts import pairs_out as out_words
from handlers.texts import queue as queue_words
from mentoring import matching, offers, pair_care, pair_drafts, pairs, refused_offers
from mentoring.access import Member
from mentoring.offers import Answer
from mentoring.pairs import Board
from mentoring.rules.pair_moves import TOGETHER
from storage.tx import Tx
from storage.vocabulary.pairs import PairState


def router() -> Router:
    listed = Router(name="pairs")
    listed.message.filter(Coordinates())
    listed.callback_query.filter(Coordinates())
    listed.message.middleware(put_aside)
    listed.callback_query.middleware(put_aside)
    listed.message.register(on_board, Says("/pairs", words.TITLE))
    listed.callback_query.register(on_board, Opens(Spot.PAIRS, Spot.PAIRS_ENDED))
    listed.callback_query.register(on_back, Opens(Spot.OFFERS_BACK))
    listed.callback_query.register(on_back_seen, Does(Deed.OFFERS_SEEN))
    listed.callback_query.register(on_card, Opens(Spot.PAIR))
    listed.callback_query.register(on_answer_ask, Opens(Spot.PAIR_ANSWER))
    listed.callback_query.register(on_answer, Does(Deed.PAIR_YES, Deed.PAIR_NO))
    return listed


async def on_board(
    _: Message | CallbackQuery, tx: Tx, member: Member, now: datetime, press: Go | None = None
) -> Effects:
    asked = press or Go(Spot.PAIRS)
    shown = await pairs.board(tx, member, asked.page, now, ended=asked.to is Spot.PAIRS_ENDED)
    waiting = (await matching.seek(tx, member.school_id, now)).waiting
    care = await pair_care.look(tx, member, now)
    late = {each.pair.pairing.id for each in (*care.silent, *care.not_begun)}
    draft = await pair_drafts.look(tx, member, now)
    begin = (
        go(draft_words.draft_button(len(draft.proposal.lines)), Spot.PAIR_DRAFT)
        if draft
        else act(f"{words.MATCH} ({len(waiting)})", Deed.PAIR_MATCH)
    )
    return Screen(
        words.board(shown, len(waiting), late),
        (
            *column(*(go(words.label(each.pair), Spot.PAIR, each.pair.pairing.id) for each in shown.lines)),
            *turns(asked.to, 0, shown.number, shown.pages),
            *column(
                *([begin] if waiting and not shown.ended else []),
                *([] if shown.ended else [go(queue_words.button(len(waiting)), Spot.QUEUE)]),
                *_acts(shown),
            ),
            *_out(shown),
            *column(go(common.MENU, Spot.MENU)),
        ),
    )


def _acts(of: Board) -> list[Button]:
    if of.ended:
        return [go(words.OPEN_ONES, Spot.PAIRS)]
    any_together = any(of.counts.get(state) for state in TOGETHER)
    return [
        *([go(words.BACK, Spot.OFFERS_BACK)] if of.back else []),
        *([go(order_words.TITLE, Spot.PAIR_ORDERS)] if any_together or of.counts.get(PairState.ENDED) else []),
        *([go(order_words.PAPERS, Spot.PAIR_PAPERS)] if any_together else []),
        go(hand_words.TITLE, Spot.PAIR_BY_HAND),
        go(brought_words.TITLE, Spot.PAIRS_IMPORT),
        *([go(words.ENDED, Spot.PAIRS_ENDED)] if of.counts.get(PairState.ENDED) else []),
    ]


def _out(of: Board) -> Rows:
    """Side by side: the board is long as it is."""
    both = (act(out_words.BOOK, Deed.PAIRS_BOOK), act(out_words.CHART, Deed.PAIRS_CHART))
    return (both,) if of.counts and not of.ended else ()


async def on_back(_: CallbackQuery, tx: Tx, member: Member) -> Effects:
    """What was declined or not answered: each with the way to the next best."""
    found = await refused_offers.back(tx, member)
    mentees = {each.person_id: each for of in found for each in refused_offers.mentees_of(of)}
    again = (go(words.again_label(each), Spot.RANKING, id_) for id_, each in list(mentees.items())[:8])
    seen = [act(common.UNDERSTOOD, Deed.OFFERS_SEEN)] if found else []
    return Screen(words.back(found), column(*again, *seen, go(words.TO_BOARD, Spot.PAIRS), go(common.MENU, Spot.MENU)))


async def on_back_seen(_: CallbackQuery, tx: Tx, member: Member, now: datetime) -> Effects:
    await refused_offers.mark_seen(tx, member)
    return await pair_screens.board(tx, member, now)


async def on_card(_: CallbackQuery, press: Go, tx: Tx, member: Member, now: datetime) -> Effects:
    return await pair_screens.screen(tx, member, press.id, now)


async def on_answer_ask(_: CallbackQuery, press: Go, tx: Tx, member: Member, now: datetime) -> Effects:
    found = await offers.look_for(tx, member, press.id)
    if found is None:
        return with_head(await pair_screens.board(tx, member, now), words.nothing_changed())
    name = await offers.name_of(tx, member, found.offer.person_id)
    return Screen(
        words.answer_for(name, found.pair),
        column(
            act(words.YES_FOR, Deed.PAIR_YES, press.id),
            act(words.NO_FOR, Deed.PAIR_NO, press.id),
            go(common.BACK, Spot.PAIR, found.pair.pairing.id),
        ),
    )


async def on_answer(_: CallbackQuery, press: Act, tx: Tx, member: Member, now: datetime) -> Effects:
    found = await offers.look_for(tx, member, press.id)
    if found is None:
        return with_head(await pair_screens.board(tx, member, now), words.nothing_changed())
    answer = offers.accept_for if press.deed is Deed.PAIR_YES else offers.decline_for
    done = await answer(tx, member, press.id, now) is not Answer.GONE
    return await _after(tx, member, found.pair.pairing.id, words.answered_for() if done else "", now)


async def _after(tx: Tx, member: Member, pairing_id: int, said: str, now: datetime) -> Effects:
    """The card with what was done; or with a word that nothing could be, for somebody was quicker."""
    return with_head(await pair_screens.screen(tx, member, pairing_id, now), said or words.nothing_changed())
