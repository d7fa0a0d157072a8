"""Orders on pairs in the fields of their templates. Names stand in the nominative only."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from mentoring.documents.pair_values import act, people, school_of, term
from mentoring.papers.office_words import day
from mentoring.papers.pair_values import (
    Act,
    AssignOrder,
    ChangeOrder,
    EndOrder,
    EndReason,
    Order,
    Pair,
    PairChange,
    PairChangeKind,
    PairEnding,
    Participant,
)
from mentoring.papers.pair_words import REASONS
from mentoring.papers.templates.fields import Values
from mentoring.rules.names import short_name
from mentoring.rules.text import clean_line

_ABOUT_MENTORS = frozenset({PairChangeKind.MENTOR_REPLACED, PairChangeKind.MENTOR_ADDED})
_TOLD_BEFORE = frozenset({EndReason.MENTOR_REFUSED, EndReason.CANCELLED})
_CHANGES = {
    PairChangeKind.MENTOR_REPLACED: "Замена наставника.",
    PairChangeKind.MENTOR_ADDED: "Добавлен наставник.",
    PairChangeKind.MENTEES: "Изменён состав наставляемых.",
    PairChangeKind.EXTENDED: "Продление срока.",
}


def values_of(order: Order) -> Values:
    """All but the number and the date of its own, which the school's register gives."""
    head, school = order.head, order.head.school
    values = {
        **school_of(school),
        "положение.номер": clean_line(head.regulation.number),
        "положение.дата": _day(head.regulation),
        "основания": "; ".join(said for each in head.grounds if (said := clean_line(each))),
        "наставники_школы": has_employed_mentor(order),
        "соглашения.исполняет": clean_line(head.agreements_by),
        "ознакомление": _acquainted(order),
    }
    match order:
        case AssignOrder():
            year = {"учебный_год": f"{school.school_year}/{school.school_year + 1}"}
            return {**values, **year, **_programmes(order), "пары": _numbered(map(_assigned, order.pairs))}
        case ChangeOrder():
            return {**values, **_programmes(order), "изменения": _numbered(map(_changed, order.changes))}
    return {**values, "окончания": _numbered(map(_ended, order.endings))}


def has_employed_mentor(order: Order) -> bool:
    """The labour code speaks of nobody else. An order without pairs is taken for a usual one."""
    mentors = [each for pair in _pairs(order) for each in pair.mentors]
    return not mentors or any(not each.is_external for each in mentors)


def _programmes(of: AssignOrder | ChangeOrder) -> Values:
    due = day(of.programmes_due_on) if of.programmes_due_on else ""
    return {"программы_нужны": of.with_programmes, "программы.срок": due}


def _assigned(of: Pair) -> Values:
    return {**_who(of), **term(of), "согласия": _consents(of)}


def _changed(of: PairChange) -> Values:
    mentors, longer = of.kind in _ABOUT_MENTORS, of.kind is PairChangeKind.EXTENDED
    return {
        **_who(of.pair),
        **act(of.order),
        "что": _CHANGES[of.kind],
        "другие_наставники": mentors,
        "прежние": people(of.former_mentors) if mentors else [],
        "другой_срок": longer,
        "прежний_конец": day(of.former_ends_on) if longer and of.former_ends_on else "",
        "новый_конец": day(of.pair.ends_on) if longer and of.pair.ends_on else "",
        "с_даты": day(of.since) if of.since else "",
        "согласия": _consents(of.pair),
    }


def _ended(of: PairEnding) -> Values:
    """Of reasons only those of the closed list; the side that ends it early tells the other one before."""
    return {
        **_who(of.pair),
        **act(of.order),
        "дата": day(of.ends_on) if of.ends_on else "",
        "основание": REASONS[of.reason] if of.reason else "",
        "предупреждение": of.notice_on is not None or of.reason in _TOLD_BEFORE,
        "уведомление": day(of.notice_on) if of.notice_on else "",
    }


def _who(of: Pair) -> Values:
    return {"наставники": people(of.mentors), "наставляемые": people(of.mentees)}


def _day(of: Act) -> str:
    return day(of.dated_on) if of.dated_on else ""


def _consents(of: Pair) -> Sequence[Values]:
    """«Иванова А. П.»; namesakes of one pair by their whole names."""
    everybody = (*of.mentors, *of.mentees)
    many = Counter(short_name(each.name) for each in everybody)
    return [
        {
            "имя": clean_line(each.name) if many[short_name(each.name)] > 1 else short_name(each.name),
            "договор": each.is_external,
            "дата": day(each.consented_on) if each.consented_on else "",
        }
        for each in everybody
    ]


def _acquainted(order: Order) -> Sequence[Values]:
    """Everybody whom the order is about, once, then the coordinator."""
    names = [clean_line(each.name) for each in _once(_everybody(order))]
    coordinator = clean_line(order.head.school.coordinator)
    if coordinator and coordinator not in names:
        names.append(coordinator)
    return _numbered({"имя": each} for each in names)


def _once(people: Iterable[Participant]) -> Iterator[Participant]:
    """Namesakes without ids are told apart by their posts."""
    seen = {each.id or (clean_line(each.name), clean_line(each.post)): each for each in people}
    return iter(seen.values())


def _everybody(order: Order) -> Iterator[Participant]:
    """Pair by pair, a replaced mentor too; a longer term or other mentees change nothing for who was one before."""
    changes = order.changes if isinstance(order, ChangeOrder) else ()
    former = [each.former_mentors if each.kind in _ABOUT_MENTORS else () for each in changes]
    for at, pair in enumerate(_pairs(order)):
        yield from pair.mentors
        yield from former[at] if former else ()
        yield from pair.mentees


def _pairs(order: Order) -> tuple[Pair, ...]:
    match order:
        case AssignOrder():
            return order.pairs
        case ChangeOrder():
            return tuple(each.pair for each in order.changes)
        case EndOrder():
            return tuple(each.pair for each in order.endings)


def _numbered(lines: Iterable[Values]) -> Sequence[Values]:
    return [{"номер": str(number), **each} for number, each in enumerate(lines, start=1)]
