"""The rows of a sheet become pairs and groups.

1. A row is a pair. Rows with the same mentors and the same name of a group are one group: what one of them leaves
   empty, another says; what two of them say differently is told.
2. An error keeps the whole pair or group out: half a group is another group than the order names.
3. Nobody is their own mentor, and no two people are a pair twice. A mentee of two mentors is a question.
4. A pair has a beginning, and does not end before it. What else is missing is told, and the pair is brought.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TypeVar

from mentoring.rules.colleagues import Colleague, Staff
from mentoring.rules.pairs_sheet.formats import ONE_TO_ONE
from mentoring.rules.pairs_sheet.headings import Column, find
from mentoring.rules.pairs_sheet.model import MOST_PROBLEMS, BroughtPair, PairProblem, PairReason, PairsRead
from mentoring.rules.pairs_sheet.rows import Row, RowReader
from mentoring.rules.tables import Table
from mentoring.rules.text import fold

Said = TypeVar("Said")


def read(table: Table, staff: Iterable[Colleague]) -> PairsRead | None:
    """None when the sheet is no sheet of pairs."""
    headings = find(table)
    if headings is None:
        return None
    rows = list(RowReader(table, headings, Staff(staff)).rows())
    groups = [_joined(each) for each in _groups(rows)]
    _mark_repeated(groups)
    pairs = [pair for row in groups if (pair := _pair(row))]
    problems = sorted(dict.fromkeys(each for row in groups for each in row.problems), key=_place)
    more = max(0, len(problems) - MOST_PROBLEMS)
    return PairsRead(tuple(pairs), tuple(problems[:MOST_PROBLEMS]), headings.ignored, more)


def _place(problem: PairProblem) -> tuple[int, int]:
    return problem.row, list(Column).index(problem.column)


def _groups(rows: Sequence[Row]) -> list[list[Row]]:
    """Rows that are one group, in the order of their first."""
    found: dict[object, list[Row]] = {}
    for row in rows:
        mentors = frozenset(each.id for each in row.mentors)
        found.setdefault((mentors, fold(row.group)) if mentors and fold(row.group) else row.row, []).append(row)
    # Whose group a row without a known mentor belongs to, nobody can tell.
    wrong = {fold(row.group) for row in rows if row.group and not row.mentors}
    for first, *_ in found.values():
        if first.mentors and fold(first.group) in wrong:
            first.tell(Column.GROUP, PairReason.GROUP_UNFIT, first.group)
    return list(found.values())


def _joined(rows: Sequence[Row]) -> Row:
    """The first row with everything that the others add."""
    whole = replace(rows[0], problems=[problem for row in rows for problem in row.problems])
    for row in rows[1:]:
        known = {person.id for person in whole.mentees}
        for again in (person for person in row.mentees if person.id in known):
            problem = PairProblem(row.row, Column.MENTEE, PairReason.PAIR_TWICE, again.name, rows=(whole.row,))
            whole.problems.append(problem)
        whole.mentees += tuple(person for person in row.mentees if person.id not in known)
        whole.format = _one(whole, row, Column.FORMAT, whole.format, row.format)
        whole.order_number = _one(whole, row, Column.ORDER, whole.order_number, row.order_number)
        whole.order_on = _one(whole, row, Column.ORDER_ON, whole.order_on, row.order_on)
        whole.starts_on = _one(whole, row, Column.STARTS, whole.starts_on, row.starts_on)
        whole.ends_on = _one(whole, row, Column.ENDS, whole.ends_on, row.ends_on)
    return whole


def _one(whole: Row, row: Row, column: Column, known: Said, said: Said) -> Said:
    if known and said and known != said:
        whole.problems.append(PairProblem(row.row, column, PairReason.DIFFERS, rows=(whole.row,)))
    return known or said


def _mark_repeated(groups: Sequence[Row]) -> None:
    """Of the same two people, and of the same mentee with another mentor."""
    pairs: dict[tuple[int, int], int] = {}
    mentees: dict[int, int] = {}
    for row in groups:
        for mentee in row.mentees:
            before = [pairs[mentor.id, mentee.id] for mentor in row.mentors if (mentor.id, mentee.id) in pairs]
            if before:
                row.problems.append(_of_mentee(row, PairReason.PAIR_TWICE, mentee, before[0]))
            elif mentee.id in mentees:
                row.problems.append(_of_mentee(row, PairReason.MENTEE_AGAIN, mentee, mentees[mentee.id]))
            for mentor in row.mentors:
                pairs.setdefault((mentor.id, mentee.id), row.row)
            mentees.setdefault(mentee.id, row.row)


def _of_mentee(row: Row, reason: PairReason, mentee: Colleague, before: int) -> PairProblem:
    return PairProblem(row.row, Column.MENTEE, reason, mentee.name, rows=(before,))


def _pair(row: Row) -> BroughtPair | None:
    """What is wrong with it as a whole is told."""
    for column, reason, value in _wrong(row):
        row.tell(column, reason, value)
    if row.has_errors or row.starts_on is None:
        return None
    return BroughtPair(
        mentors=tuple(each.id for each in row.mentors),
        mentees=tuple(each.id for each in row.mentees),
        starts_on=row.starts_on,
        ends_on=row.ends_on,
        format=row.format,
        order_number=row.order_number,
        order_on=row.order_on,
        group=row.group,
        row=row.row,
    )


def _wrong(row: Row) -> Iterator[tuple[Column, PairReason, str]]:
    told = {problem.column for problem in row.problems}
    for person in row.mentees:
        if person.id in {each.id for each in row.mentors}:
            yield Column.MENTEE, PairReason.BOTH_SIDES, person.name
    if row.starts_on is None and not told & {Column.STARTS, Column.TERM}:
        yield Column.STARTS, PairReason.MISSING, ""
    if row.ends_on is None and not told & {Column.ENDS, Column.TERM}:
        yield Column.ENDS, PairReason.END_MISSING, ""
    if row.starts_on and row.ends_on and row.ends_on < row.starts_on:
        yield Column.ENDS, PairReason.ENDS_BEFORE_IT_BEGINS, f"{row.ends_on:%d.%m.%Y}"
    if not row.order_number and Column.ORDER not in told:
        yield Column.ORDER, PairReason.ORDER_MISSING, ""
    if row.order_on is None and not told & {Column.ORDER, Column.ORDER_ON}:
        yield Column.ORDER_ON, PairReason.ORDER_DATE_MISSING, ""
    if not row.format and Column.FORMAT not in told:
        yield Column.FORMAT, PairReason.FORMAT_MISSING, ""
    if row.format == ONE_TO_ONE and max(len(row.mentors), len(row.mentees)) > 1:
        yield Column.FORMAT, PairReason.FORMAT_UNFIT, ""
