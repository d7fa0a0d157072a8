"""A swap that is kept holds: the school is matched anew with it, and it costs what was told."""

from dataclasses import replace

from hypothesis import given

from mentoring.rules.matching import Pair, Problem, swaps
from mentoring.solver.worker import propose
from tests.rules.matching_people import problems


@given(problems())
def test_matching_anew_keeps_a_swap_and_moves_nobody_else(problem: Problem) -> None:
    before = propose(problem)
    draft = frozenset(each.pair for each in before.lines)
    for line in before.lines[:2]:
        for swap in swaps(problem, before.lines, line.mentee_id):
            after = propose(replace(problem, ties=swap.ties(problem.ties), draft=draft))
            found = {each.pair for each in after.lines}
            assert {*swap.pairs} <= found
            if len(swap.moves) == 2:
                assert found == draft - {each.before.pair for each in swap.moves} | {*swap.pairs}
                assert after.total == sum(each.total for each in before.lines) + swap.gain
            elif not _pinned_to(swap.own.before.mentor_id, problem, draft):
                # The place that is left may be somebody's now; of two pinned to it, the other's, whatever that costs.
                told = (len(before.lines), before.total + swap.gain)
                assert (len(after.lines), after.total) >= told


def _pinned_to(mentor_id: int, problem: Problem, draft: frozenset[Pair]) -> frozenset[Pair]:
    """Pins that had no place with this mentor."""
    known = {each.id for each in problem.mentees}
    return frozenset(
        each for each in problem.ties.pinned - draft if each.mentor_id == mentor_id and each.mentee_id in known
    )
