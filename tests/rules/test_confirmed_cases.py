"""Nothing that nobody has looked at can come into a paper: the type that papers take is made in one place alone."""

import ast
from collections.abc import Iterator
from pathlib import Path

import mentoring.papers
from mentoring.papers import pair_values
from mentoring.rules.declension import Case, Confirmed, Guess

HOUSE = Path(mentoring.papers.__path__[0]).parent.parent
MAKER = "mentoring/declensions/reading.py"


def _names(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name | ast.Attribute):
            yield node.func.id if isinstance(node.func, ast.Name) else node.func.attr


def _files() -> Iterator[tuple[str, ast.AST]]:
    for package in ("bot", "handlers", "mentoring", "scheduler", "storage"):
        for file in sorted((HOUSE / package).rglob("*.py")):
            yield file.relative_to(HOUSE).as_posix(), ast.parse(file.read_text("utf-8"))


def test_only_what_was_read_as_confirmed_is_made_confirmed() -> None:
    assert [name for name, tree in _files() if "Confirmed" in set(_names(tree))] == [MAKER]


def test_no_paper_knows_of_guesses() -> None:
    for name, tree in _files():
        if name.startswith("mentoring/papers/"):
            imported = {each.name for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) for each in node.names}
            assert not imported & {"Guess", "guess_name", "guess_post"}, name


def test_a_guess_is_not_taken_for_what_was_confirmed() -> None:
    assert not issubclass(Guess, Confirmed)
    assert pair_values.School.__annotations__["director_cases"] == Confirmed | None
    assert {case.value for case in Case} < set(Confirmed.__dataclass_fields__)
