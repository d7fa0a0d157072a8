"""The picture and the workbook of ten thousand answer sets: gathered, made in the real worker process."""

import gc
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path
from time import perf_counter

from bot.worker import MEMORY_BYTES, Worker, call
from mentoring import files
from mentoring.jobs import Work
from storage.database import Database
from storage.jobs import Job
from tests.bench.figures import Figure, at_most
from tests.bench.questionnaires.answered import SETS, answered
from tests.bench.questionnaires.gaps import ticking

LIMIT_SECONDS, GAP_MS = 20.0, 100.0
TASKS: dict[Work, dict[str, int | str]] = {
    Work.TALLY_CHART: {"form": "usual", "run": 0, "page": 0},
    Work.TALLY_BOOK: {"form": "usual"},
}


async def measure(folder: Path) -> AsyncIterator[Figure]:
    gc.freeze()  # as the bot does once it has started
    worker = Worker()
    try:
        async with answered(folder / "answered") as (database, _):
            for work, name in ((Work.TALLY_CHART, "picture"), (Work.TALLY_BOOK, "workbook")):
                async with ticking() as gap:
                    gathered, made, size = await _make(database, worker, work)
                note = f"{gathered:.3g} gathering, {made:.3g} in the worker, {size // 1024} KB"
                yield at_most(f"{name} of {SETS:,} sets", gathered + made, LIMIT_SECONDS, "s", note=note)
                yield at_most(f"{name} of {SETS:,} sets, the loop's longest gap", gap.seconds * 1000, GAP_MS, "ms")
            yield at_most("address space of the worker", await _peak_mb(worker), MEMORY_BYTES / 2**20, "MB")
    finally:
        worker.close()


async def _make(database: Database, worker: Worker, work: Work) -> tuple[float, float, int]:
    job = Job(id=1, school_id=1, person_id=1, chat_id=1, kind=work, task=TASKS[work], tries=0)
    began = perf_counter()
    async with database.read() as tx:
        task = await files.KINDS[work](tx, job, datetime.now(UTC))
    gathered = perf_counter()
    content = await worker.run(call, task.function, task.arguments)
    return gathered - began, perf_counter() - gathered, len(content)


async def _peak_mb(worker: Worker) -> float:
    status: str = await worker.run(call, "tests.bench.questionnaires.papers:own_status", ())
    return next(int(line.split()[1]) for line in status.splitlines() if line.startswith("VmPeak:")) / 1024


def own_status() -> str:
    """In the worker process."""
    return Path("/proc/self/status").read_text()
