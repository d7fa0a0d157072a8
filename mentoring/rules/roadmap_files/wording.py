"""When two texts of a roadmap say the same."""

from functools import lru_cache

from mentoring.rules.roadmap_files.items import without_mark
from mentoring.rules.text import words_of

_SLIPS = dict.fromkeys(("течении", "теченье"), "течение")  # «в течении года»


@lru_cache(maxsize=2_048)  # a document is compared with another, and matched, text by text again and again
def wording(text: str) -> tuple[str, ...]:
    """The words without bullets, case, «ё», punctuation and the usual slip."""
    return tuple(_SLIPS.get(word, word) for word in words_of(without_mark(text)))
