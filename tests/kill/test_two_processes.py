"""Two processes on one PostgreSQL database: amid 3,000 updates of 40 people the leader is killed, then cut off, and
either of them dies while both work."""

import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from storage.dialect import Dialect
from tests.bench.figures import at_most, spread
from tests.kill.lives import Nursery, open_nursery
from tests.kill.relay import relay
from tests.kill.test_kills import judge, seen_through
from tests.soak.measuring import Measured
from tests.storage.databases import empty_database

pytestmark = pytest.mark.slow

KILLS = 6
TAKEOVER_SECONDS = 10.0


@pytest.fixture
def second() -> Iterator[Nursery]:
    """Each nursery has one life at a time."""
    with open_nursery() as opened:
        yield opened


async def test_the_second_takes_over_and_nothing_is_lost_doubled_or_out_of_order(
    nursery: Nursery,
    second: Nursery,
    tmp_path: Path,
    seed: int,
    capsys: pytest.CaptureFixture[str],
    measured: Measured,
) -> None:
    with empty_database(Dialect.POSTGRES, tmp_path) as url:
        async with relay((nursery, second), tmp_path, url, seed) as told:
            found = await seen_through(told, told.changes_hands(KILLS), capsys)
        assert told.codes == [-signal.SIGKILL] * KILLS + [1, -signal.SIGKILL, -signal.SIGKILL, 0, 0]
        judge(found, measured, len(told.codes) - 2)
        assert told.handled_beside > 0
        longest = max(told.takeovers)
        measured(at_most("takeover", longest, TAKEOVER_SECONDS, "s", note=spread(told.takeovers, "s")))
