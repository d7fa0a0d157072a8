"""Pairs and timetables that a school has in Excel: the templates, and what was read, kept until somebody decides."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from mentoring import calendars
from mentoring.access import Member
from mentoring.jobs import Gather, Task, Work
from mentoring.papers.uploads import FileProblem, FileReason
from mentoring.papers.values import SheetRead, SheetRefused
from mentoring.rules import names
from mentoring.rules.colleagues import Colleague
from mentoring.rules.lessons import MOST_LESSONS
from storage import free_lessons, people, sent_sheets
from storage.jobs import Job
from storage.tx import Tx
from storage.vocabulary.pairs import SheetKind


@dataclass(frozen=True, slots=True)
class Waiting:
    """A sheet that was read; `taken` are the figures of one that is settled, `mine` whether by this person."""

    id: int
    content: str
    taken: Mapping[str, int] | None = None
    mine: bool = True


async def colleagues(tx: Tx, school_id: int) -> tuple[Colleague, ...]:
    """Whom a sheet may name."""
    return tuple(Colleague(each.id, each.full_name) for each in await people.names(tx, school_id))


def from_worker(kind: str, value: Mapping[str, Any]) -> SheetRead | SheetRefused | None:
    """What the worker gave, out of the JSON that it came back as; None of anything else."""
    if kind == SheetRead.__name__:
        return SheetRead(SheetKind(value["kind"]), value["content"])
    if kind == SheetRefused.__name__:
        problem = value["problem"]
        found = FileProblem(FileReason(problem["reason"]), problem["limit"], tuple(problem["seen"]))
        return SheetRefused(SheetKind(value["kind"]), found)
    return None


async def keep(tx: Tx, member: Member, sheet: SheetRead, now: datetime) -> int:
    """Until the coordinator presses, or for a day."""
    return await sent_sheets.add(
        tx,
        school_id=member.school_id,
        sheet=sheet.kind,
        person_id=member.person_id,
        content=sheet.content,
        now=now,
    )


async def find(tx: Tx, member: Member, sheet_id: int, kind: SheetKind) -> Waiting | None:
    """None when it was cancelled, or is older than a day."""
    kept = await sent_sheets.get(tx, sheet_id, member.school_id, kind)
    if kept is None:
        return None
    taken = json.loads(kept.content).get("taken")
    return Waiting(sheet_id, kept.content, taken, kept.person_id == member.person_id)


async def settle(tx: Tx, member: Member, sheet_id: int, figures: Mapping[str, int]) -> None:
    """Nothing of people stays."""
    content = json.dumps({"taken": figures})
    await sent_sheets.settle(tx, sheet_id, member.school_id, content=content, by=member.person_id)


async def cancel(tx: Tx, member: Member, sheet_id: int, kind: SheetKind) -> bool:
    kept = await find(tx, member, sheet_id, kind)
    if kept is None or kept.taken is not None:
        return False
    return bool(await sent_sheets.drop(tx, sheet_id, member.school_id))


async def pairs_template(tx: Tx, job: Job, now: datetime) -> Task:
    return Task("mentoring.papers.sent_sheets:empty_pairs", (await _names(tx, job.school_id), now), "Пары.xlsx")


async def timetable_template(tx: Tx, job: Job, now: datetime) -> Task:
    """So many days and lessons as the school has."""
    calendar = await calendars.of_school(tx, job.school_id, now)
    lessons = min(await free_lessons.lessons_a_day(tx, job.school_id), MOST_LESSONS)
    arguments = (await _names(tx, job.school_id), max(calendar.working_weekdays) + 1, lessons, now)
    return Task("mentoring.papers.sent_sheets:empty_timetable", arguments, "Расписание.xlsx")


async def _names(tx: Tx, school_id: int) -> tuple[str, ...]:
    listed = [each.full_name for each in await people.names(tx, school_id)]
    return tuple(sorted(listed, key=names.sort_name))


KINDS: Mapping[str, Gather] = {
    Work.PAIRS_TEMPLATE: pairs_template,
    Work.TIMETABLE_TEMPLATE: timetable_template,
}
