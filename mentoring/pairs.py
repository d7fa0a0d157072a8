"""Pairs and groups: who is in them, where they stand, how they begin."""

import json
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from datetime import date, datetime

from mentoring import calendars
from mentoring.access import Member
from mentoring.rules.matching import Counted, Term
from mentoring.rules.pair_moves import BEGINNINGS, OPEN, TOGETHER, may_move
from mentoring.schools import year_of
from storage import journal, offers, pair_papers, pairs, pairs_book, people, programmes
from storage.offers import Offer
from storage.pair_papers import Paper
from storage.pairs import Pairing, PairMember
from storage.people import Person
from storage.tx import Tx
from storage.vocabulary.pairs import EndReason, Format, Origin, PairKind, PairState, Side

PAGE = 6
MOST_MENTEES = 8  # in a group


@dataclass(frozen=True, slots=True)
class Pair:
    """A pair or group as it is now; `members` are those who are in it."""

    pairing: Pairing
    members: tuple[PairMember, ...]
    gone: tuple[PairMember, ...] = ()

    @property
    def mentors(self) -> tuple[PairMember, ...]:
        return tuple(each for each in self.members if each.side is Side.MENTOR)

    @property
    def mentees(self) -> tuple[PairMember, ...]:
        return tuple(each for each in self.members if each.side is Side.MENTEE)

    def side_of(self, person_id: int) -> Side | None:
        return next((each.side for each in self.members if each.person_id == person_id), None)


@dataclass(frozen=True, slots=True)
class Card:
    """What a coordinator sees of one pair."""

    pair: Pair
    offers: tuple[Offer, ...]
    papers: tuple[Paper, ...]
    terms: tuple[Counted, ...]
    days: int  # working days since it came to its state
    asked: tuple[Person, ...] = ()  # about joining it, and who are not in it


@dataclass(frozen=True, slots=True)
class Board:
    """All pairs of the year by what has to be done about them."""

    lines: tuple[Card, ...]
    counts: Mapping[PairState, int]
    number: int
    pages: int
    ended: bool
    back: bool = False  # an offer came to nothing, and nobody has looked at it
    following: Mapping[int, str] = field(default_factory=dict)  # the next step of a pair's programme, by its id


@dataclass(frozen=True, slots=True)
class Beginning:
    """A pair that is to be."""

    mentors: tuple[int, ...]
    mentees: tuple[int, ...]
    form: Format
    state: PairState
    origin: Origin
    why: str = ""
    terms: tuple[Counted, ...] = ()
    starts_on: date | None = None
    ends_on: date | None = None


async def begin(tx: Tx, member: Member, of: Beginning, now: datetime) -> int:
    """A new pair with its members; ValueError of what is none, PermissionError for people of another school."""
    if of.state not in BEGINNINGS or not of.mentors or not of.mentees or set(of.mentors) & set(of.mentees):
        raise ValueError("no pair begins so")
    for person_id in (*of.mentors, *of.mentees):
        if await people.of_school(tx, person_id, member.school_id) is None:
            raise PermissionError("somebody of another school")
    pairing_id = await pairs.add(
        tx,
        school_id=member.school_id,
        school_year=await year_of(tx, member.school_id),
        kind=PairKind.GROUP if len(of.mentees) > 1 else PairKind.PAIR,
        form=of.form,
        state=of.state,
        origin=of.origin,
        why=of.why,
        terms=written(of.terms),
        starts_on=of.starts_on,
        ends_on=of.ends_on,
        by=member.person_id,
        now=now,
    )
    for side, whom in ((Side.MENTOR, of.mentors), (Side.MENTEE, of.mentees)):
        for person_id in whom:
            await pairs.add_member(tx, pairing_id, person_id, side, now)
    await pairs.note_move(tx, pairing_id, of.state, by=member.person_id, now=now)
    await journal.note(tx, f"pair.{of.state}", school_id=member.school_id, actor_id=member.person_id, now=now)
    return pairing_id


async def move(tx: Tx, pairing: Pairing, after: PairState, *, by: int | None, now: datetime, reason: str = "") -> bool:
    """False when there is no such move, or somebody was quicker."""
    if not may_move(pairing.state, after) or after is PairState.ENDED:
        return False
    if not await pairs.move(tx, pairing.id, pairing.state, after, now):
        return False
    await pairs.note_move(tx, pairing.id, after, by=by, now=now, reason=reason)
    await journal.note(tx, f"pair.{after}", school_id=pairing.school_id, actor_id=by, now=now)
    return True


async def end(tx: Tx, pairing: Pairing, reason: EndReason, on: date, *, by: int | None, now: datetime) -> bool:
    """Nothing of it waits for an answer any more, and its programme is closed; False when it was over."""
    if not await pairs.end(tx, pairing.id, reason, on, now):
        return False
    await offers.call_back(tx, pairing.id, now)
    await programmes.close(tx, pairing.id)
    await pairs.note_move(tx, pairing.id, PairState.ENDED, by=by, now=now, reason=reason)
    await journal.note(tx, f"pair.ended.{reason}", school_id=pairing.school_id, actor_id=by, now=now)
    return True


