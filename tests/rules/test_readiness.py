"""What the answers of a mentor questionnaire come to: readiness, capacity, what a coordinator should mind."""

import pytest

from mentoring.forms import load
from mentoring.rules.questionnaire import Answers
from mentoring.rules.readiness import CAPACITIES, FORM, Doubt, Ready, capacity_of, doubts, ready_of

FORM_OF_OURS = load().get(FORM)
SURE: Answers = {"ready": "year", "experience": "y11", "category": ("first",), "capacity": "n2", "s_ready": 8}


def test_the_options_of_the_form_are_the_ones_that_are_read() -> None:
    def keys(question: str) -> set[str]:
        return {option.key for option in FORM_OF_OURS.question(question).options}

    assert keys("ready") == set(Ready)
    assert keys("capacity") == set(CAPACITIES)
    assert {"y0", "y1"} < keys("experience")
    assert "none" in keys("category")


def test_whatever_is_read_is_kept_in_a_schools_own_wording() -> None:
    read = {"ready", "capacity", "experience", "category", "s_ready", "subjects", "levels", "areas", "formats", "time"}
    assert read <= {question.key for question in FORM_OF_OURS.questions if question.keep}


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        ({}, ()),
        ({"experience": "y0", "category": ("none",)}, (Doubt.NEW_TO_WORK,)),
        ({"experience": "y1", "category": ("none",)}, (Doubt.NEW_TO_WORK,)),
        ({"experience": "y4", "category": ("none",)}, ()),
        ({"experience": "y0"}, ()),
        ({"s_ready": 4}, (Doubt.NOT_SURE,)),
        ({"s_ready": 5}, ()),
        ({"capacity": "n3"}, (Doubt.MANY,)),
        ({"ready": "short"}, (Doubt.ONLY_SHORT,)),
        ({"ready": "short", "capacity": "n3"}, (Doubt.ONLY_SHORT,)),  # an answer to a question that is hidden now
        ({"ready": "decline", "s_ready": 1, "capacity": "n3"}, ()),
        ({"ready": None}, ()),
    ],
)
def test_what_to_mind(changed: Answers, expected: tuple[Doubt, ...]) -> None:
    assert doubts({**SURE, **changed}) == expected


@pytest.mark.parametrize(
    ("answers", "ready", "capacity"),
    [
        (SURE, Ready.YEAR, 2),
        ({**SURE, "ready": "remote"}, Ready.REMOTE, 2),
        ({**SURE, "ready": "short"}, Ready.SHORT, None),
        ({**SURE, "ready": "later"}, Ready.LATER, None),
        ({"ready": "year"}, Ready.YEAR, None),
        ({"ready": "perhaps"}, None, None),
        ({}, None, None),
    ],
)
def test_readiness_and_for_how_many(answers: Answers, ready: Ready | None, capacity: int | None) -> None:
    assert (ready_of(answers), capacity_of(answers)) == (ready, capacity)
