"""The year's roadmap as it stands: each stage and activity with its day, its state and what proves it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from mentoring import roadmap, roadmap_setup
from mentoring.roadmap import Proposed
from mentoring.roadmap_setup import Year
from mentoring.rules import roadmap_choices, stage_status
from mentoring.rules.readiness import FORM
from mentoring.rules.roadmap import Activity, Counter, Stage
from mentoring.rules.roadmap_choices import Span
from mentoring.rules.stage_status import SETTLED, Counted, State
from mentoring.schools import year_of
from storage import bank, evidence, form_asks, mentors, pair_counts, practices, programmes, today
from storage.evidence import Recorded
from storage.tx import Tx
from storage.vocabulary import Role


@dataclass(frozen=True, slots=True)
class ActivitySeen:
    activity: Activity
    day: Proposed | None  # None when it depends on each pair
    state: State
    is_overdue: bool
    evidence: tuple[Recorded, ...]
    counted: Counted | None


@dataclass(frozen=True, slots=True)
class StageSeen:
    """`number` counts from 1; `span` and `responsible` are None as long as nobody has decided."""

    number: int
    stage: Stage
    span: Span | None
    responsible: Role | None
    activities: tuple[ActivitySeen, ...]

    @property
    def state(self) -> State:
        return stage_status.of_stage(each.state for each in self.activities)

    @property
    def settled(self) -> int:
        return sum(each.state in SETTLED for each in self.activities)

    @property
    def overdue(self) -> int:
        return sum(each.is_overdue for each in self.activities)


@dataclass(frozen=True, slots=True)
class YearSeen:
    school_year: int
    stages: tuple[StageSeen, ...]
    open: int  # questions of the setup
    to_confirm: int  # days

    @property
    def overdue(self) -> tuple[tuple[StageSeen, ActivitySeen], ...]:
        return tuple((stage, each) for stage in self.stages for each in stage.activities if each.is_overdue)

    def place(self, key: str) -> tuple[StageSeen, ActivitySeen] | None:
        """The activity of this key; None for one that this year has not."""
        every = ((stage, each) for stage in self.stages for each in stage.activities)
        return next(((stage, each) for stage, each in every if each.activity.key == key), None)


async def look(tx: Tx, school_id: int, now: datetime, school_year: int | None = None) -> YearSeen:
    """The present year; of one that is over only what was recorded, for the data count today's people."""
    year = await roadmap_setup.year_of(tx, school_id, school_year)
    dates = await roadmap.dates(tx, school_id, now, year.school_year)
    counts = await _counts(tx, school_id) if year.school_year == await year_of(tx, school_id) else {}
    recorded = await evidence.of_year(tx, school_id, year.school_year)
    days = {each.due.activity.key: each for each in dates.lines}
    stages = tuple(
        _stage(number, stage, year, days, counts, recorded, dates.today) for number, stage in enumerate(year.stages, 1)
    )
    return YearSeen(year.school_year, stages, dates.open, len(dates.to_confirm))


def _stage(
    number: int,
    stage: Stage,
    year: Year,
    days: Mapping[str, Proposed],
    counts: Mapping[Counter, Counted],
    recorded: Iterable[Recorded],
    today_here: date,
) -> StageSeen:
    span = roadmap_choices.span(stage, year.chosen, year.school_year)
    seen = []
    for activity in stage.activities:
        own = tuple(each for each in recorded if each.activity == activity.key)
        day, counted = days.get(activity.key), counts.get(activity.counter) if activity.counter else None
        due = day.day if day and day.confirmed else None
        started = span.starts if span else None
        state = stage_status.state_of([each.kind for each in own], counted, due=due, started=started, today=today_here)
        overdue = stage_status.is_overdue(state, due, today_here)
        seen.append(ActivitySeen(activity, day, state, overdue, own, counted))
    return StageSeen(number, stage, span, roadmap_choices.responsible(stage, year.chosen), tuple(seen))


async def _counts(tx: Tx, school_id: int) -> Mapping[Counter, Counted]:
    """Counters fill themselves from what people have done."""
    people = await today.counts(tx, school_id)
    asked = await form_asks.count(tx, school_id, FORM)
    written = await programmes.standing(tx, school_id, await year_of(tx, school_id))
    pairs = await pair_counts.counts(tx, school_id, await year_of(tx, school_id))
    return {
        Counter.PROGRAMMES: Counted(written.approved, written.needed),
        Counter.PAIRS: Counted(pairs.at_work, pairs.at_work + pairs.agreed),
        Counter.PAPERS: Counted(people.papers, people.people),
        Counter.REQUESTS: Counted(people.answered, people.asked),
        Counter.MENTEES: Counted((await bank.count(tx, school_id)).answered),
        Counter.MENTOR_FORMS: Counted(asked.asked - asked.silent, asked.asked),
        Counter.MENTORS: Counted((await mentors.count(tx, school_id)).ready),
        Counter.PRACTICES: Counted(await practices.count_accepted(tx, school_id, await year_of(tx, school_id))),
    }
