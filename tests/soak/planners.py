"""Two planners at once over one database, one of them killed now and then: `python -m tests.soak.planners`.

Everything is imported once, each planner is a fork. A line of JSON comes out of each round.
"""

import asyncio
import json
import os
import random
import shutil
import signal
import sqlite3
import sys
import time
from contextlib import closing
from datetime import datetime
from pathlib import Path

from scheduler.ticks import Ticks
from storage.database import open_database

LONGEST_SECONDS = 0.3  # until a kill: about as long as a tick takes


def main(prepared: Path, rounds: int, moment: datetime) -> None:
    for number in range(rounds):
        database = prepared.with_name(f"round-{number}.db")
        shutil.copy(prepared, database)
        both = [_begins(database, moment) for _ in range(2)]
        if number % 2:
            time.sleep(random.uniform(0, LONGEST_SECONDS))
            os.kill(random.choice(both), signal.SIGKILL)
        ends = [os.waitstatus_to_exitcode(os.waitpid(each, 0)[1]) for each in both]
        _, last = os.waitpid(_begins(database, moment), 0)
        told, doubled, damaged = _look(database)
        ends.append(os.waitstatus_to_exitcode(last))
        print(json.dumps({"ends": ends, "told": told, "doubled": doubled, "damaged": damaged}), flush=True)
        for file in prepared.parent.glob(f"{database.name}*"):
            file.unlink()


def _begins(database: Path, moment: datetime) -> int:
    pid = os.fork()
    if pid:
        return pid
    try:
        asyncio.run(_plan(database, moment))
    except BaseException as error:
        sys.stderr.write(f"{error!r}\n")
        os._exit(1)
    os._exit(0)


async def _plan(path: Path, moment: datetime) -> None:
    database = await open_database(f"sqlite:///{path}")
    try:
        await Ticks(database.write, lambda: moment, _tell).plan()
    finally:
        await database.close()


def _tell(alarm: str) -> None:
    sys.stderr.write(f"{alarm}\n")


def _look(database: Path) -> tuple[int, int, bool]:
    """How many people are told of something, how many of them of a thing twice, and is the file whole."""
    with closing(sqlite3.connect(database)) as opened:
        counts = [count for (count,) in opened.execute("SELECT COUNT(*) FROM outbox GROUP BY person_id")]
        things = [count for (count,) in opened.execute("SELECT COUNT(*) FROM reminder GROUP BY person_id, thing")]
        whole = opened.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    return len(counts), sum(count > 1 for count in counts) + sum(count > 1 for count in things), not whole


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), datetime.fromisoformat(sys.argv[3]))
