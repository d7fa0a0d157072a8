"""The assignment itself: places by mentees, every place of a mentor a row of its own."""

from collections.abc import Iterator
from dataclasses import replace

import numpy as np
from scipy.optimize import linear_sum_assignment

from mentoring.rules.matching.model import Pair, Problem
from mentoring.rules.matching.objective import MOST_PREFERRED, kept_pins
from mentoring.solver.scoring import Numbers, Scores, most_points

_MENTORS_AT_ONCE = 64  # so that nothing but the table of costs is large


def best_pairs(problem: Problem, first: Pair | None = None) -> tuple[Pair, ...]:
    """The pairs of the best assignment (see `objective`); `first` is kept before any pin."""
    pins = kept_pins(problem, first)
    return tuple(sorted((*pins, *_assigned(_without(problem, pins)))))


def _without(problem: Problem, pins: tuple[Pair, ...]) -> Problem:
    """Who has to be assigned yet, to the places that are left."""
    done = {pair.mentee_id for pair in pins}
    places = {mentor.id: mentor.places for mentor in problem.mentors}
    for pair in pins:
        places[pair.mentor_id] -= 1
    mentees = tuple(mentee for mentee in problem.mentees if mentee.id not in done)
    mentors = (replace(each, places=min(places[each.id], len(mentees))) for each in problem.mentors)
    return replace(problem, mentees=mentees, mentors=tuple(mentor for mentor in mentors if mentor.places > 0))


def _assigned(problem: Problem) -> Iterator[Pair]:
    """A pair that is not allowed costs nothing, and any other less: so it stands for a place that stays free."""
    seats = np.repeat(np.arange(len(problem.mentors)), [mentor.places for mentor in problem.mentors])
    shape = (len(seats), len(problem.mentees))
    if 0 in shape:
        return
    # SciPy copies a table with more rows than columns: ours lies the other way then.
    costs = np.empty(min(shape, shape[::-1]))
    by_seat = costs if costs.shape == shape else costs.T
    _fill(by_seat, problem, np.searchsorted(seats, np.arange(len(problem.mentors) + 1)))
    for seat, column in zip(*linear_sum_assignment(costs), strict=True):
        row, mentee = (seat, column) if by_seat is costs else (column, seat)
        if by_seat[row, mentee] < 0:
            yield Pair(problem.mentees[mentee].id, problem.mentors[seats[row]].id)


def _fill(by_seat: Numbers, problem: Problem, first_seats: np.ndarray[tuple[int], np.dtype[np.intp]]) -> None:
    """Whole numbers all, exact in a float: a mentee outweighs all points, a point all preferences.

    For five thousand pairs of the table's most points they come to about 2**35, and a path of the algorithm, which adds
    up to as many of them, stays below 2**53.
    """
    many = min(by_seat.shape)
    point = many * MOST_PREFERRED + 1
    mentee = many * (most_points(problem) * point + MOST_PREFERRED) + 1
    scores = Scores(problem)
    for start in range(0, len(problem.mentors), _MENTORS_AT_ONCE):
        stop = min(start + _MENTORS_AT_ONCE, len(problem.mentors))
        found = scores.block(slice(start, stop))
        worth = np.where(found.allowed, mentee + point * found.points + found.preferred, 0)
        places = np.diff(first_seats[start : stop + 1])
        by_seat[first_seats[start] : first_seats[stop]] = np.repeat(-worth, places, axis=0)
