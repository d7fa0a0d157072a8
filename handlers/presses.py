"""Callback data: small typed values with ids and the step they belong to, at most 64 bytes."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import TypeAlias

from handlers.deeds import Deed
from handlers.effects import Button, Effect, Effects, Screen, as_list
from handlers.spots import Spot
from mentoring.filling import Move, Turn

LONGEST = 64
_LARGEST = 2**63 - 1
_MEANT, _MEANT_BESIDE = "p:", "b:"


@dataclass(frozen=True, slots=True)
class Go:
    """Open a screen; the argument is a key of ours, where a thing has no number."""

    to: Spot
    id: int = 0
    page: int = 0
    argument: str = ""


@dataclass(frozen=True, slots=True)
class Act:
    """Do something to the thing of this id."""

    deed: Deed
    id: int = 0
    argument: str = ""


Press: TypeAlias = Go | Act | Turn


@dataclass(frozen=True, slots=True)
class Meant:
    """A press for one of the people that an account is, whichever school is open when the button is pressed."""

    person_id: int
    press: Press
    beside: bool = False  # what was pressed stays to be read: the next screen comes under it, not in its place


def pack(press: Press | Meant) -> str:
    """The data of a button; more than 64 bytes is a bug."""
    data = _written(press)
    if len(data.encode()) > LONGEST:
        raise ValueError("callback data is longer than 64 bytes")
    return data


def unpack(data: str) -> Press | Meant | None:
    """None for what is forged or of another version of the bot."""
    if not data.startswith((_MEANT, _MEANT_BESIDE)):
        return _read(data)
    person_id, _, inner = data[len(_MEANT) :].partition(":")
    whose, press = number(person_id), _read(inner)
    return Meant(whose, press, data.startswith(_MEANT_BESIDE)) if whose and press else None


def number(text: str) -> int | None:
    """An id or a page as we write them; None for whatever else: no database holds a larger one."""
    is_ours = text.isascii() and text.isdecimal() and len(text) <= len(str(_LARGEST))
    return int(text) if is_ours and int(text) <= _LARGEST else None


def button(label: str, press: Press | Meant) -> Button:
    return Button(label, pack(press))


def meant_for(person_id: int, effects: Effects, *, beside: bool = False) -> list[Effect]:
    """The same effects; their buttons act as this person, in this person's school, whenever they are pressed."""
    mark = f"{_MEANT_BESIDE if beside else _MEANT}{person_id}:"
    return [
        replace(effect, buttons=tuple(tuple(_marked(mark, each) for each in row) for row in effect.buttons))
        if isinstance(effect, Screen)
        else effect
        for effect in as_list(effects)
    ]


def go(label: str, to: Spot, id_: int = 0, page: int = 0, argument: str = "") -> Button:
    return button(label, Go(to, id_, page, argument))


def act(label: str, deed: Deed, id_: int = 0, argument: str = "") -> Button:
    return button(label, Act(deed, id_, argument))


def _read(data: str) -> Press | None:
    kind, _, rest = data.partition(":")
    read = _READERS.get(kind)
    try:
        return read(rest) if read else None
    except ValueError:
        return None


def _marked(mark: str, of: Button) -> Button:
    return replace(of, data=mark + of.data) if of.data else of


def _written(press: Press | Meant) -> str:
    match press:
        case Turn(run_id, step, question, move, argument):  # first: a dozen of them for every screen of a dialog
            return f"t:{run_id}:{step}:{question}:{move}:{argument}"
        case Meant(person_id, inner, beside):
            return f"{_MEANT_BESIDE if beside else _MEANT}{person_id}:{_written(inner)}"
        case Go(to, id_, page, argument):
            return f"g:{to}:{id_}:{page}:{argument}" if argument else f"g:{to}:{id_}:{page}"
        case Act(deed, id_, argument):
            return f"a:{deed}:{id_}:{argument}"


def _go(rest: str) -> Go:
    to, id_, page, *argument = rest.split(":", 3)
    return Go(Spot(to), _number(id_), _number(page), *argument)


def _act(rest: str) -> Act:
    deed, id_, argument = rest.split(":", 2)
    return Act(Deed(deed), _number(id_), argument)


def _turn(rest: str) -> Turn:
    run_id, step, question, move, argument = rest.split(":", 4)
    return Turn(_number(run_id), _number(step), _number(question), Move(move), argument)


def _number(text: str) -> int:
    found = number(text)
    if found is None:
        raise ValueError("no number of ours")
    return found


_READERS: Mapping[str, Callable[[str], Press]] = {"g": _go, "a": _act, "t": _turn}

__all__ = [
    "LONGEST",
    "Act",
    "Deed",
    "Go",
    "Meant",
    "Press",
    "Spot",
    "act",
    "button",
    "go",
    "meant_for",
    "number",
    "pack",
    "unpack",
]
