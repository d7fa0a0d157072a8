"""How a test hands a figure to the table: as a property of its report."""

import json
from collections.abc import Callable
from dataclasses import asdict
from typing import Protocol

from tests.bench.figures import Figure


class Measured(Protocol):
    """What the fixture of this name is: figures that belong together are all told before one of them fails."""

    def __call__(self, *figures: Figure) -> None: ...


def hand_over(record_property: Callable[[str, object], None], *figures: Figure) -> None:
    """Prints them, keeps them for the table, and fails when a bar is missed."""
    for figure in figures:
        print(figure.line)
        record_property(figure.name, json.dumps(asdict(figure)))
    missed = [figure.line for figure in figures if not figure.met]
    assert not missed, "; ".join(missed)


def read_figure(name: str, kept: str) -> Figure:
    """Raises ValueError for a property that is none of ours."""
    fields = json.loads(kept)
    if not isinstance(fields, dict) or fields.get("name") != name:
        raise ValueError(f"{name} is not a figure")
    return Figure(**fields)
