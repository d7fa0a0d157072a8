"""The people of a year, counted: as they are now, or as they were when the year was closed."""

import json
from collections import Counter
from datetime import datetime
from zoneinfo import ZoneInfo

from mentoring import schools
from mentoring.papers.year_values import Figures
from mentoring.rules.calendar import SchoolCalendar
from storage import closed_years, mentors, pair_counts, papers, queue, today, year_end
from storage.tx import Tx
from storage.vocabulary.pairs import LeftQueue


async def of_year(tx: Tx, school_id: int, school_year: int) -> Figures:
    closed = await closed_years.get(tx, school_id, school_year)
    return Figures(**json.loads(closed.figures)["people"]) if closed else await count(tx, school_id, school_year)


async def count(tx: Tx, school_id: int, school_year: int) -> Figures:
    people, asked = await today.counts(tx, school_id), await year_end.requests(tx, school_id, school_year)
    ready, papers_of = await mentors.count(tx, school_id), await papers.count(tx, school_id)
    began = await _began(tx, school_id, school_year)
    left = Counter(each.why for each in await queue.left(tx, school_id) if each.left_at >= began)
    return Figures(
        staff=people.people,
        asked=people.asked,
        requests=people.answered,
        wanted=asked.wanted,
        met=asked.met,
        waiting=(await pair_counts.counts(tx, school_id, school_year)).waiting,
        mentors=ready.ready,
        places=ready.places,
        left_by_wish=left[LeftQueue.OWN_WISH],
        left_by_decision=left[LeftQueue.DECISION],
        papers=papers_of.received,
        papers_needed=papers_of.people,
    )


async def _began(tx: Tx, school_id: int, school_year: int) -> datetime:
    school = await schools.get(tx, school_id)
    return SchoolCalendar.first_moment(school_year, ZoneInfo(school.time_zone))
