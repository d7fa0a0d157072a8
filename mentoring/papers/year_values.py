"""A school year as its report says it: one value for Word, Excel and the picture, light enough for any process."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TypeAlias

from mentoring.papers.monitoring_values import MonitoringPaper
from mentoring.papers.pairs_values import PairMark, WaitingLine
from mentoring.rules.indicators import Indicator


class Reader(StrEnum):
    """For whom the report is: without a single name, or with whole ones."""

    PUBLIC = "public"
    INTERNAL = "internal"


@dataclass(frozen=True, slots=True, kw_only=True)
class YearActivity:
    """A line of the roadmap. `proof` and `bare_proof` are empty when nothing proves it; the bare one has no words.

    `counted` is what the bot has counted so far.
    """

    text: str
    due: date | None = None
    due_words: str = ""
    settled: bool = False
    proof: str = ""
    bare_proof: str = ""
    counted: str = ""


@dataclass(frozen=True, slots=True)
class YearStage:
    number: int
    title: str
    activities: tuple[YearActivity, ...]


@dataclass(frozen=True, slots=True)
class YearOrder:
    """`pairs` is None for what is no order on pairs."""

    title: str
    number: str
    dated_on: date | None
    pairs: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class YearPair:
    """A pair or group that was at work; `programme` is its state in words."""

    mentors: tuple[str, ...]
    mentees: tuple[str, ...]
    format: str
    mark: PairMark
    starts_on: date | None = None
    ends_on: date | None = None
    reason: str = ""
    order: str = ""
    meetings: int = 0
    programme: str = ""
    steps_due: int = 0
    steps_done: int = 0


@dataclass(frozen=True, slots=True)
class YearEvent:
    """An event that has taken place; `number` is of its minutes, empty when there are none."""

    title: str
    day: date
    invited: int
    attended: int
    guests: int
    number: str


@dataclass(frozen=True, slots=True)
class YearPractice:
    """A card of the library that may be shown; `author` is empty when it is shown without a name."""

    title: str
    areas: str
    useful_to: str
    author: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """People, counted while the year runs; of a closed year as they were on its last day."""

    staff: int = 0
    asked: int = 0  # who was to hand in a request
    requests: int = 0
    wanted: int = 0
    met: int = 0
    waiting: int = 0
    mentors: int = 0
    places: int = 0
    left_by_wish: int = 0
    left_by_decision: int = 0
    papers: int = 0
    papers_needed: int = 0


Counts: TypeAlias = tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class YearChart:
    """What is drawn of the year: numbers, and nobody's name. Stages are told with what is done of how many."""

    school: str
    school_year: int
    stages: tuple[tuple[str, int, int], ...]
    indicators: tuple[Indicator, ...]
    meetings: Counts  # by month


@dataclass(frozen=True, slots=True, kw_only=True)
class YearReport:
    """All that the report says; `school_year` is the year it begins in."""

    school: str
    city: str
    director: str
    coordinator: str
    school_year: int
    made_on: date
    stages: tuple[YearStage, ...]
    orders: tuple[YearOrder, ...]
    figures: Figures
    pairs: tuple[YearPair, ...]
    waiting: tuple[WaitingLine, ...]
    offered: Counts  # to those without a pair
    categories: Counts
    meetings: tuple[tuple[str, Counts], ...]  # by month, «2026-10», the first one first
    indicators: tuple[Indicator, ...]
    median_days: float | None
    monitoring: MonitoringPaper
    events: tuple[YearEvent, ...] = ()
    practices: tuple[YearPractice, ...] = ()
    conclusions: str = ""
    plan: str = ""

    @property
    def activities(self) -> tuple[YearActivity, ...]:
        return tuple(each for stage in self.stages for each in stage.activities)

    @property
    def chart(self) -> YearChart:
        return YearChart(
            school=self.school,
            school_year=self.school_year,
            stages=tuple(
                (f"{each.number}. {each.title}", sum(of.settled for of in each.activities), len(each.activities))
                for each in self.stages
            ),
            indicators=self.indicators,
            meetings=tuple((month, sum(many for _, many in found)) for month, found in self.meetings),
        )
