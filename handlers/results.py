"""What the worker brings back into a person's lane: a file to send, a list that was read, a failure."""

from collections.abc import Mapping
from datetime import datetime
from pathlib import PurePath
from typing import Any

from handlers import (
    brought_pairs,
    document_templates,
    document_ways,
    drafts,
    material_results,
    monitoring,
    own_roadmap_screens,
    pair_draft_screens,
    rankings,
    staff_list,
    tallies,
    timetables,
)
from handlers.effects import Button, Effects, Screen, SendFile, column
from handlers.presses import Deed, Spot, act, go, meant_for
from handlers.texts import common, practice_desk, programme_news, results
from handlers.texts import menu as menu_words
from handlers.texts import own_roadmap as roadmap_words
from handlers.texts import staff_list as staff_words
from handlers.texts import year_end as year_words
from handlers.year_end_screens import PUBLIC
from mentoring import documents, jobs, materials, own_roadmaps, sent_sheets, staff_lists
from mentoring import drafts as form_drafts
from mentoring.access import Actor, Member
from mentoring.documents import sheets
from mentoring.gatherings import answering
from mentoring.jobs import Work
from mentoring.papers.templates.found import TemplateFound
from mentoring.papers.templates.kinds import OUTLINES
from mentoring.papers.uploads import FileProblem
from mentoring.papers.values import FormRead, SheetRead, SheetRefused
from mentoring.practices import collection
from storage.tx import Tx
from storage.vocabulary import Privacy
from storage.vocabulary.documents import DocumentKind
from storage.vocabulary.pairs import SheetKind

# No names in them.
NAMELESS = frozenset(
    {
        *(Work.STAFF_TEMPLATE, Work.POSTER),
        *(Work.FORM_FILE, Work.FORM_XLSFORM, Work.FORM_NEW, Work.FORM_MARKED),
        *(Work.TALLY_CHART, Work.SURVEY_CHART, Work.COMPARED_CHART, Work.COMPARED_BOOK),
        *(Work.ROADMAP_DOCUMENT, Work.ROADMAP_BOOK, Work.ROADMAP_CHART),
        Work.GATHERING_EVENT,
        *PUBLIC,
        *(Work.DOCUMENT_TEMPLATE, Work.DOCUMENT_TAGS),
    }
)
# Practice cards are in them: what is said when an author has changed their word meanwhile.
_WITH_CARDS: Mapping[Work, str] = {
    Work.PRACTICES: practice_desk.outdated(),
    Work.CHECK_FOLDER: year_words.outdated(),
}
PICTURES = frozenset(
    {Work.TALLY_CHART, Work.SURVEY_CHART, Work.COMPARED_CHART, Work.ROADMAP_CHART, Work.PAIRS_CHART, Work.YEAR_CHART}
)


async def deliver(tx: Tx, result: Mapping[str, Any], now: datetime) -> Effects:
    """The screen or file of one finished job, once, to whoever ordered it and still may have it."""
    actor = await jobs.ordered_by(tx, result["job"])
    task = await jobs.task_of(tx, result["job"])
    if not await jobs.finished(tx, result["job"], now):
        return None
    if actor is None or actor.member is None or not await _may_have(tx, actor.member, Work(result["work"]), task):
        return None
    return meant_for(actor.member.person_id, await _drawn(tx, actor, actor.member, {**result, "task": task}, now))


async def _may_have(tx: Tx, member: Member, work: Work, task: Mapping[str, Any]) -> bool:
    """Coordinators; whoever is in the pair, leaves it, is invited, or may propose a material has what is theirs.

    The year's report without names is a director's too.
    """
    if work is Work.OWN_DATA or (work in PUBLIC and member.reads_summary):
        return True
    if work is Work.GATHERING_EVENT and not member.coordinates:
        return await answering.is_invited(tx, member, int(task["gathering"]))
    if work is Work.MATERIAL:
        return member.coordinates or await materials.may_propose(tx, member)
    if work is Work.SHEETS and not member.coordinates:
        kind, about = DocumentKind(task["kind"]), str(task.get("about", ""))
        return await sheets.is_own_refusal(tx, member, kind, about)
    if work is Work.DOCUMENT:
        return await documents.may_have(tx, member, DocumentKind(task["kind"]), str(task.get("about", "")))
    return member.coordinates


