"""«Сегодня»: who and what is behind, only what is there."""

from dataclasses import dataclass, replace
from datetime import datetime
from zlib import crc32

from mentoring import forms, roadmap, sending, stages
from mentoring.digests import Kind, key_of
from mentoring.rules.readiness import FORM
from mentoring.rules.roadmap import REQUESTS
from mentoring.stages import YearSeen
from storage import form_asks, invites, mentors, questions, reminded, today
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
    # Looked at only where the whole is shown.
    on_paper: int = 0  # say that their request is on paper: it waits to be entered
    silent_after_all: int = 0  # have heard every reminder of the request
    roadmap: YearSeen | None = None

    @property
    def silent(self) -> int:
        """Who has not handed in a request."""
        return self.people.asked - self.people.answered

    @property
    def has_news(self) -> bool:
        """Is there anything that somebody did and no coordinator has dealt with?"""
        people = self.people
        came = people.unseen or people.waiting or self.questions or self.second_tries
        return bool(came or self.mentors.unseen or self.on_paper)

    @property
    def is_behind(self) -> bool:
        """Is there anything that the coordinator could do something about?"""
        people = self.people
        waits = people.withdrawn or people.without_account or people.undecided or people.unreachable
        return bool(self.has_news or waits or self.silent or self.papers_missing or self._roadmap_is_behind)

    @property
    def mark(self) -> int:
        """Says whether anything of it has changed."""
        late = [of.activity.key for _, of in self.roadmap.overdue] if self.roadmap else []
        return crc32(repr((replace(self, roadmap=None), late)).encode())

    @property
    def _roadmap_is_behind(self) -> bool:
        return bool(self.dates_to_confirm or self.mentors_silent or (self.roadmap and self.roadmap.overdue))

    @property
    def papers_missing(self) -> int:
        return self.people.people - self.people.papers


async def whole(tx: Tx, school_id: int, now: datetime) -> Today:
    """With what is late of the roadmap, and with those whom no reminder has moved."""
    year = await stages.look(tx, school_id, now)
    request = key_of(Kind.REQUEST, year.school_year)
    return replace(
        await look(tx, school_id),
        on_paper=await reminded.on_paper(tx, school_id, request),
        silent_after_all=await reminded.silent_after(
            tx, school_id, request, last_step(), told_before=now - sending.ONE_DAY
        ),
        roadmap=year,
    )


def last_step() -> int:
    """Of the reminders of the request."""
    return len(forms.load().roadmap.activity(REQUESTS).teacher_steps) - 1


async def look(tx: Tx, school_id: int) -> Today:
    return Today(
        people=await today.counts(tx, school_id),
        questions=await questions.count_waiting(tx, school_id),
        dates_to_confirm=await roadmap.count_to_confirm(tx, school_id),
        second_tries=tuple(await invites.second_tries(tx, school_id)),
        mentors=await mentors.count(tx, school_id),
        mentors_silent=(await form_asks.count(tx, school_id, FORM)).silent,
    )
