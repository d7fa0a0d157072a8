"""A proposal for the whole school as it is stored, and as the worker gives it back."""

import json
from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from mentoring.rules.matching import (
    Bar,
    Caution,
    Change,
    Counted,
    GroupIdea,
    Left,
    Line,
    Proposal,
    Shared,
    Term,
    Verdict,
    WhyLeft,
    WhyNot,
)


def written(of: Proposal) -> str:
    return json.dumps(asdict(of), ensure_ascii=False)


def read(content: str) -> Proposal:
    return proposal(json.loads(content))


def proposal(raw: Mapping[str, Any]) -> Proposal:
    """Out of plain values, as JSON has them."""
    return Proposal(
        lines=tuple(_line(each) for each in raw["lines"]),
        left=tuple(Left(each["mentee_id"], WhyLeft(each["why"]), each.get("alone", False)) for each in raw["left"]),
        groups=tuple(_group(each) for each in raw["groups"]),
        total=raw["total"],
    )


def why_not(raw: Mapping[str, Any]) -> WhyNot:
    verdict = raw["verdict"]
    return WhyNot(
        verdict=Verdict(
            terms=counted(verdict["terms"]),
            total=verdict["total"],
            bar=Bar(verdict["bar"]) if verdict["bar"] else None,
            warnings=tuple(Caution(each) for each in verdict["warnings"]),
        ),
        total_now=raw["total_now"],
        total_forced=raw["total_forced"],
        matched_now=raw["matched_now"],
        matched_forced=raw["matched_forced"],
        who_changes=tuple(Change(each["mentee_id"], each["before"], each["after"]) for each in raw["who_changes"]),
    )


def counted(raw: list[Mapping[str, Any]]) -> tuple[Counted, ...]:
    return tuple(Counted(Term(each["term"]), each["points"], tuple(each["keys"])) for each in raw)


def _line(raw: Mapping[str, Any]) -> Line:
    return Line(
        mentee_id=raw["mentee_id"],
        mentor_id=raw["mentor_id"],
        terms=counted(raw["terms"]),
        total=raw["total"],
        warnings=tuple(Caution(each) for each in raw["warnings"]),
        pinned=raw["pinned"],
    )


def _group(raw: Mapping[str, Any]) -> GroupIdea:
    return GroupIdea(
        area=raw["area"],
        mentee_ids=tuple(raw["mentee_ids"]),
        mentor_id=raw["mentor_id"],
        reasons=tuple(Shared(Term(each["term"]), tuple(each["keys"])) for each in raw["reasons"]),
        widens=raw.get("widens"),  # drafts of before know nothing of it
    )
