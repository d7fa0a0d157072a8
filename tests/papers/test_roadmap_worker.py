"""The roadmap's papers in a real worker process: the value travels, the limits suffice."""

from collections.abc import AsyncIterator

import pytest

from bot.worker import MEMORY_BYTES, Worker, call
from tests.papers.roadmaps import DEFAULT, of_stages


@pytest.fixture
async def worker() -> AsyncIterator[Worker]:
    started = Worker()
    yield started
    started.close()


@pytest.mark.slow
async def test_word_and_excel_are_made_without_the_library_of_pictures(worker: Worker) -> None:
    for name in ("roadmap_document", "roadmap_book"):
        made = await worker.run(call, f"mentoring.papers.roadmap_worker:{name}", (DEFAULT,))
        assert made.startswith(b"PK"), name
    assert "matplotlib" not in await worker.run(call, "tests.machine.hostile:loaded", ())


@pytest.mark.slow
async def test_a_long_year_is_drawn_and_leaves_the_worker_a_third_of_its_memory(worker: Worker) -> None:
    picture = await worker.run(call, "mentoring.papers.roadmap_chart:roadmap_chart", (of_stages(12, 9),))
    assert picture.startswith(b"\x89PNG")
    assert await worker.run(call, "tests.machine.hostile:largest_size", ()) < 2 / 3 * MEMORY_BYTES / 2**20
