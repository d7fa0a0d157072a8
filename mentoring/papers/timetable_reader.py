"""A timetable out of an Excel file: whom of the staff list it makes free, and when."""

from collections.abc import Sequence

from mentoring.papers import table_reader
from mentoring.papers.uploads import FileProblem, FileReason
from mentoring.rules import timetables
from mentoring.rules.colleagues import Colleague
from mentoring.rules.timetables import TimetableRead


def read(content: bytes, staff: Sequence[Colleague]) -> TimetableRead | FileProblem:
    """NO_HEADER when no sheet has names beside weekdays and lessons, NO_ROWS when it has no lesson at all."""
    table = table_reader.read(content, timetables.looks_like_timetable)
    if isinstance(table, FileProblem):
        return table
    found = timetables.read(table, staff)
    if found is None:  # the heading was whole only while cells below it were cut off
        return FileProblem(FileReason.NO_HEADER)
    return found if _says_something(found) else FileProblem(FileReason.NO_ROWS)


def _says_something(found: TimetableRead) -> bool:
    empty = timetables.TimetableReason.NO_LESSONS
    return bool(found.free) or any(each.reason is not empty for each in found.problems)
