"""Documents for the worker: the paper itself with its marks, our template, the list of its tags."""

from collections.abc import Mapping
from datetime import datetime

from mentoring.documents.filled import Register
from mentoring.documents.making import Made, Seen, look_at, made_as
from mentoring.documents.sheets import sheets
from mentoring.jobs import Gather, Task, Work
from mentoring.papers.office_words import day
from mentoring.papers.templates.fields import DATED_ON, NUMBER, Values, missing
from mentoring.papers.templates.kinds import OUTLINES
from storage import document_templates
from storage.jobs import Job
from storage.tx import Tx
from storage.vocabulary.documents import DocumentKind

DRAFT, COPY = "Проект", "Копия"


async def _document(tx: Tx, job: Job, now: datetime) -> Task:
    seen = await look_at(tx, job.school_id, DocumentKind(str(job.task["kind"])), str(job.task.get("about", "")), now)
    if seen is None:
        raise LookupError("what the paper is about is gone")
    return await paper(tx, job.school_id, seen)


async def paper(tx: Tx, school_id: int, seen: Seen) -> Task:
    """By the school's own template or by ours; blanks are named under it."""
    made = made_as(seen)
    signed = seen.signed if made is not Made.CHANGED else None
    waits = seen.outline.numbered and not seen.outline.number_by_hand
    is_draft = made is Made.DRAFT or (waits and signed is None)
    marks = (*((DRAFT,) if is_draft else ()), *((COPY,) if made is Made.COPY else ()))
    values = {**seen.filled.values, **register(signed)}
    arguments = (seen.outline.kind.value, await own_template(tx, school_id, seen), values, marks)
    left = "; ".join(each.what for each in missing(seen.outline, values))
    caption = f"Не заполнено: {left}." if left else ""
    return Task("mentoring.papers.templates.worker:document", arguments, seen.outline.file_name, caption[:1000])


def register(of: Register | None) -> Values:
    """As it stands in the paper."""
    return {NUMBER: of.number, DATED_ON: day(of.dated_on)} if of else {}


async def own_template(tx: Tx, school_id: int, seen: Seen) -> str:
    """The school's; empty for ours."""
    return await document_templates.content(tx, seen.template.id, school_id) if seen.template else ""


async def _template(_tx: Tx, job: Job, _now: datetime) -> Task:
    kind = str(job.task["kind"])
    name = f"Шаблон. {OUTLINES[DocumentKind(kind)].file_name}"
    return Task("mentoring.papers.templates.worker:our_template", (kind,), name)


async def _tags(_tx: Tx, job: Job, _now: datetime) -> Task:
    kind = str(job.task["kind"])
    name = f"Метки. {OUTLINES[DocumentKind(kind)].file_name}"
    return Task("mentoring.papers.templates.worker:tags", (kind,), name)


KINDS: Mapping[str, Gather] = {
    Work.DOCUMENT: _document,
    Work.SHEETS: sheets,
    Work.DOCUMENT_TEMPLATE: _template,
    Work.DOCUMENT_TAGS: _tags,
}
