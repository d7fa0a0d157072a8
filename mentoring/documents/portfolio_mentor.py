"""What a mentor's portfolio is filled with: their own rows of every year that is kept, no colleague named."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from mentoring import honours, schools
from mentoring.documents import of_school
from mentoring.documents.filled import Filled
from mentoring.documents.honours import period
from mentoring.gatherings.kinds import NAMES
from mentoring.pair_words import FORMATS
from mentoring.papers.office_words import day, inside, signed_name
from mentoring.papers.templates.fields import Values
from mentoring.rules.calendar import SchoolCalendar
from storage import people, person_work, practices
from storage.person_work import Event, Note, Ordered, Worked
from storage.tx import Tx
from storage.vocabulary.documents import DocumentKind
from storage.vocabulary.pairs import Contact, OrderKind, PairState, Side
from storage.vocabulary.practices import CardState, Publish

KIND = DocumentKind.PORTFOLIO_MENTOR
MEETINGS: Mapping[Contact, str] = {
    Contact.TALK: "встреча, разговор",
    Contact.ONLINE: "онлайн-встреча",
    Contact.VISIT_MENTEE: "посещение урока наставляемого",
    Contact.VISIT_MENTOR: "посещение урока наставника",
    Contact.EVENT: "совместное мероприятие",
}
ORDERS: Mapping[OrderKind, str] = {
    OrderKind.ASSIGN: "о закреплении наставнических пар (групп)",
    OrderKind.CHANGE: "об изменениях в составе пар (групп)",
    OrderKind.END: "о прекращении наставничества",
}
_VISITS = frozenset({Contact.VISIT_MENTEE, Contact.VISIT_MENTOR})


@dataclass(frozen=True, slots=True)
class _Done:
    works: Sequence[Worked]
    notes: Sequence[Note]
    mentees: Mapping[int, int]  # how many, by pair
    people: int  # each once, over the years


async def gather(tx: Tx, school_id: int, about: str, now: datetime) -> Filled | None:
    person_id = int(about) if about.isascii() and about.isdecimal() else 0
    person = await people.of_school(tx, person_id, school_id) if person_id else None
    works = await worked(tx, school_id, person_id) if person and person.erase_by is None else []
    if person is None or not works:
        return None
    zone = ZoneInfo((await schools.get(tx, school_id)).time_zone)
    found, beside = await person_work.notes(tx, person_id), await person_work.mentees(tx, person_id)
    pairs = {each.pairing_id for each in works}
    beside = [each for each in beside if each.pairing_id in pairs]
    counted = {pair: sum(each.pairing_id == pair for each in beside) for pair in pairs}
    done = _Done(works, found, counted, len({each.person_id for each in beside}))
    values = {
        **await of_school.values(tx, school_id, KIND),
        "наставник.имя": person.full_name,
        "наставник.должность": inside(person.position),
        "наставник.подпись": signed_name(person.full_name),
        "на_дату": day(now.astimezone(zone).date()),
        **_totals(done),
        "пары": [_pair(each, done, zone) for each in works],
        "встречи": _meetings(done),
        "мероприятия": [_event(each) for each in await person_work.events(tx, person_id)],
        "практики": await _practices(tx, school_id, person_id),
        "приказы": [_order(each) for each in await person_work.orders(tx, person_id)],
    }
    return Filled(values)


async def worked(tx: Tx, school_id: int, person_id: int) -> list[Worked]:
    """As a mentor, in whatever year is kept."""
    return [each for each in await person_work.of_person(tx, school_id, person_id) if each.side is Side.MENTOR]


def _totals(of: _Done) -> dict[str, str]:
    return {
        "итог.наставляемых": str(of.people),
        "итог.встреч": str(len(of.notes)),
        "итог.посещений": str(sum(each.how in _VISITS for each in of.notes)),
        "итог.программ": str(sum(each.version > 0 for each in of.works)),
        "итог.завершено": str(sum(map(honours.is_finished, of.works))),
    }


def _pair(of: Worked, done: _Done, zone: ZoneInfo) -> Values:
    return {
        "год": of_school.in_words(of.school_year),
        "форма": FORMATS[of.format],
        "наставляемых": str(done.mentees.get(of.pairing_id, 0)),
        "период": period([of], zone),
        "приказ": f"№ {of.number} от {day(of.dated_on)}" if of.number else "",
        "программа": _programme(of),
    }


def _programme(of: Worked) -> str:
    if not of.version:
        return "не утверждена"
    if honours.is_finished(of):
        return "завершена"
    return "прекращена" if of.state is PairState.ENDED else f"ведётся, шагов: {of.done} из {of.steps}"


def _meetings(of: _Done) -> list[Values]:
    years = {each.pairing_id: each.school_year for each in of.works}
    found: dict[tuple[int, Contact], list[date]] = defaultdict(list)
    for each in of.notes:
        year = years.get(each.pairing_id, SchoolCalendar.school_year_of(each.held_on))
        found[year, each.how].append(each.held_on)
    kinds = list(MEETINGS)
    return [
        {
            "год": of_school.in_words(year),
            "вид": MEETINGS[how],
            "число": str(len(dates)),
            "даты": ", ".join(map(day, dates)),
        }
        for (year, how), dates in sorted(found.items(), key=lambda each: (each[0][0], kinds.index(each[0][1])))
    ]


def _event(of: Event) -> Values:
    return {
        "дата": day(of.day),
        "название": NAMES[of.kind],
        "участие": f"выступление «{of.talk}»" if of.talk else "участие",
    }


async def _practices(tx: Tx, school_id: int, person_id: int) -> list[Values]:
    """Accepted, and only those whose author lets the name be told."""
    cards = await practices.by_author(tx, person_id)
    return [
        {"год": of_school.in_words(each.school_year), "название": each.title}
        for each in reversed(cards)
        if each.school_id == school_id and each.state is CardState.ACCEPTED and each.publish is Publish.NAMED
    ]


def _order(of: Ordered) -> Values:
    return {"дата": day(of.dated_on), "номер": of.number, "название": ORDERS[of.kind]}
