"""The screen of an order on pairs, drawn alike after a press and after its number was typed."""

from dataclasses import replace
from datetime import datetime

from handlers.effects import Button, Effects, Screen, column, with_head
from handlers.presses import Deed, Spot, act, go
from handlers.settings_fields import field_button
from handlers.texts import common
from handlers.texts import pair_orders as words
from mentoring import pair_orders, schools
from mentoring.access import Member
from mentoring.filling import Run
from mentoring.pair_orders import Sign, Signed
from mentoring.schools import Field
from storage.tx import Tx
from storage.vocabulary.pairs import OrderKind

KINDS = tuple(OrderKind)
MOST_TICKS = 30  # of a school's pairs at once; the others stand in the text


async def order(tx: Tx, member: Member, kind: OrderKind, now: datetime) -> Screen:
    seen = await pair_orders.look(tx, member, kind, now)
    director = await schools.field(tx, member, Field.DIRECTOR)
    at = KINDS.index(kind)
    ticks = (
        act(
            words.line_label(each),
            Deed.ORDER_OUT if each.included else Deed.ORDER_IN,
            each.pair.pairing.id,
            str(at),
        )
        for each in seen.lines[:MOST_TICKS]
    )
    acts: list[Button] = []
    if seen.lines:
        acts = [
            act(words.DRAFT, Deed.ORDER_DRAFT, at),
            act(words.SIGNED, Deed.ORDER_SIGN, at),
            go(words.PAPERS, Spot.PAIR_PAPERS),
        ]
    if len(seen.ready) > 1:
        acts.insert(0, act(words.all_ready(seen), Deed.ORDER_IN_READY, at))
    if seen.lines and not director:
        acts.append(field_button(words.DIRECTOR, Field.DIRECTOR, Spot.PAIR_ORDERS))
    back = column(go(words.TITLE, Spot.PAIR_ORDERS), go(common.MENU, Spot.MENU))
    return Screen(words.order(seen, director_known=bool(director)), (*column(*ticks, *acts), *back))


async def after_signed(tx: Tx, member: Member, run: Run, result: object, now: datetime) -> Effects:
    """With the way to the signed order in Word: what is left of the order in work is often nothing."""
    shown = await order(tx, member, OrderKind(str(run.about["kind"])), now)
    if not isinstance(result, Signed):
        return shown
    ready = column(go(words.READY, Spot.SIGNED_ORDER, result.order_id)) if result.of is Sign.SIGNED else ()
    return with_head(replace(shown, buttons=(*ready, *shown.buttons)), words.signed(result))


def kind_of(number: int) -> OrderKind:
    return KINDS[number] if number < len(KINDS) else OrderKind.ASSIGN
