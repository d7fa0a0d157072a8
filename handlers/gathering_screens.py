"""The screens of events, drawn alike after a press and after what was typed."""

from datetime import datetime

from handlers.effects import Button, Screen, column
from handlers.pages import turns
from handlers.presses import Deed, Spot, act, go
from handlers.texts import attendance as day_words
from handlers.texts import common
from handlers.texts import gathering_lists as list_words
from handlers.texts import gatherings as words
from handlers.texts import minutes as minutes_words
from handlers.texts import people as people_words
from mentoring.access import Member
from mentoring.gatherings import agenda, inviting, looking
from mentoring.gatherings.inviting import Preview
from mentoring.gatherings.looking import Seen
from storage.tx import Tx
from storage.vocabulary.gatherings import GatheringKind, Group


async def year(tx: Tx, member: Member, number: int, head: str = "") -> Screen:
    shown = await looking.year(tx, member, number)
    text = f"{head}\n\n{words.page(shown)}" if head else words.page(shown)
    return Screen(
        text,
        (
            *column(
                act(words.NEW, Deed.GATHERING_TYPE, 0, "gathering"),
                *(go(words.line(each), Spot.GATHERING, each.id) for each in shown.lines),
            ),
            *turns(Spot.GATHERINGS, 0, shown.number, shown.pages),
            *column(go(minutes_words.TASKS, Spot.TASKS), go(common.MENU, Spot.MENU)),
        ),
    )


async def event(tx: Tx, member: Member, gathering_id: int, now: datetime, head: str = "") -> Screen:
    """One event, begun with what was done."""
    seen = await looking.look(tx, member, gathering_id, now)
    if seen is None:
        return await year(tx, member, 0, words.gone())
    parts = [head, words.event(seen), await _wishes(tx, member, seen)]
    return Screen("\n\n".join(filter(None, parts)), column(*_acts(seen), *ways_back()))


async def _wishes(tx: Tx, member: Member, seen: Seen) -> str:
    """What mentors would like a session that is being prepared to be about."""
    if not seen.is_draft or seen.gathering.kind is not GatheringKind.SESSION:
        return ""
    return words.wishes(await agenda.wishes(tx, member.school_id))


def _acts(of: Seen) -> list[Button]:
    """Only what can be done with it now."""
    id_, waiting = of.gathering.id, of.numbers.listed - of.numbers.invited
    open_, coming = not of.is_cancelled, not of.begun
    talks = of.gathering.calls or of.numbers.talks or of.numbers.accepted
    sends = waiting if not of.is_draft else waiting or of.begun
    offered = (
        (of.may_mark, go(words.attendance_label(of), Spot.ATTENDANCE, id_)),
        (of.awaits_people, act(day_words.SHEET, Deed.GATHERING_SHEET, id_)),
        (of.held, go(minutes_words.TITLE, Spot.MINUTES, id_)),
        (open_ and not of.is_draft, go(day_words.FEEDBACK, Spot.FEEDBACK, id_)),
        (open_ and sends, go(words.invite_label(of), Spot.GATHERING_PREVIEW, id_)),
        (open_ and not of.held, go(words.people_label(of), Spot.GATHERING_PEOPLE, id_)),
        (not of.is_draft, go(words.ANSWERS, Spot.GATHERING_ANSWERS, id_)),
        (open_ and talks, go(words.talks_label(of), Spot.GATHERING_TALKS, id_)),
        (open_, act(words.AGENDA, Deed.GATHERING_TYPE, id_, "gathering_agenda")),
        (of.may_change, go(words.CHANGE, Spot.GATHERING_CHANGE, id_)),
        (open_ and coming, act(words.CALENDAR_FILE, Deed.GATHERING_FILE, id_)),
        (of.is_draft, act(words.DROP, Deed.GATHERING_DROP, id_)),
        (of.may_change and not of.is_draft, go(words.CANCEL, Spot.GATHERING_CANCEL, id_)),
    )
    return [each for holds, each in offered if holds]


def ways_back() -> tuple[Button, Button]:
    return go(words.TO_LIST, Spot.GATHERINGS), go(common.MENU, Spot.MENU)


def to_event(gathering_id: int) -> Button:
    return go(words.TO_EVENT, Spot.GATHERING, gathering_id)


async def whom(tx: Tx, member: Member, gathering_id: int, number: int, now: datetime, head: str = "") -> Screen:
    """Ticks in the list of the school."""
    seen = await looking.look(tx, member, gathering_id, now)
    if seen is None or seen.is_cancelled:
        return await event(tx, member, gathering_id, now)
    shown = await looking.people(tx, seen.gathering, number)
    named = people_words.told_apart(shown.lines)
    ticks = (
        act(
            list_words.tick(named[each.id], each),
            Deed.GATHERING_UNTICK if each.ticked else Deed.GATHERING_TICK,
            gathering_id,
            f"{each.id}.{shown.number}",
        )
        for each in shown.lines
    )
    text = f"{head}\n\n{list_words.whom(shown, seen)}" if head else list_words.whom(shown, seen)
    waiting = seen.numbers.listed - seen.numbers.invited
    on = [go(words.invite_label(seen), Spot.GATHERING_PREVIEW, gathering_id)] if waiting else []
    clear = [act(list_words.UNTICK_ALL, Deed.GATHERING_UNTICK_ALL, gathering_id)] if waiting else []
    groups = (act(list_words.GROUPS[each], Deed.GATHERING_GROUP, gathering_id, each.value) for each in Group)
    return Screen(
        text,
        (
            *column(*ticks),
            *turns(Spot.GATHERING_PEOPLE, gathering_id, shown.number, shown.pages),
            *column(*on, *groups, *clear, to_event(gathering_id)),
        ),
    )


async def preview(tx: Tx, member: Member, gathering_id: int, now: datetime) -> Screen:
    shown = await inviting.preview(tx, member, gathering_id, now)
    if shown is None:
        return await event(tx, member, gathering_id, now)
    return Screen(list_words.preview(shown), column(*_sends(shown), to_event(gathering_id)))


def _sends(of: Preview) -> list[Button]:
    id_ = of.seen.gathering.id
    recorded = of.seen.is_draft and of.seen.begun
    send = [act(list_words.send_label(of), Deed.GATHERING_SEND, id_)] if of.waiting or recorded else []
    beyond = [go(list_words.in_person(of.to_be_told), Spot.GATHERING_BEYOND, id_)] if of.beyond else []
    return [*send, *beyond, go(words.people_label(of.seen), Spot.GATHERING_PEOPLE, id_)]
