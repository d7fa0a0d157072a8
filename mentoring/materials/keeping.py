"""New materials: a link that was typed, a file that was sent; a coordinator's is kept, a mentor's is proposed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from urllib.parse import urlsplit

from mentoring.access import Actor, Member
from mentoring.materials import proposing
from mentoring.materials.files import MOST_OF_SCHOOL
from mentoring.materials.looking import areas, of_school
from mentoring.rules.text import clean_line
from storage import journal, material_files, materials, runs
from storage.materials import Material
from storage.tx import Tx
from storage.vocabulary import RunState
from storage.vocabulary.pairs import MaterialKind, MaterialState

LINK_FORM, FILE_FORM, TITLE_FORM, ABOUT_FORM = "material_link", "material_file", "material_title", "material_about"
SEARCH_FORM = "material_search"
FORMS = (LINK_FORM, FILE_FORM, TITLE_FORM, ABOUT_FORM, SEARCH_FORM)
LONGEST_TITLE = 80
MOST_OF_AREA = 60


@dataclass(frozen=True, slots=True)
class Added:
    """`id` is None when it was not taken; then one of the others says why, and of a link that it is none."""

    id: int | None = None
    full: bool = False  # the area
    no_room: bool = False  # the school's files together
    waiting: bool = False  # too many proposals of this author wait


def is_link(text: str) -> bool:
    """A whole address of a page, as one copies it out of a browser."""
    try:
        parts = urlsplit(text)
        host = parts.hostname or ""
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and "." in host.strip(".") and not any(each.isspace() for each in text)


def is_full(of: Sequence[Material], area: str) -> bool:
    return sum(area in each.areas for each in of) >= MOST_OF_AREA


async def add_link(tx: Tx, member: Member, area: str, *, title: str, address: str, now: datetime) -> Added:
    address = clean_line(address)
    if not is_link(address):
        return Added()
    return await _add(tx, member, area, title=title, kind=MaterialKind.LINK, address=address, now=now)


async def add_file(tx: Tx, member: Member, area: str, *, title: str, kept: Mapping[str, Any], now: datetime) -> Added:
    """`kept` is what the worker has found and where the bytes are: they lie on the disk before the row is written."""
    digest, size = str(kept["digest"]), int(kept["size"])
    if not await material_files.is_of_school(tx, member.school_id, digest):
        taken = await material_files.size_of_school(tx, member.school_id)
        if taken + size > MOST_OF_SCHOOL:
            return Added(no_room=True)
    file_name = str(kept["name"])
    return await _add(
        tx,
        member,
        area,
        title=title or file_name.rpartition(".")[0],
        kind=MaterialKind.FILE,
        file=(digest, file_name, size),
        now=now,
    )


async def _add(
    tx: Tx,
    member: Member,
    area: str,
    *,
    title: str,
    kind: MaterialKind,
    address: str = "",
    file: tuple[str, str, int] = ("", "", 0),
    now: datetime,
) -> Added:
    if area not in areas() or is_full(await of_school(tx, member), area):
        return Added(full=True)
    if not member.coordinates and not await proposing.may_propose_more(tx, member):
        return Added(waiting=True)
    digest, file_name, size = file
    material_id = await materials.add(
        tx,
        school_id=member.school_id,
        areas=(area,),
        title=clean_line(title)[:LONGEST_TITLE].strip(),
        material=kind,
        address=address,
        digest=digest,
        file_name=file_name,
        size=size,
        state=MaterialState.KEPT if member.coordinates else MaterialState.DRAFT,
        by=member.person_id,
        now=now,
    )
    await journal.note(tx, f"material.{kind}", school_id=member.school_id, actor_id=member.person_id, now=now)
    return Added(material_id)


async def is_file_asked_for(tx: Tx, actor: Actor) -> bool:
    """Does the open dialog wait for a file?"""
    return actor.run_id is not None and bool(await runs.count_of_form(tx, actor.run_id, FILE_FORM))


async def area_asked(tx: Tx, actor: Actor) -> str:
    """For which area it waits; none when it does no more."""
    run = await runs.get(tx, actor.run_id) if actor.run_id is not None else None
    return str(run.about["area"]) if run and run.form_key == FILE_FORM and run.state is RunState.OPEN else ""
