"""The mentor bank: those who are ready, those who refused, one questionnaire, who is silent, the workbook."""

from dataclasses import replace
from datetime import datetime

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from handlers import exports
from handlers.access import Coordinates, Does, Opens, Says
from handlers.aside import put_aside
from handlers.effects import Button, Effects, Screen, column
from handlers.pages import turns
from handlers.presses import Act, Deed, Go, Spot, act, go
from handlers.texts import bank as bank_words
from handlers.texts import common, sending
from handlers.texts import exports as export_words
from handlers.texts import honours as honour_words
from handlers.texts import mentors as words
from handlers.texts import people as people_words
from mentoring import answered, honours, jobs, mentors, nudges
from mentoring.access import Actor, Member
from mentoring.jobs import Work
from mentoring.mentors import MentorPage
from mentoring.rules.readiness import FORM
from storage.tx import Tx


def router() -> Router:
    bank = Router(name="mentors")
    bank.message.filter(Coordinates())
    bank.callback_query.filter(Coordinates())
    bank.message.middleware(put_aside)
    bank.callback_query.middleware(put_aside)
    bank.message.register(on_mentors, Says("/mentors"))
    bank.callback_query.register(on_mentors, Opens(Spot.MENTORS))
    bank.callback_query.register(on_refused, Opens(Spot.MENTORS_REFUSED))
    bank.callback_query.register(on_entry, Opens(Spot.MENTOR))
    bank.callback_query.register(on_seen, Does(Deed.MENTOR_SEEN))
    bank.callback_query.register(on_silent, Opens(Spot.MENTORS_SILENT))
    bank.callback_query.register(on_remind_ask, Opens(Spot.MENTORS_REMIND))
    bank.callback_query.register(on_remind, Does(Deed.MENTORS_REMIND))
    bank.callback_query.register(on_book, Does(Deed.MENTORS_BOOK))
    return bank


async def on_mentors(_: Message | CallbackQuery, tx: Tx, member: Member, press: Go | None = None) -> Effects:
    """The press's id is the questionnaire to come back to, its page a page of the list."""
    asked = press or Go(Spot.MENTORS)
    shown = await mentors.page(tx, member, asked.page, around=asked.id)
    named = people_words.told_apart(shown.lines)
    entries = (go(words.entry_label(named[each.id], each.mark), Spot.MENTOR, each.run_id) for each in shown.lines)
    return Screen(
        words.page(shown, named),
        (
            *column(*entries),
            *turns(Spot.MENTORS, 0, shown.number, shown.pages),
            *column(*_acts(shown), go(common.MENU, Spot.MENU)),
        ),
    )


def _acts(of: MentorPage) -> list[Button]:
    offered = (
        (of.count.refused, go(words.refused_button(of), Spot.MENTORS_REFUSED)),
        (of.silent, go(words.silent_button(of), Spot.MENTORS_SILENT)),
        (of.silent, go(words.REMIND, Spot.MENTORS_REMIND)),
        (True, go(words.INVITE, Spot.FORM_TICKS)),
        (of.count.ready or of.count.refused, act(words.BOOK, Deed.MENTORS_BOOK)),
    )
    return [each for holds, each in offered if holds]


async def on_refused(_: CallbackQuery, press: Go, tx: Tx, member: Member) -> Effects:
    shown = await mentors.refused(tx, member, press.page)
    named = people_words.told_apart(shown.lines)
    return Screen(
        words.refused(shown, named),
        (
            *column(
                *(go(words.entry_label(named[each.id], each.mark), Spot.MENTOR, each.run_id) for each in shown.lines)
            ),
            *turns(Spot.MENTORS_REFUSED, 0, shown.number, shown.pages),
            *column(go(words.INVITE, Spot.FORM_TICKS), go(words.TO_BANK, Spot.MENTORS), go(common.MENU, Spot.MENU)),
        ),
    )


async def on_entry(_: CallbackQuery, press: Go, tx: Tx, member: Member) -> Effects:
    """Opening marks nothing: seen is what the coordinator says is seen."""
    return await _entry(tx, member, press.id, press.page)


