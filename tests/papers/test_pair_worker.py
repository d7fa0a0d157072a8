"""The papers of pairs in a real worker process: the values travel, and no picture's library is loaded for them."""

from collections.abc import AsyncIterator

import pytest

from bot.worker import Worker, call
from mentoring.documents.pair_order_values import values_of
from mentoring.documents.pair_sheets import refusal_values, work_values
from mentoring.papers.templates.kinds import OUTLINES
from mentoring.rules.programmes import Change, ChangeKind
from storage.vocabulary.documents import DocumentKind
from tests.papers.pairs import ASSIGN, CHANGE, END, MENTOR, PAIR, REGISTER, SCHOOL, kind_of
from tests.papers.test_pair_consents import REFUSAL


@pytest.fixture
async def worker() -> AsyncIterator[Worker]:
    started = Worker()
    yield started
    started.close()


@pytest.mark.slow
async def test_every_paper_of_a_pair_is_made(worker: Worker) -> None:
    template, one = "templates.worker:document", DocumentKind.CONSENT_MENTOR_351_8
    asked: list[tuple[str, tuple[object, ...]]] = [
        *((template, (kind_of(each).value, "", values_of(each), ("Проект",))) for each in (ASSIGN, CHANGE, END)),
        ("templates.worker:sheets", (one.value, "", [work_values(SCHOOL, MENTOR, PAIR)] * 2)),
        ("templates.worker:sheets", (DocumentKind.REFUSAL_MENTOR.value, "", [refusal_values(REFUSAL)])),
    ]
    for name, of in asked:
        made = await worker.run(call, f"mentoring.papers.{name}", of)
        assert made.startswith(b"PK"), name
    assert "matplotlib" not in await worker.run(call, "tests.machine.hostile:loaded", ())


@pytest.mark.slow
async def test_what_the_chat_is_told_of_a_paper_needs_no_word(worker: Worker) -> None:
    """A fresh process stands for the bot: these are asked for by use cases too."""
    asked: dict[str, tuple[object, ...]] = {
        "templates.fields:missing": (OUTLINES[kind_of(ASSIGN)], {**values_of(ASSIGN), **REGISTER}),
        "programme_words:change_line": (Change(ChangeKind.TASK_ADDED, "Дело"),),
    }
    for name, of in asked.items():
        assert await worker.run(call, f"mentoring.papers.{name}", of) in {(), "", "Добавлена задача: Дело"}
    assert "docx" not in await worker.run(call, "tests.machine.hostile:loaded", ())
