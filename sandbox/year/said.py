"""A message that the bot began, as somebody saw it first."""

from dataclasses import dataclass
from datetime import datetime

from mentoring.digests import Kind, parts_of


@dataclass(frozen=True, slots=True)
class Said:
    """As it went out, by the school's clock; `things` are what a reminder is about.

    `asked_for`: the person has put the thing off until this very day.
    """

    user_id: int
    kind: str
    at: datetime
    text: str
    labels: tuple[str, ...] = ()
    things: tuple[str, ...] = ()
    asked_for: bool = False

    @property
    def proposes(self) -> bool:
        """Is somebody asked in it whether they would be in a pair?"""
        return any(parts_of(each)[0] is Kind.OFFER for each in self.things)
