"""A questionnaire that leaves as a workbook and comes back is the same questionnaire."""

import pytest
from hypothesis import given, settings

from mentoring.forms import load
from mentoring.questionnaires import written
from mentoring.rules.form_files import is_form, read, russian, xlsform
from mentoring.rules.forms import Form
from tests.rules.random_forms import DICTIONARIES, Write, forms

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


@WRITERS
@settings(max_examples=60, deadline=None)
@given(form=forms())
def test_any_form_comes_back_unchanged(form: Form, write: Write) -> None:
    grids = write(form, DICTIONARIES)
    for known in ({}, {form.key: form}):
        came = read(grids, known, DICTIONARIES)
        assert came.problems == ()
        assert came.form is not None
        assert written(came.form) == written(form)
