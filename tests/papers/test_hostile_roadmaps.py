"""Files that pretend to be a roadmap and are after the worker's time or memory; each is refused soon in a real one."""

import asyncio
import random
from collections.abc import AsyncIterator, Callable

import pytest

from bot.worker import Worker, call
from mentoring.papers.roadmap_reader import MOST_XML
from mentoring.papers.uploads import MOST_ENTRIES, FileProblem, FileReason
from tests.papers.word_files import ROW, WORD, body, noise, row_xml, stored, stored_body, table_xml, with_table
from tests.papers.workbooks import archive, with_part
from tests.rules.roadmap_tables import HEADINGS

SECONDS = 5.0
MEGABYTES = 250  # of address space, most of it the interpreter's and its libraries'

HOSTILE: dict[str, tuple[Callable[[], bytes], FileReason]] = {
    "noise": (lambda: random.Random(2).randbytes(20 * 2**20), FileReason.NOT_WORD),
    "20 MB": (lambda: stored("word/media/1.png", random.Random(1).randbytes(20 * 2**20)), FileReason.TOO_LARGE),
    "a bomb": (lambda: archive({"word/document.xml": bytes(45 * 2**20)}), FileReason.TOO_LARGE),
    "many entries": (
        lambda: archive({"word/document.xml": b"<a/>"} | {f"word/{at}.xml": b"" for at in range(MOST_ENTRIES)}),
        FileReason.TOO_LARGE,
    ),
    "100,000 paragraphs": (
        lambda: body("".join(f"<w:p><w:r><w:t>Абзац {at}</w:t></w:r></w:p>" for at in range(100_000))),
        FileReason.TOO_LARGE,
    ),
    "100,000 empty paragraphs": (
        lambda: stored_body("<w:p/>" * 100_000),
        FileReason.TOO_LARGE,
    ),
    "5,000 rows": (lambda: body(table_xml(5_000)), FileReason.TOO_MANY_ROWS),
    "one long text": (lambda: body(f"<w:tbl>{row_xml(noise(2**20))}</w:tbl>"), FileReason.TOO_LARGE),
    "a part without end": (lambda: body(f"<w:p>{noise(MOST_XML)}</w:p>"), FileReason.TOO_LARGE),
    "a deep nest": (
        lambda: stored_body("<w:tbl><w:tr><w:tc>" * 5_000 + "</w:tc></w:tr></w:tbl>" * 5_000),
        FileReason.BROKEN,
    ),
    "many lists": (
        lambda: with_part(with_table(HEADINGS), "word/numbering.xml", lists_without_end()),
        FileReason.TOO_LARGE,
    ),
}


def lists_without_end() -> bytes:
    numbers = "".join(f"<w:num w:numId='{at}'/>" for at in range(250_000))
    return f"<w:numbering {WORD}>{numbers}</w:numbering>".encode()


@pytest.fixture
async def worker() -> AsyncIterator[Worker]:
    started = Worker()
    yield started
    started.close()


@pytest.mark.slow
@pytest.mark.parametrize("name", HOSTILE)
async def test_a_hostile_file_is_refused_soon_in_the_worker(worker: Worker, name: str) -> None:
    make, reason = HOSTILE[name]
    content = await asyncio.to_thread(make)
    found = await worker.run(call, "mentoring.papers.roadmap_reader:read", (content,))
    assert isinstance(found, FileProblem)
    assert found.reason is reason
    assert await worker.run(call, "time:process_time", ()) < SECONDS
    assert await worker.run(call, "tests.machine.hostile:largest_size", ()) < MEGABYTES


async def test_the_tables_come_back_from_the_worker(worker: Worker) -> None:
    content = with_table(HEADINGS, ROW)
    assert await worker.run(call, "mentoring.papers.roadmap_reader:read", (content,)) == ((HEADINGS, ROW),)
