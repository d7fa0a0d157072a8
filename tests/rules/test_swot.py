"""Words under the letters of a SWOT: whose they may be, from how many people on, how a question gets its letter."""

import pytest

from mentoring import forms
from mentoring.rules.forms import Form, FormProblems, parse_form, raw_of
from mentoring.rules.forms.model import Swot
from mentoring.rules.swot import Word, letter_of, named
from tests.rules.workbooks import form_of as of_sheet
from tests.rules.workbooks import school_form, survey

HEAD = {"key": "k", "version": 1, "title": "?", "audience": "mentee", "minutes": 1}
END = forms.load().get("mon_end_mentor")


def form_of(row: dict[str, object]) -> Form:
    return parse_form({**HEAD, "questions": [{"key": "q", "type": "text", "text": "Что?", **row}]}, {})


@pytest.mark.parametrize(
    ("people", "shown"),
    [((1, 2, 3), True), ((1, 2), False), ((1, 1, 2, 2), False), ((), False)],
    ids=["three people", "two people", "two people twice", "nobody"],
)
def test_people_are_counted_not_their_answers(people: tuple[int, ...], shown: bool) -> None:
    found = named("Итог", [Word(person, f"Слово {at}") for at, person in enumerate(people)], 3)
    assert found.hidden is not shown
    assert len(found.texts) == (len(people) if shown else 0)


def test_words_stand_in_the_order_of_the_letters() -> None:
    assert named("Итог", [Word(1, "вера"), Word(2, "Анна"), Word(3, "Борис")], 3).texts == ("Анна", "Борис", "вера")


@pytest.mark.parametrize(
    ("key", "letters"),
    [("mon_end_mentee", "SWO"), ("mon_end_mentor", "WSWT"), ("coordinator_review", "SWOT"), ("needs", "")],
)
def test_the_shipped_questions_have_their_letters(key: str, letters: str) -> None:
    assert "".join(question.swot for question in forms.load().get(key).questions) == letters


def test_a_letter_is_one_of_four_and_only_of_what_is_answered_in_words() -> None:
    with pytest.raises(FormProblems, match="unknown_swot X"):
        form_of({"swot": "X"})
    with pytest.raises(FormProblems, match="needless_field swot"):
        form_of({"swot": "S", "type": "yesno"})


def test_a_version_from_before_there_were_letters_has_the_shipped_ones() -> None:
    old = form_of({}).questions[0]
    assert letter_of(old, form_of({"swot": "W"}).questions[0]) is Swot.WEAK
    assert letter_of(form_of({"swot": "S"}).questions[0], form_of({"swot": "W"}).questions[0]) is Swot.STRONG
    assert letter_of(old, None) is Swot.NONE


def test_letters_are_kept_in_what_is_stored_of_a_version() -> None:
    stored = parse_form(raw_of(END), {})
    assert [question.swot for question in stored.questions] == [question.swot for question in END.questions]


@pytest.mark.parametrize(("kind", "kept"), [("text", Swot.STRONG), ("integer", Swot.NONE)])
def test_a_sheet_that_does_not_show_the_letter_leaves_it_to_whatever_is_answered_in_words(
    kind: str, kept: Swot
) -> None:
    before = school_form({"key": "q", "type": "text", "text": "Что было ценным?", "swot": "S"})
    assert of_sheet(survey(f"{kind}|q|Что ценно?"), before).question("q").swot is kept
