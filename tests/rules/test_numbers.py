"""Numbers as people type them: whole ones, with a comma, marks of a scale."""

import pytest

from mentoring.rules.forms import Option, Question, QuestionKind
from mentoring.rules.questionnaire import Accepted, Refusal, RefusalReason, Typed, accept, labels

NUMBER = Question(key="count", kind=QuestionKind.NUMBER, text="Сколько?")
DECIMAL = Question(key="hours", kind=QuestionKind.DECIMAL, text="Сколько часов?")
FROM_NOUGHT = Question(
    key="mark",
    kind=QuestionKind.SCALE,
    text="Сколько?",
    options=tuple(Option(str(mark), str(mark)) for mark in range(11)),
)


@pytest.mark.parametrize(
    ("question", "said", "value"),
    [
        (NUMBER, "12", 12),
        (NUMBER, "1 200", 1200),
        (NUMBER, "12 лет", 12),
        (NUMBER, "-3", -3),
        (NUMBER, "−3", -3),
        (NUMBER, "– 3", -3),
        (DECIMAL, "12", 12.0),
        (DECIMAL, "12,5", 12.5),
        (DECIMAL, "12.50", 12.5),
        (DECIMAL, "1 200,5 часа", 1200.5),
        (FROM_NOUGHT, "0", 0),
        (FROM_NOUGHT, "пятый", 5),
        (FROM_NOUGHT, "№ 5", 5),
        (FROM_NOUGHT, "10 из 10", 10),
    ],
)
def test_a_number_is_taken_as_it_is_meant(question: Question, said: str, value: float) -> None:
    outcome = accept(question, Typed(said))
    assert outcome == Accepted(value)
    assert isinstance(outcome, Accepted)
    assert type(outcome.value) is type(value)


@pytest.mark.parametrize(
    ("question", "said"),
    [(NUMBER, "12,5"), (NUMBER, "много"), (NUMBER, "-"), (DECIMAL, "12,5,5"), (DECIMAL, "2–3"), (DECIMAL, "1e5")],
)
def test_what_is_no_number_is_refused(question: Question, said: str) -> None:
    assert accept(question, Typed(said)) == Refusal(RefusalReason.NOT_A_NUMBER)


@pytest.mark.parametrize("question", [NUMBER, DECIMAL])
@pytest.mark.parametrize("said", ["79123456789", "9204 123456", "8 912 345-67-89"])
def test_digits_of_a_document_are_no_number(question: Question, said: str) -> None:
    assert accept(question, Typed(said)) == Refusal(RefusalReason.LOOKS_LIKE_DOCUMENT)


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("12345,75", "12345,75"),
        ("1234567.5", "1234567,5"),
        ("0,000001", "0,000001"),
        ("2,0", "2"),
        ("120", "120"),
        ("-0", "0"),
    ],
)
def test_a_number_is_read_back_with_all_its_digits(said: str, shown: str) -> None:
    outcome = accept(DECIMAL, Typed(said))
    assert isinstance(outcome, Accepted)
    assert labels(DECIMAL, outcome.value) == (shown,)
