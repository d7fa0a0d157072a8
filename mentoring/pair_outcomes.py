"""What the finished small forms about pairs do."""

from collections.abc import Mapping
from datetime import date, datetime

from mentoring import by_hand, declensions, documents, next_steps, pair_orders, programme_outcomes
from mentoring.access import Actor, Member
from mentoring.outcome import Kept, Outcome, text
from mentoring.pair_orders import Sign
from mentoring.past_orders import PastOrder
from mentoring.rules.declension import Case
from mentoring.rules.matching import Pair
from storage.runs import Run
from storage.tx import Tx
from storage.vocabulary.pairs import OrderKind


async def _pair_order(tx: Tx, _actor: Actor, member: Member, run: Run, kept: Kept, now: datetime) -> object:
    kind, day = OrderKind(str(run.about["kind"])), date.fromisoformat(text(kept, "day"))
    signed = await pair_orders.sign(tx, member, kind, text(kept, "number"), day, now)
    if signed.of is Sign.SIGNED:
        await documents.settle(tx, member, pair_orders.DOCUMENTS[kind], str(signed.order_id), now)
    return signed


async def _by_hand_order(tx: Tx, _actor: Actor, member: Member, run: Run, kept: Kept, now: datetime) -> object:
    of = Pair(int(run.about["mentee"]), int(run.about["mentor"]))
    order = PastOrder(text(kept, "number"), date.fromisoformat(text(kept, "day")))
    return await by_hand.enter(tx, member, of, order, now)


async def _pair_why(tx: Tx, _actor: Actor, member: Member, run: Run, kept: Kept, now: datetime) -> object:
    return await by_hand.give_reason(tx, member, int(run.about["pair"]), text(kept, "why"), now)


async def _next_step(tx: Tx, _actor: Actor, member: Member, run: Run, kept: Kept, _now: datetime) -> object:
    return await next_steps.keep(tx, member, int(run.about["note"]), text(kept, "next_step"))


async def _declension(tx: Tx, _actor: Actor, member: Member, run: Run, kept: Kept, now: datetime) -> object:
    return await declensions.keep_typed(tx, member, run, {case: text(kept, case.value) for case in Case}, now)


OUTCOMES: Mapping[str, Outcome] = {
    pair_orders.FORM: Outcome(_pair_order, consent=False),
    next_steps.FORM: Outcome(_next_step),
    by_hand.ORDER_FORM: Outcome(_by_hand_order, consent=False),
    by_hand.WHY_FORM: Outcome(_pair_why, consent=False),
    declensions.FORM: Outcome(_declension, consent=False),
    **programme_outcomes.OUTCOMES,
}
