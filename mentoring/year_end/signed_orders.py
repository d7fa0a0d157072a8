"""Orders on pairs as they were signed: who was in each pair on that day, with the number and the date."""

from datetime import datetime

from mentoring.documents import look_at, printing
from mentoring.pair_orders import DOCUMENTS
from mentoring.papers.folder_values import FolderPaper
from mentoring.year_end.folder_names import plain
from storage import pair_orders
from storage.pair_orders import PairOrder
from storage.tx import Tx
from storage.vocabulary.pairs import OrderKind

_NAMES = {OrderKind.ASSIGN: "о закреплении пар", OrderKind.CHANGE: "об изменениях", OrderKind.END: "о прекращении"}


async def papers(tx: Tx, school_id: int, school_year: int, stage: int, now: datetime) -> list[FolderPaper]:
    """A copy of each by the bot's data; the one with the signature lies in the school."""
    found = await pair_orders.of_school(tx, school_id, school_year)
    made = [await _paper(tx, school_id, each, stage, now) for each in found[::-1]]
    return [each for each in made if each is not None]


async def _paper(tx: Tx, school_id: int, order: PairOrder, stage: int, now: datetime) -> FolderPaper | None:
    seen = await look_at(tx, school_id, DOCUMENTS[order.kind], str(order.id), now)
    if seen is None or order.dated_on is None:
        return None
    name = f"Приказ № {plain(order.number)} от {order.dated_on:%d.%m.%Y} {_NAMES[order.kind]}, копия.docx"
    values = {**seen.filled.values, **printing.register(seen.signed)}
    template = await printing.own_template(tx, school_id, seen)
    arguments = (seen.outline.kind.value, template, values, (printing.COPY,))
    return FolderPaper(stage, name, "mentoring.papers.templates.worker:document", arguments)
