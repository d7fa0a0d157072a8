"""How a pair stops, pauses or works otherwise: a coordinator's own acts with one pair."""

from datetime import datetime

from aiogram import Router
from aiogram.types import CallbackQuery

from handlers import pair_screens
from handlers.access import Coordinates, Does, Opens
from handlers.aside import put_aside
from handlers.effects import Effects, Screen, column, with_head
from handlers.presses import Act, Deed, Go, Spot, act, go
from handlers.texts import common
from handlers.texts import pair_ends as end_words
from handlers.texts import pairs as words
from mentoring import pair_ends, pairs
from mentoring.access import Member
from mentoring.pair_words import FORMATS
from mentoring.rules.pair_moves import OPEN, TOGETHER
from storage.tx import Tx
from storage.vocabulary.pairs import EndReason, Format, PairKind, PairState


def router() -> Router:
    ends = Router(name="pair_ends")
    ends.callback_query.filter(Coordinates())
    ends.callback_query.middleware(put_aside)
    ends.callback_query.register(on_end_ask, Opens(Spot.PAIR_END))
    ends.callback_query.register(on_end, Does(Deed.PAIR_END))
    ends.callback_query.register(on_call_back_ask, Opens(Spot.PAIR_CALL_BACK))
    ends.callback_query.register(on_call_back, Does(Deed.PAIR_CALL_BACK))
    ends.callback_query.register(on_cancel_ask, Opens(Spot.PAIR_CANCEL))
    ends.callback_query.register(on_cancel, Does(Deed.PAIR_CANCEL))
    ends.callback_query.register(on_take_back, Does(Deed.PAIR_TAKE_BACK))
    ends.callback_query.register(on_pause, Does(Deed.PAIR_PAUSE))
    ends.callback_query.register(on_resume, Does(Deed.PAIR_RESUME))
    ends.callback_query.register(on_out_ask, Opens(Spot.PAIR_OUT))
    ends.callback_query.register(on_out, Does(Deed.PAIR_OUT))
    ends.callback_query.register(on_format_ask, Opens(Spot.PAIR_FORMAT))
    ends.callback_query.register(on_format, Does(Deed.PAIR_FORMAT))
    return ends


async def on_end_ask(_: CallbackQuery, press: Go, tx: Tx, member: Member, now: datetime) -> Effects:
    pair = await pairs.read(tx, member.school_id, press.id)
    if pair is None or pair.pairing.state not in TOGETHER:
        return await _after(tx, member, press.id, "", now)
    reasons = (act(end_words.end_label(each), Deed.PAIR_END, press.id, each) for each in pair_ends.CHOSEN)
    return Screen(end_words.end_ask(pair), column(*reasons, go(common.BACK, Spot.PAIR, press.id)))


async def on_end(_: CallbackQuery, press: Act, tx: Tx, member: Member, now: datetime) -> Effects:
    reason = next((each for each in pair_ends.CHOSEN if each == press.argument), None)
    done = reason is not None and await pair_ends.end(tx, member, press.id, reason, now)
    return await _after(tx, member, press.id, end_words.ended() if done else "", now)


async def on_call_back_ask(_: CallbackQuery, press: Go, tx: Tx, member: Member, now: datetime) -> Effects:
    pair = await pairs.read(tx, member.school_id, press.id)
    if pair is None or pair.pairing.state is not PairState.PROPOSED:
        return await _after(tx, member, press.id, "", now)
    return Screen(
        end_words.call_back_ask(pair),
        column(act(words.CALL_BACK, Deed.PAIR_CALL_BACK, press.id), go(common.BACK, Spot.PAIR, press.id)),
    )


async def on_call_back(_: CallbackQuery, press: Act, tx: Tx, member: Member, now: datetime) -> Effects:
    pair = await pairs.read(tx, member.school_id, press.id)
    proposed = pair is not None and pair.pairing.state is PairState.PROPOSED
    done = proposed and await pair_ends.end(tx, member, press.id, EndReason.NOT_AGREED, now)
    return await _after(tx, member, press.id, end_words.ended() if done else "", now)


