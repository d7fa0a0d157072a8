"""A proposal's reasons: who is left and why, groups of those, pins that contradict, what lies between two proposals."""

import pytest
from hypothesis import given

from mentoring.rules.matching import (
    Change,
    Cost,
    Counted,
    Left,
    Line,
    Mentee,
    Mentor,
    Pair,
    Problem,
    Proposal,
    Shared,
    Term,
    Ties,
    WhyLeft,
    compare,
    kept_pins,
    pins_not_kept,
    proposal_of,
)
from mentoring.rules.readiness import Ready
from tests.rules.matching_people import mentee, mentor, pairs, problems


def test_a_line_has_its_terms_their_sum_and_what_to_mind() -> None:
    ties = Ties(pinned=pairs((1, 11)), relatives=pairs((1, 11)))
    proposal = proposal_of(Problem((mentee(interrupted=True),), (mentor(),), ties), pairs((1, 11)))
    (line,) = proposal.lines
    assert line.terms == (Counted(Term.AREA, 3, ("method",)), Counted(Term.INTERRUPTED, 2))
    assert (line.total, proposal.total, line.pinned, line.warnings) == (5, 5, True, ("relative",))


@pytest.mark.parametrize(
    ("mentors", "ties", "why"),
    [
        ((), Ties(), WhyLeft.NO_MENTORS),
        ((mentor(1),), Ties(), WhyLeft.NO_MENTORS),
        ((mentor(11, "docs"),), Ties(), WhyLeft.NOBODY_IN_AREAS),
        ((mentor(11, "docs"),), Ties(forbidden=pairs((1, 11))), WhyLeft.NOBODY_IN_AREAS),
        ((mentor(11, "docs", wishes={1}),), Ties(forbidden=pairs((1, 11))), WhyLeft.ALL_BARRED),
        ((mentor(),), Ties(forbidden=pairs((1, 11))), WhyLeft.ALL_BARRED),
        ((mentor(places=0),), Ties(tried=pairs((1, 11))), WhyLeft.ALL_BARRED),
        ((mentor(11, ready=Ready.SHORT), mentor(12, "docs")), Ties(), WhyLeft.ALL_BARRED),
        ((mentor(12, "docs"), mentor(11, ready=Ready.SHORT)), Ties(), WhyLeft.ALL_BARRED),
        ((mentor(places=0),), Ties(), WhyLeft.PLACES_TAKEN),
        ((mentor(11, "docs"), mentor(12)), Ties(), WhyLeft.PLACES_TAKEN),
        ((mentor(11, rather_not={1}), mentor(12, places=0)), Ties(), WhyLeft.PLACES_TAKEN),
    ],
)
def test_why_somebody_is_left(mentors: tuple[Mentor, ...], ties: Ties, why: WhyLeft) -> None:
    assert proposal_of(Problem((mentee(),), mentors, ties), ()).left == (Left(1, why),)


def test_who_has_waited_longest_is_the_first_of_those_left() -> None:
    problem = Problem((mentee(1, waiting=3), mentee(2, waiting=8), mentee(3, waiting=8)), ())
    assert [each.mentee_id for each in proposal_of(problem, ()).left] == [2, 3, 1]


