"""Start against end: which questions may be compared, from how many answers on, what the difference is."""

from decimal import Decimal

import pytest

from mentoring import forms
from mentoring.rules.comparison import Circle, Measured, circle_of, compare, is_one_measure, least_of, repeated
from mentoring.rules.forms import Form, Question, parse_form
from mentoring.rules.tally import Counted, Few, Numbered, Tally, hidden_below, tally

HEAD = {"key": "k", "version": 1, "title": "?", "audience": "mentee", "minutes": 1}
SCALE = {"key": "s_lesson", "type": "scale", "text": "Готовлю уроки", "low": "нет", "high": "да"}


def form_of(*rows: dict[str, object]) -> Form:
    return parse_form({**HEAD, "questions": list(rows)}, {})


def question(**other: object) -> Question:
    return form_of({**SCALE, **other}).questions[0]


def marks(*given: int, of: Question | None = None) -> Tally:
    return tally(Numbered(1, of or question()), [Counted(mark, 1) for mark in given])


@pytest.mark.parametrize(
    ("end", "comparable"),
    [
        ({}, True),
        ({"text": "Уверенно готовлю уроки"}, True),
        ({"help": "От 1 до 10"}, True),
        ({"high": "полностью"}, False),
        ({"low": "совсем нет"}, False),
        ({"start": 0}, False),
        ({"end": 5}, False),
        ({"type": "number", "low": "", "high": ""}, False),
    ],
)
def test_another_scale_is_never_compared_another_wording_is(end: dict[str, object], comparable: bool) -> None:
    later = question(**end)
    assert is_one_measure(question(), later) is comparable
    found = compare(marks(5, 5, 5), marks(9, 9, 9, of=later), 3)
    assert found.comparable is comparable
    assert (found.start is not None, found.end is not None) == (comparable, comparable)


@pytest.mark.parametrize(
    ("start", "end", "least", "shown"),
    [
        (3, 3, 3, (True, True)),
        (2, 9, 3, (False, True)),
        (9, 2, 3, (True, False)),
        (4, 5, 5, (False, True)),
        (5, 4, 5, (True, False)),
        (5, 5, 5, (True, True)),
        (0, 0, 3, (False, False)),
    ],
)
def test_a_side_with_too_few_answers_is_hidden_with_the_difference(
    start: int, end: int, least: int, shown: tuple[bool, bool]
) -> None:
    found = compare(marks(*[5] * start), marks(*[7] * end), least)
    assert (found.start is not None, found.end is not None) == shown
    assert found.difference == (Decimal("2.0") if all(shown) else None)


def test_the_difference_is_that_of_the_means_as_they_are_shown() -> None:
    """6.25 and 6.35 are shown as 6,3 and 6,4."""
    found = compare(marks(6, 6, 6, 7), marks(*[6] * 13, *[7] * 7), 3)
    assert (found.start, found.end) == (Measured(4, Decimal("6.3")), Measured(20, Decimal("6.4")))
    assert found.difference == Decimal("0.1")


@pytest.mark.parametrize(("promised", "least"), [(5, 5), (4, 4), (3, 3), (1, 3)])
def test_as_many_are_needed_as_the_end_has_promised_and_never_fewer_than_three(promised: int, least: int) -> None:
    assert least_of(promised) == least


@pytest.mark.parametrize(("answered", "least", "hidden"), [(4, 5, True), (5, 5, False), (0, 3, True), (1, 1, False)])
def test_what_too_few_have_answered_tells_not_even_how_many(answered: int, least: int, hidden: bool) -> None:
    found = hidden_below(marks(*[5] * answered), least)
    assert (found.found == Few(least)) is hidden
    assert found.answered == (0 if hidden else answered)


def test_the_shipped_starts_and_ends_share_their_questions() -> None:
    known = forms.load().forms
    for circle, many in ((Circle.MENTEES, 6), (Circle.MENTORS, 3)):
        start, end = known[f"mon_start_{circle}"], known[f"mon_end_{circle}"]
        assert circle_of(start.key) is circle_of(end.key) is circle
        assert len([pair for pair in repeated(start, end) if is_one_measure(*pair)]) == many
    assert circle_of("mon_mid_mentee") is None
