"""The mentee bank: its list, one request, who has not answered, the reminder, the workbook."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from handlers import exports
from handlers.access import Coordinates, Does, Opens, Says
from handlers.aside import put_aside
from handlers.effects import Effects, Rows, Screen, column
from handlers.pages import turns
from handlers.presses import Act, Deed, Go, Spot, act, go
from handlers.texts import bank as words
from handlers.texts import common, sending
from handlers.texts import exports as export_words
from handlers.texts import people as people_words
from mentoring import answered, jobs, nudges, requests
from mentoring.access import Actor, Member
from mentoring.answered import Answered
from mentoring.jobs import Work
from mentoring.silence import SilentPage
from storage.tx import Tx


def router() -> Router:
    bank = Router(name="bank")
    bank.message.filter(Coordinates())
    bank.callback_query.filter(Coordinates())
    bank.message.middleware(put_aside)
    bank.callback_query.middleware(put_aside)
    bank.message.register(on_bank, Says("/bank"))
    bank.callback_query.register(on_bank, Opens(Spot.BANK))
    bank.callback_query.register(on_entry, Opens(Spot.BANK_ENTRY))
    bank.callback_query.register(on_seen, Does(Deed.SEEN))
    bank.callback_query.register(on_silent, Opens(Spot.SILENT))
    bank.message.register(on_remind_ask, Says("/remind"))
    bank.callback_query.register(on_remind_ask, Opens(Spot.REMIND))
    bank.callback_query.register(on_remind, Does(Deed.REMIND))
    bank.callback_query.register(on_book, Does(Deed.BOOK))
    return bank


async def on_bank(_: Message | CallbackQuery, tx: Tx, member: Member, press: Go | None = None) -> Effects:
    """The press's id is the request to come back to, its page a page of the list."""
    asked = press or Go(Spot.BANK)
    shown = await requests.page(tx, member, asked.page, around=asked.id)
    named = people_words.told_apart(shown.entries)
    entries = (
        go(words.entry_label(named[each.id], new=each.is_new), Spot.BANK_ENTRY, each.run_id) for each in shown.entries
    )
    silent = shown.count.people - shown.count.answered
    return Screen(
        words.page(shown, named),
        (
            *column(*entries),
            *turns(Spot.BANK, 0, shown.number, shown.pages),
            *column(
                *([go(words.silent_button(shown), Spot.SILENT), go(words.REMIND, Spot.REMIND)] if silent else []),
                *([act(words.BOOK, Deed.BOOK)] if shown.count.answered else []),
                go(common.MENU, Spot.MENU),
            ),
        ),
    )


async def on_entry(_: CallbackQuery, press: Go, tx: Tx, member: Member) -> Effects:
    """Opening marks nothing: seen is what the coordinator says is seen."""
    return _entry(await requests.read(tx, member, press.id), member, press.page)


async def on_seen(_: CallbackQuery, press: Act, tx: Tx, member: Member, now: datetime) -> Effects:
    marked = await answered.mark_seen(tx, member, press.id, now)
    screen = _entry(await requests.read(tx, member, press.id), member, 0)
    return replace(screen, toast=words.marked() if marked else words.marked_already())


def _entry(request: Answered | None, member: Member, number: int) -> Screen:
    if request is None:
        return Screen(words.gone(), column(go(words.TO_BANK, Spot.BANK), go(common.MENU, Spot.MENU)))
    texts = words.entry(request, member.zone)
    number = min(max(number, 0), len(texts) - 1)
    run = request.run
    seen = [] if run.seen_at else [act(words.SEEN, Deed.SEEN, run.id)]
    return Screen(
        texts[number] + common.pages(number, len(texts)),
        (
            *column(*seen),
            *turns(Spot.BANK_ENTRY, run.id, number, len(texts)),
            *column(
                go(words.CARD, Spot.PERSON, run.person_id),
                go(words.TO_BANK, Spot.BANK, run.id),
                go(common.MENU, Spot.MENU),
            ),
        ),
    )


async def on_silent(
    _: Message | CallbackQuery, tx: Tx, member: Member, now: datetime, press: Go | None = None
) -> Effects:
    shown = await requests.silent(tx, member, press.page if press else 0, now)
    named = people_words.told_apart(shown.lines)
    return Screen(
        words.silent(shown, named),
        (
            *_cards(shown, named),
            *turns(Spot.SILENT, 0, shown.number, shown.pages),
            *column(
                *([go(words.REMIND, Spot.REMIND)] if shown.total else []),
                go(words.TO_BANK, Spot.BANK),
                go(common.MENU, Spot.MENU),
            ),
        ),
    )


def _cards(of: SilentPage, named: Mapping[int, str]) -> Rows:
    return column(*(go(people_words.label(named[each.id]), Spot.PERSON, each.id) for each in of.lines))


async def on_remind_ask(_: Message | CallbackQuery, tx: Tx, member: Member, now: datetime) -> Effects:
    """With the exact count: how many it reaches, how many it cannot."""
    found = await nudges.preview(tx, member, requests.FORM, now)
    back = column(go(words.SILENT, Spot.SILENT), go(words.TO_BANK, Spot.BANK), go(common.MENU, Spot.MENU))
    if not found.reachable:
        return Screen(words.remind_nobody(found), back)
    return Screen(sending.remind_ask(found), (*column(act(sending.send_label(found.reachable), Deed.REMIND)), *back))


async def on_remind(_: CallbackQuery, tx: Tx, member: Member, now: datetime) -> Effects:
    sent = await nudges.send(tx, member, requests.FORM, now)
    buttons = column(go(words.TO_BANK, Spot.BANK), go(common.MENU, Spot.MENU))
    if not sent.count:
        return Screen(words.remind_nobody(await nudges.preview(tx, member, requests.FORM, now)), buttons)
    return Screen(sending.reminded(sent), buttons)


async def on_book(_: CallbackQuery, press: Act, tx: Tx, actor: Actor, member: Member, now: datetime) -> Effects:
    """Its id is how many people the coordinator was told of: asked about first, and again when they are others."""
    people = (await requests.page(tx, member, 0)).count.people
    if people != press.id:
        yes, back = Act(Deed.BOOK, people), go(common.BACK, Spot.BANK)
        return exports.ask(member, export_words.BANK, people, act=yes, back=back)
    await jobs.order(tx, member, actor.external_id, Work.BANK_BOOK, now)
    return Screen(words.book_ordered(), column(go(words.TO_BANK, Spot.BANK), go(common.MENU, Spot.MENU)))
