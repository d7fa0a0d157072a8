"""The screens of the stages' dates, drawn alike after a press and after a typed date."""

from datetime import date, datetime

from handlers.effects import Button, Rows, Screen, column
from handlers.presses import Deed, Spot, act, go
from handlers.texts import common
from handlers.texts import menu as labels
from handlers.texts import roadmap as words
from mentoring import roadmap
from mentoring.access import Member
from mentoring.roadmap import Dates, Moved
from storage.tx import Tx


async def screen(tx: Tx, member: Member, now: datetime) -> Screen:
    shown = await roadmap.dates(tx, member, now)
    confirm = [act(words.CONFIRM, Deed.ROADMAP_CONFIRM, shown.mark)] if shown.to_confirm else []
    return Screen(
        words.dates(shown),
        column(*confirm, *_changes(shown), go(labels.SETTINGS, Spot.SETTINGS), go(common.MENU, Spot.MENU)),
    )


def ways_on(refused: Moved) -> Rows:
    """Of a date that was not taken: the one that would be."""
    if refused.instead is None:
        return ()
    return column(take(words.take(refused.instead), refused.due.activity.key, refused.instead))


def take(label: str, key: str, day: date) -> Button:
    """Its argument names the activity itself: a later version of the bot may count them otherwise."""
    return act(label, Deed.ROADMAP_MOVE, argument=f"{key} {day.isoformat()}")


def taken(argument: str) -> tuple[str, date] | None:
    """What `take` wrote; None for what is forged."""
    key, _, day = argument.partition(" ")
    try:
        return key, date.fromisoformat(day)
    except ValueError:
        return None


def _changes(shown: Dates) -> list[Button]:
    return [go(words.change(number + 1, line), Spot.ROADMAP_DATE, number) for number, line in enumerate(shown.lines)]
