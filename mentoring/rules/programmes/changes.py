"""What has changed between two versions of a programme: for «Изменения и продление»."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from mentoring.rules.programmes.model import Programme, Step
from mentoring.rules.text import fold

Identity = tuple[str, str]


class ChangeKind(StrEnum):
    PROBLEM = "problem"
    GOAL = "goal"
    TASK_ADDED = "task_added"
    TASK_GONE = "task_gone"
    STEP_ADDED = "step_added"
    STEP_GONE = "step_gone"
    STEP_MOVED = "step_moved"
    STEP_DETAILS = "step_details"  # its form, its result or what proves it
    EXPECTED = "expected"
    STARTS = "starts"
    EXTENDED = "extended"
    SHORTENED = "shortened"


@dataclass(frozen=True, slots=True)
class Change:
    """`what` are the words of the task or the step; the rest is how it was and is, «» or None if there is none."""

    kind: ChangeKind
    what: str = ""
    before: str = ""
    after: str = ""
    before_on: date | None = None
    after_on: date | None = None


def changes(before: Programme, after: Programme) -> tuple[Change, ...]:
    """The term first, then in the order of the paper. The order of tasks and steps, case and «ё» are no change."""
    return (
        *_of_term(before, after),
        *_of_words(ChangeKind.PROBLEM, before.problem, after.problem),
        *_of_words(ChangeKind.GOAL, before.goal, after.goal),
        *_of_tasks(before.tasks, after.tasks),
        *_of_steps(before.steps, after.steps),
        *_of_words(ChangeKind.EXPECTED, _expected(before), _expected(after)),
    )


def _of_term(before: Programme, after: Programme) -> Iterator[Change]:
    if before.starts_on != after.starts_on:
        yield Change(ChangeKind.STARTS, before_on=before.starts_on, after_on=after.starts_on)
    if before.ends_on != after.ends_on:
        is_shorter = bool(before.ends_on and after.ends_on and after.ends_on < before.ends_on)
        kind = ChangeKind.SHORTENED if is_shorter else ChangeKind.EXTENDED
        yield Change(kind, before_on=before.ends_on, after_on=after.ends_on)


def _of_words(kind: ChangeKind, before: str, after: str) -> Iterator[Change]:
    if fold(before) != fold(after):
        yield Change(kind, before=before, after=after)


def _expected(of: Programme) -> str:
    return "; ".join(each for each in (*of.expected, of.product) if each)


def _of_tasks(before: Sequence[str], after: Sequence[str]) -> Iterator[Change]:
    old, new = {fold(each) for each in before}, {fold(each) for each in after}
    yield from (Change(ChangeKind.TASK_GONE, each) for each in before if fold(each) not in new)
    yield from (Change(ChangeKind.TASK_ADDED, each) for each in after if fold(each) not in old)


def _of_steps(before: Sequence[Step], after: Sequence[Step]) -> Iterator[Change]:
    old, new = _alike(before), _alike(after)
    for identity in dict.fromkeys((*old, *new)):
        here, there = old.get(identity, ()), new.get(identity, ())
        pairs = _paired(here, there)
        for one, other in pairs:
            yield from _of_step(here[one], there[other])
        for step in _left(here, (one for one, _ in pairs)):
            yield Change(ChangeKind.STEP_GONE, step.activity, before_on=step.due_on)
        for step in _left(there, (other for _, other in pairs)):
            yield Change(ChangeKind.STEP_ADDED, step.activity, after_on=step.due_on)


def _left(steps: Sequence[Step], paired: Iterable[int]) -> Iterator[Step]:
    known = frozenset(paired)
    return (step for at, step in enumerate(steps) if at not in known)


def _of_step(before: Step, after: Step) -> Iterator[Change]:
    if before.due_on != after.due_on:
        yield Change(ChangeKind.STEP_MOVED, after.activity, before_on=before.due_on, after_on=after.due_on)
    if (before.form, before.result, before.evidence) != (after.form, after.result, after.evidence):
        yield Change(ChangeKind.STEP_DETAILS, after.activity)


def _alike(steps: Sequence[Step]) -> Mapping[Identity, Sequence[Step]]:
    found: dict[Identity, list[Step]] = defaultdict(list)
    for step in steps:
        found[step.area, fold(step.activity)].append(step)
    return found


def _paired(here: Sequence[Step], there: Sequence[Step]) -> list[tuple[int, int]]:
    """What is done more than once: those of one day first, the rest in their order. Places in the old and the new."""
    left, right = list(range(len(here))), list(range(len(there)))
    pairs = []
    for one in tuple(left):
        same = next((other for other in right if there[other].due_on == here[one].due_on), None)
        if same is not None:
            left.remove(one)
            right.remove(same)
            pairs.append((one, same))
    return [*pairs, *zip(left, right, strict=False)]
