"""The staff list: read by the worker, shown with what is wrong in it, added by one press."""

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from typing import Any

from mentoring import people, schools
from mentoring.access import Member
from mentoring.papers.uploads import FileProblem, FileReason
from mentoring.papers.values import StaffListRead
from mentoring.rules import names
from mentoring.rules.staff_list import Column, Problem, Reason, StaffEntry, StaffList
from mentoring.rules.text import fold
from mentoring.schools import Field
from storage import journal, staff_lists
from storage import people as rows
from storage.tx import Tx
from storage.vocabulary import Role

_DIRECTORS = ("директор", "директор школы")  # the post, when the column of roles does not say so


@dataclass(frozen=True, slots=True)
class Draft:
    """A list that waits for «Добавить»: `new` people are not in the school's list yet, `known` ones are.

    `withdrawn` ones and those who have `left` are not touched: they are hidden and not erased yet.
    """

    id: int
    people: StaffList
    ignored: tuple[str, ...]
    new: int
    known: int
    withdrawn: int
    left: int


@dataclass(frozen=True, slots=True)
class Imported:
    """What a staff list has changed; `repeated`: by an earlier press of the same button.

    `director`: papers are signed by the one whom the list names, nobody having been named before.
    """

    added: int
    known: int
    director: bool = False
    repeated: bool = False


def read(kind: str, value: Mapping[str, Any]) -> StaffListRead | FileProblem:
    """What the worker gave, out of the JSON that it came back as."""
    if kind == FileProblem.__name__:
        return FileProblem(FileReason(value["reason"]), value["limit"], tuple(value["seen"]))
    listed = value["people"]
    entries = tuple(_entry(each) for each in listed["entries"])
    problems = tuple(_problem(each) for each in listed["problems"])
    return StaffListRead(StaffList(entries, problems), tuple(value["ignored"]))


async def keep(tx: Tx, member: Member, sheet: StaffListRead, now: datetime) -> Draft:
    """Until the coordinator presses, or for a day."""
    content = json.dumps(asdict(sheet), ensure_ascii=False)
    draft_id = await staff_lists.add(
        tx, school_id=member.school_id, person_id=member.person_id, content=content, now=now
    )
    return await _draft(tx, member, draft_id, sheet)


async def find(tx: Tx, member: Member, draft_id: int) -> Draft | None:
    """None when it was added, cancelled, or is older than a day."""
    kept = await staff_lists.get(tx, draft_id, member.school_id)
    if kept is None or _outcome(kept):
        return None
    sheet = read(StaffListRead.__name__, json.loads(kept.content))
    return await _draft(tx, member, draft_id, sheet) if isinstance(sheet, StaffListRead) else None


async def cancel(tx: Tx, member: Member, draft_id: int) -> bool:
    kept = await staff_lists.get(tx, draft_id, member.school_id)
    if kept is None or _outcome(kept):
        return False
    return bool(await staff_lists.drop(tx, draft_id, member.school_id))


async def add(tx: Tx, member: Member, draft_id: int, now: datetime) -> Imported | None:
    """Pressed twice, it adds once and says the same again; None when there is no such draft any more."""
    kept = await staff_lists.get(tx, draft_id, member.school_id)
    if kept is None:
        return None
    if done := _outcome(kept):
        return done if kept.person_id == member.person_id else None
    sheet = read(StaffListRead.__name__, json.loads(kept.content))
    if not isinstance(sheet, StaffListRead):
        return None
    done = await import_list(tx, member, sheet.people.entries, now)
    done = replace(done, director=await _name_director(tx, member, sheet.people.entries, now))
    await staff_lists.settle(tx, draft_id, member.school_id, content=_figures(done), by=member.person_id)
    return done


def _figures(of: Imported) -> str:
    return json.dumps({"added": of.added, "known": of.known, **({"director": True} if of.director else {})})


def _outcome(of: staff_lists.Draft) -> Imported | None:
    """What became of it, when it was added."""
    content = json.loads(of.content)
    if "added" not in content:
        return None
    return Imported(content["added"], content["known"], director=content.get("director", False), repeated=True)


async def import_list(tx: Tx, member: Member, entries: Iterable[StaffEntry], now: datetime) -> Imported:
    """New people are added, known ones (by the exact name) get what the list says, hidden ones are let be."""
    known: dict[str, list[int]] = {}
    for each in await rows.names(tx, member.school_id):
        known.setdefault(each.search_name, []).append(each.id)
    hidden = Counter(each.search_name for each in await rows.hidden(tx, member.school_id))
    added = updated = 0
    for entry in entries:
        name = names.search_name(entry.full_name)
        same = known.get(name, [])
        if not same and hidden[name]:
            hidden[name] -= 1
        elif same:
            await people.describe(tx, member.school_id, same.pop(0), entry, by=member.person_id, now=now)
            updated += 1
        else:
            await people.enlist(tx, member, entry, now)
            added += 1
    await journal.note(tx, "people.import", school_id=member.school_id, actor_id=member.person_id, count=added, now=now)
    return Imported(added, updated)


async def _name_director(tx: Tx, member: Member, entries: Iterable[StaffEntry], now: datetime) -> bool:
    """The only one in the list, unless the settings know one; hidden people are let be here too."""
    directors = [each.full_name for each in entries if _is_director(each)]
    if len(directors) != 1 or await schools.field(tx, member, Field.DIRECTOR):
        return False
    if names.search_name(directors[0]) not in {each.search_name for each in await rows.names(tx, member.school_id)}:
        return False
    await schools.change(tx, member, Field.DIRECTOR, directors[0], now)
    return True


def _is_director(of: StaffEntry) -> bool:
    return of.role is Role.DIRECTOR or fold(of.position) in _DIRECTORS


async def _draft(tx: Tx, member: Member, draft_id: int, sheet: StaffListRead) -> Draft:
    listed = Counter(each.search_name for each in await rows.names(tx, member.school_id))
    read_now = Counter(names.search_name(entry.full_name) for entry in sheet.people.entries)
    known = (listed & read_now).total()
    others = read_now - listed
    hidden = await rows.hidden(tx, member.school_id)
    withdrawn = others & Counter(each.search_name for each in hidden if not each.has_left)
    left = (others - withdrawn) & Counter(each.search_name for each in hidden if each.has_left)
    new = (others - withdrawn - left).total()
    return Draft(draft_id, sheet.people, sheet.ignored, new, known, withdrawn.total(), left.total())


def _entry(kept: Mapping[str, Any]) -> StaffEntry:
    return StaffEntry(
        row=kept["row"],
        full_name=kept["full_name"],
        position=kept["position"],
        subjects=tuple(kept["subjects"]),
        levels=tuple(kept["levels"]),
        experience=kept["experience"],
        role=Role(kept["role"]),
    )


def _problem(kept: Mapping[str, Any]) -> Problem:
    return Problem(
        row=kept["row"],
        column=Column(kept["column"]),
        reason=Reason(kept["reason"]),
        value=kept["value"],
        hints=tuple(kept["hints"]),
        rows=tuple(kept["rows"]),
    )
