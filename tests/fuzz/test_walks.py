"""People press what they see and type what comes to mind, for a long time: nothing breaks, nobody meets silence."""

import random
from datetime import timedelta

from sandbox.world import Message
from sandbox.world.model import Standing
from storage.vocabulary import Role
from tests.bench.figures import at_most
from tests.cast import Person
from tests.conftest import School
from tests.dialogs.test_rights import with_role
from tests.dialogs.test_rights_everywhere import a_school_at_work, who_waits
from tests.fuzz.odd import some_text
from tests.fuzz.seeds import amounts, seed
from tests.soak.measuring import Measured

ORDERS = ("/menu", "/start", "/people", "/bank", "/mentors", "/pairs", "/papers", "/questions", "/write", "/settings")
MORE_ORDERS = ("/stages", "/year", "/today", "/stop", "меню", "стоп", "назад", "готово", "отмена")
SENSIBLE = (
    *("Соколова Анна Ильинична", "Соколова", "Физика", "12", "3", "да", "12.10.2026", "15:30", "завтра"),
    *("Кабинет 204", "Хочу увереннее вести большой класс", "Приказ № 7 от 01.09.2026", "7", "01.09.2026"),
)
CONTENTS = ("voice", "photo", "sticker", "contact", "location", "video_note")


class Walker:
    """Somebody with a phone, bored."""

    def __init__(self, person: Person, chance: random.Random) -> None:
        self.person = person
        self._chance = chance
        self.deeds: list[str] = []

    async def does_something(self) -> None:
        """What it was is kept, to be read when it has broken something."""
        made = self._chance.random()
        buttons = self._buttons(self.person.messages[-3:])
        if made < 0.7 and buttons:
            await self._presses(*self._chance.choice(buttons))
        elif made < 0.76 and (old := self._buttons(self.person.messages)):
            await self._presses(*self._chance.choice(old))
        elif made < 0.8:
            await self._did(self._chance.choice(CONTENTS), self.person.sends)
        elif made < 0.86:
            await self._did(self._chance.choice((*ORDERS, *MORE_ORDERS)), self.person.says)
        elif made < 0.94:
            await self._did(self._chance.choice(SENSIBLE), self.person.says)
        else:
            await self._did(some_text(self._chance) or "-", self.person.says)

    def _buttons(self, messages: list[Message]) -> list[tuple[Message, str, str]]:
        return [(each, button.label, button.data) for each in messages for button in each.buttons if button.data]

    async def _presses(self, under: Message, label: str, data: str) -> None:
        self.deeds.append(f"[{label}] {data}")
        self.person.bot.world.press_data(self.person.user_id, under.id, data)
        await self.person.waits()

    async def _did(self, what: str, how: object) -> None:
        self.deeds.append(what)
        assert callable(how)
        await how(what)


async def everybody(school: School) -> list[Person]:
    await a_school_at_work(school)
    cast = school.cast
    roles = [await with_role(school, Role.PSYCHOLOGIST)]
    return [*[cast.coordinator] * 4, cast.teacher, cast.colleague, *roles, await who_waits(school)]


@amounts(few=150, many=3_000)
async def test_whatever_people_press_and_type_is_answered(school: School, amount: int, measured: Measured) -> None:
    chance = random.Random(seed(new=amount > 1_000))
    people = await everybody(school)
    walkers = {person.user_id: Walker(person, chance) for person in people}
    bot, silences = school.cast.bot, 0
    for _ in range(amount):
        walker = walkers[chance.choice(people).user_id]
        said = len(bot.world.log)
        await walker.does_something()
        bot.clock.move(seconds=chance.choice((1, 1, 5, 600)))
        if chance.random() < 0.02:
            bot.clock.to(bot.clock.now() + timedelta(hours=chance.choice((3, 24, 24 * 7))))
            await bot.tick()
        dead = await bot.fetch(str, "SELECT error FROM inbox WHERE state = 'dead'")
        assert not dead, (dead, walker.person.name, walker.deeds[-12:])
        assert not bot.world.spinners(walker.person.user_id), walker.deeds[-12:]
        silences += (
            all(call.chat_id != walker.person.user_id for call in bot.world.log[said:])
            and bot.world.chat(walker.person.user_id).standing is Standing.MEMBER
        )
    measured(at_most("deeds that nothing answered", silences, 0, "", note=f"of {amount}"))
