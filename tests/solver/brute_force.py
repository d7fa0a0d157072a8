"""Every assignment of a few people looked at: what the best one comes to, by the words of `objective`."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from mentoring.rules.matching import Pair, Problem, evaluate, kept_pins
from mentoring.rules.matching.objective import preferred


@dataclass(frozen=True, slots=True, order=True)
class Worth:
    """In the order in which it decides."""

    mentees: int
    points: int
    preferred: int


def best(problem: Problem, first: Pair | None = None) -> Worth:
    pins = kept_pins(problem, first)
    return max(worth(problem, pairs) for pairs in _assignments(problem, pins, 0, _free(problem, pins)))


def worth(problem: Problem, pairs: tuple[Pair, ...]) -> Worth:
    mentees = [problem.mentee(pair.mentee_id) for pair in pairs]
    points = sum(
        evaluate(mentee, problem.mentor(pair.mentor_id), problem.ties).total
        for mentee, pair in zip(mentees, pairs, strict=True)
    )
    pinned = kept_pins(problem)
    days = sum(
        preferred(problem, mentee, pair.mentor_id)
        for mentee, pair in zip(mentees, pairs, strict=True)
        if pair not in pinned
    )
    return Worth(len(pairs), points, days)


def _free(problem: Problem, pins: tuple[Pair, ...]) -> Mapping[int, int]:
    taken = [pair.mentor_id for pair in pins]
    return {mentor.id: mentor.places - taken.count(mentor.id) for mentor in problem.mentors}


def _assignments(
    problem: Problem, pairs: tuple[Pair, ...], place: int, free: Mapping[int, int]
) -> Iterator[tuple[Pair, ...]]:
    if place == len(problem.mentees):
        yield pairs
        return
    yield from _assignments(problem, pairs, place + 1, free)
    mentee = problem.mentees[place]
    if mentee.id in {pair.mentee_id for pair in pairs}:
        return
    for mentor in problem.mentors:
        if free[mentor.id] > 0 and evaluate(mentee, mentor, problem.ties).bar is None:
            fewer = {**free, mentor.id: free[mentor.id] - 1}
            yield from _assignments(problem, (*pairs, Pair(mentee.id, mentor.id)), place + 1, fewer)
