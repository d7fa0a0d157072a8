"""Practice cards, their collections and nominations as rows."""

from dataclasses import dataclass
from datetime import datetime

from storage.vocabulary.practices import CardField, CardState, Publish


@dataclass(frozen=True, slots=True)
class CardRow:
    """A whole card. `author` is the full name, for whoever may know it; empty of an erased author's."""

    id: int
    school_id: int
    school_year: int
    author_id: int | None
    author: str
    state: CardState
    title: str
    areas: tuple[str, ...]
    useful_to: str
    problem: str
    done: str
    result: str
    links: str
    publish: Publish
    stays: bool
    note: str
    version: int
    sent_at: datetime
    decided_at: datetime | None


@dataclass(frozen=True, slots=True)
class Accepted:
    """A card of the library, for papers. `author` is the full name where the author lets it be told, else empty."""

    id: int
    title: str
    areas: tuple[str, ...]
    useful_to: str
    problem: str
    done: str
    result: str
    links: str
    author: str


@dataclass(frozen=True, slots=True)
class Line:
    """A card in a list."""

    id: int
    title: str


@dataclass(frozen=True, slots=True)
class AreasCount:
    """How many cards have just these areas."""

    areas: tuple[str, ...]
    many: int


@dataclass(frozen=True, slots=True)
class Counts:
    """Of a school: what waits, whatever its year, what was accepted of a year; `library` everybody may read of that."""

    sent: int
    returned: int
    accepted: int
    library: int


@dataclass(frozen=True, slots=True)
class EditRow:
    field: CardField
    was: str
    became: str
    edited_at: datetime


@dataclass(frozen=True, slots=True)
class CollectionRow:
    """`issued_at` is None as long as nobody has got the file."""

    id: int
    school_year: int
    cards: int
    issued_at: datetime | None


@dataclass(frozen=True, slots=True)
class NominationRow:
    id: int
    title: str
    cards: int  # that may be told


CARD = """c.id, c.school_id, c.school_year, c.author_id, COALESCE(p.full_name, '') AS author, c.state, c.title, c.areas,
          c.useful_to, c.problem, c.done, c.result, c.links, c.publish, c.stays, c.note, c.version, c.sent_at,
          c.decided_at"""
# Whoever has withdrawn consent is in no list from that moment on, and nor is what they wrote.
AUTHOR = "LEFT JOIN person p ON p.id = c.author_id"
FROM_CARD = f"FROM practice_card c {AUTHOR}"
HERE = "(c.author_id IS NULL OR p.erase_by IS NULL)"
IN_LIBRARY = f"c.state = 'accepted' AND c.publish <> 'never' AND {HERE}"
