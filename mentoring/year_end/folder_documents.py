"""What «Папка проверки» holds of papers that are made from templates: whatever the year has, of any kind."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from mentoring import documents
from mentoring.jobs import Task, Work
from mentoring.pair_orders import DOCUMENTS
from mentoring.papers.folder_values import FolderPaper
from mentoring.papers.templates.fields import Outline
from mentoring.papers.templates.kinds import OUTLINES
from mentoring.year_end.folder_names import file_name
from storage import documents as rows
from storage import gatherings, year_end
from storage.jobs import Job
from storage.tx import Tx
from storage.vocabulary.documents import DocumentKind
from storage.vocabulary.pairs import ProgrammeState

_OVER = ProgrammeState.CLOSED
_APPROVED = frozenset({ProgrammeState.APPROVED, _OVER})
_ORDERS = frozenset(DOCUMENTS.values())  # see `signed_orders`: drafts have no place in the folder
_NUMBER, _DATE = "документ.номер", "документ.дата"
_ALL = "(всем)"  # one file for everybody


async def papers(tx: Tx, job: Job, school_year: int, now: datetime) -> list[FolderPaper]:
    """Each as it stands today; what it was about may be gone."""
    made = [(each.kind, each.about) for each in await rows.of_year(tx, job.school_id, school_year)]
    made = [each for each in made if each[0] not in _ORDERS]
    wanted = {*made, *await _unmade(tx, job.school_id, school_year)}
    found = [await _paper(tx, job, kind, about, now) for kind, about in sorted(wanted, key=_place)]
    return [each for each in found if each is not None]


def _place(of: tuple[DocumentKind, str]) -> tuple[str, int, str]:
    """Those of a kind by the number of what they are about."""
    kind, about = of
    return kind, int(about) if about.isdigit() else 0, about


async def _unmade(tx: Tx, school_id: int, school_year: int) -> list[tuple[DocumentKind, str]]:
    """What there is to be shown whether or not somebody has ever made a paper of it."""
    written = await year_end.programmes(tx, school_id, school_year)
    held = [each for each in await gatherings.of_year(tx, school_id, school_year) if each.held]
    return [
        *((DocumentKind.PROGRAMME, f"{each.pairing_id}") for each in written if each.state in _APPROVED),
        *((DocumentKind.PROGRAMME_REPORT, f"{each.pairing_id}") for each in written if each.state is _OVER),
        *((documents.minutes_of(each.kind), f"{each.id}") for each in held),
    ]


async def _paper(tx: Tx, job: Job, kind: DocumentKind, about: str, now: datetime) -> FolderPaper | None:
    asked = replace(job, kind=Work.DOCUMENT, task={"kind": kind.value, "about": about})
    try:
        task = await documents.KINDS[Work.DOCUMENT](tx, asked, now)
    except LookupError:
        return None
    outline = OUTLINES[kind]
    return FolderPaper(
        outline.stage, _name(outline, about, task), task.function, task.arguments, outline.title if about else ""
    )


def _name(outline: Outline, about: str, task: Task) -> str:
    """By the register's number, else by the number of the pair, event or person; nobody's name."""
    values: dict[str, str] = next(each for each in task.arguments if isinstance(each, dict))
    if values.get(_NUMBER) and values.get(_DATE):
        return file_name(outline.file_name, f"№ {values[_NUMBER]} от {values[_DATE]}")
    whose = about.partition(".")[0]
    return file_name(outline.file_name, _ALL if whose == "0" else whose)


def apart(papers: Sequence[FolderPaper]) -> tuple[FolderPaper, ...]:
    """No two files of one name."""
    seen: dict[tuple[int, str, str], int] = {}
    found = []
    for each in papers:
        key = (each.stage, each.group, each.name)
        seen[key] = seen.get(key, 0) + 1
        found.append(replace(each, name=file_name(each.name, f"({seen[key]})")) if seen[key] > 1 else each)
    return tuple(found)
