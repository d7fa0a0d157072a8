"""Names of people: as written, shortened, sorted, searched, and checked for a slip of the keyboard."""

import re
from itertools import permutations

from mentoring.rules.text import clean_line, fold

LONGEST_NAME = 100
_SEARCHED_WORDS = 4  # a double surname and two initials; five words have 120 orders

_SPACED_DASH = re.compile(r"\s*[-‐‑‒–—−]\s*")
_PART = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*\.?")
_LETTERS = re.compile(r"[^\W\d_]+")
_NOT_SEARCHED = re.compile(r"[^\w\s]|_")
_TWINS = dict(zip("ABCEHKMOPTXYaceopxyk", "АВСЕНКМОРТХУасеорхук", strict=True))
# «оглы» and «кызы» belong to the patronymic before them.
_TAILS = frozenset({"оглы", "оглу", "кызы", "гызы", "улы", "уулу"})


def clean_name(text: str) -> str:
    """The name as it is kept: one space between words, a plain hyphen inside, «ё» untouched."""
    return _SPACED_DASH.sub("-", clean_line(text)).strip(" ,;:-")


def short_name(full: str) -> str:
    """«Иванова А. П.»; a single word stays, initials that are there already are tidied."""
    surname, *given = _parts(full) or [""]
    return " ".join([surname, *(f"{initial}." for initial in _initials(given))])


def first_and_patronymic(full: str) -> str:
    """«Анна Петровна», how a colleague is spoken to; without them, the whole name."""
    parts = _parts(full)
    return " ".join(parts[1:]) or " ".join(parts)


def surname_in_text(full: str) -> re.Pattern[str]:
    """Finds whoever has this surname in a text, or is called by this name and patronymic, in any case.

    Initials that are not theirs are somebody else's of that surname.
    """
    surname, *given = full.split() or [""]
    stem = surname[: max(len(surname) - 2, 3)]
    family = rf"(?:{_either(stem)}|{_either(stem.upper())})\w{{0,3}}\b"
    if not given:
        return re.compile(rf"\b{family}(?: ?[А-ЯЁ]\.){{0,2}}")
    names = [rf"{_either(name[: max(len(name) - 2, 2)])}\w{{0,4}}" for name in given[:2]]
    initials = rf" ?{given[0][0]}\.(?: ?{given[1][0]}\.)?" if len(given) > 1 else rf" ?{given[0][0]}\."
    after = rf"(?:{initials}| {names[0]}(?: {names[-1]})?\b|(?! ?[А-ЯЁ]\.))"
    spoken = rf"|{names[0]} {names[1]}\b" if len(given) > 1 else ""
    return re.compile(rf"\b(?:{family}{after}{spoken})")


def _either(stem: str) -> str:
    """With «ё» and without."""
    return re.sub("[её]", "[её]", re.sub("[ЕЁ]", "[ЕЁ]", re.escape(stem)))


def search_name(full: str) -> str:
    """What is compared: no case, no «ё», no punctuation; a double surname is two words."""
    return " ".join(_NOT_SEARCHED.sub(" ", fold(clean_name(full))).split())


def search_patterns(text: str) -> tuple[str, ...]:
    """How a `search_name` may look, as patterns of LIKE: each word begins one of the name's, in any order.

    Initials alone keep theirs, for «А. И.» is not «И. А.». Empty when nothing was typed that a name has.
    """
    words = search_name(text).split()[:_SEARCHED_WORDS]
    initials = [word for word in words if len(word) == 1]
    orders = permutations(words) if words else ()
    kept = (order for order in orders if [word for word in order if len(word) == 1] == initials)
    return tuple(dict.fromkeys("% ".join(order) + "%" for order in kept))


def sort_name(full: str) -> str:
    """What lists are sorted by, compared as bytes: a shorter surname comes before its continuations."""
    # A separator below every letter keeps «Ли Юна» before «Лида Анна» and the hyphen from counting.
    folded = fold(clean_name(full)).replace("-", "").replace(".", " ")
    return "\x1f".join(folded.split())


def latin_letters_in_cyrillic(text: str) -> tuple[tuple[str, int], ...]:
    """Latin look-alikes inside words that have Cyrillic letters: the letter and its position from 0."""
    slips = []
    for word in re.finditer(r"\w+", text):
        if any(_is_cyrillic(mark) for mark in word[0]):
            slips += [(mark, word.start() + at) for at, mark in enumerate(word[0]) if mark in _TWINS]
    return tuple(slips)


def is_plausible_name(text: str) -> bool:
    """At least a surname and a name (or initials), only letters, and not too long."""
    name = clean_name(text)
    if len(name) > LONGEST_NAME:
        return False
    spread = re.sub(r"\.(?=\S)", ". ", name)
    words = spread.split()
    return len(words) >= 2 and len(words[0]) >= 2 and all(_PART.fullmatch(word) for word in words)


def capitalised(text: str) -> str:
    """«иванова анна» and «ИВАНОВА АННА» as names are written; a name that has both kinds of letters is left alone."""
    name = clean_name(text)
    if not (name.islower() or name.isupper()):
        return name
    words = name.lower().split()
    return " ".join(word if word in _TAILS else _LETTERS.sub(lambda part: part[0].capitalize(), word) for word in words)


def _parts(full: str) -> list[str]:
    return re.sub(r"\.(?=\S)", ". ", clean_name(full)).split()


def _initials(given: list[str]) -> list[str]:
    named = [word for word in given if word.casefold() not in _TAILS and word[0].isalpha()]
    # «Анна-Мария» is one name of two halves: «А.-М.» is how papers shorten it.
    return [".-".join(half[0].upper() for half in word.split("-") if half) for word in named[:2]]


def _is_cyrillic(mark: str) -> bool:
    return "\u0400" <= mark <= "\u04ff"
