"""People with phones: each makes the next press as soon as the screen that answers the last one has arrived."""

import asyncio
import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from time import perf_counter

from handlers.presses import Go, Spot, pack
from tests.bench.stand_in import StandIn

PATIENCE_SECONDS = 120

# The request: ten questions, the core and the first three of the rest. Each label is the beginning of a button's.
OPENING = pack(Go(Spot.REQUEST))
SURVEY = (
    "Начать",
    *("☐ Начальные классы", "Готово"),
    *("☐ 5–9 классы", "Готово"),
    "4–10 лет",
    "Да, на несколько месяцев",
    *("☐ Урок и методика", "Готово"),
    *("☐ После уроков", "Готово"),
    "Пока нет",
    *("Отправить", "Уточнить"),
    *("☐ Первые три года", "Готово"),
    *("☐ ФГОС и ФООП", "Готово"),
    "Пропустить",
)


@dataclass(slots=True)
class Walker:
    """One person on the way; `pressed_at` is when the press that is not answered yet was made."""

    place: int = 0
    pressed_at: float = 0.0


@dataclass(slots=True)
class Walk:
    """What it took: from the first press until every screen has arrived and every press is answered."""

    updates: int = 0
    seconds: float = 0.0
    waits: list[float] = field(default_factory=list)

    @property
    def rate(self) -> float:
        return self.updates / self.seconds


class Crowd:
    """Everybody of one bot's Telegram."""

    def __init__(self, telegram: StandIn) -> None:
        self._telegram = telegram
        self._labels: Sequence[str] = ()
        self._walkers: dict[int, Walker] = {}
        self._left = 0
        self._waits: list[float] = []
        self._over: asyncio.Future[None] | None = None
        telegram.shown = self._shown

    async def walk(self, users: Sequence[int], opening: str = OPENING, labels: Sequence[str] = SURVEY) -> Walk:
        """All of them at once, each through all the labels."""
        self._labels, self._waits, self._left = labels, [], len(users)
        self._walkers = {user: Walker() for user in users}
        self._over = asyncio.get_running_loop().create_future()
        updates = len(users) * (1 + len(labels))
        answered = self._telegram.answered + updates
        began = perf_counter()
        for user, walker in self._walkers.items():
            self._press(user, walker, opening)
        async with asyncio.timeout(PATIENCE_SECONDS):
            await self._over
            while self._telegram.answered < answered:
                await asyncio.sleep(0.0005)
        return Walk(updates, perf_counter() - began, self._waits)

    def _press(self, user: int, walker: Walker, press: str) -> None:
        walker.pressed_at = perf_counter()
        self._telegram.press(user, press)

    def _shown(self, user: int, keyboard: bytes) -> None:
        walker = self._walkers.get(user)
        if walker is None or self._over is None or self._over.done():
            return
        self._waits.append(perf_counter() - walker.pressed_at)
        if walker.place < len(self._labels):
            label = self._labels[walker.place]
            walker.place += 1
            if press := button(keyboard, label):
                self._press(user, walker, press)
            else:
                self._over.set_exception(LookupError(f"no button «{label}» in {keyboard.decode()}"))
            return
        self._left -= 1
        if not self._left:
            self._over.set_result(None)


def button(keyboard: bytes, label: str) -> str:
    """The press of the first button that begins so; empty when there is none."""
    rows = json.loads(keyboard)["inline_keyboard"] if keyboard else []
    return next((button["callback_data"] for row in rows for button in row if button["text"].startswith(label)), "")
