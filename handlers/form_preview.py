"""The screens of an invitation before it is sent, drawn alike after a press and after a typed date."""

from datetime import date, datetime

from handlers.effects import Button, Rows, Screen, column
from handlers.presses import Deed, Spot, act, go
from handlers.texts import common
from handlers.texts import form_ticks as words
from handlers.texts import mentors as mentor_words
from mentoring import form_ticks
from mentoring.access import Member
from storage.tx import Tx


async def screen(tx: Tx, member: Member, now: datetime) -> Screen:
    """With the exact count: whom it reaches now, whom later or not at all, and why."""
    back = column(
        go(words.TO_TICKS, Spot.FORM_TICKS), go(mentor_words.TO_BANK, Spot.MENTORS), go(common.MENU, Spot.MENU)
    )
    shown = await form_ticks.preview(tx, member, now)
    if not shown.people:
        return Screen(words.nobody_ticked(), back)
    return Screen(
        words.preview(shown),
        (
            *column(act(words.send_label(shown), Deed.FORM_SEND), go(words.until_label(shown), Spot.FORM_UNTIL)),
            *back,
        ),
    )


async def days(tx: Tx, member: Member, now: datetime) -> Rows:
    """Ready days above the question until when."""
    return column(*(until(each) for each in await form_ticks.suggestions(tx, member, now)))


def until(day: date) -> Button:
    return act(words.until_choice(day), Deed.FORM_UNTIL, argument=day.isoformat())
