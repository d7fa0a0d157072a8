"""An event for somebody's own calendar: a file of the worker, without anybody's name."""

from collections.abc import Mapping
from datetime import datetime
from zoneinfo import ZoneInfo

from mentoring import schools
from mentoring.gatherings.kinds import NAMES
from mentoring.jobs import Gather, Task, Work
from mentoring.papers.calendar_values import CalendarEvent
from mentoring.rules import gatherings as rules
from storage import gatherings
from storage.jobs import Job
from storage.tx import Tx
from storage.vocabulary.gatherings import GatheringState

_FILE = "Мероприятие.ics"
_BUILDER = "mentoring.papers.calendar_event:calendar_event"


async def event(tx: Tx, job: Job, now: datetime) -> Task:
    of = await gatherings.get(tx, int(job.task["gathering"]), job.school_id)
    if of is None:
        raise LookupError("an event is gone")
    school = await schools.get(tx, job.school_id)
    begins = rules.begins(of.day, of.starts, ZoneInfo(school.time_zone))
    made = CalendarEvent(
        uid=f"gathering-{of.id}-{of.school_id}@nastavnik",
        edition=of.edition,
        title=f"{NAMES[of.kind]}, {school.short_name}",
        place=of.place,
        lines=of.agenda,
        begins=begins,
        ends=begins + rules.lasts(of.kind),
        made_at=now,
        cancelled=of.state is GatheringState.CANCELLED,
    )
    return Task(_BUILDER, (made,), _FILE)


KINDS: Mapping[str, Gather] = {Work.GATHERING_EVENT: event}
