"""The screens of a meeting that was: its note, its day, its topic."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta

from handlers import my_pair_screens
from handlers.effects import Button, Screen, column, with_head
from handlers.presses import Deed, Spot, act, go
from handlers.texts import common
from handlers.texts import meetings as words
from handlers.texts import my_pairs as pair_words
from mentoring import meetings, my_pairs, pairs
from mentoring.access import Member
from mentoring.meetings import MOST_TOPICS, NoteSeen
from storage.tx import Tx

TOPICS_SHOWN = 7


async def day(tx: Tx, member: Member, pairing_id: int, now: datetime, *, others: bool = False) -> Screen:
    """Today and yesterday at once, the rest of two weeks one tap further."""
    pair = await pairs.own_one(tx, member, pairing_id)
    if pair is None:
        return my_pair_screens.gone()
    days = await meetings.days(tx, member, pair, now)
    today = now.astimezone(member.zone).date()
    named = {words.TODAY: today, words.YESTERDAY: today - timedelta(days=1)}
    back = go(common.BACK, Spot.MY_PAIR, pairing_id)
    if others:
        listed = (_day_button(words.day_label(each), pairing_id, each) for each in days if each not in named.values())
        return Screen(words.other_day_ask(), column(*listed, go(common.BACK, Spot.MET_DAY, pairing_id)))
    near = [_day_button(label, pairing_id, each) for label, each in named.items() if each in days]
    further = [go(words.OTHER_DAY, Spot.MET_OTHER_DAY, pairing_id)] if len(days) > len(near) else []
    return Screen(words.day_ask(), column(*near, *further, back))


def _day_button(label: str, pairing_id: int, of: date) -> Button:
    return go(label, Spot.MET_TOPIC, pairing_id, argument=f"{of:%Y%m%d}")


async def topic(tx: Tx, member: Member, pairing_id: int, of: date, page: int) -> Screen:
    """What was asked for comes first."""
    pair = await pairs.own_one(tx, member, pairing_id)
    if pair is None:
        return my_pair_screens.gone()
    shown, further = _page(await my_pairs.topics(tx, member, pair), page)
    written = f"{of:%Y%m%d}"
    buttons = (act(words.topic_label(each), Deed.NOTE, pairing_id, f"{written}.{each}") for each in shown)
    more = [go(words.MORE_TOPICS, Spot.MET_TOPIC, pairing_id, page + 1, written)] if further else []
    return Screen(words.topic_ask(of), column(*buttons, *more, go(common.BACK, Spot.MET_DAY, pairing_id)))


def _page(of: Sequence[str], page: int) -> tuple[Sequence[str], bool]:
    first = TOPICS_SHOWN * min(page, 1)
    return of[first : first + TOPICS_SHOWN], len(of) > first + TOPICS_SHOWN


async def note(tx: Tx, member: Member, note_id: int, now: datetime, said: str = "") -> Screen:
    """What is recorded, and what may be added with one tap each."""
    seen = await meetings.look(tx, member, note_id, now)
    if seen is None:
        return my_pair_screens.gone()
    text = f"{said}\n\n{words.note(seen)}" if said else words.note(seen)
    return Screen(text, column(*_of_note(seen), go(pair_words.TO_PAIR, Spot.MY_PAIR, seen.note.pairing_id)))


def _of_note(of: NoteSeen) -> Iterator[Button]:
    id_ = of.note.id
    if of.may_answer:
        yield act(words.CONFIRM, Deed.NOTE_CONFIRM, id_)
        yield act(words.OTHERWISE, Deed.NOTE_OTHERWISE, id_)
    if not of.mine:
        return
    if of.asks_fit:
        yield from (act(label, Deed.FIT, of.note.pairing_id, fit) for fit, label in words.FITS.items())
    yield go(words.HOW, Spot.NOTE_HOW, id_)
    if len(of.note.topics) < MOST_TOPICS:
        yield go(words.TOPIC, Spot.NOTE_TOPIC, id_)
    yield act(words.NEXT_STEP, Deed.NOTE_NEXT, id_)
    if of.may_undo:
        yield act(common.CANCEL, Deed.NOTE_BACK, id_)


async def one_more_topic(tx: Tx, member: Member, note_id: int, page: int, now: datetime) -> Screen:
    seen = await meetings.look(tx, member, note_id, now)
    if seen is None or not seen.mine:
        return my_pair_screens.gone()
    left = [each for each in await my_pairs.topics(tx, member, seen.pair) if each not in seen.note.topics]
    shown, further = _page(left, page)
    buttons = (act(words.topic_label(each), Deed.NOTE_TOPIC, note_id, each) for each in shown)
    more = [go(words.MORE_TOPICS, Spot.NOTE_TOPIC, note_id, page + 1)] if further else []
    return Screen(words.one_more_topic_ask(), column(*buttons, *more, go(common.BACK, Spot.NOTE, note_id)))


async def after(tx: Tx, member: Member, pairing_id: int, said: str, now: datetime) -> Screen:
    """The pair, begun with what was done."""
    screen = await my_pair_screens.one(tx, member, pairing_id, now)
    drawn = with_head(screen, said)[0]
    return drawn if isinstance(drawn, Screen) else screen
