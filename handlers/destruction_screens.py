"""The screens of acts of destruction, drawn alike after a press and after a number was typed."""

from datetime import datetime

from handlers.effects import Effects, Screen, column, with_head
from handlers.pages import turns
from handlers.presses import Deed, Spot, act, go
from handlers.texts import common
from handlers.texts import destructions as words
from handlers.texts import documents as document_words
from handlers.texts import today as today_words
from mentoring import destructions, documents
from mentoring.access import Member
from mentoring.documents import Signed
from mentoring.filling import Run
from storage.tx import Tx
from storage.vocabulary.documents import DocumentKind

KIND = DocumentKind.ACT_DESTRUCTION


async def page(tx: Tx, member: Member, number: int) -> Screen:
    shown = await destructions.page(tx, member, number)
    lines = (
        go(words.line(each, member.zone), Spot.DESTRUCTION, argument=destructions.of_person(each.person_id))
        for each in shown.lines
    )
    return Screen(
        words.page(shown),
        (
            *column(*lines),
            *turns(Spot.DESTRUCTIONS, 0, shown.number, shown.pages),
            *column(go(today_words.ERASURES, Spot.ERASURES), go(common.MENU, Spot.MENU)),
        ),
    )


async def one(tx: Tx, member: Member, about: str, now: datetime) -> Screen:
    of = await destructions.run(tx, member.school_id, about)
    seen = await documents.look_at(tx, member.school_id, KIND, about, now) if of else None
    back = (go(words.TO_LIST, Spot.DESTRUCTIONS), go(common.MENU, Spot.MENU))
    if of is None or seen is None:
        return Screen(words.gone(), column(*back))
    number = words.NUMBER_ANEW if seen.signed else words.NUMBER
    return Screen(
        words.one(of, seen.signed, member.zone),
        column(
            act(words.MAKE, Deed.DESTRUCTION_MAKE, argument=about),
            act(number, Deed.DESTRUCTION_SIGN, argument=about),
            *back,
        ),
    )


async def back(tx: Tx, member: Member, run: Run, now: datetime) -> Screen:
    return await one(tx, member, str(run.about["about"]), now)


async def after(tx: Tx, member: Member, run: Run, result: object, now: datetime) -> Effects:
    screen = await back(tx, member, run, now)
    return with_head(screen, document_words.signed(result)) if isinstance(result, Signed) else screen
