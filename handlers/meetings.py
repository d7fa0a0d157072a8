"""«Встреча была»: two taps to note it, one more for each thing that may be added, one to confirm or take back."""

from datetime import date, datetime

from aiogram import Router
from aiogram.types import CallbackQuery

from handlers import current, meeting_screens, my_pair_screens
from handlers.access import Does, Opens
from handlers.effects import Effects, Screen, column
from handlers.participants import with_consent
from handlers.presses import Act, Deed, Go, Spot, act, go
from handlers.texts import common
from handlers.texts import meetings as words
from handlers.texts import my_pairs as pair_words
from mentoring import filling, meetings, next_steps
from mentoring.access import Actor, Member
from mentoring.meetings import Noted
from storage.tx import Tx
from storage.vocabulary.pairs import Contact, NoteAnswer


def router() -> Router:
    met = Router(name="meetings")
    met.callback_query.middleware(with_consent)
    met.callback_query.register(on_day, Opens(Spot.MET_DAY, Spot.MET_OTHER_DAY))
    met.callback_query.register(on_topic, Opens(Spot.MET_TOPIC))
    met.callback_query.register(on_note, Does(Deed.NOTE))
    met.callback_query.register(on_look, Opens(Spot.NOTE))
    met.callback_query.register(on_how_ask, Opens(Spot.NOTE_HOW))
    met.callback_query.register(on_how, Does(Deed.NOTE_HOW))
    met.callback_query.register(on_more_ask, Opens(Spot.NOTE_TOPIC))
    met.callback_query.register(on_more, Does(Deed.NOTE_TOPIC))
    met.callback_query.register(on_next_step, Does(Deed.NOTE_NEXT))
    met.callback_query.register(on_undo, Does(Deed.NOTE_BACK))
    met.callback_query.register(on_answer, Does(Deed.NOTE_CONFIRM, Deed.NOTE_OTHERWISE))
    return met


async def on_day(_: CallbackQuery, press: Go, tx: Tx, member: Member, now: datetime) -> Effects:
    return await meeting_screens.day(tx, member, press.id, now, others=press.to is Spot.MET_OTHER_DAY)


async def on_topic(_: CallbackQuery, press: Go, tx: Tx, member: Member, now: datetime) -> Effects:
    day = day_of(press.argument)
    if day is None:  # forged
        return await meeting_screens.day(tx, member, press.id, now)
    return await meeting_screens.topic(tx, member, press.id, day, press.page)


async def on_note(_: CallbackQuery, press: Act, tx: Tx, member: Member, now: datetime) -> Effects:
    """The second tap: it is recorded, or kindly said why not."""
    said = press.argument.split(".", 1)
    day, area = day_of(said[0]), said[-1]
    done = await meetings.note(tx, member, press.id, day, area, now) if day else None
    if done is None:
        return my_pair_screens.gone()
    if done.seen is None:
        screen = await meeting_screens.day(tx, member, press.id, now)
        return Screen(f"{words.not_noted(done.noted)}\n\n{screen.text}", screen.buttons)
    head = words.known() if done.noted is Noted.KNOWN else ""
    return await meeting_screens.note(tx, member, done.seen.note.id, now, head)


async def on_look(_: CallbackQuery, press: Go, tx: Tx, member: Member, now: datetime) -> Effects:
    return await meeting_screens.note(tx, member, press.id, now)


async def on_how_ask(_: CallbackQuery, press: Go, tx: Tx, member: Member, now: datetime) -> Effects:
    seen = await meetings.look(tx, member, press.id, now)
    if seen is None or not seen.mine:
        return my_pair_screens.gone()
    ways = (act(words.how_label(each), Deed.NOTE_HOW, press.id, each) for each in Contact)
    return Screen(words.how_ask(), column(*ways, go(common.BACK, Spot.NOTE, press.id)))


async def on_how(_: CallbackQuery, press: Act, tx: Tx, member: Member, now: datetime) -> Effects:
    how = next((each for each in Contact if each == press.argument), None)
    if how is not None:
        await meetings.set_how(tx, member, press.id, how, now)
    return await meeting_screens.note(tx, member, press.id, now)


async def on_more_ask(_: CallbackQuery, press: Go, tx: Tx, member: Member, now: datetime) -> Effects:
    return await meeting_screens.one_more_topic(tx, member, press.id, press.page, now)


async def on_more(_: CallbackQuery, press: Act, tx: Tx, member: Member, now: datetime) -> Effects:
    await meetings.add_topic(tx, member, press.id, press.argument, now)
    return await meeting_screens.note(tx, member, press.id, now)


async def on_next_step(_: CallbackQuery, press: Act, tx: Tx, actor: Actor, member: Member, now: datetime) -> Effects:
    seen = await meetings.look(tx, member, press.id, now)
    if seen is None or not seen.mine:
        return my_pair_screens.gone()
    step = await filling.begin(tx, actor, next_steps.FORM, now=now, about={"note": press.id})
    return await current.draw(tx, actor, step, now)


async def on_undo(_: CallbackQuery, press: Act, tx: Tx, member: Member, now: datetime) -> Effects:
    seen = await meetings.look(tx, member, press.id, now)
    if seen is None:
        return await my_pair_screens.every(tx, member, now)
    done = await meetings.take_back(tx, member, press.id, now)
    said = words.taken_back() if done else words.too_late_to_undo()
    return await meeting_screens.after(tx, member, seen.note.pairing_id, said, now)


async def on_answer(_: CallbackQuery, press: Act, tx: Tx, member: Member, now: datetime) -> Effects:
    said = NoteAnswer.CONFIRMED if press.deed is Deed.NOTE_CONFIRM else NoteAnswer.OTHERWISE
    done = await meetings.answer(tx, member, press.id, said, now)
    if done is not None:
        return await meeting_screens.after(tx, member, done.note.pairing_id, words.thanks_for_answer(said), now)
    seen = await meetings.look(tx, member, press.id, now)
    if seen is None:
        return Screen(
            words.nothing_to_answer(), column(go(pair_words.TITLE, Spot.MY_PAIRS), go(common.MENU, Spot.MENU))
        )
    return await meeting_screens.after(tx, member, seen.note.pairing_id, words.nothing_to_answer(), now)


def day_of(written: str) -> date | None:
    try:
        return datetime.strptime(written, "%Y%m%d").date()  # noqa: DTZ007  # a day has no zone
    except ValueError:
        return None
