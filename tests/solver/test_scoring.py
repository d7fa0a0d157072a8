"""numpy counts as the table of terms does, pair by pair."""

from dataclasses import replace

from hypothesis import given

from mentoring.rules.matching import Problem, Ties, evaluate
from mentoring.rules.matching.objective import preferred
from mentoring.solver.scoring import Scores, most_points
from tests.rules.matching_people import mentee, mentor, problems


@given(problems(pinned=False))
def test_points_and_bars_of_all_pairs_at_once_are_those_of_each_pair(problem: Problem) -> None:
    found = Scores(problem).block(slice(0, len(problem.mentors)))
    for row, other in enumerate(problem.mentors):
        for column, one in enumerate(problem.mentees):
            verdict = evaluate(one, other, problem.ties)
            assert found.points[row, column] == verdict.total
            assert found.allowed[row, column] == (verdict.bar is None)
            assert found.preferred[row, column] == preferred(problem, one, other.id)
            assert verdict.total <= most_points(problem)


@given(problems())
def test_some_mentors_at_a_time_are_the_same_as_all(problem: Problem) -> None:
    scores, many = Scores(problem), len(problem.mentors)
    whole = scores.block(slice(0, many))
    for start in range(many):
        part = scores.block(slice(start, start + 1))
        assert (part.points == whole.points[start : start + 1]).all()
        assert (part.allowed == whole.allowed[start : start + 1]).all()
        assert (part.preferred == whole.preferred[start : start + 1]).all()


def test_a_ban_on_somebody_unknown_is_no_trouble() -> None:
    problem = Problem((mentee(wishes={99}),), (mentor(wishes={98}),))
    stranger = replace(problem, ties=Ties(forbidden=frozenset({(7, 8)}), tried=frozenset({(1, 8)})))  # type: ignore[arg-type]  # plain pairs
    assert Scores(stranger).block(slice(0, 1)).allowed.all()
