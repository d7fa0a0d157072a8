"""What was read of a timetable as text: it travels out of the worker so, and waits for the coordinator so."""

import json
from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from mentoring.rules.lessons import Lesson
from mentoring.rules.timetables.model import TeacherFree, TimetableProblem, TimetableRead, TimetableReason


def write(of: TimetableRead) -> str:
    return json.dumps(
        {
            "free": [[each.person_id, each.name, each.row, sorted(_lessons(each))] for each in of.free],
            "problems": [asdict(each) for each in of.problems],
            "ignored": of.ignored,
            "more": of.more,
        },
        ensure_ascii=False,
    )


def _lessons(of: TeacherFree) -> list[list[int]]:
    return [[each.weekday, each.number] for each in of.lessons]


def parse(content: str) -> TimetableRead:
    """What `write` wrote."""
    raw = json.loads(content)
    return TimetableRead(
        tuple(
            TeacherFree(person_id, name, row, frozenset(Lesson(weekday, number) for weekday, number in lessons))
            for person_id, name, row, lessons in raw["free"]
        ),
        tuple(_problem(each) for each in raw["problems"]),
        tuple(raw["ignored"]),
        raw["more"],
    )


def _problem(raw: Mapping[str, Any]) -> TimetableProblem:
    return TimetableProblem(
        raw["row"], TimetableReason(raw["reason"]), raw["value"], tuple(raw["hints"]), tuple(raw["rows"])
    )
