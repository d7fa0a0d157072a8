"""Consent to data, leave to be written to, and their withdrawal: three acts, three records."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from mentoring import notices, pair_ends, schools
from mentoring.access import Member
from mentoring.rules.calendar import SchoolCalendar
from mentoring.rules.consent_text import PARTICIPANT_CONSENT, Operator, last_day, render_plain, render_short, text_hash
from storage import consents, document_templates, journal, outbox, papers, people, runs
from storage.people import Person
from storage.tx import Tx
from storage.vocabulary import ConsentDecision, ConsentKind, Source
from storage.vocabulary.documents import DocumentKind
from storage.vocabulary.pairs import EndReason

DESTROY_DAYS = 30  # 152-ФЗ, article 21, part 5
ERASE_BY_ITSELF_DAYS = 25
LAPSE_DAYS = 400  # how far back a term is looked for that ended while the bot was off


@dataclass(frozen=True, slots=True)
class Receipt:
    """What a person who withdrew is told."""

    withdrawn_on: date
    destroyed_by: date


@dataclass(frozen=True, slots=True)
class Shown:
    """What was decided about, in the words of the screen or the paper, and the last day that they name."""

    words: str
    until: date | None = None


async def full_text(tx: Tx, school_id: int, now: datetime) -> str:
    """The consent's words with the operator's name and term, as the chat shows and the paper prints them."""
    school = await schools.get(tx, school_id)
    operator = Operator(school.name, school.address)
    return render_plain(PARTICIPANT_CONSENT, operator, school_year=await term_year(tx, school_id, now))


async def short_text(tx: Tx, school_id: int, now: datetime) -> str:
    return render_short(school_year=await term_year(tx, school_id, now))


async def term_year(tx: Tx, school_id: int, now: datetime) -> int:
    """The school year that a consent given now is for: nobody consents until a day that is over.

    The school's own year, or today's when nobody has moved it on in the settings.
    """
    school = await schools.get(tx, school_id)
    today = now.astimezone(ZoneInfo(school.time_zone)).date()
    return max(school.school_year, SchoolCalendar.school_year_of(today))


async def lapse_due(tx: Tx, now: datetime) -> int:
    """Consents whose stated term is over hold no more; asked for anew. UTC's day is never ahead of Russia's."""
    today = now.astimezone(UTC).date()
    lapsed = await consents.lapse(tx, since=today - timedelta(days=LAPSE_DAYS), today=today, now=now)
    if lapsed:
        await papers.lapse(tx, now)
    return lapsed


async def give(tx: Tx, member: Member, now: datetime) -> None:
    """The tap: lets the person begin; the signed paper is tracked apart."""
    await _record(tx, member.school_id, member.person_id, ConsentDecision.GIVEN, Source.TAP, now)
    await papers.ensure(tx, member.person_id, now)
    if member.data_consent in (ConsentDecision.GIVEN, ConsentDecision.LAPSED):
        await papers.begin_anew(tx, member.person_id, now)  # the sheet had the text or the term before this one
    if member.data_consent is ConsentDecision.WITHDRAWN:
        await people.set_erase_by(tx, member.person_id, None)
        await journal.note(
            tx,
            "consent.again",
            school_id=member.school_id,
            actor_id=member.person_id,
            person_id=member.person_id,
            now=now,
        )


async def give_on_paper(tx: Tx, *, person_id: int, by: int, now: datetime) -> None:
    """For a person without an account: the coordinator has the signed sheet in hand."""
    person = await people.get(tx, person_id)
    if person is None:
        raise LookupError("no such person")
    own = await _own_sheets(tx, person.school_id)
    await _record(tx, person.school_id, person_id, ConsentDecision.GIVEN, Source.PAPER, now, by=by, sheets=own)


async def _own_sheets(tx: Tx, school_id: int) -> str:
    """The digests of the school's own templates of the sheet: the words on paper are theirs then, and not ours."""
    held = [
        await document_templates.holding(tx, school_id, kind)
        for kind in (DocumentKind.CONSENT_PD_MENTOR, DocumentKind.CONSENT_PD_MENTEE)
    ]
    return "".join(f"\n{each.digest}" for each in held if each)


async def decline(tx: Tx, member: Member, now: datetime) -> None:
    """Nothing is kept but the fact and the date. After another decision it is nothing new, or `withdraw`'s to do."""
    if member.data_consent is not None:
        return
    await _record(tx, member.school_id, member.person_id, ConsentDecision.DECLINED, Source.TAP, now)


async def allow_contact(tx: Tx, member: Member, now: datetime, *, shown: str) -> None:
    """`shown` is the question that was answered, in the words of the screen."""
    await _keep(tx, member.person_id, ConsentKind.CONTACT, ConsentDecision.GIVEN, Source.TAP, now, shown=Shown(shown))


