"""Files that should hurt the bot, in the real worker process: each is refused soon, and the bot goes on meanwhile."""

import asyncio
import random
from collections.abc import AsyncIterator, Callable
from io import BytesIO
from pathlib import Path
from resource import getpagesize
from zipfile import ZIP_STORED, ZipFile

import pytest
from openpyxl import Workbook, load_workbook

from bot.worker import Worker, call
from mentoring import files
from mentoring.papers.form_reader import MOST_ROWS
from mentoring.papers.uploads import FileProblem, FileReason
from tests.papers.questionnaires import DICTIONARIES
from tests.papers.workbooks import OLE, archive, with_part, workbook

SECONDS = 5.0
MEGABYTES = 50
LONGEST_WAIT = 0.2
TICK = 0.01

HEADINGS = ("type", "name", "label")
PLAIN = workbook(HEADINGS, ("text", "goal", "Чего вы ждёте?"), title="survey")
SHEET = (
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>{}</sheetData></worksheet>'
)
TEXT = '<c t="inlineStr"><is><t>{}</t></is></c>'


def with_rows(rows: str) -> bytes:
    return with_part(PLAIN, "xl/worksheets/sheet1.xml", SHEET.format(rows).encode())


def hundred_thousand_rows() -> bytes:
    head = "".join(TEXT.format(word) for word in HEADINGS)
    lines = "".join(
        f"<row>{TEXT.format('text')}{TEXT.format(f'q{at}')}{TEXT.format(f'Вопрос {at}')}</row>" for at in range(100_000)
    )
    sheet = SHEET.format(f"<row>{head}</row>{lines}").replace("<sheetData>", '<dimension ref="A1:C100001"/><sheetData>')
    return with_part(PLAIN, "xl/worksheets/sheet1.xml", sheet.encode())


def one_row_without_end() -> bytes:
    return with_rows(f"<row>{''.join(f'<c><v>{at}</v></c>' for at in range(600_000))}</row>")


def two_million_texts() -> bytes:
    texts = "".join(f"<si><t>{at}</t></si>" for at in range(2_000_000))
    table = f'<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">{texts}</sst>'
    return with_part(PLAIN, "xl/sharedStrings.xml", table.encode())


def twenty_megabytes() -> bytes:
    target = BytesIO(PLAIN)
    with ZipFile(target, "a", ZIP_STORED) as made:
        made.writestr("xl/media/image1.png", random.Random(1).randbytes(20 * 2**20))
    return target.getvalue()


def bomb() -> bytes:
    return archive({"xl/workbook.xml": b"<workbook/>", "xl/worksheets/sheet1.xml": bytes(45 * 2**20)})


def laughs() -> bytes:
    nested = "".join(f'<!ENTITY l{at} "{f"&l{at - 1};" * 10}">' for at in range(1, 9))
    entities = f'<?xml version="1.0"?><!DOCTYPE l [<!ENTITY l0 "ха">{nested}]>'
    return with_part(PLAIN, "xl/worksheets/sheet1.xml", f"{entities}{SHEET.format('&l8;')}".encode())


def changed(change: Callable[[Workbook], object]) -> bytes:
    book = load_workbook(BytesIO(PLAIN))
    change(book)
    target = BytesIO()
    book.save(target)
    return target.getvalue()


def formula(book: Workbook, said: str) -> None:
    book["survey"]["C2"] = said


def hide(book: Workbook) -> None:
    book.create_sheet("Заметки")
    book["survey"].sheet_state = "hidden"


HOSTILE: dict[str, tuple[Callable[[], bytes], FileProblem]] = {
    "noise": (lambda: random.Random(2).randbytes(20 * 2**20), FileProblem(FileReason.NOT_EXCEL)),
    "20 MB": (twenty_megabytes, FileProblem(FileReason.TOO_LARGE)),
    "a bomb": (bomb, FileProblem(FileReason.TOO_LARGE)),
    "entities": (laughs, FileProblem(FileReason.BROKEN)),
    "100,000 rows": (hundred_thousand_rows, FileProblem(FileReason.TOO_MANY_ROWS, MOST_ROWS, ("survey",))),
    "a row without end": (one_row_without_end, FileProblem(FileReason.TOO_LARGE)),
    "2,000,000 texts": (two_million_texts, FileProblem(FileReason.TOO_LARGE)),
    "merged headings": (
        lambda: changed(lambda book: book["survey"].merge_cells("B1:C1")),
        FileProblem(FileReason.MERGED, seen=("survey", "B1")),
    ),
    "a hidden sheet": (lambda: changed(hide), FileProblem(FileReason.HIDDEN_SHEET, seen=("survey",))),
    "a formula": (
        lambda: changed(lambda book: formula(book, "=1+1")),
        FileProblem(FileReason.FORMULA, seen=("survey", "C2")),
    ),
    "an external link": (
        lambda: changed(lambda book: formula(book, "='http://a.ru/[1.xlsx]Л'!A1")),
        FileProblem(FileReason.FORMULA, seen=("survey", "C2")),
    ),
    "a password": (
        lambda: OLE + bytes(512) + "EncryptedPackage".encode("utf-16-le"),
        FileProblem(FileReason.PASSWORD),
    ),
}


class Watch:
    """The bot's own process while the worker works: how long its loop was stuck, how much larger it has grown."""

    def __init__(self) -> None:
        self.longest_wait = 0.0
        self.grown = 0.0
        self._before = resident()

    async def look(self) -> None:
        loop = asyncio.get_running_loop()
        while True:
            began = loop.time()
            await asyncio.sleep(TICK)
            self.longest_wait = max(self.longest_wait, loop.time() - began - TICK)
            self.grown = max(self.grown, resident() - self._before)


def resident() -> float:
    """Megabytes."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * getpagesize() / 2**20


@pytest.fixture
async def worker() -> AsyncIterator[Worker]:
    started = Worker()
    yield started
    started.close()


@pytest.mark.slow
@pytest.mark.parametrize("name", HOSTILE)
async def test_a_hostile_file_is_refused_soon_and_the_bot_answers_meanwhile(worker: Worker, name: str) -> None:
    make, refusal = HOSTILE[name]
    content, staff = make(), files.dictionaries()
    watch = Watch()
    looking = asyncio.create_task(watch.look())
    found = await worker.run(call, "mentoring.papers.worker:sent_table", (content, staff, (), DICTIONARIES))
    looking.cancel()
    assert found == refusal
    assert await worker.run(call, "time:process_time", ()) < SECONDS  # of work: other processes may be busy too
    assert watch.grown <= MEGABYTES
    assert watch.longest_wait < LONGEST_WAIT
