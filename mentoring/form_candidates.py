"""Who may be asked to answer a questionnaire, as the list with ticks shows them."""

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime

from mentoring import answer_values, forms, schools
from mentoring.access import Member
from mentoring.rules.readiness import FORM, Ready
from storage import form_ticks
from storage.form_ticks import Candidate, Count
from storage.tx import Tx

PAGE = 8
YEAR_BEGINS_IN = 8  # August belongs to the school year that comes


@dataclass(frozen=True, slots=True)
class CandidateLine:
    id: int
    full_name: str
    position: str
    experience: str  # in words, «» when nobody knows
    refusal: Ready | None
    would_help: bool  # said so in the request
    asked_on: date | None
    ticked: bool


@dataclass(frozen=True, slots=True)
class CandidatesPage:
    lines: tuple[CandidateLine, ...]
    count: Count
    number: int
    pages: int


async def page(tx: Tx, member: Member, form_key: str, number: int) -> CandidatesPage:
    found = await _count(tx, member, form_key)
    pages = max(1, -(-found.people // PAGE))
    number = min(max(number, 0), pages - 1)
    lines = await form_ticks.page(tx, member.school_id, form_key, by=member.person_id, offset=number * PAGE, limit=PAGE)
    drawn = _line if form_key == FORM else _plain_line
    return CandidatesPage(tuple(drawn(each, member) for each in lines), found, number, pages)


async def _count(tx: Tx, member: Member, form_key: str) -> Count:
    since = await year_began(tx, member)
    return await form_ticks.count(tx, member.school_id, form_key, by=member.person_id, since=since)


async def year_began(tx: Tx, member: Member) -> datetime:
    school = await schools.get(tx, member.school_id)
    return datetime(school.school_year, YEAR_BEGINS_IN, 1, tzinfo=UTC)


def _line(of: Candidate, member: Member) -> CandidateLine:
    ready, experience = answer_values.read(of.ready), answer_values.read(of.experience)
    labels = {each.key: each.label for each in forms.load().dictionary("experience")}
    return CandidateLine(
        of.id,
        of.full_name,
        of.position,
        labels.get(str(experience), ""),
        Ready(ready) if isinstance(ready, str) and ready in set(Ready) else None,
        would_help=answer_values.read(of.helps) in ("full", "maybe"),
        asked_on=of.asked_at.astimezone(member.zone).date() if of.asked_at else None,
        ticked=of.ticked,
    )


def _plain_line(of: Candidate, member: Member) -> CandidateLine:
    """Experience and readiness to help say nothing of a questionnaire that is everybody's."""
    return replace(_line(of, member), experience="", would_help=False)
