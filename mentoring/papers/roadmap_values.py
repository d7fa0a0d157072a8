"""The roadmap as its papers say it: one value for Word, Excel and the picture, light enough for any process."""

from dataclasses import dataclass
from datetime import date

from mentoring.rules.stage_status import State


@dataclass(frozen=True, slots=True, kw_only=True)
class RoadmapActivity:
    """One thing to do.

    `due_words` is read only when there is no date: «15 рабочих дней после приказа». `evidence` says what it was done
    by: «Приказ № 5 от 31.08.2026», «Ответили 12 из 15». What is not known is «».
    """

    text: str
    due: date | None = None
    due_words: str = ""
    state: State = State.NOT_STARTED
    is_overdue: bool = False
    evidence: str = ""
    result: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RoadmapStage:
    """A row of the school's roadmap. `window` is its first and last day.

    Until the coordinator has confirmed it, its term, its dates and who is responsible are only proposed.
    """

    number: int
    title: str
    term: str = ""
    window: tuple[date, date] | None = None
    responsible: str = ""
    confirmed: bool = True
    activities: tuple[RoadmapActivity, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class RoadmapPaper:
    """All that the papers say; `school_year` is the year it begins in, `today` the day they are made for."""

    school: str
    school_year: int
    today: date
    stages: tuple[RoadmapStage, ...] = ()
