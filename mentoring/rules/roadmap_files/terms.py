"""A term as schools write it: which days it names, or why nobody can be late by it."""

import re
from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from mentoring.rules.roadmap_files.term_tokens import Edge, Token, tokens_of
from mentoring.rules.text import clean_line, fold, has_words

LONGEST_TERM = 300

_YEAR_BEGINS_IN = 8  # as the roadmap does: with the orders of August
_MONTHS = re.compile(r"O(?:[-,]O)*|sO[-<]O")
_DATES = re.compile(r"E|s?E[-<]E|s?N[-<]E")
_BY = re.compile(r"[-<](?:E|kO)")
_NOTHING = frozenset({"нет", "не указан", "не указано", "не указаны", "не определен", "не определены"})
_PERIOD = re.compile(r"отчетн\w* (?:\w+ )?период")
_WHOLE_YEAR = re.compile(
    r"учебн\w* ?год|уч\.? ?год|постоянно|вс(?:ей|его|ю) период|весь (?:\w+ )?(?:год|период)|круглый год"
    r"|(?:течени[еию]|теченье|протяжении)(?: \w+)?(?: \w+)? (?:года|периода)"
)
# A part of the year, or nothing that can be counted in days, though the year is named beside it.
_NOT_WHOLE = re.compile(
    r"\b(?:начал|кон[ец]|оконч|заверш|раза?\b|перед|после|кажд|ежемесячн|ежекварт|четверт|полугод|семестр"
    r"|по мере|необходимост|по график|до\b)"
)
_YEARS = re.compile(r"(20\d\d)[-/](?:20)?(\d\d)\b")
_PIECES = re.compile(r"[;\n]+")


class TermKind(StrEnum):
    """What a term says. The first three name days, the others must be asked."""

    MONTHS = "months"  # «Август - сентябрь»
    BY = "by"  # «до 1 октября»: that day is the last one
    DATES = "dates"  # «с 1 по 15 сентября», «15 сентября»
    YEAR = "year"  # «в течение учебного года», «постоянно»
    PERIOD = "period"  # «в отчётный период»
    VAGUE = "vague"  # «по мере необходимости», «1 раз в полугодие», a day that does not exist
    EMPTY = "empty"


_DATED = frozenset({TermKind.MONTHS, TermKind.BY, TermKind.DATES})


@dataclass(frozen=True, slots=True)
class Term:
    """As written, and from which edge to which; of YEAR the edges are there when its years are written."""

    written: str
    kind: TermKind
    starts: Edge | None = None
    ends: Edge | None = None

    def year_differs(self, school_year: int) -> bool:
        """Does it name a calendar year outside of the school year that begins in this one?"""
        named = [edge for edge in (self.starts, self.ends) if edge is not None and edge.year is not None]
        return any(edge.year != _calendar_year(edge.month, school_year) for edge in named)


def read_term(text: str) -> Term:
    """Any text at all; several dated pieces («сентябрь; январь») span from the first to the last."""
    written = clean_line(text)
    said = fold(text)
    if not has_words(said) or said in _NOTHING:
        return Term(written, TermKind.EMPTY)
    if len(text) > LONGEST_TERM:
        return Term(written, TermKind.VAGUE)
    dated = _dated(written, said) or _span(written, [piece for piece in _PIECES.split(text) if has_words(piece)])
    return dated or _undated(written, said)


def asks(term: Term) -> bool:
    """Must a person be asked for days? Then `window` is None."""
    return term.kind not in _DATED


def window(term: Term, school_year: int) -> tuple[date, date] | None:
    """The first and the last day. Without a year written, August to December are of the school year's first one.

    A year that is written stays, even outside of the school year: `Term.year_differs` tells. «Июнь – август» ends in
    the summer after. 29 February without a year is the 28th where there is none.
    """
    if asks(term) or term.ends is None:
        return None
    ends = _last_day(term.ends, school_year)
    if term.starts is None:
        return min(date(school_year, _YEAR_BEGINS_IN, 1), ends), ends
    starts = _first_day(term.starts, school_year)
    return starts, ends if ends >= starts else _last_day(term.ends, school_year + 1)


