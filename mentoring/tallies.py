"""Results of one questionnaire of a school, each version apart: by pages of questions, or everything for a workbook.

Counted is what was handed in by people who have not withdrawn; of those in the middle only the number is told.
"""

import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from mentoring import questionnaires
from mentoring.answer_values import read
from mentoring.papers.values import TallyVersion
from mentoring.questionnaires import Invited
from mentoring.rules import tally
from mentoring.rules.forms import Form, QuestionKind
from mentoring.rules.forms.checks import is_key
from mentoring.rules.tally import Counted, Numbered, Tally
from storage import form_asks, runs
from storage import tallies as rows
from storage.tallies import Edition, Scope, Sheet
from storage.tx import Tx

RUNS_AT_ONCE = 250  # whose answers are read in one trip


@dataclass(frozen=True, slots=True)
class Results:
    """One page of one version; `others` are the versions that somebody has handed in too, the newest first."""

    form: Form
    edition: Edition
    others: tuple[Edition, ...]
    tallies: tuple[Tally, ...]
    number: int
    pages: int
    private: int  # questions that are in the workbook only
    invited: Invited | None  # by name this school year, whatever the version; None when nobody was


@dataclass(frozen=True, slots=True)
class _Found:
    """The version that is looked at, among all that were asked."""

    form: Form
    edition: Edition
    editions: tuple[Edition, ...]
    scope: Scope


async def page(tx: Tx, school_id: int, form_key: str, *, run_id: int = 0, number: int = 0) -> Results | None:
    """Of the version that this run was asked, else of the newest with answers. None when there is no such form."""
    found = await _find(tx, school_id, form_key, run_id)
    if found is None:
        return None
    split = tally.pages(found.form)
    number = min(max(number, 0), max(len(split) - 1, 0))
    return Results(
        form=found.form,
        edition=found.edition,
        others=tuple(each for each in found.editions if each.handed_in and each is not found.edition),
        tallies=tuple([await _tally(tx, found.scope, each) for each in (split[number] if split else ())]),
        number=number,
        pages=len(split),
        private=sum(question.private for question in found.form.questions),
        invited=await invited(tx, school_id, form_key),
    )


async def invited(tx: Tx, school_id: int, form_key: str) -> Invited | None:
    """How many were asked by name this school year, and how many of them have answered."""
    found = await form_asks.count_named(tx, school_id, form_key)
    return Invited(found.asked, found.silent) if found.asked else None


async def exists(tx: Tx, school_id: int, form_key: str) -> bool:
    """Is it a questionnaire whose answers are kept by name?"""
    return await _find(tx, school_id, form_key, 0) is not None


async def versions(tx: Tx, school_id: int, form_key: str, zone: ZoneInfo) -> tuple[TallyVersion, ...]:
    """Every answer of every version, the newest first; with none at all the version that is asked now."""
    shipped = questionnaires.shipped_digest(form_key)
    found = await _editions(tx, school_id, form_key, shipped)
    answered = [each for each in found if each.handed_in] or found[:1]
    made = []
    for edition in answered:
        scope = Scope(school_id, form_key, shipped, edition.digest)
        form = await questionnaires.by_digest(tx, edition.digest)
        made.append(TallyVersion(form, edition.version, edition.begun, await _packs(tx, scope, zone)))
    return tuple(made)


async def _find(tx: Tx, school_id: int, form_key: str, run_id: int) -> _Found | None:
    shipped = questionnaires.shipped_digest(form_key)
    editions = await _editions(tx, school_id, form_key, shipped)
    if not editions:
        return None
    edition = await _wanted(tx, editions, run_id, shipped) if run_id else _newest(editions)
    form = await questionnaires.by_digest(tx, edition.digest)
    if form.anonymous or not form.is_questionnaire:
        return None
    return _Found(form, edition, tuple(editions), Scope(school_id, form_key, shipped, edition.digest))


async def _editions(tx: Tx, school_id: int, form_key: str, shipped: str) -> list[Edition]:
    """Never empty for a questionnaire that can be asked."""
    if form_key == questionnaires.TRIAL or not is_key(form_key):
        return []
    found = await rows.editions(tx, school_id, form_key, shipped=shipped)
    if found:
        return found
    try:
        now = await questionnaires.newest(tx, school_id, form_key)
    except questionnaires.Unknown:
        return []
    return [Edition(now.digest or "", now.form.version, 0, 0, 0)]


async def _wanted(tx: Tx, found: Sequence[Edition], run_id: int, shipped: str) -> Edition:
    """By any run of the version: the one that an old button names may have left the count since."""
    run = await runs.get(tx, run_id)
    digest = (run.digest or shipped) if run else ""
    return next((each for each in found if each.digest == digest), _newest(found))


def _newest(found: Sequence[Edition]) -> Edition:
    return next((each for each in found if each.handed_in), found[0])


async def _tally(tx: Tx, scope: Scope, of: Numbered) -> Tally:
    query = rows.text_counts if of.question.kind is QuestionKind.TEXT else rows.counts
    counted = await query(tx, scope, of.question.key)
    return tally.tally(of, (Counted(read(each.value), each.many) for each in counted))


async def _packs(tx: Tx, scope: Scope, zone: ZoneInfo) -> tuple[str, ...]:
    """See `TallyVersion`; whatever takes long is done piece by piece, others have their turns between."""
    said = await _said(tx, scope)
    packs, offset = [], 0
    while some := await rows.sheets(tx, scope, offset=offset, limit=RUNS_AT_ONCE):
        packs.append(f"[{','.join(_packed(each, said[each.run_id], zone) for each in some)}]")
        offset += RUNS_AT_ONCE
    return tuple(packs)


def _packed(of: Sheet, said: Sequence[str], zone: ZoneInfo) -> str:
    day = of.submitted_at.astimezone(zone).date()
    return f'[{json.dumps(of.full_name)},"{day.isoformat()}",{{{",".join(said)}}}]'


async def _said(tx: Tx, scope: Scope) -> Mapping[int, Sequence[str]]:
    """By run, what was said to each question: pieces of JSON as they are stored."""
    said: dict[int, list[str]] = defaultdict(list)
    run_ids = await rows.run_ids(tx, scope)
    for first in range(0, len(run_ids), RUNS_AT_ONCE):
        some = run_ids[first : first + RUNS_AT_ONCE]
        for each in await rows.answers(tx, scope, first_run=some[0], last_run=some[-1]):
            said[each.run_id].append(f'"{each.question}":{each.value or "null"}')
    return said