async def _drawn(tx: Tx, actor: Actor, member: Member, result: Mapping[str, Any], now: datetime) -> Effects:
    work = Work(result["work"])
    match result["kind"]:
        case "file":
            return await _handed_over(tx, actor, member, result, now)
        case "files":
            await jobs.note_export(tx, member, work, now)
            return _files(actor, member, work, result)
        case "value" if result["type"] == TemplateFound.__name__:
            found_tags = documents.from_worker(result["value"])
            return await document_templates.received(tx, actor, member, found_tags, now)
        case "value" if work is Work.ROADMAP_SENT:
            found = own_roadmaps.from_worker(result["type"], result["value"])
            return await own_roadmap_screens.received(tx, actor, member, found, now)
        case "value" if work is Work.MATCHING:
            return await pair_draft_screens.made(tx, member, result, now)
        case "value" if work is Work.WHY_NOT:
            return await rankings.explained(tx, member, result, now)
        case _ if work is Work.MATERIAL:
            return await material_results.received(tx, actor, member, result, now)
        case "value":
            return await _table(tx, actor, member, result, now)
        case _:
            return _screen(actor, _failure(work), _again(member, work, result["task"]))


async def _note(tx: Tx, member: Member, work: Work, task: Mapping[str, Any], now: datetime) -> None:
    if not _is_nameless(work, task):
        await jobs.note_export(tx, member, work, now, str(task["kind"]) if work is Work.DOCUMENT else "")


def _is_nameless(work: Work, task: Mapping[str, Any]) -> bool:
    """The chat may have it in a strict school too."""
    return work in NAMELESS or (work is Work.DOCUMENT and OUTLINES[DocumentKind(task["kind"])].nameless)


async def _handed_over(tx: Tx, actor: Actor, member: Member, result: Mapping[str, Any], now: datetime) -> Effects:
    """Unless an author has changed their word on a card in it while it was being made."""
    work = Work(result["work"])
    if work in _WITH_CARDS:
        give = collection.hand_over if work is Work.PRACTICES else collection.hand_over_with
        if not await give(tx, member, result["job"], now):
            return _screen(actor, _WITH_CARDS[work], _again(member, work, result["task"]))
    await _note(tx, member, work, result["task"], now)
    return _file(actor, member, work, result)


def _file(actor: Actor, member: Member, work: Work, result: Mapping[str, Any]) -> Effects:
    path = result["path"]
    if work is Work.TEST_FILE:
        return _screen(actor, results.kept(path), [go(common.BACK, Spot.SETTINGS_PRIVACY)])
    nameless = _is_nameless(work, result["task"])
    if member.privacy is Privacy.STRICT and work is Work.OWN_DATA and not member.coordinates:
        return _screen(actor, menu_words.own_data_kept(PurePath(path).name), [go(common.MENU, Spot.MENU)])
    if member.privacy is Privacy.STRICT and not member.coordinates and not nameless:
        said = results.kept_aside() if work is Work.SHEETS else programme_news.paper_kept()
        return _screen(actor, said, [go(common.MENU, Spot.MENU)])
    if member.privacy is Privacy.STRICT and not nameless:
        return _screen(actor, results.kept(path), [go(common.MENU, Spot.MENU)])
    caption = common.safe(result.get("caption", "")) or _usual_caption(work, nameless=nameless)
    if work is Work.SHEETS:  # what is missing does not take the place of what is said of every sheet
        caption = "\n\n".join(dict.fromkeys((results.caption(work), caption)))
    if work in jobs.PASSING:
        return SendFile(path, result["name"], f"{caption}\n\n{results.passes()}".strip(), passes=True)
    return SendFile(path, result["name"], caption, photo=work in PICTURES)


def _usual_caption(work: Work, *, nameless: bool) -> str:
    """What is said of documents warns of names: not of one that has none."""
    return "" if work is Work.DOCUMENT and nameless else results.caption(work)


def _files(actor: Actor, member: Member, work: Work, result: Mapping[str, Any]) -> Effects:
    """Page by page; the words stand under the first."""
    paths: list[str] = result["paths"]
    if member.privacy is Privacy.STRICT and work not in NAMELESS:
        return _screen(actor, results.kept_several(paths), [go(common.MENU, Spot.MENU)])
    name, caption = PurePath(result["name"]), common.safe(result.get("caption", "")) or results.caption(work)
    return [
        SendFile(path, f"{name.stem} {at}{name.suffix}", "" if at > 1 else caption, photo=work in PICTURES)
        for at, path in enumerate(paths, start=1)
    ]


async def _table(tx: Tx, actor: Actor, member: Member, result: Mapping[str, Any], now: datetime) -> Effects:
    """A file that was read: a questionnaire, a list of people, or neither."""
    if result["type"] == FormRead.__name__:
        read = form_drafts.from_worker(result["value"])
        return await drafts.received(tx, actor, member, read, str(result["task"]["file_id"]), now)
    own = sent_sheets.from_worker(result["type"], result["value"])
    if own is not None:
        shown = await _sheet(tx, member, own, now)
        return Screen(shown.text, shown.buttons, keep=actor.run_id is not None)
    sheet = staff_lists.read(result["type"], result["value"])
    if isinstance(sheet, FileProblem):
        shown = staff_list.unreadable(sheet)
    else:
        shown = staff_list.screen(await staff_lists.keep(tx, member, sheet, now))
    return Screen(shown.text, shown.buttons, keep=actor.run_id is not None)


