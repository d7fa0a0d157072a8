"""What papers may say of people otherwise than in the nominative. The only maker of `Confirmed`."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from mentoring import schools
from mentoring.rules.declension import Cases, Confirmed
from storage import declensions
from storage.declensions import PersonForms
from storage.tx import Tx
from storage.vocabulary import WordingKind


class Subject(StrEnum):
    """What is declined; the values stand in buttons."""

    NAME = "n"
    POST = "p"
    DIRECTOR = "d"


@dataclass(frozen=True, slots=True)
class Unconfirmed:
    """What nobody has looked at yet; `person_id` is 0 for the director, who stands in the settings."""

    subject: Subject
    person_id: int
    full_name: str
    spelling: str


async def confirmed(tx: Tx, school_id: int, person_ids: Sequence[int]) -> Mapping[int, Cases]:
    """By person id, only those whose name was looked at as it is spelled now; others stand in the nominative.

    Nobody of another school, and nobody who withdrew, is in it.
    """
    found = await declensions.of_people(tx, school_id, person_ids)
    return {each.person_id: Cases(name, post_of(each)) for each in found if (name := name_of(each)) is not None}


async def unconfirmed(tx: Tx, school_id: int, person_ids: Sequence[int]) -> tuple[Unconfirmed, ...]:
    """Names, then posts, that a paper about these people lacks; a post of many of them once."""
    found = await declensions.of_people(tx, school_id, person_ids)
    names = (
        Unconfirmed(Subject.NAME, each.person_id, each.full_name, each.full_name) for each in found if not name_of(each)
    )
    posts = {
        each.position: Unconfirmed(Subject.POST, each.person_id, each.full_name, each.position)
        for each in reversed(found)
        if each.position and not post_of(each)
    }
    return (*names, *sorted(posts.values(), key=lambda each: each.spelling))


async def director(tx: Tx, school_id: int) -> Confirmed | None:
    """The name in the school's settings; None when there is none, or nobody has looked at its cases."""
    spelling = (await schools.get(tx, school_id)).director
    forms = await declensions.of_wording(tx, school_id, WordingKind.DIRECTOR, spelling) if spelling else None
    return _confirmed(spelling, forms.genitive, forms.dative, forms.accusative) if forms else None


async def unconfirmed_director(tx: Tx, school_id: int) -> Unconfirmed | None:
    """None too when no director is written down: then that is what is missing."""
    spelling = (await schools.get(tx, school_id)).director
    if not spelling or await director(tx, school_id):
        return None
    return Unconfirmed(Subject.DIRECTOR, 0, spelling, spelling)


def name_of(of: PersonForms) -> Confirmed | None:
    return _confirmed(of.full_name, of.name_genitive, of.name_dative, of.name_accusative)


def post_of(of: PersonForms) -> Confirmed | None:
    return _confirmed(of.position, of.post_genitive, of.post_dative, of.post_accusative)


def _confirmed(spelling: str, genitive: str | None, dative: str | None, accusative: str | None) -> Confirmed | None:
    if genitive is None or dative is None or accusative is None:
        return None
    return Confirmed(nominative=spelling, genitive=genitive, dative=dative, accusative=accusative)
