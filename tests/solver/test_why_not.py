"""«Почему не этот наставник?»: the pair's own terms, and what the best proposal with it costs the school."""

from dataclasses import replace
from random import Random

from hypothesis import given

from mentoring.rules.matching import Bar, Change, Pair, Problem, Ties, compare, evaluate, kept_pins
from mentoring.solver.worker import propose, why_not
from tests.rules.matching_people import crowd, mentee, mentor, pairs, problems
from tests.solver.brute_force import best


@given(problems())
def test_the_loss_is_the_difference_of_two_best_assignments(problem: Problem) -> None:
    for one in problem.mentees[:2]:
        for other in problem.mentors[:2]:
            told, pair = why_not(problem, one.id, other.id), Pair(one.id, other.id)
            now = best(problem)
            assert (told.matched_now, told.total_now) == (now.mentees, now.points)
            assert told.verdict == evaluate(one, other, problem.ties)
            if pair in kept_pins(problem, pair):
                forced = best(problem, pair)
                assert (told.matched_forced, told.total_forced) == (forced.mentees, forced.points)
                assert told.loss == now.points - forced.points
            else:
                assert (told.matched_forced, told.total_forced, told.loss, told.who_changes) == (None, None, None, ())
                assert other.places == 0 or one.id == other.id


def test_who_asks_and_then_pins_gets_what_was_told() -> None:
    for seed in range(10):
        problem = crowd(Random(seed))
        problem = replace(problem, ties=replace(problem.ties, pinned=frozenset()))
        now = propose(problem)
        draft = frozenset(line.pair for line in now.lines)
        for one in problem.mentees:
            for other in problem.mentors:
                told = why_not(problem, one.id, other.id)
                pinned = replace(problem.ties, pinned=pairs((one.id, other.id)))
                cost = compare(now, propose(replace(problem, ties=pinned, draft=draft)))
                if told.loss is not None:
                    assert cost.points == told.loss
                    assert cost.mentees == told.matched_now - (told.matched_forced or 0)
                    assert cost.changes == told.who_changes


def test_the_pair_that_is_proposed_costs_nothing() -> None:
    problem = Problem((mentee(),), (mentor(),))
    told = why_not(problem, 1, 11)
    assert (told.loss, told.matched_forced, told.who_changes) == (0, 1, ())


def test_whom_it_moves_is_told_one_by_one() -> None:
    """The second has named the mentor whom a coordinator would rather give to the first."""
    problem = Problem((mentee(1), mentee(2, wishes={11})), (mentor(11), mentor(12)))
    told = why_not(problem, 1, 11)
    assert (told.total_now, told.total_forced, told.loss) == (8, 6, 2)
    assert told.who_changes == (Change(1, 12, 11), Change(2, 11, 12))


def test_somebody_may_lose_their_mentor() -> None:
    problem = Problem((mentee(1), mentee(2, waiting=30)), (mentor(),))
    told = why_not(problem, 1, 11)
    assert (told.loss, told.matched_now, told.matched_forced) == (3, 1, 1)
    assert told.who_changes == (Change(1, None, 11), Change(2, 11, None))


def test_a_barred_pair_tells_its_bar_and_still_its_price() -> None:
    problem = Problem((mentee(1, "docs"),), (mentor(11, "method"), mentor(12, "docs")))
    told = why_not(problem, 1, 11)
    assert (told.verdict.bar, told.loss, told.who_changes) == (Bar.NOTHING_IN_COMMON, 3, (Change(1, 12, 11),))


def test_what_cannot_be_has_no_price() -> None:
    problem = Problem((mentee(1), mentee(12)), (mentor(11, places=0), mentor(12)))
    assert why_not(problem, 1, 11).loss is None
    assert why_not(problem, 12, 12).loss is None


def test_a_pin_gives_way_to_the_pair_that_is_asked_about() -> None:
    problem = Problem((mentee(1), mentee(2)), (mentor(),), Ties(pinned=pairs((1, 11))))
    told = why_not(problem, 2, 11)
    assert (told.loss, told.who_changes) == (0, (Change(1, 11, None), Change(2, None, 11)))