async def on_seen(_: CallbackQuery, press: Act, tx: Tx, member: Member, now: datetime) -> Effects:
    marked = await answered.mark_seen(tx, member, press.id, now)
    screen = await _entry(tx, member, press.id, 0)
    return replace(screen, toast=bank_words.marked() if marked else bank_words.marked_already())


async def _entry(tx: Tx, member: Member, run_id: int, number: int) -> Screen:
    found = await mentors.read(tx, member, run_id)
    if found is None:
        return Screen(words.gone(), column(go(words.TO_BANK, Spot.MENTORS), go(common.MENU, Spot.MENU)))
    texts = words.entry(found, member.zone)
    number = min(max(number, 0), len(texts) - 1)
    run = found.answered.run
    worked = await honours.years_of(tx, member.school_id, run.person_id)
    seen = [] if run.seen_at else [act(words.SEEN, Deed.MENTOR_SEEN, run.id)]
    return Screen(
        texts[number] + common.pages(number, len(texts)),
        (
            *column(*seen),
            *turns(Spot.MENTOR, run.id, number, len(texts)),
            *column(
                *([go(honour_words.TITLE, Spot.HONOUR, run.person_id)] if worked else []),
                go(bank_words.CARD, Spot.PERSON, run.person_id),
                go(words.TO_BANK, Spot.MENTORS, run.id),
                go(common.MENU, Spot.MENU),
            ),
        ),
    )


async def on_silent(
    _: Message | CallbackQuery, tx: Tx, member: Member, now: datetime, press: Go | None = None
) -> Effects:
    shown = await mentors.silent(tx, member, press.page if press else 0, now)
    named = people_words.told_apart(shown.lines)
    return Screen(
        words.silent(shown, named),
        (
            *column(*(go(people_words.label(named[each.id]), Spot.PERSON, each.id) for each in shown.lines)),
            *turns(Spot.MENTORS_SILENT, 0, shown.number, shown.pages),
            *column(
                *([go(words.REMIND, Spot.MENTORS_REMIND)] if shown.total else []),
                go(words.TO_BANK, Spot.MENTORS),
                go(common.MENU, Spot.MENU),
            ),
        ),
    )


async def on_remind_ask(_: CallbackQuery, tx: Tx, member: Member, now: datetime) -> Effects:
    """With the exact count: how many it reaches, how many it cannot."""
    found = await nudges.preview(tx, member, FORM, now)
    back = column(go(words.SILENT, Spot.MENTORS_SILENT), go(words.TO_BANK, Spot.MENTORS), go(common.MENU, Spot.MENU))
    if not found.reachable:
        return Screen(words.remind_nobody(found), back)
    send = column(act(sending.send_label(found.reachable), Deed.MENTORS_REMIND))
    return Screen(sending.remind_ask(found), (*send, *back))


async def on_remind(_: CallbackQuery, tx: Tx, member: Member, now: datetime) -> Effects:
    sent = await nudges.send(tx, member, FORM, now)
    buttons = column(go(words.TO_BANK, Spot.MENTORS), go(common.MENU, Spot.MENU))
    if not sent.count:
        return Screen(words.remind_nobody(await nudges.preview(tx, member, FORM, now)), buttons)
    return Screen(sending.reminded(sent), buttons)


async def on_book(_: CallbackQuery, press: Act, tx: Tx, actor: Actor, member: Member, now: datetime) -> Effects:
    """Its id is how many people the coordinator was told of."""
    count = (await mentors.page(tx, member, 0)).count
    people = count.ready + count.refused
    if people != press.id:
        yes, back = Act(Deed.MENTORS_BOOK, people), go(common.BACK, Spot.MENTORS)
        return exports.ask(member, export_words.MENTORS, people, act=yes, back=back)
    await jobs.order(tx, member, actor.external_id, Work.MENTOR_BOOK, now)
    return Screen(bank_words.book_ordered(), column(go(words.TO_BANK, Spot.MENTORS), go(common.MENU, Spot.MENU)))
