"""What a person's own file is made of: plain values on their way to the worker."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class OwnSection:
    title: str
    headings: tuple[str, ...]
    lines: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class OwnData:
    title: str
    name: str
    school: str
    made_at: datetime
    sections: tuple[OwnSection, ...]
    notes: tuple[str, ...]  # what is not in the file, and why
