"""Pairs as their papers say them: whole names, posts, days of consent, the form in the words of an order."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from mentoring import declensions, pair_papers, pairs, schools
from mentoring.pair_papers import Signer
from mentoring.pair_words import reason
from mentoring.pairs import Pair
from mentoring.papers.pair_values import DIRECTOR, Act, Participant
from mentoring.papers.pair_values import EndReason as PaperReason
from mentoring.papers.pair_values import Pair as PaperPair
from mentoring.papers.pair_values import School as PaperSchool
from mentoring.papers.pair_words import FORMATS
from mentoring.rules.declension import Cases
from mentoring.rules.matching import Term
from mentoring.rules.programmes import default_term
from mentoring.schools import Field
from storage import people
from storage.pair_orders import PairOrder
from storage.tx import Tx
from storage.vocabulary import Role
from storage.vocabulary.pairs import EndReason, Side

VOLUME = "в среднем одна встреча в две недели"
REASONS: Mapping[EndReason, PaperReason] = {
    EndReason.TERM: PaperReason.TERM_OVER,
    EndReason.MENTOR: PaperReason.MENTOR_REFUSED,
    EndReason.EMPLOYER: PaperReason.CANCELLED,
    EndReason.TRANSFER: PaperReason.TRANSFER,
    EndReason.LEFT: PaperReason.DISMISSAL,
    EndReason.MUTUAL: PaperReason.MUTUAL,
    EndReason.MENTEE: PaperReason.MUTUAL,
    EndReason.REPLACED: PaperReason.MUTUAL,
}


async def school(tx: Tx, school_id: int) -> PaperSchool:
    """The coordinator is the first of the school's; who signs stands in the settings."""
    found = await schools.get(tx, school_id)
    leaders = await people.leading(tx, school_id)
    first = next((each.person_id for each in leaders if each.role is Role.COORDINATOR), None)
    coordinator = await people.of_school(tx, first, school_id) if first else None
    details = await schools.details(tx, school_id)
    post = coordinator.position if coordinator else ""
    return PaperSchool(
        full_name=found.name,
        short_name=found.short_name,
        city=found.city,
        school_year=found.school_year,
        director=found.director,
        director_post=details.get(Field.DIRECTOR_POST, "") or DIRECTOR,
        director_cases=await declensions.director(tx, school_id),
        coordinator=coordinator.full_name if coordinator else "",
        coordinator_post=details.get(Field.COORDINATOR_POST, "") or post,
    )


async def papers(tx: Tx, school_id: int, found: Sequence[Pair], today: date) -> tuple[PaperPair, ...]:
    """What has no term yet gets the one that an order of today would give it."""
    signers = await pair_papers.signers(tx, found)
    cases = await declensions.confirmed(tx, school_id, [each.id for each in signers])
    made = []
    for of in found:
        paper = pair(of, [each for each in signers if each.pair.pairing.id == of.pairing.id], cases)
        term = default_term(today, of.pairing.school_year)
        starts_on, ends_on = of.pairing.starts_on or term.starts_on, of.pairing.ends_on or term.ends_on
        made.append(replace(paper, starts_on=starts_on, ends_on=ends_on))
    return tuple(made)


def pair(of: Pair, signers: Sequence[Signer], cases: Mapping[int, Cases] | None = None) -> PaperPair:
    """`signers` are those of this very pair; `cases` what was confirmed of them, for papers that decline names."""
    known = cases or {}
    signing = [(each.person.side, replace(participant(each), cases=known.get(each.id))) for each in signers]
    return PaperPair(
        mentors=tuple(each for side, each in signing if side is Side.MENTOR),
        mentees=tuple(each for side, each in signing if side is Side.MENTEE),
        format=FORMATS[of.pairing.format],
        starts_on=of.pairing.starts_on,
        ends_on=of.pairing.ends_on,
        goal=goal(of),
        volume=VOLUME,
    )


def participant(of: Signer) -> Participant:
    return Participant(
        name=of.person.full_name,
        post=of.person.position,
        id=of.id,
        consented_on=of.consent_on,
        is_external=of.person.external,
    )


def goal(of: Pair) -> str:
    """In short, out of what the pair was made for."""
    found = [words for each in pairs.terms_of(of.pairing) if each.term is Term.AREA and (words := reason(each))]
    return f"профессиональная помощь коллеге: {found[0]}" if found else ""


def act(order: PairOrder | None) -> Act:
    return Act(order.number, order.dated_on) if order else Act()
