"""The screens of the stages' dates, drawn alike after a press and after a typed date."""

from datetime import date, datetime

from handlers.effects import Button, Screen, column
from handlers.presses import Deed, Spot, act, go
from handlers.texts import common
from handlers.texts import roadmap as words
from handlers.texts import roadmap_questions as question_words
from handlers.texts import stages as stage_words
from mentoring import roadmap
from mentoring.access import Member
from mentoring.roadmap import Dates
from storage.tx import Tx


async def screen(tx: Tx, member: Member, now: datetime, *, number: int = 0, of: str = "") -> Screen:
    """All dates; with a stage's number or key that stage's, each with the way to change it."""
    shown = await roadmap.dates(tx, member.school_id, now)
    stages = list(dict.fromkeys(each.due.stage for each in shown.lines))
    for place, stage in enumerate(stages, 1):
        if place == number or stage.key == of:
            back = go(words.ALL, Spot.ROADMAP_DATES)
            return Screen(words.dates(shown, stage), column(*_changes(shown, stage.key), back))
    of_stage = (go(words.change_stage(place, each), Spot.ROADMAP_DATES, place) for place, each in enumerate(stages, 1))
    return Screen(
        words.dates(shown),
        column(*_confirm(shown), *of_stage, go(stage_words.TO_ROADMAP, Spot.ROADMAP), go(common.MENU, Spot.MENU)),
    )


def _confirm(shown: Dates) -> list[Button]:
    """Nothing is confirmed as long as the roadmap leaves something open."""
    if shown.open:
        return [go(stage_words.questions_label(shown.open), Spot.ROADMAP_QUESTION)]
    return [act(words.CONFIRM, Deed.ROADMAP_CONFIRM, shown.mark)] if shown.to_confirm else []


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


def _changes(shown: Dates, stage: str) -> list[Button]:
    return [
        go(words.change(number, line), Spot.ROADMAP_DATE, argument=line.due.activity.key)
        for number, line in enumerate(shown.lines, 1)
        if line.due.stage.key == stage
    ]


def not_yet(shown: Dates) -> str:
    """Why nothing was confirmed: questions wait, or the dates that were shown have moved."""
    return question_words.first_questions(shown.open) if shown.open else words.moved()
