"""Typed text as it may be stored, and as it is compared."""

import re
import unicodedata

MOST_MARKS = 3  # more combining marks in a row is decoration that spills over other people's lines

_UNSAFE = frozenset({"Cc", "Cf", "Cs", "Co", "Cn"})  # control, invisible, surrogate, private, unassigned
_BREAKS = re.compile("\r\n|[\r\u0085\u2028\u2029\v\f]")
_GAPS = re.compile(r"[^\S\n]+")
_DASHES = re.compile(r"\s*[-‐‑‒–—−]\s*")
_QUOTES = re.compile("[«»\"'“”„‘’`]")
_WORD = re.compile(r"[^\W_]+")
_EDGES = " .,;:!?…()"


def clean_text(text: str) -> str:
    """The same words without invisible characters, stacked marks and stray spaces."""
    broken = _BREAKS.sub("\n", unicodedata.normalize("NFC", text))
    kept = _without_stacks("".join(mark for mark in broken.replace("\t", " ") if _is_safe(mark)))
    lines = "\n".join(_GAPS.sub(" ", line).strip() for line in kept.split("\n"))
    return re.sub(r"\n{3,}", "\n\n", lines).strip()


def clean_line(text: str) -> str:
    """The same on one line."""
    return _GAPS.sub(" ", clean_text(text).replace("\n", " ")).strip()


def fold(text: str) -> str:
    """How two texts are compared: case, ё, kinds of dashes and quotes, and edge punctuation do not count."""
    plain = clean_line(text).casefold().replace("ё", "е")
    return _GAPS.sub(" ", _DASHES.sub("-", _QUOTES.sub("", plain))).strip(_EDGES)


def words_of(text: str) -> tuple[str, ...]:
    """The folded words, for a search by a word's beginning."""
    return tuple(_WORD.findall(fold(text)))


def has_words(text: str) -> bool:
    """Is there anything to read: a letter or a digit?"""
    return any(mark.isalnum() for mark in text)


def _is_safe(mark: str) -> bool:
    return mark == "\n" or unicodedata.category(mark) not in _UNSAFE


def _without_stacks(text: str) -> str:
    kept = []
    run = 0
    for mark in text:
        run = run + 1 if unicodedata.category(mark).startswith("M") else 0
        if run <= MOST_MARKS:
            kept.append(mark)
    return "".join(kept)