def named_months(text: str) -> tuple[Edge, ...]:
    """The months that a vague term mentions all the same: «май (последняя неделя)»."""
    return tuple(token.edge for token in tokens_of(fold(text[:LONGEST_TERM])) if token.sign in "OE" and token.edge)


def _dated(written: str, said: str) -> Term | None:
    tokens = tokens_of(said)
    shape = "".join(token.sign for token in tokens)
    edges = [token.edge for token in tokens if token.edge is not None]
    if _BY.fullmatch(shape):
        return _checked(Term(written, TermKind.BY, None, edges[0]))
    if _MONTHS.fullmatch(shape):
        return _checked(Term(written, TermKind.MONTHS, edges[0], edges[-1]))
    if _DATES.fullmatch(shape):
        starts = replace(edges[-1], day=_first_number(tokens)) if "N" in shape else edges[0]
        return _checked(Term(written, TermKind.DATES, starts, edges[-1]))
    return None


def _first_number(tokens: tuple[Token, ...]) -> int:
    return next(token.number for token in tokens if token.sign == "N")


def _checked(term: Term) -> Term | None:
    """With the year of one edge given to the other; nothing when its days do not exist or go backwards."""
    starts, ends = term.starts, term.ends
    if starts and ends and starts.year is None and ends.year is not None:
        starts = replace(starts, year=ends.year - (starts.month > ends.month))
    if starts and ends and starts.year is not None and ends.year is None:
        ends = replace(ends, year=starts.year + (starts.month > ends.month))
    if not all(edge.exists for edge in (starts, ends) if edge is not None) or _goes_backwards(starts, ends):
        return None
    return replace(term, starts=starts, ends=ends)


def _goes_backwards(starts: Edge | None, ends: Edge | None) -> bool:
    if starts is None or ends is None:
        return False
    if starts.year is not None and ends.year is not None:
        return _first_day(starts, 0) > _last_day(ends, 0)
    return starts.month == ends.month and (starts.day or 1) > (ends.day or 31)


def _span(written: str, pieces: list[str]) -> Term | None:
    terms = [_dated(piece, fold(piece)) for piece in pieces]
    if len(pieces) < 2 or not all(terms):
        return None
    # Any school year will do to put them in order; a leap one has every day.
    windows = [(found, term) for term in terms if term and (found := window(term, 2023))]
    first = min(windows, key=lambda each: each[0][0])[1]
    last = max(windows, key=lambda each: each[0][1])[1]
    if first.starts is None:
        return _checked(Term(written, TermKind.BY, None, last.ends))
    kind = TermKind.MONTHS if {first.kind, last.kind} == {TermKind.MONTHS} else TermKind.DATES
    return _checked(Term(written, kind, first.starts, last.ends))


def _undated(written: str, said: str) -> Term:
    if _PERIOD.search(said):
        return Term(written, TermKind.PERIOD)
    if not _WHOLE_YEAR.search(said) or _NOT_WHOLE.search(said):
        return Term(written, TermKind.VAGUE)
    years = _YEARS.search(said)
    if years is None or (int(years[1]) + 1) % 100 != int(years[2]):
        return Term(written, TermKind.YEAR)
    return Term(written, TermKind.YEAR, Edge(9, year=int(years[1])), Edge(5, year=int(years[1]) + 1))


def _calendar_year(month: int, school_year: int) -> int:
    return school_year + (month < _YEAR_BEGINS_IN)


def _first_day(edge: Edge, school_year: int) -> date:
    return _day(edge, edge.day or 1, school_year)


def _last_day(edge: Edge, school_year: int) -> date:
    return _day(edge, edge.day or 31, school_year)


def _day(edge: Edge, day: int, school_year: int) -> date:
    year = edge.year if edge.year is not None else _calendar_year(edge.month, school_year)
    return date(year, edge.month, min(day, monthrange(year, edge.month)[1]))
