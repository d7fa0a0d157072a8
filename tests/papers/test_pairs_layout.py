"""Where everybody stands on the picture of the network: nobody is lost, names never meet, pages are alike."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mentoring.papers.drawing import width_of
from mentoring.papers.pairs_layout import (
    COLUMN,
    MOST_LINES,
    NAME,
    NAMELESS,
    ROOM_DOWN,
    Placed,
    height,
    laid,
    lines_of,
    pages,
    word_pen,
)
from mentoring.papers.pairs_values import NetworkPerson, PairLink, PairMark
from tests.papers.networks import LONG, NASTY, of_pairs, people, person

links = st.lists(
    st.builds(
        lambda mentors, mentees, mark: PairLink(
            tuple(person(each) for each in sorted(mentors)),
            tuple(person(1000 + each) for each in sorted(mentees)),
            mark,
        ),
        st.sets(st.integers(0, 20), min_size=1, max_size=2),
        st.sets(st.integers(0, 60), min_size=1, max_size=5),
        st.sampled_from(PairMark),
    ),
    max_size=40,
)


def below_each_other(placed: tuple[Placed, ...]) -> bool:
    return all(one.bottom < other.top for one, other in pairwise(sorted(placed, key=lambda each: each.top)))


@settings(max_examples=60, deadline=None)
@given(links)
def test_everybody_is_drawn_with_every_line_and_names_never_meet(of: list[PairLink]) -> None:
    wanted = {(mentor.id, mentee.id) for link in of for mentor in link.mentors for mentee in link.mentees}
    found = pages(of)
    assert sorted((line.mentor.id, line.mentee.id) for page in found for line in page) == sorted(wanted)
    for page in found:
        assert 1 <= len(page) <= MOST_LINES
        at = laid(page, 100)
        assert at.bottom - 100 <= ROOM_DOWN
        assert {each.person for each in at.mentors} == {line.mentor for line in page}
        assert {each.person for each in at.mentees} == {line.mentee for line in page}
        for side in (at.mentors, at.mentees):
            assert len({each.person.id for each in side}) == len(side)
            assert below_each_other(side)
            assert all(each.top >= 100 and each.bottom <= at.bottom for each in side)


@settings(max_examples=40, deadline=None)
@given(links)
def test_a_states_word_stands_at_everybody_whose_pair_is_not_as_usual(of: list[PairLink]) -> None:
    for page in pages(of):
        for each in laid(page, 0).mentees:
            marks = {line.mark for line in page if line.mentee.id == each.person.id}
            assert set(each.marks) == (set() if marks == {PairMark.ACTIVE} else marks)


@pytest.mark.parametrize(("many", "wanted"), [(0, 0), (1, 1), (8, 1), (30, 1), (31, 2), (60, 2), (61, 3)])
def test_more_than_thirty_lines_go_to_further_pages_of_like_size(many: int, wanted: int) -> None:
    found = pages(of_pairs(many, marks=(PairMark.ACTIVE,)).links)
    assert len(found) == wanted
    sizes = [len(page) for page in found]
    assert max(sizes, default=0) - min(sizes, default=0) <= 2


def test_a_group_is_not_torn_between_pages_while_it_fits_on_one() -> None:
    for page in pages(of_pairs(9, group=5).links):
        by_mentor = [sum(line.mentor.id == each for line in page) for each in {line.mentor.id for line in page}]
        assert set(by_mentor) == {5}


def test_a_network_that_all_hangs_together_is_parted_at_last() -> None:
    whole = (PairLink(people(0, 2), people(1000, 40), PairMark.ACTIVE),)
    found = pages(whole)
    assert [len(page) for page in found] == [30, 30, 20]
    assert max(height(page) for page in found) <= ROOM_DOWN
    assert all(line.mentor in {each.person for each in laid(page, 0).mentors} for page in found for line in page)


def test_mentors_of_one_group_stand_side_by_side() -> None:
    of = (
        PairLink(people(0, 2), people(1000, 2), PairMark.ACTIVE),
        PairLink(people(5, 1), people(1010, 1), PairMark.ACTIVE),
        PairLink(people(1, 1), people(1020, 1), PairMark.ACTIVE),
    )
    page = laid(pages(of)[0], 0)
    assert [each.person.id for each in page.mentors] == [0, 1, 5]


def test_two_people_of_one_name_are_two() -> None:
    alike = (NetworkPerson(1, "Ли Ю."), NetworkPerson(2, "Ли Ю."))
    of = tuple(PairLink((each,), (person(1000 + each.id),), PairMark.ACTIVE) for each in alike)
    assert len(laid(pages(of)[0], 0).mentors) == 2


def test_a_long_name_takes_more_lines_and_stays_in_its_column() -> None:
    page = laid(pages(NASTY.links)[0], 0)
    for placed in (*page.mentors, *page.mentees):
        assert all(width_of(name, NAME) <= COLUMN for name in placed.names)
    names = {placed.person.id: placed.names for placed in page.mentees}
    assert names[LONG.id] == ("Константинопольская-", "Заречная Е.-В. А.")
    assert lines_of("Заречная-Константинопольская Е. А.") == ("Заречная-", "Константинопольская", "Е. А.")
    assert len(names[502]) > 1
    assert names[504] == (NAMELESS,)
    assert max(width_of(mark, word_pen(mark)) for mark in PairMark) <= COLUMN


def test_a_page_is_as_high_as_it_was_measured() -> None:
    for page in pages(of_pairs(40).links):
        assert laid(page, 500).bottom - 500 == pytest.approx(height(page))
