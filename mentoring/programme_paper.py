"""A programme as a paper: gathered in one transaction, written in the worker. Names are short."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo

from mentoring import answered, pair_paper_words, pairs, programmes, schools
from mentoring.answered import Answered
from mentoring.jobs import Gather, Task, Work
from mentoring.pair_words import area
from mentoring.pairs import Pair, PairMember
from mentoring.papers.pair_values import Act, Participant, ProgrammePaper, Version
from mentoring.papers.pair_values import Pair as PaperPair
from mentoring.papers.pair_values import School as PaperSchool
from mentoring.papers.pair_words import FORMATS, blanks
from mentoring.papers.programme_blanks import missing
from mentoring.papers.programme_words import change_line, plan_step
from mentoring.programmes import Seen, VersionSeen, written
from mentoring.rules.names import short_name
from mentoring.rules.programmes import changes
from mentoring.rules.readiness import FORM as PROFILE
from storage import pair_orders
from storage import programmes as rows
from storage.jobs import Job
from storage.tx import Tx
from storage.vocabulary.pairs import Format, ProgrammeState, Side

RELATION = "педагог – педагог"
RHYTHM = "не реже одной встречи в две недели"
_FILE = "Персонализированная программа.docx"  # nobody's name: files are seen in lists of chats
_BUILDER = "mentoring.papers.programme_document:programme_document"


async def document(tx: Tx, job: Job, now: datetime) -> Task:
    """By today's state: whoever's programme was emptied, or is gone, has none."""
    pair = await pairs.read(tx, job.school_id, int(job.task["pairing"]))
    seen = await programmes.seen(tx, pair, now) if pair else None
    if pair is None or seen is None:
        raise LookupError("a programme is gone")
    zone = ZoneInfo((await schools.get(tx, job.school_id)).time_zone)
    paper = await _paper(tx, pair, seen, await programmes.versions(tx, pair.pairing.id, zone))
    return Task(_BUILDER, (paper,), _FILE, blanks(missing(paper)))


async def _paper(tx: Tx, pair: Pair, seen: Seen, versions: Sequence[VersionSeen]) -> ProgrammePaper:
    of = seen.programme
    areas = {each.step.area: area(each.step.area) for each in seen.steps}
    return ProgrammePaper(
        school=await _school(tx, pair.pairing.school_id),
        pair=await _pair(tx, pair, seen),
        order=await _order(tx, pair),
        is_draft=await _is_draft(tx, seen),
        relation=RELATION,
        rhythm=f"{RHYTHM}, дистанционно" if pair.pairing.format is Format.REMOTE else RHYTHM,
        areas=tuple(area(key) for key in of.areas),
        problem=of.problem,
        tasks=of.tasks,
        steps=tuple(plan_step(each.step, areas, each.done_on) for each in seen.steps),
        expected=of.expected,
        product=of.product,
        versions=tuple(_version(each) for each in reversed(versions) if each.changes),
    )


async def _is_draft(tx: Tx, seen: Seen) -> bool:
    """Not what a coordinator has approved; of a closed one, when it was changed after the last approval."""
    if seen.state is not ProgrammeState.CLOSED:
        return seen.state is not ProgrammeState.APPROVED
    kept = await rows.versions(tx, seen.pairing_id)
    return not kept or bool(changes(written.of_snapshot(kept[0].content), seen.programme))


async def _school(tx: Tx, school_id: int) -> PaperSchool:
    found = await pair_paper_words.school(tx, school_id)
    return replace(found, coordinator=short_name(found.coordinator), director=short_name(found.director))


async def _pair(tx: Tx, pair: Pair, seen: Seen) -> PaperPair:
    # Of a side that everybody has left, those who were in it.
    sides = {each.side for each in pair.members}
    people = (*pair.members, *(each for each in pair.gone if each.side not in sides))
    named = [(each.side, await _participant(tx, pair, each)) for each in people]
    return PaperPair(
        mentors=tuple(each for side, each in named if side is Side.MENTOR),
        mentees=tuple(each for side, each in named if side is Side.MENTEE),
        format=FORMATS[pair.pairing.format],
        starts_on=seen.programme.starts_on,
        ends_on=seen.programme.ends_on,
        goal=seen.programme.goal,
    )


async def _participant(tx: Tx, pair: Pair, of: PairMember) -> Participant:
    """What a mentor has said of category and experience stands there; nobody is asked for it again."""
    mentors = of.side is Side.MENTOR
    told = await answered.in_school(tx, pair.pairing.school_id, PROFILE, of.person_id) if mentors else None
    return Participant(
        name=short_name(of.full_name),
        post=of.position,
        id=of.person_id,
        category=_said(told, "category"),
        experience=_said(told, "experience"),
        is_external=of.external,
    )


def _said(of: Answered | None, question: str) -> str:
    lines = [each for each in of.lines if each.question.key == question] if of else []
    return ", ".join(lines[0].labels or ()) if lines else ""


async def _order(tx: Tx, pair: Pair) -> Act:
    order_id = pair.pairing.order_id
    return pair_paper_words.act(await pair_orders.get(tx, order_id, pair.pairing.school_id) if order_id else None)


def _version(of: VersionSeen) -> Version:
    return Version(of.kept_on, tuple(change_line(each) for each in of.changes), short_name(of.kept_by))


KINDS: Mapping[str, Gather] = {Work.PROGRAMME: document}
