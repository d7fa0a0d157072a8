"""What makes one assignment of a whole school better than another.

1. Pinned pairs are kept. Of pins that contradict one another (two mentors of one mentee, more mentees than places) the
   first by ids are.
2. As many mentees as possible have a mentor.
3. As many points as possible over all pairs.
4. Among equals the pairs of the draft in hand stay, ten for each, and who has waited longer comes first: a point is a
   full ten school days, here the days beyond it count.
5. What is still equal is settled by the order of ids: the same problem has one proposal.
"""

from mentoring.rules.matching.model import Mentee, Pair, Problem
from mentoring.rules.matching.terms import WAITED, tens_waited

STAYS = 10
MOST_PREFERRED = STAYS + WAITED - 1


def kept_pins(problem: Problem, first: Pair | None = None) -> tuple[Pair, ...]:
    """The pins that can hold together; `first` goes before all of them, pinned or not."""
    free = {mentor.id: mentor.places for mentor in problem.mentors}
    unpinned = {mentee.id for mentee in problem.mentees}
    kept = []
    for pair in ((first,) if first else ()) + tuple(sorted(problem.ties.pinned)):
        mentee_id, mentor_id = pair
        if mentee_id != mentor_id and mentee_id in unpinned and free.get(mentor_id, 0) > 0:
            kept.append(Pair(mentee_id, mentor_id))
            unpinned.remove(mentee_id)
            free[mentor_id] -= 1
    return tuple(kept)


def days_beyond(mentee: Mentee) -> int:
    return min(mentee.waiting - WAITED * tens_waited(mentee), WAITED - 1)


def preferred(problem: Problem, mentee: Mentee, mentor_id: int) -> int:
    """What decides between assignments of equal points."""
    return days_beyond(mentee) + STAYS * (Pair(mentee.id, mentor_id) in problem.draft)
