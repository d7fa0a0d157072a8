"""A programme is kept as it was approved, and typed lists are read as they were meant."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentoring.programmes import written
from mentoring.programmes.beginning import shared_areas
from mentoring.programmes.editing import listed
from mentoring.rules.programmes import Change, Programme, Step

words = st.text(max_size=12)
some_days = st.none() | st.dates(date(2026, 9, 1), date(2027, 12, 31))
texts = st.lists(words, max_size=3).map(tuple)
steps = st.builds(Step, activity=words, area=words, form=words, due_on=some_days, result=words)
programmes = st.builds(
    Programme,
    areas=texts,
    problem=words,
    goal=words,
    tasks=texts,
    steps=st.lists(steps, max_size=3).map(tuple),
    expected=texts,
    product=words,
    starts_on=some_days,
    ends_on=some_days,
)


@given(of=programmes)
def test_a_version_is_read_back_as_it_was_kept(of: Programme) -> None:
    assert written.of_snapshot(written.snapshot(of)) == of


@given(of=st.lists(st.builds(Change, before_on=some_days, after_on=some_days), max_size=3).map(tuple))
def test_changes_are_read_back_as_they_were_kept(of: tuple[Change, ...]) -> None:
    assert written.of_changes(written.changes(of)) == of


def test_an_emptied_version_is_an_empty_programme() -> None:
    assert written.of_snapshot("{}") == Programme()
    assert replace(written.of_snapshot("{}"), goal="Цель") == Programme(goal="Цель")


@pytest.mark.parametrize(
    ("typed", "lines"),
    [
        ("Увидеть урок", ("Увидеть урок",)),
        ("1) Увидеть урок\n2. Провести свой", ("Увидеть урок", "Провести свой")),
        ("- Увидеть урок;  – провести свой ; ", ("Увидеть урок", "провести свой")),
        ("• раз\n\n• два\n...", ("раз", "два")),
        ("3 урока за месяц", ("3 урока за месяц",)),
        ("5-й класс: темп", ("5-й класс: темп",)),
        (";;\n-", ()),
    ],
)
def test_a_typed_list_is_lines_without_their_numbers(typed: str, lines: tuple[str, ...]) -> None:
    assert listed(typed) == lines


@pytest.mark.parametrize(
    ("people", "shared"),
    [
        ([("digital", "method")], ("digital", "method")),
        ([()], ()),
        ([("method", "docs"), ("docs", "digital")], ("docs",)),
        ([("method", "docs"), ("docs", "method"), ("method",)], ("method",)),
        ([("method", "docs"), ("docs", "method"), ("growth",)], ("method", "docs")),
        ([("method",), ("docs",)], ()),
        ([], ()),
    ],
)
def test_a_group_begins_with_what_most_of_it_share(people: list[tuple[str, ...]], shared: tuple[str, ...]) -> None:
    assert shared_areas(people) == shared
