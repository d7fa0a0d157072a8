"""Papers of pairs: whose written consent is in, and what the orders and the sheets to be signed say."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from mentoring import calendars, pairs
from mentoring.access import Member
from mentoring.pairs import Pair, PairMember
from mentoring.rules.pair_moves import TOGETHER
from mentoring.schools import year_of
from storage import journal, pair_papers
from storage import pairs as rows
from storage.pair_papers import Paper
from storage.tx import Tx
from storage.vocabulary.pairs import PairPaper, PairPaperState, Side

PAGE = 8


@dataclass(frozen=True, slots=True)
class Signer:
    """Somebody of a pair with what they sign; `agreement` is asked of a mentor who is an employee."""

    pair: Pair
    person: PairMember
    consent: PairPaperState
    consent_on: date | None
    agreement: PairPaperState | None
    agreement_on: date | None

    @property
    def id(self) -> int:
        return self.person.person_id

    @property
    def is_settled(self) -> bool:
        return self.person.external or self.consent in (PairPaperState.RECEIVED, PairPaperState.NOT_NEEDED)


@dataclass(frozen=True, slots=True)
class SignersPage:
    lines: tuple[Signer, ...]
    settled: int
    total: int
    number: int
    pages: int


async def page(tx: Tx, member: Member, number: int) -> SignersPage:
    """Everybody of the pairs that are agreed on or at work; whose sheet is missing comes first."""
    found = sorted(await _signers(tx, member.school_id), key=lambda each: each.is_settled)
    pages = max(1, -(-len(found) // PAGE))
    number = min(max(number, 0), pages - 1)
    settled = sum(each.is_settled for each in found)
    return SignersPage(tuple(found[number * PAGE : (number + 1) * PAGE]), settled, len(found), number, pages)


async def of_pair(tx: Tx, member: Member, pairing_id: int) -> tuple[Signer, ...]:
    pair = await pairs.read(tx, member.school_id, pairing_id)
    return tuple(await signers(tx, [pair])) if pair else ()


async def unsigned(tx: Tx, school_id: int) -> tuple[Signer, ...]:
    return tuple(each for each in await _signers(tx, school_id) if not each.is_settled)


async def has_external(tx: Tx, school_id: int) -> bool:
    """Is any mentor of these pairs from outside?"""
    return any(each.person.external for each in await _signers(tx, school_id))


async def mark(
    tx: Tx,
    member: Member,
    pairing_id: int,
    person_id: int,
    kind: PairPaper,
    state: PairPaperState,
    now: datetime,
) -> bool:
    """False when it is so already, or nobody of this pair is meant."""
    pair = await pairs.read(tx, member.school_id, pairing_id)
    side = pair.side_of(person_id) if pair else None
    if side is None or (kind is PairPaper.AGREEMENT and side is not Side.MENTOR):
        return False
    calendar = await calendars.of_school(tx, member.school_id, now)
    put = await pair_papers.put(
        tx,
        pairing_id=pairing_id,
        person_id=person_id,
        kind=kind,
        state=state,
        received_on=calendar.local_day(now) if state is PairPaperState.RECEIVED else None,
        by=member.person_id,
        now=now,
    )
    if put:
        act = f"pair.paper.{kind}.{state}"
        await journal.note(tx, act, school_id=member.school_id, actor_id=member.person_id, person_id=person_id, now=now)
    return bool(put)


async def set_external(tx: Tx, member: Member, pairing_id: int, person_id: int, *, external: bool) -> bool:
    """A mentor from outside signs none of the labour code's papers: a contract is a lawyer's work."""
    pair = await pairs.read(tx, member.school_id, pairing_id)
    if pair is None or pair.side_of(person_id) is not Side.MENTOR:
        return False
    return bool(await rows.set_external(tx, pairing_id, person_id, external=external))


async def _signers(tx: Tx, school_id: int) -> list[Signer]:
    year = await year_of(tx, school_id)
    return await signers(tx, await pairs.every(tx, school_id, year, sorted(TOGETHER)))


async def signers(tx: Tx, found: Sequence[Pair]) -> list[Signer]:
    """Everybody who is in one of these pairs."""
    papers: Mapping[tuple[int, int], dict[PairPaper, Paper]] = defaultdict(dict)
    for each in await pair_papers.of_pairs(tx, [of.pairing.id for of in found]) if found else []:
        papers[each.pairing_id, each.person_id][each.kind] = each
    return [_signer(of, person, papers[of.pairing.id, person.person_id]) for of in found for person in of.members]


def _signer(pair: Pair, person: PairMember, papers: Mapping[PairPaper, Paper]) -> Signer:
    consent, agreement = papers.get(PairPaper.CONSENT), papers.get(PairPaper.AGREEMENT)
    signs = person.side is Side.MENTOR and not person.external
    return Signer(
        pair,
        person,
        consent.state if consent else PairPaperState.TO_PRINT,
        consent.received_on if consent else None,
        (agreement.state if agreement else PairPaperState.TO_PRINT) if signs else None,
        agreement.received_on if agreement else None,
    )
