"""A full name as its parts: which word is the surname, and whose name it is by the patronymic."""

import re
from dataclasses import dataclass
from enum import StrEnum

from mentoring.rules.declension.model import Gender

_WORD = re.compile(r"[А-ЯЁа-яё]+(?:[-'’][А-ЯЁа-яё]+)*")
_INITIALS = re.compile(r"(?:[А-ЯЁ]\.-?)+")
_MALE_TAILS, _FEMALE_TAILS = ("оглы", "оглу", "улы", "уулу"), ("кызы", "гызы")
_MALE_ENDINGS, _FEMALE_ENDINGS = ("ич",), ("вна", "чна")


class Part(StrEnum):
    SURNAME = "surname"
    FIRST = "first"
    PATRONYMIC = "patronymic"
    KEPT = "kept"  # initials, «Мамед оглы», a surname of one letter: never changed


@dataclass(frozen=True, slots=True)
class NamePart:
    word: str
    part: Part


def parts_of(full_name: str) -> tuple[NamePart, ...]:
    """Word by word; empty when this is no name of two or three words as they are usual, and nothing can be supposed."""
    words = full_name.split()
    order = _order(words)
    if not order or not all(_WORD.fullmatch(word) or _INITIALS.fullmatch(word) for word in words):
        return ()
    return tuple(NamePart(word, Part.KEPT if _is_kept(word) else part) for word, part in zip(words, order, strict=True))


def gender_of(full_name: str) -> Gender | None:
    """By the patronymic alone; None without one: a surname or a first name tells it too seldom to be relied on."""
    words = [word.casefold() for word in full_name.split()]
    genders = [_gender(word) for word in words[1:3] if len(words) > 2] + [_gender(word) for word in words[3:4]]
    return next((each for each in genders if each is not None), None)


def _order(words: list[str]) -> tuple[Part, ...]:
    """No first name ends like a patronymic: then the surname stands last. A third word that is none is left alone."""
    if len(words) == 2:
        return (Part.SURNAME, Part.FIRST)
    if len(words) == 4 and words[3].casefold() in (*_MALE_TAILS, *_FEMALE_TAILS):
        return (Part.SURNAME, Part.FIRST, Part.KEPT, Part.KEPT)
    if len(words) != 3:
        return ()
    if _gender(words[1].casefold()):
        return (Part.FIRST, Part.PATRONYMIC, Part.SURNAME)
    known = _gender(words[2].casefold()) or _INITIALS.fullmatch(words[2])
    return (Part.SURNAME, Part.FIRST, Part.PATRONYMIC) if known else ()


def _gender(word: str) -> Gender | None:
    if word.endswith((*_MALE_ENDINGS, *_MALE_TAILS)):
        return Gender.MALE
    return Gender.FEMALE if word.endswith((*_FEMALE_ENDINGS, *_FEMALE_TAILS)) else None


def _is_kept(word: str) -> bool:
    is_tail = word.casefold().endswith((*_MALE_TAILS, *_FEMALE_TAILS)) and "-" in word
    return len(word) == 1 or "." in word or is_tail
