"""Practice cards: how their words are searched, and whether a text names its author."""

import re

from mentoring.rules.text import words_of

MOST_WORDS = 4  # of a search

_TAIL = re.compile(r"(?:ий|ый|ой|ая|яя|[аеиоуыэюяйь])$")
_FLEETING = re.compile(r"[ео](?=[^аеиоуыэюя]$)")  # Павел, Павла; Лев, Льва
# What Russian names end in when they are declined, «ё» folded.
_ENDINGS = frozenset(
    {
        *("", "а", "у", "ы", "е", "и", "ю", "я", "ь", "й", "о"),
        *("ой", "ою", "ей", "ею", "ом", "ем", "ым", "им", "ий", "ый", "ая", "яя", "ую", "юю"),
        *("ого", "его", "ому", "ему", "ых", "их", "ыми", "ими", "ью", "ы", "ам", "ями", "ами", "ях", "ах"),
    }
)


def search_words(*texts: str) -> str:
    """What is kept to be searched: folded words, each after a space."""
    return "".join(f" {word}" for text in texts for word in words_of(text))


def beginnings(typed: str) -> tuple[str, str, str, str] | None:
    """Patterns of LIKE for as many words as are looked at, each a word's beginning; None when no word was typed."""
    words = words_of(typed)[:MOST_WORDS]
    if not words:
        return None
    one, two, three, four = (f"% {words[at]}%" if at < len(words) else "%" for at in range(MOST_WORDS))
    return one, two, three, four


def holds_name(texts: tuple[str, ...], full_name: str) -> bool:
    """Does any word look like the person's surname, name or patronymic, in any case?

    Rather once too often: it decides whether a text may outlive its author's consent.
    """
    stems = {stem for name in words_of(full_name) if len(name) > 1 for stem in _stems(name)}
    return any(_is_form_of(word, stem) for text in texts for word in words_of(text) for stem in stems)


def _stems(name: str) -> set[str]:
    fleeting = {_FLEETING.sub(instead, name) for instead in ("", "ь")}
    return {_TAIL.sub("", name) or name, *fleeting}


def _is_form_of(word: str, stem: str) -> bool:
    return word.startswith(stem) and word[len(stem) :] in _ENDINGS
