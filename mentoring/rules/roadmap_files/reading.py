"""From tables to a roadmap, or to everything that is wrong with them."""

import re
from collections.abc import Sequence

from mentoring.rules.roadmap_files.columns import Headings, find_headings, same_headings
from mentoring.rules.roadmap_files.markup import line
from mentoring.rules.roadmap_files.model import (
    MOST_ITEMS,
    MOST_STAGES,
    Column,
    Grid,
    Problem,
    Reason,
    RoadmapFile,
    StageRow,
    Understood,
)
from mentoring.rules.roadmap_files.rows import MOST_ROWS, long_texts, rows_of
from mentoring.rules.roadmap_files.stages import stages_of

MOST_CHARACTERS = 200_000

_LONGEST_TITLE = 500
_LONGEST_LINE = 2_000
_YEARS = re.compile(r"(20\d\d)\s*[-‐‑‒–—−/]\s*(?:20)?(\d\d)(?!\d)")
_TITLE = re.compile(r"план|дорожн", re.IGNORECASE)


def read(tables: Sequence[Grid]) -> RoadmapFile:
    """The roadmap is the table whose headings name most of what a roadmap has, the first of equals.

    A later table with the same headings is its next page. Never raises, whatever the cells hold.
    """
    found = [(grid, headings) for grid in tables if (headings := find_headings(grid)) is not None]
    if not found:
        return RoadmapFile(None, (Problem(Reason.NO_TABLE),))
    grid, headings = max(found, key=lambda each: (not each[1].missing, len(each[1].places)))
    if headings.missing:
        return RoadmapFile(None, tuple(Problem(Reason.MISSING_COLUMN, column=column) for column in headings.missing))
    under = _under(grid, headings, found)
    rows = rows_of(under[:MOST_ROWS], headings)
    problems = _too_much(under, grid[: headings.row]) or long_texts(rows)
    if problems:
        return RoadmapFile(None, problems)
    stages = stages_of(rows, headings)
    if problems := _miscounted(stages):
        return RoadmapFile(None, problems)
    above = [line(" ".join(filter(None, dict.fromkeys(row)))[:_LONGEST_LINE]) for row in grid[: headings.row]]
    return RoadmapFile(Understood(_title(above), _school_year(above), stages))


def _under(grid: Grid, headings: Headings, found: Sequence[tuple[Grid, Headings]]) -> Grid:
    """The rows under the headings, here and on the next pages."""
    heading = grid[headings.row]
    pages = [page[at.row + 1 :] for page, at in found if page is not grid and same_headings(page[at.row], heading)]
    rows = [row for page in [grid[headings.row + 1 :], *pages] for row in page]
    return tuple(row for row in rows if not same_headings(row, heading))


def _too_much(rows: Grid, above: Grid) -> tuple[Problem, ...]:
    if len(rows) > MOST_ROWS:
        return (Problem(Reason.TOO_MANY_ROWS, limit=MOST_ROWS),)
    if sum(len(cell) for row in (*above, *rows) for cell in row) > MOST_CHARACTERS:
        return (Problem(Reason.TEXT_TOO_LONG, limit=MOST_CHARACTERS),)
    return ()


def _miscounted(stages: Sequence[StageRow]) -> tuple[Problem, ...]:
    if not stages:
        return (Problem(Reason.NO_ROWS),)
    problems = []
    if len(stages) > MOST_STAGES:
        problems.append(Problem(Reason.TOO_MANY_ROWS, limit=MOST_STAGES))
    if sum(1 + len(item.inner) for stage in stages for item in stage.items) > MOST_ITEMS:
        problems.append(Problem(Reason.TOO_MANY_ROWS, column=Column.CONTENT, limit=MOST_ITEMS))
    return tuple(problems)


def _title(above: Sequence[str]) -> str:
    """From the line that says what it is; «Утверждаю» and signatures stand above it."""
    named = [text for text in above if text]
    first = next((at for at, text in enumerate(named) if _TITLE.search(text)), 0)
    return " ".join(named[first:])[:_LONGEST_TITLE]


def _school_year(above: Sequence[str]) -> int | None:
    """«2024-2025», «2024/25»: the last that is said, for the first may be the year of an older paper."""
    years = [int(first) for first, second in _YEARS.findall(" ".join(above)) if (int(first) + 1) % 100 == int(second)]
    return years[-1] if years else None