@pytest.mark.parametrize(
    ("mentees", "expected"),
    [
        ((), []),
        ((mentee(1),), []),
        ((mentee(1), mentee(2, "docs")), []),
        ((mentee(1), mentee(2)), [("method", (1, 2))]),
        ((mentee(1, waiting=1), mentee(2, waiting=2), mentee(3)), [("method", (2, 1, 3))]),
        (tuple(mentee(each) for each in range(1, 6)), [("method", (1, 2, 3, 4))]),
        (tuple(mentee(each) for each in range(1, 7)), [("method", (1, 2, 3, 4)), ("method", (5, 6))]),
        # The biggest first, then those who have waited longest, then by the area's key.
        (
            (mentee(1, "docs"), mentee(2, "docs"), mentee(3), mentee(4), mentee(5)),
            [("method", (3, 4, 5)), ("docs", (1, 2))],
        ),
        (
            (mentee(1, "docs"), mentee(2, "docs"), mentee(3), mentee(4, waiting=1)),
            [("method", (4, 3)), ("docs", (1, 2))],
        ),
        (
            (mentee(3, "method"), mentee(4), mentee(1, "docs"), mentee(2, "docs")),
            [("docs", (1, 2)), ("method", (3, 4))],
        ),
        # Nobody is in two, though two areas would do.
        ((mentee(1, "method", "docs"), mentee(2, "method", "docs"), mentee(3, "docs")), [("docs", (1, 2, 3))]),
        # Who would rather not meet somebody is not put beside them.
        ((mentee(1), mentee(2, rather_not={1}), mentee(3)), [("method", (1, 3))]),
        ((mentee(1, rather_not={2}), mentee(2)), []),
    ],
)
def test_those_left_who_need_the_same_may_be_a_group(
    mentees: tuple[Mentee, ...], expected: list[tuple[str, tuple[int, ...]]]
) -> None:
    found = proposal_of(Problem(mentees, ()), ()).groups
    assert [(each.area, each.mentee_ids) for each in found] == expected
    assert all(each.mentor_id is None for each in found)


LEADS = {"formats": {"group"}}


@pytest.mark.parametrize(
    ("mentors", "ties", "expected"),
    [
        ((mentor(11, **LEADS),), Ties(), 11),
        ((mentor(11),), Ties(), None),
        ((mentor(11, "docs", **LEADS),), Ties(), None),
        ((mentor(11, "docs", wishes={1, 2}, **LEADS),), Ties(), None),
        ((mentor(11, places=0, **LEADS),), Ties(), None),
        ((mentor(11, **LEADS),), Ties(forbidden=pairs((2, 11))), None),
        ((mentor(11, ready=Ready.SHORT, **LEADS),), Ties(), None),
        ((mentor(11, **LEADS), mentor(12, **LEADS)), Ties(), 11),
        ((mentor(11, **LEADS), mentor(12, **LEADS, wishes={2})), Ties(), 12),
    ],
)
def test_a_group_is_offered_to_whoever_leads_groups_and_has_a_place(
    mentors: tuple[Mentor, ...], ties: Ties, expected: int | None
) -> None:
    (found,) = proposal_of(Problem((mentee(1), mentee(2)), mentors, ties), ()).groups
    assert found.mentor_id == expected


def test_a_group_takes_one_place_and_a_pair_too() -> None:
    six = tuple(mentee(each) for each in range(1, 7))
    one_place = proposal_of(Problem(six, (mentor(11, **LEADS),)), ())
    assert [each.mentor_id for each in one_place.groups] == [11, None]
    taken = proposal_of(Problem(six, (mentor(11, **LEADS),)), pairs((1, 11)))
    assert [(each.mentee_ids, each.mentor_id) for each in taken.groups] == [((2, 3, 4, 5), None)]


TAUGHT = mentee(5)


@pytest.mark.parametrize(
    ("taught", "leader", "ties", "expected"),
    [
        (TAUGHT, mentor(11, **LEADS), Ties(), 11),
        (TAUGHT, mentor(11), Ties(), None),
        (mentee(5, "docs"), mentor(11, "docs", "method", **LEADS), Ties(), None),
        (TAUGHT, mentor(11, **LEADS), Ties(forbidden=pairs((2, 11))), None),
        (TAUGHT, mentor(11, **LEADS), Ties(tried=pairs((2, 11))), None),
        (mentee(5, rather_not={2}), mentor(11, **LEADS), Ties(), None),
        (TAUGHT, mentor(11, places=2, **LEADS), Ties(), None),  # a place is free: the group is offered to them
    ],
)
def test_without_a_free_place_a_pair_of_the_same_area_may_become_a_group(
    taught: Mentee, leader: Mentor, ties: Ties, expected: int | None
) -> None:
    problem = Problem((mentee(1), mentee(2), taught), (leader,), ties)
    (found,) = proposal_of(problem, pairs((5, 11))).groups
    assert (found.mentee_ids, found.widens) == ((1, 2), expected)
    assert found.mentor_id == (11 if leader.places == 2 else None)


