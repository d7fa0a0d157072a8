"""What speaks for a pair, and how many points it is worth: one table, read here and by the solver."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from mentoring.rules.matching.model import NOTHING, Mentee, Mentor


class Term(StrEnum):
    """In the order in which a coordinator reads them."""

    AREA = "area"
    SUBJECT = "subject"
    LEVEL = "level"
    TIME = "time"
    FORMAT = "format"
    WISH = "wish"
    MENTORS_WISH = "mentors_wish"
    WAITING = "waiting"
    INTERRUPTED = "interrupted"


class By(StrEnum):
    MENTEE = "mentee"
    MENTOR = "mentor"


@dataclass(frozen=True, slots=True)
class InCommon:
    """Keys that both have: points once, or for each of them."""

    term: Term
    points: int
    wanted: Callable[[Mentee], frozenset[str]]
    offered: Callable[[Mentor], frozenset[str]]
    each: bool = False


@dataclass(frozen=True, slots=True)
class Named:
    """One has named the other."""

    term: Term
    points: int
    by: By


@dataclass(frozen=True, slots=True)
class OfMentee:
    """Points for the mentee with any mentor, so many times."""

    term: Term
    points: int
    times: Callable[[Mentee], int]


Rule: TypeAlias = InCommon | Named | OfMentee


@dataclass(frozen=True, slots=True)
class Counted:
    """A term that holds for a pair; `keys` are the options that both have."""

    term: Term
    points: int
    keys: tuple[str, ...] = ()


WAITED, MOST_WAITED = 10, 5  # school days for a point, and the most points

# What a mentee says of learning, in the words of the mentor's question. Nothing said fits nothing.
FITS: Mapping[str, frozenset[str]] = {
    "talk": frozenset({"one_to_one"}),
    "visit": frozenset({"one_to_one"}),
    "group": frozenset({"group"}),
    "online": frozenset({"remote"}),
    "once": frozenset({"short_term", "situational"}),
    "any": frozenset({"one_to_one", "group", "remote", "short_term", "situational", "reverse"}),
}
_NO_LESSONS = frozenset({"none"})  # an answer, but nothing to have in common
_OTHER_SUBJECT = frozenset({"other"})  # «Другое» of two people need not be the same


def accepted(mentee: Mentee) -> frozenset[str]:
    """The mentor's formats that suit this mentee."""
    return NOTHING.union(*(FITS.get(each, NOTHING) for each in mentee.formats))


def tens_waited(mentee: Mentee) -> int:
    return min(mentee.waiting // WAITED, MOST_WAITED)


AREAS = InCommon(Term.AREA, 3, lambda mentee: mentee.areas, lambda mentor: mentor.areas, each=True)
TERMS: tuple[Rule, ...] = (
    AREAS,
    InCommon(Term.SUBJECT, 2, lambda mentee: mentee.subjects - _OTHER_SUBJECT, lambda mentor: mentor.subjects),
    InCommon(Term.LEVEL, 1, lambda mentee: mentee.levels - _NO_LESSONS, lambda mentor: mentor.levels),
    InCommon(Term.TIME, 1, lambda mentee: mentee.time, lambda mentor: mentor.time),
    InCommon(Term.FORMAT, 1, accepted, lambda mentor: mentor.formats),
    Named(Term.WISH, 2, By.MENTEE),
    Named(Term.MENTORS_WISH, 2, By.MENTOR),
    OfMentee(Term.WAITING, 1, tens_waited),
    OfMentee(Term.INTERRUPTED, 2, lambda mentee: int(mentee.interrupted)),
)


def count(mentee: Mentee, mentor: Mentor) -> tuple[Counted, ...]:
    """Whatever speaks for this pair, in the order of the table."""
    return tuple(found for rule in TERMS if (found := _counted(rule, mentee, mentor)))


def has_named(by: By, mentee: Mentee, mentor: Mentor) -> bool:
    return mentor.id in mentee.wishes if by is By.MENTEE else mentee.id in mentor.wishes


def _counted(rule: Rule, mentee: Mentee, mentor: Mentor) -> Counted | None:
    match rule:
        case InCommon():
            keys = rule.wanted(mentee) & rule.offered(mentor)
            times = len(keys) if rule.each else min(len(keys), 1)
            return Counted(rule.term, rule.points * times, tuple(sorted(keys))) if keys else None
        case Named():
            return Counted(rule.term, rule.points) if has_named(rule.by, mentee, mentor) else None
        case OfMentee():
            many = rule.times(mentee)
            return Counted(rule.term, rule.points * many) if many else None
