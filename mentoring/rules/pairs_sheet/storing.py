"""What was read of a sheet of pairs as text: it travels out of the worker so, and waits for the coordinator so."""

import json
from collections.abc import Mapping
from dataclasses import asdict
from datetime import date
from typing import Any

from mentoring.rules.pairs_sheet.headings import Column
from mentoring.rules.pairs_sheet.model import BroughtPair, PairProblem, PairReason, PairsRead


def write(of: PairsRead) -> str:
    return json.dumps(asdict(of), ensure_ascii=False, default=date.isoformat)


def parse(content: str) -> PairsRead:
    """What `write` wrote."""
    raw = json.loads(content)
    return PairsRead(
        tuple(_pair(each) for each in raw["pairs"]),
        tuple(_problem(each) for each in raw["problems"]),
        tuple(raw["ignored"]),
        raw["more"],
    )


def _pair(raw: Mapping[str, Any]) -> BroughtPair:
    return BroughtPair(
        mentors=tuple(raw["mentors"]),
        mentees=tuple(raw["mentees"]),
        starts_on=date.fromisoformat(raw["starts_on"]),
        ends_on=_day(raw["ends_on"]),
        format=raw["format"],
        order_number=raw["order_number"],
        order_on=_day(raw["order_on"]),
        group=raw["group"],
        row=raw["row"],
    )


def _day(raw: str | None) -> date | None:
    return date.fromisoformat(raw) if raw else None


def _problem(raw: Mapping[str, Any]) -> PairProblem:
    return PairProblem(
        raw["row"],
        Column(raw["column"]),
        PairReason(raw["reason"]),
        raw["value"],
        tuple(raw["hints"]),
        tuple(raw["rows"]),
    )
