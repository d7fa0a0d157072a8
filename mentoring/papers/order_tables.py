"""The tables that an order ends with, and whom it is about."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from mentoring.papers.office_words import BLANK, day, filled, term
from mentoring.papers.pair_values import (
    AssignOrder,
    ChangeOrder,
    EndOrder,
    EndReason,
    Pair,
    PairChange,
    PairChangeKind,
    PairEnding,
    Participant,
)
from mentoring.papers.pair_words import REASONS, act, consents, people

_WHO = ("№", "Наставник (ФИО, должность)", "Наставляемый(ые) (ФИО, должность)")
_ORDER = "Приказ о закреплении"
_CONSENTS = "Согласия получены"
ABOUT_MENTORS = frozenset({PairChangeKind.MENTOR_REPLACED, PairChangeKind.MENTOR_ADDED})
_TOLD_BEFORE = frozenset({EndReason.MENTOR_REFUSED, EndReason.CANCELLED})


@dataclass(frozen=True, slots=True)
class OrderTable:
    """Widths in millimetres, 257 together: A4 across without its margins."""

    title: str
    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    widths: tuple[int, ...]


def assigned(pairs: Sequence[Pair]) -> OrderTable:
    return OrderTable(
        "Наставнические пары (группы)",
        (*_WHO, "Форма", "Срок", _CONSENTS),
        tuple(
            (f"{number}", people(each.mentors), people(each.mentees), filled(each.format), _term(each), consents(each))
            for number, each in enumerate(pairs, start=1)
        ),
        (12, 62, 62, 37, 34, 50),
    )


def changed(changes: Sequence[PairChange]) -> OrderTable:
    return OrderTable(
        "Изменения в работе наставнических пар (групп)",
        (*_WHO, _ORDER, "Что изменено", "С какой даты", _CONSENTS),
        tuple(
            (
                f"{number}",
                people(each.pair.mentors),
                people(each.pair.mentees),
                act(each.order),
                _change(each),
                day(each.since),
                consents(each.pair),
            )
            for number, each in enumerate(changes, start=1)
        ),
        (12, 48, 48, 32, 46, 25, 46),
    )


def ended(endings: Sequence[PairEnding]) -> OrderTable:
    return OrderTable(
        "Прекращение работы наставнических пар (групп)",
        (*_WHO, _ORDER, "Дата прекращения", "Основание"),
        tuple(
            (
                f"{number}",
                people(each.pair.mentors),
                people(each.pair.mentees),
                act(each.order),
                day(each.ends_on),
                _reason(each),
            )
            for number, each in enumerate(endings, start=1)
        ),
        (12, 62, 62, 40, 33, 48),
    )


def pairs_of(order: AssignOrder | ChangeOrder | EndOrder) -> tuple[Pair, ...]:
    match order:
        case AssignOrder():
            return order.pairs
        case ChangeOrder():
            return tuple(each.pair for each in order.changes)
    return tuple(each.pair for each in order.endings)


def everybody(order: AssignOrder | ChangeOrder | EndOrder) -> Iterator[Participant]:
    """Pair by pair, a replaced mentor too."""
    former = [_told_former(each) for each in order.changes] if isinstance(order, ChangeOrder) else []
    for at, pair in enumerate(pairs_of(order)):
        yield from pair.mentors
        yield from former[at] if former else ()
        yield from pair.mentees


def _told_former(of: PairChange) -> tuple[Participant, ...]:
    """Those whom the order names: a longer term or other mentees change nothing for who was a mentor before."""
    return of.former_mentors if of.kind in ABOUT_MENTORS else ()


def has_employed_mentor(order: AssignOrder | ChangeOrder | EndOrder) -> bool:
    """The labour code speaks of nobody else. An order without pairs is taken for a usual one."""
    mentors = [each for pair in pairs_of(order) for each in pair.mentors]
    return not mentors or any(not each.is_external for each in mentors)


def needs_notice(of: PairEnding) -> bool:
    """The side that ends it early tells the other one before."""
    return of.reason in _TOLD_BEFORE


def _term(of: Pair) -> str:
    return term(of.starts_on, of.ends_on)


def _change(of: PairChange) -> str:
    match of.kind:
        case PairChangeKind.MENTOR_REPLACED:
            return f"Замена наставника. Прежде:\n{people(of.former_mentors)}"
        case PairChangeKind.MENTOR_ADDED:
            return f"Добавлен наставник. Прежде:\n{people(of.former_mentors)}"
        case PairChangeKind.MENTEES:
            return "Изменён состав наставляемых."
        case PairChangeKind.EXTENDED:
            return f"Продление срока.\nПрежде: по {day(of.former_ends_on)}\nТеперь: по {day(of.pair.ends_on)}"


def _reason(of: PairEnding) -> str:
    reason = REASONS[of.reason] if of.reason else BLANK
    return f"{reason}; уведомление от {day(of.notice_on)}" if of.notice_on or needs_notice(of) else reason
