"""How far an activity of the roadmap is: by its evidence, by what the data say, by the day."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from storage.vocabulary import EvidenceKind


class State(StrEnum):
    """Overdue is none of them: it is computed."""

    NOT_STARTED = "not_started"
    IN_PROGRESS = "in_progress"
    DONE = "done"
    NOT_APPLICABLE = "not_applicable"


SETTLED = frozenset({State.DONE, State.NOT_APPLICABLE})


@dataclass(frozen=True, slots=True)
class Counted:
    """What the data say: so many of so many; without `of` there is no such number to reach, one is enough."""

    done: int
    of: int | None = None

    @property
    def is_enough(self) -> bool:
        return self.done > 0 and (self.of is None or self.done >= self.of)


def state_of(
    evidence: Sequence[EvidenceKind], counted: Counted | None, *, due: date | None, started: date | None, today: date
) -> State:
    """What was recorded last holds; without a record the data decide, and a bank is not full before its day.

    `due` is a confirmed day, `started` the stage's first one.
    """
    if evidence:
        return State.NOT_APPLICABLE if evidence[-1] is EvidenceKind.NOT_APPLICABLE else State.DONE
    if counted is not None and counted.done:
        is_early = counted.of is None and due is not None and today < due
        return State.DONE if counted.is_enough and not is_early else State.IN_PROGRESS
    return State.IN_PROGRESS if due is not None and started is not None and started <= today else State.NOT_STARTED


def is_overdue(state: State, due: date | None, today: date) -> bool:
    """Of a day that nobody has confirmed nothing is late."""
    return state not in SETTLED and due is not None and due < today


def of_stage(states: Iterable[State]) -> State:
    """Done when all of its activities are done or not needed."""
    every = list(states)
    if all(state in SETTLED for state in every):
        return State.NOT_APPLICABLE if set(every) == {State.NOT_APPLICABLE} else State.DONE
    return State.NOT_STARTED if set(every) == {State.NOT_STARTED} else State.IN_PROGRESS
