"""Acts that every coordinator hears of: what takes data out, lets somebody in, or cannot be mended afterwards.

Whoever works with somebody else's telephone is noticed by this.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from mentoring.access import Member
from mentoring.notices import Notice, tell_coordinators
from storage import journal
from storage.tx import Tx
from storage.vocabulary import Privacy, Role
from storage.vocabulary.documents import DocumentKind

SHOWN = 8


class Watched(StrEnum):
    """What is told; several acts of the journal may be one of these."""

    BANK = "bank"
    MENTORS = "mentors"
    PAIRS = "pairs"
    FORM = "form"
    YEAR = "year"
    FOLDER = "folder"
    JOURNAL = "journal"
    SLIPS = "slips"
    ERASED = "erased"
    ANNOUNCED = "announced"
    ROLE_GIVEN = "role_given"
    ROLE_TAKEN_BACK = "role_taken_back"
    ROLE_IN = "role_in"  # somebody with rights has come in
    LEFT = "left"
    DISCONNECTED = "disconnected"
    RELINKED = "relinked"
    STAFF_ROOM = "staff_room"
    TEMPLATE = "template"
    YEAR_TURNED = "year_turned"
    YEAR_ARCHIVED = "year_archived"
    STRICT = "strict"
    NOT_STRICT = "not_strict"


_WITH_RIGHTS = tuple(role for role in Role if role is not Role.TEACHER)
ACTS: Mapping[str, Watched] = {
    "export.bank_book": Watched.BANK,
    "export.mentor_book": Watched.MENTORS,
    "export.pairs_book": Watched.PAIRS,
    "export.tally_book": Watched.FORM,
    "export.year_report": Watched.YEAR,
    "export.year_book": Watched.YEAR,
    "export.check_folder": Watched.FOLDER,
    "export.journal": Watched.JOURNAL,
    "export.slips": Watched.SLIPS,
    "person.erase": Watched.ERASED,
    "announcement.send": Watched.ANNOUNCED,
    **{f"role_given.{role}": Watched.ROLE_GIVEN for role in _WITH_RIGHTS},
    **{f"role_back.{role}": Watched.ROLE_TAKEN_BACK for role in _WITH_RIGHTS},
    **{f"role.{role}": Watched.ROLE_IN for role in _WITH_RIGHTS},
    "person.left": Watched.LEFT,
    "person.disconnect": Watched.DISCONNECTED,
    "person.relinked": Watched.RELINKED,
    "staff_room.open": Watched.STAFF_ROOM,
    **{f"template.{kind}.accept": Watched.TEMPLATE for kind in DocumentKind},
    "year.turned": Watched.YEAR_TURNED,
    "year.archived": Watched.YEAR_ARCHIVED,
    f"school.privacy.{Privacy.STRICT}": Watched.STRICT,
    f"school.privacy.{Privacy.NORMAL}": Watched.NOT_STRICT,
}
# Whom it was done to is told where the others must know it to judge; of what is erased or private it is not.
NAMES_WHOM = frozenset({Watched.ROLE_GIVEN, Watched.ROLE_TAKEN_BACK, Watched.ROLE_IN})


@dataclass(frozen=True, slots=True)
class Seen:
    """What one person did, and how many times since the last notice."""

    what: Watched
    by: str  # full name; empty of whoever has none, or is erased
    whom: str  # full name, where it is told
    whom_id: int | None
    role: Role | None
    times: int
    people: int  # of an announcement, to how many it went


async def note(
    tx: Tx,
    act: str,
    *,
    school_id: int,
    actor_id: int | None,
    person_id: int | None = None,
    count: int = 1,
    now: datetime,
) -> None:
    """Into the journal, and to the other coordinators: at most a notice an hour, by day, on working days."""
    await journal.note(tx, act, school_id=school_id, actor_id=actor_id, person_id=person_id, count=count, now=now)
    if act in ACTS and actor_id is not None:
        about = {"since": now.isoformat()}
        await tell_coordinators(tx, Notice.WATCHED, school_id, now, by=actor_id, whom=person_id, about=about)


async def since(tx: Tx, member: Member, moment: datetime) -> tuple[Seen, ...]:
    """What others have done since then, in the order in which it was done first."""
    rows = await journal.acts_since(tx, member.school_id, tuple(ACTS), moment, but=member.person_id)
    return _together(_seen(each) for each in rows)


def given_rights(seen: Iterable[Seen]) -> tuple[Seen, ...]:
    """Those of them by which somebody has rights, one for each of these people."""
    of_people = {each.whom_id: each for each in seen if each.what in (Watched.ROLE_GIVEN, Watched.ROLE_IN)}
    return tuple(each for person_id, each in of_people.items() if person_id is not None)[:SHOWN]


def _seen(row: journal.ActDone) -> Seen:
    what = ACTS[row.act]
    people = row.count if what is Watched.ANNOUNCED else 0
    if what not in NAMES_WHOM:
        return Seen(what, row.actor, "", None, None, 1, people)
    return Seen(what, row.actor, row.person, row.person_id, Role(row.act.partition(".")[2]), 1, people)


def _together(acts: Iterable[Seen]) -> tuple[Seen, ...]:
    """The same act of the same person is one line."""
    lines: dict[tuple[object, ...], list[Seen]] = {}
    for each in acts:
        lines.setdefault((each.what, each.by, each.whom, each.whom_id, each.role), []).append(each)
    return tuple(replace(same[0], times=len(same), people=sum(each.people for each in same)) for same in lines.values())
