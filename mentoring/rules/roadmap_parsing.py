"""Reading the default roadmap out of its file."""

import re
from collections.abc import Mapping

from mentoring.rules.roadmap import Activity, Counter, Offset, Roadmap, Stage
from storage.vocabulary import EvidenceKind, Open

_OFFSET = re.compile(r"Y(\+1)?-(\d\d)-(\d\d)")


def parse_roadmap(raw: Mapping[str, object]) -> Roadmap:
    """Read the roadmap; a ValueError or KeyError names what is wrong with it."""
    roadmap = Roadmap(tuple(_stage(row) for row in _rows(raw, "stages")))
    keys = [activity.key for stage in roadmap.stages for activity in stage.activities]
    if len(set(keys)) != len(keys):
        raise ValueError("two activities of the roadmap have one key")
    return roadmap


def _stage(row: Mapping[str, object]) -> Stage:
    return Stage(
        key=str(row["key"]),
        title=str(row["title"]),
        term=str(row["term"]),
        starts=_offset(row["starts"]),
        ends=_offset(row["ends"]),
        activities=tuple(_activity(inner) for inner in _rows(row, "activities")),
        open=frozenset(Open(str(each)) for each in _list(row, "open")),
        added=row.get("added") is True,
    )


def _activity(row: Mapping[str, object]) -> Activity:
    if ("due" in row) == ("due_words" in row):
        raise ValueError(f"{row['key']}: either a due date or words for it")
    return Activity(
        key=str(row["key"]),
        text=str(row["text"]),
        due=_offset(row["due"]) if "due" in row else None,
        due_words=str(row.get("due_words", "")),
        repeat=str(row.get("repeat", "")),
        evidence=EvidenceKind(str(row["evidence"])),
        counter=Counter(str(row["counter"])) if "counter" in row else None,
        teacher_steps=_steps(row, "teacher_steps"),
        teacher_steps_from_invitation=_steps(row, "teacher_steps_from_invitation"),
        coordinator_steps=_steps(row, "coordinator_steps"),
        added=row.get("added") is True,
    )


def _offset(written: object) -> Offset:
    parts = _OFFSET.fullmatch(str(written))
    if parts is None:
        raise ValueError(f"not an offset: {written}")
    offset = Offset(parts[1] is not None, int(parts[2]), int(parts[3]))
    offset.in_year(2001)  # no leap year: an offset must exist in every year
    return offset


def _steps(row: Mapping[str, object], name: str) -> tuple[int, ...]:
    steps = _list(row, name)
    if not all(type(step) is int for step in steps):
        raise ValueError(f"{row['key']}: {name} is a list of numbers")
    return tuple(int(str(step)) for step in steps)


def _list(row: Mapping[str, object], name: str) -> list[object]:
    listed = row.get(name, [])
    if isinstance(listed, list):
        return listed
    raise ValueError(f"{row['key']}: {name} is a list")


def _rows(table: Mapping[str, object], name: str) -> list[Mapping[str, object]]:
    rows = table[name]
    if not isinstance(rows, list) or not all(isinstance(row, Mapping) for row in rows):
        raise ValueError(f"{name} is a list of tables")
    return rows
