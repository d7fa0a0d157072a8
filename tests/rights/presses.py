"""Real presses: whatever stands under the screens of a school at work, each with whom it was shown to."""

from collections import Counter
from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory

from handlers.presses import Act, Go, Meant, Spot, pack, unpack
from sandbox.world import Message
from tests.bot_under_test import BotUnderTest
from tests.cast import Cast, Person
from tests.conftest import School, set_up_school
from tests.rights.by_hand import TAKES_BACK, WRITTEN
from tests.rights.table import Thing, name
from tests.screens.worlds import World, person_of
from tests.storage.threadless import open_threadless

OF_A_KIND = 3  # screens that are opened: other things of the same kind have other buttons


@dataclass(frozen=True, slots=True)
class Press:
    """As it stood on a button of somebody of the cast."""

    press: Act | Go
    who: str

    @property
    def thing(self) -> Thing:
        return self.press.to if isinstance(self.press, Go) else self.press.deed

    @property
    def data(self) -> str:
        return pack(self.press)


_SHOWN: dict[str, tuple[Press, ...]] = {}


@asynccontextmanager
async def played(world: World) -> AsyncIterator[School]:
    """A bot of its own, with this school in it: the same one every time, by its ids."""
    with TemporaryDirectory() as folder:
        bot = BotUnderTest(Path(folder), opens=open_threadless)
        await bot.start()
        try:
            school = await set_up_school(Cast(bot))
            await world.story(school)
            yield school
        finally:
            await bot.stop()


async def shown_in(world: World) -> tuple[Press, ...]:
    """Looked for once by each process."""
    if world.name not in _SHOWN:
        async with played(world) as school:
            _SHOWN[world.name] = tuple(dict.fromkeys([*await _looked_for(school, world), *_written(world)]))
    return _SHOWN[world.name]


def _written(world: World) -> Iterator[Press]:
    return (Press(press, who) for who, press in WRITTEN.get(world.name, ()))


async def _looked_for(school: School, world: World) -> list[Press]:
    """Over the shoulders that the pictures look over: every screen is opened, nothing is done."""
    found: list[Press] = []
    for (who, _), words in world.looks.items():
        person = person_of(school, who)
        found += await _walk(person, who, words)
        for each in world.opens.get(who, ()):
            found.append(Press(each, who))
            await person.presses_data(pack(each))
            found += on(person.screen, who)
    taken_back = (
        replace(each, press=replace(each.press, deed=TAKES_BACK[each.press.deed]))
        for each in found
        if isinstance(each.press, Act) and each.press.deed in TAKES_BACK
    )
    return [*found, *taken_back]


async def _walk(person: Person, who: str, beginning: Sequence[str]) -> list[Press]:
    """Breadth first."""
    opened: Counter[str] = Counter()
    waiting = list(on(person.screen, who)) if not beginning else []
    for word in beginning:
        await person.says(word)
        waiting += on(person.screen, who)
    found: dict[Press, None] = {}
    while waiting:
        press = waiting.pop(0)
        if press in found:
            continue
        found[press] = None
        if not isinstance(press.thing, Spot) or opened[name(press.thing)] >= OF_A_KIND:
            continue
        opened[name(press.thing)] += 1
        await person.presses_data(press.data)
        waiting += on(person.screen, who)
    return list(found)


def on(message: Message, who: str) -> Iterator[Press]:
    """Without the mark of whom a button was meant for: whoever forges leaves it out."""
    for button in message.buttons:
        press = unpack(button.data or "")
        inner = press.press if isinstance(press, Meant) else press
        if isinstance(inner, Go | Act):
            yield Press(inner, who)
