"""The sheet of consent to personal data: about a person of the school, by what they are in the programme."""

from datetime import datetime

from mentoring import consent, schools
from mentoring.documents.filled import Filled
from mentoring.papers.templates.fields import Values
from mentoring.rules.consent_text import Operator, last_day
from mentoring.rules.text import clean_line
from storage import mentors, papers, people
from storage.tx import Tx
from storage.vocabulary.documents import DocumentKind

KINDS = (DocumentKind.CONSENT_PD_MENTEE, DocumentKind.CONSENT_PD_MENTOR)


async def gather(tx: Tx, school_id: int, about: str, now: datetime) -> Filled | None:
    """None of whoever has withdrawn, or is of another school."""
    person = await people.of_school(tx, int(about), school_id) if about.isdecimal() else None
    if person is None or person.erase_by is not None:
        return None
    school = await schools.get(tx, school_id)
    year = await consent.term_year(tx, school_id, now)
    return Filled(values_of(Operator(school.name, school.address), person.full_name, year))


def values_of(operator: Operator, person: str, school_year: int) -> Values:
    """`school_year` is the year it begins in."""
    return {
        "школа.полное_название": clean_line(operator.name),
        "школа.адрес": clean_line(operator.address),
        "обработчик.есть": operator.has_processor,
        "обработчик.название": clean_line(operator.processor_name),
        "обработчик.адрес": clean_line(operator.processor_address),
        "работник.имя": clean_line(person),
        "срок.год": str(last_day(school_year).year),
    }


async def kind_for(tx: Tx, school_id: int, person_id: int) -> DocumentKind:
    """A mentor's when they have offered to be one, or are one."""
    known = await mentors.known(tx, school_id)
    return DocumentKind.CONSENT_PD_MENTOR if person_id in known else DocumentKind.CONSENT_PD_MENTEE


async def left(tx: Tx, school_id: int, kind: DocumentKind) -> list[int]:
    """Who of this kind has not handed a sheet in, in the order of the screen."""
    known = set(await mentors.known(tx, school_id))
    is_mentors = kind is DocumentKind.CONSENT_PD_MENTOR
    return [each.id for each in await papers.not_received(tx, school_id) if (each.id in known) is is_mentors]
