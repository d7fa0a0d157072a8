"""What the small forms do that are about those without a pair."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from mentoring import queue_exits, support
from mentoring.access import Actor, Member
from mentoring.rules.questionnaire import Value
from storage.runs import Run
from storage.tx import Tx

Kept = Mapping[str, Value | None]


@dataclass(frozen=True, slots=True)
class Done:
    """Whether what was typed has been taken."""

    done: bool


async def _queue_out(tx: Tx, _actor: Actor, member: Member, run: Run, kept: Kept, now: datetime) -> object:
    return Done(await queue_exits.take_out(tx, member, int(run.about["person"]), str(kept.get("reason") or ""), now))


async def _held(tx: Tx, _actor: Actor, member: Member, run: Run, kept: Kept, now: datetime) -> object:
    day = date.fromisoformat(str(kept["day"]))
    return Done(await support.hold(tx, member, int(run.about["note"]), day, now))


ACTS: Mapping[str, Callable[[Tx, Actor, Member, Run, Kept, datetime], Awaitable[object]]] = {
    queue_exits.FORM: _queue_out,
    support.FORM: _held,
}
