"""Draws every screen and writes the page that shows them: `make pictures`."""

import asyncio
import os
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

from handlers.presses import Spot
from mentoring.notices import Notice
from tests.bot_under_test import BotUnderTest
from tests.cast import Cast
from tests.conftest import set_up_school
from tests.screens.draw import draw
from tests.screens.overheard import Ear
from tests.screens.sections import NOTICES, PAGE, SECTIONS, Section, section_of
from tests.screens.walk import Seen, opened, walk
from tests.screens.worlds import WORLDS, World, person_of
from tests.storage.threadless import open_threadless

PICTURES = Path(os.environ.get("PICTURES") or PAGE.parent / "pictures")
_HEAD = """# Экраны бота

Экраны, как их видит человек на телефоне: текст и кнопки под ним. Школа, люди и ответы выдуманы. Страницу и картинки
собирает `make pictures`: он открывает всё, что предлагают кнопки бота, в школах, где на каждом экране что-то есть,
и слушает, что бот пишет сам.

Над каждым экраном сказано, кто его видит. Как всем этим пользоваться: [для координатора](coordinator.md),
[для педагога](teacher.md).
"""


async def main() -> None:
    seen: dict[Spot, Seen] = {}
    heard: dict[Notice, Seen] = {}
    for world in WORLDS:
        for each in await _looked_at(world):
            if isinstance(each.what, Notice):
                heard.setdefault(each.what, each)
            else:
                seen.setdefault(each.what, each)
        print(f"{world.name}: {len(seen)} of {len(Spot)}, {len(heard)} of {len(Notice)} notices", flush=True)
    by_section = {
        section: [seen[spot] for spot in Spot if spot in seen and section_of(spot) is section] for section in SECTIONS
    }
    by_section[NOTICES] = [heard[kind] for kind in Notice if kind in heard]
    PICTURES.mkdir(parents=True, exist_ok=True)
    for old in PICTURES.glob("screens-*.png"):
        old.unlink()
    made = await draw(PICTURES, list(by_section.items()))
    PAGE.write_text(_page(by_section, made), "utf-8")
    print("not found:", *(spot.name for spot in Spot if spot not in seen))
    print("not said:", *(kind.name for kind in Notice if kind not in heard))


async def _looked_at(world: World) -> list[Seen]:
    with tempfile.TemporaryDirectory() as folder:
        bot = BotUnderTest(Path(folder), opens=open_threadless)
        await bot.start()
        try:
            school = await set_up_school(Cast(bot))
            ear = Ear(bot)
            await world.story(school)
            found: list[Seen] = []
            for (who, role), words in world.looks.items():
                person = person_of(school, who)
                if world.ends is not None and not found:
                    found.append(Seen(world.ends, person.screen, role))
                found += await walk(person, role, beginning=words)
                found += await opened(person, role, world.opens.get(who, ()))
            return [*found, *ear.heard.values()]
        finally:
            await bot.stop()


def _page(screens: Mapping[Section, Sequence[Seen]], made: Sequence[tuple[Section, Sequence[str]]]) -> str:
    parts = [_HEAD]
    for section, names in made:
        if not names:
            continue
        what = "notices" if section is NOTICES else "screens"
        shown = " ".join(each.what.name for each in screens[section])
        listed = "\n".join(f"{number}. {each.title}" for number, each in enumerate(screens[section], 1))
        pictures = "\n\n".join(f"![{section.title}, лист {at}](pictures/{name})" for at, name in enumerate(names, 1))
        parts.append(
            f"## {section.title}\n\n<!-- {what}: {shown} -->\n\n{pictures}\n\n"
            f"<details><summary>Список экранов</summary>\n\n{listed}\n\n</details>\n"
        )
    return "\n".join(parts)


if __name__ == "__main__":
    asyncio.run(main())
