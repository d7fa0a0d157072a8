"""The same optimum by another algorithm: a linear programme over pairs, solved by HiGHS; scored pair by pair.

Mentors have their places as one limit each, nobody is copied, and numpy counts no point.
"""

import numpy as np
from scipy.optimize import linprog
from scipy.sparse import csr_array

from mentoring.rules.matching import Problem, evaluate


def best(problem: Problem) -> tuple[int, int]:
    """How many have a mentor, and the points of all pairs."""
    points, rows, columns = [], [], []
    for row, mentor in enumerate(problem.mentors):
        for column, mentee in enumerate(problem.mentees):
            verdict = evaluate(mentee, mentor, problem.ties)
            if verdict.bar is None:
                points.append(verdict.total)
                rows.append(row)
                columns.append(column)
    mentors, pairs = len(problem.mentors), np.arange(len(points))
    limits = csr_array(
        (np.ones(2 * len(points)), ([*rows, *(mentors + column for column in columns)], [*pairs, *pairs]))
    )
    most = [*(mentor.places for mentor in problem.mentors), *(1 for _ in problem.mentees)]
    a_mentee = max(points) * len(problem.mentees) + 1
    found = linprog(-(a_mentee + np.array(points)), A_ub=limits, b_ub=most[: limits.shape[0]], bounds=(0, 1))
    taken = found.x.round().astype(bool)
    return int(taken.sum()), int(np.array(points)[taken].sum())
