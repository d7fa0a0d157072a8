"""Sheets that people sign: one, or all of a kind that are missing, in one file by one template."""

from datetime import datetime

from mentoring import pairs
from mentoring.access import Member
from mentoring.documents import consent_pd, pair_sheets
from mentoring.documents.sources import SOURCES
from mentoring.jobs import Task, Work
from mentoring.papers.templates.fields import missing
from mentoring.papers.templates.kinds import OUTLINES
from storage import document_templates, jobs, pair_papers, papers
from storage.jobs import Job
from storage.tx import Tx
from storage.vocabulary.documents import DocumentKind
from storage.vocabulary.pairs import Side

_LONGEST = 700  # of a caption, beside the words of its kind


async def left(tx: Tx, school_id: int, kind: DocumentKind) -> list[str]:
    """About whom a sheet of this kind is missing."""
    if kind in consent_pd.KINDS:
        return [str(each) for each in await consent_pd.left(tx, school_id, kind)]
    found = await pair_sheets.unsigned(tx, school_id, kind) if kind in pair_sheets.CONSENTS else []
    return [pair_sheets.about(each.pair.pairing.id, each.id) for each in found]


async def order(tx: Tx, member: Member, chat_id: int, kind: DocumentKind, now: datetime, about: str = "") -> bool:
    """Queue it, once; False when there is nobody to print it for."""
    if about:
        found = await SOURCES[kind](tx, member.school_id, about, now) is not None
    else:
        found = bool(await left(tx, member.school_id, kind))
    task: dict[str, int | str] = {"kind": kind.value, **({"about": about} if about else {})}
    if found and await jobs.same_due(tx, person_id=member.person_id, kind=Work.SHEETS, task=task) is None:
        await jobs.add(
            tx,
            school_id=member.school_id,
            person_id=member.person_id,
            chat_id=chat_id,
            kind=Work.SHEETS,
            task=task,
            now=now,
        )
    return found


async def is_own_refusal(tx: Tx, member: Member, kind: DocumentKind, about: str) -> bool:
    """A mentor has the sheet with their own name, and no other, while they are in the pair."""
    pairing_id, _, person_id = about.partition("-")
    if kind is not DocumentKind.REFUSAL_MENTOR or person_id != str(member.person_id):
        return False
    pair = await pairs.own_one(tx, member, int(pairing_id))
    return pair is not None and pair.side_of(member.person_id) is Side.MENTOR


async def sheets(tx: Tx, job: Job, now: datetime) -> Task:
    """Printing is noted on each."""
    kind, one = DocumentKind(str(job.task["kind"])), str(job.task.get("about", ""))
    outline, values = OUTLINES[kind], []
    for about in [one] if one else await left(tx, job.school_id, kind):
        filled = await SOURCES[kind](tx, job.school_id, about, now)
        if filled is not None:
            values.append(filled.values)
            await _printed(tx, job, kind, about, now)
    if not values:
        raise LookupError("nobody is left to print it for")
    lacking = dict.fromkeys(each.what for of in values for each in missing(outline, of))
    own = await document_templates.holding(tx, job.school_id, kind)
    template = await document_templates.content(tx, own.id, job.school_id) if own else ""
    caption = f"Не заполнено: {'; '.join(lacking)}." if lacking else ""
    arguments = (kind.value, template, values)
    return Task("mentoring.papers.templates.worker:sheets", arguments, outline.file_name, caption[:_LONGEST])


async def _printed(tx: Tx, job: Job, kind: DocumentKind, about: str, now: datetime) -> None:
    if kind in consent_pd.KINDS:
        await papers.mark_printed(tx, [int(about)], now)
    elif kind in pair_sheets.CONSENTS:
        pairing_id, _, person_id = about.partition("-")
        await pair_papers.mark_printed(tx, int(pairing_id), int(person_id), by=job.person_id, now=now)
