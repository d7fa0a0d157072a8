"""What reading a cell gives, and the role, which is read by words of our own."""

import re
from dataclasses import dataclass

from mentoring.rules.text import clean_line, fold
from storage.vocabulary import Role

_NOTHING = frozenset({"", "-", "нет", "не указано", "n/a"})
_SEPARATORS = re.compile(r"[;,/\n]|\s\+\s")
_WORDS = {
    "учительница": Role.TEACHER,
    "педагог": Role.TEACHER,
    "участник": Role.TEACHER,
    "наставник": Role.TEACHER,
    "наставляемый": Role.TEACHER,
    "куратор": Role.COORDINATOR,
    "куратор наставничества": Role.COORDINATOR,
    "координатор": Role.COORDINATOR,
    "завуч": Role.DEPUTY,
    "директор": Role.DIRECTOR,
    "директор школы": Role.DIRECTOR,
    "руководитель": Role.DIRECTOR,
    "психолог": Role.PSYCHOLOGIST,
    "педагог-психолог": Role.PSYCHOLOGIST,
    "педагог психолог": Role.PSYCHOLOGIST,
}
_DEPUTY = re.compile(r"зам(?:еститель)?[. -]*(?:директора|куратора|координатора|руководителя)?\b.*")
_TEACHER = re.compile(r"(?:учитель|преподаватель|воспитатель)\b.*")


@dataclass(frozen=True, slots=True)
class Reading:
    """The keys that a cell names, and the pieces nobody understood with labels they may have meant."""

    keys: tuple[str, ...] = ()
    unknown: tuple[tuple[str, tuple[str, ...]], ...] = ()


def is_nothing(cell: str) -> bool:
    """Is the cell empty, or a dash put in its place?"""
    return fold(cell) in _NOTHING


def read_role(cell: str) -> Reading:
    """One role; «учитель» beside another adds nothing, and between two others it is not for us to choose.

    «Заместитель директора» is a post, but under the heading «Роль» it can only mean the deputy.
    """
    if is_nothing(cell):
        return Reading((Role.TEACHER.value,))
    named = [_role(fold(piece)) for piece in _SEPARATORS.split(cell) if fold(piece)]
    known = [role for role in named if role is not None]
    special = list(dict.fromkeys(role for role in known if role is not Role.TEACHER))
    if len(known) < len(named) or len(special) > 1 or not known:
        return Reading((), ((clean_line(cell), ()),))
    return Reading((special[0].value if special else Role.TEACHER.value,))


def _role(piece: str) -> Role | None:
    if piece in _WORDS:
        return _WORDS[piece]
    if _TEACHER.fullmatch(piece):
        return Role.TEACHER
    return Role.DEPUTY if _DEPUTY.fullmatch(piece) else None
