"""Names and posts in Russian cases: supposed by rules, confirmed once by a coordinator, used by papers only then."""

from mentoring.declensions.confirming import Answer, Look, confirm, keep_unchanged, look
from mentoring.declensions.listing import EntriesPage, Entry, following, left, page
from mentoring.declensions.reading import (
    Subject,
    Unconfirmed,
    confirmed,
    director,
    unconfirmed,
    unconfirmed_director,
)
from mentoring.declensions.typing import FORM, Typed, about, keep_typed, of_run

__all__ = [
    "FORM",
    "Answer",
    "EntriesPage",
    "Entry",
    "Look",
    "Subject",
    "Typed",
    "Unconfirmed",
    "about",
    "confirm",
    "confirmed",
    "director",
    "following",
    "keep_typed",
    "keep_unchanged",
    "left",
    "look",
    "of_run",
    "page",
    "unconfirmed",
    "unconfirmed_director",
]
