"""What speaks for a pair: each term by itself, its points, what of the forms it rests on."""

import pytest
from hypothesis import given

from mentoring.forms import load
from mentoring.rules.matching import Counted, Mentee, Mentor, Problem, Term, Ties, Want, evaluate
from mentoring.rules.matching.terms import FITS, TERMS
from tests.rules.matching_people import mentee, mentor, problems

FORMS = load()


def keys(form: str, question: str) -> set[str]:
    return {option.key for option in FORMS.get(form).question(question).options}


def test_the_keys_of_the_two_forms_are_the_ones_that_are_read() -> None:
    assert set(FITS) == keys("needs", "formats")
    assert FITS["any"] == keys("mentor_profile", "formats")
    assert set(Want) < keys("needs", "want_mentor")
    for question in ("areas", "subjects", "levels", "time", "experience"):
        assert keys("needs", question) == keys("mentor_profile", question)
    assert "none" in keys("needs", "levels")
    assert "other" in keys("needs", "subjects")


def test_every_term_stands_in_the_table_once() -> None:
    assert [rule.term for rule in TERMS] == list(Term)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (mentee(1, "method"), mentor(11, "method"), Counted(Term.AREA, 3, ("method",))),
        (mentee(1, "method", "docs"), mentor(11, "docs", "method"), Counted(Term.AREA, 6, ("docs", "method"))),
        (mentee(1, "a", "b", "c"), mentor(11, "a", "b", "c", "d"), Counted(Term.AREA, 9, ("a", "b", "c"))),
        (
            mentee(1, "docs", subjects={"physics", "math"}),
            mentor(subjects={"math", "physics"}),
            Counted(Term.SUBJECT, 2, ("math", "physics")),
        ),
        (mentee(1, "docs", subjects={"physics"}), mentor(subjects={"math"}), None),
        (mentee(1, "docs", subjects={"other"}), mentor(subjects={"other"}), None),
        (mentee(1, "docs", levels={"ooo", "noo"}), mentor(levels={"ooo"}), Counted(Term.LEVEL, 1, ("ooo",))),
        (mentee(1, "docs", levels={"none"}), mentor(levels={"none"}), None),
        (mentee(1, "docs", time={"sat", "after"}), mentor(time={"after"}), Counted(Term.TIME, 1, ("after",))),
        (mentee(1, "docs", time={"sat"}), mentor(time={"after"}), None),
        (mentee(1, "docs", wishes={11}), mentor(), Counted(Term.WISH, 2)),
        (mentee(1, "docs", wishes={12}), mentor(), None),
        (mentee(1, "docs"), mentor(wishes={1}), Counted(Term.MENTORS_WISH, 2)),
        (mentee(1, "docs", interrupted=True), mentor(), Counted(Term.INTERRUPTED, 2)),
    ],
)
def test_what_two_have_in_common_counts(one: Mentee, other: Mentor, expected: Counted | None) -> None:
    assert evaluate(one, other, Ties()).terms == ((expected,) if expected else ())


@pytest.mark.parametrize(
    ("wanted", "offered", "expected"),
    [
        ({"talk"}, {"one_to_one"}, ("one_to_one",)),
        ({"visit"}, {"one_to_one"}, ("one_to_one",)),
        ({"talk"}, {"group", "remote"}, ()),
        ({"group"}, {"group", "one_to_one"}, ("group",)),
        ({"online"}, {"remote"}, ("remote",)),
        ({"once"}, {"short_term", "situational"}, ("short_term", "situational")),
        ({"once"}, {"one_to_one"}, ()),
        ({"any"}, {"reverse"}, ("reverse",)),
        ({"talk", "group"}, {"group", "one_to_one"}, ("group", "one_to_one")),
        (set(), {"one_to_one"}, ()),
        ({"any"}, set(), ()),
    ],
)
def test_a_format_fits_in_the_mentors_words(wanted: set[str], offered: set[str], expected: tuple[str, ...]) -> None:
    found = evaluate(mentee(1, "docs", formats=wanted), mentor(formats=offered), Ties()).terms
    assert found == ((Counted(Term.FORMAT, 1, expected),) if expected else ())


@pytest.mark.parametrize(("days", "points"), [(0, 0), (9, 0), (10, 1), (19, 1), (20, 2), (50, 5), (59, 5), (170, 5)])
def test_ten_school_days_of_waiting_are_a_point_and_five_the_most(days: int, points: int) -> None:
    found = evaluate(mentee(1, "docs", waiting=days), mentor(), Ties()).terms
    assert found == ((Counted(Term.WAITING, points),) if points else ())


@given(problems())
def test_the_terms_of_a_pair_sum_up_to_its_total(problem: Problem) -> None:
    for one in problem.mentees:
        for other in problem.mentors:
            verdict = evaluate(one, other, problem.ties)
            assert verdict.total == sum(each.points for each in verdict.terms)
            assert all(each.points > 0 for each in verdict.terms)
            assert [each.term for each in verdict.terms] == [term for term in Term if term in _terms(verdict.terms)]


def _terms(of: tuple[Counted, ...]) -> set[Term]:
    return {each.term for each in of}
