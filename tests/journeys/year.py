"""A school's year in a minute: people of several tempers, a clock that goes from August to June, a bot that dies."""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from storage.vocabulary import Role
from tests.bot_under_test import BotUnderTest
from tests.cast import Cast, Person
from tests.conftest import School, set_up_school
from tests.dialogs.planning import confirms_dates

MOSCOW = ZoneInfo("Europe/Moscow")
BEGINS = date(2026, 8, 24)
HOURS = (time(8, 5), time(14, 5), time(16, 30), time(19, 5))  # two inside the window, two outside
TEMPERS = ("prompt", "slow", "silent", "puts_off", "on_paper", "pauses", "stops")
SURNAMES = ("Соколов", "Рябинин", "Берёзов", "Орешкин", "Лужин", "Полянский", "Озеров", "Ветров")
NAMES = ("Анна", "Игорь", "Ольга", "Пётр", "Мария", "Павел", "Елена", "Фёдор")


@dataclass(frozen=True)
class Said:
    """A message of the bot's own as it went out, by the school's clock."""

    person_id: int
    kind: str
    at: datetime


@dataclass(frozen=True)
class Sent:
    person_id: int
    kind: str
    ended_at: datetime


class Year:
    """One telling. `restarts` deaths are spread over the days, in the middle of sending too."""

    def __init__(self, bot: BotUnderTest, *, people: int, until: date, restarts: int, seed: int = 1) -> None:
        self._bot = bot
        self._people = people
        self._until = until
        self._chance = random.Random(seed)
        moments = (self._until - BEGINS).days * len(HOURS)
        self._deaths = set(random.Random(seed + 1).sample(range(moments), restarts))
        self._tempers: list[tuple[Person, str]] = []
        self.teachers: set[int] = set()

    async def tell(self) -> list[Said]:
        self._bot.clock.to(datetime.combine(BEGINS, time(9), MOSCOW))
        cast = Cast(self._bot)
        school = await set_up_school(cast)
        await self._sets_up(cast.coordinator)
        for number, (day, hour) in enumerate(self._moments()):
            self._bot.clock.to(datetime.combine(day, hour, MOSCOW))
            if number < self._people * len(HOURS) and number % len(HOURS) == 0:
                await self._joins(school, number // len(HOURS))  # one a day, some long after the others
            await self._rings(dies=number in self._deaths)
            if hour == HOURS[2]:
                await self._live(day)
        rows = await self._bot.fetch(
            Sent,
            """SELECT person_id, kind, ended_at FROM outbox
               WHERE kind <> 'reply' AND state IN ('sent', 'unknown') ORDER BY id""",
        )
        return [Said(row.person_id, row.kind, row.ended_at.astimezone(MOSCOW)) for row in rows]

    def _moments(self) -> Iterator[tuple[date, time]]:
        for ahead in range((self._until - BEGINS).days):
            for hour in HOURS:
                yield BEGINS + timedelta(days=ahead), hour

    async def _sets_up(self, coordinator: Person) -> None:
        await confirms_dates(coordinator)
        await coordinator.says("/roadmap")
        for label in ("Календарь школы", "Предложить по четвертям", "Записать эти каникулы"):
            await coordinator.presses(label)

    async def _joins(self, school: School, number: int) -> None:
        name = f"{SURNAMES[number % 8]} {NAMES[number // 8 % 8]} Ильич"
        self._bot.world.add_user(NAMES[number // 8 % 8], SURNAMES[number % 8], user_id=1000 + number)
        person = Person(self._bot, 1000 + number, name)
        self.teachers.add(await school.brings_in(person, name, role=Role.TEACHER))
        self._tempers.append((person, TEMPERS[number % len(TEMPERS)]))

    async def _rings(self, *, dies: bool) -> None:
        """The alarm clock, perhaps with a death between the plan and the sending."""
        await self._bot.machine.ticks.plan()
        await self._bot.machine.ticks.housekeep()
        if dies:
            await self._bot.restart()
        await self._bot.settle()

    async def _live(self, day: date) -> None:
        """In the late afternoon people look at what the bot has said."""
        for person, temper in self._tempers:
            if "Отложить" not in person.buttons or person.screen.date.astimezone(MOSCOW).date() != day:
                continue
            await self._answers(person, temper, day)

    async def _answers(self, person: Person, temper: str, day: date) -> None:
        match temper:
            case "prompt":
                await person.says("/stop") if self._chance.random() < 0.1 else await person.says("меню")
            case "puts_off":
                await person.presses("Отложить")
                await person.presses(self._chance.choice(("До завтра", "До следующей недели")))
            case "on_paper":
                await person.presses("Отложить")
                await person.presses("Сделано на бумаге")
            case "pauses":
                await person.says("не беспокоить")
                await person.says(f"{day + timedelta(days=10):%d.%m.%Y}")
            case "stops":
                await person.says("стоп")
