"""Written consents of pairs as ticks, and what else is signed."""

from dataclasses import replace
from datetime import datetime

from aiogram import Router
from aiogram.types import CallbackQuery

from handlers import declension_screens
from handlers.access import Coordinates, Does, Opens
from handlers.aside import put_aside
from handlers.effects import Button, Effects, Rows, Screen, column, with_head
from handlers.pages import turns
from handlers.presses import Act, Deed, Go, Spot, act, go
from handlers.texts import common
from handlers.texts import declensions as declension_words
from handlers.texts import pair_orders as words
from handlers.texts import pairs as pair_words
from handlers.texts import people as people_words
from mentoring import declensions, pair_papers
from mentoring.access import Actor, Member
from mentoring.documents import pair_sheets, sheets
from mentoring.pair_papers import Signer
from storage.tx import Tx
from storage.vocabulary.documents import DocumentKind
from storage.vocabulary.pairs import PairPaper, PairPaperState, Side

_CONSENT, _AGREEMENT = "c", "a"
_KINDS = {_CONSENT: PairPaper.CONSENT, _AGREEMENT: PairPaper.AGREEMENT}
_STATES = {
    Deed.PAIR_PAPER_IN: PairPaperState.RECEIVED,
    Deed.PAIR_PAPER_OUT: PairPaperState.TO_PRINT,
    Deed.PAIR_PAPER_FREE: PairPaperState.NOT_NEEDED,
}


def router() -> Router:
    papers = Router(name="pair_papers")
    papers.callback_query.filter(Coordinates())
    papers.callback_query.middleware(put_aside)
    papers.callback_query.register(on_papers, Opens(Spot.PAIR_PAPERS))
    papers.callback_query.register(on_paper, Opens(Spot.PAIR_PAPER))
    papers.callback_query.register(on_mark, Does(*_STATES))
    papers.callback_query.register(on_external, Does(Deed.PAIR_EXTERNAL, Deed.PAIR_INTERNAL))
    papers.callback_query.register(on_refusal, Does(Deed.PAIR_REFUSAL))
    papers.callback_query.register(on_print, Does(Deed.PAIR_CONSENTS))
    return papers


async def on_papers(_: CallbackQuery, press: Go, tx: Tx, member: Member) -> Effects:
    return await _screen(tx, member, press.page)


async def _screen(tx: Tx, member: Member, number: int) -> Screen:
    shown = await pair_papers.page(tx, member, number)
    named = people_words.told_apart(each.person for each in shown.lines)
    people = (
        go(
            words.paper_label(named[each.id], each),
            Spot.PAIR_PAPER,
            each.pair.pairing.id,
            argument=str(each.id),
        )
        for each in shown.lines
    )
    return Screen(
        words.papers(shown, named),
        (
            *column(*people),
            *turns(Spot.PAIR_PAPERS, 0, shown.number, shown.pages),
            *column(
                *([act(words.PRINT, Deed.PAIR_CONSENTS)] if shown.settled < shown.total else []),
                await declension_screens.entry(tx, member),
                go(words.TITLE, Spot.PAIR_ORDERS),
                go(pair_words.TO_BOARD, Spot.PAIRS),
                go(common.MENU, Spot.MENU),
            ),
        ),
    )


async def on_paper(_: CallbackQuery, press: Go, tx: Tx, member: Member) -> Effects:
    return await _one(tx, member, press.id, _number(press.argument))


async def _one(tx: Tx, member: Member, pairing_id: int, person_id: int) -> Screen:
    found = await pair_papers.of_pair(tx, member, pairing_id)
    of = next((each for each in found if each.id == person_id), None)
    if of is None:
        return await _screen(tx, member, 0)
    back = column(go(words.PAPERS, Spot.PAIR_PAPERS), go(common.MENU, Spot.MENU))
    return Screen(words.paper(of), (*column(*_acts(of)), *back))


