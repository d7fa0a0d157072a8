"""A school's short name out of its full one: what stands in a chat's line."""

import re

from mentoring.rules.text import words_of

_QUOTED = re.compile(r"[«\"“]([^«»\"“”]+(?:«[^»]+»)?)[»\"”]")
_FORM = re.compile(
    r"^(?:муниципальн\w+|государственн\w+|областн\w+|краев\w+|бюджетн\w+|автономн\w+|казённ\w+|казенн\w+|"
    r"частн\w+|общеобразовательн\w+|образовательн\w+|учреждени\w+|[МГОКЧ]*[БАК]?ОУ|\s)+",
    re.IGNORECASE,
)
_COMMON = re.compile(r"\b(?:школ\w*|гимнази\w*|лице\w*|[сон]{1,2}ош|средн\w*|основн\w*|начальн\w*|№)", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]{2,}")
LONGEST = 40


def short_school_name(full: str) -> str:
    """«МБОУ «Школа № 12»» is «Школа № 12»; a name without quotes loses its legal form; cut at 40 characters."""
    quoted = _QUOTED.search(full)
    name = quoted[1] if quoted else (_FORM.sub("", full) or full)
    name = " ".join(name.split())
    return name if len(name) <= LONGEST else name[: LONGEST - 1].rstrip() + "…"


def is_named(typed: str, name: str, short_name: str, city: str) -> bool:
    """Is it this school that was typed: by its full or short name, its city, or a name and the city in any order?"""
    said, place = sorted(words_of(typed)), words_of(city)
    names = (words_of(name), words_of(short_name))
    ways = (place, *names, *((*each, *place) for each in names))
    return any(said == sorted(way) for way in ways if way)


def has_word(name: str) -> bool:
    """Is there a word of letters? «12» alone says nothing on a paper."""
    return _WORD.search(name) is not None


def tells_schools_apart(name: str) -> bool:
    """Is there a number or a name of its own? «Школа» and «МБОУ СОШ» are what every school is."""
    own = _FORM.sub("", _COMMON.sub("", name).strip(' «»"'))
    return any(mark.isalnum() for mark in own)
