"""A school's own roadmap as it is understood, and what can keep it from being read."""

from dataclasses import dataclass
from enum import StrEnum

from mentoring.rules.roadmap_files.items import Item
from mentoring.rules.roadmap_files.people import Responsible
from mentoring.rules.roadmap_files.terms import Term

# One table: rows of cells' texts, «\n» between the lines of a cell; rows may be of different lengths. What stands
# above the table comes as rows of one cell. Cells merged across are one text and empty ones, merged down repeat it.
Grid = tuple[tuple[str, ...], ...]

MOST_STAGES = 30
MOST_ITEMS = 200  # with what is nested in them


class Column(StrEnum):
    """What a column of the roadmap says."""

    NUMBER = "number"
    TITLE = "title"
    CONTENT = "content"
    TERM = "term"
    RESPONSIBLE = "responsible"
    EXPECTED = "expected"


class Reason(StrEnum):
    """What is wrong with the tables as a whole or with one cell."""

    NO_TABLE = "no_table"
    MISSING_COLUMN = "missing_column"  # `column` says which: TERM, or CONTENT when there is no TITLE either
    NO_ROWS = "no_rows"
    TOO_MANY_ROWS = "too_many_rows"  # stages or items: `limit` is the most
    TEXT_TOO_LONG = "text_too_long"  # `limit` is the most characters; row 0: of the whole table


@dataclass(frozen=True, slots=True)
class Problem:
    """`row` counts the table's rows under its headings from 1, as a person counts them; 0 is the whole table."""

    reason: Reason
    row: int = 0
    column: Column | None = None
    limit: int = 0


@dataclass(frozen=True, slots=True)
class StageRow:
    """A stage, whether one row of the table or several.

    `number` is as written, `lead` is what stands above the list of its items. Rows of one stage with different
    terms make one term of several pieces, from the first to the last.
    """

    number: str
    title: str
    items: tuple[Item, ...]
    term: Term
    responsible: Responsible
    expected: str = ""
    lead: str = ""


@dataclass(frozen=True, slots=True)
class Understood:
    """The title as written, or «»; the calendar year in which the school year begins, if it is said."""

    title: str
    school_year: int | None
    stages: tuple[StageRow, ...]

    @property
    def item_count(self) -> int:
        """Without what is nested."""
        return sum(len(stage.items) for stage in self.stages)

    @property
    def inner_count(self) -> int:
        return sum(len(item.inner) for stage in self.stages for item in stage.items)


@dataclass(frozen=True, slots=True)
class RoadmapFile:
    """What the tables say, or everything that is wrong with them in the order of the rows."""

    understood: Understood | None
    problems: tuple[Problem, ...] = ()
