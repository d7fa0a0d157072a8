"""The year's roadmap as its papers need it: gathered once for Word, Excel and the picture."""

from datetime import datetime
from zoneinfo import ZoneInfo

from mentoring import schools, stage_words, stages
from mentoring.papers.roadmap_values import RoadmapActivity, RoadmapPaper, RoadmapStage
from mentoring.stages import ActivitySeen, StageSeen
from storage.tx import Tx


async def gather(tx: Tx, school_id: int, now: datetime) -> RoadmapPaper:
    school = await schools.get(tx, school_id)
    seen = await stages.look(tx, school_id, now)
    return RoadmapPaper(
        school=school.name,
        school_year=seen.school_year,
        today=now.astimezone(ZoneInfo(school.time_zone)).date(),
        stages=tuple(_stage(each) for each in seen.stages),
    )


def _stage(of: StageSeen) -> RoadmapStage:
    is_decided = of.span is not None and of.responsible is not None
    return RoadmapStage(
        number=of.number,
        title=of.stage.title,
        term=of.stage.term,
        window=(of.span.starts, of.span.ends) if of.span else None,
        responsible=of.stage.responsible or (stage_words.ROLES[of.responsible].capitalize() if of.responsible else ""),
        confirmed=is_decided and all(each.day is None or each.day.confirmed for each in of.activities),
        activities=tuple(_activity(each, of.stage.expected if not at else "") for at, each in enumerate(of.activities)),
    )


def _activity(of: ActivitySeen, result: str) -> RoadmapActivity:
    """What a stage is expected to bring stands beside its first activity."""
    proved = "; ".join(stage_words.proof(each) for each in of.evidence)
    so_far = stage_words.counted(of)
    return RoadmapActivity(
        text=of.activity.text,
        due=of.day.day if of.day else None,
        due_words=of.activity.due_words,
        state=of.state,
        is_overdue=of.is_overdue,
        evidence=proved or (so_far[:1].upper() + so_far[1:]),
        result=result,
    )
