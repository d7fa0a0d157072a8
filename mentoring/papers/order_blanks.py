"""What stands blank in an order: every blank of the paper is named, and nothing else."""

from collections.abc import Iterator, Sequence

from mentoring.papers.order_tables import ABOUT_MENTORS, has_employed_mentor, needs_notice, pairs_of
from mentoring.papers.pair_values import (
    AssignOrder,
    Blank,
    ChangeOrder,
    EndOrder,
    Pair,
    PairChange,
    PairChangeKind,
    PairEnding,
    Participant,
)
from mentoring.papers.pair_words import of_act, of_people, of_school, of_term, once
from mentoring.rules.text import clean_line


def missing(order: AssignOrder | ChangeOrder | EndOrder) -> tuple[Blank, ...]:
    """Each once, in the order of the paper."""
    return once((*_of_head(order), *_of_pairs(order)))


def _of_head(order: AssignOrder | ChangeOrder | EndOrder) -> Iterator[Blank]:
    head = order.head
    if not clean_line(head.number):
        yield Blank.NUMBER
    if head.dated_on is None:
        yield Blank.DATE
    if not clean_line(head.school.city):
        yield Blank.CITY
    yield from of_school(head.school)
    yield from of_act(head.regulation, Blank.REGULATION)
    if has_employed_mentor(order) and not clean_line(head.agreements_by):
        yield Blank.AGREEMENTS_BY
    if not isinstance(order, EndOrder) and order.with_programmes and order.programmes_due_on is None:
        yield Blank.PROGRAMMES_DUE


def _of_pairs(order: AssignOrder | ChangeOrder | EndOrder) -> Iterator[Blank]:
    if not pairs_of(order):
        yield Blank.PAIRS
    for pair in pairs_of(order):
        yield from of_people(pair)
    match order:
        case AssignOrder():
            for pair in order.pairs:
                yield from (*of_term(pair), *_of_consents(pair))
        case ChangeOrder():
            for change in order.changes:
                yield from _of_change(change)
        case EndOrder():
            for ending in order.endings:
                yield from _of_ending(ending)


def _of_consents(pair: Pair) -> Iterator[Blank]:
    if any(each.consented_on is None for each in (*pair.mentors, *pair.mentees)):
        yield Blank.CONSENT


def _of_change(of: PairChange) -> Iterator[Blank]:
    yield from of_act(of.order, Blank.PAIR_ORDER)
    if of.since is None:
        yield Blank.SINCE
    if of.kind is PairChangeKind.EXTENDED:
        if of.former_ends_on is None:
            yield Blank.CHANGED
        if of.pair.ends_on is None:
            yield Blank.TERM
    elif of.kind in ABOUT_MENTORS and not _is_told(of.former_mentors):
        yield Blank.CHANGED
    yield from _of_consents(of.pair)


def _is_told(former: Sequence[Participant]) -> bool:
    return bool(former) and all(clean_line(each.name) and clean_line(each.post) for each in former)


def _of_ending(of: PairEnding) -> Iterator[Blank]:
    yield from of_act(of.order, Blank.PAIR_ORDER)
    if of.ends_on is None:
        yield Blank.ENDS_ON
    if of.reason is None:
        yield Blank.REASON
    if needs_notice(of) and of.notice_on is None:
        yield Blank.NOTICE
