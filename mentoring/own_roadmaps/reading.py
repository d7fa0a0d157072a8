"""A school's own roadmap on its way in: as a file that the worker reads, or as a table in the chat."""

from collections.abc import Mapping
from typing import Any

from mentoring.access import Actor
from mentoring.papers.uploads import FileProblem, FileReason
from mentoring.rules import own_roadmap
from mentoring.rules.roadmap_files import Column, Problem, Reason, RoadmapFile, grid_of_text, read
from storage import runs
from storage.tx import Tx

FORM = "own_roadmap"  # the dialog that waits for it


async def is_asked_for(tx: Tx, actor: Actor) -> bool:
    """Does the open dialog wait for a roadmap?"""
    return actor.run_id is not None and bool(await runs.count_of_form(tx, actor.run_id, FORM))


def from_worker(kind: str, value: Mapping[str, Any]) -> RoadmapFile | FileProblem:
    """What the worker gave, out of the JSON that it came back as."""
    if kind == FileProblem.__name__:
        return FileProblem(FileReason(value["reason"]), value["limit"], tuple(value["seen"]))
    raw = value["understood"]
    problems = (
        Problem(Reason(each["reason"]), each["row"], Column(each["column"]) if each["column"] else None, each["limit"])
        for each in value["problems"]
    )
    return RoadmapFile(own_roadmap.understood_of(raw) if raw else None, tuple(problems))


def read_text(text: str) -> RoadmapFile | None:
    """A pasted table; None for a text that is none."""
    grid = grid_of_text(text)
    return read((grid,)) if grid else None
