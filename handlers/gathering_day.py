"""On the day of an event and after it: the sheet to sign, who was there, guests, the nameless questionnaire."""

from dataclasses import replace
from datetime import datetime

from aiogram import Router
from aiogram.types import CallbackQuery

from handlers import gathering_screens as screens
from handlers.access import Coordinates, Does, Opens
from handlers.aside import put_aside
from handlers.effects import Button, Effects, Screen, column
from handlers.pages import turns
from handlers.presses import Act, Deed, Go, Spot, act, go, number
from handlers.texts import attendance as words
from handlers.texts import documents as document_words
from handlers.texts import gathering_lists as list_words
from handlers.texts import minutes as minutes_words
from handlers.texts import people as people_words
from mentoring import documents
from mentoring.access import Actor, Member
from mentoring.gatherings import attending, feedback, looking
from mentoring.gatherings.attending import MOST_GUESTS
from mentoring.gatherings.looking import Seen
from storage.tx import Tx
from storage.vocabulary.documents import DocumentKind


def router() -> Router:
    day = Router(name="gathering_day")
    day.callback_query.filter(Coordinates())
    day.callback_query.middleware(put_aside)
    day.callback_query.register(on_sheet, Does(Deed.GATHERING_SHEET))
    day.callback_query.register(on_page, Opens(Spot.ATTENDANCE))
    day.callback_query.register(on_mark, Does(Deed.ATTENDED, Deed.NOT_ATTENDED))
    day.callback_query.register(on_promised, Does(Deed.ATTENDED_PROMISED))
    day.callback_query.register(on_guests, Does(Deed.GUESTS))
    day.callback_query.register(on_feedback, Opens(Spot.FEEDBACK))
    day.callback_query.register(on_ask, Does(Deed.FEEDBACK_ASK))
    day.callback_query.register(on_leave_to_bot, Does(Deed.FEEDBACK_BOT))
    return day


async def on_sheet(_: CallbackQuery, press: Act, tx: Tx, actor: Actor, member: Member, now: datetime) -> Effects:
    seen = await looking.look(tx, member, press.id, now)
    if seen is None or not seen.awaits_people:
        return await screens.event(tx, member, press.id, now)
    kind = DocumentKind.REGISTRATION_SHEET
    made = await documents.make(tx, member, actor.external_id, kind, now, str(press.id))
    return await screens.event(tx, member, press.id, now, document_words.made(made) if made else "")


async def on_page(_: CallbackQuery, press: Go, tx: Tx, member: Member, now: datetime) -> Effects:
    return await _page(tx, member, press.id, press.page, now)


async def on_mark(_: CallbackQuery, press: Act, tx: Tx, member: Member, now: datetime) -> Effects:
    """Set or taken back, never toggled. The argument is a person and the page of the list."""
    person, page = ((*map(number, press.argument.split(".")), None, None))[:2]
    attended = press.deed is Deed.ATTENDED
    changed = await attending.mark(tx, member, press.id, person or 0, now, attended=attended)
    shown = await _page(tx, member, press.id, page or 0, now)
    return shown if changed else replace(shown, toast=list_words.already())


async def on_promised(_: CallbackQuery, press: Act, tx: Tx, member: Member, now: datetime) -> Effects:
    count = await attending.mark_promised(tx, member, press.id, now)
    return await _page(tx, member, press.id, 0, now, words.marked(count))


async def on_guests(_: CallbackQuery, press: Act, tx: Tx, member: Member, now: datetime) -> Effects:
    """The argument is the number that it becomes: pressed twice it stays."""
    guests = number(press.argument)
    if guests is not None:
        await attending.set_guests(tx, member, press.id, guests, now)
    return await _page(tx, member, press.id, 0, now)


