"""A school's own templates: checked by the worker, kept until accepted, given up with one press; versions stay."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from mentoring import watched
from mentoring.access import Member
from mentoring.papers.templates.found import TagProblem, TemplateFound, Trouble
from storage import document_templates, journal
from storage.document_templates import Template
from storage.tx import Tx
from storage.vocabulary.documents import DocumentKind


@dataclass(frozen=True, slots=True)
class Standing:
    """`holding` is None while ours is used."""

    kind: DocumentKind
    holding: Template | None
    waiting: Template | None


@dataclass(frozen=True, slots=True)
class Accepted:
    kind: DocumentKind
    version: int


def from_worker(value: Mapping[str, Any]) -> TemplateFound:
    """Out of the JSON that it came back as."""
    problems = (
        TagProblem(Trouble(each["trouble"]), each["tag"], each["paragraph"], each["nearest"])
        for each in value["problems"]
    )
    return TemplateFound(
        DocumentKind(value["kind"]), value["content"], tuple(problems), value["more"], tuple(value["unused"])
    )


async def keep_sent(tx: Tx, member: Member, found: TemplateFound, now: datetime) -> int | None:
    """It waits to be accepted; None when something is wrong with it."""
    if not found.content:
        return None
    digest = hashlib.sha256(found.content.encode()).hexdigest()
    return await document_templates.put_waiting(
        tx,
        school_id=member.school_id,
        kind=found.kind,
        content=found.content,
        digest=digest,
        by=member.person_id,
        now=now,
    )


async def standing(tx: Tx, member: Member, kind: DocumentKind) -> Standing:
    holding = await document_templates.holding(tx, member.school_id, kind)
    return Standing(kind, holding, await document_templates.waiting(tx, member.school_id, kind))


async def accept(tx: Tx, member: Member, kind: DocumentKind, template_id: int, now: datetime) -> Accepted | None:
    """The one that stood above the button, and no other."""
    found = await document_templates.waiting(tx, member.school_id, kind)
    if found is None or found.id != template_id:
        return None
    version = await document_templates.last_version(tx, member.school_id, kind) + 1
    await document_templates.drop_holding(tx, member.school_id, kind, now)
    await document_templates.accept(tx, template_id, member.school_id, version)
    await watched.note(tx, f"template.{kind}.accept", school_id=member.school_id, actor_id=member.person_id, now=now)
    return Accepted(kind, version)


async def give_up(tx: Tx, member: Member, kind: DocumentKind, now: datetime) -> bool:
    """Ours again; False when it is ours already."""
    if not await document_templates.drop_holding(tx, member.school_id, kind, now):
        return False
    await journal.note(tx, f"template.{kind}.give_up", school_id=member.school_id, actor_id=member.person_id, now=now)
    return True
