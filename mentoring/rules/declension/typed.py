"""What somebody has typed as a case of a name or a post: the same words, with other endings."""

from enum import StrEnum

from mentoring.rules.text import clean_line, fold

LONGEST = 200
_MOST_ENDING = 4  # «Лев» → «Льву», «вожатый» → «вожатому»: no word grows or shrinks by more
_MARKS = frozenset("-'’.,()«»\"№/ ")


class Doubt(StrEnum):
    """Why it is asked again."""

    EMPTY = "empty"
    LONG = "long"
    MARKS = "marks"  # what is no letter, and was not there before
    WORDS = "words"  # more words than there are, or fewer
    LETTERS = "letters"  # a word that begins otherwise, or is of quite another length


def doubt(spelling: str, typed: str) -> Doubt | None:
    """None when it may be a case of the spelling."""
    words, there = clean_line(typed).split(), spelling.split()
    if not words:
        return Doubt.EMPTY
    if len(typed) > LONGEST:
        return Doubt.LONG
    if any(not mark.isalpha() and mark not in _MARKS and mark not in spelling for mark in typed):
        return Doubt.MARKS
    if len(words) != len(there):
        return Doubt.WORDS
    return None if all(_may_be(was, word) for was, word in zip(there, words, strict=True)) else Doubt.LETTERS


def _may_be(was: str, word: str) -> bool:
    """Each half of a double surname begins as it did; «ё» may go («Пётр», «Петра»)."""
    before, after = fold(was).split("-"), fold(word).split("-")
    return len(before) == len(after) and all(
        each[:1] == other[:1] and abs(len(each) - len(other)) <= _MOST_ENDING
        for each, other in zip(before, after, strict=True)
    )