async def on_cancel_ask(_: CallbackQuery, press: Go, tx: Tx, member: Member, now: datetime) -> Effects:
    pair = await pairs.read(tx, member.school_id, press.id)
    if pair is None or pair.pairing.state not in TOGETHER:
        return await _after(tx, member, press.id, "", now)
    until = await pair_ends.earliest(tx, member.school_id, now)
    return Screen(
        end_words.cancel_ask(pair, until),
        column(act(words.CANCEL_WORK, Deed.PAIR_CANCEL, press.id), go(common.BACK, Spot.PAIR, press.id)),
    )


async def on_cancel(_: CallbackQuery, press: Act, tx: Tx, member: Member, now: datetime) -> Effects:
    done = await pair_ends.cancel(tx, member, press.id, now)
    return await _after(tx, member, press.id, end_words.cancelled(done.last_day) if done and done.given else "", now)


async def on_take_back(_: CallbackQuery, press: Act, tx: Tx, member: Member, now: datetime) -> Effects:
    done = await pair_ends.take_back(tx, member, press.id, now)
    return await _after(tx, member, press.id, end_words.taken_back() if done else "", now)


async def on_pause(_: CallbackQuery, press: Act, tx: Tx, member: Member, now: datetime) -> Effects:
    done = await pair_ends.pause(tx, member, press.id, now)
    return await _after(tx, member, press.id, end_words.paused() if done else "", now)


async def on_resume(_: CallbackQuery, press: Act, tx: Tx, member: Member, now: datetime) -> Effects:
    done = await pair_ends.resume(tx, member, press.id, now)
    return await _after(tx, member, press.id, end_words.resumed() if done else "", now)


async def on_out_ask(_: CallbackQuery, press: Go, tx: Tx, member: Member, now: datetime) -> Effects:
    pair = await pairs.read(tx, member.school_id, press.id)
    if pair is None or pair.pairing.kind is not PairKind.GROUP:
        return await _after(tx, member, press.id, "", now)
    people = (act(words.names([each]), Deed.PAIR_OUT, press.id, str(each.person_id)) for each in pair.mentees)
    return Screen(end_words.out_ask(pair), column(*people, go(common.BACK, Spot.PAIR, press.id)))


async def on_out(_: CallbackQuery, press: Act, tx: Tx, member: Member, now: datetime) -> Effects:
    whom = int(press.argument) if press.argument.isdecimal() else 0
    done = await pair_ends.take_out(tx, member, press.id, whom, now)
    return await _after(tx, member, press.id, end_words.taken_out() if done else "", now)


async def on_format_ask(_: CallbackQuery, press: Go, tx: Tx, member: Member, now: datetime) -> Effects:
    pair = await pairs.read(tx, member.school_id, press.id)
    if pair is None or pair.pairing.state not in OPEN:
        return await _after(tx, member, press.id, "", now)
    forms = (act(end_words.format_label(name), Deed.PAIR_FORMAT, press.id, form) for form, name in FORMATS.items())
    return Screen(end_words.format_ask(pair), column(*forms, go(common.BACK, Spot.PAIR, press.id)))


async def on_format(_: CallbackQuery, press: Act, tx: Tx, member: Member, now: datetime) -> Effects:
    form = next((each for each in Format if each == press.argument), None)
    done = form is not None and await pairs.work_as(tx, member, press.id, form)
    return await _after(tx, member, press.id, "" if not done else common.DONE, now)


async def _after(tx: Tx, member: Member, pairing_id: int, said: str, now: datetime) -> Effects:
    """The card with what was done; or with a word that nothing could be, for somebody was quicker."""
    return with_head(await pair_screens.screen(tx, member, pairing_id, now), said or words.nothing_changed())
