"""The screens of «Написать», drawn alike after a press and after what was typed; the message as people see it."""

from datetime import datetime

from handlers.effects import Button, Screen, column
from handlers.presses import Deed, Spot, act, go
from handlers.texts import announcements as words
from handlers.texts import common
from mentoring import announced, announcements
from mentoring.access import Member
from mentoring.announced import Said
from storage.tx import Tx
from storage.vocabulary import Audience


def message(of: Said, announcement_id: int) -> Screen:
    """Beside whatever dialog is open."""
    return Screen(words.message(of), column(act(words.READ, Deed.ANNOUNCEMENT_READ, announcement_id)), keep=True)


def read(of: Said) -> Screen:
    """The same without its button."""
    return Screen(words.message(of), toast=words.marked(), keep=True)


async def write(tx: Tx, member: Member) -> Screen:
    """To whom, and what was sent before."""
    found = await announcements.sizes(tx, member)
    sent = (await announced.page(tx, member, 0)).total
    return Screen(
        words.to_whom(found),
        column(
            *(go(words.audience_label(each, found), Spot.WRITE_TO, argument=each.value) for each in Audience),
            *([go(words.sent_before(sent), Spot.ANNOUNCEMENTS)] if sent else []),
            go(common.MENU, Spot.MENU),
        ),
    )


async def preview(tx: Tx, member: Member, announcement_id: int, now: datetime) -> Screen:
    shown = await announcements.preview(tx, member, announcement_id, now)
    if shown is None:
        return gone()
    number = shown.draft.id
    reached = shown.reached
    send = [act(words.send_label(reached), Deed.ANNOUNCEMENT_SEND, number, str(reached))] if reached else []
    beyond = [go(words.in_person(shown.to_be_told), Spot.ANNOUNCEMENT_BEYOND, number)] if shown.beyond else []
    return Screen(
        words.preview(shown, Said(member.school_name, shown.draft.text)),
        column(
            *send,
            *beyond,
            go(words.CHANGE_TEXT, Spot.ANNOUNCEMENT_TEXT, number),
            act(common.CANCEL, Deed.ANNOUNCEMENT_DROP, number),
        ),
    )


async def after_cancel(tx: Tx, member: Member, draft_id: int, now: datetime) -> Screen:
    """Of a text that was to be changed the preview of what it was, else the choice of the audience."""
    if draft_id and await announcements.draft(tx, member, draft_id):
        return await preview(tx, member, draft_id, now)
    return await write(tx, member)


def gone() -> Screen:
    return Screen(words.gone(), column(*ways_back()))


def ways_back() -> tuple[Button, Button]:
    return go(words.TO_WRITE, Spot.WRITE), go(common.MENU, Spot.MENU)
