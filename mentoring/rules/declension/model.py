"""Cases of names and posts: what somebody has looked at, and what is only supposed, as two types that never mix."""

from dataclasses import dataclass
from enum import StrEnum


class Case(StrEnum):
    """Those that papers need, in the order in which they are shown."""

    GENITIVE = "genitive"  # кого? «в отношении …»
    DATIVE = "dative"  # кому? «директору …»
    ACCUSATIVE = "accusative"  # кого? «назначить …»


class Gender(StrEnum):
    """Of the person, which the patronymic tells or a coordinator says."""

    MALE = "m"
    FEMALE = "f"


@dataclass(frozen=True, slots=True, kw_only=True)
class Guess:
    """Supposed or typed, and confirmed by nobody yet: it is shown and asked about, and stands in no paper."""

    genitive: str
    dative: str
    accusative: str

    def of(self, case: Case) -> str:
        return {Case.GENITIVE: self.genitive, Case.DATIVE: self.dative, Case.ACCUSATIVE: self.accusative}[case]


@dataclass(frozen=True, slots=True, kw_only=True)
class Confirmed:
    """Looked at by a coordinator for this very spelling. Only `mentoring.declensions.reading` makes one."""

    nominative: str
    genitive: str
    dative: str
    accusative: str


@dataclass(frozen=True, slots=True)
class Cases:
    """A person otherwise than in the nominative; `post` is None while nobody has looked at it."""

    name: Confirmed
    post: Confirmed | None = None


def unchanged(spelling: str) -> Guess:
    """What does not decline."""
    return Guess(genitive=spelling, dative=spelling, accusative=spelling)
