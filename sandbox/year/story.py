"""A school's year: people of several tempers, a clock that goes from August to June, a bot that may die."""

import random
from collections.abc import Awaitable, Callable, Iterator, Sequence
from datetime import date, datetime, time, timedelta

from handlers.texts import common
from mentoring import access, readiness
from sandbox.clock import ZONE
from sandbox.world import Message
from sandbox.year.answering import Teacher
from sandbox.year.coordinator import Coordinator
from sandbox.year.people import Resident, residents
from sandbox.year.phone import Phone, RunningBot
from sandbox.year.said import Said
from sandbox.year.timeline import TEMPERS, Listener
from storage import heard, reminded
from storage.heard import Spoken

BEGINS, ENDS = date(2026, 8, 24), date(2027, 6, 30)
HOURS = (time(8, 5), time(14, 5), time(16, 30), time(19, 5))  # two inside the window, two outside
PEOPLE = 60
_MORNING, _AFTERNOON = HOURS[0], HOURS[2]


async def _nothing(_: date) -> None:
    """Nobody is told how far it is."""


class Year:
    """One telling. `restarts` deaths are spread over the days, between the plan and the sending."""

    def __init__(
        self,
        bot: RunningBot,
        *,
        people: int = PEOPLE,
        until: date = ENDS,
        restarts: int = 0,
        on_day: Callable[[date], Awaitable[None]] = _nothing,
    ) -> None:
        self._bot = bot
        self._days = [BEGINS + timedelta(days=ahead) for ahead in range((until - BEGINS).days)]
        self._deaths = set(random.Random(2).sample(range(len(self._days) * len(HOURS)), restarts))
        self._on_day = on_day
        self._seen = datetime.combine(BEGINS, time(), ZONE)
        self.coordinator = Coordinator(bot)
        self.teachers = [Teacher(each, Phone(bot, each.user_id, each.full_name)) for each in residents(people)]
        self._put_off = {each.resident.user_id: each.put_off_until for each in self.teachers}
        self.said: list[Said] = []

    async def tell(self) -> list[Said]:
        """Day by day; everything that the bot has said of its own accord."""
        self._bot.clock.to(datetime.combine(BEGINS, time(9), ZONE))
        await self.coordinator.sets_up([each.resident for each in self.teachers])
        for number, (day, hour) in enumerate(self._moments()):
            self._bot.clock.to(max(self._bot.clock.now(), datetime.combine(day, hour, ZONE)))
            if hour == _MORNING:
                await self._on_day(day)
                await self._morning(day)
            await self._rings(dies=number in self._deaths)
            if hour == _AFTERNOON:
                await self._afternoon(day)
            await self._listen()
        return self.said

    async def listeners(self) -> list[Listener]:
        """Everybody, and who of them is a mentor by now."""
        coordinator = Listener(
            self.coordinator.phone.user_id, self.coordinator.phone.name, "координатор", is_coordinator=True
        )
        return [coordinator, *[await self._listener(each.resident) for each in self.teachers]]

    async def _listener(self, of: Resident) -> Listener:
        async with self._bot.machine.database.read() as tx:
            member = (await access.actor(tx, of.user_id)).member
            mentoring = await readiness.own(tx, member) if member else None
        ready = mentoring is not None and mentoring.offers
        return Listener(of.user_id, of.full_name, TEMPERS[of.temper], is_mentor=ready)

    def _moments(self) -> Iterator[tuple[date, time]]:
        return ((day, hour) for day in self._days for hour in HOURS)

    async def _morning(self, day: date) -> None:
        for teacher in self.teachers:
            if teacher.resident.joins_on == day:
                await self.coordinator.brings_in(teacher)
        await self.coordinator.lives(day)

    async def _rings(self, *, dies: bool) -> None:
        """The alarm clock, perhaps with a death between the plan and the sending."""
        await self._bot.machine.ticks.plan()
        await self._bot.machine.ticks.housekeep()
        if dies:
            await self._bot.restart()
        await self._bot.settle()

    async def _afternoon(self, day: date) -> None:
        """People look at what the bot has said today."""
        await self._listen()
        spoken_to = {each.user_id for each in self.said if each.at.date() == day}
        for teacher in self.teachers:
            if teacher.resident.user_id in spoken_to:
                await teacher.looks(day)
        await self.coordinator.looks()

    async def _listen(self) -> None:
        async with self._bot.machine.database.read() as tx:
            spoken = await heard.spoken(tx, self._seen)
            about = {row.key: await reminded.of_notice(tx, row.person_id, row.key) for row in spoken}
        said = [self._said(row, tuple(about[row.key]), spoken[place:]) for place, row in enumerate(spoken)]
        self.said += said
        self._seen = max((row.ended_at for row in spoken), default=self._seen)

    def _said(self, row: Spoken, things: tuple[str, ...], rest: Sequence[Spoken]) -> Said:
        """The text is what stood in the chat first: a press may have changed it since."""
        further = sum((each.chat_id, each.ended_at) == (row.chat_id, row.ended_at) for each in rest)
        message = self._shown_at(row.chat_id, row.ended_at)[-further]  # whatever answers a press comes before
        labels = tuple(button.label for button in message.buttons)
        at = row.ended_at.astimezone(ZONE)
        asked_for = bool(things) and common.day(at.date()) in self._put_off.get(row.chat_id, ())
        return Said(row.chat_id, row.kind, at, message.text, labels, things, asked_for)

    def _shown_at(self, chat_id: int, moment: datetime) -> list[Message]:
        first: dict[int, Message] = {}
        for message in self._bot.world.chat(chat_id).versions:
            if message.from_bot and message.date == moment:
                first.setdefault(message.id, message)
        return list(first.values())
