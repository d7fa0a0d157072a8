"""Subjects as people write them: by label, by a clear beginning, by the school's short word."""

import re
from collections.abc import Mapping
from difflib import get_close_matches

from mentoring.rules.staff_list.reading import Reading, is_nothing
from mentoring.rules.text import clean_line, fold, words_of

# Outside brackets: «Математика (алгебра, геометрия…)» is one subject.
_SEPARATORS = re.compile(r"[;,/\n](?![^()]*\))")
_BRACKETS = re.compile(r"\(([^()]*)\)")
_MOST_HINTS = 3
# What schools say and no label begins with.
_SHORT_WORDS = {
    "обж": "obzr",
    "нвп": "obzr",
    "физра": "pe",
    "физ-ра": "pe",
    "физкультура": "pe",
    "физ. культура": "pe",
    "икт": "informatics",
    "изо": "art",
    "рисование": "art",
    "началка": "primary",
    "начальная школа": "primary",
    "мхк": "art",
    "инглиш": "english",
}
# They help a search along, alone they name no subject.
_SAY_NOTHING = frozenset({"школа", "основы", "детский", "сад"})


def read_subjects(cell: str, subjects: Mapping[str, str], words: Mapping[str, str]) -> Reading:
    """`words` are further words that a subject is known by, as the questionnaire's search knows it.

    1. Whole labels, for some hold a comma or a slash. 2. The pieces between separators.
    """
    if is_nothing(cell):
        return Reading()
    keys, rest = _whole_labels(cell, subjects)
    unknown = []
    for piece in _SEPARATORS.split(rest):
        found = _subjects_of(piece, subjects, words)
        keys += found
        if not found and not is_nothing(piece):
            unknown.append((clean_line(piece), _hints(piece, subjects)))
    return Reading(tuple(dict.fromkeys(keys)), tuple(unknown))


def _whole_labels(cell: str, subjects: Mapping[str, str]) -> tuple[list[str], str]:
    """The labels with a separator inside that stand in the cell, and the cell without them."""
    keys, rest = [], cell
    for key, label in subjects.items():
        if len(_SEPARATORS.split(label)) == 1:
            continue
        whole = re.compile(rf"(?<!\w){re.escape(label)}(?!\w)", re.IGNORECASE)
        if whole.search(rest):
            keys.append(key)
            rest = whole.sub(";", rest)
    return keys, rest


def _subjects_of(piece: str, subjects: Mapping[str, str], words: Mapping[str, str]) -> list[str]:
    """One subject, or the several of «Русский язык и литература» when each half is clear."""
    if key := _subject(piece, subjects, words):
        return [key]
    parts = [_subject(part, subjects, words) for part in re.split(r"\s+и\s+", piece)]
    if all(parts):
        return [part for part in parts if part]
    inside = [_subject(part, subjects, words) for bracket in _BRACKETS.findall(piece) for part in bracket.split(",")]
    return [part for part in inside if part] if inside and all(inside) else []


def _subject(piece: str, subjects: Mapping[str, str], words: Mapping[str, str]) -> str:
    """Its key, or nothing when nobody or several answer to it."""
    typed = fold(piece)
    if not typed:
        return ""
    if (key := _SHORT_WORDS.get(typed, "")) in subjects:
        return key
    for fits in (_is_label, _begins_label, _begins_words):
        hits = [key for key, label in subjects.items() if fits(typed, label)]
        if hits:
            return hits[0] if len(hits) == 1 else ""
    return _by_further_word(typed, words) or _with_more(typed, subjects)


def _by_further_word(typed: str, words: Mapping[str, str]) -> str:
    """«Алгебра», «вероятность и статистика»: whole words, for their beginnings mean too much."""
    said = {word for word in words_of(typed) if word != "и"} - _SAY_NOTHING
    hits = [key for key, known in words.items() if said and said <= set(words_of(known))]
    return hits[0] if len(hits) == 1 else ""


def _is_label(typed: str, label: str) -> bool:
    return typed in {fold(label), fold(_BRACKETS.sub("", label))}


def _begins_label(typed: str, label: str) -> bool:
    return len(typed) >= 3 and fold(label).startswith(typed)


def _with_more(typed: str, subjects: Mapping[str, str]) -> str:
    """«История России»: a label and words of no other subject; «Химия физика» is left to a human."""
    for key, label in subjects.items():
        plain = fold(_BRACKETS.sub("", label))
        more = words_of(typed.removeprefix(plain)) if typed.startswith(f"{plain} ") else ()
        if more and not any(_begins_words(word, other) for word in more for other in subjects.values()):
            return key
    return ""


def _begins_words(typed: str, label: str) -> bool:
    """Every typed word begins some word of the label: «рус. яз.», «геометрия»."""
    typed_words, words = words_of(typed), words_of(label)
    if len("".join(typed_words)) < 3 or words[0].startswith("друг"):  # «Другое» is nobody's guess
        return False
    return all(any(word.startswith(beginning) for word in words) for beginning in typed_words)


def _hints(piece: str, subjects: Mapping[str, str]) -> tuple[str, ...]:
    typed = fold(piece)
    begun = [label for label in subjects.values() if _begins_words(typed, label)]
    close = get_close_matches(typed, [fold(label) for label in subjects.values()], _MOST_HINTS)
    near = [label for label in subjects.values() if fold(label) in close]
    return tuple(dict.fromkeys([*begun, *near]))[:_MOST_HINTS]
