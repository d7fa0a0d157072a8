"""Meetings that are to be: «Найти время», the other's one tap, «Перенесли», and the ticks of free lessons."""

from datetime import datetime

from aiogram import Router
from aiogram.types import CallbackQuery

from handlers import meeting_screens, my_pair_screens
from handlers.access import Does, Opens
from handlers.effects import Effects, Screen, column
from handlers.meetings import day_of
from handlers.participants import with_consent
from handlers.presses import Act, Deed, Go, Spot, act, go, number
from handlers.texts import common
from handlers.texts import meeting_plans as words
from handlers.texts import meetings as meeting_words
from handlers.texts import my_pairs as pair_words
from mentoring import free_lessons, meeting_plans, pairs
from mentoring.access import Member
from mentoring.rules.lessons import MOST_LESSONS, Lesson, Slot
from storage.tx import Tx


def router() -> Router:
    plans = Router(name="meeting_plans")
    plans.callback_query.middleware(with_consent)
    plans.callback_query.register(on_offer, Opens(Spot.MEETING_TIME))
    plans.callback_query.register(on_choose, Does(Deed.MEETING_CHOOSE))
    plans.callback_query.register(on_look, Opens(Spot.MEETING))
    plans.callback_query.register(on_agree, Does(Deed.MEETING_AGREE))
    plans.callback_query.register(on_refuse, Does(Deed.MEETING_REFUSE))
    plans.callback_query.register(on_move_ask, Opens(Spot.MEETING_MOVED))
    plans.callback_query.register(on_move, Does(Deed.MEETING_MOVE))
    plans.callback_query.register(on_free, Opens(Spot.FREE_LESSONS))
    plans.callback_query.register(on_tick, Does(Deed.FREE_LESSON, Deed.BUSY_LESSON))
    plans.callback_query.register(on_free_done, Does(Deed.FREE_LESSONS_DONE))
    return plans


async def on_offer(_: CallbackQuery, press: Go, tx: Tx, member: Member, now: datetime) -> Effects:
    return await _offer(tx, member, press.id, press.page, now)


async def _offer(tx: Tx, member: Member, pairing_id: int, page: int, now: datetime, said: str = "") -> Screen:
    of = await meeting_plans.offer(tx, member, pairing_id, page, now)
    if of is None:
        return my_pair_screens.gone()
    slots = (act(words.slot_label(each), Deed.MEETING_CHOOSE, pairing_id, _written(each)) for each in of.slots)
    further = [go(words.OTHER_TIME, Spot.MEETING_TIME, pairing_id, of.page + 1)] if of.further else []
    mark = go(words.MARK_AGAIN if of.mine else words.MARK_FREE, Spot.FREE_LESSONS, pairing_id)
    moved = [] if of.slots else [go(words.MOVED, Spot.MEETING_MOVED, pairing_id)]
    text = f"{said}\n\n{words.offered(of)}" if said else words.offered(of)
    return Screen(text, column(*slots, *further, mark, *moved, go(pair_words.TO_PAIR, Spot.MY_PAIR, pairing_id)))


def _written(of: Slot) -> str:
    return f"{of.day:%Y%m%d}.{of.number}"


def _slot(written: str) -> Slot | None:
    day, _, lesson = written.partition(".")
    on, place = day_of(day), number(lesson)
    return Slot(on, place) if on is not None and place is not None and place <= MOST_LESSONS else None


async def on_choose(_: CallbackQuery, press: Act, tx: Tx, member: Member, now: datetime) -> Effects:
    slot = _slot(press.argument)
    done = await meeting_plans.choose(tx, member, press.id, slot, now) if slot else None
    if done is None:
        return await _offer(tx, member, press.id, 0, now, words.slot_gone())
    return await meeting_screens.after(tx, member, press.id, words.chosen(done), now)


async def on_look(_: CallbackQuery, press: Go, tx: Tx, member: Member, now: datetime) -> Effects:
    """What one has chosen, for the others to say yes or no to."""
    of = await meeting_plans.look(tx, member, press.id, now)
    if of is None or not of.may_answer:
        return await _gone(tx, member, now)
    to = go(pair_words.TO_PAIR, Spot.MY_PAIR, of.pair.pairing.id)
    yes, no = act(words.SUITS, Deed.MEETING_AGREE, press.id), act(words.SUITS_NOT, Deed.MEETING_REFUSE, press.id)
    return Screen(words.meeting(of), column(yes, no, to))


