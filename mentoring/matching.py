"""Who waits for a mentor and who has a place: the problem that matching solves, as it is now."""

import hashlib
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from mentoring import calendars
from mentoring.answer_values import read
from mentoring.requests import FORM as REQUEST
from mentoring.requests import Wish
from mentoring.rules.calendar import SchoolCalendar
from mentoring.rules.matching import Mentee, Mentor, Pair, Problem, Ties, Want
from mentoring.rules.questionnaire import Answers, Value
from mentoring.rules.readiness import FORM as PROFILE
from mentoring.rules.readiness import REFUSALS, Ready, capacity_of, doubts, ready_of
from mentoring.rules.wishes import meant
from mentoring.schools import year_of
from storage import group_exits, matching, pair_ties, pairs, people
from storage.matching import Candidate, Ended, Said
from storage.tx import Tx
from storage.vocabulary.pairs import EndReason, PairState, Tie

FOR_CONSULTATIONS = 1  # places of whoever is ready for single consultations, and is not asked for how many
_MENTEES = (
    "want_mentor",
    "areas",
    "subjects",
    "levels",
    "time",
    "formats",
    "experience",
    "has_wish",
    "wish",
    "rather_not",
)
_MENTORS = (
    *("ready", "capacity", "areas", "subjects", "levels", "time", "formats", "experience", "category", "s_ready"),
    *("has_wish", "wish", "rather_not"),
)
_WANTS: Mapping[str, Want] = {Wish.YEAR: Want.YEAR, Wish.SHORT: Want.SHORT}
# Whoever's pair ended so is looked for again with a bonus: it was not their doing.
_NOT_THEIR_DOING = frozenset(
    {EndReason.MENTOR, EndReason.EMPLOYER, EndReason.TRANSFER, EndReason.LEFT, EndReason.CONSENT}
)


@dataclass(frozen=True, slots=True)
class Waiting:
    """A mentee without a pair: since when, and of whom it is said."""

    candidate: Candidate
    answers: Answers
    since: date
    days: int  # school days
    interrupted: bool


@dataclass(frozen=True, slots=True)
class Seeking:
    """Everything that matching looks at, with the names of those whom it speaks of."""

    school_year: int
    problem: Problem
    waiting: Mapping[int, Waiting]
    mentors: Mapping[int, Candidate]
    capacity: Mapping[int, int]  # all places of a mentor, taken ones too
    unclear: int  # names in private wishes that are nobody's or several people's

    @property
    def stamp(self) -> str:
        """Changes when anything does that the best assignment hangs on, but for the days of waiting."""
        problem = self.problem
        mentees = [(of.id, of.wants, _sorted(of)) for of in problem.mentees]
        mentors = [(of.id, of.ready, of.places, _sorted(of)) for of in problem.mentors]
        ties = [sorted(each) for each in (problem.ties.pinned, problem.ties.forbidden, problem.ties.tried)]
        alone = [of.id for of in problem.mentees if of.alone]
        return hashlib.sha256(repr((mentees, mentors, ties, alone)).encode()).hexdigest()[:16]

    def named(self, person_id: int) -> Candidate:
        found = self.waiting.get(person_id)
        return found.candidate if found else self.mentors[person_id]


def _sorted(of: Mentee | Mentor) -> tuple[list[str], list[int]]:
    said = (of.areas, of.subjects, of.levels, of.time, of.formats)
    return [key for keys in said for key in (*sorted(keys), "|")], [*sorted(of.wishes), 0, *sorted(of.rather_not)]


async def seek(tx: Tx, school_id: int, now: datetime) -> Seeking:
    """The school's problem as it is now; whoever has a pair, or has left the queue, is not in it."""
    calendar = await calendars.of_school(tx, school_id, now)
    today = calendar.local_day(now)
    year = await year_of(tx, school_id)
    known = {each.id: each.search_name for each in await people.names(tx, school_id)}
    waiting = {each.candidate.id: each for each in await _waiting(tx, school_id, year, calendar, today)}
    mentors, capacity, unclear = await _mentors(tx, school_id, today, known)
    alone = {*await group_exits.of_school(tx, school_id, year)}
    mentees, unclear_too = _mentees(waiting.values(), known, alone)
    people_of = {person.id: person for person, _ in mentors}
    return Seeking(
        school_year=year,
        problem=Problem(mentees, tuple(mentor for _, mentor in mentors), await _ties(tx, school_id, year)),
        waiting=waiting,
        mentors=people_of,
        capacity=capacity,
        unclear=unclear + unclear_too,
    )


async def _waiting(tx: Tx, school_id: int, year: int, calendar: SchoolCalendar, today: date) -> list[Waiting]:
    """Has asked for a mentor, has none, and is still in the queue."""
    answers = _by_run(await matching.answers(tx, school_id, REQUEST, today, _MENTEES))
    gone = {*await matching.in_pairs(tx, school_id), *await matching.out_of_queue(tx, school_id)}
    ended = {each.person_id: each for each in await matching.last_ended(tx, school_id, year)}
    found = []
    for each in await matching.candidates(tx, school_id, REQUEST, today):
        said = answers[each.run_id]
        if each.id not in gone and said.get("want_mentor") in _WANTS:
            found.append(_since(each, said, ended.get(each.id), calendar, today))
    return found


