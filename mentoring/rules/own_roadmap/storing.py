"""A school's own roadmap as text in the database, and back."""

import json
from collections.abc import Mapping
from dataclasses import asdict
from typing import Any
from zlib import crc32

from mentoring.rules.own_roadmap.model import Asks, OwnRoadmap
from mentoring.rules.roadmap_files import (
    Edge,
    Item,
    ItemPath,
    Responsible,
    ResponsibleRole,
    StageRow,
    Term,
    TermKind,
    Understood,
)


def write(of: OwnRoadmap) -> str:
    return json.dumps(
        {
            "understood": asdict(of.understood),
            "keys": [[path.stage, path.item, path.inner, keys] for path, keys in sorted(of.keys.items())],
            "answers": [[stage, asks, said] for (stage, asks), said in sorted(of.answers.items())],
            "gone": of.gone,
        },
        ensure_ascii=False,
    )


def parse(content: str) -> OwnRoadmap:
    """What `write` wrote: keys and terms are as they were understood then, whatever is understood now."""
    raw = json.loads(content)
    return OwnRoadmap(
        understood_of(raw["understood"]),
        {ItemPath(stage, item, inner): tuple(keys) for stage, item, inner, keys in raw["keys"]},
        {(stage, Asks(asks)): said for stage, asks, said in raw["answers"]},
        raw["gone"],
    )


def mark(of: OwnRoadmap) -> int:
    """Says whether this is still the document that a button was drawn for."""
    return crc32(json.dumps(asdict(of.understood), ensure_ascii=False).encode())


def understood_of(raw: Mapping[str, Any]) -> Understood:
    """Out of its JSON; the worker's answer comes so, too."""
    return Understood(raw["title"], raw["school_year"], tuple(_stage(each) for each in raw["stages"]))


def _stage(raw: Mapping[str, Any]) -> StageRow:
    term, responsible = raw["term"], raw["responsible"]
    return StageRow(
        number=raw["number"],
        title=raw["title"],
        items=tuple(Item(each["text"], tuple(each["inner"])) for each in raw["items"]),
        term=Term(term["written"], TermKind(term["kind"]), _edge(term["starts"]), _edge(term["ends"])),
        responsible=Responsible(
            responsible["written"],
            tuple(ResponsibleRole(each) for each in responsible["roles"]),
            tuple(responsible["names"]),
        ),
        expected=raw["expected"],
        lead=raw["lead"],
    )


def _edge(raw: Mapping[str, Any] | None) -> Edge | None:
    return Edge(raw["month"], raw["day"], raw["year"]) if raw else None
