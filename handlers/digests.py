"""The day's one reminder, drawn when it is sent, and putting it off."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime

from aiogram import Router
from aiogram.types import CallbackQuery

from handlers import digest_pieces
from handlers.access import Does, Opens
from handlers.effects import Button, Effects, Screen, column
from handlers.pieces import Piece
from handlers.presses import Act, Deed, Go, Spot, act, go
from handlers.texts import common
from handlers.texts import digests as words
from mentoring import digests
from mentoring.access import Member
from mentoring.digests import Kind, Later
from storage.tx import Tx

LATER = tuple(Later)
PAPER, NO_WEEK = 1, 2


def router() -> Router:
    reminders = Router(name="digests")
    reminders.callback_query.register(on_put_off_ask, Opens(Spot.PUT_OFF))
    reminders.callback_query.register(on_put_off, Does(Deed.PUT_OFF))
    return reminders


async def draw(tx: Tx, member: Member, about: Mapping[str, int | str], now: datetime) -> Effects:
    """None when everything was done meanwhile."""
    things = [(digests.parts_of(thing), step) for thing, step in digests.things_of(about)]
    drawn = [(kind, await digest_pieces.of_thing(tx, member, kind, rest, step, now)) for (kind, rest), step in things]
    pieces = [piece for _, piece in drawn if piece]
    if not pieces:
        return None
    ways = PAPER * any(piece and kind is Kind.REQUEST for kind, piece in drawn)
    ways += NO_WEEK * all(not piece.waits_a_week(now.astimezone(member.zone).date()) for piece in pieces)
    later = go(words.PUT_OFF, Spot.PUT_OFF, ways, argument=str(about["day"]))
    if len(pieces) == 1:
        return Screen(pieces[0].text, column(pieces[0].alone, *_beside(pieces), later), keep=True)
    text = words.several([piece.within or piece.text for piece in pieces])
    return Screen(text, column(*(piece.among for piece in pieces), *_beside(pieces), later), keep=True)


def _beside(pieces: Sequence[Piece]) -> list[Button]:
    return [each.beside for each in pieces if each.beside is not None]


async def on_put_off_ask(_: CallbackQuery, press: Go) -> Effects:
    """`press.id` says whether there is something that paper can do too, and whether all is over in a week."""
    without = {*([] if press.id & PAPER else [Later.ON_PAPER]), *([Later.NEXT_WEEK] if press.id & NO_WEEK else [])}
    offered = [each for each in LATER if each not in without]
    return Screen(
        words.ask(),
        column(
            *(act(words.LATER[each], Deed.PUT_OFF, LATER.index(each), press.argument) for each in offered),
            go(common.MENU, Spot.MENU),
        ),
    )


async def on_put_off(_: CallbackQuery, press: Act, tx: Tx, member: Member, now: datetime) -> Effects:
    day = _day(press.argument)
    done = None
    if day is not None and press.id in range(len(LATER)):
        done = await digests.put_off(tx, member, day, LATER[press.id], now)
    return Screen(words.put_off(done) if done else words.nothing(), column(go(common.MENU, Spot.MENU)))


def _day(written: str) -> date | None:
    try:
        return date.fromisoformat(written)
    except ValueError:
        return None
