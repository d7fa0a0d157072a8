"""A whole school year with a bot that dies again and again: everybody hears what a sensible colleague would say."""

from collections import Counter
from datetime import date, timedelta
from pathlib import Path

import pytest

from mentoring.rules.calendar import SchoolCalendar
from mentoring.rules.school_breaks import Scheme, proposed
from tests.bot_under_test import BotUnderTest
from tests.journeys.year import MOSCOW, Said, Year
from tests.storage.threadless import open_threadless

CALENDAR = SchoolCalendar(MOSCOW, breaks=proposed(Scheme.QUARTERS, 2026))
REMINDING = frozenset({"digest", "nudge", "form_ask"})


async def told(folder: Path, *, people: int, until: date, restarts: int) -> tuple[list[Said], set[int], int]:
    """What was said, to which teachers, and how many messages of the bot's own stand in the chats."""
    folder.mkdir()
    bot = BotUnderTest(folder, opens=open_threadless)
    await bot.start()
    year = Year(bot, people=people, until=until, restarts=restarts)
    said = await year.tell()
    doubled = [
        key for key, count in Counter((each.person_id, each.kind, each.at) for each in said).items() if count > 1
    ]
    assert doubled == []
    texts = Counter(
        (user_id, message.id)
        for user_id in bot.world.state.users
        for message in bot.world.history(user_id)
        if message.from_bot and message.text.startswith(("Координатор собирает", "Что сейчас ждёт вас"))
    )
    await bot.stop()
    return said, year.teachers, len(texts)


def check(said: list[Said], teachers: set[int]) -> None:
    """The window, the days, the caps: whatever happened."""
    reminders = [each for each in said if each.kind in REMINDING]
    assert reminders
    by_person: dict[int, list[Said]] = {}
    for each in reminders:
        day = each.at.date()
        assert 14 <= each.at.hour < 18
        assert CALENDAR.speaks_on(day) if each.person_id in teachers else CALENDAR.is_working(day)
        by_person.setdefault(each.person_id, []).append(each)
    for person_id, mine in by_person.items():
        days = [each.at.date() for each in mine]
        assert len(set(days)) == len(days), "two on one day"
        weeks = [sum(timedelta(0) <= day - first < timedelta(days=7) for day in days) for first in days]
        assert max(weeks) <= 3
        months = Counter(f"{day:%Y-%m}" for day in days)
        assert person_id not in teachers or max(months.values()) <= 4


async def test_an_autumn_with_deaths_is_the_same_as_one_without(tmp_path: Path) -> None:
    until = date(2026, 9, 28)
    plain, teachers, in_chats = await told(tmp_path / "plain", people=8, until=until, restarts=0)
    check(plain, teachers)
    deadly, _, in_deadly_chats = await told(tmp_path / "deadly", people=8, until=until, restarts=30)
    assert deadly == plain
    assert in_deadly_chats == in_chats


@pytest.mark.slow
async def test_a_year_of_sixty_people_with_two_hundred_deaths_is_the_same_as_one_without(tmp_path: Path) -> None:
    until = date(2027, 6, 30)
    plain, teachers, in_chats = await told(tmp_path / "plain", people=60, until=until, restarts=0)
    check(plain, teachers)
    deadly, _, in_deadly_chats = await told(tmp_path / "deadly", people=60, until=until, restarts=200)
    assert deadly == plain
    assert in_deadly_chats == in_chats
    print(f"{len(plain)} messages of the bot's own in a year, the same with 200 deaths")
