"""Matching: who may be whose mentor and why, what is best for the whole school, and what another choice costs."""

from mentoring.rules.matching.cost import Change, Cost, WhyNot, changes_between, compare
from mentoring.rules.matching.groups import GroupIdea, Shared
from mentoring.rules.matching.model import Mentee, Mentor, Pair, Problem, Ties, Want
from mentoring.rules.matching.objective import kept_pins
from mentoring.rules.matching.proposal import Left, Line, Proposal, StampedProposal, WhyLeft, pins_not_kept, proposal_of
from mentoring.rules.matching.splits import Split, split
from mentoring.rules.matching.swaps import Move, Swap, swaps
from mentoring.rules.matching.terms import Counted, Term
from mentoring.rules.matching.verdict import Bar, Caution, Ranked, Verdict, evaluate, may_be_suggested, ranking

__all__ = [
    "Bar",
    "Caution",
    "Change",
    "Cost",
    "Counted",
    "GroupIdea",
    "Left",
    "Line",
    "Mentee",
    "Mentor",
    "Move",
    "Pair",
    "Problem",
    "Proposal",
    "Ranked",
    "Shared",
    "Split",
    "StampedProposal",
    "Swap",
    "Term",
    "Ties",
    "Verdict",
    "Want",
    "WhyLeft",
    "WhyNot",
    "changes_between",
    "compare",
    "evaluate",
    "kept_pins",
    "may_be_suggested",
    "pins_not_kept",
    "proposal_of",
    "ranking",
    "split",
    "swaps",
]
