"""T32 and T33: what an attacker sends, as a workbook and as a document, to the real worker."""

import asyncio
import random
import struct
import zlib
from collections.abc import Callable
from functools import cache
from io import BytesIO
from time import perf_counter
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from bot.worker import TASK_SECONDS, TooHeavy, Worker, call
from mentoring import files
from mentoring.papers.templates.found import TemplateFound
from mentoring.papers.uploads import FileProblem
from tests.bench.figures import at_most
from tests.papers.questionnaires import DICTIONARIES
from tests.papers.templates.samples import REGULATION, paragraphs
from tests.papers.test_hostile_tables import Watch, twenty_megabytes
from tests.papers.workbooks import archive
from tests.soak.measuring import Measured

MOST_SECONDS, MOST_MB = 5.0, 50.0
TABLE, DOCUMENT = "mentoring.papers.worker:sent_table", "mentoring.papers.roadmap_sent:sent_document"
TEMPLATE = "mentoring.papers.templates.worker:sent_template"


@cache
def bomb() -> bytes:
    """1.3 MB that are 1.3 GB."""
    target = BytesIO(archive({"xl/workbook.xml": b"<workbook/>"}))
    with ZipFile(target, "a", ZIP_DEFLATED) as made:
        for name in ("word/document.xml", "xl/worksheets/sheet1.xml"):
            with made.open(name, "w") as part:
                for _ in range(650):
                    part.write(bytes(2**20))
    return target.getvalue()


def nested() -> bytes:
    inner = archive({"xl/workbook.xml": bytes(2**20)})
    for _ in range(6):
        inner = archive(
            {f"{at}.xlsx": inner for at in range(8)} | {"xl/workbook.xml": b"<a/>", "word/document.xml": inner}
        )
    return inner


def picture() -> bytes:
    """A PNG of 30,000 by 30,000, of which a line is there."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = chunk(b"IHDR", struct.pack(">IIBBBBB", 30_000, 30_000, 8, 2, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", zlib.compress(bytes(90_001))) + chunk(b"IEND", b"")


FILES: dict[str, Callable[[], bytes]] = {
    "21 MB": lambda: twenty_megabytes() + bytes(2**20),
    "a bomb": bomb,
    "a nested archive": nested,
    "a program": lambda: b"\x7fELF\x02\x01" + random.Random(1).randbytes(2**20),
    "a picture": picture,
}


@pytest.mark.soak
@pytest.mark.parametrize("function", [TABLE, DOCUMENT], ids=["as a workbook", "as a document"])
@pytest.mark.parametrize("name", FILES)
async def test_a_hostile_file_is_refused_with_a_reason(name: str, function: str, measured: Measured) -> None:
    content, worker = await asyncio.to_thread(FILES[name]), Worker()
    arguments = (files.dictionaries(), (), DICTIONARIES) if function == TABLE else ()
    try:
        await worker.run(call, "time:process_time", ())  # the process is there
        watch = Watch()
        looking, began = asyncio.create_task(watch.look()), perf_counter()
        found = await worker.run(call, function, (content, *arguments))
        seconds = perf_counter() - began
        looking.cancel()
    finally:
        worker.close()
    assert isinstance(found, FileProblem)
    note = f"{len(content) / 2**20:.1f} MB, {found.reason}"
    measured(at_most(f"{name}, refused", seconds, MOST_SECONDS, "s", note=note))
    measured(at_most(f"{name}, the bot has grown by", watch.grown, MOST_MB, "MB"))


RUNAWAYS = (
    "{% for a in range(10**9) %}x{% endfor %}",
    "{% for пара in пары %}{% for другая in пары %}x{% endfor %}{% endfor %}",
    "{{ 9**9**9 }}",
    "{{ 'x' * 10**10 }}",
    "{{ школа.__class__.__mro__[1].__subclasses__() }}",
    "{{ школа.__init__.__globals__ }}",
    "{{ self._TemplateReference__context }}",
    "{% include '/etc/passwd' %}",
    "{% set a = cycler.__init__.__globals__.os.popen('id') %}",
)


@pytest.mark.soak
async def test_a_template_that_never_ends_or_looks_behind_is_refused(measured: Measured) -> None:
    worker, longest, accepted = Worker(), 0.0, list[str]()
    try:
        for text in RUNAWAYS:
            began = perf_counter()
            try:
                found = await worker.run(call, TEMPLATE, (paragraphs(text), REGULATION))
            except TooHeavy:
                found = None
            longest = max(longest, perf_counter() - began)
            if isinstance(found, TemplateFound) and not found.problems:
                accepted.append(text)
    finally:
        worker.close()
    measured(at_most("templates that were taken", len(accepted), 0, "", note=f"of {len(RUNAWAYS)}"))
    measured(at_most("the longest until it was refused", longest, TASK_SECONDS, "s"))
