"""A programme and its changes in JSON, as the database keeps them."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from datetime import date
from typing import Any

from mentoring.rules.programmes import Change, ChangeKind, Evidence, Programme, Step
from storage.programmes import ProgrammeRow, StepRow

Json = Mapping[str, Any]  # what json.loads gives of our own writing

_CONTENT = ("areas", "problem", "goal", "tasks", "expected", "product")
_LISTS = frozenset({"areas", "tasks", "expected"})


def content(of: Programme) -> str:
    """Without the term and the steps: those have columns and rows."""
    return _dumped({key: getattr(of, key) for key in _CONTENT})


def snapshot(of: Programme) -> str:
    """All of it, as it was approved."""
    return _dumped(asdict(of))


def programme(row: ProgrammeRow, steps: Iterable[StepRow]) -> Programme:
    return Programme(
        **_words(json.loads(row.content)),
        starts_on=row.starts_on,
        ends_on=row.ends_on,
        steps=tuple(step(each) for each in steps),
    )


def of_snapshot(text: str) -> Programme:
    """An empty one of a version that was emptied."""
    found = json.loads(text)
    return Programme(
        **_words(found),
        starts_on=_day(found, "starts_on"),
        ends_on=_day(found, "ends_on"),
        steps=tuple(_of_step(each) for each in found.get("steps", ())),
    )


def step(row: StepRow) -> Step:
    return Step(
        activity=row.activity,
        area=row.area,
        form=row.form,
        due_on=row.due_on,
        result=row.result,
        evidence=Evidence(row.evidence) if row.evidence else Evidence.NOTE,
    )


def changes(of: Sequence[Change]) -> str:
    return _dumped([asdict(each) for each in of])


def of_changes(text: str) -> tuple[Change, ...]:
    return tuple(
        Change(
            ChangeKind(each["kind"]),
            each["what"],
            each["before"],
            each["after"],
            before_on=_day(each, "before_on"),
            after_on=_day(each, "after_on"),
        )
        for each in json.loads(text)
    )


def _words(found: Json) -> dict[str, Any]:
    return {key: tuple(found[key]) if key in _LISTS else found[key] for key in _CONTENT if key in found}


def _day(found: Json, key: str) -> date | None:
    return date.fromisoformat(found[key]) if found.get(key) else None


def _of_step(found: Json) -> Step:
    return Step(**{**found, "due_on": _day(found, "due_on"), "evidence": Evidence(found["evidence"])})


def _dumped(of: object) -> str:
    return json.dumps(of, ensure_ascii=False, default=str)
