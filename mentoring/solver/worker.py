"""What the worker process is asked for: a problem in, plain values out. Imported there only.

A value's class stands elsewhere: the bot loads its module to read the value, and would load numpy with this one.
"""

from dataclasses import replace

from mentoring.rules.matching import (
    Pair,
    Problem,
    Proposal,
    StampedProposal,
    WhyNot,
    changes_between,
    evaluate,
    kept_pins,
    proposal_of,
)
from mentoring.solver.assignment import best_pairs


def made(stamp: str, problem: Problem) -> StampedProposal:
    return StampedProposal(stamp, propose(problem))


def propose(problem: Problem) -> Proposal:
    """The best proposal there is: see `mentoring.rules.matching.objective`."""
    return proposal_of(problem, best_pairs(problem))


def why_not(problem: Problem, mentee_id: int, mentor_id: int) -> WhyNot:
    """«Почему не …?»: the pair's own terms, and what the best proposal with it would cost the school.

    Pins that contradict the pair give way to it.
    """
    wanted = Pair(mentee_id, mentor_id)
    verdict = evaluate(problem.mentee(mentee_id), problem.mentor(mentor_id), problem.ties)
    now = best_pairs(problem)
    if wanted not in kept_pins(problem, wanted):
        return WhyNot(verdict, _total(problem, now), None, len(now), None, ())
    forced = best_pairs(replace(problem, draft=frozenset(now)), wanted)
    return WhyNot(
        verdict,
        _total(problem, now),
        _total(problem, forced),
        len(now),
        len(forced),
        changes_between(now, forced),
    )


def _total(problem: Problem, pairs: tuple[Pair, ...]) -> int:
    mentees = {mentee.id: mentee for mentee in problem.mentees}
    mentors = {mentor.id: mentor for mentor in problem.mentors}
    verdicts = (evaluate(mentees[pair.mentee_id], mentors[pair.mentor_id], problem.ties) for pair in pairs)
    return sum(verdict.total for verdict in verdicts)
