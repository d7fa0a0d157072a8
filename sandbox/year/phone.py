"""A phone in somebody's hand: they say, press and see; every act waits until the bot has answered."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from bot.machine import Machine
from sandbox.clock import GivenClock
from sandbox.world import Message, World


class NoButton(LookupError):
    """Nothing with such a label can be pressed; what can is in the text."""


class RunningBot(Protocol):
    """The bot in this process, over a world of its own and a clock that is given."""

    world: World
    clock: GivenClock

    @property
    def machine(self) -> Machine:
        """The wired bot itself."""

    async def settle(self) -> None:
        """Work until nothing is left to do."""

    async def restart(self) -> None:
        """Die without goodbye, and start again."""


@dataclass
class Phone:
    """One human with a chat."""

    bot: RunningBot
    user_id: int
    name: str

    async def starts(self, payload: str = "") -> None:
        await self._do(lambda: self.bot.world.start(self.user_id, payload))

    async def says(self, text: str) -> None:
        await self._do(lambda: self.bot.world.say(self.user_id, text))

    async def presses(self, label: str, *, times: int = 1) -> None:
        """The newest button of this label, or the only one that begins so."""
        message = self._with_button(label)
        await self._do(lambda: self.bot.world.press(self.user_id, message.id, label, times=times))

    async def sends_file(self, name: str, content: bytes) -> None:
        await self._do(lambda: self.bot.world.send_file(self.user_id, name, content))

    @property
    def messages(self) -> list[Message]:
        """What the bot has said and not deleted, oldest first."""
        chat = self.bot.world.chat(self.user_id)
        return [message for message in chat.messages if message.from_bot and not message.deleted]

    @property
    def screen(self) -> Message:
        """The newest message with buttons, else the newest one."""
        if not self.messages:
            raise NoButton(f"{self.name} has heard nothing")
        return next((each for each in reversed(self.messages) if each.buttons), self.messages[-1])

    @property
    def buttons(self) -> list[str]:
        return [button.label for button in self.screen.buttons]

    async def _do(self, act: Callable[[], object]) -> None:
        self.bot.clock.move(seconds=1)  # no two acts at one moment: what came first can be told
        act()
        await self.bot.settle()
        if self.bot.world.spinners(self.user_id):
            raise AssertionError(f"a press of {self.name} was never answered")

    def _with_button(self, label: str) -> Message:
        for exact in (True, False):
            for message in reversed(self.messages):
                labels = [button.label for button in message.buttons]
                if label in labels or (not exact and sum(each.startswith(label) for each in labels) == 1):
                    return message
        raise NoButton(f"{self.name} has no button «{label}», only {self.buttons}:\n{self.screen.text}")
