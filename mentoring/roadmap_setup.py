"""What the roadmap leaves unsaid, asked of the coordinator one question after another; each answer is kept at once."""

from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from mentoring import forms
from mentoring.access import Member
from mentoring.rules import roadmap_choices
from mentoring.rules.roadmap import Due, Stage
from mentoring.rules.roadmap_choices import Choices, Question
from storage import journal, schools
from storage import roadmap_choices as choices
from storage.roadmap_choices import Choice
from storage.tx import Tx


@dataclass(frozen=True)
class Year:
    """The roadmap of one school year with what was decided of it."""

    school_year: int
    chosen: Choices

    @cached_property
    def questions(self) -> tuple[Question, ...]:
        return roadmap_choices.questions(forms.load().roadmap, self.school_year)

    @cached_property
    def undecided(self) -> tuple[Question, ...]:
        return roadmap_choices.undecided(self.questions, self.chosen)

    @cached_property
    def stages(self) -> tuple[Stage, ...]:
        """Those that the school wants."""
        every = forms.load().roadmap.stages
        return tuple(stage for stage in every if roadmap_choices.is_wanted(stage, self.chosen))

    @property
    def due_dates(self) -> tuple[Due, ...]:
        wanted = {stage.key for stage in self.stages}
        every = forms.load().roadmap.due_dates(self.school_year)
        return tuple(due for due in every if due.stage.key in wanted)


async def year_of(tx: Tx, school_id: int) -> Year:
    school = await schools.get(tx, school_id)
    if school is None:
        raise LookupError("a member's school is missing")
    found = await choices.of_year(tx, school_id, school.school_year)
    return Year(school.school_year, {(each.stage, each.open): each.choice for each in found})


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
