"""The draft of a SWOT: people's own words under four letters, without names."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, TypeAlias

from mentoring.rules.forms import Question
from mentoring.rules.forms.model import Swot

Lettered: TypeAlias = Literal[Swot.STRONG, Swot.WEAK, Swot.CHANCE, Swot.THREAT]
LETTERS: tuple[Lettered, ...] = (Swot.STRONG, Swot.WEAK, Swot.CHANCE, Swot.THREAT)


@dataclass(frozen=True, slots=True)
class Word:
    """What one person has said to one question."""

    person_id: int
    text: str


@dataclass(frozen=True, slots=True)
class Group:
    """The words of one survey under a letter; hidden when they are of fewer people than `least`."""

    title: str
    texts: tuple[str, ...]
    least: int

    @property
    def hidden(self) -> bool:
        return not self.texts


def letter_of(question: Question, shipped: Question | None) -> Swot:
    """What a version says of it; one that was kept before questions had letters has the bot's own."""
    if question.swot is Swot.NONE and shipped is not None and shipped.kind is question.kind:
        return shipped.swot
    return question.swot


def named(title: str, said: Iterable[Word], least: int) -> Group:
    """Counted are people: whoever has answered two questions of a letter is one. In the order of the letters."""
    words = sorted(said, key=lambda each: (each.text.casefold(), each.text))
    enough = len({each.person_id for each in words}) >= least
    return Group(title, tuple(each.text for each in words) if enough else (), least)
