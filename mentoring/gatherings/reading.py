"""What whoever comes to an event may read before it: materials of the areas that it is about, and that are for them."""

from collections.abc import Mapping, Sequence

from mentoring import materials
from mentoring.access import Member
from mentoring.materials import Material
from mentoring.rules.text import words_of
from storage import materials as rows
from storage.gatherings import Gathering
from storage.tx import Tx
from storage.vocabulary.gatherings import GatheringKind

# By which beginnings of words an item of an agenda says that it is about an area.
_SAID_BY: Mapping[str, tuple[str, ...]] = {
    "subject": ("предмет",),
    "method": ("урок", "методик"),
    "assess": ("оценива", "грамотност"),
    "classroom": ("дисциплин",),
    "inclusion": ("овз", "одарен"),
    "homeroom": ("руководств",),
    "communication": ("родител",),
    "digital": ("цифров", "нейросет"),
    "docs": ("документ", "норматив"),
    "growth": ("аттестац",),
}


def areas(agenda: Sequence[str]) -> frozenset[str]:
    words = [word for item in agenda for word in words_of(item)]
    return frozenset(key for key, said in _SAID_BY.items() if any(word.startswith(said) for word in words))


async def before(tx: Tx, member: Member, of: Gathering) -> tuple[Material, ...]:
    """A consultation is about what its people have asked for."""
    if not materials.in_programme(member):
        return ()
    wanted = areas(of.agenda)
    if of.kind is GatheringKind.CONSULTATION:
        wanted |= await materials.areas_of_request(tx, member)
    return await materials.for_event(tx, member.school_id, wanted, await rows.circles(tx, member.person_id))
