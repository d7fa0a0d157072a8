"""A programme to begin with, out of what the mentee has asked for."""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import zip_longest

from mentoring.rules.calendar import SchoolCalendar
from mentoring.rules.programmes.dating import SchoolWeeks, school_weeks
from mentoring.rules.programmes.model import DATE, AreaTemplate, Programme, Since, Step, StepTemplate, Templates
from mentoring.rules.programmes.parsing import MOST_TASKS
from mentoring.rules.text import clean_text

BEFORE_END = 1  # the closing meeting is a week before the end: nothing of the areas comes after it


def prefill(
    templates: Templates,
    areas: Sequence[str],
    priority: str,
    *,
    starts_on: date,
    ends_on: date,
    calendar: SchoolCalendar,
) -> Programme:
    """The areas in the mentee's order, the goal of the first one; `priority` is what they wrote themselves.

    Steps that the term has no week for are left out, but each area keeps its first one. In a term without a school day
    steps have no days.
    """
    chosen = [templates.areas[key] for key in dict.fromkeys(areas)]
    return Programme(
        areas=tuple(each.key for each in chosen),
        problem=clean_text(priority) or "; ".join(each.label for each in chosen),
        goal=chosen[0].goal.replace(DATE, f"{ends_on:%d.%m.%Y}") if chosen else "",
        tasks=_tasks(chosen),
        steps=tuple(_steps(templates, chosen, school_weeks(calendar, starts_on, ends_on))),
        expected=tuple(text for each in chosen for text in each.expected),
        starts_on=starts_on,
        ends_on=ends_on,
    )


def _tasks(areas: Sequence[AreaTemplate]) -> tuple[str, ...]:
    """At most four: the first of each area, then the second ones; told area by area."""
    by_turns = [text for turn in zip_longest(*(each.tasks for each in areas)) for text in turn if text is not None]
    kept = frozenset(by_turns[: max(MOST_TASKS, len(areas))])
    return tuple(text for each in areas for text in each.tasks if text in kept)


def _steps(templates: Templates, areas: Sequence[AreaTemplate], weeks: SchoolWeeks) -> list[Step]:
    """By day; on one day the beginning comes first and the end last."""
    before, middle, after = (_common(templates, since, weeks) for since in Since)
    own = [step for area in areas for step in _of_area(area, weeks)]
    first, last = (each[0].due_on if each else None for each in (before, after[-1:]))
    if first and last:
        # In a very short term there is nothing to look at between the beginning and the end.
        middle = [step for step in middle if step.due_on and first < step.due_on < last]
    return sorted([*before, *own, *middle, *after], key=lambda step: step.due_on or date.max)


def dated(area: str, of: StepTemplate, weeks: SchoolWeeks) -> Step:
    """A step on the day that its template gives it; `area` is «» for what every programme has."""
    begins = {Since.START: 0, Since.MIDDLE: weeks.last // 2, Since.END: weeks.last}[of.since]
    return _step(area, of, weeks.day(begins + of.weeks))


def _common(templates: Templates, since: Since, weeks: SchoolWeeks) -> list[Step]:
    return [dated("", each, weeks) for each in templates.common if each.since is since]


def _of_area(area: AreaTemplate, weeks: SchoolWeeks) -> Iterator[Step]:
    latest = weeks.last - BEFORE_END
    for at, each in enumerate(area.steps):
        if not at or each.weeks <= latest:
            yield _step(area.key, each, weeks.day(min(each.weeks, latest)))


def _step(area: str, of: StepTemplate, day: date | None) -> Step:
    return Step(area=area, activity=of.activity, form=of.form, due_on=day, result=of.result, evidence=of.evidence)
