"""Practice cards looked at: the library by area and word, one's own, those that wait for a coordinator."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from mentoring import answered, materials, schools
from mentoring.access import Member
from mentoring.practices import promising
from mentoring.practices.model import FORM, FOUND, PAGE, SURVEY, Card
from mentoring.rules import practices as rules
from mentoring.rules.calendar import SchoolCalendar
from storage import practices, runs
from storage.practices import CardRow, Counts, Line
from storage.tx import Tx
from storage.vocabulary.practices import CardState, Publish


@dataclass(frozen=True, slots=True)
class Home:
    """`areas` has every area in the order of the buttons, `own` counts the person's cards."""

    areas: Mapping[str, int]
    total: int
    own: int
    is_begun: bool  # a card is half written


@dataclass(frozen=True, slots=True)
class LinesPage:
    """A page of the library; an empty area is all of it."""

    area: str
    lines: tuple[Line, ...]
    total: int
    number: int
    pages: int


@dataclass(frozen=True, slots=True)
class Own:
    """`promised` is what the last survey says of a practice; None when there is nothing to be made a card of."""

    cards: tuple[CardRow, ...]
    is_begun: bool
    promised: str | None


@dataclass(frozen=True, slots=True)
class Desk:
    """What a coordinator has to do with cards: those of one state, by pages; `promised` who has long meant to write."""

    state: CardState
    cards: tuple[CardRow, ...]
    counts: Counts
    number: int
    pages: int
    promised: tuple[str, ...] = ()


async def home(tx: Tx, member: Member) -> Home:
    counted: Counter[str] = Counter()
    total = 0
    for each in await practices.areas_counted(tx, member.school_id):
        counted.update(dict.fromkeys(each.areas, each.many))
        total += each.many
    own = await practices.by_author(tx, member.person_id)
    return Home({key: counted[key] for key in materials.areas()}, total, len(own), await _is_begun(tx, member))


async def page(tx: Tx, member: Member, area: str, number: int) -> LinesPage:
    area = area if area in materials.areas() else ""
    counted = await practices.areas_counted(tx, member.school_id)
    total = sum(each.many for each in counted if not area or area in each.areas)
    number, pages = _place(number, total)
    lines = await practices.of_area(tx, member.school_id, area, offset=number * PAGE, limit=PAGE)
    return LinesPage(area, tuple(lines), total, number, pages)


async def find(tx: Tx, member: Member, typed: str) -> list[Line]:
    """By the beginnings of words, one more than is shown."""
    beginnings = rules.beginnings(typed)
    if beginnings is None:
        return []
    return await practices.search(tx, member.school_id, beginnings, limit=FOUND + 1)


async def one(tx: Tx, member: Member, card_id: int) -> Card | None:
    """A card that this person may read, else None: nothing of it leaks. What was taken back is its author's alone."""
    row = await practices.get(tx, card_id, member.school_id)
    if row is None:
        return None
    is_own = row.author_id == member.person_id
    decides = member.coordinates and row.state is not CardState.TAKEN_BACK
    in_library = row.state is CardState.ACCEPTED and row.publish is not Publish.NEVER
    if not (is_own or decides or in_library):
        return None
    edits = await practices.edits(tx, card_id) if is_own or decides else []
    return Card(row, tuple(edits), is_own, decides)


async def own(tx: Tx, member: Member) -> Own:
    cards = await practices.by_author(tx, member.person_id)
    return Own(tuple(cards), await _is_begun(tx, member), await _promised(tx, member, cards))


async def count_returned(tx: Tx, member: Member) -> int:
    """Of one's own cards, those that wait for an answer to a question."""
    return sum(each.state is CardState.RETURNED for each in await practices.by_author(tx, member.person_id))


async def promised(tx: Tx, member: Member) -> str | None:
    """What they have written of a practice, perhaps nothing.

    None when none was promised this year, or a card was made since.
    """
    return await _promised(tx, member, await practices.by_author(tx, member.person_id))


async def _promised(tx: Tx, member: Member, cards: Sequence[CardRow]) -> str | None:
    found = await answered.own(tx, member, SURVEY)
    if found is None or not found.sent or found.answers.get("practice") is not True:
        return None
    year = await schools.year_of(tx, member.school_id)
    begun = SchoolCalendar.first_moment(year, member.zone)
    if found.run.submitted_at is None or found.run.submitted_at < begun or any(of.school_year == year for of in cards):
        return None
    return str(found.answers.get("practice_text") or "")


async def _is_begun(tx: Tx, member: Member) -> bool:
    return await runs.open_run(tx, person_id=member.person_id, form_key=FORM) is not None


async def desk(tx: Tx, member: Member, state: CardState, number: int, now: datetime) -> Desk:
    year = await schools.year_of(tx, member.school_id)
    counts = await practices.counts(tx, member.school_id, year)
    of_state = {CardState.SENT: counts.sent, CardState.RETURNED: counts.returned, CardState.ACCEPTED: counts.accepted}
    number, pages = _place(number, of_state.get(state, 0))
    cards = await practices.in_state(tx, member.school_id, state, year, offset=number * PAGE, limit=PAGE)
    late = await promising.late(tx, member.school_id, now) if state is CardState.SENT else ()
    return Desk(state, tuple(cards), counts, number, pages, tuple(each.full_name for each in late))


def _place(number: int, total: int) -> tuple[int, int]:
    pages = max(1, -(-total // PAGE))
    return min(max(number, 0), pages - 1), pages
