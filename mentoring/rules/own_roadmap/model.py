"""The value that is kept of a school's own roadmap."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from mentoring.rules.roadmap_files import ItemPath, Responsible, Term, Understood, read_responsible, read_term

_AGAIN = re.compile(r"own_(a\d_.+)_\d+")


def is_own(key: str) -> bool:
    """Is it the school's, not one of the programme's?"""
    return key.startswith("own_")


def programmes_key(key: str) -> str:
    """Of an activity of the programme that the document names again; else the key itself."""
    again = _AGAIN.fullmatch(key)
    return again[1] if again else key


class Asks(StrEnum):
    """What of a stage is asked."""

    TERM = "term"
    RESPONSIBLE = "responsible"
    PAST = "past"  # its term is over: what of it?


class Past(StrEnum):
    """What becomes of a stage whose term is over."""

    MOVE = "move"
    DONE = "done"
    DROP = "drop"


Keys = Mapping[ItemPath, tuple[str, ...]]
Answers = Mapping[tuple[int, Asks], str]  # by the stage from 1; a text that the document's reader understands, or Past


@dataclass(frozen=True, slots=True)
class OwnRoadmap:
    """`gone` are activities with evidence that the document does not name any more: their texts by their keys."""

    understood: Understood
    keys: Keys
    answers: Answers = field(default_factory=dict)
    gone: Mapping[str, str] = field(default_factory=dict)

    def term(self, stage: int) -> Term:
        """As answered, else as written."""
        said = self.answers.get((stage, Asks.TERM))
        return read_term(said) if said else self.understood.stages[stage - 1].term

    def responsible(self, stage: int) -> Responsible:
        said = self.answers.get((stage, Asks.RESPONSIBLE))
        return read_responsible(said) if said else self.understood.stages[stage - 1].responsible

    def text(self, path: ItemPath) -> str:
        item = self.understood.stages[path.stage].items[path.item]
        return item.text if path.inner < 0 else item.inner[path.inner]

    def keys_of(self, stage: int) -> frozenset[str]:
        return frozenset(key for path, keys in self.keys.items() if path.stage == stage - 1 for key in keys)
