"""How people of each temper answer what the bot says, and how anybody gets through a questionnaire."""

import random
import re
from dataclasses import dataclass, field
from datetime import date, timedelta

from handlers.texts import announcements, common, digests, filling, meeting_plans, meetings, notices
from mentoring.digests import Later
from sandbox.year.people import Resident, Temper
from sandbox.year.phone import Phone
from storage.vocabulary.pairs import Fit

LONGEST = 60  # steps of one questionnaire
READ, PUT_OFF, NOT_NOW = announcements.READ, digests.PUT_OFF, notices.NOT_NOW
AHEAD = (common.SEND, common.START, common.GO_ON, filling.RIGHT)
DIALOG = frozenset({*AHEAD, common.LATER, common.ASK_COORDINATOR})
ASIDE = frozenset(
    {
        *(common.BACK, common.SKIP, common.CHANGE, common.LATER, common.ASK_COORDINATOR, common.MENU, common.CANCEL),
        *(common.RATHER_NOT_SAY, common.BEGIN_ANEW, filling.WHOLE_LIST),
    }
)
PROMISE = re.compile(r"бот напомнит (\d+ \w+)")
PAUSE_DAYS = 10


@dataclass
class Teacher:
    """A resident with a phone, and how often the bot has spoken to them."""

    resident: Resident
    phone: Phone
    person_id: int = 0
    heard: int = 0
    put_off_until: set[str] = field(default_factory=set)  # as the bot has promised it: «28 октября»
    chance: random.Random = field(init=False)

    def __post_init__(self) -> None:
        self.chance = random.Random(self.resident.user_id)

    async def looks(self, day: date) -> None:
        """In the late afternoon, at what the bot has said today."""
        self.heard += 1
        if READ in self.phone.buttons:
            if self.resident.temper is not Temper.SILENT:
                await self.phone.presses(READ)
        elif {PUT_OFF, NOT_NOW} & set(self.phone.buttons):
            await self._answers(day)

    async def _answers(self, day: date) -> None:
        match self.resident.temper:
            case Temper.PROMPT:
                await self._does_it()
            case Temper.SLOW if self.heard % 2 == 0:
                await self._does_it()
            case Temper.PUTS_OFF:
                await (self._does_it() if self.heard % 3 == 0 else self._puts_off())
            case Temper.ON_PAPER:
                await self._puts_off(digests.LATER[Later.ON_PAPER])
            case Temper.PAUSES if self.heard % 3:
                await self.phone.says("не беспокоить")
                await self.phone.says(f"{day + timedelta(days=PAUSE_DAYS):%d.%m.%Y}")
            case Temper.PAUSES:
                await self._does_it()
            case Temper.STOPS:
                await self.phone.says("стоп")
            case _:
                pass  # reads it and does nothing

    async def _does_it(self) -> None:
        await self.phone.presses(self.phone.buttons[0])
        await self._meets()
        await fills(self.phone, self.chance)

    async def _meets(self) -> None:
        """A meeting was today, about whatever stands first, and the pair suits."""
        if meetings.TODAY in self.phone.buttons:
            await self.phone.presses(meetings.TODAY)
            await self.phone.presses(self.phone.buttons[0])
        for label in (meetings.FITS[Fit.GOOD], meeting_plans.SUITS):
            if label in self.phone.buttons:
                await self.phone.presses(label)

    async def _puts_off(self, until: str = "") -> None:
        if PUT_OFF not in self.phone.buttons:
            await self.phone.presses(NOT_NOW)
            return
        await self.phone.presses(PUT_OFF)
        offered = [label for label in self.phone.buttons if label != common.MENU]
        await self.phone.presses(until if until in offered else self.chance.choice(offered[:2]))
        promised = PROMISE.search(self.phone.screen.text)
        if promised:
            self.put_off_until.add(promised[1])


async def fills(phone: Phone, chance: random.Random) -> None:
    """From any question to the end, with answers as they come."""
    for _ in range(LONGEST):
        if not DIALOG & set(phone.buttons):
            return
        label = next_press(phone.buttons, chance)
        await (phone.presses(label) if label else phone.says("Как объяснить дроби"))
        if label == common.SEND:
            return


def next_press(labels: list[str], chance: random.Random) -> str:
    """The button that leads on; empty when words are wanted."""
    for label in AHEAD:
        if label in labels:
            return label
    ready = next((each for each in labels if each.startswith(common.DONE)), "")
    if ready and any(each.startswith(filling.TICK) for each in labels):
        return ready
    options = [each for each in labels if each not in ASIDE and not each.startswith((common.DONE, "Другое"))]
    if options:
        return options[0] if chance.random() < 0.7 else chance.choice(options[:3])
    return common.SKIP if common.SKIP in labels else ""
