"""A post in cases: a small table of a school's posts. What stands after the post's own word does not change."""

import re
from collections.abc import Mapping

from mentoring.rules.declension.model import Guess, unchanged

# Endings of the genitive (which is the accusative too: a post is somebody) and of the dative.
_SOFT, _HARD, _ADJECTIVE, _SOFT_ADJECTIVE = ("я", "ю"), ("а", "у"), ("ого", "ому"), ("его", "ему")
_ACTING = re.compile(r"(?:и\.\s?о\.|врио)(?:\s|$)", re.IGNORECASE)
_WORD = re.compile(r"[А-ЯЁа-яё]+")
_PARTS = re.compile(r"(,\s*|\s+и\s+)")

# How much of the word goes, and what comes in its place.
_NOUNS: Mapping[str, tuple[int, tuple[str, str]]] = {
    **dict.fromkeys(
        ("учитель", "преподаватель", "воспитатель", "руководитель", "заместитель", "секретарь"), (1, _SOFT)
    ),
    **dict.fromkeys(("председатель", "библиотекарь"), (1, _SOFT)),
    **dict.fromkeys(
        (
            *("директор", "психолог", "педагог", "логопед", "дефектолог", "методист", "организатор", "тьютор"),
            *("тренер", "мастер", "инструктор", "специалист", "лаборант", "советник", "концертмейстер", "куратор"),
            *("наставник", "бухгалтер", "инженер", "завуч", "олигофренопедагог", "сурдопедагог", "тифлопедагог"),
            *("хореограф", "хормейстер", "аккомпаниатор", "администратор", "помощник", "аналитик", "медиатор"),
        ),
        (0, _HARD),
    ),
    "помощник": (0, _HARD),
}
# Women's words: the accusative is another one.
_WOMEN: Mapping[str, tuple[str, str, str]] = {
    "учительница": ("учительницы", "учительнице", "учительницу"),
    "воспитательница": ("воспитательницы", "воспитательнице", "воспитательницу"),
    "вожатая": ("вожатой", "вожатой", "вожатую"),
    "заведующая": ("заведующей", "заведующей", "заведующую"),
    "медсестра": ("медсестры", "медсестре", "медсестру"),
}
_ADJECTIVES: Mapping[str, tuple[int, tuple[str, str]]] = {
    **dict.fromkeys(
        ("социальный", "классный", "главный", "музыкальный", "школьный", "вожатый", "первый"), (2, _ADJECTIVE)
    ),
    **dict.fromkeys(("старший", "младший", "ведущий", "заведующий", "исполняющий", "временный"), (2, _SOFT_ADJECTIVE)),
    "временный": (2, _ADJECTIVE),
}
_WHOLE_ADJECTIVES = frozenset({"вожатый", "заведующий", "исполняющий"})  # posts by themselves


def guess_post(post: str) -> Guess | None:
    """None for a post that the table does not have: it is typed. «И. о. директора» never changes."""
    if _ACTING.match(post):
        return unchanged(post)
    pieces = _PARTS.split(post)
    made = [_of_one(each) for each in pieces[::2]]
    if made[0] is None:
        return None
    # «Учитель физики, астрономии»: what has no word of the table belongs to the post before it.
    whole = [forms or (piece, piece, piece) for forms, piece in zip(made, pieces[::2], strict=True)]
    between = [*pieces[1::2], ""]
    genitive, dative, accusative = (
        "".join(forms[case] + gap for forms, gap in zip(whole, between, strict=True)) for case in range(3)
    )
    return Guess(genitive=genitive, dative=dative, accusative=accusative)


def _of_one(post: str) -> tuple[str, str, str] | None:
    """Genitive, dative, accusative: words are declined up to the one that names the post."""
    words = post.split(" ")
    for number, word in enumerate(words):
        low = word.casefold()
        if low in _ADJECTIVES and low not in _WHOLE_ADJECTIVES:
            continue
        heads = [_word(each) for each in words[: number + 1]]
        if any(each is None for each in heads):
            return None
        rest = words[number + 1 :]
        genitive, dative, accusative = (" ".join([*(each[case] for each in heads if each), *rest]) for case in range(3))
        return genitive, dative, accusative
    return None


def _word(word: str) -> tuple[str, str, str] | None:
    """«Педагог-психолог» declines in both halves; None when any is not in the table."""
    halves = [_half(each) for each in word.split("-")]
    if any(each is None for each in halves):
        return None
    genitive, dative, accusative = ("-".join(each[case] for each in halves if each) for case in range(3))
    return genitive, dative, accusative


def _half(word: str) -> tuple[str, str, str] | None:
    low = word.casefold()
    if low in _WOMEN:
        genitive, dative, accusative = (_cased(word, form) for form in _WOMEN[low])
        return genitive, dative, accusative
    found = _NOUNS.get(low) or _ADJECTIVES.get(low)
    if found is None or not _WORD.fullmatch(word):
        return None
    cut, endings = found
    stem = word[: len(word) - cut]
    genitive, dative = (stem + (ending.upper() if word.isupper() else ending) for ending in endings)
    return genitive, dative, genitive


def _cased(word: str, form: str) -> str:
    if word.isupper():
        return form.upper()
    return form.capitalize() if word[:1].isupper() else form
