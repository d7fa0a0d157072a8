"""Scenes: what many tests begin with is played once by each process; what it leaves is kept, and put back for the next.

It is played again when anything has happened that no scene accounts for, when storage has threads, and by a bot that
dies around every update.
"""

import functools
import inspect
import io
import pickle
import shutil
from collections import OrderedDict
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum
from pathlib import Path
from typing import Any, ParamSpec, Protocol, TypeVar

from tests.bot_under_test import BotUnderTest
from tests.storage.threadless import writer_of

P = ParamSpec("P")
R = TypeVar("R")
Story = tuple[object, ...]

KEPT = 64  # scenes of one process: about a megabyte each


class Stage(Protocol):
    """What a scene is played on: a school, or the cast without one."""

    @property
    def bot(self) -> BotUnderTest:
        """Whose memory is kept and put back."""


@dataclass(frozen=True, slots=True)
class Kept:
    """What a scene leaves: the database, the files beside it, the local Telegram, the time, what it returns."""

    database: bytes
    files: dict[Path, bytes]
    memory: bytes
    moment: datetime


_SCENES: OrderedDict[Story, Kept] = OrderedDict()


def scene(play: Callable[P, Awaitable[R]]) -> Callable[P, Awaitable[R]]:
    """An async function whose first argument has the `bot`; the others are told apart by their values."""

    @functools.wraps(play)
    async def played(*args: P.args, **kwargs: P.kwargs) -> R:
        stage: Any = args[0]
        bot: BotUnderTest = stage.bot
        story = _story(bot, play, args[1:], kwargs)
        if story is None:
            return await play(*args, **kwargs)
        if (kept := _SCENES.get(story)) is not None:
            _SCENES.move_to_end(story)
            result: R = await _put_back(bot, stage, kept)
        else:
            result = await play(*args, **kwargs)
            _keep(bot, stage, story, result)
        bot.told = (story, _mark(bot))
        return result

    return played


def _story(bot: BotUnderTest, play: Callable[..., object], args: object, kwargs: object) -> Story | None:
    """Which scenes have led here, this one being the last; None when something else has happened too."""
    if bot.crashes or writer_of(bot.machine.database) is None:
        return None
    before, mark = bot.told or ((bot.clock.now(),), _mark(bot))
    if mark != _mark(bot) or bot.world.faults.waiting:
        return None
    try:
        return (*before, play.__module__, play.__qualname__, _named(args), _named(kwargs))
    except TypeError:
        return None


def _named(value: object) -> object:
    """The value as part of a key. Raises TypeError for one that has no name."""
    match value:
        case None | str() | int() | float() | bytes() | date() | Enum():
            return value
        case tuple() | list():
            return tuple(_named(each) for each in value)
        case dict():
            return tuple((name, _named(each)) for name, each in value.items())
    if isinstance(user_id := getattr(value, "user_id", None), int) and hasattr(value, "bot"):
        return type(value).__name__, user_id
    if inspect.isfunction(value) and "<locals>" not in value.__qualname__ and value.__name__ != "<lambda>":
        return value.__module__, value.__qualname__
    raise TypeError(type(value).__name__)


def _mark(bot: BotUnderTest) -> Story:
    """Changes when anybody does anything."""
    writer, state = writer_of(bot.machine.database), bot.world.state
    assert writer is not None
    files = tuple((path, path.stat().st_mtime_ns) for path in sorted(bot.data_dir.rglob("*")))
    told = (
        len(state.log),
        state.updates.next_id,
        len(state.users),
        sum(len(each.versions) for each in state.chats.values()),
    )
    return (id(bot.machine), writer.changes, bot.clock.now(), *told, files)


def _keep(bot: BotUnderTest, stage: object, story: Story, result: object) -> None:
    writer = writer_of(bot.machine.database)
    assert writer is not None
    memory = io.BytesIO()
    listeners, bot.world.state.listeners = bot.world.state.listeners, []
    try:
        _Away(memory, bot, stage).dump((bot.world.state, bot.slept, result))
    except (TypeError, AttributeError, pickle.PicklingError):
        return  # it returns what cannot be kept
    finally:
        bot.world.state.listeners = listeners
    files = {path.relative_to(bot.data_dir): path.read_bytes() for path in bot.data_dir.rglob("*") if path.is_file()}
    _SCENES[story] = Kept(writer.image(), files, memory.getvalue(), bot.clock.now())
    while len(_SCENES) > KEPT:
        _SCENES.popitem(last=False)


async def _put_back(bot: BotUnderTest, stage: object, kept: Kept) -> Any:
    state, slept, result = _Back(io.BytesIO(kept.memory), bot, stage).load()
    state.listeners = bot.world.state.listeners
    bot.world.state, bot.slept[:] = state, slept
    bot.clock.to(kept.moment)
    await bot.continue_with(kept.database)
    shutil.rmtree(bot.data_dir, ignore_errors=True)
    for path, content in kept.files.items():
        place = bot.data_dir / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(content)
    return result


class _Away(pickle.Pickler):
    """Leaves out what each test has of its own."""

    def __init__(self, file: io.BytesIO, bot: BotUnderTest, stage: object) -> None:
        super().__init__(file, protocol=pickle.HIGHEST_PROTOCOL)
        self._own = {id(each): name for name, each in _own(bot, stage).items()}

    def persistent_id(self, value: object) -> str | None:
        if inspect.ismethod(value) and value.__name__ == "now":
            return "now"
        return self._own.get(id(value))


class _Back(pickle.Unpickler):
    """Puts this test's own in its place."""

    def __init__(self, file: io.BytesIO, bot: BotUnderTest, stage: object) -> None:
        super().__init__(file)
        self._own = _own(bot, stage) | {"now": bot.clock.now}

    def persistent_load(self, name: str) -> object:
        return self._own[name]


def _own(bot: BotUnderTest, stage: object) -> dict[str, object]:
    cast = getattr(stage, "cast", stage)
    return {"bot": bot, "cast": cast, "stage": stage}
