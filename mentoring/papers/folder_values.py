"""«Папка проверки» as the worker needs it: which papers go into which stage, and what lies in the school."""

from dataclasses import dataclass
from datetime import date
from typing import Any


@dataclass(frozen=True, slots=True)
class FolderPaper:
    """A paper that the bot makes itself: `function` is «module:name», the file's name has nobody's name in it.

    Papers of one `group`, of a pair each, lie in a folder of that name and are told together.
    """

    stage: int  # 0 is the folder itself
    name: str
    function: str
    arguments: tuple[Any, ...]
    group: str = ""


@dataclass(frozen=True, slots=True)
class FolderLine:
    """A line of the first page: what the roadmap wants; `proof` is empty when nothing proves it."""

    stage: int
    text: str
    proof: str


@dataclass(frozen=True, slots=True)
class Register:
    """A table of numbers and dates of papers that lie in the school."""

    title: str
    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckFolder:
    """`stages` are their numbers and titles."""

    school: str
    school_year: int
    made_on: date
    stages: tuple[tuple[int, str], ...]
    lines: tuple[FolderLine, ...]
    papers: tuple[FolderPaper, ...]
