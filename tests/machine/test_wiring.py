"""Every trigger leads to its handler, and every handler can be given what it asks for."""

import inspect
import types
from collections.abc import Iterator
from typing import Any, Union, get_args, get_origin, get_type_hints

import pytest
from aiogram import Router
from aiogram.dispatcher.event.handler import HandlerObject

from handlers import root, strays
from handlers.presses import Deed, Go, Spot
from handlers.texts import commands
from mentoring.filling import Move, moves
from tests.machine.encounters import Encounter, Taken, actors, encounters, press_of, presses, saying, taken_by


@pytest.fixture(scope="module")
def routers() -> list[Router]:
    return root.routers()


async def test_every_handler_can_be_given_what_it_asks_for(routers: list[Router]) -> None:
    for met in encounters(routers):
        taken = await taken_by(routers, met)
        assert taken is not None, f"nobody takes {met.name}"
        assert list(_missing(met, taken)) == [], f"{taken.handler.callback} cannot take {met.name}"


async def test_every_handler_is_reached_by_somebody(routers: list[Router]) -> None:
    reached = {id(taken.handler) for met in encounters(routers) if (taken := await taken_by(routers, met))}
    assert [name for name, handler in _handlers(routers) if id(handler) not in reached] == []


@pytest.mark.parametrize("press", presses(), ids=str)
async def test_every_button_does_something_for_somebody(routers: list[Router], press: Any) -> None:
    assert await _takers(routers, *press_of(press)) - {strays.on_press}


@pytest.mark.parametrize("command", [name for name, _ in commands.EVERYONE])
async def test_everybodys_command_opens_a_screen(routers: list[Router], command: str) -> None:
    for who in ("teacher", "director", "coordinator"):
        taken = await taken_by(routers, Encounter(command, *saying(f"/{command}"), actors()[who]))
        assert taken is not None
        assert taken.handler.callback is not strays.on_message


@pytest.mark.parametrize("command", [name for name, _ in commands.COORDINATOR])
async def test_a_coordinators_command_does_what_its_button_does(routers: list[Router], command: str) -> None:
    met = Encounter(command, *saying(f"/{command}"), actors()["coordinator"])
    taken = await taken_by(routers, met)
    assert taken is not None
    assert taken.handler.callback is not strays.on_message
    if command.upper() in Spot.__members__:
        assert taken.handler.callback in await _takers(routers, *press_of(Go(Spot[command.upper()])))


def test_every_move_of_a_dialog_is_carried_out() -> None:
    assert set(moves.MOVES) == set(Move)


def test_no_two_acts_or_screens_share_a_name() -> None:
    for names in (Spot, Deed, Move):
        assert len(names.__members__) == len(names)


async def _takers(routers: list[Router], kind: str, event: Any) -> set[object]:
    takers = [await taken_by(routers, Encounter("", kind, event, actor)) for actor in actors().values()]
    return {taken.handler.callback for taken in takers if taken}


def _handlers(routers: list[Router]) -> Iterator[tuple[str, HandlerObject]]:
    for router in routers:
        for kind, observer in router.observers.items():
            for number, handler in enumerate(observer.handlers):
                yield f"{router.name}, {kind} {number}: {handler.callback.__name__}", handler


def _missing(met: Encounter, taken: Taken) -> Iterator[str]:
    """Parameters that are not given, or not of the kind that is asked for. `_` is an event that is not looked at."""
    hints = get_type_hints(taken.handler.callback)
    for place, (name, parameter) in enumerate(inspect.signature(taken.handler.callback).parameters.items()):
        if name == "_":
            continue
        value = met.event if place == 0 else taken.given.get(name, parameter.default)
        if value is parameter.empty or not _fits(value, hints[name]):
            yield name


def _fits(value: object, hint: Any) -> bool:
    if get_origin(hint) in (Union, types.UnionType):
        return any(_fits(value, each) for each in get_args(hint))
    return isinstance(value, hint or type(None))
