"""What a new version of a questionnaire changes, and which comparison it ends."""

import pytest

from mentoring.rules.forms import Form, parse_form
from mentoring.rules.forms.changes import Change, compare, repeated_keys

Row = dict[str, object]
WHERE: Row = {"key": "where", "type": "single", "text": "Где?", "options": {"a": "Дома", "b": "В школе"}}
SURE: Row = {"key": "sure", "type": "scale", "text": "Уверены?", "low": "нет", "high": "да"}
WHAT: Row = {"key": "what", "type": "text", "text": "Что?"}


def form(*rows: Row, **head: object) -> Form:
    of = {"key": "sample", "version": 1, "title": "Проба", "audience": "teacher", "minutes": 1, **head}
    return parse_form({**of, "questions": list(rows)}, {})


OLD = form(WHERE, SURE, WHAT)


@pytest.mark.parametrize(
    ("rows", "change", "breaks"),
    [
        ((WHERE, SURE, WHAT, {**WHAT, "key": "new"}), Change.ADDED, False),
        ((WHERE, SURE), Change.REMOVED, False),
        ((WHERE, SURE, {**WHAT, "text": "Что именно?"}), Change.TEXT, False),
        ((WHERE, SURE, {**WHAT, "help": "Одно слово."}), Change.RULES, False),
        ((WHERE, SURE, {**WHAT, "required": True}), Change.RULES, False),
        ((WHERE, {**SURE, "end": 5}, WHAT), Change.SCALE, True),
        ((WHERE, {**SURE, "high": "вполне"}, WHAT), Change.SCALE, True),
        (({**WHERE, "options": {"a": "Дома", "b": "В школе", "c": "В пути"}}, SURE, WHAT), Change.OPTIONS, True),
        (({**WHERE, "options": {"a": "У себя", "b": "В школе"}}, SURE, WHAT), Change.OPTIONS, True),
        ((WHERE, {"key": "sure", "type": "yesno", "text": "Уверены?"}, WHAT), Change.KIND, True),
    ],
)
def test_one_change_is_named_and_told_whether_it_ends_the_comparison(
    rows: tuple[Row, ...], change: Change, breaks: bool
) -> None:
    found = compare(OLD, form(*rows), ["where", "sure", "what"])
    assert [(each.change, each.breaks) for each in found.questions] == [(change, breaks)]
    assert (found.moved, found.frame) == (False, False)


def test_nothing_to_compare_with_is_nothing_to_warn_of() -> None:
    found = compare(OLD, form(WHERE, {**SURE, "end": 5}, WHAT), [])
    assert found.breaking == ()


def test_the_same_form_has_no_changes_whatever_its_number() -> None:
    found = compare(OLD, form(WHERE, SURE, WHAT, version=7), ["sure"])
    assert (found.questions, found.moved, found.frame) == ((), False, False)


def test_another_order_and_another_title_are_told_once() -> None:
    found = compare(OLD, form(SURE, WHERE, WHAT, title="Другая"), ["sure"])
    assert (found.questions, found.moved, found.frame) == ((), True, True)


def test_a_question_of_two_questionnaires_is_repeated() -> None:
    other = form(SURE, {**WHAT, "key": "else"}, key="other")
    assert repeated_keys({"sample": OLD, "other": other}) == {"sure"}
