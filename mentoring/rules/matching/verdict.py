"""One mentee and one mentor: what speaks for the pair, why it is never suggested, what a coordinator should mind."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from mentoring.rules.matching.model import Mentee, Mentor, Pair, Problem, Ties, Want
from mentoring.rules.matching.terms import By, Counted, count, has_named
from mentoring.rules.readiness import Doubt, Ready


class Bar(StrEnum):
    """Why a pair is never suggested; the first that holds is told."""

    SAME_PERSON = "same_person"
    FORBIDDEN = "forbidden"
    RATHER_NOT = "rather_not"
    TRIED = "tried"
    NOTHING_IN_COMMON = "nothing_in_common"  # no common area, and neither has named the other
    ONLY_SHORT = "only_short"  # single consultations, and help is wanted for months
    NO_PLACE = "no_place"


class Caution(StrEnum):
    """What a coordinator should mind, never a block. The last ones are bars that a pin has beaten."""

    RELATIVE = "relative"
    SUPERIOR = "superior"
    NO_COMMON_TIME = "no_common_time"
    LESS_EXPERIENCE = "less_experience"  # the mentor has worked for fewer years
    ONLY_REMOTE = "only_remote"  # and the mentee has not asked for that
    NEW_TO_WORK = "new"
    NOT_SURE = "not_sure"
    MANY = "many"
    FORBIDDEN = "forbidden"
    RATHER_NOT = "rather_not"
    TRIED = "tried"
    NOTHING_IN_COMMON = "nothing_in_common"
    ONLY_SHORT = "only_short"


@dataclass(frozen=True, slots=True)
class Verdict:
    """`bar` is None when the pair may be suggested."""

    terms: tuple[Counted, ...]
    total: int
    bar: Bar | None
    warnings: tuple[Caution, ...]


@dataclass(frozen=True, slots=True)
class Ranked:
    mentor_id: int
    verdict: Verdict


# A person decides, but not against arithmetic.
UNBEATEN = frozenset({Bar.SAME_PERSON, Bar.NO_PLACE})

_YEARS = ("y0", "y1", "y4", "y11", "y21")
_ONLINE = frozenset({"online", "any"})
_DOUBTS = (Doubt.NEW_TO_WORK, Doubt.NOT_SURE, Doubt.MANY)  # the fourth depends on the mentee: a bar

_Holds = Callable[[Mentee, Mentor, Ties], bool]
_BARS: tuple[tuple[Bar, _Holds], ...] = (
    (Bar.SAME_PERSON, lambda mentee, mentor, _: mentee.id == mentor.id),
    (Bar.FORBIDDEN, lambda mentee, mentor, ties: (mentee.id, mentor.id) in ties.forbidden),
    (Bar.RATHER_NOT, lambda mentee, mentor, _: mentor.id in mentee.rather_not or mentee.id in mentor.rather_not),
    (Bar.TRIED, lambda mentee, mentor, ties: (mentee.id, mentor.id) in ties.tried),
    (Bar.NOTHING_IN_COMMON, lambda mentee, mentor, _: not has_something(mentee, mentor)),
    (Bar.ONLY_SHORT, lambda mentee, mentor, _: mentor.ready is Ready.SHORT and mentee.wants is Want.YEAR),
    (Bar.NO_PLACE, lambda _, mentor, __: mentor.places < 1),
)
_CAUTIONS: tuple[tuple[Caution, _Holds], ...] = (
    (Caution.RELATIVE, lambda mentee, mentor, ties: (mentee.id, mentor.id) in ties.relatives),
    (Caution.SUPERIOR, lambda mentee, mentor, ties: (mentee.id, mentor.id) in ties.superiors),
    (Caution.NO_COMMON_TIME, lambda mentee, mentor, _: _differ(mentee.time, mentor.time)),
    (Caution.LESS_EXPERIENCE, lambda mentee, mentor, _: _is_less(mentor.experience, mentee.experience)),
    (Caution.ONLY_REMOTE, lambda mentee, mentor, _: mentor.ready is Ready.REMOTE and not _is_online(mentee)),
)


def evaluate(mentee: Mentee, mentor: Mentor, ties: Ties) -> Verdict:
    """A pinned pair beats every bar but arithmetic; what it has beaten is told as a warning."""
    terms = count(mentee, mentor)
    held = bars(mentee, mentor, ties)
    beaten = [bar for bar in held if bar not in UNBEATEN] if (mentee.id, mentor.id) in ties.pinned else []
    bar = next((bar for bar in held if bar not in beaten), None)
    warnings = (*cautions(mentee, mentor, ties), *(Caution(bar.value) for bar in beaten))
    return Verdict(terms, sum(each.points for each in terms), bar, warnings)


def may_be_suggested(mentee: Mentee, mentor: Mentor, ties: Ties) -> bool:
    """Whether `evaluate` finds no bar, without counting anything: asked of everybody and everybody."""
    pinned = (mentee.id, mentor.id) in ties.pinned
    return not any(holds(mentee, mentor, ties) for bar, holds in _BARS if not pinned or bar in UNBEATEN)


def bars(mentee: Mentee, mentor: Mentor, ties: Ties) -> tuple[Bar, ...]:
    """All that hold, pinned or not."""
    return tuple(bar for bar, holds in _BARS if holds(mentee, mentor, ties))


def cautions(mentee: Mentee, mentor: Mentor, ties: Ties) -> tuple[Caution, ...]:
    found = [caution for caution, holds in _CAUTIONS if holds(mentee, mentor, ties)]
    return (*found, *(Caution(doubt.value) for doubt in _DOUBTS if doubt in mentor.doubts))


def has_something(mentee: Mentee, mentor: Mentor) -> bool:
    """Without a common area or somebody's wish there is nothing to suggest a pair for."""
    return not mentee.areas.isdisjoint(mentor.areas) or any(has_named(by, mentee, mentor) for by in By)


def ranking(problem: Problem, mentee_id: int) -> tuple[Ranked, ...]:
    """Every mentor for this mentee: the best first, the barred last."""
    mentee = problem.mentee(mentee_id)
    found = [Ranked(mentor.id, evaluate(mentee, mentor, problem.ties)) for mentor in problem.mentors]
    return tuple(sorted(found, key=lambda each: (each.verdict.bar is not None, -each.verdict.total, each.mentor_id)))


def pairs_named(by: By, problem: Problem) -> frozenset[Pair]:
    """Everybody's wishes at once; who is not in the problem is left out by its reader."""
    if by is By.MENTEE:
        return frozenset(Pair(mentee.id, wished) for mentee in problem.mentees for wished in mentee.wishes)
    return frozenset(Pair(wished, mentor.id) for mentor in problem.mentors for wished in mentor.wishes)


def pairs_barred(problem: Problem) -> frozenset[Pair]:
    """The bars that hold for single pairs, all at once; likewise."""
    avoided = {Pair(mentee.id, other) for mentee in problem.mentees for other in mentee.rather_not}
    refused = {Pair(other, mentor.id) for mentor in problem.mentors for other in mentor.rather_not}
    same = {Pair(mentee.id, mentee.id) for mentee in problem.mentees}
    return problem.ties.forbidden | problem.ties.tried | avoided | refused | same


def _differ(one: frozenset[str], other: frozenset[str]) -> bool:
    """Nothing said is no difference."""
    return bool(one and other) and one.isdisjoint(other)


def _is_less(one: str, other: str) -> bool:
    return one in _YEARS and other in _YEARS and _YEARS.index(one) < _YEARS.index(other)


def _is_online(mentee: Mentee) -> bool:
    return not _ONLINE.isdisjoint(mentee.time | mentee.formats)