async def _page(tx: Tx, member: Member, gathering_id: int, page: int, now: datetime, head: str = "") -> Screen:
    shown = await attending.page(tx, member, gathering_id, page, now)
    if shown is None:
        return await screens.event(tx, member, gathering_id, now, words.too_late())
    lines, of = shown.people.lines, shown.seen.gathering
    named = people_words.told_apart(lines)
    ticks = (
        act(
            words.tick(named[each.id], each),
            Deed.NOT_ATTENDED if each.attended else Deed.ATTENDED,
            gathering_id,
            f"{each.id}.{shown.people.number}",
        )
        for each in lines
    )
    text = f"{head}\n\n{words.page(shown)}" if head else words.page(shown)
    promised = [act(words.PROMISED, Deed.ATTENDED_PROMISED, gathering_id)] if shown.seen.numbers.comes else []
    more = [go(minutes_words.TITLE, Spot.MINUTES, gathering_id)] if shown.seen.held else []
    return Screen(
        text,
        (
            *column(*promised, *ticks),
            *turns(Spot.ATTENDANCE, gathering_id, shown.people.number, shown.people.pages),
            tuple(_guests(gathering_id, of.guests)),
            *column(go(words.ADD_PERSON, Spot.GATHERING_PEOPLE, gathering_id), *more, screens.to_event(gathering_id)),
        ),
    )


def _guests(gathering_id: int, now_are: int) -> list[Button]:
    fewer = [act(words.FEW_GUESTS, Deed.GUESTS, gathering_id, f"{now_are - 1}")] if now_are else []
    more = [act(words.MORE_GUESTS, Deed.GUESTS, gathering_id, f"{now_are + 1}")] if now_are < MOST_GUESTS else []
    return [*fewer, *more]


async def on_feedback(_: CallbackQuery, press: Go, tx: Tx, member: Member, now: datetime) -> Effects:
    return await _feedback(tx, member, press.id, now)


async def on_ask(_: CallbackQuery, press: Act, tx: Tx, member: Member, now: datetime) -> Effects:
    done = await feedback.ask(tx, member, press.id, number(press.argument) or 0, now)
    return await _feedback(tx, member, press.id, now, words.asked(done))


async def on_leave_to_bot(_: CallbackQuery, press: Act, tx: Tx, member: Member, now: datetime) -> Effects:
    """The argument is from how many answers on; none takes it back."""
    threshold = number(press.argument) or None
    done = await feedback.leave_to_bot(tx, member, press.id, threshold, now)
    return await _feedback(tx, member, press.id, now, words.left_to_bot(done=done, on=threshold is not None))


async def _feedback(tx: Tx, member: Member, gathering_id: int, now: datetime, head: str = "") -> Screen:
    seen = await looking.look(tx, member, gathering_id, now)
    if seen is None or seen.is_draft or seen.is_cancelled:
        return await screens.event(tx, member, gathering_id, now)
    people = len(await feedback.may_answer(tx, seen.gathering))
    thresholds = feedback.thresholds(people) if seen.held else ()
    said = words.feedback(seen, people, thresholds)
    threshold = seen.gathering.feedback
    left = words.bot_asks(threshold) if threshold is not None and _is_left(seen) else ""
    text = "\n\n".join(filter(None, (head, said, left)))
    return Screen(text, column(*_ways(seen, thresholds), screens.to_event(gathering_id)))


def _is_left(of: Seen) -> bool:
    return of.gathering.feedback is not None and of.gathering.survey_id is None


def _ways(of: Seen, thresholds: tuple[int, ...]) -> list[Button]:
    id_ = of.gathering.id
    if of.gathering.survey_id is not None:
        return [go(words.RESULTS, Spot.SURVEY, of.gathering.survey_id)]
    asks = [act(words.ask_label(each), Deed.FEEDBACK_ASK, id_, f"{each}") for each in thresholds]
    if _is_left(of):
        return [*asks, act(words.DO_MYSELF, Deed.FEEDBACK_BOT, id_)]
    return [*asks, *(act(words.bot_label(each), Deed.FEEDBACK_BOT, id_, f"{each}") for each in feedback.EVERY)]
