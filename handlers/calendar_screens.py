"""The screens of the school's calendar, drawn alike after a press and after what was typed."""

from handlers.effects import Screen, column
from handlers.presses import Deed, Spot, act, go
from handlers.texts import common
from handlers.texts import menu as labels
from handlers.texts import school_days as words
from mentoring import school_days
from mentoring.access import Member
from mentoring.rules.school_breaks import Scheme
from storage.tx import Tx

SCHEMES = tuple(Scheme)


async def calendar(tx: Tx, member: Member) -> Screen:
    shown = await school_days.look(tx, member)
    return Screen(
        words.calendar(shown),
        column(
            *(go(words.SCHEMES[each], Spot.CALENDAR_PROPOSAL, number) for number, each in enumerate(SCHEMES)),
            *(
                go(words.break_label(each.starts_on, each.ends_on), Spot.CALENDAR_BREAK, each.id)
                for each in shown.breaks
            ),
            act(words.ADD_BREAK, Deed.CALENDAR_BREAK),
            *(act(words.drop_day_label(each), Deed.CALENDAR_DAY_DROP, argument=f"{each.day}") for each in shown.own),
            act(words.ADD_OFF, Deed.CALENDAR_OFF),
            act(words.ADD_WORKS, Deed.CALENDAR_WORKS),
            go(labels.SETTINGS, Spot.SETTINGS),
            go(common.MENU, Spot.MENU),
        ),
    )


async def one_break(tx: Tx, member: Member, break_id: int) -> Screen:
    """Of holidays that are gone, the whole calendar."""
    found = next((each for each in (await school_days.look(tx, member)).breaks if each.id == break_id), None)
    if found is None:
        return await calendar(tx, member)
    return Screen(
        words.one_break(found.starts_on, found.ends_on),
        column(
            act(words.CHANGE, Deed.CALENDAR_BREAK, break_id),
            act(words.DROP, Deed.CALENDAR_BREAK_DROP, break_id),
            go(words.BACK, Spot.CALENDAR),
        ),
    )


async def proposal(tx: Tx, member: Member, number: int) -> Screen:
    if number not in range(len(SCHEMES)):
        return await calendar(tx, member)
    breaks = await school_days.proposal(tx, member, SCHEMES[number])
    return Screen(
        words.proposal(breaks),
        column(act(words.TAKE, Deed.CALENDAR_TAKE, number), go(words.BACK, Spot.CALENDAR)),
    )
