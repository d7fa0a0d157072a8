"""The screens of a pair that is made by hand, drawn alike after a press and after an order's number was typed."""

from collections.abc import Callable
from datetime import datetime

from handlers import pair_screens
from handlers.effects import Button, Effects, Rows, Screen, column, with_head
from handlers.pages import turns
from handlers.presses import Deed, Spot, act, go
from handlers.texts import by_hand as words
from handlers.texts import common
from handlers.texts import pairs as pair_words
from handlers.texts import people as people_words
from mentoring import by_hand
from mentoring.access import Member
from mentoring.by_hand import Idea, Made
from mentoring.filling import Run
from mentoring.pair_choices import Choice, Choices
from mentoring.rules.matching import Pair
from storage.tx import Tx

LETTERS = 7  # in a row: as many as a thumb tells apart


def buttons(of: Choices, press: Callable[[str, Choice], Button]) -> list[Button]:
    """A person a line; namesakes of the page are told apart."""
    named = people_words.told_apart(of.lines)
    return [press(named[each.id], each) for each in of.lines]


def turned(of: Choices, spot: Spot, id_: int = 0, argument: str = "") -> Rows:
    """By pages, and by the first letter when there are many."""
    letters = [go(each.letter, spot, id_, each.page, argument) for each in of.letters]
    rows = (tuple(letters[at : at + LETTERS]) for at in range(0, len(letters), LETTERS))
    return (*turns(spot, id_, of.number, of.pages, argument=argument), *rows)


async def how(tx: Tx, member: Member, of: Pair, now: datetime) -> Effects:
    idea = await by_hand.look(tx, member, of, now)
    if idea is None:
        return nobody()
    if idea.already is not None:
        return with_head(await pair_screens.screen(tx, member, idea.already, now), words.already())
    return Screen(words.how(idea), column(*_ways(idea)))


def _ways(of: Idea) -> list[Button]:
    mentee_id, mentor = of.mentee.id, str(of.mentor.id)
    return [
        act(words.ASK, Deed.BY_HAND_ASK, mentee_id, mentor),
        act(words.AGREED, Deed.BY_HAND_AGREED, mentee_id, mentor),
        act(words.ORDERED, Deed.BY_HAND_ORDERED, mentee_id, mentor),
        go(words.ANOTHER, Spot.BY_HAND_MENTOR, mentee_id),
        go(pair_words.TO_BOARD, Spot.PAIRS),
        go(common.MENU, Spot.MENU),
    ]


def nobody() -> Screen:
    again = go(words.TITLE, Spot.PAIR_BY_HAND)
    return Screen(words.nobody(), column(again, go(pair_words.TO_BOARD, Spot.PAIRS), go(common.MENU, Spot.MENU)))


async def made(tx: Tx, member: Member, of: Made | None, said: str, now: datetime) -> Effects:
    """The pair's card with what was done; of a pair that was there already, with a kind word."""
    if of is None:
        return nobody()
    shown = await pair_screens.screen(tx, member, of.pairing_id, now)
    return with_head(shown, said if of.new else words.already())


async def after_order(tx: Tx, member: Member, _run: Run, result: object, now: datetime) -> Effects:
    return await made(tx, member, result if isinstance(result, Made) else None, words.ordered(), now)


async def after_why(tx: Tx, member: Member, run: Run, result: object, now: datetime) -> Effects:
    shown = await pair_screens.screen(tx, member, int(run.about["pair"]), now)
    return with_head(shown, words.why_kept()) if result else shown


async def after_cancel(tx: Tx, member: Member, run: Run, now: datetime) -> Effects:
    if run.form_key == by_hand.WHY_FORM:
        return await pair_screens.screen(tx, member, int(run.about["pair"]), now)
    return await how(tx, member, pair_of(run), now)


def pair_of(run: Run) -> Pair:
    return Pair(int(run.about["mentee"]), int(run.about["mentor"]))
