"""A pair's programme as its people and the coordinator see it, and what comes of a press."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from mentoring.pairs import Pair
from mentoring.rules.pair_moves import TOGETHER
from mentoring.rules.programmes import Change, Missing, Programme, Step, StepTemplate, TermDoubt
from storage.vocabulary.pairs import ProgrammeState


class Field(StrEnum):
    """What is typed of a programme: the last part of its form's key."""

    PROBLEM = "problem"
    GOAL = "goal"
    TASKS = "tasks"
    EXPECTED = "expected"


class Edit(StrEnum):
    """What came of a change."""

    DONE = "done"
    SAME = "same"  # it is so already
    LOCKED = "locked"  # sent or approved: a new draft is begun first
    OUTSIDE = "outside"  # a day that is not in the programme's term
    REMOVED = "removed"  # the step is there no more
    GONE = "gone"  # no pair of theirs, or it is over


@dataclass(frozen=True, slots=True)
class StepSeen:
    """A step of the plan. `earlier` and `later` are the days a week away that there are in the term."""

    id: int
    step: Step
    done_on: date | None
    may_take_back: bool = False
    earlier: date | None = None
    later: date | None = None


@dataclass(frozen=True, slots=True)
class Seen:
    """A programme as it is now; `stamp` changes with every change of it."""

    pair: Pair
    programme: Programme
    steps: tuple[StepSeen, ...]  # by day, as `programme.steps`
    state: ProgrammeState
    version: int
    note: str
    stamp: int
    lacks: tuple[Missing, ...]
    doubts: tuple[TermDoubt, ...]
    today: date

    @property
    def pairing_id(self) -> int:
        return self.pair.pairing.id

    @property
    def done(self) -> int:
        return sum(each.done_on is not None for each in self.steps)

    @property
    def may_change(self) -> bool:
        return self.state is ProgrammeState.DRAFT and self.pair.pairing.state in TOGETHER

    @property
    def may_mark(self) -> bool:
        """Progress is noted at any time while the pair is together."""
        return self.state is not ProgrammeState.CLOSED and self.pair.pairing.state in TOGETHER

    @property
    def following(self) -> tuple[StepSeen, ...]:
        """What is not done yet, in its order."""
        return tuple(each for each in self.steps if each.done_on is None)

    def place(self, step_id: int) -> int | None:
        """The number of a step in the plan from 0."""
        return next((at for at, each in enumerate(self.steps) if each.id == step_id), None)


@dataclass(frozen=True, slots=True)
class Unbegun:
    """A pair without a programme; `needed` is not said of the formats that go without."""

    pair: Pair
    needed: bool
    passed_on: bool  # the mentee's programme of an ended pair can be gone on with
    may_begin: bool


@dataclass(frozen=True, slots=True)
class Offered:
    """A step that the templates of an area offer."""

    number: int
    template: StepTemplate
    step_id: int | None  # of the plan's own step, when it has one
    done: bool = False


@dataclass(frozen=True, slots=True)
class VersionSeen:
    """An approved version: when, by whom, and what was changed in it."""

    version: int
    kept_on: date
    kept_by: str
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class Kept:
    """A small form about a programme came to this."""

    pairing_id: int
    edit: Edit
    step_id: int = 0
    day: date | None = None


def stamp_of(changed_at: datetime) -> int:
    """Small enough for a button, and another one after every change."""
    return int(changed_at.timestamp() * 1_000_000)
