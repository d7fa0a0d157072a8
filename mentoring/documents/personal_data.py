"""What the forms about personal data are filled with; address, contacts and signatures are written by hand."""

from datetime import datetime
from zoneinfo import ZoneInfo

from mentoring import schools
from mentoring.documents import of_school
from mentoring.documents.filled import Filled
from mentoring.papers.office_words import day, inside, signed_name
from storage import consents, people
from storage.tx import Tx
from storage.vocabulary import ConsentDecision, ConsentKind
from storage.vocabulary.documents import DocumentKind


async def withdrawal(tx: Tx, school_id: int, about: str, _now: datetime) -> Filled | None:
    """Of a person, in their own name."""
    person = await people.of_school(tx, int(about), school_id) if about.isascii() and about.isdecimal() else None
    if person is None:
        return None
    latest = await consents.latest(tx, person.id, ConsentKind.DATA)
    given = latest if latest and latest.decision is ConsentDecision.GIVEN else None
    zone = ZoneInfo((await schools.get(tx, school_id)).time_zone)
    values = await of_school.values(tx, school_id, DocumentKind.WITHDRAWAL_PD)
    return Filled(
        {
            **values,
            "директор.должность": values["директор.должность"].lower(),  # it stands inside of a line
            "заявитель.имя": person.full_name,
            "заявитель.должность": inside(person.position),
            "заявитель.подпись": signed_name(person.full_name),
            "согласие.дата": day(given.decided_at.astimezone(zone).date()) if given else "",
        }
    )


async def publication(tx: Tx, school_id: int, _about: str, _now: datetime) -> Filled:
    """Of nobody yet: whoever signs it writes their name."""
    return Filled(await of_school.values(tx, school_id, DocumentKind.CONSENT_PUBLICATION))
