"""Two lines of a proposal change places, or a free place is taken: what it changes, for whom, and what to mind."""

import pytest

from mentoring.rules.matching import Caution, Line, Pair, Problem, Swap, Ties, proposal_of, swaps
from tests.rules.matching_people import mentee, mentor, pairs

# Eleven and one share «method», twelve and two «docs»; the other way about only one of the two fits.
BOTH = (mentee(1, "method", "docs"), mentee(2, "docs", subjects={"math"}))
TWO = (mentor(11, "method"), mentor(12, "docs", subjects={"math"}))
DRAFT = pairs((1, 11), (2, 12))


def choices(problem: Problem, of: int = 1, draft: frozenset[Pair] = DRAFT) -> tuple[Swap, ...]:
    return swaps(problem, proposal_of(problem, draft).lines, of)


def test_two_lines_change_places_with_the_points_and_reasons_of_both() -> None:
    (found,) = choices(Problem(BOTH, TWO))
    assert found.pairs == ((1, 12), (2, 11))
    assert [(each.before.total, each.after.total) for each in found.moves] == [(3, 3), (5, 0)]
    assert (found.gain, found.worse) == (-5, (2,))
    assert found.grave == (Caution.NOTHING_IN_COMMON,)


def test_a_free_place_is_taken_by_one_alone() -> None:
    (found, _) = choices(Problem(BOTH, (*TWO, mentor(13, "growth"))))
    assert (found.pairs, found.gain, found.worse) == (((1, 13),), -3, (1,))
    assert found.grave == (Caution.NOTHING_IN_COMMON,)


def test_a_mentor_with_a_line_and_a_free_place_is_there_for_both() -> None:
    places = (TWO[0], mentor(12, "docs", places=2))
    assert [each.pairs for each in choices(Problem(BOTH, places))] == [((1, 12),), ((1, 12), (2, 11))]


def test_lines_of_the_same_mentor_change_nothing() -> None:
    assert choices(Problem(BOTH, (mentor(11, "docs", places=2),)), draft=pairs((1, 11), (2, 11))) == ()


def test_who_has_no_line_has_nothing_to_change() -> None:
    assert choices(Problem(BOTH, TWO), of=2, draft=pairs((1, 11))) == ()


@pytest.mark.parametrize(
    ("ties", "cautions"),
    [
        (Ties(), ()),
        (Ties(relatives=pairs((1, 12))), (Caution.RELATIVE,)),
        (Ties(superiors=pairs((2, 11))), (Caution.SUPERIOR,)),
        (Ties(forbidden=pairs((2, 11))), (Caution.FORBIDDEN,)),
        (Ties(tried=pairs((1, 12)), relatives=pairs((2, 11))), (Caution.RELATIVE, Caution.TRIED)),
        (Ties(relatives=pairs((1, 11))), ()),  # of the pair that is left
    ],
)
def test_what_speaks_against_a_choice_is_told_and_hides_nothing(ties: Ties, cautions: tuple[Caution, ...]) -> None:
    problem = Problem((mentee(1), mentee(2)), (mentor(11), mentor(12)), ties)
    (found,) = choices(problem)
    assert found.grave == cautions


def test_nobody_becomes_their_own_mentor() -> None:
    problem = Problem((mentee(1), mentee(12)), (mentor(11), mentor(12)))
    assert choices(problem, of=12, draft=pairs((12, 11), (1, 12))) == ()


def test_the_cheapest_comes_first_and_a_barred_one_last() -> None:
    three = (mentee(1), mentee(2, wishes={12}), mentee(3), mentee(4, wishes={11}))
    mentors = (mentor(11), mentor(12), mentor(13), mentor(14))
    draft = pairs((1, 11), (2, 12), (3, 13), (4, 14))
    found = choices(Problem(three, mentors, Ties(forbidden=pairs((1, 14)))), draft=draft)
    assert [(each.gain, each.pairs[0].mentor_id) for each in found] == [(0, 13), (-2, 12), (2, 14)]


PINNED = Ties(pinned=pairs((1, 11), (2, 12)), forbidden=pairs((1, 12)))


def test_a_choice_that_is_kept_pins_the_new_pairs_and_nothing_else_of_the_two() -> None:
    problem = Problem((mentee(1), mentee(2)), (mentor(11), mentor(12)), PINNED)
    (found,) = choices(problem)
    kept = found.ties(problem.ties)
    assert (kept.pinned, kept.forbidden) == (pairs((1, 12), (2, 11)), frozenset())


def test_a_pin_that_had_no_place_gives_way() -> None:
    """The third is pinned to a mentor whose one place another pin has."""
    people = (mentee(1), mentee(2), mentee(3))
    ties = Ties(pinned=pairs((1, 11), (2, 12), (3, 12)))
    problem = Problem(people, (mentor(11), mentor(12), mentor(13)), ties)
    (found,) = [each for each in choices(problem, draft=pairs((1, 11), (2, 12), (3, 13))) if (2, 11) in each.pairs]
    assert found.gives_way == ((3, 12),)
    assert found.ties(ties).pinned == pairs((1, 12), (2, 11))


def test_a_line_is_told_as_it_is_now() -> None:
    """Not with the points that it had when the draft was made."""
    problem = Problem(BOTH, TWO)
    old = tuple(Line(*each, (), 99, (), pinned=False) for each in sorted(DRAFT))
    assert [each.before.total for each in swaps(problem, old, 1)[0].moves] == [3, 5]
