"""What the members of a pair are reminded of: to meet, what they have agreed on, to say whether the pair suits."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date, datetime

from mentoring.digests import Candidate, Kind, key_of
from mentoring.meetings import UNDO
from mentoring.pair_care import since_of
from mentoring.rules.calendar import SchoolCalendar
from mentoring.rules.pair_life import first_meeting_days, meeting_reminder_day, nudge_days
from storage import pair_life
from storage.pair_life import Life, Listener
from storage.tx import Tx
from storage.vocabulary.pairs import PairState, Side


async def candidates(tx: Tx, school_id: int, calendar: SchoolCalendar, now: datetime) -> list[Candidate]:
    """Of every pair that is together and not on pause, for those of it who may be written to."""
    today = calendar.local_day(now)
    lives = await pair_life.of_school(tx, school_id, today)
    if not lives:
        return []
    by_pair: Mapping[int, list[Listener]] = defaultdict(list)
    for each in await pair_life.listeners(tx, school_id, today):
        by_pair[each.pairing_id].append(each)
    return [made for of in lives for made in _of_pair(of, by_pair[of.pairing_id], calendar, now)]


def _of_pair(of: Life, listeners: list[Listener], calendar: SchoolCalendar, now: datetime) -> Iterator[Candidate]:
    for each in listeners:
        yield from _of_meeting(of, each, listeners, calendar)
        if of.meeting_id is None and each.side is Side.MENTOR:
            yield from _to_meet(of, each, calendar, now)
        yield from _of_fit(of, each, calendar, now)


def _to_meet(of: Life, whom: Listener, calendar: SchoolCalendar, now: datetime) -> Iterator[Candidate]:
    """The mentor: the first meeting, later once a month while nothing is noted."""
    since = since_of(calendar, of)
    if of.last_on is None and of.state is not PairState.ACTIVE:
        yield Candidate(whom.person_id, key_of(Kind.FIRST_MEETING, of.pairing_id), first_meeting_days(calendar, since))
    else:
        key = key_of(Kind.MEET_AGAIN, of.pairing_id, f"{since:%Y%m%d}")
        yield Candidate(whom.person_id, key, nudge_days(calendar, since, calendar.local_day(now)))


def _of_meeting(of: Life, whom: Listener, listeners: list[Listener], calendar: SchoolCalendar) -> Iterator[Candidate]:
    """The other side is asked; when it is agreed on, both are reminded."""
    if of.meeting_id is None or of.day is None or of.lesson is None or of.chosen_at is None:
        return
    if of.agreed_at is not None:
        day = meeting_reminder_day(calendar, of.day, of.lesson)
        yield Candidate(whom.person_id, key_of(Kind.MEETING, of.meeting_id), (day,))
        return
    chooser = next((each.side for each in listeners if each.person_id == of.chosen_by), None)
    if whom.person_id != of.chosen_by and whom.side is not chooser:
        asked_on = _speaking_day(calendar, of.chosen_at)
        yield Candidate(whom.person_id, key_of(Kind.MEETING_ASKED, of.meeting_id), (asked_on,))


def _of_fit(of: Life, whom: Listener, calendar: SchoolCalendar, now: datetime) -> Iterator[Candidate]:
    """Whoever has noted the first meeting was asked at once; the others hear of it when it stands."""
    if of.noted_at is None or now - of.noted_at <= UNDO or whom.fits or whom.person_id == of.author_id:
        return
    yield Candidate(whom.person_id, key_of(Kind.FIT, of.pairing_id), (_speaking_day(calendar, of.noted_at),))


def _speaking_day(calendar: SchoolCalendar, at: datetime) -> date:
    return calendar.next_speaking_day(calendar.local_day(at))
