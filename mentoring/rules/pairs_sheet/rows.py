"""One row of a sheet of pairs, each of its cells read on its own."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from mentoring.rules.colleagues import Colleague, Doubt, NotFound, Staff
from mentoring.rules.pairs_sheet import cells
from mentoring.rules.pairs_sheet.formats import read_format
from mentoring.rules.pairs_sheet.headings import Column, Headings
from mentoring.rules.pairs_sheet.model import PairProblem, PairReason, Severity
from mentoring.rules.tables import Table, shown
from mentoring.rules.text import clean_line, fold

_DOUBTS = {Doubt.UNKNOWN: PairReason.PERSON_UNKNOWN, Doubt.AMBIGUOUS: PairReason.PERSON_AMBIGUOUS}
_NOTHING = re.compile(r"[-–—_\s]*")
_AT_WORK = re.compile(
    r"работа(?:ет|ют|ющ\w+)|в работе|действу(?:ет|ют|ющ\w+)|активн\w*|идет|(?:на )?пауз[аеу]|приостановлен\w*"
)


@dataclass(slots=True)
class Row:
    """`row` as Excel counts it. What is not there, or was not understood, is «» or None; the latter is a problem."""

    row: int
    mentors: tuple[Colleague, ...] = ()
    mentees: tuple[Colleague, ...] = ()
    group: str = ""
    format: str = ""
    order_number: str = ""
    order_on: date | None = None
    starts_on: date | None = None
    ends_on: date | None = None
    problems: list[PairProblem] = field(default_factory=list)

    @property
    def has_errors(self) -> bool:
        return any(problem.severity is Severity.ERROR for problem in self.problems)

    def tell(self, column: Column, reason: PairReason, value: str = "", hints: Sequence[str] = ()) -> None:
        self.problems.append(PairProblem(self.row, column, reason, shown(value), tuple(hints)))


class RowReader:
    """Reads the rows under the headings."""

    def __init__(self, table: Table, headings: Headings, staff: Staff) -> None:
        self._table = table
        self._headings = headings
        self._staff = staff

    def rows(self) -> Iterator[Row]:
        """Rows that name nobody, as sums and signatures do, are no pairs."""
        top = [self._cell(self._headings.row, column) for column in (Column.MENTOR, Column.MENTEE)]
        for at in range(self._headings.row + 1, len(self._table.rows)):
            names = [self._cell(at, column) for column in (Column.MENTOR, Column.MENTEE)]
            is_formula = self._table.has_formula(at, [self._headings.places[Column.MENTEE]])
            if (any(names) or is_formula) and names != top:
                yield self._row(at)

    def _row(self, at: int) -> Row:
        row = Row(at + 1)
        for column, place in self._headings.places.items():
            if self._table.has_formula(at, [place]):
                row.tell(column, PairReason.FORMULA)
        for column in (Column.MENTOR, Column.MENTEE):
            if not self._cell(at, column) and not self._table.has_formula(at, [self._headings.places[column]]):
                row.tell(column, PairReason.MISSING)
        row.mentors = self._people(row, at, Column.MENTOR)
        row.mentees = self._people(row, at, Column.MENTEE)
        row.group = clean_line(self._cell(at, Column.GROUP))
        self._read_format(row, at)
        self._read_order(row, at)
        self._read_term(row, at)
        state = clean_line(self._cell(at, Column.STATE))
        if state and not _AT_WORK.fullmatch(fold(state)):
            row.tell(Column.STATE, PairReason.NOT_AT_WORK, state)
        return row

    def _cell(self, at: int, column: Column) -> str:
        """A dash is as good as nothing."""
        place = self._headings.places.get(column)
        text = "" if place is None else self._table.cell(at, place)
        return "" if _NOTHING.fullmatch(text) else text

    def _people(self, row: Row, at: int, column: Column) -> tuple[Colleague, ...]:
        names = cells.names_in(self._cell(at, column), lambda name: isinstance(self._staff.find(name), Colleague))
        people: dict[int, Colleague] = {}
        for name in names:
            match self._staff.find(name):
                case NotFound(doubt, hints):
                    row.tell(column, _DOUBTS[doubt], name, hints)
                case Colleague() as person if person.id in people:
                    row.tell(column, PairReason.PERSON_TWICE, name)
                case Colleague() as person:
                    people[person.id] = person
        return tuple(people.values())

    def _read_format(self, row: Row, at: int) -> None:
        said = self._cell(at, Column.FORMAT)
        row.format = read_format(said)
        if said and not row.format:
            row.tell(Column.FORMAT, PairReason.FORMAT_UNKNOWN, clean_line(said))

    def _read_order(self, row: Row, at: int) -> None:
        order = cells.read_order(self._cell(at, Column.ORDER))
        if len(order.number) > cells.LONGEST_ORDER:
            row.tell(Column.ORDER, PairReason.NOT_AN_ORDER, order.number)
        else:
            row.order_number = order.number
        beside = self._day(row, Column.ORDER, order.day_said)
        row.order_on = self._day(row, Column.ORDER_ON, self._cell(at, Column.ORDER_ON)) or beside
        if beside and row.order_on != beside:
            row.tell(Column.ORDER_ON, PairReason.DIFFERS, order.day_said)

    def _read_term(self, row: Row, at: int) -> None:
        row.starts_on = self._day(row, Column.STARTS, self._cell(at, Column.STARTS))
        row.ends_on = self._day(row, Column.ENDS, self._cell(at, Column.ENDS))
        if said := clean_line(self._cell(at, Column.TERM)):
            term = cells.read_term(said)
            if term is None:
                row.tell(Column.TERM, PairReason.NOT_A_TERM, said)
                return
            if any(own and day and own != day for own, day in zip((row.starts_on, row.ends_on), term, strict=True)):
                row.tell(Column.TERM, PairReason.DIFFERS, said)
            row.starts_on, row.ends_on = term[0], term[1] or row.ends_on

    def _day(self, row: Row, column: Column, said: str) -> date | None:
        day = cells.read_day(said) if said else None
        if said and day is None:
            row.tell(column, PairReason.NOT_A_DATE, clean_line(said))
        return day
