"""The screens of nominations, drawn alike after a press and after what was typed."""

from collections.abc import Sequence
from datetime import datetime

from handlers.effects import Button, Effects, Screen, column, with_head
from handlers.pages import turns
from handlers.presses import Deed, Spot, act, go
from handlers.texts import common
from handlers.texts import practice_desk as words
from mentoring.access import Member
from mentoring.filling import Run
from mentoring.practices import nominating
from mentoring.practices.nominating import MOST, READY, NominationRow
from storage.tx import Tx


async def every(tx: Tx, member: Member) -> Screen:
    of = await nominating.every(tx, member)
    return Screen(
        words.nominations(of),
        column(
            *(go(words.nomination_label(each), Spot.NOMINATION, each.id) for each in of),
            *([] if len(of) >= MOST else _offered(of)),
            *([go(words.READ, Spot.NOMINATIONS_READ)] if of else []),
            go(words.TO_DESK, Spot.PRACTICE_DESK),
            go(common.MENU, Spot.MENU),
        ),
    )


def _offered(of: Sequence[NominationRow]) -> list[Button]:
    """The ready names that are not taken, by their places, and one's own."""
    taken = {each.title for each in of}
    ready = [
        act(words.ready_label(each), Deed.NOMINATION_ADD, at) for at, each in enumerate(READY) if each not in taken
    ]
    return [*ready, act(words.ADD_OWN, Deed.NOMINATION_TYPE)]


async def one(tx: Tx, member: Member, nomination_id: int, page: int) -> Screen:
    """Each card of the library with its tick; a press brings back to the same page."""
    of = await nominating.one(tx, member, nomination_id, page)
    if of is None:
        return await every(tx, member)
    shown = of.library
    ticks = (
        act(
            words.tick_label(each.title, ticked=each.id in of.ticked),
            Deed.NOMINATION_OUT if each.id in of.ticked else Deed.NOMINATION_IN,
            nomination_id,
            f"{each.id}:{shown.number}",
        )
        for each in shown.lines
    )
    return Screen(
        words.nomination(of) + common.pages(shown.number, shown.pages),
        (
            *column(*ticks),
            *turns(Spot.NOMINATION, nomination_id, shown.number, shown.pages),
            *column(
                go(words.DROP, Spot.NOMINATION_DROP, nomination_id),
                go(words.TO_NOMINATIONS, Spot.NOMINATIONS),
                go(common.MENU, Spot.MENU),
            ),
        ),
    )


async def after_adding(tx: Tx, member: Member, nomination_id: int) -> Effects:
    shown = await one(tx, member, nomination_id, 0) if nomination_id else await every(tx, member)
    return with_head(shown, words.added(done=bool(nomination_id)))


async def after(tx: Tx, member: Member, _run: Run, result: object, _now: datetime) -> Effects:
    """A name was typed."""
    return await after_adding(tx, member, result if isinstance(result, int) else 0)


async def back(tx: Tx, member: Member, _run: Run, _now: datetime) -> Effects:
    return await every(tx, member)
