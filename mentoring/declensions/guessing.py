"""A name in cases as rules suppose it. The only loader of pytrovich: 20 ms and 4 MB, so the bot itself has it."""

import logging
from collections.abc import Mapping
from functools import cache

from pytrovich import Case as TheirCase
from pytrovich import Gender as TheirGender
from pytrovich import NamePart as TheirPart
from pytrovich import PetrovichDeclinationMaker

from mentoring.rules.declension import Case, Gender, Guess
from mentoring.rules.declension.names import NamePart, Part, parts_of

# It writes the names that it has no rule for into its log: no name of ours goes there, at whatever level.
logging.getLogger("pytrovich").setLevel(logging.CRITICAL + 1)

_CASES: Mapping[Case, TheirCase] = {
    Case.GENITIVE: TheirCase.GENITIVE,
    Case.DATIVE: TheirCase.DATIVE,
    Case.ACCUSATIVE: TheirCase.ACCUSATIVE,
}
_GENDERS: Mapping[Gender, TheirGender] = {Gender.MALE: TheirGender.MALE, Gender.FEMALE: TheirGender.FEMALE}
_PARTS: Mapping[Part, TheirPart] = {
    Part.SURNAME: TheirPart.LASTNAME,
    Part.FIRST: TheirPart.FIRSTNAME,
    Part.PATRONYMIC: TheirPart.MIDDLENAME,
}


def guess_name(full_name: str, gender: Gender) -> Guess | None:
    """None when the name is none of the usual build: foreign, of four words, with brackets. A guess may be wrong."""
    parts = parts_of(full_name)
    if not parts:
        return None
    cases = {case: " ".join(_declined(each, gender, case) for each in parts) for case in Case}
    return Guess(genitive=cases[Case.GENITIVE], dative=cases[Case.DATIVE], accusative=cases[Case.ACCUSATIVE])


def _declined(of: NamePart, gender: Gender, case: Case) -> str:
    if of.part is Part.KEPT:
        return of.word
    made = _maker().make(_PARTS[of.part], _GENDERS[gender], _CASES[case], of.word)
    return made.upper() if of.word.isupper() else made


@cache
def _maker() -> PetrovichDeclinationMaker:
    return PetrovichDeclinationMaker()
