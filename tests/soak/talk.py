"""People who say something to the bot at a steady pace, and how long each of them waits for the answer."""

import asyncio
from collections import Counter, defaultdict, deque
from collections.abc import Callable, Sequence
from itertools import count, cycle


class Talk:
    """Inside a chat answers come in the order of what was said, one for each."""

    def __init__(self, say: Callable[[int, str], object]) -> None:
        self._say = say
        self.said: Counter[int] = Counter()
        self.heard: Counter[int] = Counter()
        self.waits: list[float] = []
        self.latest = 0.0  # by how much somebody's turn came too late: that is this machine, not the bot
        self.unanswered = 0
        self._since: defaultdict[int, deque[float]] = defaultdict(deque)
        self._came = asyncio.Event()

    def says(self, user: int, text: str = "/menu") -> None:
        self.said[user] += 1
        self.unanswered += 1
        self._since[user].append(asyncio.get_running_loop().time())
        self._say(user, text)

    def hears(self, user: int) -> None:
        """The bot has written there; an answer that nobody waits for is one too many."""
        self.heard[user] += 1
        if since := self._since[user]:
            self.unanswered -= 1
            self.waits.append(asyncio.get_running_loop().time() - since.popleft())
        self._came.set()

    async def goes_on(self, users: Sequence[int], *, a_second: float, seconds: float) -> None:
        """One after another, whatever becomes of it."""
        loop, whose = asyncio.get_running_loop(), cycle(users)
        began = loop.time()
        for number in count():
            if number >= a_second * seconds:
                return
            turn = began + number / a_second
            await asyncio.sleep(max(0.0, turn - loop.time()))
            self.latest = max(self.latest, loop.time() - turn)
            self.says(next(whose))

    async def warms_up(self, users: Sequence[int], within: float) -> None:
        """What the bot loads once is loaded; none of it is measured. The first answers may be late: nobody gets the
        next one in the same second, which Telegram would refuse."""
        await self.goes_on(users, a_second=20, seconds=1)
        await self.is_answered(within)
        await asyncio.sleep(1.0)
        self.waits.clear()
        self.latest = 0.0

    async def is_answered(self, within: float) -> float:
        """The seconds until nobody waits any more; TimeoutError when some still do."""
        loop = asyncio.get_running_loop()
        began = loop.time()
        async with asyncio.timeout(within):
            while self.unanswered:
                self._came.clear()
                await self._came.wait()
        return loop.time() - began

    @property
    def note(self) -> str:
        """Beside a figure of the waits."""
        return f"{len(self.waits):,} updates, said up to {self.latest:.2g} s late by this machine"

    @property
    def lost(self) -> int:
        """What was said and never answered."""
        return (self.said - self.heard).total()

    @property
    def doubled(self) -> int:
        """Answers to nothing."""
        return (self.heard - self.said).total()
