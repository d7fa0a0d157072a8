"""A question about a date: ready days above it, an example to come below it, also after an answer that was none."""

from dataclasses import replace
from datetime import datetime, timedelta

from handlers import dialogs, form_preview, stage_dates
from handlers.effects import Rows, Screen, column
from handlers.presses import Deed, act
from handlers.texts import menu as labels
from handlers.texts import roadmap as words
from mentoring import calendars, form_asks, roadmap
from mentoring.access import Actor, Member
from mentoring.filling import Ask
from storage.tx import Tx

PAUSES = (7, 14, 30)


async def screen(tx: Tx, actor: Actor, step: Ask, now: datetime) -> Screen:
    member = actor.member
    if member is None:
        return dialogs.screen_of(step)
    example = await calendars.example_day(tx, member.school_id, step.question.tense, now)
    drawn = dialogs.screen_of(step, example)
    match step.run.form_key:
        case "pause":
            return _above(drawn, _pauses(actor, now))
        case "answer_by":
            return _above(drawn, await form_preview.days(tx, member, form_asks.key_of(step.run.about), now))
        case "activity_date":
            return await _of_stage(tx, member, drawn, str(step.run.about["activity"]), now)
    return drawn


async def _of_stage(tx: Tx, member: Member, drawn: Screen, key: str, now: datetime) -> Screen:
    lines = (await roadmap.dates(tx, member.school_id, now)).lines
    line = next((each for each in lines if each.due.activity.key == key), None)
    if line is None:  # of an older roadmap
        return drawn
    days = await roadmap.suggestions(tx, member, line, now)
    quick = column(*(stage_dates.take(words.day_of_week(day), key, day) for day in days))
    return replace(_above(drawn, quick), text=f"{words.ask(line)}\n\n{drawn.text}")


def _pauses(actor: Actor, now: datetime) -> Rows:
    ends = ((days, actor.today(now) + timedelta(days=days)) for days in PAUSES)
    return column(*(act(labels.pause_days(until), Deed.PAUSE_DAYS, days) for days, until in ends))


def _above(drawn: Screen, quick: Rows) -> Screen:
    return replace(drawn, buttons=(*quick, *drawn.buttons))
