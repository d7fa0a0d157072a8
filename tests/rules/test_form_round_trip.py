"""A questionnaire that leaves as a workbook and comes back is the same questionnaire."""

import pytest
from hypothesis import given

from mentoring.forms import load
from mentoring.questionnaires import written
from mentoring.rules.form_files import is_form, read, russian, xlsform
from mentoring.rules.forms import Form
from tests.rules.random_forms import DICTIONARIES, Write, forms
from tests.rules.workbooks import school_form

WRITERS = pytest.mark.parametrize("write", [russian, xlsform])
SHIPPED = pytest.mark.parametrize("key", sorted(load().forms))


@SHIPPED
@WRITERS
def test_a_form_of_the_bot_comes_back_unchanged(key: str, write: Write) -> None:
    form, dictionaries = load().get(key), load().dictionaries
    grids = write(form, dictionaries)
    assert is_form(grids)
    came = read(grids, {key: form}, dictionaries)
    assert came.problems == ()
    assert came.form is not None
    assert written(came.form) == written(form)


def limited(kind: str, *constraint: dict[str, object]) -> dict[str, object]:
    options: dict[str, object] = {"options": {"a": "Один", "b": "Два"}} if kind == "multi" else {}
    return {"key": "q", "type": kind, "text": "Что?", "constraint": list(constraint), **options}


@WRITERS
@pytest.mark.parametrize(
    "row",
    [
        limited("multi", {"lte": 1, "of": "count"}),
        limited("multi", {"gte": 2, "of": "count"}) | {"max": 2},
        limited("multi", {"any": [{"hasnt": "a"}, {"lte": 1, "of": "count"}]}) | {"exclusive": ["b"]},
        limited("text", {"lte": 300, "of": "length"}, {"gte": 5, "of": "length"}),
        limited("date", {"lte": "today()"}),
        limited("date", {"gt": "today()"}) | {"tense": "past"},
        limited("number", {"lte": 5}, {"gte": 1}),
        limited("scale", {"gte": 2}, {"lte": 9}),
    ],
)
def test_a_constraint_that_looks_like_a_limit_comes_back_as_a_constraint(row: dict[str, object], write: Write) -> None:
    form = school_form(row)
    came = read(write(form, DICTIONARIES), {form.key: form}, DICTIONARIES)
    assert came.form is not None
    assert came.form.version == form.version
    assert came.form.questions == form.questions


@WRITERS
@given(form=forms())
def test_any_form_comes_back_unchanged(form: Form, write: Write) -> None:
    grids = write(form, DICTIONARIES)
    for known in ({}, {form.key: form}):
        came = read(grids, known, DICTIONARIES)
        assert came.problems == ()
        assert came.form is not None
        assert written(came.form) == written(form)
