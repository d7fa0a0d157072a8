"""The cast: people who say, press and see; and somebody who may not."""

from dataclasses import dataclass, field

from sandbox.world import Message
from tests.bot_under_test import BotUnderTest


@dataclass
class Person:
    """One human with a phone. Every act waits until the bot has answered."""

    bot: BotUnderTest
    user_id: int
    name: str
    _read: int = field(default=0, repr=False)

    async def starts(self, payload: str = "") -> None:
        await self._do(lambda: self.bot.world.start(self.user_id, payload))

    async def says(self, text: str) -> None:
        await self._do(lambda: self.bot.world.say(self.user_id, text))

    async def presses(self, label: str, *, times: int = 1) -> None:
        """The newest button of this label, or the only one that begins so."""
        message = self._with_button(label)
        await self._do(lambda: self.bot.world.press(self.user_id, message.id, label, times=times))

    async def presses_old(self, message: Message, label: str) -> None:
        """A button as it stood on a screen that was shown once."""
        data = next(button.data for button in message.buttons if button.label.startswith(label))
        await self._do(lambda: self.bot.world.press_data(self.user_id, message.id, data or ""))

    async def presses_data(self, data: str) -> None:
        """A forged press on the screen of now."""
        screen = self.screen
        await self._do(lambda: self.bot.world.press_data(self.user_id, screen.id, data))

    async def sends_file(self, name: str, content: bytes) -> None:
        await self._do(lambda: self.bot.world.send_file(self.user_id, name, content))

    async def sends(self, kind: str) -> None:
        """voice, photo, sticker, contact, location or video_note."""
        await self._do(lambda: getattr(self.bot.world, f"send_{kind}")(self.user_id))

    async def forwards(self, text: str) -> None:
        await self._do(lambda: self.bot.world.forward(self.user_id, text))

    async def waits(self) -> None:
        """Only looks at the phone."""
        await self.bot.settle()

    @property
    def messages(self) -> list[Message]:
        """What the bot has said and not deleted, oldest first."""
        chat = self.bot.world.chat(self.user_id)
        return [message for message in chat.messages if message.from_bot and not message.deleted]

    @property
    def screen(self) -> Message:
        """The newest message with buttons, else the newest one."""
        if not self.messages:
            raise AssertionError(f"{self.name} has heard nothing")
        return next((each for each in reversed(self.messages) if each.buttons), self.messages[-1])

    @property
    def buttons(self) -> list[str]:
        return [button.label for button in self.screen.buttons]

    @property
    def files(self) -> dict[str, bytes]:
        """Files from the bot by name; the newest of a name."""
        documents = [message.document for message in self.messages]
        return {document.name: document.content for document in documents if document}

    @property
    def heard(self) -> str:
        """Everything that ever was on the screen from the bot."""
        history = self.bot.world.history(self.user_id)
        return "\n".join(message.text for message in history if message.from_bot)

    @property
    def toast(self) -> str:
        toasts = self.bot.world.toasts(self.user_id)
        return toasts[-1].text if toasts else ""

    def sees(self, *texts: str) -> None:
        """Each of them is in one of the last three messages or on a button of the screen."""
        shown = "\n".join([*(message.text for message in self.messages[-3:]), *self.buttons])
        for text in texts:
            assert text in shown, f"{self.name} does not see «{text}» but:\n{shown}"

    def does_not_see(self, *texts: str) -> None:
        shown = "\n".join([self.messages[-1].text, *self.buttons]) if self.messages else ""
        for text in texts:
            assert text not in shown, f"{self.name} sees «{text}»:\n{shown}"

    def was_never_told(self, *texts: str) -> None:
        for text in texts:
            assert text not in self.heard

    async def _do(self, act: object) -> None:
        if not callable(act):
            raise TypeError("an act is a function of the world")
        self.bot.clock.move(seconds=1)  # no two acts at one moment: what came first can be told
        act()
        await self.bot.settle()
        assert not self.bot.world.spinners(self.user_id), f"a press of {self.name} was never answered"

    def _with_button(self, label: str) -> Message:
        for exact in (True, False):
            for message in reversed(self.messages):
                labels = [button.label for button in message.buttons]
                if label in labels or (not exact and sum(each.startswith(label) for each in labels) == 1):
                    return message
        raise AssertionError(f"{self.name} has no button «{label}», only {self.buttons}:\n{self.screen.text}")


class Cast:
    """Invented people of an invented school."""

    def __init__(self, bot: BotUnderTest) -> None:
        self.bot = bot
        self.coordinator = self._add(101, "Вера", "Орлова")
        self.deputy = self._add(102, "Павел", "Лугов")
        self.teacher = self._add(201, "Анна", "Соколова")
        self.colleague = self._add(202, "Игорь", "Рябинин")
        self.newcomer = self._add(203, "Ольга", "Берёзова")
        self.outsider = self._add(301, "Кто", "То")

    def _add(self, user_id: int, first: str, last: str) -> Person:
        self.bot.world.add_user(first, last, user_id=user_id)
        return Person(self.bot, user_id, f"{last} {first}")
