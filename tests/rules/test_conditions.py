"""When a question is shown: what conditions ask of an answer, and which of them may be asked at all."""

import pytest

from mentoring.rules.forms import Condition, Fault, Form, FormProblems, Op, parse_form, raw_of
from mentoring.rules.questionnaire import Value, visible

Row = dict[str, object]

OPTIONS = {"a": "Один", "b": "Два", "c": "Три"}
ONE: Row = {"type": "single", "options": OPTIONS}
TICKS: Row = {"type": "multi", "options": OPTIONS}
YESNO: Row = {"type": "yesno"}
NUMBER: Row = {"type": "number"}
DECIMAL: Row = {"type": "decimal"}
SCALE: Row = {"type": "scale", "start": 0}
DAY: Row = {"type": "date"}
TEXT: Row = {"type": "text"}


def form_of(first: Row, *clauses: object) -> Form:
    then: Row = {"key": "then", "type": "text", "text": "?", "show_if": [*clauses]}
    head = {"key": "ops", "version": 1, "title": "Проба", "audience": "teacher", "minutes": 1}
    return parse_form({**head, "questions": [{"key": "first", "text": "?", **first}, then]}, {})


def is_asked(first: Row, said: Value | None, *clauses: object) -> bool:
    form = form_of(first, *clauses)
    return form.question("then") in visible(form, {"first": said})


@pytest.mark.parametrize(
    ("first", "condition", "asked", "not_asked"),
    [
        (ONE, {"eq": "a"}, ["a"], ["b", None]),
        (ONE, {"ne": "a"}, ["b", None], ["a"]),
        (ONE, {"in": ["a", "b"]}, ["a", "b"], ["c", None]),
        (YESNO, {"eq": False}, [False], [True, None]),
        (YESNO, {"ne": False}, [True, None], [False]),
        (TICKS, {"has": "a"}, [("a",), ("a", "b")], [("b",), None]),
        (TICKS, {"hasnt": "a"}, [("b",), None], [("a",), ("a", "b")]),
        (TICKS, {"of": "count", "eq": 0}, [None], [("a",)]),
        (TICKS, {"of": "count", "ne": 0}, [("a",)], [None]),
        (TICKS, {"of": "count", "lt": 2}, [None, ("a",)], [("a", "b")]),
        (TICKS, {"of": "count", "gte": 2}, [("a", "b")], [("a",), None]),
        (TICKS, {"empty": True}, [None], [("a",)]),
        (TEXT, {"filled": True}, ["да"], [None]),
        (TEXT, {"of": "length", "gt": 2}, ["или"], ["да", None]),
        (TEXT, {"of": "length", "lte": 2}, ["да", None], ["или"]),
        (NUMBER, {"lt": 3}, [-1, 2], [3, None]),
        (NUMBER, {"gt": 3}, [4], [3, None]),
        (DECIMAL, {"lte": 2.5}, [2.5, 0], [2.6, None]),
        (DECIMAL, {"gte": 3}, [3.0], [2.9, None]),
        (SCALE, {"eq": 0}, [0], [1, None]),
        (DAY, {"lt": "2026-09-10"}, ["2026-09-09"], ["2026-09-10", "2026-10-01", None]),
        (DAY, {"ne": "2026-09-10"}, ["2026-09-09", None], ["2026-09-10"]),
    ],
)
def test_a_question_is_asked_after_the_answers_that_its_condition_names(
    first: Row, condition: Row, asked: list[Value | None], not_asked: list[Value | None]
) -> None:
    shown = [value for value in [*asked, *not_asked] if is_asked(first, value, {"q": "first", **condition})]
    assert shown == asked


def test_one_of_several_is_enough_and_each_clause_counts() -> None:
    either = {"any": [{"q": "first", "has": "a"}, {"q": "first", "has": "b"}]}
    but = {"q": "first", "hasnt": "c"}
    ways: list[tuple[str, ...]] = [("a",), ("b",), ("c",), ("a", "c"), ("a", "b")]
    assert [ticked for ticked in ways if is_asked(TICKS, ticked, either, but)] == [("a",), ("b",), ("a", "b")]


def test_several_options_of_one_question_are_written_as_one_condition() -> None:
    form = form_of(ONE, {"any": [{"q": "first", "eq": "a"}, {"q": "first", "in": ["b", "a"]}]})
    assert form.question("then").show_if == ((Condition("first", Op.IN, ("a", "b")),),)


def test_one_of_several_days_is_enough() -> None:
    either = {"any": [{"q": "first", "eq": "2026-09-09"}, {"q": "first", "eq": "2026-10-01"}]}
    days = ["2026-09-08", "2026-09-09", "2026-10-01"]
    assert [day for day in days if is_asked(DAY, day, either)] == days[1:]
    assert parse_form(raw_of(form_of(DAY, either)), {}).questions == form_of(DAY, either).questions


@pytest.mark.parametrize(
    ("first", "condition"),
    [
        (ONE, {"in": []}),
        (ONE, {"in": "a"}),
        (ONE, {"eq": ["a"]}),
        (ONE, {"empty": False}),
        (ONE, {"filled": "a"}),
        (ONE, {"of": "count", "eq": 1}),
        (TICKS, {"of": "length", "eq": 1}),
        (TICKS, {"of": "count", "eq": 1.5}),
        (TEXT, {"eq": "да"}),
        (YESNO, {"eq": 1}),
        (NUMBER, {"eq": True}),
        (NUMBER, {"lt": 1.5}),
        (DAY, {"lt": "20260909"}),
        (DAY, {"lt": "9 сентября"}),
        (DAY, {"lt": "today()"}),
        (DAY, {"in": ["2026-09-09"]}),
        (DECIMAL, {"of": "size", "eq": 1}),
    ],
)
def test_a_condition_that_no_answer_could_be_held_against_is_named(first: Row, condition: Row) -> None:
    with pytest.raises(FormProblems) as found:
        form_of(first, {"q": "first", **condition})
    assert {(each.question, each.fault) for each in found.value.problems} == {("then", Fault.BAD_CONDITION)}
