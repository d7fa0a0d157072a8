"""Files that should hurt the bot instead of a timetable or a sheet of pairs: in the real worker, refused soon, and
the bot goes on meanwhile.
"""

import asyncio
import random
from collections.abc import AsyncIterator, Callable
from io import BytesIO

import pytest
from openpyxl import load_workbook

from bot.worker import Worker, call
from mentoring.papers import table_reader
from mentoring.papers.pairs_book import build as pairs_book
from mentoring.papers.uploads import FileProblem, FileReason
from mentoring.rules.colleagues import Colleague
from mentoring.rules.pairs_sheet import PairsRead
from mentoring.rules.timetables import TimetableRead
from tests.papers.networks import of_pairs
from tests.papers.test_hostile_tables import (
    LONGEST_WAIT,
    MEGABYTES,
    SECONDS,
    SHEET,
    TEXT,
    Watch,
    bomb,
    laughs,
    twenty_megabytes,
)
from tests.papers.test_pairs_book import BOOK
from tests.papers.workbooks import OLE, with_part, workbook

STAFF = tuple(Colleague(at, f"Соколова Анна{'а' * (at % 20)} Ильинична") for at in range(1, 301))
HEADS = {
    "timetable_reader": (("ФИО", "Понедельник"), ("", "1")),
    "pairs_reader": (("Наставник", "Наставляемый", "Начало"),),
}
READERS = tuple(HEADS)


def with_rows(reader: str, rows: str, more: str = "") -> bytes:
    head = "".join(f"<row>{''.join(TEXT.format(word) for word in row)}</row>" for row in HEADS[reader])
    sheet = SHEET.format(head + rows).replace("</sheetData>", f"</sheetData>{more}")
    return with_part(workbook(("a",)), "xl/worksheets/sheet1.xml", sheet.encode())


def twenty_thousand_rows(reader: str) -> bytes:
    rows = (f"<row>{TEXT.format(f'Ли {at}')}{TEXT.format(at * 7)}</row>" for at in range(20_000))
    return with_rows(reader, "".join(rows))


def far_away(reader: str) -> bytes:
    """One row more, a million rows below."""
    return with_rows(reader, f'<row r="1048576">{TEXT.format("Ли Юн")}</row>')


def merged_all_over(reader: str) -> bytes:
    rows = "".join(f"<row>{TEXT.format(f'Ли {at * 7919}')}{TEXT.format(at * 31)}</row>" for at in range(500))
    merged = '<mergeCells><mergeCell ref="A3:XFD1048576"/><mergeCell ref="A4:XFD1048576"/></mergeCells>'
    return with_rows(reader, rows, merged)


def many_merged(reader: str) -> bytes:
    cells = "".join(f'<mergeCell ref="A{at}:DX{at + 400}"/>' for at in range(3, 90))
    rows = "".join(f"<row>{''.join(TEXT.format(at * place) for place in range(100))}</row>" for at in range(400))
    return with_rows(reader, rows, f"<mergeCells>{cells}</mergeCells>")


HOSTILE: dict[str, tuple[Callable[[str], bytes], FileReason]] = {
    "noise": (lambda _: random.Random(2).randbytes(10 * 2**20), FileReason.NOT_EXCEL),
    "20 MB": (lambda _: twenty_megabytes(), FileReason.TOO_LARGE),
    "a bomb": (lambda _: bomb(), FileReason.TOO_LARGE),
    "entities": (lambda _: laughs(), FileReason.BROKEN),
    "20,000 rows": (twenty_thousand_rows, FileReason.TOO_MANY_ROWS),
    "a row far away": (far_away, FileReason.NO_ROWS),
    "many merged cells": (many_merged, FileReason.MERGED),
    "a password": (lambda _: OLE + bytes(512) + "EncryptedPackage".encode("utf-16-le"), FileReason.PASSWORD),
    "no sheet": (lambda _: with_part(workbook(("a",)), "xl/worksheets/sheet1.xml", b"<no"), FileReason.BROKEN),
}


@pytest.fixture
async def worker() -> AsyncIterator[Worker]:
    started = Worker()
    yield started
    started.close()


async def sent(worker: Worker, reader: str, content: bytes) -> object:
    watch = Watch()
    looking = asyncio.create_task(watch.look())
    found = await worker.run(call, f"mentoring.papers.{reader}:read", (content, STAFF))
    looking.cancel()
    assert watch.grown <= MEGABYTES
    assert watch.longest_wait < LONGEST_WAIT
    assert await worker.run(call, "time:process_time", ()) < SECONDS  # of work: other processes may be busy too
    return found


@pytest.mark.slow
@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize("name", HOSTILE)
async def test_a_hostile_file_is_refused_soon(worker: Worker, reader: str, name: str) -> None:
    make, reason = HOSTILE[name]
    found = await sent(worker, reader, make(reader))
    assert isinstance(found, FileProblem), found
    assert found.reason is reason


@pytest.mark.slow
@pytest.mark.parametrize("reader", READERS)
async def test_cells_merged_to_the_end_of_the_sheet_end_where_the_rows_do(worker: Worker, reader: str) -> None:
    found = await sent(worker, reader, merged_all_over(reader))
    assert isinstance(found, TimetableRead | PairsRead)
    assert found.problems


@pytest.mark.slow
@pytest.mark.parametrize("reader", READERS)
async def test_as_many_unknown_names_as_fit_are_told_soon(worker: Worker, reader: str) -> None:
    most = table_reader.MOST_ROWS - len(HEADS[reader])
    rows = [(f"Соколова Аннна{'а' * (at % 30)} Ильинишна", "Полевой Глеб; " * 20) for at in range(most)]
    found = await sent(worker, reader, workbook(*HEADS[reader], *rows))
    assert isinstance(found, TimetableRead | PairsRead)
    assert len(found.problems) == 100
    assert found.more > 0


@pytest.mark.slow
async def test_each_paper_of_pairs_and_lessons_is_made_in_the_worker(worker: Worker) -> None:
    pairs = "mentoring.papers.pairs_"
    assert await worker.run(call, f"{pairs}book:build", (BOOK,)) == pairs_book(BOOK)
    pages = await worker.run(call, f"{pairs}chart:build", (of_pairs(40),))
    assert [page[:4] for page in pages] == [b"\x89PNG"] * 2
    assert await worker.run(call, f"{pairs}chart:caption", (of_pairs(40),))


def test_macros_and_outer_links_are_never_followed() -> None:
    book = load_workbook(BytesIO(workbook(*HEADS["pairs_reader"])))
    book.worksheets[0]["A2"] = "='http://a.ru/[1.xlsx]Л'!A1"
    target = BytesIO()
    book.save(target)
    table = table_reader.read(target.getvalue(), lambda _: True)
    assert not isinstance(table, FileProblem)
    assert (table.cell(1, 0), table.formulas) == ("", frozenset({(1, 0)}))
