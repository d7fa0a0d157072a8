"""What both a draft and an accepted roadmap are read and written by."""

from datetime import datetime

from mentoring.access import Member
from mentoring.roadmap_setup import Year
from mentoring.rules import own_roadmap
from mentoring.rules.own_roadmap import OwnRoadmap
from storage import evidence, own_roadmaps
from storage.tx import Tx
from storage.vocabulary import RoadmapState


async def kept_roadmap(tx: Tx, member: Member, year: Year, state: RoadmapState) -> OwnRoadmap | None:
    kept = await own_roadmaps.get(tx, member.school_id, year.school_year, state)
    return own_roadmap.parse(kept.content) if kept else None


async def put_roadmap(
    tx: Tx, member: Member, school_year: int, state: RoadmapState, own: OwnRoadmap, now: datetime
) -> None:
    await own_roadmaps.put(
        tx,
        school_id=member.school_id,
        school_year=school_year,
        state=state,
        content=own_roadmap.write(own),
        by=member.person_id,
        now=now,
    )


async def proved_keys(tx: Tx, member: Member, year: Year) -> set[str]:
    return {each.activity for each in await evidence.of_year(tx, member.school_id, year.school_year)}


def known_texts(year: Year, before: OwnRoadmap | None) -> dict[str, str]:
    """What the roadmap of now calls its activities, and what an earlier version called those that it has lost."""
    lost = before.gone if before else {}
    return {**lost, **{each.key: each.text for stage in year.stages for each in stage.activities}}
