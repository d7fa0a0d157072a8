"""What must hold after every journey, whatever happened in it."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

from storage.dialect import Dialect
from tests.cast import Cast

WRITTEN = ("announcement", "gathering")  # by a coordinator
MOSCOW = ZoneInfo("Europe/Moscow")


@dataclass(frozen=True)
class Told:
    """A message that the bot began."""

    person_id: int
    kind: str
    ended_at: datetime


@dataclass(frozen=True)
class Unlawful:
    """An answer, and whether consent held at its moment."""

    run_id: int
    question: str


async def check_promises(cast: Cast) -> None:
    """Consent under every answer, the window and the caps kept, no dead update, a sound database."""
    bot = cast.bot
    assert await bot.fetch(Unlawful, _UNLAWFUL) == []
    assert await bot.fetch(int, "SELECT COUNT(*) FROM inbox WHERE state = 'dead'") == [0]
    assert await bot.fetch(int, "SELECT COUNT(*) FROM inbox WHERE state = 'new'") == [0]
    if bot.machine.database.dialect is Dialect.SQLITE:
        assert await bot.fetch(str, "PRAGMA integrity_check") == ["ok"]
    _check_window(await bot.fetch(Told, _TOLD))


def _check_window(told: list[Told]) -> None:
    by_person: dict[int, list[Told]] = {}
    for each in told:
        local = each.ended_at.astimezone(MOSCOW)
        assert local.weekday() < 5
        assert 14 <= local.hour < 18, f"{each.kind} was said at {local:%H:%M}"
        by_person.setdefault(each.person_id, []).append(each)
    for heard in by_person.values():
        in_order = sorted(heard, key=lambda each: each.ended_at)
        for earlier, later in pairwise(in_order):
            # What a coordinator writes goes after a reminder too; a reminder never comes after it on the same day.
            assert later.kind in WRITTEN or later.ended_at - earlier.ended_at > timedelta(hours=12)


_UNLAWFUL = """
SELECT n.run_id, n.question
FROM answer n JOIN form_run f ON f.id = n.run_id AND f.form_key IN ('needs', 'mentor_profile')
WHERE COALESCE((SELECT c.decision FROM consent c WHERE c.person_id = f.person_id AND c.kind = 'data'
                AND c.decided_at < n.answered_at ORDER BY c.id DESC LIMIT 1), '') <> 'given'"""

_TOLD = """
SELECT person_id, kind, ended_at FROM outbox
WHERE state = 'sent' AND kind IN ('digest', 'nudge', 'form_ask', 'announcement', 'gathering')
      AND key NOT LIKE 'gathering:%:cancel:%'"""
