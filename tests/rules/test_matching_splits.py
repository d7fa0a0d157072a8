"""A proposed group taken apart: who waits, who stays in a pair, what becomes of the group without somebody."""

from dataclasses import replace

import pytest
from hypothesis import given

from mentoring.rules.matching import Cost, Pair, Problem, Split, compare, kept_pins, proposal_of, split
from tests.rules.matching_people import mentee, mentor, pairs, problems

LEADER = mentor(11, formats={"group"})
# The fifth is in a pair, whom a group of all who need the same would make wider.
PAIRED = pairs((5, 11))


def apart(problem: Problem, members: tuple[int, ...], out: tuple[int, ...]) -> Split:
    return split(problem, proposal_of(problem, PAIRED), members, out)


def of_waiting(*ids: int) -> Problem:
    return Problem(tuple(mentee(each) for each in (*ids, 5)), (LEADER,))


@pytest.mark.parametrize(
    ("ids", "out", "stay", "wait", "instead", "lost"),
    [
        ((1, 2, 3), (2,), (5,), (2,), [(1, 3)], 1),
        ((1, 2, 3), (5,), (5,), (), [(1, 2, 3)], 3),  # the pair is not made wider, nobody else may lead them
        ((1, 2, 3), (1, 2, 3, 5), (5,), (1, 2, 3), [], 3),
        ((1, 2), (2,), (5,), (2,), [(1,)], 1),  # one joins the pair still
        ((1, 2, 3, 4, 6), (2,), (5,), (2,), [(1, 3, 4, 6)], 0),  # there was no room for the sixth
    ],
)
def test_who_is_out_waits_or_stays_in_a_pair_and_the_others_are_a_group_without_them(
    ids: tuple[int, ...],
    out: tuple[int, ...],
    stay: tuple[int, ...],
    wait: tuple[int, ...],
    instead: list[tuple[int, ...]],
    lost: int,
) -> None:
    found = apart(of_waiting(*ids), (5, *ids[:4]), out)
    assert (set(found.out), found.stay, found.wait) == ({*out}, stay, wait)
    assert ([each.mentee_ids for each in found.instead], found.lost) == (instead, lost)


def test_without_a_word_of_a_coordinators_one_alone_joins_no_pair() -> None:
    assert proposal_of(of_waiting(1), PAIRED).groups == ()


def test_who_is_in_no_group_is_told_of_those_who_are_left() -> None:
    problem = Problem((mentee(1, alone=True), mentee(2)), ())
    assert [(each.mentee_id, each.alone) for each in proposal_of(problem, ()).left] == [(1, True), (2, False)]


def test_one_alone_may_join_a_pair_of_any_of_their_areas() -> None:
    """The first area that is looked at has nobody to join."""
    people = (mentee(1, "docs", "method"), mentee(3, "docs", "method", alone=True), mentee(5))
    (found,) = proposal_of(Problem(people, (LEADER,)), PAIRED).groups
    assert (found.area, found.mentee_ids, found.widens) == ("method", (1,), 11)


def test_people_who_mind_one_another_join_no_pair_together() -> None:
    people = (mentee(1, rather_not={2}), mentee(2), mentee(3, alone=True), mentee(5))
    (found,) = proposal_of(Problem(people, (LEADER,)), PAIRED).groups
    assert (found.mentee_ids, found.widens) == ((1,), 11)


def test_the_cost_of_two_proposals_tells_of_groups_too() -> None:
    problem = of_waiting(1, 2)
    split_up = replace(problem, mentees=tuple(replace(each, alone=True) for each in problem.mentees))
    before, after = proposal_of(problem, PAIRED), proposal_of(split_up, PAIRED)
    assert compare(before, after) == Cost(0, 0, (), grouped=2)
    assert compare(after, before).grouped == -2


@given(problems())
def test_a_split_moves_no_pair_and_puts_nobody_of_it_into_a_group(problem: Problem) -> None:
    proposal = proposal_of(problem, kept_pins(problem))
    for idea in proposal.groups:
        members = (*(each.mentee_id for each in proposal.lines if each.mentor_id == idea.widens), *idea.mentee_ids)
        for out in (members, members[:1], members[-1:]):
            found = split(problem, proposal, members, out)
            alone = tuple(replace(each, alone=each.alone or each.id in out) for each in problem.mentees)
            after = proposal_of(replace(problem, mentees=alone), kept_pins(problem))
            assert [each.pair for each in after.lines] == [Pair(*each.pair) for each in proposal.lines]
            assert found.lost == proposal.grouped - after.grouped
            assert {each for group in after.groups for each in group.mentee_ids}.isdisjoint(out)
            assert not {each.widens for each in after.groups} & {
                each.mentor_id for each in after.lines if each.mentee_id in out
            }
            in_groups = {each for group in after.groups for each in group.mentee_ids}
            assert {*found.stay, *found.wait} | in_groups >= {*members}