async def on_agree(_: CallbackQuery, press: Act, tx: Tx, member: Member, now: datetime) -> Effects:
    done = await meeting_plans.agree(tx, member, press.id, now)
    if done is None:
        return await _gone(tx, member, now)
    return await meeting_screens.after(tx, member, done.pair.pairing.id, words.agreed(done), now)


async def on_refuse(_: CallbackQuery, press: Act, tx: Tx, member: Member, now: datetime) -> Effects:
    """The next ones at once."""
    pair = await meeting_plans.refuse(tx, member, press.id, now)
    if pair is None:
        return await _gone(tx, member, now)
    return await _offer(tx, member, pair.pairing.id, 0, now, words.refused())


async def _gone(tx: Tx, member: Member, now: datetime) -> Screen:
    screen = await my_pair_screens.every(tx, member, now)
    return Screen(f"{words.meeting_gone()}\n\n{screen.text}", screen.buttons)


async def on_move_ask(_: CallbackQuery, press: Go, tx: Tx, member: Member, now: datetime) -> Effects:
    if await pairs.own_one(tx, member, press.id) is None:
        return my_pair_screens.gone()
    days = await meeting_plans.days_to_move(tx, member, now)
    buttons = (act(meeting_words.day_label(each), Deed.MEETING_MOVE, press.id, f"{each:%Y%m%d}") for each in days)
    return Screen(words.move_ask(), column(*buttons, go(common.BACK, Spot.MY_PAIR, press.id)))


async def on_move(_: CallbackQuery, press: Act, tx: Tx, member: Member, now: datetime) -> Effects:
    day = day_of(press.argument)
    done = await meeting_plans.move(tx, member, press.id, day, now) if day else None
    if done is None:
        return await my_pair_screens.one(tx, member, press.id, now)
    return await meeting_screens.after(tx, member, press.id, words.moved(done), now)


async def on_free(_: CallbackQuery, press: Go, tx: Tx, member: Member, now: datetime) -> Effects:
    return await _free(tx, member, press.id, press.page, now)


async def _free(tx: Tx, member: Member, pairing_id: int, place: int, now: datetime) -> Screen:
    """One weekday; the press says for which pair it was opened, to lead back there."""
    day = await free_lessons.day_of(tx, member, place, now)
    lessons = (
        act(
            words.lesson_label(each, each in day.free),
            Deed.BUSY_LESSON if each in day.free else Deed.FREE_LESSON,
            pairing_id,
            f"{day.weekday}.{each}.{day.place}",
        )
        for each in range(1, day.lessons + 1)
    )
    on = go(words.NEXT_DAY, Spot.FREE_LESSONS, pairing_id, day.place + 1)
    done = act(common.DONE, Deed.FREE_LESSONS_DONE, pairing_id)
    back = go(common.BACK, Spot.FREE_LESSONS, pairing_id, day.place - 1)
    first = go(common.BACK, Spot.MEETING_TIME, pairing_id)
    return Screen(
        words.free_ask(day.weekday), column(*lessons, done if day.is_last else on, back if day.place else first)
    )


async def on_tick(_: CallbackQuery, press: Act, tx: Tx, member: Member, now: datetime) -> Effects:
    """A tick is set or taken back, never toggled: pressed twice it stays."""
    weekday, lesson, place = ((*map(number, press.argument.split(".")), None, None, None))[:3]
    if weekday in range(7) and lesson in range(1, MOST_LESSONS + 1):
        ticked = Lesson(weekday or 0, lesson or 1)
        await free_lessons.tick(tx, member, ticked, free=press.deed is Deed.FREE_LESSON)
    return await _free(tx, member, press.id, place or 0, now)


async def on_free_done(_: CallbackQuery, press: Act, tx: Tx, member: Member, now: datetime) -> Effects:
    await free_lessons.finish(tx, member, now)
    return await _offer(tx, member, press.id, 0, now, words.lessons_kept())
