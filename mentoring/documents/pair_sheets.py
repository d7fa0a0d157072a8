"""What somebody of a pair signs: about «the pair-the person». Of a mentor from outside there is none of these."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from mentoring import calendars, pair_papers, pairs
from mentoring import pair_paper_words as words
from mentoring.documents.filled import Filled
from mentoring.documents.pair_values import act, people, term
from mentoring.pair_papers import Signer
from mentoring.papers.office_words import day, inside, signed_name
from mentoring.papers.pair_values import DIRECTOR, Pair, Participant, Refusal, School
from mentoring.papers.pair_words import genitive
from mentoring.papers.templates.fields import Values
from mentoring.rules.pair_moves import TOGETHER
from mentoring.rules.text import clean_line
from storage import pair_orders
from storage.pairs import Pairing
from storage.tx import Tx
from storage.vocabulary.documents import DocumentKind
from storage.vocabulary.pairs import LeaveReason, Side

CONSENTS = (DocumentKind.CONSENT_MENTOR_351_8, DocumentKind.CONSENT_MENTEE_JOIN)


def about(pairing_id: int, person_id: int) -> str:
    return f"{pairing_id}-{person_id}"


async def unsigned(tx: Tx, school_id: int, kind: DocumentKind) -> list[Signer]:
    """Whose consent of this kind is not in."""
    return [each for each in await pair_papers.unsigned(tx, school_id) if _kind(each) is kind]


def _kind(of: Signer) -> DocumentKind:
    mentors = of.person.side is Side.MENTOR
    return DocumentKind.CONSENT_MENTOR_351_8 if mentors else DocumentKind.CONSENT_MENTEE_JOIN


async def mentor(tx: Tx, school_id: int, about: str, now: datetime) -> Filled | None:
    found = await _found(tx, school_id, about, Side.MENTOR, now)
    return Filled(work_values(await words.school(tx, school_id), *found[1:])) if found else None


async def mentee(tx: Tx, school_id: int, about: str, now: datetime) -> Filled | None:
    found = await _found(tx, school_id, about, Side.MENTEE, now)
    return Filled(joining_values(await words.school(tx, school_id), *found[1:])) if found else None


async def refusal(tx: Tx, school_id: int, about: str, now: datetime) -> Filled | None:
    """With the day after the last one of work, once notice was given."""
    found = await _found(tx, school_id, about, Side.MENTOR, now)
    if found is None:
        return None
    pairing, person, pair = found
    order = await pair_orders.get(tx, pairing.order_id, school_id) if pairing.order_id else None
    own = pairing.leaves_on if pairing.leave_reason is LeaveReason.MENTOR else None
    of = Refusal(
        school=await words.school(tx, school_id),
        mentor=person,
        mentees=pair.mentees,
        order=words.act(order),
        since=own + timedelta(days=1) if own else None,
    )
    return Filled(refusal_values(of))


async def _found(
    tx: Tx, school_id: int, about: str, side: Side, now: datetime
) -> tuple[Pairing, Participant, Pair] | None:
    """Of a pair that is agreed on or at work, and of nobody who has left it."""
    pairing_id, _, person_id = about.partition("-")
    pair = await pairs.read(tx, school_id, int(pairing_id)) if pairing_id.isdecimal() else None
    if pair is None or pair.pairing.state not in TOGETHER or not person_id.isdecimal():
        return None
    calendar = await calendars.of_school(tx, school_id, now)
    (paper,) = await words.papers(tx, school_id, [pair], calendar.local_day(now))
    inside: Sequence[Participant] = paper.mentors if side is Side.MENTOR else paper.mentees
    person = next((each for each in inside if each.id == int(person_id) and not each.is_external), None)
    return (pair.pairing, person, paper) if person else None


def work_values(school: School, person: Participant, pair: Pair) -> Values:
    content, volume = clean_line(pair.content), clean_line(pair.volume)
    return {**_head(school, person), **_whom(pair.mentees), **term(pair), "содержание": content, "объем": volume}


def joining_values(school: School, person: Participant, pair: Pair) -> Values:
    return {
        **_head(school, person),
        **term(pair),
        "наставники": people(pair.mentors),
        "наставников_несколько": len(pair.mentors) > 1,
        "цель": clean_line(pair.goal).rstrip("."),
    }


def refusal_values(of: Refusal) -> Values:
    return {
        **_head(of.school, of.mentor),
        **_whom(of.mentees),
        **act(of.order),
        "с_даты": day(of.since) if of.since else "",
    }


def _head(school: School, person: Participant) -> Values:
    """The dative is of the name alone: a post of the school's own wording is declined by nobody."""
    cases = school.director_cases if school.director_post == DIRECTOR else None
    return {
        "школа.краткое_название": clean_line(school.short_name or school.full_name),
        "директор.должность": clean_line(school.director_post).lower(),
        "директор.имя": clean_line(school.director),
        "директор.дательный": cases.dative if cases else "",
        "работник.имя": clean_line(person.name),
        "работник.должность": inside(person.post),
        "работник.родительный": genitive(person) or "",
        "работник.подпись": signed_name(person.name) if clean_line(person.name) else "",
    }


def _whom(mentees: Sequence[Participant]) -> Values:
    """All of them in the genitive, or none."""
    declined = [genitive(each) for each in mentees]
    all_of_them = bool(declined) and all(declined)
    return {
        "наставляемые": people(mentees),
        "наставляемых_несколько": len(mentees) > 1,
        "наставляемые_родительный": "; ".join(each for each in declined if each) if all_of_them else "",
    }
