"""Orders on pairs as they were signed: who was in each pair on that day, with the number and the date."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from mentoring import calendars, pair_files, pairs
from mentoring import pair_paper_words as words
from mentoring.pairs import Pair
from mentoring.papers.folder_values import FolderPaper
from mentoring.papers.pair_values import AssignOrder, ChangeOrder, EndOrder, OrderHead
from mentoring.year_end.folder_names import plain
from storage import pair_orders, year_end
from storage.pair_orders import PairOrder
from storage.tx import Tx
from storage.vocabulary.pairs import OrderKind

_NAMES = {OrderKind.ASSIGN: "о закреплении пар", OrderKind.CHANGE: "об изменениях", OrderKind.END: "о прекращении"}
_BUILDERS = {OrderKind.ASSIGN: "assign", OrderKind.CHANGE: "change", OrderKind.END: "end"}


async def papers(tx: Tx, school_id: int, school_year: int, stage: int, now: datetime) -> list[FolderPaper]:
    """A copy of each by the bot's data; the one with the signature lies in the school."""
    found = await pair_orders.of_school(tx, school_id, school_year)
    hidden = set(await year_end.withdrawn(tx, school_id))
    made = [await _paper(tx, school_id, each, stage, hidden, now) for each in found[::-1]]
    return [each for each in made if each is not None]


async def _paper(
    tx: Tx, school_id: int, order: PairOrder, stage: int, hidden: set[int], now: datetime
) -> FolderPaper | None:
    inside = [await pairs.read(tx, school_id, each) for each in await pair_orders.lines(tx, order.id)]
    found = [_as_of(each, order.signed_at or now, hidden) for each in inside if each is not None]
    found = [each for each in found if each.members]
    if not found or order.dated_on is None:
        return None
    value = await _value(tx, school_id, order, found, now)
    name = f"Приказ № {plain(order.number)} от {order.dated_on:%d.%m.%Y} {_NAMES[order.kind]}, копия.docx"
    return FolderPaper(stage, name, f"mentoring.papers.pair_order:{_BUILDERS[order.kind]}", (value,))


def _as_of(of: Pair, at: datetime, hidden: set[int]) -> Pair:
    """Whoever was in it then, but for those who have withdrawn: they are named nowhere."""
    everybody = [each for each in (*of.members, *of.gone) if each.person_id not in hidden and each.full_name]
    here = [each for each in everybody if each.joined_at <= at and (each.left_at is None or each.left_at > at)]
    return replace(of, members=tuple(here or everybody), gone=())


async def _value(
    tx: Tx, school_id: int, order: PairOrder, found: Sequence[Pair], now: datetime
) -> AssignOrder | ChangeOrder | EndOrder:
    school = replace(await words.school(tx, school_id), school_year=order.school_year)
    regulation = await pair_files.regulation(tx, school_id)
    head = OrderHead(school=school, number=order.number, dated_on=order.dated_on, is_draft=False, regulation=regulation)
    day = order.dated_on or now.date()
    calendar = await calendars.of_school(tx, school_id, now)
    due = calendar.add_working_days(day, pair_files.PROGRAMMES_WITHIN)
    match order.kind:
        case OrderKind.ASSIGN:
            return AssignOrder(
                head=head, pairs=await pair_files.as_papers(tx, school_id, found, day), programmes_due_on=due
            )
        case OrderKind.CHANGE:
            changes = await pair_files.changes(tx, school_id, found, day)
            return ChangeOrder(head=head, changes=tuple(changes), programmes_due_on=due)
        case OrderKind.END:
            return EndOrder(head=head, endings=tuple(await pair_files.endings(tx, school_id, found)))
