"""The year's roadmap out of a school's own: its stages and wording, the programme's counters, steps and evidence."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from datetime import date

from mentoring.rules.own_roadmap.model import OwnRoadmap, is_own, programmes_key
from mentoring.rules.roadmap import Activity, Offset, Roadmap, Stage
from mentoring.rules.roadmap_choices import Span
from mentoring.rules.roadmap_files import ResponsibleRole, Term, TermKind, window
from mentoring.rules.text import fold, words_of
from storage.vocabulary import EvidenceKind, Open, Role

OWN_STEPS = (-10, -5, -1)  # working days: two weeks before, one week, and the day before

_DOCUMENTS = ("приказ", "положени", "распоряжен", "программ", "протокол", "отчет", "справк", "договор", "соглашени")


def build(own: OwnRoadmap, shipped: Roadmap, school_year: int) -> Roadmap:
    """Whatever was left open is answered by now."""
    known = {each.key: each for stage in shipped.stages for each in stage.activities}
    return Roadmap(tuple(_stage(own, number, known, school_year) for number, _ in enumerate(own.understood.stages, 1)))


def absent(own: OwnRoadmap, shipped: Roadmap) -> tuple[Activity, ...]:
    """Activities of the programme that the document does not name; of those that schools usually have."""
    named = {key for keys in own.keys.values() for key in keys}
    return tuple(
        each
        for stage in shipped.stages
        if Open.WANTED not in stage.open
        for each in stage.activities
        if each.key not in named and not each.added
    )


def _stage(own: OwnRoadmap, number: int, known: Mapping[str, Activity], school_year: int) -> Stage:
    row, term, responsible = own.understood.stages[number - 1], own.term(number), own.responsible(number)
    span = _span(term, school_year)
    activities = tuple(
        replace(each, due=_due(each, term, span, school_year)) for each in _activities(own, number, known)
    )
    return Stage(
        key=f"own{number}",
        title=row.title,
        term=row.term.written or term.written,
        starts=_offset(span.starts, school_year),
        ends=_offset(span.ends, school_year),
        activities=activities,
        led_by=_led_by(responsible.roles),
        responsible=responsible.written,
        expected=row.expected,
    )


def _led_by(roles: Collection[ResponsibleRole]) -> Role:
    """Who is reminded: of those who lead the programme, for others do not see its data."""
    is_deputys = ResponsibleRole.DEPUTY in roles and ResponsibleRole.COORDINATOR not in roles
    return Role.DEPUTY if is_deputys else Role.COORDINATOR


def _span(term: Term, school_year: int) -> Span:
    days = window(term, school_year)
    return Span(*days) if days else Span(date(school_year, 9, 1), date(school_year + 1, 5, 31))


def _activities(own: OwnRoadmap, number: int, known: Mapping[str, Activity]) -> Iterator[Activity]:
    for path in sorted(own.keys):
        if path.stage == number - 1:
            keys, said = own.keys[path], _capital(own.text(path))
            for key in keys:
                usual = known.get(programmes_key(key))
                yield _activity(key, _told_apart(said, usual) if len(keys) > 1 else said, usual)


def _told_apart(said: str, usual: Activity | None) -> str:
    """One of several activities of an item: by the programme's words, unless the item begins with them."""
    return said if usual is None or fold(said).startswith(fold(usual.text)) else f"{usual.text}: {said}"


def _activity(key: str, text: str, usual: Activity | None) -> Activity:
    """What the document names again is filled by the same data; its people are asked once."""
    if usual is None:
        return Activity(key=key, text=text, due=None, evidence=_evidence(text), coordinator_steps=OWN_STEPS)
    if is_own(key):
        return replace(usual, key=key, text=text, teacher_steps=(), teacher_steps_from_invitation=())
    return replace(usual, text=text)


def _evidence(text: str) -> EvidenceKind:
    is_document = any(word.startswith(_DOCUMENTS) for word in words_of(text))
    return EvidenceKind.DOCUMENT if is_document else EvidenceKind.WORDS


def _due(of: Activity, term: Term, span: Span, school_year: int) -> Offset | None:
    """The programme's own day where the document leaves room for it, else the term's last day.

    «До 1 октября» leaves none. What depends on each pair has no day, unless the document names one so.
    """
    if term.kind is TermKind.BY:
        return _offset(span.ends, school_year)
    if of.due is None:
        return None if of.due_words else _offset(span.ends, school_year)
    return of.due if span.starts <= of.due.in_year(school_year) <= span.ends else _offset(span.ends, school_year)


def _offset(day: date, school_year: int) -> Offset:
    return Offset(day.year > school_year, day.month, day.day)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
