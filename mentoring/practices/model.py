"""A practice card as somebody sees it, and what they may do with it."""

from dataclasses import dataclass
from enum import StrEnum

from storage.practices import CardRow, EditRow
from storage.vocabulary.practices import CardField, CardState, Publish

FORM = "practice_card"
SURVEY = "mon_end_mentor"  # asks for a practice at the end of a pair's work
PAGE = 8
FOUND = 8  # of a search: more are not read, another word is typed

# In which states its author, and in which a coordinator, may reword a card.
AUTHOR_EDITS = frozenset({CardState.SENT, CardState.RETURNED, CardState.TAKEN_BACK})
COORDINATOR_EDITS = frozenset({CardState.SENT, CardState.ACCEPTED})


class Edit(StrEnum):
    """What came of a rewording."""

    DONE = "done"
    SAME = "same"
    LOCKED = "locked"  # it is not in a state where this person may reword it
    GONE = "gone"


@dataclass(frozen=True, slots=True)
class Edited:
    card_id: int
    edit: Edit


@dataclass(frozen=True, slots=True)
class Card:
    """`edits` are for the author and the coordinator alone; nobody else is told what was before."""

    row: CardRow
    edits: tuple[EditRow, ...]
    is_own: bool
    decides: bool  # a coordinator of the school looks at it

    @property
    def author(self) -> str:
        """The full name for whoever may know it."""
        told = self.decides or self.is_own or self.row.publish is Publish.NAMED
        return self.row.author if told else ""

    @property
    def may_edit(self) -> bool:
        as_author = self.is_own and self.row.state in AUTHOR_EDITS
        return as_author or (self.decides and self.row.state in COORDINATOR_EDITS)

    @property
    def may_send(self) -> bool:
        return self.is_own and self.row.state in (CardState.RETURNED, CardState.TAKEN_BACK)

    @property
    def may_take_back(self) -> bool:
        return self.is_own and self.row.state is not CardState.TAKEN_BACK

    @property
    def may_accept(self) -> bool:
        return self.decides and self.row.state is CardState.SENT

    @property
    def may_return(self) -> bool:
        return self.decides and self.row.state in (CardState.SENT, CardState.ACCEPTED)


def texts(of: CardRow) -> tuple[str, ...]:
    """All words of a card."""
    return (of.title, of.useful_to, of.problem, of.done, of.result, of.links)


def words_in(of: CardRow, field: CardField) -> str:
    """A field as the database keeps it, keys of areas by commas."""
    value = getattr(of, field.value)
    return ",".join(value) if isinstance(value, tuple) else str(value)


__all__ = [
    "AUTHOR_EDITS",
    "COORDINATOR_EDITS",
    "FORM",
    "FOUND",
    "PAGE",
    "SURVEY",
    "Card",
    "CardRow",
    "Edit",
    "Edited",
    "texts",
    "words_in",
]
