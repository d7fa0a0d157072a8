"""The list of names to be looked at and the screen of one, drawn alike after a press and after its cases were typed."""

from datetime import datetime

from handlers.effects import Button, Effects, Screen, column, with_head
from handlers.pages import turns
from handlers.presses import Deed, Spot, act, go
from handlers.texts import common
from handlers.texts import declensions as words
from handlers.texts import pair_orders as order_words
from handlers.texts import people as people_words
from mentoring import declensions
from mentoring.access import Member
from mentoring.declensions import Look, Subject
from mentoring.filling import Run
from mentoring.rules.declension import Case, Gender
from storage.tx import Tx

_UNSAID = "-"


async def page(tx: Tx, member: Member, number: int) -> Screen:
    shown = await declensions.page(tx, member, number)
    named = people_words.told_apart(each for each in shown.lines if each.subject is Subject.NAME)
    lines = (
        go(words.line_label(each, named.get(each.id, "")), Spot.DECLENSION, each.id, argument=each.subject)
        for each in shown.lines
    )
    return Screen(
        words.page(shown),
        (
            *column(*lines),
            *turns(Spot.DECLENSIONS, 0, shown.number, shown.pages),
            *column(go(order_words.PAPERS, Spot.PAIR_PAPERS), go(common.MENU, Spot.MENU)),
        ),
    )


async def entry(tx: Tx, member: Member) -> Button:
    """To the list, from a screen of papers."""
    return go(words.entry(await declensions.left(tx, member.school_id)), Spot.DECLENSIONS)


async def one(tx: Tx, member: Member, of: Look | None) -> Effects:
    if of is None:
        return with_head(await page(tx, member, 0), words.gone())
    return Screen(words.one(of), column(*_acts(of), go(words.TO_LIST, Spot.DECLENSIONS), go(common.MENU, Spot.MENU)))


async def next_one(tx: Tx, member: Member) -> Effects:
    """After a yes the following name comes by itself; the list when there is none."""
    left, entry = await declensions.left(tx, member.school_id), await declensions.following(tx, member)
    if entry is None:
        return with_head(await page(tx, member, 0), words.kept(left))
    following = await declensions.look(tx, member, entry.subject, entry.id)
    return with_head(await one(tx, member, following), words.kept(left))


async def with_name(tx: Tx, member: Member, screen: Screen, run: Run, _now: datetime) -> Effects:
    """A question of the form, under the name that it is about."""
    of = await declensions.of_run(tx, member, run)
    case = next((each for each in Case if each == run.place), None)
    return with_head(screen, words.typing(of, case)) if of and case else screen


async def back(tx: Tx, member: Member, run: Run, _now: datetime) -> Effects:
    return await one(tx, member, await declensions.of_run(tx, member, run))


def gender_of(argument: str) -> Gender | None:
    return next((each for each in Gender if each == argument), None)


def _acts(of: Look) -> list[Button]:
    def press(label: str, deed: Deed) -> Button:
        return act(label, deed, of.person_id, f"{of.subject}{of.gender or _UNSAID}{of.mark}")

    same = press(words.SAME, Deed.DECLENSION_SAME)
    if of.asks_gender:
        genders = ((words.MALE, Gender.MALE), (words.FEMALE, Gender.FEMALE))
        asked = [
            go(label, Spot.DECLENSION, of.person_id, argument=f"{of.subject}{gender}") for label, gender in genders
        ]
        return [*asked, press(words.TYPE, Deed.DECLENSION_FIX), same]
    if of.shown is None:
        return [press(words.TYPE, Deed.DECLENSION_FIX), same]
    yes = [] if of.confirmed else [press(words.RIGHT, Deed.DECLENSION_YES)]
    return [*yes, press(words.FIX, Deed.DECLENSION_FIX), same]