async def work_as(tx: Tx, member: Member, pairing_id: int, form: Format) -> bool:
    """False when the pair is over, or is no pair of this school."""
    pairing = await pairs.get(tx, pairing_id, member.school_id)
    return pairing is not None and bool(await pairs.set_format(tx, pairing_id, form))


async def read(tx: Tx, school_id: int, pairing_id: int) -> Pair | None:
    """A pair of this school; None when there is none."""
    pairing = await pairs.get(tx, pairing_id, school_id)
    return (await _with_members(tx, [pairing]))[0] if pairing else None


async def own(tx: Tx, member: Member) -> tuple[Pair, ...]:
    """Those that the person is in now and everybody has said yes to."""
    found = [each for each in await pairs.open_of(tx, member.person_id) if each.state in TOGETHER]
    return tuple(await _with_members(tx, found))


async def own_one(tx: Tx, member: Member, pairing_id: int) -> Pair | None:
    """One's own pair, while one is in it: an ended pair, or one that was left, is seen no more."""
    return next((each for each in await own(tx, member) if each.pairing.id == pairing_id), None)


async def card(tx: Tx, member: Member, pairing_id: int, now: datetime) -> Card | None:
    pair = await read(tx, member.school_id, pairing_id)
    return (await _cards(tx, member, [pair], now))[0] if pair else None


async def board(tx: Tx, member: Member, number: int, now: datetime, *, ended: bool = False) -> Board:
    year = await year_of(tx, member.school_id)
    counts = Counter({each.state: each.pairs for each in await pairs.counts(tx, member.school_id, year)})
    states = [PairState.ENDED] if ended else sorted(OPEN)
    total = sum(counts[state] for state in states)
    pages = max(1, -(-total // PAGE))
    number = min(max(number, 0), pages - 1)
    found = await pairs.page(tx, member.school_id, year, states, offset=number * PAGE, limit=PAGE)
    lines = await _cards(tx, member, await _with_members(tx, found), now)
    back = bool(await offers.unseen(tx, member.school_id, year))
    following = {each.pairing_id: each.activity for each in await pairs_book.next_steps(tx, member.school_id, year)}
    return Board(tuple(lines), counts, number, pages, ended, back, following)


async def every(tx: Tx, school_id: int, school_year: int, states: Sequence[PairState]) -> list[Pair]:
    found = await pairs.page(tx, school_id, school_year, states, offset=0, limit=10_000)
    return await _with_members(tx, found)


async def _with_members(tx: Tx, found: Sequence[Pairing]) -> list[Pair]:
    by_pair: Mapping[int, list[PairMember]] = defaultdict(list)
    for each in await pairs.members(tx, [of.id for of in found]) if found else []:
        by_pair[each.pairing_id].append(each)
    return [
        Pair(
            of,
            tuple(each for each in by_pair[of.id] if each.left_at is None),
            tuple(each for each in by_pair[of.id] if each.left_at is not None),
        )
        for of in found
    ]


async def _cards(tx: Tx, member: Member, found: Sequence[Pair], now: datetime) -> list[Card]:
    calendar = await calendars.of_school(tx, member.school_id, now)
    today = calendar.local_day(now)
    papers: Mapping[int, list[Paper]] = defaultdict(list)
    for paper in await pair_papers.of_pairs(tx, [of.pairing.id for of in found]) if found else []:
        papers[paper.pairing_id].append(paper)
    cards = []
    for of in found:
        offered = await offers.of_pair(tx, of.pairing.id)
        days = calendar.working_days_between(calendar.local_day(of.pairing.state_at), today)
        outside = await _outside(tx, of, offered)
        cards.append(Card(of, tuple(offered), tuple(papers[of.pairing.id]), terms_of(of.pairing), days, tuple(outside)))
    return cards


async def _outside(tx: Tx, of: Pair, offered: Sequence[Offer]) -> list[Person]:
    """A further mentor is in the pair with their yes: until then they are only asked."""
    inside = {each.person_id for each in (*of.members, *of.gone)}
    asked = [each.person_id for each in offered if each.person_id not in inside]
    found = [await people.of_school(tx, each, of.pairing.school_id) for each in asked]
    return [each for each in found if each is not None]


def written(terms: Sequence[Counted]) -> str:
    return json.dumps([asdict(each) for each in terms], ensure_ascii=False)


def terms_of(pairing: Pairing) -> tuple[Counted, ...]:
    """What spoke for the pair when it was decided."""
    return tuple(Counted(Term(each["term"]), each["points"], tuple(each["keys"])) for each in json.loads(pairing.terms))


__all__ = [
    "Beginning",
    "Board",
    "Card",
    "Pair",
    "PairMember",
    "Person",
    "begin",
    "board",
    "card",
    "end",
    "every",
    "move",
    "own",
    "own_one",
    "read",
    "terms_of",
    "work_as",
    "written",
]