def _acts(of: Signer) -> list[Button]:
    def press(label: str, deed: Deed, kind: str = "") -> Button:
        return act(label, deed, of.pair.pairing.id, f"{of.id}{kind}")

    external, mentor = of.person.external, of.person.side is Side.MENTOR
    settled, signed = of.is_settled, of.agreement is PairPaperState.RECEIVED
    offered = (
        (not external and not settled, press(words.RECEIVED, Deed.PAIR_PAPER_IN, _CONSENT)),
        (not external and settled, press(words.NOT_RECEIVED, Deed.PAIR_PAPER_OUT, _CONSENT)),
        (not external and not settled and mentor, press(words.NOT_NEEDED, Deed.PAIR_PAPER_FREE, _CONSENT)),
        (of.agreement is not None and not signed, press(words.AGREEMENT, Deed.PAIR_PAPER_IN, _AGREEMENT)),
        (signed, press(words.NO_AGREEMENT, Deed.PAIR_PAPER_OUT, _AGREEMENT)),
        (mentor and not external, press(words.REFUSAL, Deed.PAIR_REFUSAL)),
        (mentor and not external, press(words.EXTERNAL, Deed.PAIR_EXTERNAL)),
        (mentor and external, press(words.NOT_EXTERNAL, Deed.PAIR_INTERNAL)),
    )
    return [each for holds, each in offered if holds]


async def on_mark(_: CallbackQuery, press: Act, tx: Tx, member: Member, now: datetime) -> Effects:
    """A tick is set or taken back, never toggled: pressed twice it stays."""
    kind = _KINDS.get(press.argument[-1:])
    person_id = _number(press.argument[:-1])
    if kind is None:
        return await _screen(tx, member, 0)
    done = await pair_papers.mark(tx, member, press.id, person_id, kind, _STATES[press.deed], now)
    screen = await _one(tx, member, press.id, person_id)
    onward = await _onward(tx, member) if press.deed is not Deed.PAIR_PAPER_OUT else ()
    return replace(screen, buttons=(*onward, *screen.buttons), toast=words.marked() if done else "")


async def _onward(tx: Tx, member: Member) -> Rows:
    """Sheets come in a pile: from one to whoever is missing next."""
    left = await pair_papers.unsigned(tx, member.school_id)
    return column(
        *(
            go(words.next_one(each, len(left)), Spot.PAIR_PAPER, each.pair.pairing.id, argument=str(each.id))
            for each in left[:1]
        )
    )


async def on_external(_: CallbackQuery, press: Act, tx: Tx, member: Member) -> Effects:
    person_id = _number(press.argument)
    external = press.deed is Deed.PAIR_EXTERNAL
    await pair_papers.set_external(tx, member, press.id, person_id, external=external)
    return await _one(tx, member, press.id, person_id)


async def on_refusal(_: CallbackQuery, press: Act, tx: Tx, actor: Actor, member: Member, now: datetime) -> Effects:
    """A mentor's application to leave early, for whoever does not write to the bot."""
    person_id = _number(press.argument)
    about = pair_sheets.about(press.id, person_id)
    done = await sheets.order(tx, member, actor.external_id, DocumentKind.REFUSAL_MENTOR, now, about)
    screen = await _one(tx, member, press.id, person_id)
    return with_head(screen, words.refusal_ordered()) if done else screen


async def on_print(_: CallbackQuery, tx: Tx, actor: Actor, member: Member, now: datetime) -> Effects:
    """A page for everybody whose consent is not in."""
    left = len(await pair_papers.unsigned(tx, member.school_id))
    back = column(go(words.PAPERS, Spot.PAIR_PAPERS), go(common.MENU, Spot.MENU))
    if not left:
        return Screen(words.all_signed(), back)
    for kind in pair_sheets.CONSENTS:
        await sheets.order(tx, member, actor.external_id, kind, now)
    unchecked = await declensions.left(tx, member.school_id)
    text = words.print_ordered(left, externals=await pair_papers.has_external(tx, member.school_id))
    if not unchecked:
        return Screen(text, back)
    text = f"{text}\n\n{declension_words.in_nominative(unchecked)}"
    return Screen(text, (*column(await declension_screens.entry(tx, member)), *back))


def _number(text: str) -> int:
    return int(text) if text.isdecimal() else 0
