"""Professional requests: the mentee bank, and a person's own request."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from mentoring.access import Member
from mentoring.filling import place as places
from mentoring.rules import questionnaire
from mentoring.rules.consent_text import MENTEE_CONSENT
from mentoring.rules.forms import Form, Part
from mentoring.rules.questionnaire import Answers, SummaryLine
from storage import bank, journal, people, runs
from storage.bank import Count, Entry, Silent
from storage.runs import Run
from storage.tx import Tx
from storage.vocabulary import ConsentDecision, RunState

FORM = "needs"
PAGE = 8


class Wish(StrEnum):
    """Whether the author wants a mentor: the options of the question."""

    YEAR = "year"
    SHORT = "short"
    LATER = "later"
    DECLINE = "decline"


@dataclass(frozen=True, slots=True)
class BankLine:
    """One request of the list; `is_new` until the coordinator says that it is seen."""

    id: int  # the person's
    run_id: int
    full_name: str
    position: str
    is_new: bool
    wish: Wish | None


@dataclass(frozen=True, slots=True)
class BankPage:
    entries: tuple[BankLine, ...]
    count: Count
    number: int
    pages: int


class Why(StrEnum):
    """Why there is no request yet: the first thing that stands in the way."""

    NOT_IN_BOT = "not_in_bot"
    ON_PAPER = "on_paper"  # consented on paper: the coordinator enters the answers
    UNDECIDED = "undecided"
    NEW_TEXT = "new_text"  # consented to an earlier text
    LAPSED = "lapsed"  # consented for a term that is over
    DECLINED = "declined"
    UNREACHABLE = "unreachable"
    BEGUN = "begun"
    NOT_BEGUN = "not_begun"


@dataclass(frozen=True, slots=True)
class SilentLine:
    """Somebody without a request. `mute`: they left no leave to be written to."""

    id: int
    full_name: str
    position: str
    why: Why
    mute: bool
    paused_until: date | None


@dataclass(frozen=True, slots=True)
class SilentPage:
    lines: tuple[SilentLine, ...]
    number: int
    pages: int
    total: int
    people: int


@dataclass(frozen=True, slots=True)
class Request:
    """One request in the words of its form."""

    run: Run
    form: Form
    full_name: str
    position: str
    lines: tuple[SummaryLine, ...]
    answers: Answers
    left: int = 0  # required questions that a change has opened: the author is in the middle of it


async def page(tx: Tx, member: Member, number: int, *, around: int = 0) -> BankPage:
    """A page of the bank; `around` is the run whose page is wanted instead."""
    found = await bank.count(tx, member.school_id)
    if around:
        number = await bank.place_of(tx, member.school_id, around) // PAGE
    pages = max(1, -(-found.answered // PAGE))
    number = min(max(number, 0), pages - 1)
    entries = await bank.page(tx, member.school_id, offset=number * PAGE, limit=PAGE)
    return BankPage(tuple(_bank_line(each) for each in entries), found, number, pages)


def _bank_line(of: Entry) -> BankLine:
    said = places.read(of.wish)
    wish = Wish(said) if isinstance(said, str) and said in set(Wish) else None
    return BankLine(of.id, of.run_id, of.full_name, of.position, of.seen_at is None, wish)


async def silent(tx: Tx, member: Member, number: int, now: datetime) -> SilentPage:
    """Who has not handed in, each with the reason."""
    found = await bank.count(tx, member.school_id)
    total = found.people - found.answered
    pages = max(1, -(-total // PAGE))
    number = min(max(number, 0), pages - 1)
    today = now.astimezone(member.zone).date()
    rows = await bank.silent(tx, member.school_id, offset=number * PAGE, limit=PAGE)
    return SilentPage(tuple(_silent_line(each, today) for each in rows), number, pages, total, found.people)


def why(person: Silent) -> Why:
    consented = person.data_decision is ConsentDecision.GIVEN
    if person.account_id is None:
        return Why.ON_PAPER if consented else Why.NOT_IN_BOT
    if person.data_decision is None:
        return Why.UNDECIDED
    if person.data_decision is ConsentDecision.LAPSED:
        return Why.LAPSED
    if not consented:
        return Why.DECLINED
    if not person.reachable:
        return Why.UNREACHABLE
    if person.data_version != MENTEE_CONSENT.version:
        return Why.NEW_TEXT
    return Why.BEGUN if person.state is RunState.OPEN else Why.NOT_BEGUN


def _silent_line(person: Silent, today: date) -> SilentLine:
    reason = why(person)
    waited_for = reason in (Why.BEGUN, Why.NOT_BEGUN)
    paused = person.paused_until if person.paused_until and person.paused_until > today else None
    return SilentLine(
        person.id,
        person.full_name,
        person.position,
        reason,
        mute=waited_for and person.contact_decision is not ConsentDecision.GIVEN,
        paused_until=paused if waited_for else None,
    )


async def read(tx: Tx, member: Member, run_id: int) -> Request | None:
    """A request of the coordinator's own school; None when it is gone."""
    run = await runs.get(tx, run_id)
    if run is None or run.school_id != member.school_id or run.form_key != FORM:
        return None
    person = await people.of_school(tx, run.person_id, member.school_id)
    if person is None or person.erase_by is not None or run.state is not RunState.SUBMITTED:
        return None
    return await _read(tx, run, person.full_name, person.position)


async def own(tx: Tx, member: Member) -> Request | None:
    """The person's own request, handed in or begun."""
    run = await runs.latest(tx, member.person_id, FORM)
    if run is None or run.state not in (RunState.OPEN, RunState.SUBMITTED):
        return None
    return await _read(tx, run, member.full_name, "")


async def of_person(tx: Tx, member: Member, person_id: int) -> Request | None:
    """The request of a person of the coordinator's school."""
    run = await runs.latest(tx, person_id, FORM)
    return await read(tx, member, run.id) if run else None


async def mark_seen(tx: Tx, member: Member, run_id: int, now: datetime) -> bool:
    """False when it was marked before."""
    return bool(await bank.mark_seen(tx, run_id, school_id=member.school_id, by=member.person_id, now=now))


async def withdraw(tx: Tx, member: Member, now: datetime) -> bool:
    """The author takes the request back: it leaves the bank, the journal keeps only the fact."""
    run = await runs.latest(tx, member.person_id, FORM)
    if run is None or run.state not in (RunState.OPEN, RunState.SUBMITTED):
        return False
    await runs.end(tx, run.id, old=run.state, new=RunState.WITHDRAWN, now=now)
    await runs.drop_answers(tx, run.id)
    await journal.note(
        tx,
        "request.withdraw",
        school_id=member.school_id,
        actor_id=member.person_id,
        person_id=member.person_id,
        now=now,
    )
    return True


async def _read(tx: Tx, run: Run, full_name: str, position: str) -> Request:
    place = await places.load(tx, run)
    lines = questionnaire.summary(place.form, place.answers)
    left = questionnaire.remaining(place.form, place.answers, Part.CORE) if run.state is RunState.SUBMITTED else 0
    return Request(run, place.form, full_name, position, lines, place.answers, left)
