"""How a test hands a figure to the table: as a property of its report."""

import json
from collections.abc import Callable
from dataclasses import asdict

from tests.bench.figures import Figure

Measured = Callable[[Figure], None]


def hand_over(record_property: Callable[[str, object], None], figure: Figure) -> None:
    """Prints it, keeps it for the table, and fails when its bar is missed."""
    print(figure.line)
    record_property(figure.name, json.dumps(asdict(figure)))
    assert figure.met, figure.line


def read_figure(name: str, kept: str) -> Figure:
    """Raises ValueError for a property that is none of ours."""
    fields = json.loads(kept)
    if not isinstance(fields, dict) or fields.get("name") != name:
        raise ValueError(f"{name} is not a figure")
    return Figure(**fields)
