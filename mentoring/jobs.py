"""Heavy work, by kind: what it needs from the database, which function of `mentoring.papers` does it.

The functions are named, not imported: the papers' libraries are loaded in the worker process only.
"""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import Any

from mentoring import access, watched
from mentoring.access import Actor, Member
from storage import jobs
from storage.jobs import Job
from storage.tx import Tx

LARGEST_UPLOAD = 10 * 1024 * 1024


class Work(StrEnum):
    """The kinds of job."""

    STAFF_TEMPLATE = "staff_template"
    TABLE = "table"  # a file that a coordinator sent: a staff list or a questionnaire
    ROADMAP_SENT = "roadmap_sent"  # the same: a school's own roadmap
    BANK_BOOK = "bank_book"
    MENTOR_BOOK = "mentor_book"
    SLIPS = "slips"
    POSTER = "poster"
    FORM_FILE = "form_file"
    FORM_XLSFORM = "form_xlsform"
    FORM_NEW = "form_new"
    FORM_MARKED = "form_marked"
    TEST_FILE = "test_file"
    ROADMAP_DOCUMENT = "roadmap_document"
    ROADMAP_BOOK = "roadmap_book"
    ROADMAP_CHART = "roadmap_chart"
    TALLY_CHART = "tally_chart"
    TALLY_BOOK = "tally_book"
    SURVEY_CHART = "survey_chart"
    SURVEY_BOOK = "survey_book"
    COMPARED_CHART = "compared_chart"
    COMPARED_BOOK = "compared_book"
    MONITORING_PAPER = "monitoring_paper"
    MATCHING = "matching"  # the proposal for the whole school
    WHY_NOT = "why_not"
    PAIRS_TEMPLATE = "pairs_template"
    TIMETABLE_TEMPLATE = "timetable_template"
    PAIRS_BOOK = "pairs_book"
    PAIRS_CHART = "pairs_chart"
    GATHERING_EVENT = "gathering_event"  # for somebody's own calendar
    MATERIAL = "material"  # a file that is to be kept
    PRACTICES = "practices"  # the collection of practice cards
    # The end of a school year.
    YEAR_REPORT = "year_report"
    YEAR_PUBLIC = "year_public"
    YEAR_BOOK = "year_book"
    YEAR_PUBLIC_BOOK = "year_public_book"
    YEAR_CHART = "year_chart"
    DOCUMENT = "document"  # by a template, the school's own or ours
    SHEETS = "sheets"  # to be signed by hand, one or many
    DOCUMENT_TEMPLATE = "document_template"
    DOCUMENT_TAGS = "document_tags"
    CHECK_FOLDER = "check_folder"
    OWN_DATA = "own_data"  # everything of whoever asks
    JOURNAL = "journal"  # who did what to whom, and when


@dataclass(frozen=True, slots=True)
class Task:
    """Ready for the worker: `function` is «module:name», its arguments are plain values."""

    function: str
    arguments: tuple[Any, ...]
    file_name: str = ""  # what the person sees; empty when the result is no file
    caption: str = ""  # plain text of this very file, where the words of its kind are not enough
    keeps: bool = False  # the file that was sent is put away, if what the worker says of it holds no `refusal`
    largest: int = LARGEST_UPLOAD  # bytes of a file that was sent


# Files with people's names or answers in them.
EXPORTS = frozenset(
    {
        *(Work.BANK_BOOK, Work.MENTOR_BOOK, Work.SLIPS, Work.TALLY_BOOK),
        *(Work.SHEETS, Work.PAIRS_BOOK, Work.PAIRS_CHART),
        *(Work.PAIRS_TEMPLATE, Work.TIMETABLE_TEMPLATE),  # the staff's names stand in them
        Work.PRACTICES,
        *(Work.YEAR_REPORT, Work.YEAR_BOOK),
        Work.DOCUMENT,
        *(Work.OWN_DATA, Work.JOURNAL),
        *(Work.YEAR_REPORT, Work.YEAR_BOOK, Work.CHECK_FOLDER),
        *(Work.SURVEY_BOOK, Work.MONITORING_PAPER),  # nobody is named, but what is said in own words may be anything
    }
)

# Of all the school's people, or of one whose own they are: out of the chat after a day, for telephones are lost.
PASSING = frozenset(
    {
        *(Work.BANK_BOOK, Work.MENTOR_BOOK, Work.PAIRS_BOOK, Work.TALLY_BOOK, Work.YEAR_BOOK),
        *(Work.SLIPS, Work.CHECK_FOLDER, Work.JOURNAL, Work.OWN_DATA),
    }
)

# What only looks: gathered beside the writers, for thousands of answers take a while.
LOOKING = frozenset(
    {
        *(Work.TALLY_CHART, Work.TALLY_BOOK, Work.SURVEY_CHART, Work.SURVEY_BOOK),
        *(Work.COMPARED_CHART, Work.COMPARED_BOOK, Work.MONITORING_PAPER),
        *(Work.PAIRS_BOOK, Work.PAIRS_CHART),
        *(Work.YEAR_REPORT, Work.YEAR_PUBLIC, Work.YEAR_BOOK, Work.YEAR_PUBLIC_BOOK, Work.YEAR_CHART),
        Work.CHECK_FOLDER,
        *(Work.OWN_DATA, Work.JOURNAL),
    }
)

Gather = Callable[[Tx, Job, datetime], Awaitable[Task]]


async def order(tx: Tx, member: Member, chat_id: int, work: Work, now: datetime, **task: int | str) -> int:
    """Queue a job; the screen says at once that it is on its way. Ordered twice before it is done, it is done once."""
    before = await jobs.same_due(tx, person_id=member.person_id, kind=work, task=task)
    return before or await jobs.add(
        tx,
        school_id=member.school_id,
        person_id=member.person_id,
        chat_id=chat_id,
        kind=work,
        task=task,
        now=now,
    )


async def ordered_by(tx: Tx, job_id: int) -> Actor | None:
    """Whoever ordered it, as they are now and in the school it is of; None when they have left it."""
    job = await jobs.get(tx, job_id)
    if job is None:
        return None
    found = await access.actor(tx, job.chat_id)
    member = next((each for each in found.members if each.person_id == job.person_id), None)
    return replace(found, member=member) if member else None


async def task_of(tx: Tx, job_id: int) -> Mapping[str, int | str]:
    """What the job was for; nothing of it stays when it is finished."""
    job = await jobs.get(tx, job_id)
    return job.task if job else {}


async def finished(tx: Tx, job_id: int, now: datetime) -> bool:
    """False when its result was delivered before."""
    return bool(await jobs.finish(tx, job_id, now))


async def note_export(tx: Tx, member: Member, work: Work, now: datetime, what: str = "") -> None:
    """Who took people's data out of the database, and when: noted as the file is handed over.

    `what` says it more closely than the work does.
    """
    if work in EXPORTS:
        act = f"export.{what or work}"
        await watched.note(tx, act, school_id=member.school_id, actor_id=member.person_id, now=now)
