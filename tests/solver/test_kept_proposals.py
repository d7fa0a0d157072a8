"""A proposal that was stored is read as it was."""

import json

from hypothesis import given

from mentoring import proposals
from mentoring.rules.matching import Problem, proposal_of
from mentoring.solver.worker import propose
from tests.rules.matching_people import mentee, mentor, pairs, problems


@given(problems())
def test_any_proposal_is_read_as_it_was_written(problem: Problem) -> None:
    made = propose(problem)
    assert proposals.read(proposals.written(made)) == made


def test_the_pair_that_may_become_a_group_is_kept_and_a_draft_of_before_has_none() -> None:
    problem = Problem((mentee(1), mentee(2), mentee(3)), (mentor(11, formats={"group"}),))
    made = proposal_of(problem, pairs((3, 11)))
    content = proposals.written(made)
    assert proposals.read(content).groups[0].widens == 11
    raw = json.loads(content)
    del raw["groups"][0]["widens"]
    assert proposals.proposal(raw).groups[0].widens is None


def test_who_is_in_no_group_is_kept_and_a_draft_of_before_says_it_of_nobody() -> None:
    made = propose(Problem((mentee(1, alone=True),), ()))
    raw = json.loads(proposals.written(made))
    assert [each.alone for each in proposals.proposal(raw).left] == [True]
    del raw["left"][0]["alone"]
    assert [each.alone for each in proposals.proposal(raw).left] == [False]
