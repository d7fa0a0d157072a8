"""The best assignment in the real worker process: seconds from a cold start, memory, the reference's own answer."""

import gc
from collections.abc import AsyncGenerator
from pathlib import Path
from time import perf_counter

from bot.worker import Worker, call
from mentoring.rules.matching import Problem, Proposal
from tests.bench.figures import Figure, at_most
from tests.bench.pairs.invented import town
from tests.bench.pairs.reference import best
from tests.bench.questionnaires.gaps import ticking

PROPOSE, WHY_NOT = "mentoring.solver.worker:propose", "mentoring.solver.worker:why_not"
SMALLER, LARGER = (1_000, 300), (5_000, 1_000)
SMALLER_SECONDS, LARGER_SECONDS, LARGER_MB, GAP_MS = 2.0, 5.0, 250.0, 100.0


async def measure(_: Path) -> AsyncGenerator[Figure, None]:
    gc.freeze()  # as the bot does once it has started
    for size, bar in ((SMALLER, SMALLER_SECONDS), (LARGER, LARGER_SECONDS)):
        problem = town(*size)
        name = f"pairs of {size[0]:,} x {size[1]:,}"
        worker = Worker()  # of its own: the process starts, SciPy is loaded
        try:
            async with ticking() as gap:
                seconds, proposal = await _proposed(worker, problem)
            note = f"{len(proposal.lines):,} pairs, {proposal.total:,} points, the process started"
            yield at_most(name, seconds, bar, "s", note=note)
            yield at_most(f"{name}, once more", (await _proposed(worker, problem))[0], bar, "s")
            yield at_most(f"{name}, why not another", await _why_not(worker, problem), bar, "s")
            peak = await worker.run(call, "tests.bench.held:most_mb", ())
            yield at_most(f"{name}, peak of the worker", peak, LARGER_MB, "MB")
            yield at_most(f"{name}, the loop's longest gap", gap.seconds * 1000, GAP_MS, "ms")
        finally:
            worker.close()
        if size is SMALLER:
            yield _same(name, proposal, problem)


def _same(name: str, proposal: Proposal, problem: Problem) -> Figure:
    expected = best(problem)
    found = (len(proposal.lines), proposal.total)
    return Figure(f"{name}, the optimum of HiGHS", f"{found}", f"= {expected}", found == expected)


async def _proposed(worker: Worker, problem: Problem) -> tuple[float, Proposal]:
    began = perf_counter()
    proposal = await worker.run(call, PROPOSE, (problem,))
    return perf_counter() - began, proposal


async def _why_not(worker: Worker, problem: Problem) -> float:
    began = perf_counter()
    await worker.run(call, WHY_NOT, (problem, problem.mentees[0].id, problem.mentors[-1].id))
    return perf_counter() - began
