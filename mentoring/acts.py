"""The journal as a coordinator reads it: who did what to whom and when, in words."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from mentoring import act_words, schools
from mentoring.access import Member
from mentoring.jobs import Gather, Task, Work
from mentoring.papers.own_data_values import OwnData, OwnSection
from mentoring.rules.names import short_name
from storage import journal
from storage.jobs import Job
from storage.journal import Told
from storage.tx import Tx

PAGE = 6
DAYS = 400  # what a workbook holds: a school year and a little
_BUILDER, _FILE, _TITLE = "mentoring.papers.own_data_book:build", "Журнал.xlsx", "Журнал"
_BOT, _NOBODY = "бот", ""
_NOTES = (
    "Кто, что, с кем и когда сделал в боте. Имена — сегодняшние: уничтоженные данные здесь не названы.",
    "Записи только добавляются: изменённую или удалённую находит проверка на сервере.",
)


@dataclass(frozen=True, slots=True)
class ActLine:
    at: datetime  # where the school is
    who: str
    what: str
    whom: str


@dataclass(frozen=True, slots=True)
class ActsPage:
    lines: tuple[ActLine, ...]
    number: int
    pages: int


async def page(tx: Tx, member: Member, number: int) -> ActsPage:
    """The newest first."""
    total = await journal.count(tx, member.school_id)
    pages = max(1, -(-total // PAGE))
    number = min(max(number, 0), pages - 1)
    found = await journal.page(tx, member.school_id, offset=number * PAGE, limit=PAGE)
    return ActsPage(tuple(_line(each, member.zone) for each in found), number, pages)


async def gather(tx: Tx, job: Job, now: datetime) -> Task:
    school = await schools.get(tx, job.school_id)
    zone = ZoneInfo(school.time_zone)
    found = await journal.since(tx, job.school_id, now - timedelta(days=DAYS))
    lines = tuple(
        (f"{each.at:%d.%m.%Y %H:%M}", each.who, each.what, each.whom) for each in (_line(one, zone) for one in found)
    )
    section = OwnSection(_TITLE, ("Когда", "Кто", "Что", "С кем"), lines)
    made_at = now.astimezone(zone).replace(tzinfo=None)
    return Task(_BUILDER, (OwnData(_TITLE, _TITLE, school.name, made_at, (section,), _NOTES),), _FILE)


def _line(of: Told, zone: ZoneInfo) -> ActLine:
    times = f" ({of.count})" if of.count > 1 else ""
    whom = "" if of.person == of.actor else short_name(of.person)
    return ActLine(of.done_at.astimezone(zone), short_name(of.actor) or _BOT, act_words.said(of.act) + times, whom)


KINDS: Mapping[str, Gather] = {Work.JOURNAL: gather}
