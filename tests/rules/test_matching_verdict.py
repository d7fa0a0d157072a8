"""Why a pair is never suggested, what a coordinator should mind, who is the best for one mentee."""

from time import perf_counter

import pytest
from hypothesis import given

from mentoring.rules.matching import (
    Bar,
    Caution,
    Mentee,
    Mentor,
    Problem,
    Ties,
    Want,
    evaluate,
    may_be_suggested,
    ranking,
)
from mentoring.rules.matching.verdict import UNBEATEN
from mentoring.rules.readiness import Doubt, Ready
from tests.rules.matching_people import mentee, mentor, pairs, problems

OURS = pairs((1, 11))


@pytest.mark.parametrize(
    ("one", "other", "ties", "bar"),
    [
        (mentee(), mentor(), Ties(), None),
        (mentee(), mentor(places=0), Ties(), Bar.NO_PLACE),
        (mentee(), mentor(), Ties(forbidden=OURS), Bar.FORBIDDEN),
        (mentee(), mentor(), Ties(forbidden=pairs((1, 12), (2, 11))), None),
        (mentee(), mentor(), Ties(tried=OURS), Bar.TRIED),
        (mentee(), mentor(), Ties(relatives=OURS, superiors=OURS), None),
        (mentee(1, rather_not={11}), mentor(), Ties(), Bar.RATHER_NOT),
        (mentee(), mentor(rather_not={1}), Ties(), Bar.RATHER_NOT),
        (mentee(1, "docs"), mentor(), Ties(), Bar.NOTHING_IN_COMMON),
        (mentee(1, "docs", subjects={"math"}), mentor(subjects={"math"}), Ties(), Bar.NOTHING_IN_COMMON),
        (mentee(1, "docs", wishes={11}), mentor(), Ties(), None),
        (mentee(1, "docs"), mentor(wishes={1}), Ties(), None),
        (mentee(), mentor(ready=Ready.SHORT), Ties(), Bar.ONLY_SHORT),
        (mentee(wants=Want.SHORT), mentor(ready=Ready.SHORT), Ties(), None),
        (mentee(wants=Want.SHORT), mentor(), Ties(), None),
        (mentee(11), mentor(11), Ties(), Bar.SAME_PERSON),
        # Of several the one is told that lasts longest.
        (mentee(rather_not={11}), mentor(places=0), Ties(forbidden=OURS), Bar.FORBIDDEN),
        (mentee(1, "docs"), mentor(places=0, ready=Ready.SHORT), Ties(), Bar.NOTHING_IN_COMMON),
    ],
)
def test_why_a_pair_is_never_suggested(one: Mentee, other: Mentor, ties: Ties, bar: Bar | None) -> None:
    assert evaluate(one, other, ties).bar is bar


@pytest.mark.parametrize(
    ("one", "other", "ties", "bar", "warnings"),
    [
        (mentee(), mentor(), Ties(forbidden=OURS), None, (Caution.FORBIDDEN,)),
        (mentee(), mentor(), Ties(tried=OURS), None, (Caution.TRIED,)),
        (mentee(rather_not={11}), mentor(), Ties(), None, (Caution.RATHER_NOT,)),
        (mentee(1, "docs"), mentor(), Ties(), None, (Caution.NOTHING_IN_COMMON,)),
        (mentee(), mentor(ready=Ready.SHORT), Ties(), None, (Caution.ONLY_SHORT,)),
        (
            mentee(1, "docs"),
            mentor(ready=Ready.SHORT),
            Ties(tried=OURS),
            None,
            (Caution.TRIED, Caution.NOTHING_IN_COMMON, Caution.ONLY_SHORT),
        ),
        (mentee(), mentor(places=0), Ties(), Bar.NO_PLACE, ()),
        (mentee(), mentor(places=0), Ties(tried=OURS), Bar.NO_PLACE, (Caution.TRIED,)),
    ],
)
def test_a_pin_beats_every_bar_but_a_missing_place_and_tells_what_it_has_beaten(
    one: Mentee, other: Mentor, ties: Ties, bar: Bar | None, warnings: tuple[Caution, ...]
) -> None:
    pinned = Ties(pinned=OURS, forbidden=ties.forbidden, tried=ties.tried)
    verdict = evaluate(one, other, pinned)
    assert (verdict.bar, verdict.warnings) == (bar, warnings)


