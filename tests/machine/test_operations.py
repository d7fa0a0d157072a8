"""The administrator's guide knows every alarm, every way to end, every figure, every check and every file."""

import ast
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from prometheus_client import Metric

from bot import cli
from bot.metrics import PREFIX, Metrics

CHECKOUT = Path(__file__).resolve().parents[2]
GUIDE = (CHECKOUT / "docs" / "operations.md").read_text("utf-8")
LAYERS = ("bot", "scheduler", "handlers", "mentoring", "storage")
ALARMS = {"alarm", "_alarm", "_alarm_daily", "raise_alarm"}
ENDS = {"AlreadyRunning", "CannotListen", "CannotPoll"}


def _said(names: set[str]) -> Iterator[str]:
    """How each text begins that the program gives to one of these."""
    for layer in LAYERS:
        for file in sorted((CHECKOUT / layer).rglob("*.py")):
            tree = ast.parse(file.read_text("utf-8"))
            constants = {_name(each.targets[0]): each.value for each in tree.body if isinstance(each, ast.Assign)}
            for node in ast.walk(tree):
                if isinstance(node, ast.Call) and node.args and _name(node.func) in names:
                    yield from _beginning(node.args[0], constants)


def _name(function: ast.expr) -> str:
    return function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")


def _beginning(text: ast.expr, constants: Mapping[str, ast.expr]) -> Iterator[str]:
    """Of each of two, where a condition chooses; of what a constant of the file says."""
    if isinstance(text, ast.IfExp):
        yield from _beginning(text.body, constants)
        yield from _beginning(text.orelse, constants)
    text = constants.get(_name(text), text)
    first = text.values[0] if isinstance(text, ast.JoinedStr) else text
    if isinstance(first, ast.Constant) and isinstance(first.value, str):
        yield first.value.strip(" :")


def test_the_texts_are_found() -> None:
    assert len(set(_said(ALARMS))) >= 14
    assert len(set(_said(ENDS))) >= 7


@pytest.mark.parametrize("alarm", sorted(set(_said(ALARMS))))
def test_every_alarm_is_explained(alarm: str) -> None:
    assert f"| `{alarm}" in GUIDE


@pytest.mark.parametrize("line", sorted(set(_said(ENDS))))
def test_every_way_to_end_is_explained(line: str) -> None:
    assert f"| `{line}" in GUIDE


def test_every_alarm_of_the_guide_is_one() -> None:
    table = GUIDE[GUIDE.index("## Тревоги") : GUIDE.index("## Бот завершился")]
    rows = re.findall(r"^\| `([^`…]+)", table, re.MULTILINE)
    known = set(_said(ALARMS))
    assert [row for row in rows if not any(row.startswith(alarm) for alarm in known)] == []


def test_every_figure_is_explained() -> None:
    page = Metrics()
    page.received("message")
    families: list[Metric] = list(page._registry.collect())
    ours = {each.name + ("_total" if each.type == "counter" else "") for each in families}
    ours = {name for name in ours if name.startswith(PREFIX)}
    assert ours == set(re.findall(rf"^\| `({PREFIX}_\w+)`", GUIDE, re.MULTILINE))


@pytest.mark.parametrize("check", ["database", "planner", "sender", "polling", "webhook"])
def test_every_check_is_explained(check: str) -> None:
    assert f"`{check}`" in GUIDE


def test_codes_of_the_guide_are_the_programs() -> None:
    assert f"кодов 2 и {cli.FOR_GOOD} systemd" in GUIDE


@pytest.mark.parametrize("file", sorted(path.name for path in (CHECKOUT / "deploy").iterdir() if path.is_file()))
def test_every_file_of_deploy_has_its_place(file: str) -> None:
    if file in {"Dockerfile", "compose.yaml"}:
        assert "docker compose up" in GUIDE
    else:
        assert f"deploy/{file}" in GUIDE
