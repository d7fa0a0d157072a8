"""A nursery for all seasons, and the seed of each."""

import os
import random
from collections.abc import Iterator

import pytest

from tests.kill.lives import Nursery, open_nursery


@pytest.fixture(scope="session")
def nursery() -> Iterator[Nursery]:
    with open_nursery() as opened:
        yield opened


@pytest.fixture
def seed() -> int:
    """Shown when the test fails; given back as KILL_SEED it makes the same people and the same moments."""
    chosen = int(os.environ.get("KILL_SEED") or random.randrange(10**6))
    print(f"KILL_SEED={chosen}")
    return chosen
