"""A piece of the day's message: a sentence with the button that acts."""

from dataclasses import dataclass
from datetime import date, timedelta

from handlers.effects import Button
from handlers.presses import Spot, go

A_WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Piece:
    """A sentence with the button that acts: `alone` in a message of its own, `among` others in a longer one.

    `within` is what it says there, when that is something else; `beside` is one more button, wherever it stands.
    """

    text: str
    alone: Button
    among: Button
    within: str = ""
    beside: Button | None = None
    until: date | None = None  # after this day there is nothing left to act on

    def waits_a_week(self, today: date) -> bool:
        """Is there still something to act on in a week, with a day to do it?"""
        return self.until is None or today + A_WEEK < self.until


def piece(text: str, alone: str, among: str, to: Spot, argument: str = "") -> Piece:
    return Piece(text, go(alone, to, argument=argument), go(among, to, argument=argument))
