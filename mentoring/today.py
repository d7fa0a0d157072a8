"""«Сегодня»: who and what is behind, only what is there."""

from dataclasses import dataclass, replace
from datetime import datetime
from zlib import crc32

from mentoring import backups, calendars, forms, leaving, materials, pair_care, roadmap, sending, stages, waiting
from mentoring.digests import Kind, key_of
from mentoring.gatherings import reminding
from mentoring.gatherings.reminding import GatheringCounts
from mentoring.pair_care import CareCounts
from mentoring.practices import promising
from mentoring.programmes.waiting import count_sent
from mentoring.rules.readiness import FORM
from mentoring.rules.roadmap import REQUESTS
from mentoring.schools import year_of
from mentoring.stages import YearSeen
from storage import form_asks, invites, mentors, pair_counts, practices, questions, reminded, support, today
from storage.invites import SecondTry
from storage.mentors import Count
from storage.pair_counts import PairCounts
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
    pairs: PairCounts
    programmes: int  # wait for a coordinator
    materials: int  # proposed, and not answered
    practices: int  # cards that wait for a coordinator
    # Looked at only where the whole is shown.
    on_paper: int = 0  # say that their request is on paper: it waits to be entered
    silent_after_all: int = 0  # have heard every reminder of the request
    care: CareCounts = pair_care.NONE
    roadmap: YearSeen | None = None
    long_without_pair: int = 0  # working days enough to be told of
    longest_wait: int = 0  # school days
    left_soon: int = 0  # have left the school, and the day of their erasure is near
    care_wanted: int = 0  # said yes to a consultation or a group, and it has not been
    gatherings: GatheringCounts = reminding.NONE
    promised: int = 0  # practices, in the last survey: reminded of, and no card has come
    copies_are_late: bool = False  # of the database: whoever looks after the server must hear of it
    areas_without: int = 0  # requests name them, and no material is about them

    @property
    def silent(self) -> int:
        """Who has not handed in a request."""
        return self.people.asked - self.people.answered

    @property
    def has_pairs_to_look_at(self) -> bool:
        return bool(self.care.silent or self.care.not_begun or self.care.fits)

    @property
    def has_news(self) -> bool:
        """Is there anything that somebody did and no coordinator has dealt with?"""
        people = self.people
        came = people.unseen or people.waiting or self.questions or self.second_tries
        of_pairs = self.pairs.back or self.pairs.agreed or self.pairs.leaving or self.care.fits or self.programmes
        of_pairs = of_pairs or self.materials or self.gatherings.talks or self.practices
        return bool(came or self.mentors.unseen or self.on_paper or of_pairs or self.care_wanted)

    @property
    def is_behind(self) -> bool:
        """Is there anything that the coordinator could do something about?"""
        people = self.people
        waits = people.withdrawn or self.left_soon or people.without_account or people.undecided or people.unreachable
        events = self.gatherings.unmarked or self.gatherings.minutes or self.gatherings.tasks
        waits = waits or self.long_without_pair or events or self.promised
        late = self.silent or self.care.silent or self.care.not_begun or self.papers_missing
        return bool(self.has_news or waits or late or self._roadmap_is_behind or self.copies_are_late)

    @property
    def mark(self) -> int:
        """Says whether anything of it has changed."""
        late = [of.activity.key for _, of in self.roadmap.overdue] if self.roadmap else []
        return crc32(repr((replace(self, roadmap=None, longest_wait=0), late)).encode())

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
    calendar = await calendars.of_school(tx, school_id, now)
    here = calendar.local_day(now)
    waits = await waiting.of_school(tx, school_id, calendar, here)
    return replace(
        await look(tx, school_id),
        on_paper=await reminded.on_paper(tx, school_id, request),
        silent_after_all=await reminded.silent_after(
            tx, school_id, request, last_step(), told_before=now - sending.ONE_DAY
        ),
        care=await pair_care.counts(tx, school_id, now),
        roadmap=year,
        long_without_pair=sum(each.is_long(calendar, here) for each in waits),
        longest_wait=waiting.longest(waits, calendar, here),
        left_soon=await leaving.count_soon(tx, school_id, here),
        care_wanted=await support.count_wanted(tx, school_id),
        gatherings=await reminding.counts(tx, school_id, now),
        promised=len(await promising.late(tx, school_id, now)),
        copies_are_late=await backups.is_late(tx, now),
        areas_without=len(await materials.areas_without(tx, school_id)),
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
        pairs=await pair_counts.counts(tx, school_id, await year_of(tx, school_id)),
        programmes=await count_sent(tx, school_id),
        materials=await materials.count_waiting(tx, school_id),
        practices=(await practices.counts(tx, school_id, await year_of(tx, school_id))).sent,
    )
