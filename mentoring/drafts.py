"""A questionnaire that a coordinator sent back: compared, tried, published as a new version."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from enum import Enum, auto
from typing import Any

from mentoring import forms, questionnaires
from mentoring.access import Member
from mentoring.papers.values import FormRead
from mentoring.questionnaires import Asked
from mentoring.rules.form_files.model import CellProblem, CellReason
from mentoring.rules.forms import Form, parse_form
from mentoring.rules.forms.changes import Changes, compare
from mentoring.rules.forms.writing import same
from storage import forms as rows
from storage import journal
from storage.questionnaires import FormCount
from storage.tx import Tx

LONGEST_NOTE = 200
LONGEST_KEY = 20


@dataclass(frozen=True, slots=True)
class Draft:
    """What waits to be published, and what it would change. `changes` is None for a new questionnaire.

    `outdated`: somebody has published another version since it was compared.
    """

    id: int
    form: Form
    digest: str
    changes: Changes | None
    count: FormCount
    outdated: bool

    @property
    def asked(self) -> Asked:
        return Asked(self.form, self.digest)


class Kept(Enum):
    """What became of a file that was read."""

    NEW = auto()
    REPLACED = auto()  # an earlier draft gave way
    AGAIN = auto()  # the very draft that waits already
    SAME = auto()  # what is asked now


@dataclass(frozen=True, slots=True)
class Published:
    form: Form
    version: int


class NotPublished(Enum):
    GONE = auto()  # published, dropped or replaced by a later file
    OUTDATED = auto()  # another version was published meanwhile


def from_worker(value: Mapping[str, Any]) -> FormRead:
    """What the worker gave, out of the JSON that it came back as."""
    problems = (
        CellProblem(
            each["sheet"],
            each["row"],
            each["column"],
            CellReason(each["reason"]),
            each["value"],
            tuple(each["hints"]),
        )
        for each in value["problems"]
    )
    return FormRead(value["form"], tuple(problems), tuple(value["headings"]), value["more"])


async def keep(tx: Tx, member: Member, content: str, now: datetime) -> tuple[Kept, str]:
    """The form that was read out of a file (as `raw_of` writes it), and its key."""
    form = parse_form(json.loads(content), {})
    if form.key in _taken():
        form = replace(form, key=f"own_{form.key}"[:LONGEST_KEY])
    asked = await _current(tx, member, form.key)
    if asked is not None and same(asked, form):
        return Kept.SAME, form.key
    before = await rows.draft(tx, member.school_id, form.key)
    if before is not None and same(questionnaires.read(before.digest, before.content), form):
        return Kept.AGAIN, form.key
    await rows.put_draft(
        tx,
        school_id=member.school_id,
        form_key=form.key,
        base_version=asked.version if asked else 0,
        digest=await questionnaires.keep(tx, replace(form, version=asked.version + 1 if asked else 1)),
        by=member.person_id,
        now=now,
    )
    return Kept.REPLACED if before else Kept.NEW, form.key


def _taken() -> frozenset[str]:
    """Keys of what the bot asks for its own work, and of trials: a school's questionnaire must not be mixed with it."""
    own = frozenset(key for key, form in forms.load().forms.items() if not form.is_questionnaire)
    return own | {questionnaires.TRIAL}


async def take_earlier(tx: Tx, member: Member, key: str, version: int, now: datetime) -> Kept | None:
    """A version of before becomes the draft; None when there is no such version."""
    form = await questionnaires.of_version(tx, member.school_id, key, version)
    return (await keep(tx, member, questionnaires.written(form), now))[0] if form else None


async def of_key(tx: Tx, member: Member, key: str) -> Draft | None:
    found = await rows.draft(tx, member.school_id, key)
    return await _draft(tx, member, found) if found else None


async def find(tx: Tx, member: Member, draft_id: int) -> Draft | None:
    """None when it was published, dropped, or a later file took its place."""
    found = await rows.draft_by_id(tx, member.school_id, draft_id)
    return await _draft(tx, member, found) if found else None


async def drop(tx: Tx, member: Member, draft_id: int) -> bool:
    return bool(await rows.drop_draft(tx, member.school_id, draft_id))


async def publish(tx: Tx, member: Member, draft_id: int, note: str, now: datetime) -> Published | NotPublished:
    """From now on it is what everybody who begins is asked; whoever is in the middle finishes what they began."""
    draft = await find(tx, member, draft_id)
    if draft is None:
        return NotPublished.GONE
    if draft.outdated:
        return NotPublished.OUTDATED
    done = await rows.publish(
        tx,
        school_id=member.school_id,
        form_key=draft.form.key,
        version=draft.form.version,
        digest=draft.digest,
        note=note[:LONGEST_NOTE],
        by=member.person_id,
        now=now,
    )
    if not done:
        return NotPublished.OUTDATED
    await rows.drop_draft(tx, member.school_id, draft_id)
    await journal.note(tx, "form.publish", school_id=member.school_id, actor_id=member.person_id, now=now)
    return Published(draft.form, draft.form.version)


async def _draft(tx: Tx, member: Member, found: rows.Draft) -> Draft:
    form = questionnaires.read(found.digest, found.content)
    asked = await _current(tx, member, form.key)
    count = await questionnaires.count(tx, member.school_id, form.key)
    repeated = await questionnaires.repeated(tx, member.school_id, form.key if count.submitted else None)
    return Draft(
        found.id,
        form,
        found.digest,
        compare(asked, form, repeated) if asked else None,
        count,
        outdated=(asked.version if asked else 0) != found.base_version,
    )


async def _current(tx: Tx, member: Member, key: str) -> Form | None:
    try:
        return (await questionnaires.current(tx, member.school_id, key)).form
    except questionnaires.Unknown:
        return None
