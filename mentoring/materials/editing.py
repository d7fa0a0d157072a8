"""What a material says of itself, changed by whoever keeps it, or by the author of a proposal that was not sent yet."""

from dataclasses import replace
from datetime import datetime
from enum import StrEnum

from mentoring.access import Member
from mentoring.materials.keeping import LONGEST_TITLE
from mentoring.materials.looking import areas, one
from mentoring.rules.text import clean_line
from storage import journal, materials
from storage.materials import Material
from storage.tx import Tx
from storage.vocabulary.pairs import MaterialAudience, MaterialState

LONGEST_PURPOSE = 150


class Change(StrEnum):
    """What of it; the value comes beside."""

    TITLE = "title"
    PURPOSE = "purpose"
    AUDIENCE = "audience"
    AREA_IN = "area_in"
    AREA_OUT = "area_out"


async def change(tx: Tx, member: Member, material_id: int, what: Change, value: str) -> Material | None:
    """As it is after it; None when it is not there, or not this person's to change. The last area stays."""
    found = await may_change(tx, member, material_id)
    if found is None:
        return None
    new = _changed(found, what, value)
    await materials.describe(tx, new.id, areas=new.areas, title=new.title, purpose=new.purpose, audience=new.audience)
    return new


async def may_change(tx: Tx, member: Member, material_id: int) -> Material | None:
    found = await one(tx, member, material_id)
    if found is None:
        return None
    own = found.state is MaterialState.DRAFT and found.author_id == member.person_id
    return found if own or (member.coordinates and found.state is not MaterialState.DRAFT) else None


def _changed(of: Material, what: Change, value: str) -> Material:
    """The same one for a value that there is not."""
    match what:
        case Change.TITLE:
            return replace(of, title=clean_line(value)[:LONGEST_TITLE].strip() or of.title)
        case Change.PURPOSE:
            return replace(of, purpose=clean_line(value)[:LONGEST_PURPOSE].strip())
        case Change.AUDIENCE if value in set(MaterialAudience):
            return replace(of, audience=MaterialAudience(value))
        case Change.AREA_IN if value in areas():
            return replace(of, areas=tuple(key for key in areas() if key in {*of.areas, value}))
        case Change.AREA_OUT if len(of.areas) > 1:
            return replace(of, areas=tuple(key for key in of.areas if key != value))
    return of


async def remove(tx: Tx, member: Member, material_id: int, now: datetime) -> Material | None:
    """What was removed; None when it was not there any more, or is not this person's. A proposal may be taken back."""
    found = await one(tx, member, material_id)
    if found is None:
        return None
    own = found.state is not MaterialState.KEPT and found.author_id == member.person_id
    if not (own or member.coordinates) or not await materials.remove(tx, material_id, member.school_id, now):
        return None
    await journal.note(tx, "material.remove", school_id=member.school_id, actor_id=member.person_id, now=now)
    return found
