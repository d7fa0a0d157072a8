"""The collection of practice cards as its Word paper needs it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CardPaper:
    """`author` is empty where the card is printed without a name."""

    title: str
    author: str
    areas: tuple[str, ...]
    useful_to: str
    problem: str
    done: str
    result: str
    links: str


@dataclass(frozen=True, slots=True)
class NominationPaper:
    """Titles of cards with their authors, an empty name where it is not told; by title, for nobody is ranked."""

    title: str
    cards: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class CollectionPaper:
    school: str
    school_year: int
    cards: tuple[CardPaper, ...]
    nominations: tuple[NominationPaper, ...] = ()
