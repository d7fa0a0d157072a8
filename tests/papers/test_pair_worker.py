"""The papers of pairs in a real worker process: the values travel, and no picture's library is loaded for them."""

from collections.abc import AsyncIterator

import pytest

from bot.worker import Worker, call
from mentoring.rules.programmes import Change, ChangeKind
from tests.papers.pairs import ASSIGN, CHANGE, END, PAIR, SCHOOL
from tests.papers.test_pair_consents import REFUSAL


@pytest.fixture
async def worker() -> AsyncIterator[Worker]:
    started = Worker()
    yield started
    started.close()


@pytest.mark.slow
async def test_every_paper_of_a_pair_is_made(worker: Worker) -> None:
    asked: dict[str, tuple[object, ...]] = {
        "pair_order:assign": (ASSIGN,),
        "pair_order:change": (CHANGE,),
        "pair_order:end": (END,),
        "pair_consents:pair_consents": (SCHOOL, (PAIR,)),
        "pair_consents:refusal": (REFUSAL,),
    }
    for name, of in asked.items():
        made = await worker.run(call, f"mentoring.papers.{name}", of)
        assert made.startswith(b"PK"), name
    assert "matplotlib" not in await worker.run(call, "tests.machine.hostile:loaded", ())


@pytest.mark.slow
async def test_what_the_chat_is_told_of_a_paper_needs_no_word(worker: Worker) -> None:
    """A fresh process stands for the bot: these are asked for by use cases too."""
    asked: dict[str, tuple[object, ...]] = {
        "order_blanks:missing": (ASSIGN,),
        "consent_blanks:missing_in_consents": (SCHOOL, (PAIR,)),
        "consent_blanks:missing_in_refusal": (REFUSAL,),
        "pair_words:blanks": ((),),
        "programme_words:change_line": (Change(ChangeKind.TASK_ADDED, "Дело"),),
    }
    for name, of in asked.items():
        assert await worker.run(call, f"mentoring.papers.{name}", of) in {(), "", "Добавлена задача: Дело"}
    assert "docx" not in await worker.run(call, "tests.machine.hostile:loaded", ())
