"""Which form a person is asked: the school's own version, else the one that comes with the bot.

Every form that is asked is kept whole, by its digest: people in the middle finish what they began, and old answers
keep their questions, whatever is published or shipped later.
"""

import json
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256

from mentoring import forms
from mentoring.access import Member
from mentoring.rules import nameless
from mentoring.rules.forms import Form, parse_form, raw_of
from mentoring.rules.forms.changes import repeated_keys
from storage import form_asks
from storage import forms as rows
from storage import questionnaires as counted
from storage.forms import Version
from storage.questionnaires import FormCount
from storage.runs import Run
from storage.tx import Tx

MONITORED = frozenset({"mentee", "mentor", "coordinator", "participant"})  # the audiences of the monitoring surveys
ORDER = (
    *("needs", "mentor_profile", "mon_start_mentee", "mon_start_mentor", "mon_mid_mentee", "mon_mid_mentor"),
    *("mon_end_mentee", "mon_end_mentor", "event_feedback", "coordinator_review"),
)
TRIAL = "trial"  # the form of whoever tries a draft on themselves


@dataclass(frozen=True, slots=True)
class Asked:
    """A form to be asked; a small form of the bot's own has no digest, for nothing of it is kept."""

    form: Form
    digest: str | None


@dataclass(frozen=True, slots=True)
class Listed:
    """One line of «Анкеты»: a questionnaire that is asked, or only a draft of a new one."""

    form: Form
    count: FormCount
    has_draft: bool
    is_asked: bool


@dataclass(frozen=True, slots=True)
class Invited:
    """How many people were asked to answer this school year."""

    asked: int
    silent: int

    @property
    def answered(self) -> int:
        return self.asked - self.silent


@dataclass(frozen=True, slots=True)
class Card:
    """One questionnaire; `versions` are the school's own, the newest first.

    `invited` is of one that the school made itself: chosen people are asked to answer it.
    """

    form: Form
    count: FormCount
    draft_id: int | None
    versions: tuple[Version, ...]
    invited: Invited | None


class Unknown(LookupError):
    """Neither the bot nor the school has such a form."""


async def current(tx: Tx, school_id: int, key: str) -> Asked:
    """What is asked of whoever begins now. Raises Unknown."""
    shipped = forms.load().forms.get(key)
    if shipped is not None and not shipped.summary:
        return Asked(shipped, None)
    own = await rows.newest(tx, school_id, key)
    if own is not None:
        return Asked(read(own.digest, own.content), own.digest)
    if shipped is None:
        raise Unknown(key)
    return Asked(shipped, await keep(tx, shipped))


async def every(tx: Tx, school_id: int) -> dict[str, Form]:
    """All questionnaires of the school as they are asked now: the bot's own first, then the school's."""
    asked = {form.key: form for form in sorted(forms.load().forms.values(), key=_place) if form.is_questionnaire}
    for own in await rows.newest_of_all(tx, school_id):
        form = read(own.digest, own.content)
        asked[form.key] = form
    return asked


def _place(of: Form) -> tuple[int, str]:
    """As the year goes: what everybody is asked, then the monitoring."""
    return ORDER.index(of.key) if of.key in ORDER else len(ORDER), of.key


async def repeated(tx: Tx, school_id: int, answered: str | None) -> frozenset[str]:
    """Questions whose answers are laid side by side: of several questionnaires, or answered before (`answered`)."""
    asked = await every(tx, school_id)
    before = [question.key for question in asked[answered].questions] if answered in asked else []
    return repeated_keys(asked) | frozenset(before)


async def listed(tx: Tx, member: Member) -> tuple[Listed, ...]:
    """All that the school asks or is about to ask."""
    asked = await every(tx, member.school_id)
    waiting = {each.form_key: read(each.digest, each.content) for each in await rows.drafts(tx, member.school_id)}
    counts = {each.form_key: each for each in await counted.count_of_forms(tx, member.school_id)}
    return tuple(
        Listed(form, counts.get(key, FormCount(key, 0, 0)), has_draft=key in waiting, is_asked=key in asked)
        for key, form in {**waiting, **asked}.items()
    )