def _since(of: Candidate, said: Answers, ended: Ended | None, calendar: SchoolCalendar, today: date) -> Waiting:
    since = calendar.local_day(of.submitted_at)
    if ended is not None and ended.ended_on > since:
        since = ended.ended_on
    interrupted = ended is not None and EndReason(ended.end_reason) in _NOT_THEIR_DOING
    return Waiting(of, said, since, calendar.school_days_between(since, today), interrupted)


def _mentees(
    waiting: Iterable[Waiting], known: Mapping[int, str], alone: Collection[int]
) -> tuple[tuple[Mentee, ...], int]:
    made, unclear = [], 0
    for each in waiting:
        wish, not_with, lost = _wishes(each.answers, known)
        unclear += lost
        said = each.answers
        made.append(
            Mentee(
                id=each.candidate.id,
                wants=_WANTS[str(said["want_mentor"])],
                areas=_keys(said, "areas"),
                subjects=_keys(said, "subjects"),
                levels=_keys(said, "levels"),
                time=_keys(said, "time"),
                formats=_keys(said, "formats"),
                waiting=each.days,
                interrupted=each.interrupted,
                wishes=wish,
                rather_not=not_with,
                experience=str(said.get("experience") or ""),
                alone=each.candidate.id in alone,
            )
        )
    return tuple(made), unclear


async def _mentors(
    tx: Tx, school_id: int, today: date, known: Mapping[int, str]
) -> tuple[list[tuple[Candidate, Mentor]], dict[int, int], int]:
    """Also those without a place left: «почему не Х?» has an answer about them too."""
    answers = _by_run(await matching.answers(tx, school_id, PROFILE, today, _MENTORS))
    used = {each.person_id: each.places for each in await pairs.used(tx, school_id)}
    made, capacity, unclear = [], {}, 0
    for each in await matching.candidates(tx, school_id, PROFILE, today):
        said = answers[each.run_id]
        ready = ready_of(said)
        if ready is None or ready in REFUSALS:
            continue
        wish, not_with, lost = _wishes(said, known)
        unclear += lost
        capacity[each.id] = all_places(ready, said)
        free = 0 if each.paused else max(0, capacity[each.id] - used.get(each.id, 0))
        made.append((each, _mentor(each, said, ready, free, wish, not_with)))
    return made, capacity, unclear


def all_places(ready: Ready, said: Answers) -> int:
    return capacity_of(said) or (FOR_CONSULTATIONS if ready is Ready.SHORT else 0)


def _mentor(
    of: Candidate, said: Answers, ready: Ready, free: int, wish: frozenset[int], not_with: frozenset[int]
) -> Mentor:
    return Mentor(
        id=of.id,
        ready=ready,
        places=free,
        areas=_keys(said, "areas"),
        subjects=_keys(said, "subjects"),
        levels=_keys(said, "levels"),
        time=_keys(said, "time"),
        formats=_keys(said, "formats"),
        wishes=wish,
        rather_not=not_with,
        experience=str(said.get("experience") or ""),
        category=_keys(said, "category"),
        doubts=doubts(said),
    )


def _wishes(said: Answers, known: Mapping[int, str]) -> tuple[frozenset[int], frozenset[int], int]:
    """Whom they have named, whom not, and how many names say nothing."""
    wish = meant(str(said.get("wish") or ""), known) if said.get("has_wish") else meant("", known)
    not_with = meant(str(said.get("rather_not") or ""), known)
    return wish.people, not_with.people, wish.unclear + not_with.unclear


async def _ties(tx: Tx, school_id: int, year: int) -> Ties:
    kinds: dict[Tie, set[Pair]] = defaultdict(set)
    for tied in await pair_ties.of_school(tx, school_id, year):
        kinds[tied.kind].add(Pair(tied.mentee_id, tied.mentor_id))
    tried = {
        Pair(each.mentee_id, each.mentor_id)
        for each in await pairs.met(tx, school_id, year)
        if each.state is PairState.ENDED and each.end_reason is not EndReason.TERM
    }
    return Ties(
        pinned=frozenset(kinds[Tie.PINNED]),
        forbidden=frozenset(kinds[Tie.FORBIDDEN]),
        relatives=frozenset(kinds[Tie.RELATIVE]),
        superiors=frozenset(kinds[Tie.SUPERIOR]),
        tried=frozenset(tried),
    )


def _by_run(said: Sequence[Said]) -> Mapping[int, dict[str, Value | None]]:
    runs: dict[int, dict[str, Value | None]] = defaultdict(dict)
    for each in said:
        runs[each.run_id][each.question] = read(each.value)
    return runs


def _keys(said: Answers, question: str) -> frozenset[str]:
    value = said.get(question)
    return frozenset(value) if isinstance(value, tuple) else frozenset()
