"""By what an activity is done: recorded by a coordinator, taken back when it was a mistake."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from mentoring import roadmap_setup
from mentoring.access import Member
from mentoring.rules.roadmap import Activity
from mentoring.rules.text import clean_line
from storage import evidence, journal
from storage.evidence import Evidence, Recorded
from storage.tx import Tx
from storage.vocabulary import EvidenceKind


class Proof(StrEnum):
    """The small form that takes the evidence."""

    DOCUMENT = "proof_document"  # a number and a date
    EVENT = "proof_event"  # a date, perhaps the number of the minutes
    WORDS = "proof_words"  # what, where, who decided
    REASON = "proof_reason"  # why it counts as done without what it needs
    NOT_NEEDED = "proof_not_needed"  # why there is nothing to do


_FORMS: Mapping[EvidenceKind, Proof] = {EvidenceKind.DOCUMENT: Proof.DOCUMENT, EvidenceKind.EVENT: Proof.EVENT}
_KINDS: Mapping[Proof, EvidenceKind] = {
    Proof.REASON: EvidenceKind.WORDS,
    Proof.NOT_NEEDED: EvidenceKind.NOT_APPLICABLE,
}


@dataclass(frozen=True, slots=True)
class Kept:
    activity: str
    kind: EvidenceKind


def form_of(activity: Activity) -> Proof:
    """What is asked when it is said to be done."""
    return _FORMS.get(activity.evidence, Proof.WORDS)


async def keep(tx: Tx, member: Member, key: str, proof: Proof, said: Mapping[str, str], now: datetime) -> Kept | None:
    """What the form has brought; None when the year has no such activity."""
    year = await roadmap_setup.year_of(tx, member.school_id)
    activity = next((each for stage in year.stages for each in stage.activities if each.key == key), None)
    if activity is None:
        return None
    kind = _KINDS.get(proof, activity.evidence)
    day = said.get("day")
    await evidence.record(
        tx,
        Evidence(
            key,
            kind,
            number=clean_line(said.get("number", "")),
            dated_on=date.fromisoformat(day) if day else None,
            words=clean_line(said.get("words", "")),
        ),
        school_id=member.school_id,
        school_year=year.school_year,
        by=member.person_id,
        now=now,
    )
    await journal.note(tx, f"roadmap.{kind}", school_id=member.school_id, actor_id=member.person_id, now=now)
    return Kept(key, kind)


async def prove_event(tx: Tx, member: Member, key: str, *, day: date, words: str, now: datetime) -> int | None:
    """An event of ours that has taken place: its evidence; None when the year has no such activity."""
    year = await roadmap_setup.year_of(tx, member.school_id)
    if not any(each.key == key for stage in year.stages for each in stage.activities):
        return None
    by = member.person_id
    kind = EvidenceKind.EVENT
    evidence_id = await evidence.record(
        tx,
        Evidence(key, kind, dated_on=day, words=words),
        school_id=member.school_id,
        school_year=year.school_year,
        by=by,
        now=now,
    )
    await journal.note(tx, f"roadmap.{kind}", school_id=member.school_id, actor_id=by, now=now)
    return evidence_id


async def take_back(tx: Tx, member: Member, key: str, now: datetime) -> bool:
    """False when nothing was recorded."""
    year = await roadmap_setup.year_of(tx, member.school_id)
    taken = await evidence.take_back(
        tx, school_id=member.school_id, school_year=year.school_year, activity=key, now=now
    )
    if taken:
        await journal.note(tx, "roadmap.take_back", school_id=member.school_id, actor_id=member.person_id, now=now)
    return bool(taken)


__all__ = ["Kept", "Proof", "Recorded", "form_of", "keep", "prove_event", "take_back"]
