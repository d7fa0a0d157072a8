"""The screens of minutes and of tasks, drawn alike after a press and after what was typed."""

from datetime import datetime

from handlers import gathering_screens
from handlers.effects import Effects, Screen, column, with_head
from handlers.pages import turns
from handlers.presses import Deed, Spot, act, go
from handlers.texts import common
from handlers.texts import documents as document_words
from handlers.texts import minutes as words
from handlers.texts import people as people_words
from mentoring.access import Member
from mentoring.filling import Run
from mentoring.gatherings import minutes, tasks
from storage.tx import Tx

SHOWN = 8


async def whole(tx: Tx, member: Member, gathering_id: int, now: datetime, head: str = "") -> Screen:
    """The head and the items; a way into each."""
    of = await minutes.of_event(tx, member, gathering_id, now)
    if of is None:
        return await gathering_screens.event(tx, member, gathering_id, now, words.not_yet())
    text = f"{head}\n\n{words.minutes(of)}" if head else words.minutes(of)
    return Screen(
        text,
        column(
            act(words.HEAD, Deed.MINUTES_TYPE, gathering_id, minutes.HEAD_FORM),
            act(document_words.MAKE, Deed.MINUTES_PAPER, gathering_id),
            *(go(words.item_label(each), Spot.MINUTES_ITEM, gathering_id, each.number) for each in of.items),
            gathering_screens.to_event(gathering_id),
            go(common.MENU, Spot.MENU),
        ),
    )


async def with_what_stands(tx: Tx, member: Member, screen: Screen, run: Run, now: datetime) -> Effects:
    """A question of the head, under what was written there before."""
    of = await minutes.of_event(tx, member, int(run.about["gathering"]), now)
    stands = words.standing(of.seen.gathering, run.place) if of else ""
    return with_head(screen, stands) if stands else screen


async def item(tx: Tx, member: Member, gathering_id: int, number_: int, now: datetime, head: str = "") -> Screen:
    of = await minutes.of_event(tx, member, gathering_id, now)
    found = of.item(number_) if of else None
    if found is None:
        return await whole(tx, member, gathering_id, now)
    text = f"{head}\n\n{words.item(found)}" if head else words.item(found)
    whose = (each for each in found.decided if tasks.may_be_assigned(each))
    return Screen(
        text,
        column(
            act(words.HEARD, Deed.MINUTES_TYPE, gathering_id, f"{minutes.HEARD_FORM}.{number_}"),
            act(words.DECIDED, Deed.MINUTES_TYPE, gathering_id, f"{minutes.DECIDED_FORM}.{number_}"),
            *(go(words.who_label(each), Spot.TASK_WHO, each.id) for each in whose),
            *(act(words.remove_label(each), Deed.MINUTES_REMOVE, each.id) for each in (*found.heard, *found.decided)),
            go(words.TO_MINUTES, Spot.MINUTES, gathering_id),
        ),
    )


async def who(tx: Tx, member: Member, line_id: int, page: int, now: datetime) -> Screen:
    """Whose a decision is: those who were there first."""
    of = await tasks.choice(tx, member, line_id, page)
    if of is None:
        return await gathering_screens.year(tx, member, 0)
    named = people_words.told_apart(of.people)
    nobody = act(words.NOBODY, Deed.TASK_TO, line_id, "0")
    back = go(common.BACK, Spot.MINUTES_ITEM, of.line.gathering_id, of.line.item)
    return Screen(
        words.who(of.line),
        (
            *column(
                *(act(people_words.label(named[each.id]), Deed.TASK_TO, line_id, f"{each.id}") for each in of.people)
            ),
            *turns(Spot.TASK_WHO, line_id, of.number, of.pages),
            *column(nobody, back),
        ),
    )


async def tasks_of_all(tx: Tx, member: Member, head: str = "", *, undone: int = 0) -> Screen:
    """`undone` is the task that was marked just now: it can be taken back."""
    of = (await tasks.of_school(tx, member))[:SHOWN]
    text = f"{head}\n\n{words.tasks(of)}" if head else words.tasks(of)
    return Screen(
        text,
        column(
            *([act(words.UNDO, Deed.TASK_UNDONE, undone)] if undone else []),
            *(act(words.done_label(each), Deed.TASK_DONE, each.id) for each in of),
            *gathering_screens.ways_back(),
        ),
    )
