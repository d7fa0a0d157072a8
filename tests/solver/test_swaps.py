"""A swap that is kept holds: the school is matched anew with it, and it costs what was told."""

from dataclasses import replace

from hypothesis import given

from mentoring.rules.matching import Problem, swaps
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
            else:  # the place that is left may be somebody's now
                told = (len(before.lines), before.total + swap.gain)
                assert (len(after.lines), after.total) >= told
