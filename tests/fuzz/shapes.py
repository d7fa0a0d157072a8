"""Random updates of every kind that Telegram has, drawn from the library's own models: a new field comes by itself."""

import random
from datetime import datetime
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from aiogram.types import Update
from pydantic import BaseModel

from sandbox.world.model import Json
from tests.fuzz.odd import some_number, some_text

KINDS = tuple(name for name in Update.model_fields if name != "update_id")
DEEPEST = 5
MOST_OF_A_LIST = 2
NEVER = object()


class Shapes:
    """One of each asked kind; what is required is there, of the rest a part."""

    def __init__(self, chance: random.Random) -> None:
        self._chance = chance

    def body(self, kind: str) -> Json:
        """The update without its number: what stands under the name of its kind."""
        found = self._value(Update.model_fields[kind].annotation, 0)
        assert isinstance(found, dict)
        return found

    def _model(self, model: type[BaseModel], depth: int) -> Json:
        made: Json = {}
        for name, field in model.model_fields.items():
            if field.is_required() or _tells(field.annotation) or self._chance.random() < _share(model, depth):
                value = self._value(field.annotation, depth + 1)
                if value is not NEVER:
                    made[field.alias or name] = value
        return made

    def _value(self, kind: Any, depth: int) -> Any:
        origin = get_origin(kind)
        if origin in (Union, UnionType):
            return self._value(self._chance.choice([each for each in get_args(kind) if each is not type(None)]), depth)
        if origin is Annotated:
            return self._value(get_args(kind)[0], depth)
        if origin is Literal:
            return self._chance.choice(get_args(kind))
        if origin is list:
            many = self._chance.randint(0, MOST_OF_A_LIST) if depth < DEEPEST else 0
            return [self._value(get_args(kind)[0], depth) for _ in range(many)]
        if isinstance(kind, type) and issubclass(kind, BaseModel):
            return self._model(kind, depth) if depth < 2 * DEEPEST else NEVER
        return self._plain(kind, depth)

    def _plain(self, kind: Any, depth: int) -> Any:
        if kind is bool:
            return self._chance.random() < 0.5
        if kind is datetime:
            return self._chance.randrange(2**31)
        if kind in (int, float):
            return some_number(self._chance)
        text = some_text(self._chance)  # also of what refers to itself: a rich text may be plain
        return text if depth < 2 else text[:20]


def _tells(kind: Any) -> bool:
    """By a word of its own the library tells one model of a union from another."""
    return get_origin(kind) is Literal


def _share(model: type[BaseModel], depth: int) -> float:
    """Of the fields that need not be there: some four of a hundred, most of five, none where it is deep."""
    return 0.0 if depth > DEEPEST else min(0.6, 4 / len(model.model_fields))
