"""Matching in a real worker process: problems and proposals travel, its limits suffice."""

from collections.abc import AsyncIterator

import pytest

from bot.worker import Worker, call
from mentoring.rules.matching import Change, Pair, Problem, Proposal, WhyNot
from tests.rules.matching_people import mentee, mentor

PROBLEM = Problem((mentee(1), mentee(2, wishes={11})), (mentor(11), mentor(12)))


@pytest.fixture
async def worker() -> AsyncIterator[Worker]:
    started = Worker()
    yield started
    started.close()


async def test_a_proposal_and_its_prices_come_back_as_values(worker: Worker) -> None:
    proposal = await worker.run(call, "mentoring.solver.worker:propose", (PROBLEM,))
    assert isinstance(proposal, Proposal)
    assert [line.pair for line in proposal.lines] == [Pair(1, 12), Pair(2, 11)]
    told = await worker.run(call, "mentoring.solver.worker:why_not", (PROBLEM, 1, 11))
    assert isinstance(told, WhyNot)
    assert (told.loss, told.who_changes) == (2, (Change(1, 12, 11), Change(2, 11, 12)))
