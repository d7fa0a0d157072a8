"""The cast: people who say, press and see; and somebody who may not."""

from dataclasses import dataclass

from sandbox.world import Message
from sandbox.year.phone import Phone
from tests.bot_under_test import BotUnderTest


@dataclass
class Person(Phone):
    """One human with a phone, who is heard and looked at."""

    bot: BotUnderTest

    async def presses_old(self, message: Message, label: str) -> None:
        """A button as it stood on a screen that was shown once."""
        data = next(button.data for button in message.buttons if button.label.startswith(label))
        await self._do(lambda: self.bot.world.press_data(self.user_id, message.id, data or ""))

    async def presses_data(self, data: str) -> None:
        """A forged press on the screen of now."""
        screen = self.screen
        await self._do(lambda: self.bot.world.press_data(self.user_id, screen.id, data))

    async def sends(self, kind: str) -> None:
        """voice, photo, sticker, contact, location or video_note."""
        await self._do(lambda: getattr(self.bot.world, f"send_{kind}")(self.user_id))

    async def forwards(self, text: str) -> None:
        await self._do(lambda: self.bot.world.forward(self.user_id, text))

    async def waits(self) -> None:
        """Only looks at the phone."""
        await self.bot.settle()

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
