"""People with phones. Each goes on when the screen that was waited for has come, and nobody does anything twice."""

import asyncio
import random
from dataclasses import dataclass, field

from sandbox.world import Impossible, Message
from sandbox.world.people import find_button
from tests.kill.telegram import Telegram

PATIENCE_SECONDS = 60
THINKS_SECONDS = 0.45  # 40 people make about 100 updates a second
ASK = "Спросить координатора"
SURE = "Да, сделать файл"
YEAR, SHORT = ("Да, на несколько месяцев", '"year"'), ("Да, по одному-двум", '"short"')


@dataclass
class Person:
    """Counts what was done, to be compared with what came of it."""

    world: Telegram
    user_id: int
    chance: random.Random
    updates: int = 0

    async def says(self, text: str) -> int:
        """The id of the message: what answers it comes after it."""
        await self._thinks()
        return self._say(text)

    async def taps(self, label: str, *, after: int = 0) -> None:
        """A button of the screen, once it is there, on a message after that one."""
        await self.sees(label, after)
        await self._thinks()
        self._press(await self.sees(label, after), label)

    async def sees(self, label: str, after: int = 0) -> Message:
        try:
            async with asyncio.timeout(PATIENCE_SECONDS):
                while (message := self._with_button(label, after)) is None:
                    await self.world.news(self.user_id)
        except TimeoutError:
            shown = "\n---\n".join(each.text for each in self.messages[-3:])
            raise AssertionError(f"{self.user_id} waits in vain for «{label}» and sees:\n{shown}") from None
        return message

    @property
    def messages(self) -> list[Message]:
        return [each for each in self.world.chat(self.user_id).messages if each.from_bot and not each.deleted]

    def _with_button(self, label: str, after: int) -> Message | None:
        screen = self._screen()
        if screen is None or screen.id <= after:
            return None
        try:
            find_button(screen, label)
        except Impossible:
            return None
        return screen

    def _screen(self) -> Message | None:
        """What has changed last and has buttons: a copy that a crash has left beside it is not looked at any more."""
        chat = self.world.chat(self.user_id)
        live = (each for each in reversed(chat.versions) if each.buttons and chat.shown[each.id] is each)
        return next(live, None)

    def _press(self, message: Message, label: str) -> None:
        self._press_data(message, find_button(message, label).data or "")

    def _press_data(self, message: Message, data: str) -> None:
        self.updates += 1
        self.world.press_data(self.user_id, message.id, data)

    def _say(self, text: str) -> int:
        self.updates += 1
        return self.world.say(self.user_id, text).id

    async def _thinks(self) -> None:
        await asyncio.sleep(self.chance.uniform(0, 2 * THINKS_SECONDS))


@dataclass
class Teacher(Person):
    """Hands in the request, corrects it, tells more, and asks numbered questions in between and in a row."""

    asked: list[str] = field(default_factory=list)
    answers: dict[str, str | None] = field(default_factory=dict)

    async def lives(self) -> None:
        await self.says("/menu")
        await self.taps("Заполнить запрос")
        await self.taps("Начать")
        await self._core()
        await self.taps("Отправить")
        await self.taps("Уточнить")
        await self._rest()
        await self.taps("Готово")
        await self.taps("Меню")
        await self._asks_in_a_row(4)

    async def _core(self) -> None:
        await self._ticks("subjects", "Начальные классы", '["primary"]')
        await self._ticks("levels", "5–9 классы", '["ooo"]')
        await self._picks("experience", "4–10 лет", '"y4"')
        first, last = self.chance.sample([YEAR, SHORT], k=2)
        await self._picks("want_mentor", *first, after=await self._asks())
        await self._ticks("areas", "Урок и методика", '["method"]')
        await self._ticks("time", "После уроков", '["after"]')
        await self._picks("can_share", "Пока нет", '"decline"', after=await self._asks())
        await self.taps("Изменить 4")
        await self._picks("want_mentor", *last)

    async def _rest(self) -> None:
        await self._ticks("situation", "Первые три года", '["novice"]')
        await self._ticks("d_method", "ФГОС и ФООП", '["fgos"]')
        await self._writes("priority", "Пропустить", f"Успевать за урок, {self.user_id % 100}", quoted=True)
        await self._writes("s_confidence", "10", str(self.chance.randint(1, 9)))
        await self._ticks("formats", "Разговор один на один", '["talk"]')
        await self._picks("has_wish", "Нет", "false")
        await self._picks("rather_not", "Не хочу отвечать", None)

    async def _picks(self, question: str, label: str, value: str | None, *, after: int = 0) -> None:
        await self.taps(label, after=after)
        self.answers[question] = value

    async def _ticks(self, question: str, label: str, value: str) -> None:
        await self.taps(f"☐ {label}")
        await self.taps("Готово (1)")
        self.answers[question] = value

    async def _writes(self, question: str, beside: str, text: str, *, quoted: bool = False) -> None:
        """`beside` is a button that stands under this question and not under the one before."""
        await self.sees(beside)
        await self.says(text)
        self.answers[question] = f'"{text}"' if quoted else text

    async def _asks(self) -> int:
        """Pressed and written in one breath, whether the bot lives or not."""
        screen = await self.sees(ASK)
        await self._thinks()
        return self._ask(screen, find_button(screen, ASK).data or "")

    async def asks_without_a_breath(self, times: int) -> None:
        screen = await self.sees(ASK)
        data = find_button(screen, ASK).data or ""
        for _ in range(times):
            self._ask(screen, data)

    async def _asks_in_a_row(self, times: int) -> None:
        screen = await self.sees(ASK)
        data = find_button(screen, ASK).data or ""
        for _ in range(times):
            self._ask(screen, data)
            await self._thinks()

    def _ask(self, screen: Message, data: str) -> int:
        self._press_data(screen, data)
        self.asked.append(f"Вопрос {len(self.asked) + 1}")
        return self._say(self.asked[-1])


@dataclass
class Coordinator(Person):
    """Orders the bank's workbook now and then: a second of work in a process of its own."""

    ordered: int = 0

    async def orders_workbook(self) -> None:
        """Once the one before has come: of two orders at once the bot makes one."""
        async with asyncio.timeout(PATIENCE_SECONDS):
            while self.received < self.ordered:
                await self.world.news(self.user_id)
        place = await self.says("/bank")
        await self.taps("Скачать Excel", after=place)
        await self._is_sure(place)
        self.ordered += 1

    async def _is_sure(self, place: int) -> None:
        """Asked with numbers, and once more when somebody has answered meanwhile."""
        asked: Message | None = await self.sees(SURE, place)
        while asked is not None:
            self._press(asked, SURE)
            async with asyncio.timeout(PATIENCE_SECONDS):
                while (screen := self._screen()) is asked:
                    await self.world.news(self.user_id)
            asked = self._with_button(SURE, place) if screen else None

    def _screen(self) -> Message | None:
        """The news that come meanwhile stand beside the bank, whose buttons stay: the bank is looked at."""
        chat = self.world.chat(self.user_id)
        live = (each for each in reversed(chat.versions) if len(each.buttons) > 1 and chat.shown[each.id] is each)
        return next(live, None)

    @property
    def received(self) -> int:
        return sum(message.document is not None for message in self.messages)
