"""The one pair of functions that writes and reads moments: aware UTC as text of constant width.

Constant width makes text order equal time order in both databases.
"""

from datetime import UTC, datetime


def to_text(moment: datetime) -> str:
    """Text of an aware moment; a naive one is a bug and raises ValueError."""
    if moment.tzinfo is None:
        raise ValueError("a naive time reached the database")
    return moment.astimezone(UTC).isoformat(timespec="microseconds").removesuffix("+00:00") + "Z"


def from_text(text: str) -> datetime:
    """The aware UTC moment that `to_text` wrote."""
    return datetime.fromisoformat(text)
