"""Every row is checked to the end: the coordinator corrects the sheet once."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from mentoring.rules.names import (
    LONGEST_NAME,
    clean_name,
    is_plausible_name,
    latin_letters_in_cyrillic,
    search_name,
)
from mentoring.rules.privacy import looks_like_document
from mentoring.rules.staff_list.model import (
    Column,
    Dictionaries,
    Problem,
    Reason,
    StaffEntry,
    StaffList,
    StaffRow,
)
from mentoring.rules.staff_list.reading import Reading, read_role
from mentoring.rules.staff_list.schooling import read_experience, read_levels
from mentoring.rules.staff_list.subjects import read_subjects
from mentoring.rules.text import clean_line
from storage.vocabulary import Role

LONGEST_POSITION = 150
LONGEST_CELL = 500
_SHOWN = 60  # of a value that is too long to be read at all

_UNKNOWN = {
    Column.SUBJECTS: Reason.SUBJECT_UNKNOWN,
    Column.LEVELS: Reason.LEVEL_UNKNOWN,
    Column.EXPERIENCE: Reason.EXPERIENCE_UNKNOWN,
    Column.ROLE: Reason.ROLE_UNKNOWN,
}


def check(rows: Iterable[StaffRow], dictionaries: Dictionaries) -> StaffList:
    """The people of the sheet and all its problems, row by row."""
    kept = [row for row in rows if _is_filled(row)]
    entries, problems = [], list(_namesakes(kept))
    for row in kept:
        wrong = _wrong_with_name(row)
        entry, remarks = _entry(row, dictionaries)
        problems += [*([wrong] if wrong else []), *remarks]
        if wrong is None:
            entries.append(entry)
    order = list(Column)
    problems.sort(key=lambda problem: (problem.row, order.index(problem.column)))
    return StaffList(tuple(entries), tuple(problems))


def _is_filled(row: StaffRow) -> bool:
    cells = (row.name, row.position, row.subjects, row.levels, row.experience, row.role)
    return row.is_formula or any(clean_line(cell) for cell in cells)


def _namesakes(rows: Sequence[StaffRow]) -> Iterable[Problem]:
    """Two people may share a name, and one person may have been written down twice: only a human knows."""
    by_name = defaultdict(list)
    for row in rows:
        if _wrong_with_name(row) is None:
            by_name[search_name(row.name)].append(row)
    for group in by_name.values():
        numbers = [row.row for row in group]
        for row in group if len(group) > 1 else ():
            others = tuple(number for number in numbers if number != row.row)
            yield Problem(row.row, Column.NAME, Reason.NAME_TWICE, clean_name(row.name), rows=others)


def _wrong_with_name(row: StaffRow) -> Problem | None:
    if row.is_formula:
        return Problem(row.row, Column.NAME, Reason.NAME_FORMULA)
    name = clean_name(row.name)
    if not name:
        return Problem(row.row, Column.NAME, Reason.NAME_MISSING)
    if looks_like_document(name):
        return Problem(row.row, Column.NAME, Reason.NAME_LIKE_DOCUMENT)
    if len(name) > LONGEST_NAME:
        return Problem(row.row, Column.NAME, Reason.NAME_TOO_LONG, name[:_SHOWN])
    if slips := latin_letters_in_cyrillic(name):
        letters = tuple(dict.fromkeys(letter for letter, _ in slips))
        return Problem(row.row, Column.NAME, Reason.NAME_LATIN, name, hints=letters)
    if not is_plausible_name(name):
        return Problem(row.row, Column.NAME, Reason.NAME_IMPLAUSIBLE, name)
    return None


def _entry(row: StaffRow, dictionaries: Dictionaries) -> tuple[StaffEntry, list[Problem]]:
    remarks: list[Problem] = []
    position = _fit_to_keep(row.row, Column.POSITION, row.position, remarks)
    read = {
        Column.SUBJECTS: read_subjects(
            _fit_to_keep(row.row, Column.SUBJECTS, row.subjects, remarks),
            dictionaries.subjects,
            dictionaries.subject_words,
        ),
        Column.LEVELS: read_levels(_fit_to_keep(row.row, Column.LEVELS, row.levels, remarks), dictionaries.levels),
        Column.EXPERIENCE: read_experience(
            _fit_to_keep(row.row, Column.EXPERIENCE, row.experience, remarks), dictionaries.experience
        ),
        Column.ROLE: read_role(_fit_to_keep(row.row, Column.ROLE, row.role, remarks)),
    }
    for column, reading in read.items():
        remarks += _not_understood(row.row, column, reading)
    entry = StaffEntry(
        row=row.row,
        full_name=clean_name(row.name),
        position=position,
        subjects=read[Column.SUBJECTS].keys,
        levels=read[Column.LEVELS].keys,
        experience="".join(read[Column.EXPERIENCE].keys),
        role=Role(read[Column.ROLE].keys[0]) if read[Column.ROLE].keys else Role.TEACHER,
    )
    return entry, remarks


def _fit_to_keep(row: int, column: Column, cell: str, remarks: list[Problem]) -> str:
    """The cell, or nothing and a remark: a document, or a cell so long that it was pasted by mistake."""
    text = clean_line(cell)
    if looks_like_document(text):
        remarks.append(Problem(row, column, Reason.LOOKS_LIKE_DOCUMENT))
        return ""
    if len(text) <= (LONGEST_POSITION if column is Column.POSITION else LONGEST_CELL):
        return text
    remarks.append(Problem(row, column, Reason.TOO_LONG, text[:_SHOWN]))
    return ""


def _not_understood(row: int, column: Column, reading: Reading) -> list[Problem]:
    return [Problem(row, column, _UNKNOWN[column], piece, hints) for piece, hints in reading.unknown]
