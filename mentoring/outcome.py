"""What a finished form comes to: an act on what was kept."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from datetime import datetime

from mentoring.access import Actor, Member
from mentoring.rules.questionnaire import Value
from storage.runs import Run
from storage.tx import Tx

Kept = Mapping[str, Value | None]


@dataclass(frozen=True, slots=True)
class Outcome:
    """`consent`: the answers are the person's data, nothing is asked before consent to it."""

    act: Callable[[Tx, Actor, Member, Run, Kept, datetime], Awaitable[object]]
    consent: bool = True


def text(kept: Kept, key: str) -> str:
    """A typed answer, nothing for what was skipped."""
    value = kept.get(key)
    return "" if value is None else str(value)


def keys(kept: Kept, key: str) -> tuple[str, ...]:
    value = kept.get(key)
    return value if isinstance(value, tuple) else ()