def test_nobody_is_pinned_to_themselves() -> None:
    assert evaluate(mentee(11), mentor(11), Ties(pinned=pairs((11, 11)))).bar is Bar.SAME_PERSON


def test_every_bar_that_a_pin_beats_has_its_warning() -> None:
    assert {bar.value for bar in set(Bar) - UNBEATEN} < {caution.value for caution in Caution}


@pytest.mark.parametrize(
    ("one", "other", "ties", "warnings"),
    [
        (mentee(), mentor(), Ties(relatives=OURS), (Caution.RELATIVE,)),
        (mentee(), mentor(), Ties(superiors=OURS), (Caution.SUPERIOR,)),
        (mentee(), mentor(), Ties(relatives=pairs((2, 11))), ()),
        (mentee(time={"sat"}), mentor(time={"after"}), Ties(), (Caution.NO_COMMON_TIME,)),
        (mentee(time={"sat"}), mentor(time={"after", "sat"}), Ties(), ()),
        (mentee(time={"sat"}), mentor(), Ties(), ()),
        (mentee(experience="y4"), mentor(experience="y1"), Ties(), (Caution.LESS_EXPERIENCE,)),
        (mentee(experience="y21"), mentor(experience="y11"), Ties(), (Caution.LESS_EXPERIENCE,)),
        (mentee(experience="y4"), mentor(experience="y4"), Ties(), ()),
        (mentee(experience="y4"), mentor(), Ties(), ()),
        (mentee(), mentor(ready=Ready.REMOTE), Ties(), (Caution.ONLY_REMOTE,)),
        (mentee(time={"online"}), mentor(ready=Ready.REMOTE), Ties(), ()),
        (mentee(formats={"online", "talk"}), mentor(ready=Ready.REMOTE), Ties(), ()),
        (mentee(formats={"any"}), mentor(ready=Ready.REMOTE), Ties(), ()),
        (mentee(), mentor(doubts=(Doubt.NEW_TO_WORK,)), Ties(), (Caution.NEW_TO_WORK,)),
        (mentee(), mentor(doubts=(Doubt.NOT_SURE, Doubt.MANY)), Ties(), (Caution.NOT_SURE, Caution.MANY)),
        # For one or two questions a mentor for consultations is the right one.
        (mentee(wants=Want.SHORT), mentor(ready=Ready.SHORT, doubts=(Doubt.ONLY_SHORT,)), Ties(), ()),
    ],
)
def test_what_a_coordinator_should_mind(one: Mentee, other: Mentor, ties: Ties, warnings: tuple[Caution, ...]) -> None:
    verdict = evaluate(one, other, ties)
    assert (verdict.warnings, verdict.bar) == (warnings, None)


def test_the_best_mentor_comes_first_and_the_barred_last() -> None:
    both = ("method", "docs")
    mentors = (mentor(15), mentor(14), mentor(13, *both, places=0), mentor(12, *both))
    found = ranking(Problem((mentee(1, *both),), mentors), 1)
    assert [(each.mentor_id, each.verdict.total) for each in found] == [(12, 6), (14, 3), (15, 3), (13, 6)]


@given(problems())
def test_who_may_be_suggested_is_who_has_no_bar(problem: Problem) -> None:
    for one in problem.mentees:
        for other in problem.mentors:
            barred = evaluate(one, other, problem.ties).bar is not None
            assert may_be_suggested(one, other, problem.ties) is not barred


@given(problems())
def test_a_ranking_has_every_mentor_once(problem: Problem) -> None:
    for one in problem.mentees:
        found = ranking(problem, one.id)
        assert sorted(each.mentor_id for each in found) == [other.id for other in problem.mentors]
        keys = [(each.verdict.bar is not None, -each.verdict.total) for each in found]
        assert keys == sorted(keys)


def test_three_hundred_mentors_are_ranked_while_nobody_waits() -> None:
    said = {"subjects": {"math", "physics"}, "levels": {"noo", "ooo"}, "time": {"sat", "after"}}
    problem = Problem(
        (mentee(1, "a", "b", "c", formats={"any"}, **said),),
        tuple(mentor(each, "a", "b", "c", formats={"group", "remote"}, **said) for each in range(11, 311)),
    )
    seconds = []
    for _ in range(10):
        began = perf_counter()
        ranking(problem, 1)
        seconds.append(perf_counter() - began)
    assert min(seconds) < 0.02
