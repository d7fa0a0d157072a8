"""People of the sandbox who answer on telephones of their own while the page shows somebody else."""

from dataclasses import dataclass
from functools import partial
from urllib.parse import parse_qs, urlsplit

from playwright.async_api import Locator

from sandbox.house import House
from sandbox.world import Impossible, Message
from tests.browser.conftest import until


@dataclass(frozen=True, slots=True)
class Phone:
    """One person's chat. A press waits for its button."""

    house: House
    user_id: int

    async def opens(self, link: Locator) -> None:
        address = await link.get_attribute("href")
        (payload,) = parse_qs(urlsplit(address or "").query)["start"]
        self.house.world.start(self.user_id, payload)

    async def presses(self, *labels: str) -> None:
        for label in labels:
            await until(partial(self._pressed, label))
            await until(lambda: not self.house.world.spinners(self.user_id))

    async def says(self, *texts: str) -> None:
        """Each is answered before the next one is said."""
        for text in texts:
            before = self._heard()
            self.house.world.say(self.user_id, text)
            await until(partial(self._heard_more, before))

    def _heard_more(self, before: int) -> bool:
        return self._heard() > before

    def _heard(self) -> int:
        """How many messages the bot has sent."""
        return sum(each.from_bot for each in self.house.world.history(self.user_id))

    def _pressed(self, label: str) -> bool:
        """The newest message has the button already."""
        try:
            self.house.world.press(self.user_id, self._screen.id, label)
        except (Impossible, LookupError):
            return False
        return True

    @property
    def _screen(self) -> Message:
        return [each for each in self.house.world.chat(self.user_id).visible if each.buttons][-1]
