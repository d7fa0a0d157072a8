"""What the worker brings back into a person's lane: a file to send, a list that was read, a failure."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from handlers import drafts, monitoring, own_roadmap_screens, staff_list, tallies
from handlers.effects import Button, Effects, Screen, SendFile, column
from handlers.presses import Deed, Spot, act, go, meant_for
from handlers.texts import common, results
from handlers.texts import own_roadmap as roadmap_words
from handlers.texts import staff_list as staff_words
from mentoring import drafts as form_drafts
from mentoring import exports, jobs, own_roadmaps, staff_lists
from mentoring.access import Actor, Member
from mentoring.jobs import Work
from mentoring.papers.uploads import FileProblem
from mentoring.papers.values import FormRead
from storage.tx import Tx
from storage.vocabulary import Privacy

# No names in them: the chat may have them in a strict school too.
NAMELESS = frozenset(
    {
        Work.STAFF_TEMPLATE,
        Work.POSTER,
        Work.FORM_FILE,
        Work.FORM_XLSFORM,
        Work.FORM_NEW,
        Work.FORM_MARKED,
        *(Work.TALLY_CHART, Work.SURVEY_CHART, Work.COMPARED_CHART, Work.COMPARED_BOOK),
        Work.ROADMAP_DOCUMENT,
        Work.ROADMAP_BOOK,
        Work.ROADMAP_CHART,
    }
)
PICTURES = frozenset({Work.TALLY_CHART, Work.SURVEY_CHART, Work.COMPARED_CHART, Work.ROADMAP_CHART})


async def deliver(tx: Tx, result: Mapping[str, Any], now: datetime) -> Effects:
    """The screen or file of one finished job, once, to whoever ordered it and still may have it."""
    actor = await jobs.ordered_by(tx, result["job"])
    task = await jobs.task_of(tx, result["job"])
    if not await jobs.finished(tx, result["job"], now):
        return None
    if actor is None or actor.member is None or not actor.member.coordinates:
        return None
    return meant_for(actor.member.person_id, await _drawn(tx, actor, actor.member, {**result, "task": task}, now))


async def _drawn(tx: Tx, actor: Actor, member: Member, result: Mapping[str, Any], now: datetime) -> Effects:
    work = Work(result["work"])
    match result["kind"]:
        case "file":
            await jobs.note_export(tx, member, work, now)
            return _file(actor, member, work, result)
        case "value" if work is Work.ROADMAP_SENT:
            found = own_roadmaps.from_worker(result["type"], result["value"])
            return await own_roadmap_screens.received(tx, actor, member, found, now)
        case "value":
            return await _table(tx, actor, member, result, now)
        case _:
            return _screen(actor, _failure(work), _again(work, result["task"]))


def _file(actor: Actor, member: Member, work: Work, result: Mapping[str, Any]) -> Effects:
    path = result["path"]
    if work is Work.TEST_FILE:
        return _screen(actor, results.kept(path, exports.days(work)), [go(common.BACK, Spot.SETTINGS_PRIVACY)])
    if member.privacy is Privacy.STRICT and work not in NAMELESS:
        return _screen(actor, results.kept(path, exports.days(work)), [go(common.MENU, Spot.MENU)])
    caption = common.safe(result.get("caption", "")) or results.caption(work)
    return SendFile(path, result["name"], caption, photo=work in PICTURES)


async def _table(tx: Tx, actor: Actor, member: Member, result: Mapping[str, Any], now: datetime) -> Effects:
    """A file that was read: a questionnaire, a list of people, or neither."""
    if result["type"] == FormRead.__name__:
        read = form_drafts.from_worker(result["value"])
        return await drafts.received(tx, actor, member, read, str(result["task"]["file_id"]), now)
    sheet = staff_lists.read(result["type"], result["value"])
    if isinstance(sheet, FileProblem):
        shown = staff_list.unreadable(sheet)
    else:
        shown = staff_list.screen(await staff_lists.keep(tx, member, sheet, now))
    return Screen(shown.text, shown.buttons, keep=actor.run_id is not None)


def _failure(work: Work) -> str:
    return staff_words.failed() if work in (Work.TABLE, Work.ROADMAP_SENT) else results.failed()


def _again(work: Work, task: Mapping[str, Any]) -> list[Button]:
    """Where the same thing is ordered again."""
    if work in (Work.TALLY_CHART, Work.TALLY_BOOK):
        return [tallies.button(task["form"], results.RETRY), go(common.MENU, Spot.MENU)]
    if work in (Work.SURVEY_CHART, Work.SURVEY_BOOK):
        return [go(results.RETRY, Spot.SURVEY, int(task["survey"])), go(common.MENU, Spot.MENU)]
    if work in (Work.COMPARED_CHART, Work.COMPARED_BOOK):
        return [go(results.RETRY, Spot.COMPARED, argument=str(task["circle"])), go(common.MENU, Spot.MENU)]
    retries: Mapping[Work, Button] = {
        Work.TABLE: act(staff_words.TEMPLATE, Deed.TEMPLATE),
        Work.ROADMAP_SENT: act(roadmap_words.UPLOAD, Deed.OWN_SEND),
        Work.FORM_FILE: go(results.RETRY, Spot.FORMS),
        Work.FORM_XLSFORM: go(results.RETRY, Spot.FORMS),
        Work.FORM_NEW: act(results.RETRY, Deed.FORM_NEW),
        Work.FORM_MARKED: go(results.RETRY, Spot.FORMS),
        Work.STAFF_TEMPLATE: act(results.RETRY, Deed.TEMPLATE),
        Work.BANK_BOOK: go(results.RETRY, Spot.BANK),
        Work.MENTOR_BOOK: go(results.RETRY, Spot.MENTORS),
        Work.CONSENT_FORMS: go(results.RETRY, Spot.PAPERS),
        Work.SLIPS: go(results.RETRY, Spot.INVITES),
        Work.POSTER: go(results.RETRY, Spot.INVITES),
        Work.ROADMAP_DOCUMENT: go(results.RETRY, Spot.ROADMAP),
        Work.ROADMAP_BOOK: go(results.RETRY, Spot.ROADMAP),
        Work.ROADMAP_CHART: go(results.RETRY, Spot.ROADMAP),
        Work.MONITORING_PAPER: monitoring.button(results.RETRY),
        Work.TEST_FILE: go(results.RETRY, Spot.SETTINGS_PRIVACY),
    }
    return [retries[work], go(common.MENU, Spot.MENU)]


def _screen(actor: Actor, text: str, buttons: list[Button]) -> Screen:
    """In a dialog it stands beside the question, whose buttons stay."""
    return Screen(text, column(*buttons), keep=actor.run_id is not None)
