"""One nursery for all whom these tests let live."""

from collections.abc import Iterator

import pytest

from tests.kill.lives import Nursery, open_nursery


@pytest.fixture(scope="session")
def nursery() -> Iterator[Nursery]:
    with open_nursery() as opened:
        yield opened
