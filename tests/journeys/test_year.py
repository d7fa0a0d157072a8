"""A whole school year with a bot that dies again and again: everybody hears what a sensible colleague would say."""

from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

import pytest

from sandbox.year.said import Said
from sandbox.year.story import BEGINS, ENDS, PEOPLE, Year
from sandbox.year.timeline import REMINDING, Listener, facts, school_calendar
from tests.bot_under_test import BotUnderTest
from tests.storage.threadless import open_threadless

CALENDAR = school_calendar(BEGINS.year)


@dataclass(frozen=True)
class Told:
    """What was said to whom, and how many reminders stand in the chats."""

    said: list[Said]
    people: list[Listener]
    in_chats: int

    @property
    def mentors(self) -> set[int]:
        """Who has said that they are ready to be one."""
        return {each.user_id for each in self.people if each.is_mentor}


async def told(folder: Path, *, people: int, until: date, restarts: int) -> Told:
    folder.mkdir()
    bot = BotUnderTest(folder, opens=open_threadless)
    await bot.start()
    year = Year(bot, people=people, until=until, restarts=restarts)
    said = await year.tell()
    listeners = await year.listeners()
    texts = {
        (user_id, message.id)
        for user_id in bot.world.state.users
        for message in bot.world.history(user_id)
        if message.from_bot
        and message.text.startswith(("Координатор собирает", "Координатор приглашает", "Что сейчас"))
    }
    await bot.stop()
    return Told(said, listeners, len(texts))


def check(year: Told) -> None:
    """The window, the days, the caps: whatever happened."""
    doubled = Counter((each.user_id, each.kind, each.at) for each in year.said)
    assert max(doubled.values()) == 1
    reminders = [each for each in year.said if each.kind in REMINDING]
    assert reminders
    coordinators = {each.user_id for each in year.people if each.is_coordinator}
    by_person: dict[int, list[Said]] = {}
    for each in reminders:
        day = each.at.date()
        assert 14 <= each.at.hour < 18
        assert CALENDAR.is_working(day) if each.user_id in coordinators else CALENDAR.speaks_on(day)
        by_person.setdefault(each.user_id, []).append(each)
    for user_id, mine in by_person.items():
        days = [each.at.date() for each in mine]
        assert len(set(days)) == len(days), "two on one day"
        weeks = [sum(timedelta(0) <= day - first < timedelta(days=7) for day in days) for first in days]
        assert max(weeks) <= 3
        months = Counter(f"{each.at:%Y-%m}" for each in mine if not each.asked_for and not each.proposes)
        assert user_id not in year.mentors or max(months.values()) <= 4, "but for what they put off, and offers"
    assert [each.words for each in facts(year.said, year.people, CALENDAR) if not each.holds] == []


async def test_a_september_with_deaths_is_the_same_as_one_without(tmp_path: Path) -> None:
    until = date(2026, 9, 19)
    plain = await told(tmp_path / "plain", people=8, until=until, restarts=0)
    check(plain)
    assert plain.mentors
    assert await told(tmp_path / "deadly", people=8, until=until, restarts=20) == plain


@pytest.mark.slow
@pytest.mark.long
async def test_a_year_of_sixty_people_with_two_hundred_deaths_is_the_same_as_one_without(tmp_path: Path) -> None:
    plain = await told(tmp_path / "plain", people=PEOPLE, until=ENDS, restarts=0)
    check(plain)
    assert await told(tmp_path / "deadly", people=PEOPLE, until=ENDS, restarts=200) == plain
    print(f"{len(plain.said)} messages of the bot's own in a year, the same with 200 deaths")
    for each in facts(plain.said, plain.people, CALENDAR):
        print(f"{each.words}: {each.value}")
