"""Pairs that a school has already: rows of its sheet, with orders and terms, straight into the programme."""

from mentoring.rules.pairs_sheet.formats import FORMATS
from mentoring.rules.pairs_sheet.headings import Column, looks_like_pairs
from mentoring.rules.pairs_sheet.model import (
    MOST_PROBLEMS,
    BroughtPair,
    PairProblem,
    PairReason,
    PairsRead,
    Severity,
)
from mentoring.rules.pairs_sheet.reading import read

__all__ = [
    "FORMATS",
    "MOST_PROBLEMS",
    "BroughtPair",
    "Column",
    "PairProblem",
    "PairReason",
    "PairsRead",
    "Severity",
    "looks_like_pairs",
    "read",
]
