"""T13: the planner run twice at once, a hundred times, every second time with a kill."""

import asyncio
import json
import sqlite3
import sys
from contextlib import closing
from pathlib import Path

import pytest

from storage.database import open_database
from tests.bench.figures import at_most
from tests.bench.processes import CHECKOUT
from tests.bench.seeding import fill
from tests.bench.time.planning import confirm
from tests.soak.measuring import Measured

SCHOOLS, PEOPLE, ROUNDS = 2, 25, 100
PATIENCE_SECONDS = 600


@pytest.mark.soak
async def test_two_planners_at_once_plan_everything_once(tmp_path: Path, measured: Measured) -> None:
    await fill(tmp_path, *[PEOPLE] * SCHOOLS)
    database = await open_database(f"sqlite:///{tmp_path / 'nastavnik.db'}")
    afternoon = await confirm(database)
    await database.close()
    prepared = tmp_path / "prepared.db"
    with closing(sqlite3.connect(tmp_path / "nastavnik.db")) as filled:
        filled.execute("VACUUM INTO ?", [str(prepared)])
    with closing(sqlite3.connect(prepared)) as copied:
        copied.execute("PRAGMA journal_mode = WAL")  # or the two would contend for who sets it
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "tests.soak.planners", prepared, str(ROUNDS), afternoon.isoformat()),
        cwd=CHECKOUT,
        stdout=asyncio.subprocess.PIPE,
    )
    try:
        said, _ = await asyncio.wait_for(process.communicate(), PATIENCE_SECONDS)
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()
    rounds = [json.loads(line) for line in said.decode().splitlines()]
    assert len(rounds) == ROUNDS
    killed = sum(-9 in each["ends"] for each in rounds)
    assert killed >= ROUNDS / 5
    assert not [each for each in rounds if each["ends"][-1] != 0]
    everybody = SCHOOLS * (PEOPLE - 1)
    measured(
        at_most("doubled", sum(each["doubled"] for each in rounds), 0, "rows", note=f"{ROUNDS} rounds, {killed} kills"),
        at_most("people who are not told", sum(max(0, everybody - each["told"]) for each in rounds), 0, ""),
        at_most("damaged", sum(each["damaged"] for each in rounds), 0, "files"),
    )