def test_a_pair_becomes_one_group_only() -> None:
    six = tuple(mentee(each) for each in range(1, 7))
    groups = proposal_of(Problem((*six, mentee(9)), (mentor(11, **LEADS),)), pairs((9, 11))).groups
    assert [each.widens for each in groups] == [11, None]


def test_a_group_says_what_all_of_it_share() -> None:
    said = {"time": {"sat", "after"}, "levels": {"none"}, "formats": {"group", "talk"}}
    two = (mentee(1, "method", "docs", **said), mentee(2, "method", subjects={"math"}, **said))
    leader = mentor(11, formats={"group", "one_to_one"}, time={"sat"})
    (found,) = proposal_of(Problem(two, (leader,)), ()).groups
    shared = (Shared(Term.AREA, ("method",)), Shared(Term.TIME, ("sat",)), Shared(Term.FORMAT, ("group",)))
    assert found.reasons == shared


@given(problems())
def test_nobody_is_in_two_groups_nor_in_one_and_in_a_pair(problem: Problem) -> None:
    proposal = proposal_of(problem, kept_pins(problem))
    grouped = [each for group in proposal.groups for each in group.mentee_ids]
    assert len(grouped) == len(set(grouped))
    assert set(grouped) <= {each.mentee_id for each in proposal.left}
    assert all(2 <= len(group.mentee_ids) <= 4 for group in proposal.groups)


@pytest.mark.parametrize(
    ("pinned", "places", "kept"),
    [
        (((1, 11), (2, 12)), 1, ((1, 11), (2, 12))),
        (((1, 11), (2, 11)), 1, ((1, 11),)),
        (((1, 11), (2, 11)), 2, ((1, 11), (2, 11))),
        (((1, 12), (1, 11)), 1, ((1, 11),)),
        (((1, 11), (1, 12), (2, 11)), 1, ((1, 11),)),
        (((1, 11),), 0, ()),
        (((1, 99), (99, 11)), 1, ()),
    ],
)
def test_of_pins_that_contradict_the_first_is_kept(
    pinned: tuple[tuple[int, int], ...], places: int, kept: tuple[tuple[int, int], ...]
) -> None:
    mentors = (mentor(11, places=places), mentor(12, places=places))
    problem = Problem((mentee(1), mentee(2)), mentors, Ties(pinned=pairs(*pinned)))
    assert kept_pins(problem) == kept
    assert pins_not_kept(problem) == tuple(sorted(set(pinned) - set(kept)))


def test_the_pair_that_is_asked_about_goes_before_pins() -> None:
    problem = Problem((mentee(1), mentee(2)), (mentor(11), mentor(12)), Ties(pinned=pairs((1, 11), (2, 12))))
    assert kept_pins(problem, Pair(2, 11)) == ((2, 11),)


@pytest.mark.parametrize("side", ["mentees", "mentors"])
def test_nobody_is_on_one_side_twice(side: str) -> None:
    with pytest.raises(ValueError, match="twice"):
        Problem((mentee(), mentee()) if side == "mentees" else (), (mentor(), mentor()) if side == "mentors" else ())


def told(*lines: tuple[int, int, int]) -> Proposal:
    made = tuple(Line(one, other, (), points, (), pinned=False) for one, other, points in lines)
    return Proposal(made, (), (), sum(line.total for line in made))


@pytest.mark.parametrize(
    ("before", "after", "cost"),
    [
        (told((1, 11, 5)), told((1, 11, 5)), Cost(0, 0, ())),
        (told((1, 11, 5)), told((1, 12, 3)), Cost(2, 0, (Change(1, 11, 12),))),
        (told((1, 11, 5), (2, 12, 4)), told((2, 11, 8)), Cost(1, 1, (Change(1, 11, None), Change(2, 12, 11)))),
        (told((2, 11, 8)), told((1, 11, 5), (2, 12, 4)), Cost(-1, -1, (Change(1, None, 11), Change(2, 11, 12)))),
        (told(), told((1, 11, 5)), Cost(-5, -1, (Change(1, None, 11),))),
    ],
)
def test_a_choice_costs_points_and_people_and_says_whom_it_moves(before: Proposal, after: Proposal, cost: Cost) -> None:
    assert compare(before, after) == cost
