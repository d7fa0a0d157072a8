"""Journeys are told on both databases."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from storage.dialect import Dialect
from tests.storage.databases import clean

# Told with crashes on PostgreSQL too: an order, a withdrawal, a message to many. The others only by `-m soak`, which
# takes ten minutes: what a crash leaves is asked of the tables, and the storage tests ask both databases.
DYING_ON_POSTGRES = ("test_announcement.py", "test_document.py", "test_withdrawal.py")


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if item.path.parent == Path(__file__).parent and item.path.name not in DYING_ON_POSTGRES:
            told = getattr(item, "callspec", None)
            if told is not None and "crashes" in told.id and Dialect.POSTGRES in told.id:
                item.add_marker(pytest.mark.soak)


@pytest.fixture(
    params=[Dialect.SQLITE, pytest.param(Dialect.POSTGRES, marks=[pytest.mark.slow, pytest.mark.long])], ids=str
)
def server_url(request: pytest.FixtureRequest) -> Iterator[str]:
    """On PostgreSQL all journeys of a process have one schema, one after another."""
    if request.param is Dialect.SQLITE:
        yield ""
        return
    url: str = request.getfixturevalue("postgres_url")
    yield url
    clean(url)
