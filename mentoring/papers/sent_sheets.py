"""A school's own sheet out of a file that was sent: pairs, a timetable, or neither. Imported in the worker only."""

from collections.abc import Sequence
from datetime import datetime

from mentoring.papers import pairs_reader, pairs_template, table_reader, timetable_reader, timetable_template
from mentoring.papers.table_reader import Looks
from mentoring.papers.uploads import FileProblem, FileReason
from mentoring.papers.values import SheetRead, SheetRefused
from mentoring.rules import pairs_sheet, timetables
from mentoring.rules.colleagues import Colleague
from mentoring.rules.pairs_sheet import storing as pairs_storing
from mentoring.rules.timetables import storing as timetable_storing
from storage.vocabulary.pairs import SheetKind

# Found out only of a sheet that looks like what is wanted; whatever else is wrong with a file, others tell it better.
_OF_THE_SHEET = frozenset(
    {FileReason.TOO_MANY_ROWS, FileReason.TOO_MANY_COLUMNS, FileReason.HIDDEN_SHEET, FileReason.MERGED}
)


def empty_pairs(names: Sequence[str], made_at: datetime) -> bytes:
    return pairs_template.build(names, made_at=made_at)


def empty_timetable(names: Sequence[str], days: int, lessons: int, made_at: datetime) -> bytes:
    return timetable_template.build(names, days=days, lessons=lessons, made_at=made_at)


def find(content: bytes, staff: Sequence[Colleague]) -> SheetRead | SheetRefused | None:
    """None when no sheet of the file looks like either."""
    pairs = pairs_reader.read(content, staff)
    if not isinstance(pairs, FileProblem):
        return SheetRead(SheetKind.PAIRS, pairs_storing.write(pairs))
    if _is_told(content, pairs, pairs_sheet.looks_like_pairs):
        return SheetRefused(SheetKind.PAIRS, pairs)
    lessons = timetable_reader.read(content, staff)
    if not isinstance(lessons, FileProblem):
        return SheetRead(SheetKind.TIMETABLE, timetable_storing.write(lessons))
    told = _is_told(content, lessons, timetables.looks_like_timetable)
    return SheetRefused(SheetKind.TIMETABLE, lessons) if told else None


def _is_told(content: bytes, of: FileProblem, looks: Looks) -> bool:
    """A sheet with the headings and nothing below them is one of ours; one without anything is anybody's."""
    if of.reason is FileReason.NO_ROWS:
        return not isinstance(table_reader.read(content, looks), FileProblem)
    return of.reason in _OF_THE_SHEET
