"""Finding a material by words of its title and its areas: in any order, by their beginnings and by their stems."""

from collections.abc import Sequence

from mentoring.rules.text import words_of

SHORTEST_STEM = 4
_ENDING = 3  # letters that a Russian ending may take: «документами» and «документы» are one word


def matches(typed: str, text: str) -> int:
    """How well: 2 when each typed word begins a word of the text, 1 when its stem does, 0 when some word does neither.

    What has no words matches nothing.
    """
    wanted, there = words_of(typed), words_of(text)
    if not wanted:
        return 0
    return min(_best(each, there) for each in wanted)


def _best(word: str, there: Sequence[str]) -> int:
    if any(each.startswith(word) for each in there):
        return 2
    return int(any(each.startswith(_stem(word)) for each in there))


def _stem(word: str) -> str:
    """A short word is its own stem."""
    return word[: max(SHORTEST_STEM, len(word) - _ENDING)]
