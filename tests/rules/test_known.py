"""What is known of a person already, held against the question that would ask it."""

import pytest

from mentoring.rules.forms import Question, parse_form
from mentoring.rules.questionnaire import Value, as_answer

OPTIONS = {"a": "Один", "b": "Два", "none": "Ничего"}


def question(**row: object) -> Question:
    head = {"key": "known", "version": 1, "title": "Проба", "audience": "teacher", "minutes": 1}
    last = {"key": "last", "type": "yesno", "text": "?"}
    return parse_form({**head, "questions": [{"key": "first", "text": "?", **row}, last]}, {}).questions[0]


TICKS = question(type="multi", options=OPTIONS, max=2, exclusive=["none"])
SEVERAL = question(type="multi", options=OPTIONS, constraint=[{"gte": 2, "of": "count"}])
ONE = question(type="single", options=OPTIONS, constraint=[{"ne": "none"}])


@pytest.mark.parametrize(
    ("asked", "known", "answer"),
    [
        (TICKS, ("b", "a"), ("a", "b")),
        (TICKS, "a", ("a",)),
        (TICKS, (), None),
        (TICKS, ("a", "gone"), None),
        (TICKS, ("a", "none"), None),
        (TICKS, ("none",), ("none",)),
        (SEVERAL, ("a",), None),
        (SEVERAL, ("a", "b"), ("a", "b")),
        (question(type="multi", options=OPTIONS, max=1), ("a", "b"), None),
        (ONE, "a", "a"),
        (ONE, "none", None),
        (ONE, "gone", None),
        (ONE, ("a",), None),
        (question(type="scale"), "5", 5),
        (question(type="scale"), 5, 5),
        (question(type="scale"), "y4", None),
        (question(type="yesno"), "a", None),
        (question(type="text"), "a", None),
        (question(type="number"), "5", None),
        (question(type="note"), "a", None),
    ],
)
def test_only_what_the_question_would_have_kept_is_shown_instead_of_asking(
    asked: Question, known: Value, answer: Value | None
) -> None:
    assert as_answer(asked, known) == answer
