"""Journeys are told on both databases."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from storage.dialect import Dialect
from tests.storage.databases import clean

# On PostgreSQL every run tells an entrance, a mentor's year and the end of the year, and with crashes an order, a
# withdrawal, a message to many; all journeys both ways are a row of `make soak`, for they take twenty minutes. What a
# crash leaves is asked of the tables, and the storage tests ask both databases each time.
DYING_ON_POSTGRES = ("test_announcement.py", "test_document.py", "test_withdrawal.py")
ON_POSTGRES = (*DYING_ON_POSTGRES, "test_entrance.py", "test_mentors_year.py", "test_completion.py")


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Nobody waits for journeys in the quick part; a file stays whole: crashes are held against the plain telling."""
    for item in items:
        if item.path.parent != Path(__file__).parent:
            continue
        item.add_marker(pytest.mark.slow)
        item.add_marker(pytest.mark.long)
        told = getattr(item, "callspec", None)
        if told is not None and Dialect.POSTGRES in told.id:
            every_time = DYING_ON_POSTGRES if "crashes" in told.id else ON_POSTGRES
            if item.path.name not in every_time:
                item.add_marker(pytest.mark.soak)


@pytest.fixture(params=list(Dialect), ids=str)
def server_url(request: pytest.FixtureRequest) -> Iterator[str]:
    """On PostgreSQL all journeys of a process have one schema, one after another."""
    if request.param is Dialect.SQLITE:
        yield ""
        return
    url: str = request.getfixturevalue("postgres_url")
    yield url
    clean(url)
