"""An argument for every parameter of every text, by its type: awkward or generous, the same ones in every run."""

import dataclasses
import random
import types
from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime
from decimal import Decimal
from enum import Enum
from functools import cache
from typing import Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints
from zoneinfo import ZoneInfo

from mentoring import forms
from mentoring.documents.asked import Asked, asked_of
from mentoring.documents.filled import Filled
from mentoring.papers.templates.fields import Outline
from mentoring.papers.templates.kinds import OUTLINES
from mentoring.rules.forms import Form, Question
from mentoring.rules.lessons import MOST_LESSONS, Lesson, Slot
from mentoring.schools import Field
from storage.vocabulary.documents import DocumentKind

NAME = "Ю<s>&quot;«Я» & Ко"  # an unclosed tag, a reference, quotes
PLAIN_NAME = "Соколова А. И."
LONG_NAME = "Вознесенская-Преображенская А. В."
NOW = datetime(2026, 9, 8, 9, 0, tzinfo=UTC)
COUNTS = (0, 1, 2, 5, 300)
VARIANTS = 40
# Strings that are not what people type.
CODED: Mapping[str, str] = {"zone": "Europe/Moscow", "working_weekdays": "12345", "form_key": "needs"}


@dataclasses.dataclass(frozen=True, slots=True)
class Taste:
    """What strings there are, and how many of a thing."""

    names: tuple[str, ...]
    sizes: tuple[int, ...]


AWKWARD = Taste((NAME, PLAIN_NAME), (0, 1, 3))
GENEROUS = Taste((LONG_NAME, PLAIN_NAME), (8,))


class Chance(random.Random):
    """Chance, to somebody's taste."""

    def __init__(self, seed: str, taste: Taste) -> None:
        super().__init__(seed)
        self.taste = taste


def arguments(of: Callable[..., object], variant: int, taste: Taste = AWKWARD) -> dict[str, Any]:
    chance = Chance(f"{of.__module__}.{of.__qualname__} {variant}", taste)
    return {name: _named(name, hint, chance) for name, hint in _hints(of).items() if name != "return"}


@cache
def _hints(of: Any) -> Mapping[str, Any]:
    return get_type_hints(of)


def sample(hint: Any, chance: Chance) -> Any:
    """Some value of this type."""
    origin = get_origin(hint)
    if origin in (Union, types.UnionType):
        return sample(chance.choice(get_args(hint)), chance)
    if origin is Literal:
        return chance.choice(get_args(hint))
    if isinstance(hint, TypeVar):
        return sample(hint.__bound__, chance)
    if origin is not None:
        return _container(origin, get_args(hint), chance)
    if hint in _PLAIN:
        return _PLAIN[hint](chance)
    if isinstance(hint, type) and issubclass(hint, Enum):
        return chance.choice(list(hint))
    if isinstance(hint, type) and issubclass(hint, tuple):  # with names
        return hint(*(sample(kind, chance) for kind in _hints(hint).values()))
    if dataclasses.is_dataclass(hint):
        return _dataclass(hint, chance)
    raise TypeError(f"no sample of {hint}")


def _named(name: str, hint: Any, chance: Chance) -> Any:
    return CODED[name] if hint is str and name in CODED else sample(hint, chance)


def _container(origin: Any, kinds: tuple[Any, ...], chance: Chance) -> Any:
    size = chance.choice(chance.taste.sizes)
    if issubclass(origin, tuple) and len(kinds) > 1 and kinds[1] is not ...:
        return tuple(sample(kind, chance) for kind in kinds)
    if issubclass(origin, Mapping):
        return _Everything(lambda: sample(kinds[1], chance))
    filled = _several(kinds[0], size, chance)
    return origin(filled) if origin in (tuple, frozenset, set) else filled


def _several(kind: Any, size: int, chance: Chance) -> list[Any]:
    """Nothing that there are few of stands twice among many."""
    if isinstance(kind, type) and issubclass(kind, Enum) and size > 3:
        return chance.sample(list(kind), min(size, len(kind)))
    return [sample(kind, chance) for _ in range(size)]


class _Everything(dict[Any, Any]):
    """Has every key that is asked for."""

    def __init__(self, make: Callable[[], Any]) -> None:
        super().__init__()
        self._make = make

    def __missing__(self, key: Any) -> Any:
        self[key] = self._make()
        return self[key]


def _dataclass(hint: Any, chance: Chance) -> Any:
    hints = _hints(hint)
    names = [each.name for each in dataclasses.fields(hint) if each.init]
    return hint(**{name: _named(name, hints[name], chance) for name in names})


def _form(chance: Chance) -> Form:
    return chance.choice(list(forms.load().forms.values()))


_PLAIN: Mapping[Any, Callable[[Chance], Any]] = {
    str: lambda chance: chance.choice(chance.taste.names),
    int: lambda chance: chance.choice(COUNTS),
    float: lambda chance: chance.random(),
    Decimal: lambda chance: Decimal(chance.choice(("7", "7.5", "0.1"))),
    bool: lambda chance: chance.random() < 0.5,
    type(None): lambda _: None,
    object: lambda _: NAME,
    datetime: lambda _: NOW,
    date: lambda _: NOW.date(),
    ZoneInfo: lambda _: ZoneInfo("Europe/Moscow"),
    Lesson: lambda chance: Lesson(chance.randrange(7), chance.randint(1, MOST_LESSONS)),
    Form: _form,
    Slot: lambda chance: Slot(NOW.date(), chance.choice((0, 3))),
    Question: lambda chance: chance.choice(_form(chance).questions),
    Outline: lambda chance: chance.choice(list(OUTLINES.values())),
    Asked: lambda chance: chance.choice(asked_of(DocumentKind.ORDER_REGULATION)),
    Filled: lambda chance: Filled({}, {}, chance.choice(((), (Field.REGIONAL_ACT,)))),
}
