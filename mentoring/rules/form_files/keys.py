"""A short Latin key for whatever was given none, always the same for the same text."""

from collections.abc import Collection

from mentoring.rules.forms.checks import RESERVED_KEYS, RESERVED_NAMES
from mentoring.rules.text import words_of

LONGEST = 20

_LETTERS = dict(zip("абвгдезийклмнопрстуфхцыэ", "abvgdeziiklmnoprstufhcye", strict=True)) | {
    "ж": "zh", "ч": "ch", "ш": "sh", "щ": "sch", "ю": "yu", "я": "ya", "ъ": "", "ь": "",
}  # fmt: skip


def key_of(text: str, taken: Collection[str], stem: str) -> str:
    """As many whole words as fit; `stem` where the text has no letters, or a digit comes first."""
    key = ""
    for word in words_of(text):
        latin = "".join(_LETTERS.get(letter, letter) for letter in word)
        latin = "".join(letter for letter in latin if letter.isascii() and letter.isalnum())
        longer = f"{key}_{latin}".strip("_")
        if key and len(longer) > LONGEST:
            break
        key = longer[:LONGEST]
    if not key[:1].isalpha():
        key = f"{stem}_{key}".strip("_")[:LONGEST]
    return free_key(key, taken)


def free_key(key: str, taken: Collection[str]) -> str:
    """The key itself, or with the first number that makes it new."""
    number, found = 1, key
    while found in taken or found in RESERVED_KEYS | RESERVED_NAMES:
        number += 1
        found = f"{key[: LONGEST - len(str(number)) - 1]}_{number}"
    return found
