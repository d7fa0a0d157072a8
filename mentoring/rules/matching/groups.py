"""Groups out of those who are left without a mentor: several who need the same may learn from one."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import reduce

from mentoring.rules.matching.model import Mentee, Mentor, Problem
from mentoring.rules.matching.terms import TERMS, InCommon, Term
from mentoring.rules.matching.verdict import bars, evaluate

FEWEST, MOST = 2, 4
GROUP = "group"  # the mentor's word for it


@dataclass(frozen=True, slots=True)
class Shared:
    """Options that everybody of a group has."""

    term: Term
    keys: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class GroupIdea:
    """Who has waited longest comes first; `reasons` are what they all share, with the mentor if there is one.

    In the best assignment nobody with a place is left for those who are left, or they would be a pair. So without
    `mentor_id` there may be `widens`: a mentor who leads groups and already helps somebody in this very area.
    """

    area: str
    mentee_ids: tuple[int, ...]
    mentor_id: int | None
    reasons: tuple[Shared, ...]
    widens: int | None = None


Led = Mapping[int, Sequence[Mentee]]  # a mentor's mentees in the proposal


def group_ideas(problem: Problem, left: Iterable[Mentee], led: Led) -> tuple[GroupIdea, ...]:
    """The biggest and longest waiting groups first; nobody is in two. A group takes one place.

    Where a coordinator has taken somebody out, one may still join a pair: a smaller group is one too.
    """
    alone = _by_area(each for each in left if not each.alone)
    thinned = {area for mentee in problem.mentees if mentee.alone for area in mentee.areas}
    guides = {mentor.id: mentor for mentor in problem.mentors if GROUP in mentor.formats}
    places = {each.id: each.places - len(led.get(each.id, ())) for each in guides.values()}
    ideas = []
    while found := _next(alone, thinned):
        area, members = found
        is_group = len(members) >= FEWEST
        near = [each for each in guides.values() if area in each.areas]
        guide = _guide(problem, members, [each for each in near if places[each.id] > 0]) if is_group else None
        wider = None if guide else _wider(problem, area, members, near, led)
        if not is_group and not wider:
            alone[area].clear()
            continue
        if guide:
            places[guide.id] -= 1
        if wider:
            guides.pop(wider.id)
        ideas.append(_idea(area, members, guide, wider))
        for mentee in members:
            for its_area in mentee.areas:
                alone[its_area].pop(mentee.id, None)
    return tuple(ideas)


def _by_area(left: Iterable[Mentee]) -> dict[str, dict[int, Mentee]]:
    """Who needs what; who has waited longest comes first."""
    alone: dict[str, dict[int, Mentee]] = {}
    for mentee in sorted(left, key=lambda each: (-each.waiting, each.id)):
        for area in mentee.areas:
            alone.setdefault(area, {})[mentee.id] = mentee
    return alone


def _next(alone: Mapping[str, Mapping[int, Mentee]], thinned: Collection[str]) -> tuple[str, list[Mentee]] | None:
    found = [(area, _members(of.values())) for area, of in alone.items()]
    groups = [(area, members) for area, members in found if len(members) >= (1 if area in thinned else FEWEST)]
    return min(groups, key=lambda each: (-len(each[1]), -sum(one.waiting for one in each[1]), each[0]), default=None)


def _members(queue: Iterable[Mentee]) -> list[Mentee]:
    """The first of them who do not mind one another."""
    members: list[Mentee] = []
    for mentee in queue:
        if not any(_mind(each, mentee) for each in members):
            members.append(mentee)
        if len(members) == MOST:
            break
    return members


def _guide(problem: Problem, members: Sequence[Mentee], free: Iterable[Mentor]) -> Mentor | None:
    """Who is barred for none; the one with most points for all of them."""
    fitting = []
    for mentor in free:
        verdicts = [evaluate(mentee, mentor, problem.ties) for mentee in members]
        if all(each.bar is None for each in verdicts):
            fitting.append((-sum(each.total for each in verdicts), mentor.id, mentor))
    return min(fitting, key=lambda each: each[:2])[2] if fitting else None


def _wider(problem: Problem, area: str, members: Sequence[Mentee], guides: Iterable[Mentor], led: Led) -> Mentor | None:
    """The first whose pair may take these in: barred for none, and nobody of them minds another."""
    for mentor in guides:
        own = led.get(mentor.id, ())
        if not any(area in each.areas for each in own) or any(each.alone for each in own):
            continue
        together = not any(_mind(one, other) for one in own for other in members)
        if together and not any(bars(mentee, mentor, problem.ties) for mentee in members):
            return mentor
    return None


def _mind(one: Mentee, other: Mentee) -> bool:
    return one.id in other.rather_not or other.id in one.rather_not


def _idea(area: str, members: Sequence[Mentee], guide: Mentor | None, wider: Mentor | None) -> GroupIdea:
    return GroupIdea(
        area,
        tuple(each.id for each in members),
        guide.id if guide else None,
        tuple(_shared(members, guide)),
        wider.id if wider else None,
    )


def _shared(members: Sequence[Mentee], guide: Mentor | None) -> Iterator[Shared]:
    for rule in TERMS:
        if isinstance(rule, InCommon):
            keys = reduce(frozenset.intersection, [rule.wanted(each) for each in members])
            keys = keys & rule.offered(guide) if guide else keys
            keys = keys & {GROUP} if rule.term is Term.FORMAT else keys
            if keys:
                yield Shared(rule.term, tuple(sorted(keys)))
