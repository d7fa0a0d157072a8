"""A coordinator on a phone: presses, types what only a person can decide, and gets papers."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from io import BytesIO
from zoneinfo import ZoneInfo

from docx import Document

from sandbox.child import BotState
from sandbox.house import House
from sandbox.world import Message
from tests.browser.conftest import until
from tests.browser.phones import Phone

MOSCOW = ZoneInfo("Europe/Moscow")
QUIET = 0.5  # seconds without a call: a bot that has started has said what was due
OPEN, TICKED = "☐ ", "☑ "


@dataclass(frozen=True, slots=True)
class Coordinator(Phone):
    """`typed` is everything that had to be written by hand."""

    typed: list[str] = field(default_factory=list)

    async def types(self, *texts: str) -> None:
        self.typed.extend(texts)
        await self.says(*texts)

    async def goes(self, *labels: str) -> None:
        """From the menu on."""
        await self.says("/menu")
        await self.presses(*labels)

    async def turns(self, label: str) -> None:
        """To a screen that may have a button of the same name."""
        before = self.screen
        await self.presses(label)
        await until(lambda: self.screen != before)

    async def gets(self, label: str, name: str) -> bytes:
        """The file of this name that the button orders."""
        before = len(self.files(name))
        await self.presses(label)
        await until(lambda: len(self.files(name)) > before)
        return self.files(name)[-1]

    async def sends_file(self, name: str, content: bytes) -> None:
        before = self.screen
        self.house.world.send_file(self.user_id, name, content)
        await until(lambda: self.screen != before)

    def labels(self, beginning: str = "") -> list[str]:
        return [each.label for each in self.screen.buttons if each.label.startswith(beginning)]

    def sees(self, *texts: str) -> None:
        for text in texts:
            assert text in self.screen.text, f"no «{text}» in:\n{self.screen.text}"

    @property
    def screen(self) -> Message:
        return [each for each in self.house.world.chat(self.user_id).visible if each.buttons][-1]

    def files(self, name: str) -> Sequence[bytes]:
        """All that have come under this name, the newest last."""
        came = [each.document for each in self.house.world.chat(self.user_id).visible if each.from_bot]
        return [each.content for each in came if each and each.name == name]


async def comes(house: House, year: int, month: int, day: int, hour: int = 12) -> None:
    """Five past that hour in Moscow, and the bot has said what was due by then."""
    house.move_clock(datetime(year, month, day, hour, 5, tzinfo=MOSCOW))
    await until(lambda: house.bot.state is BotState.RUNNING)
    said = -1
    while said != (said := sum(each.method != "getUpdates" for each in house.world.log)):
        await asyncio.sleep(QUIET)


def words_of(paper: bytes) -> str:
    """Everything that is printed but the heads of pages."""
    document = Document(BytesIO(paper))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    text = "\n".join([*(paragraph.text for paragraph in document.paragraphs), *cells])
    assert not any(left in text for left in ("{{", "{%", "None"))
    return text


def heads_of(paper: bytes) -> str:
    """What stands over the text of every page: «Проект», «Копия», or nothing."""
    sections = Document(BytesIO(paper)).sections
    return "\n".join(paragraph.text for section in sections for paragraph in section.header.paragraphs).strip()
