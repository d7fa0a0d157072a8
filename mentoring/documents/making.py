"""A document as it stands: what is missing, made in Word, given its number, made once more as a copy."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from mentoring.access import Member
from mentoring.documents import asked
from mentoring.documents.asked import Asked
from mentoring.documents.filled import Filled, Register
from mentoring.documents.sources import SOURCES
from mentoring.jobs import Work
from mentoring.papers.templates.fields import DATED_ON, NUMBER, Field, Outline, Values, missing
from mentoring.papers.templates.kinds import OUTLINES
from mentoring.schools import year_of
from storage import document_templates, documents, jobs
from storage.document_templates import Template
from storage.documents import Document
from storage.tx import Tx
from storage.vocabulary.documents import DocumentKind

_FROM_REGISTER = frozenset({NUMBER, DATED_ON})


@dataclass(frozen=True, slots=True)
class Seen:
    """`missing` are blanks but the number and the date; `pending` is what the kind's form would ask."""

    outline: Outline
    about: str
    school_year: int
    document: Document | None
    template: Template | None
    filled: Filled
    digest: str

    @property
    def missing(self) -> tuple[Field, ...]:
        return tuple(each for each in missing(self.outline, self.filled.values) if each.name not in _FROM_REGISTER)

    @property
    def pending(self) -> tuple[Asked, ...]:
        known = self.filled.known
        return tuple(
            each
            for each in asked.asked_of(self.outline.kind)
            if each.field not in known or not (known[each.field] or each.optional)
        )

    @property
    def signed(self) -> Register | None:
        of = self.document
        if of and of.number and of.dated_on:
            return Register(of.number, of.dated_on)
        return self.filled.register

    @property
    def differs(self) -> bool:
        """What was signed would read otherwise today."""
        return self.signed is not None and self.document is not None and self.document.digest != self.digest


class Made(StrEnum):
    DRAFT = "draft"
    ORIGINAL = "original"
    COPY = "copy"
    CHANGED = "changed"  # a draft beside what was signed


async def look(tx: Tx, school_id: int, kind: DocumentKind, now: datetime) -> Seen:
    """A paper of the whole school."""
    seen = await look_at(tx, school_id, kind, "", now)
    if seen is None:
        raise LookupError("a paper that is not of the whole school")
    return seen


async def look_at(tx: Tx, school_id: int, kind: DocumentKind, about: str, now: datetime) -> Seen | None:
    """None when what it is about is gone, or is another school's."""
    filled = await SOURCES[kind](tx, school_id, about, now)
    return await seen_with(tx, school_id, kind, about, filled) if filled else None


async def seen_with(tx: Tx, school_id: int, kind: DocumentKind, about: str, filled: Filled) -> Seen:
    """As it stands with these values."""
    school_year = await year_of(tx, school_id)
    template = await document_templates.holding(tx, school_id, kind)
    found = await documents.find(tx, school_id, school_year, kind, about)
    return Seen(OUTLINES[kind], about, school_year, found, template, filled, _digest(filled.values, template))


async def year(tx: Tx, school_id: int) -> Mapping[DocumentKind, Document]:
    """What was made of the whole school in the year, by kind."""
    made = await documents.of_year(tx, school_id, await year_of(tx, school_id))
    return {each.kind: each for each in made if not each.about}


async def make(tx: Tx, member: Member, chat_id: int, kind: DocumentKind, now: datetime, about: str = "") -> Made | None:
    """Queue it; ordered once more before it is done, it is one and the same. None: there is nothing to make it of."""
    seen = await look_at(tx, member.school_id, kind, about, now)
    if seen is None:
        return None
    task: dict[str, int | str] = {"kind": kind.value, **({"about": about} if about else {})}
    if await jobs.same_due(tx, person_id=member.person_id, kind=Work.DOCUMENT, task=task) is None:
        if seen.outline.numbered:
            await note(tx, member, seen, now)
        await jobs.add(
            tx,
            school_id=member.school_id,
            person_id=member.person_id,
            chat_id=chat_id,
            kind=Work.DOCUMENT,
            task=task,
            now=now,
        )
        seen = await look_at(tx, member.school_id, kind, about, now) or seen
    return made_as(seen)


async def note(tx: Tx, member: Member, seen: Seen, now: datetime) -> None:
    """That it was made so; what was signed stays what it was."""
    template_id = seen.template.id if seen.template else None
    if seen.document is None:
        await documents.add(
            tx,
            school_id=member.school_id,
            school_year=seen.school_year,
            kind=seen.outline.kind,
            about=seen.about,
            template_id=template_id,
            digest=seen.digest,
            by=member.person_id,
            now=now,
        )
    elif seen.document.digest == seen.digest:
        await documents.copied(tx, seen.document.id)
    elif not seen.signed:
        await documents.remake(tx, seen.document.id, template_id=template_id, digest=seen.digest)


def made_as(seen: Seen) -> Made:
    """A paper that no register has is only ever the paper, or its draft."""
    if not seen.outline.numbered:
        return Made.DRAFT if seen.filled.is_draft else Made.ORIGINAL
    if seen.differs:
        return Made.CHANGED
    whole = seen.outline.number_by_hand and not seen.signed
    if seen.document and seen.document.copies > 0 and not whole:
        return Made.COPY
    return Made.ORIGINAL if seen.signed or whole else Made.DRAFT


def _digest(values: Values, template: Template | None) -> str:
    """A picture by what it is drawn of."""
    said = json.dumps([values, template.digest if template else ""], ensure_ascii=False, sort_keys=True, default=repr)
    return hashlib.sha256(said.encode()).hexdigest()
