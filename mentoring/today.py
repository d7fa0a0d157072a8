"""«Сегодня»: who and what is behind, only what is there."""

from dataclasses import dataclass, replace
from datetime import datetime

from mentoring import roadmap, stages
from mentoring.access import Member
from mentoring.rules.readiness import FORM
from mentoring.stages import YearSeen
from storage import form_asks, invites, mentors, questions, today
from storage.invites import SecondTry
from storage.mentors import Count
from storage.today import Counts
from storage.tx import Tx


@dataclass(frozen=True, slots=True)
class Today:
    """Numbers without names: a director reads them too."""

    people: Counts
    questions: int
    dates_to_confirm: int
    second_tries: tuple[SecondTry, ...]  # for the coordinator alone
    mentors: Count  # of mentor questionnaires that were handed in
    mentors_silent: int  # were asked, and have not answered
    roadmap: YearSeen | None = None  # looked at only where it is shown

    @property
    def silent(self) -> int:
        """Who has not handed in a request."""
        return self.people.asked - self.people.answered

    @property
    def has_news(self) -> bool:
        """Is there anything that somebody did and no coordinator has dealt with?"""
        people = self.people
        return bool(people.unseen or people.waiting or self.questions or self.second_tries or self.mentors.unseen)

    @property
    def papers_missing(self) -> int:
        return self.people.people - self.people.papers


async def whole(tx: Tx, member: Member, now: datetime) -> Today:
    """With the roadmap: what of it is late."""
    return replace(await look(tx, member), roadmap=await stages.look(tx, member, now))


async def look(tx: Tx, member: Member) -> Today:
    return Today(
        people=await today.counts(tx, member.school_id),
        questions=await questions.count_waiting(tx, member.school_id),
        dates_to_confirm=await roadmap.count_to_confirm(tx, member) if member.school_ready else 0,
        second_tries=tuple(await invites.second_tries(tx, member.school_id)),
        mentors=await mentors.count(tx, member.school_id),
        mentors_silent=(await form_asks.count(tx, member.school_id, FORM)).silent,
    )
