"""Pairs that a school has already, out of an Excel file."""

from collections.abc import Sequence

from mentoring.papers import table_reader
from mentoring.papers.uploads import FileProblem, FileReason
from mentoring.rules import pairs_sheet
from mentoring.rules.colleagues import Colleague
from mentoring.rules.pairs_sheet import PairsRead


def read(content: bytes, staff: Sequence[Colleague]) -> PairsRead | FileProblem:
    """NO_HEADER when no sheet has mentors beside mentees, NO_ROWS when nobody stands there."""
    table = table_reader.read(content, pairs_sheet.looks_like_pairs)
    if isinstance(table, FileProblem):
        return table
    found = pairs_sheet.read(table, staff)
    if found is None:  # the heading was whole only while cells below it were cut off
        return FileProblem(FileReason.NO_HEADER)
    return found if found.pairs or found.problems else FileProblem(FileReason.NO_ROWS)
