"""What a sheet of pairs is after it is checked."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from mentoring.rules.pairs_sheet.headings import Column

MOST_PROBLEMS = 100


class Severity(StrEnum):
    """An error keeps its pair out; a warning waits for the coordinator's yes."""

    ERROR = "error"
    WARNING = "warning"


class PairReason(StrEnum):
    """What is wrong with a row; each is worded in `mentoring.papers.pairs_words` together with the way to mend it."""

    MISSING = "missing"  # a mentor, a mentee or a beginning that is not there
    PERSON_UNKNOWN = "person_unknown"  # not in the staff list: `hints` are those who may be meant
    PERSON_AMBIGUOUS = "person_ambiguous"  # several in the staff list: `hints` are their names
    BOTH_SIDES = "both_sides"  # a mentor of themselves
    PAIR_TWICE = "pair_twice"  # the same two people: `rows` is where they stand already
    NOT_A_DATE = "not_a_date"
    NOT_A_TERM = "not_a_term"  # not two dates
    NOT_AN_ORDER = "not_an_order"  # too long for a number
    ENDS_BEFORE_IT_BEGINS = "ends_before_it_begins"
    DIFFERS = "differs"  # from another cell of the same pair or group: `rows` is where it stands
    GROUP_UNFIT = "group_unfit"  # another row of the group has an error
    NOT_AT_WORK = "not_at_work"  # its state says that it is not yet, or no longer
    FORMULA = "formula"
    # The pair is brought, and this is left open.
    FORMAT_UNKNOWN = "format_unknown"
    FORMAT_UNFIT = "format_unfit"  # «один на один» of more than two
    FORMAT_MISSING = "format_missing"
    ORDER_MISSING = "order_missing"  # the number
    ORDER_DATE_MISSING = "order_date_missing"
    END_MISSING = "end_missing"
    PERSON_TWICE = "person_twice"  # in one cell
    MENTEE_AGAIN = "mentee_again"  # of another mentor too: `rows` is where


_WARNINGS = frozenset(
    {
        PairReason.FORMAT_UNKNOWN,
        PairReason.FORMAT_UNFIT,
        PairReason.FORMAT_MISSING,
        PairReason.ORDER_MISSING,
        PairReason.ORDER_DATE_MISSING,
        PairReason.END_MISSING,
        PairReason.PERSON_TWICE,
        PairReason.MENTEE_AGAIN,
    }
)


@dataclass(frozen=True, slots=True)
class PairProblem:
    """`row` as Excel counts it; `value` is the piece that was not understood."""

    row: int
    column: Column
    reason: PairReason
    value: str = ""
    hints: tuple[str, ...] = ()
    rows: tuple[int, ...] = ()

    @property
    def severity(self) -> Severity:
        return Severity.WARNING if self.reason in _WARNINGS else Severity.ERROR


@dataclass(frozen=True, slots=True, kw_only=True)
class BroughtPair:
    """A pair or a group; people by the ids of the staff list, `row` is its first. What is open is «» or None."""

    mentors: tuple[int, ...]
    mentees: tuple[int, ...]
    starts_on: date
    ends_on: date | None
    format: str
    order_number: str
    order_on: date | None
    group: str
    row: int


@dataclass(frozen=True, slots=True)
class PairsRead:
    """The pairs in the sheet's order; `more` problems are left out, `ignored` are headings that are not ours."""

    pairs: tuple[BroughtPair, ...]
    problems: tuple[PairProblem, ...] = ()
    ignored: tuple[str, ...] = ()
    more: int = 0
