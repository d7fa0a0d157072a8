"""What the roadmap leaves unsaid, asked of the coordinator one question after another; each answer is kept at once."""

from dataclasses import dataclass
from datetime import datetime
from functools import cached_property, lru_cache

from mentoring import forms
from mentoring.access import Member
from mentoring.rules import own_roadmap, roadmap_choices
from mentoring.rules.roadmap import Due, Roadmap, Stage
from mentoring.rules.roadmap_choices import Choices, Question
from storage import journal, own_roadmaps, schools
from storage import roadmap_choices as choices
from storage.roadmap_choices import Choice
from storage.tx import Tx
from storage.vocabulary import RoadmapState


@dataclass(frozen=True)
class Year:
    """The roadmap of one school year, the school's own or the default, with what was decided of it."""

    school_year: int
    chosen: Choices
    roadmap: Roadmap

    @cached_property
    def questions(self) -> tuple[Question, ...]:
        return roadmap_choices.questions(self.roadmap, self.school_year)

    @cached_property
    def undecided(self) -> tuple[Question, ...]:
        return roadmap_choices.undecided(self.questions, self.chosen)

    @cached_property
    def stages(self) -> tuple[Stage, ...]:
        """Those that the school wants."""
        every = self.roadmap.stages
        return tuple(stage for stage in every if roadmap_choices.is_wanted(stage, self.chosen))

    @property
    def due_dates(self) -> tuple[Due, ...]:
        wanted = {stage.key for stage in self.stages}
        every = self.roadmap.due_dates(self.school_year)
        return tuple(due for due in every if due.stage.key in wanted)


async def year_of(tx: Tx, school_id: int, school_year: int | None = None) -> Year:
    """The school's present year, or one that is over."""
    school = await schools.get(tx, school_id)
    if school is None:
        raise LookupError("a member's school is missing")
    year = school.school_year if school_year is None else school_year
    found = await choices.of_year(tx, school_id, year)
    own = await own_roadmaps.get(tx, school_id, year, RoadmapState.ACCEPTED)
    roadmap = of_own(own.content, year) if own else forms.load().roadmap
    return Year(year, {(each.stage, each.open): each.choice for each in found}, roadmap)


@lru_cache(maxsize=128)
def of_own(content: str, school_year: int) -> Roadmap:
    """Out of what is kept of a school's own; read anew only when that has changed."""
    return own_roadmap.build(own_roadmap.parse(content), forms.load().roadmap, school_year)


async def decide(tx: Tx, member: Member, number: int, choice: str, now: datetime) -> bool:
    """The answer to the question of this number, also anew; False for what is no answer to it."""
    year = await year_of(tx, member.school_id)
    if number not in range(len(year.questions)) or choice not in year.questions[number].choices:
        return False
    question = year.questions[number]
    await choices.choose(
        tx,
        Choice(question.stage, question.open, choice),
        school_id=member.school_id,
        school_year=year.school_year,
        by=member.person_id,
        now=now,
    )
    await journal.note(tx, "roadmap.decide", school_id=member.school_id, actor_id=member.person_id, now=now)
    return True
