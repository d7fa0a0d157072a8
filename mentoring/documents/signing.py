"""The number and the date that the school's register gives: to a paper itself, or to what it is about."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from mentoring import calendars, proofs
from mentoring.access import Member
from mentoring.documents.making import Seen, look_at, note
from mentoring.papers.templates.kinds import OUTLINES
from mentoring.proofs import Proof
from mentoring.rules.text import clean_line
from storage import documents, evidence, journal, pair_orders
from storage.tx import Tx
from storage.vocabulary.documents import DocumentKind


class Sign(StrEnum):
    """What came of the number and the date."""

    SIGNED = "signed"
    TAKEN = "taken"
    FUTURE = "future"
    GONE = "gone"


@dataclass(frozen=True, slots=True)
class Signed:
    """`proved`: the activity of the roadmap is done by it."""

    of: Sign
    kind: DocumentKind
    proved: bool = False
    about: str = ""


async def settle(tx: Tx, member: Member, kind: DocumentKind, about: str, now: datetime) -> None:
    """What it is about has got its number and its date: what it says now is what was signed, made before or not."""
    seen = await look_at(tx, member.school_id, kind, about, now)
    if seen is not None and seen.document is None and seen.signed and seen.outline.numbered:
        await note(tx, member, seen, now)
        seen = await look_at(tx, member.school_id, kind, about, now)
    if seen is not None and seen.document is not None and seen.signed:
        template_id = seen.template.id if seen.template else None
        await documents.settle(tx, seen.document.id, template_id=template_id, digest=seen.digest)


async def sign(
    tx: Tx, member: Member, kind: DocumentKind, number: str, dated_on: date, now: datetime, about: str = ""
) -> Signed:
    """The school's register gives the number: what is typed anew corrects it. It proves the roadmap's activity."""
    number = clean_line(number)
    calendar = await calendars.of_school(tx, member.school_id, now)
    seen = await look_at(tx, member.school_id, kind, about, now)
    if seen is None:
        return Signed(Sign.GONE, kind, about=about)
    if dated_on > calendar.local_day(now):
        return Signed(Sign.FUTURE, kind, about=about)
    if await _is_taken(tx, member, seen, number, dated_on):
        return Signed(Sign.TAKEN, kind, about=about)
    if seen.document is None:
        await note(tx, member, seen, now)
        seen = await look_at(tx, member.school_id, kind, about, now) or seen
    if seen.document is None:
        raise LookupError("a document that was just noted")
    # A form that is signed once more with other facts is another paper, and gets a number of its own.
    digest = seen.document.digest if seen.signed and not seen.outline.number_by_hand else seen.digest
    await documents.sign(tx, seen.document.id, number=number, dated_on=dated_on, digest=digest)
    await journal.note(tx, f"document.{kind}.sign", school_id=member.school_id, actor_id=member.person_id, now=now)
    return Signed(Sign.SIGNED, kind, proved=await _prove(tx, member, seen, number, dated_on, now), about=about)


async def _is_taken(tx: Tx, member: Member, seen: Seen, number: str, dated_on: date) -> bool:
    """Orders stand in one register; certificates, and acts, each have their own."""
    own, apart = seen.document.id if seen.document else 0, seen.outline.number_by_hand
    for each in await documents.numbered(tx, member.school_id, number, dated_on):
        same = each.kind is seen.outline.kind if apart else not OUTLINES[each.kind].number_by_hand
        if same and each.id != own:
            return True
    if apart:
        return False
    return await pair_orders.numbered(tx, member.school_id, seen.school_year, number, dated_on) is not None


async def _prove(tx: Tx, member: Member, seen: Seen, number: str, dated_on: date, now: datetime) -> bool:
    """A number that is corrected takes the evidence of the one before it back."""
    key = seen.outline.activity
    held = [each for each in await evidence.of_year(tx, member.school_id, seen.school_year) if each.activity == key]
    if any((each.number, each.dated_on) == (number, dated_on) for each in held):
        return True
    before = seen.signed
    if before and any((each.number, each.dated_on) == (before.number, before.dated_on) for each in held):
        await proofs.take_back(tx, member, key, now)
    said = {"number": number, "day": dated_on.isoformat()}
    return bool(key) and await proofs.keep(tx, member, key, Proof.DOCUMENT, said, now) is not None