async def look(tx: Tx, member: Member, key: str) -> Card | None:
    """None when nothing of this key is asked."""
    try:
        asked = await current(tx, member.school_id, key)
    except Unknown:
        return None
    if not asked.form.is_questionnaire:
        return None
    draft = await rows.draft(tx, member.school_id, key)
    versions = tuple(await rows.versions(tx, member.school_id, key))
    invited = None
    if asks_chosen(key):
        found = await form_asks.count(tx, member.school_id, key)
        invited = Invited(found.asked, found.silent)
    return Card(
        asked.form,
        await count(tx, member.school_id, key),
        draft.id if draft else None,
        versions,
        invited,
    )


async def of_version(tx: Tx, school_id: int, key: str, version: int) -> Form | None:
    """A version of before; what came with the bot has the number that it came with."""
    own = next((each for each in await rows.versions(tx, school_id, key) if each.version == version), None)
    if own is not None:
        return read(own.digest, own.content)
    shipped = forms.load().forms.get(key)
    return shipped if shipped is not None and shipped.is_questionnaire and shipped.version == version else None


async def count(tx: Tx, school_id: int, key: str) -> FormCount:
    found = (each for each in await counted.count_of_forms(tx, school_id) if each.form_key == key)
    return next(found, FormCount(key, 0, 0))


async def of_run(tx: Tx, run: Run) -> Form:
    """What this person is asked, from the first question to the last."""
    form = await asked(tx, run.form_key, run.digest)
    return nameless.form(form) if nameless.ROUND in run.about else form


async def asked(tx: Tx, form_key: str, digest: str | None) -> Form:
    """The form of a run by what the run says of it; an older run or a small form names no digest."""
    return forms.load().get(form_key) if digest is None else await by_digest(tx, digest)


async def by_digest(tx: Tx, digest: str) -> Form:
    known = _shipped().get(digest) or _read.get(digest)
    if known is not None:
        return known
    content = await rows.content(tx, digest)
    if content is None:
        raise LookupError("a form that was asked is not kept")
    return read(digest, content)


async def newest(tx: Tx, school_id: int, key: str) -> Asked:
    """What is asked now, only looked at: nothing is kept of it. Raises Unknown."""
    own = await rows.newest(tx, school_id, key)
    if own is not None:
        return Asked(read(own.digest, own.content), own.digest)
    digest = shipped_digest(key)
    if not digest:
        raise Unknown(key)
    return Asked(_shipped()[digest], digest)


def asks_chosen(key: str) -> bool:
    """Is it for people whom a coordinator chooses: a school's own, or a survey of the programme's monitoring?

    The bot's other forms, the small ones too, keep their keys and their own ways.
    """
    known = forms.load().forms.get(key)
    return key != TRIAL and (known is None or known.audience in MONITORED)


def shipped_digest(key: str) -> str:
    """Of the bot's own wording of a questionnaire; empty when it brings none of this key."""
    return next((digest for digest, form in _shipped().items() if form.key == key), "")


async def keep(tx: Tx, form: Form) -> str:
    """Keep the whole form; returns its digest."""
    content = written(form)
    digest = digest_of(content)
    await rows.keep(tx, digest, content)
    return digest


def written(form: Form) -> str:
    """The same form gives the same text, the order of its options included."""
    return json.dumps(raw_of(form), ensure_ascii=False)


def digest_of(content: str) -> str:
    return sha256(content.encode()).hexdigest()[:32]


def read(digest: str, content: str) -> Form:
    """The same object each time: what is worked out of a form is kept by it."""
    known = _shipped().get(digest) or _read.get(digest)
    if known is None:
        if len(_read) >= _MOST_READ:
            _read.clear()
        known = _read[digest] = parse_form(json.loads(content), {})
    return known


_MOST_READ = 500
_read: dict[str, Form] = {}


@lru_cache(maxsize=1)
def _shipped() -> dict[str, Form]:
    """Those of the bot's own forms that people come back to."""
    own = (form for form in forms.load().forms.values() if form.summary)
    return {digest_of(written(form)): form for form in own}
