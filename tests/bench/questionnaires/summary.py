"""The summary of ten thousand answer sets, page by page as a coordinator turns them."""

import gc
from collections.abc import AsyncIterator
from pathlib import Path
from time import perf_counter

from handlers.texts import tallies as words
from mentoring import tallies
from tests.bench.figures import Figure, at_most
from tests.bench.questionnaires.answered import SETS, answered
from tests.bench.questionnaires.forms import usual
from tests.bench.questionnaires.gaps import ticking

LIMIT_SECONDS, GAP_MS = 1.0, 100.0


async def measure(folder: Path) -> AsyncIterator[Figure]:
    gc.freeze()  # as the bot does once it has started
    seconds: list[float] = []
    async with answered(folder / "answered") as (database, school), ticking() as gap:
        page, pages = 0, 1
        while page < pages:
            began = perf_counter()
            async with database.write() as tx:
                results = await tallies.page(tx, school.id, "usual", number=page)
                if results is None or results.edition.handed_in != SETS:
                    raise LookupError("not everybody is counted")
                words.page(results)
            seconds.append(perf_counter() - began)
            page, pages = page + 1, results.pages
    name = f"summary of {SETS:,} sets of {len(usual().questions)} questions"
    yield at_most(name, sum(seconds), LIMIT_SECONDS, "s", note=f"{len(seconds)} pages, the longest {max(seconds):.3g}")
    yield at_most(f"{name}, the loop's longest gap", gap.seconds * 1000, GAP_MS, "ms")
