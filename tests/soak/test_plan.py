"""The plan names tests that exist, and the table believes none that was left out or has missed its bar."""

from pathlib import Path

import pytest

from tests.bench.figures import at_most
from tests.bench.processes import CHECKOUT
from tests.soak.__main__ import holds
from tests.soak.measuring import Measured
from tests.soak.plan import PLAN, Row

MEASURES = """
import pytest
from tests.bench.figures import at_most
from tests.soak.measuring import hand_over

@pytest.fixture
def measured(record_property):
    return lambda *figures: hand_over(record_property, *figures)

def test_met(measured):
    measured(at_most("kept", 1, 2, "s"))
"""
FALLS_SHORT = """
def test_missed(measured):
    measured(at_most("broken", 3, 2, "s"))

def test_left_out():
    pytest.skip("no disk")
"""


@pytest.mark.parametrize("row", PLAN, ids=lambda row: str(row.name))
def test_every_row_names_tests_that_are_there(row: Row) -> None:
    for node in row.tests:
        file, _, name = node.partition("::")
        assert (CHECKOUT / file).exists(), node
        assert not name or f"def {name.partition('[')[0]}(" in (CHECKOUT / file).read_text("utf-8"), node


def test_no_row_stands_there_twice() -> None:
    assert len({row.name for row in PLAN}) == len(PLAN)


@pytest.mark.slow
def test_row_holds_only_when_all_its_tests_have_passed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "test_it.py"
    row = Row(1, "a fault", (str(file),))
    file.write_text(MEASURES)
    assert holds(row)
    assert capsys.readouterr().out.startswith(
        "T1 a fault\n  met\n    kept | 1 s | <= 2 s | met\n    tests | 1 of 1 pass"
    )
    file.write_text(MEASURES + FALLS_SHORT)
    assert not holds(row)
    said = capsys.readouterr().out
    assert "broken | 3 s | <= 2 s | missed\n    tests | 1 of 3 pass" in said
    assert "no disk" in said
    file.write_text("")
    assert not holds(row)


def test_figures_of_one_call_are_all_told_before_one_fails(
    measured: Measured, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(AssertionError, match="first"):
        measured(at_most("first", 3, 2, "s"), at_most("second", 1, 2, "s"))
    assert "second | 1 s | <= 2 s | met" in capsys.readouterr().out
