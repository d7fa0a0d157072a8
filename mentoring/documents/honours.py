"""What thanks and certificates are filled with: one sheet a person, nobody else named on it."""

from collections.abc import Sequence
from datetime import datetime
from functools import partial
from zoneinfo import ZoneInfo

from mentoring import honours, schools
from mentoring.documents import of_school
from mentoring.documents.filled import Filled
from mentoring.honours import EVERYBODY, MENTEE, MENTOR, THANKS, Honoured
from mentoring.pair_words import FORMATS
from mentoring.papers.office_words import day
from mentoring.papers.templates.fields import Values
from storage import person_work
from storage.person_work import Worked
from storage.tx import Tx
from storage.vocabulary.documents import DocumentKind
from storage.vocabulary.pairs import PairState


async def _gather(tx: Tx, school_id: int, about: str, now: datetime, kind: DocumentKind) -> Filled | None:
    read = honours.read_about(about)
    people = await _earned(tx, school_id, kind, *read) if read else ()
    if read is None or not people:
        return None
    zone = ZoneInfo((await schools.get(tx, school_id)).time_zone)
    sheets = [await _sheet(tx, each, kind, zone) for each in people]
    values = {**await of_school.values(tx, school_id, kind), "учебный_год": of_school.in_words(read[1])}
    return Filled({**values, "листы": sheets})


async def _earned(tx: Tx, school_id: int, kind: DocumentKind, person_id: int, school_year: int) -> tuple[Honoured, ...]:
    if school_year not in await honours.years(tx, school_id):
        return ()
    if person_id == EVERYBODY:
        return (await honours.year(tx, school_id, school_year)).earned(kind)
    one = await honours.person(tx, school_id, person_id, school_year)
    return (one,) if one and kind in one.kinds and one.withheld(kind) is None else ()


async def _sheet(tx: Tx, of: Honoured, kind: DocumentKind, zone: ZoneInfo) -> Values:
    who = ", ".join(each for each in (of.full_name, of.position) if each)
    told = of.told(kind)
    if kind is THANKS:
        return {"кто": who, "кого": of.accusative}
    facts = {
        "кто": who,
        "период": period(told, zone),
        "приказы": "; ".join(orders(told)),
        "формы": forms(told),
    }
    if kind is MENTEE:
        return facts
    pairs = {each.pairing_id for each in told}
    mentees = {each.person_id for each in await person_work.mentees(tx, of.id) if each.pairing_id in pairs}
    finished = sum(honours.is_finished(each) for each in told)
    return {**facts, "наставляемых": str(len(mentees)), "программ": str(finished)}


def period(of: Sequence[Worked], zone: ZoneInfo) -> str:
    """«с 09.09.2026 по 31.05.2027», «по настоящее время» while one of them is at work."""
    begun = min(each.starts_on or each.dated_on or each.joined_at.astimezone(zone).date() for each in of)
    ended = [
        each.left_at.astimezone(zone).date() if each.left_at else each.ended_on
        for each in of
        if each.left_at or each.state is PairState.ENDED
    ]
    until = day(max(each for each in ended if each)) if len(ended) == len(of) else "настоящее время"
    return f"с {day(begun)} по {until}"


def orders(of: Sequence[Worked]) -> tuple[str, ...]:
    """«приказ от 09.09.2026 № 47-о», each once, by day."""
    found = sorted({(each.dated_on, each.number) for each in of if each.dated_on and each.number})
    return tuple(f"приказ от {day(dated_on)} № {number}" for dated_on, number in found)


def forms(of: Sequence[Worked]) -> str:
    return ", ".join(dict.fromkeys(FORMATS[each.format] for each in of))


thanks_mentor = partial(_gather, kind=THANKS)
certificate_mentor = partial(_gather, kind=MENTOR)
certificate_mentee = partial(_gather, kind=MENTEE)
