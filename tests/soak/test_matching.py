"""T22: the best pairs of a town, against another solver, while others use the bot."""

from contextlib import aclosing
from pathlib import Path

import pytest

from mentoring.rules.matching import evaluate
from mentoring.solver.worker import propose
from tests.bench.figures import at_most
from tests.bench.pairs import beside, optimum
from tests.bench.pairs.invented import town
from tests.soak.measuring import Measured


@pytest.mark.soak
async def test_a_thousand_find_the_best_of_three_hundred_in_two_seconds(tmp_path: Path, measured: Measured) -> None:
    async with aclosing(optimum.measure(tmp_path)) as figures:
        async for figure in figures:
            measured(figure)
            if figure.name.endswith("the optimum of HiGHS"):
                break  # what follows is the bench's larger town


@pytest.mark.soak
async def test_replies_do_not_wait_for_it(tmp_path: Path, measured: Measured) -> None:
    async for figure in beside.measure(tmp_path):
        measured(figure)


@pytest.mark.soak
def test_nobody_forbidden_is_proposed(measured: Measured) -> None:
    problem = town(*optimum.SMALLER)
    mentees = {each.id: each for each in problem.mentees}
    mentors = {each.id: each for each in problem.mentors}
    lines = propose(problem).lines
    bars = [evaluate(mentees[each.mentee_id], mentors[each.mentor_id], problem.ties).bar for each in lines]
    places = {each.id: each.places for each in problem.mentors}
    taken = {mentor: sum(each.mentor_id == mentor for each in lines) for mentor in places}
    measured(at_most("forbidden pairs proposed", sum(bar is not None for bar in bars), 0, "", note=f"of {len(bars)}"))
    over = sum(max(0, taken[mentor] - places[mentor]) for mentor in places)
    measured(at_most("mentees above a mentor's places", over, 0, ""))