async def refuse_contact(
    tx: Tx, member: Member, now: datetime, *, shown: str = "", source: Source = Source.TAP
) -> None:
    """No message begins with us any more, at once; the person can still write first. Nothing need have been asked."""
    before = member.contact_consent
    decision = ConsentDecision.WITHDRAWN if before is ConsentDecision.GIVEN else ConsentDecision.DECLINED
    if before is not decision:
        await _keep(tx, member.person_id, ConsentKind.CONTACT, decision, source, now, shown=Shown(shown))
    await outbox.drop_notices(tx, member.person_id, "cancelled", now)


async def leaves_school_alone(tx: Tx, member: Member) -> bool:
    """Is this the only one who leads the programme?"""
    return member.coordinates and set(await people.coordinators(tx, member.school_id)) <= {member.person_id}


async def withdraw(tx: Tx, member: Member, now: datetime) -> Receipt | None:
    """Effect at once: hidden, nothing asked, nothing sent; erased by the coordinator, by itself on day 25.

    Done twice, it changes nothing and gives the same receipt. None when nothing was given.
    """
    person = await people.get(tx, member.person_id)
    if person is None:
        raise LookupError("no such person")
    if person.erase_by is not None:
        return _receipt(person.erase_by - timedelta(days=ERASE_BY_ITSELF_DAYS))
    if member.may_withdraw:
        return await _withdraw(tx, person, source=Source.TAP, by=None, at=now, now=now)
    return None


async def withdraw_on_paper(tx: Tx, member: Member, person_id: int, now: datetime) -> Receipt | None:
    """The coordinator has the written application in hand; None when no consent of this person holds."""
    person = await people.of_school(tx, person_id, member.school_id)
    latest = await consents.latest(tx, person_id, ConsentKind.DATA)
    given = latest is not None and latest.decision in (ConsentDecision.GIVEN, ConsentDecision.LAPSED)
    if person is None or person.erase_by is not None or not given:
        return None
    return await _withdraw(tx, person, source=Source.PAPER, by=member.person_id, at=now, now=now)


async def withdraw_again(tx: Tx, person: Person, at: datetime, now: datetime) -> bool:
    """A restored copy does not know of a withdrawal: its terms run from the day it was made.

    False when the person has decided something since then.
    """
    latest = await consents.latest(tx, person.id, ConsentKind.DATA)
    withdrawn = latest is not None and latest.decision is ConsentDecision.WITHDRAWN and person.erase_by is not None
    if withdrawn or (latest is not None and latest.decided_at > at):
        return False
    await _withdraw(tx, person, source=latest.source if latest else Source.TAP, by=None, at=at, now=now)
    return True


async def _withdraw(tx: Tx, person: Person, *, source: Source, by: int | None, at: datetime, now: datetime) -> Receipt:
    """`at` is when it was said, `now` when it takes effect: the same moment but after a restore."""
    school = await schools.get(tx, person.school_id)
    withdrawn_on = at.astimezone(ZoneInfo(school.time_zone)).date()
    await _record(tx, person.school_id, person.id, ConsentDecision.WITHDRAWN, source, at, by=by)
    await people.set_erase_by(tx, person.id, withdrawn_on + timedelta(days=ERASE_BY_ITSELF_DAYS))
    await papers.begin_anew(tx, person.id, now)
    await runs.abandon_all(tx, person.id, now)
    await pair_ends.leave_all(tx, person.school_id, person.id, EndReason.CONSENT, by=by, now=now)
    await outbox.drop_notices(tx, person.id, "cancelled", now)
    actor_id = by or person.id
    await notices.tell_withdrawal(tx, person, but=actor_id, at=at, now=now)
    await journal.note(
        tx, "consent.withdrawn", school_id=person.school_id, actor_id=actor_id, person_id=person.id, now=at
    )
    return _receipt(withdrawn_on)


def _receipt(withdrawn_on: date) -> Receipt:
    return Receipt(withdrawn_on, withdrawn_on + timedelta(days=DESTROY_DAYS))


async def is_held(tx: Tx, person_id: int) -> bool:
    """Does consent to data hold now, in whatever way it was given?"""
    latest = await consents.latest(tx, person_id, ConsentKind.DATA)
    return latest is not None and latest.decision is ConsentDecision.GIVEN


async def _record(
    tx: Tx,
    school_id: int,
    person_id: int,
    decision: ConsentDecision,
    source: Source,
    now: datetime,
    *,
    by: int | None = None,
    sheets: str = "",
) -> None:
    """A decision about the data: to the text with this school's name, and on the school's own sheets."""
    until = last_day(await term_year(tx, school_id, now)) if decision is ConsentDecision.GIVEN else None
    shown = Shown(await full_text(tx, school_id, now) + sheets, until)
    await _keep(tx, person_id, ConsentKind.DATA, decision, source, now, shown=shown, by=by)


async def _keep(
    tx: Tx,
    person_id: int,
    kind: ConsentKind,
    decision: ConsentDecision,
    source: Source,
    now: datetime,
    *,
    shown: Shown,
    by: int | None = None,
) -> None:
    await consents.record(
        tx,
        person_id=person_id,
        kind=kind,
        decision=decision,
        source=source,
        text_version=PARTICIPANT_CONSENT.version,
        text_hash=text_hash(shown.words),
        recorded_by=by,
        valid_until=shown.until,
        now=now,
    )
