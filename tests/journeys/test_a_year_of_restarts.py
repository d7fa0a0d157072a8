"""J8's promise: a school year of a mentor's two pairs with two hundred restarts: nothing twice, nothing lost."""

import random
from collections import Counter
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from tests.bot_under_test import BotUnderTest, Opens
from tests.cast import Cast, Person
from tests.conftest import School, set_up_school
from tests.dialogs.meeting import begins
from tests.journeys.checks import check_promises

SINCE, UNTIL = date(2026, 9, 9), date(2027, 5, 28)
RESTARTS, MOST_A_MONTH = 200, 4


@dataclass(frozen=True)
class Said:
    """A message of the bot's own."""

    person_id: int
    key: str
    state: str


@dataclass(frozen=True)
class Told:
    """How a year ended: the messages, and of which things they were."""

    said: list[Said]
    things: list[str]


async def test_two_hundred_restarts_change_nothing_of_what_is_said(tmp_path: Path, opens: Opens) -> None:
    plain = await _year(tmp_path / "plain", opens, restarts=0)
    disturbed = await _year(tmp_path / "disturbed", opens, restarts=RESTARTS)
    assert disturbed == plain
    assert {each.state for each in plain.said} <= {"sent", "superseded"}
    assert {each.split(":")[0] for each in plain.things} >= {"fit", "meetm", "meet"}
    months = Counter((each.person_id, each.key.split(":")[2][:6]) for each in plain.said if each.state == "sent")
    assert 1 < max(months.values()) <= MOST_A_MONTH


async def _year(folder: Path, opens: Opens, *, restarts: int) -> Told:
    """The same days and deeds by the same dice; dead without goodbye at that many of the days' hours."""
    folder.mkdir()
    bot = BotUnderTest(folder, opens=opens)
    await bot.start()
    cast = Cast(bot)
    await _pairs(await set_up_school(cast))
    deeds, deaths = random.Random(8), random.Random(9)
    days = [SINCE + timedelta(days=number) for number in range((UNTIL - SINCE).days)]
    dying = Counter(deaths.choices(days, k=restarts))
    for day in days:
        bot.clock.to(datetime(day.year, day.month, day.day, 12, 5, tzinfo=UTC))
        await bot.tick()
        for _ in range(dying[day]):
            await bot.restart()
            await bot.tick()
        await _lives(cast, day, deeds)
    assert bot.restarts == restarts
    await check_promises(cast)
    said = await bot.fetch(Said, "SELECT person_id, key, state FROM outbox WHERE kind = 'digest' ORDER BY key")
    things = await bot.fetch(str, "SELECT thing || ':' || step FROM reminder ORDER BY person_id, thing, step")
    await bot.stop()
    return Told(said, things)


async def _pairs(school: School) -> None:
    cast = school.cast
    mentees = [await school.brings_in(cast.teacher, "Соколова Анна Ильинична")]
    mentees.append(await school.brings_in(cast.newcomer, "Берёзова Ольга Петровна"))
    mentor = await school.brings_in(cast.colleague, "Рябинин Игорь Олегович")
    for mentee in mentees:
        await begins(school, (mentor,), (mentee,))


async def _lives(cast: Cast, day: date, deeds: random.Random) -> None:
    """Now and then a meeting is noted, by day or by word moved to one ahead."""
    if day.weekday() > 4 or deeds.random() > 0.06:
        return
    person: Person = deeds.choice((cast.teacher, cast.newcomer))
    noted = deeds.random() < 0.5
    await person.says("Моя пара")
    if noted:
        for label in ("Встреча была", "Сегодня"):
            await person.presses(label)
        await person.presses(person.buttons[deeds.randrange(3)])
    else:
        await person.presses("Перенесли")
        await person.presses(person.buttons[deeds.randrange(4)])
