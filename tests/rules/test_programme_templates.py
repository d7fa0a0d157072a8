"""The templates of programmes: our own words for every area, read and checked at start."""

import re
from collections.abc import Iterator
from copy import deepcopy
from typing import Any

import pytest

from mentoring import forms
from mentoring.forms import load
from mentoring.rules.programmes import Since, parse_templates
from tests.texts.test_wording import MIXED, WITHOUT_DOTS

TEMPLATES = load().programmes
AREAS = load().dictionary("areas")
RAW: dict[str, Any] = forms._read_all()["programme.toml"]


def words() -> Iterator[str]:
    yield TEMPLATES.hint
    steps = [*TEMPLATES.common, *(step for area in TEMPLATES.areas.values() for step in area.steps)]
    yield from (text for step in steps for text in (step.activity, step.form, step.result))
    for area in TEMPLATES.areas.values():
        yield from (area.goal, *area.tasks, *area.expected)


def test_each_of_the_ten_areas_has_tasks_a_goal_and_steps() -> None:
    assert [*TEMPLATES.areas] == [area.key for area in AREAS]
    for area in TEMPLATES.areas.values():
        assert len(area.steps) >= 2
        assert 2 <= len(area.tasks) <= 4
        assert area.goal.startswith("К {date} наставляемый самостоятельно ")
        assert ", что видно по " in area.goal


def test_every_programme_begins_is_looked_at_and_ends() -> None:
    assert [(each.since, each.weeks) for each in TEMPLATES.common] == [
        (Since.START, 0),
        (Since.MIDDLE, 0),
        (Since.END, -1),
    ]


@pytest.mark.parametrize(
    "fault", [MIXED, WITHOUT_DOTS, re.compile(r"!|  | [,;:]|[\"“”]|\.$")], ids=lambda each: each.pattern
)
def test_the_words_are_good_russian(fault: re.Pattern[str]) -> None:
    assert [text for text in words() if fault.search(text)] == []


@pytest.mark.parametrize(
    ("where", "value"),
    [
        (("areas", "docs", "goal"), "Научиться"),
        (("areas", "docs", "goal"), "К {date} {name} умеет"),
        (("areas", "docs", "tasks"), ["Одна"]),
        (("areas", "docs", "tasks"), list("12345")),
        (("areas", "docs", "expected"), []),
        (("areas", "docs", "expected"), [" "]),
        (("areas", "docs", "activities"), []),
        (("areas", "docs", "activities", 0, "weeks"), -1),
        (("areas", "docs", "activities", 0, "weeks"), 9),
        (("areas", "docs", "activities", 0, "weeks"), "2"),
        (("areas", "docs", "activities", 0, "evidence"), "photo"),
        (("areas", "docs", "activities", 0, "form"), " "),
        (("areas", "docs", "activities"), "words"),
        (("areas", "docs"), "words"),
        (("areas", "cooking"), {}),
        (("common", 0, "from"), "someday"),
        (("extra",), 1),
        (("hint",), ""),
    ],
)
def test_a_broken_template_stops_the_start(where: tuple[Any, ...], value: object) -> None:
    raw = deepcopy(RAW)
    *way, last = where
    place: Any = raw
    for step in way:
        place = place[step]
    place[last] = value
    with pytest.raises((ValueError, TypeError, KeyError)):
        parse_templates(raw, AREAS)


def test_an_area_without_a_template_is_named() -> None:
    raw = deepcopy(RAW)
    del raw["areas"]["growth"]
    with pytest.raises(ValueError, match="growth"):
        parse_templates(raw, AREAS)
