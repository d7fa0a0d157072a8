"""The points and bars of all pairs at once, some mentors at a time: the same table of terms, read by numpy."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from mentoring.rules.matching.model import Mentee, Pair, Problem, Want
from mentoring.rules.matching.objective import STAYS, days_beyond
from mentoring.rules.matching.terms import AREAS, TERMS, InCommon, Named, OfMentee
from mentoring.rules.matching.verdict import pairs_barred, pairs_named
from mentoring.rules.readiness import Ready

Numbers: TypeAlias = NDArray[np.float64]
Truths: TypeAlias = NDArray[np.bool_]
Incidence: TypeAlias = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Block:
    """Some mentors (rows) by all mentees (columns)."""

    points: Numbers
    preferred: Numbers
    allowed: Truths


@dataclass(frozen=True, slots=True)
class _Table:
    """Which keys each side has for a rule."""

    rule: InCommon
    offered: Incidence
    wanted: Incidence

    def common(self, rows: slice) -> Incidence:
        return self.offered[rows] @ self.wanted.T


@dataclass(frozen=True, slots=True)
class _Cells:
    """Single pairs by their places, in the order of the mentors."""

    mentors: NDArray[np.intp]
    mentees: NDArray[np.intp]

    def of(self, rows: slice) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
        first, last = np.searchsorted(self.mentors, (rows.start, rows.stop))
        return self.mentors[first:last] - rows.start, self.mentees[first:last]


class Scores:
    """Of a problem, pins aside."""

    def __init__(self, problem: Problem) -> None:
        self._tables = [_table(rule, problem) for rule in TERMS if isinstance(rule, InCommon)]
        self._wishes = [
            (rule, _cells(problem, pairs_named(rule.by, problem))) for rule in TERMS if isinstance(rule, Named)
        ]
        alone = [rule for rule in TERMS if isinstance(rule, OfMentee)]
        self._alone = _each(problem.mentees, lambda mentee: sum(rule.points * rule.times(mentee) for rule in alone))
        self._days = _each(problem.mentees, days_beyond)
        self._for_months = _each(problem.mentees, lambda mentee: mentee.wants is Want.YEAR).astype(bool)
        self._only_short = np.array([mentor.ready is Ready.SHORT for mentor in problem.mentors], bool)
        self._full = np.array([mentor.places < 1 for mentor in problem.mentors], bool)
        self._barred = _cells(problem, pairs_barred(problem))
        self._draft = _cells(problem, problem.draft)

    def block(self, rows: slice) -> Block:
        points = np.tile(self._alone, (rows.stop - rows.start, 1))
        allowed = np.zeros(points.shape, bool)
        for table in self._tables:
            common = table.common(rows)
            points += table.rule.points * (common if table.rule.each else common > 0)
            if table.rule is AREAS:
                allowed |= common > 0
        for rule, cells in self._wishes:
            points[cells.of(rows)] += rule.points
            allowed[cells.of(rows)] = True
        allowed &= ~np.outer(self._only_short[rows], self._for_months)
        allowed[self._full[rows]] = False
        allowed[self._barred.of(rows)] = False
        preferred = np.tile(self._days, (len(points), 1))
        preferred[self._draft.of(rows)] += STAYS
        return Block(points, preferred, allowed)


def most_points(problem: Problem) -> int:
    """No pair of the problem has more."""
    return max((sum(_most(rule, mentee) for rule in TERMS) for mentee in problem.mentees), default=0)


def _most(rule: InCommon | Named | OfMentee, mentee: Mentee) -> int:
    match rule:
        case InCommon():
            return rule.points * (len(rule.wanted(mentee)) if rule.each else 1)
        case Named():
            return rule.points
        case OfMentee():
            return rule.points * rule.times(mentee)


def _table(rule: InCommon, problem: Problem) -> _Table:
    wanted = [rule.wanted(mentee) for mentee in problem.mentees]
    offered = [rule.offered(mentor) for mentor in problem.mentors]
    keys = frozenset[str]().union(*wanted) & frozenset[str]().union(*offered)
    columns = {key: column for column, key in enumerate(sorted(keys))}
    return _Table(rule, _incidence(offered, columns), _incidence(wanted, columns))


def _incidence(of: Sequence[frozenset[str]], columns: Mapping[str, int]) -> Incidence:
    table = np.zeros((len(of), len(columns)), np.float32)
    for row, keys in enumerate(of):
        table[row, [columns[key] for key in keys if key in columns]] = 1
    return table


def _cells(problem: Problem, pairs: Iterable[Pair]) -> _Cells:
    rows = {mentor.id: row for row, mentor in enumerate(problem.mentors)}
    columns = {mentee.id: column for column, mentee in enumerate(problem.mentees)}
    known = sorted((rows[mentor], columns[mentee]) for mentee, mentor in pairs if mentee in columns and mentor in rows)
    return _Cells(np.array([row for row, _ in known], np.intp), np.array([column for _, column in known], np.intp))


def _each(mentees: Sequence[Mentee], number: Callable[[Mentee], int]) -> Numbers:
    return np.array([number(mentee) for mentee in mentees], np.float64)
