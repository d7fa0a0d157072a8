"""Who answers for a stage, as schools write it: names, roles, or nobody."""

import re
from dataclasses import dataclass
from enum import StrEnum

from mentoring.rules.text import clean_line, fold, has_words

LONGEST_RESPONSIBLE = 500

_NOTHING = frozenset({"нет", "не назначен", "не назначены", "не указан", "не указано", "не указаны"})

_CAPITAL = r"[А-ЯЁ]"
_INITIALS = rf"{_CAPITAL}\.(?:\s?{_CAPITAL}\b\.?)?"
_SURNAME = rf"{_CAPITAL}[а-яёА-ЯЁ]+(?:-{_CAPITAL}[а-яёА-ЯЁ]+)?"
_GIVEN = rf"{_CAPITAL}[а-яё]+"
_PATRONYMIC = rf"{_CAPITAL}[а-яё]+(?:вич|ьич|вна|ична|инична)(?:а|у|ем|ы|е|ой)?"
_POST = r"(?i:наставник\w*|наставляем\w*|куратор\w*|координатор\w*|директор\w*|психолог\w*|учител\w*|завуч\w*)"
# A post or an abbreviation before «И. И. Иванова» is no surname, though it looks like one before initials.
_NAME = re.compile(
    rf"\b(?:{_POST}|{_CAPITAL}{{2,5}})\s+(?={_INITIALS}\s?{_SURNAME})"
    rf"|\b(?:{_POST}\s+)(?={_SURNAME}\s+{_INITIALS})"
    rf"|\b(?P<name>(?:(?!{_POST}\b){_SURNAME}\s+)?{_GIVEN}\s+{_PATRONYMIC}\b"
    rf"|{_SURNAME}\s+{_INITIALS}|{_INITIALS}\s?{_SURNAME})"
)


class ResponsibleRole(StrEnum):
    """A part in the programme that a roadmap calls by a word. Mentors and mentees take part, they do not run it."""

    MENTOR = "mentor"
    MENTEE = "mentee"
    COORDINATOR = "coordinator"
    DEPUTY = "deputy"
    DIRECTOR = "director"
    PSYCHOLOGIST = "psychologist"
    HR = "hr"


_PARTICIPANTS = frozenset({ResponsibleRole.MENTOR, ResponsibleRole.MENTEE})
# The first that fits at a place: «заместитель директора» is no director.
_ROLES = re.compile(
    r"\b(?:(?P<deputy>зам(?:естител\w*|дир\w*)?\b[. ]*(?:директора|руководителя|дир\b)?|завуч\w*)"
    r"|(?P<director>директор\w*)|(?P<coordinator>куратор\w*|координатор\w*)|(?P<mentor>наставник\w*)"
    r"|(?P<mentee>наставляем\w*)|(?P<psychologist>психолог\w*)|(?P<hr>кадр(?:ы|ов|ам|ами)\b|кадров(?:ик\w*|ая|ой)\b))"
)


@dataclass(frozen=True, slots=True)
class Responsible:
    """As written, and what was found in it, each once and in its order."""

    written: str
    roles: tuple[ResponsibleRole, ...] = ()
    names: tuple[str, ...] = ()

    @property
    def is_empty(self) -> bool:
        return not has_words(self.written) or fold(self.written) in _NOTHING

    @property
    def only_participants(self) -> bool:
        """Mentors and mentees alone: they cannot choose among colleagues, somebody must decide."""
        return bool(self.roles) and not self.names and set(self.roles) <= _PARTICIPANTS

    @property
    def asks(self) -> bool:
        """Must a person be asked who answers for the stage?"""
        return self.is_empty or self.only_participants


def read_responsible(text: str) -> Responsible:
    """Any text at all; «Куратор К.К.» is a person of that surname, «Куратор Иванова И.И.» is a role and a person."""
    written = clean_line(text)
    if len(written) > LONGEST_RESPONSIBLE:
        return Responsible(written)
    names = dict.fromkeys(found["name"] for found in _NAME.finditer(written) if found["name"])
    rest = fold(_NAME.sub(lambda found: " , " if found["name"] else found[0], written))
    roles = dict.fromkeys(ResponsibleRole(str(found.lastgroup)) for found in _ROLES.finditer(rest))
    return Responsible(written, tuple(roles), tuple(names))