async def _sheet(tx: Tx, member: Member, sheet: SheetRead | SheetRefused, now: datetime) -> Screen:
    """Pairs or a timetable."""
    if sheet.kind is SheetKind.PAIRS:
        if isinstance(sheet, SheetRead):
            return await brought_pairs.received(tx, member, sheet, now)
        return brought_pairs.refused(sheet.problem)
    if isinstance(sheet, SheetRead):
        return await timetables.received(tx, member, sheet, now)
    return timetables.refused(sheet.problem)


def _failure(work: Work) -> str:
    return staff_words.failed() if work in (Work.TABLE, Work.ROADMAP_SENT) else results.failed()


def _again(member: Member, work: Work, task: Mapping[str, Any]) -> list[Button]:
    """Where the same thing is ordered again."""
    if work in (Work.TALLY_CHART, Work.TALLY_BOOK):
        return [tallies.button(task["form"], results.RETRY), go(common.MENU, Spot.MENU)]
    if work in (Work.SURVEY_CHART, Work.SURVEY_BOOK):
        return [go(results.RETRY, Spot.SURVEY, int(task["survey"])), go(common.MENU, Spot.MENU)]
    if work in year_words.FILES:
        return [go(results.RETRY, Spot.YEAR_END), go(common.MENU, Spot.MENU)]
    if work is Work.SHEETS:
        spot = Spot.PAPERS if task["kind"] in documents.OF_PEOPLE else Spot.PAIR_PAPERS
        return [go(results.RETRY, spot), go(common.MENU, Spot.MENU)]
    if work is Work.DOCUMENT:
        return [document_ways.again(results.RETRY, member, task), go(common.MENU, Spot.MENU)]
    if work in (Work.COMPARED_CHART, Work.COMPARED_BOOK):
        return [go(results.RETRY, Spot.COMPARED, argument=str(task["circle"])), go(common.MENU, Spot.MENU)]
    retries: Mapping[Work, Button] = {
        Work.TABLE: act(staff_words.TEMPLATE, Deed.TEMPLATE),
        Work.MATCHING: act(results.RETRY, Deed.PAIR_MATCH),
        Work.WHY_NOT: go(results.RETRY, Spot.PAIR_DRAFT),
        Work.ROADMAP_SENT: act(roadmap_words.UPLOAD, Deed.OWN_SEND),
        **dict.fromkeys((Work.FORM_FILE, Work.FORM_XLSFORM, Work.FORM_MARKED), go(results.RETRY, Spot.FORMS)),
        Work.FORM_NEW: act(results.RETRY, Deed.FORM_NEW),
        Work.STAFF_TEMPLATE: act(results.RETRY, Deed.TEMPLATE),
        Work.BANK_BOOK: go(results.RETRY, Spot.BANK),
        Work.MENTOR_BOOK: go(results.RETRY, Spot.MENTORS),
        Work.SLIPS: go(results.RETRY, Spot.INVITES),
        Work.POSTER: go(results.RETRY, Spot.INVITES),
        **dict.fromkeys(
            (Work.ROADMAP_DOCUMENT, Work.ROADMAP_BOOK, Work.ROADMAP_CHART), go(results.RETRY, Spot.ROADMAP)
        ),
        Work.MONITORING_PAPER: monitoring.button(results.RETRY),
        Work.TEST_FILE: go(results.RETRY, Spot.SETTINGS_PRIVACY),
        Work.PAIRS_TEMPLATE: act(results.RETRY, Deed.PAIRS_TEMPLATE),
        Work.TIMETABLE_TEMPLATE: act(results.RETRY, Deed.TIMETABLE_TEMPLATE),
        Work.PAIRS_BOOK: act(results.RETRY, Deed.PAIRS_BOOK),
        Work.PAIRS_CHART: act(results.RETRY, Deed.PAIRS_CHART),
        Work.OWN_DATA: act(results.RETRY, Deed.OWN_DATA),
        Work.JOURNAL: go(results.RETRY, Spot.JOURNAL),
        Work.PRACTICES: go(results.RETRY, Spot.PRACTICE_COLLECTION),
        **dict.fromkeys((Work.DOCUMENT_TEMPLATE, Work.DOCUMENT_TAGS), _to_documents()),
    }
    return [retries[work], go(common.MENU, Spot.MENU)]


def _to_documents() -> Button:
    return go(results.RETRY, Spot.DOCUMENTS)


def _screen(actor: Actor, text: str, buttons: list[Button]) -> Screen:
    """In a dialog it stands beside the question, whose buttons stay."""
    return Screen(text, column(*buttons), keep=actor.run_id is not None)
