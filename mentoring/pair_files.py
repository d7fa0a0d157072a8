"""The papers of pairs: gathered in one transaction, written in the worker."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime

from mentoring import calendars, declensions, pair_orders, pair_papers
from mentoring import pair_paper_words as words
from mentoring.jobs import Gather, Task, Work
from mentoring.pairs import Pair, PairMember
from mentoring.papers.consent_blanks import missing_in_consents
from mentoring.papers.order_blanks import missing
from mentoring.papers.pair_values import (
    Act,
    AssignOrder,
    ChangeOrder,
    EndOrder,
    OrderHead,
    PairChange,
    PairChangeKind,
    PairEnding,
    Participant,
)
from mentoring.papers.pair_values import Pair as PaperPair
from mentoring.papers.pair_words import blanks
from mentoring.rules.programmes import default_term
from mentoring.rules.roadmap import REGULATION
from mentoring.schools import year_of
from storage import evidence
from storage import pair_orders as orders
from storage import pair_papers as rows
from storage.jobs import Job
from storage.tx import Tx
from storage.vocabulary import EvidenceKind
from storage.vocabulary.pairs import Format, OrderKind, Side

PROGRAMMES_WITHIN = 15  # working days after the order (the roadmap's own term)
_WITHOUT_PROGRAMME = frozenset({Format.SPEED, Format.SITUATIONAL})
_NAMES: Mapping[OrderKind, str] = {
    OrderKind.ASSIGN: "Приказ о парах, проект.docx",
    OrderKind.CHANGE: "Приказ об изменениях, проект.docx",
    OrderKind.END: "Приказ о прекращении, проект.docx",
}


async def order(tx: Tx, job: Job, now: datetime) -> Task:
    kind = OrderKind(str(job.task["kind"]))
    seen = await pair_orders.in_work(tx, job.school_id, kind)
    found = [each.pair for each in seen.included]
    calendar = await calendars.of_school(tx, job.school_id, now)
    today = calendar.local_day(now)
    head = OrderHead(school=await words.school(tx, job.school_id), regulation=await regulation(tx, job.school_id))
    due = calendar.add_working_days(today, PROGRAMMES_WITHIN)
    with_programmes = any(of.pairing.format not in _WITHOUT_PROGRAMME for of in found)
    match kind:
        case OrderKind.ASSIGN:
            assign = AssignOrder(
                head=head,
                pairs=await as_papers(tx, job.school_id, found, today),
                programmes_due_on=due,
                with_programmes=with_programmes,
            )
            return Task("mentoring.papers.pair_order:assign", (assign,), _NAMES[kind], blanks(missing(assign)))
        case OrderKind.CHANGE:
            change = ChangeOrder(
                head=head,
                changes=tuple(await changes(tx, job.school_id, found, today)),
                programmes_due_on=due,
                with_programmes=with_programmes,
            )
            return Task("mentoring.papers.pair_order:change", (change,), _NAMES[kind], blanks(missing(change)))
        case OrderKind.END:
            end = EndOrder(head=head, endings=tuple(await endings(tx, job.school_id, found)))
            return Task("mentoring.papers.pair_order:end", (end,), _NAMES[kind], blanks(missing(end)))


async def consents(tx: Tx, job: Job, now: datetime) -> Task:
    """A page for everybody of the pairs where a signature is missing; printing is noted."""
    left = await pair_papers.unsigned(tx, job.school_id)
    calendar = await calendars.of_school(tx, job.school_id, now)
    found = list({each.pair.pairing.id: each.pair for each in left}.values())
    sheets = await as_papers(tx, job.school_id, found, calendar.local_day(now))
    for each in left:
        await rows.mark_printed(tx, each.pair.pairing.id, each.id, by=job.person_id, now=now)
    school = await words.school(tx, job.school_id)
    caption = blanks(missing_in_consents(school, sheets))
    return Task("mentoring.papers.pair_consents:pair_consents", (school, sheets), "Согласия пар.docx", caption)


async def as_papers(tx: Tx, school_id: int, found: Sequence[Pair], today: date) -> tuple[PaperPair, ...]:
    """What has no term yet gets the one that the order would give it."""
    signers = await pair_papers.signers(tx, found)
    cases = await declensions.confirmed(tx, school_id, [each.id for each in signers])
    made = []
    for of in found:
        paper = words.pair(of, [each for each in signers if each.pair.pairing.id == of.pairing.id], cases)
        term = default_term(today, of.pairing.school_year)
        starts_on, ends_on = of.pairing.starts_on or term.starts_on, of.pairing.ends_on or term.ends_on
        made.append(replace(paper, starts_on=starts_on, ends_on=ends_on))
    return tuple(made)


async def changes(tx: Tx, school_id: int, found: Sequence[Pair], today: date) -> list[PairChange]:
    papers = await as_papers(tx, school_id, found, today)
    changes = []
    for of, paper in zip(found, papers, strict=True):
        by = await orders.get(tx, of.pairing.order_id, school_id) if of.pairing.order_id else None
        kind, former = _what_changed(of, by.signed_at if by else None)
        changes.append(PairChange(pair=paper, kind=kind, order=words.act(by), since=today, former_mentors=former))
    return changes


def _what_changed(of: Pair, signed_at: datetime | None) -> tuple[PairChangeKind, tuple[Participant, ...]]:
    """With the mentors as they stand in the order of assigning."""
    gone = tuple(_former(each) for each in of.gone if each.side is Side.MENTOR)
    if gone:
        return PairChangeKind.MENTOR_REPLACED, gone
    since = max(signed_at or of.pairing.made_at, of.pairing.made_at)
    former = [each for each in of.mentors if each.joined_at <= since]
    added = len(former) < len(of.mentors)
    return PairChangeKind.MENTOR_ADDED if added else PairChangeKind.MENTEES, tuple(_former(each) for each in former)


async def endings(tx: Tx, school_id: int, found: Sequence[Pair]) -> list[PairEnding]:
    signers = await pair_papers.signers(tx, found)
    endings = []
    for of in found:
        paper = words.pair(of, [each for each in signers if each.pair.pairing.id == of.pairing.id])
        people = (*of.members, *of.gone)
        whole = replace(
            paper,
            mentors=tuple(_former(each) for each in people if each.side is Side.MENTOR),
            mentees=tuple(_former(each) for each in people if each.side is Side.MENTEE),
        )
        reason = words.REASONS.get(of.pairing.end_reason) if of.pairing.end_reason else None
        endings.append(
            PairEnding(
                pair=whole,
                order=await _order_of(tx, school_id, of),
                ends_on=of.pairing.ended_on,
                reason=reason,
                notice_on=of.pairing.leave_given_on,
            )
        )
    return endings


def _former(of: PairMember) -> Participant:
    return Participant(name=of.full_name, post=of.position, id=of.person_id, is_external=of.external)


async def _order_of(tx: Tx, school_id: int, of: Pair) -> Act:
    found = await orders.get(tx, of.pairing.order_id, school_id) if of.pairing.order_id else None
    return words.act(found)


async def regulation(tx: Tx, school_id: int) -> Act:
    """The order on the regulation, if the roadmap has its number."""
    for each in await evidence.of_year(tx, school_id, await year_of(tx, school_id)):
        if each.activity == REGULATION and each.kind is EvidenceKind.DOCUMENT:
            return Act(each.number, each.dated_on)
    return Act()


KINDS: Mapping[str, Gather] = {Work.PAIR_ORDER: order, Work.PAIR_CONSENTS: consents}
