"""Thanks and certificates: who has earned which in a year, by the registry alone, and what is still missing for one."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from mentoring import calendars, declensions, pairs, past_orders, schools
from mentoring.access import Member
from mentoring.past_orders import PastOrder
from mentoring.rules.declension import Cases
from mentoring.rules.text import clean_line
from storage import closed_years, journal, person_work
from storage.person_work import Worked
from storage.tx import Tx
from storage.vocabulary.documents import DocumentKind
from storage.vocabulary.pairs import EndReason, Origin, PairState, ProgrammeResult, Side

THANKS, MENTOR, MENTEE = (
    DocumentKind.THANKS_MENTOR,
    DocumentKind.CERTIFICATE_MENTOR,
    DocumentKind.CERTIFICATE_MENTEE,
)
SIDES: Mapping[DocumentKind, Side] = {THANKS: Side.MENTOR, MENTOR: Side.MENTOR, MENTEE: Side.MENTEE}
EVERYBODY = 0  # in the place of a person's id: the paper of the whole year
_AT_WORK = frozenset({PairState.ORDERED, PairState.ACTIVE, PairState.PAUSED})
_WELL = frozenset({ProgrammeResult.FULL, ProgrammeResult.PART})


class Withheld(StrEnum):
    """Why a paper cannot be made yet."""

    NOT_BEGUN = "not_begun"
    NO_ORDER = "no_order"
    NO_PROGRAMME = "no_programme"
    NOT_FINISHED = "not_finished"


@dataclass(frozen=True, slots=True)
class Honoured:
    """What somebody has done in the year, pair by pair; `cases` is None until their name was looked at."""

    id: int  # the person's
    school_year: int
    full_name: str
    position: str
    works: tuple[Worked, ...]
    cases: Cases | None = None

    @property
    def kinds(self) -> tuple[DocumentKind, ...]:
        sides = {each.side for each in self.works}
        return tuple(kind for kind, side in SIDES.items() if side in sides)

    def told(self, kind: DocumentKind) -> tuple[Worked, ...]:
        """The pairs that the paper is about."""
        of = [each for each in self.works if each.side is SIDES[kind]]
        if kind is THANKS:
            return tuple(each for each in of if each.state is not PairState.ORDERED)
        ordered = [each for each in of if each.number]
        return tuple(ordered if kind is MENTOR else (each for each in ordered if is_finished(each)))

    def withheld(self, kind: DocumentKind) -> Withheld | None:
        """None when it may be made."""
        if self.told(kind):
            return None
        of = [each for each in self.works if each.side is SIDES[kind]]
        if kind is THANKS:
            return Withheld.NOT_BEGUN
        if not any(each.number for each in of):
            return Withheld.NO_ORDER
        return Withheld.NOT_FINISHED if any(each.version for each in of) else Withheld.NO_PROGRAMME

    @property
    def accusative(self) -> str:
        """«Иванову Анну Петровну, учителя», empty while anything of it is only supposed."""
        if self.cases is None or (self.position and self.cases.post is None):
            return ""
        post = self.cases.post.accusative if self.cases.post else ""
        return ", ".join(each for each in (self.cases.name.accusative, post) if each)


@dataclass(frozen=True, slots=True)
class Year:
    """`hidden` have withdrawn or left: nothing is printed of them; `unordered` mentors stand in no order yet."""

    school_year: int
    people: tuple[Honoured, ...]
    hidden: int
    unordered: tuple[str, ...]

    def earned(self, kind: DocumentKind) -> tuple[Honoured, ...]:
        return tuple(each for each in self.people if kind in each.kinds and each.withheld(kind) is None)

    def left_out(self, kind: DocumentKind) -> tuple[Honoured, ...]:
        return tuple(each for each in self.people if kind in each.kinds and each.withheld(kind) is not None)


async def year(tx: Tx, school_id: int, school_year: int) -> Year:
    of = await person_work.of_year(tx, school_id, school_year)
    works: Mapping[int, list[Worked]] = defaultdict(list)
    for each in of:
        if not each.hidden:
            works[each.person_id].append(each)
    cases = await declensions.confirmed(tx, school_id, list(works)) if works else {}
    people = [_honoured(each, school_year, cases) for each in works.values()]
    agreed = await pairs.every(tx, school_id, school_year, (PairState.AGREED,))
    names = {
        each.full_name: None for pair in agreed for each in pair.mentors if each.person_id not in works
    }  # each once, in the order of the pairs
    return Year(school_year, tuple(people), len({each.person_id for each in of if each.hidden}), tuple(names))


async def person(tx: Tx, school_id: int, person_id: int, school_year: int) -> Honoured | None:
    """None of whoever was in no pair of the year, is of another school, or has withdrawn or left."""
    of = await person_work.of_person(tx, school_id, person_id)
    works = [each for each in of if each.school_year == school_year and not each.hidden and each.full_name]
    if not works:
        return None
    return _honoured(works, school_year, await declensions.confirmed(tx, school_id, [person_id]))


async def years(tx: Tx, school_id: int) -> tuple[int, ...]:
    """The present one, then closed ones of which more than numbers is kept."""
    closed = [each.school_year for each in await closed_years.of_school(tx, school_id) if each.archived_at is None]
    return (await schools.year_of(tx, school_id), *closed)


async def years_of(tx: Tx, school_id: int, person_id: int) -> tuple[int, ...]:
    """Of those, the ones in which the person was in a pair at work."""
    worked = {each.school_year for each in await person_work.of_person(tx, school_id, person_id) if not each.hidden}
    return tuple(each for each in await years(tx, school_id) if each in worked)


async def may_order(tx: Tx, member: Member, pairing_id: int) -> bool:
    """A pair at work, or over, that the school has ordered without the bot."""
    pair = await pairs.read(tx, member.school_id, pairing_id)
    worked = pair is not None and (pair.pairing.state in _AT_WORK or pair.pairing.origin is Origin.BROUGHT)
    return pair is not None and worked and pair.pairing.order_id is None


async def put_in_order(tx: Tx, member: Member, pairing_id: int, number: str, dated_on: date, now: datetime) -> bool:
    """False when the pair stands in one already, or this day has not come."""
    calendar = await calendars.of_school(tx, member.school_id, now)
    if dated_on > calendar.local_day(now) or not await may_order(tx, member, pairing_id):
        return False
    await past_orders.put_in(tx, member, pairing_id, PastOrder(clean_line(number), dated_on), now)
    await journal.note(tx, "pair.order.past", school_id=member.school_id, actor_id=member.person_id, now=now)
    return True


def is_finished(of: Worked) -> bool:
    """By what was said of the programme; when nothing was: its term is over, or all of its steps are done."""
    if not of.version:
        return False
    if of.result is not None:
        return of.result in _WELL
    return of.end_reason is EndReason.TERM or 0 < of.steps == of.done


def about(person_id: int, school_year: int) -> str:
    """What the paper is about, as it is kept."""
    return f"{person_id}.{school_year}"


def read_about(text: str) -> tuple[int, int] | None:
    """The person, `EVERYBODY` for all, and the year; None for what is forged."""
    parts = text.split(".")
    if len(parts) != 2 or not all(each.isascii() and each.isdecimal() and len(each) < 19 for each in parts):
        return None
    return int(parts[0]), int(parts[1])


def _honoured(works: Sequence[Worked], school_year: int, cases: Mapping[int, Cases]) -> Honoured:
    first = works[0]
    return Honoured(
        first.person_id, school_year, first.full_name, first.position, tuple(works), cases.get(first.person_id)
    )
