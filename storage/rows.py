"""Values on their way into SQL and rows on their way out: typed on both sides."""

import json
import types
from collections.abc import Callable, Mapping, Sequence
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from enum import Enum
from functools import cache
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

from storage import times

R = TypeVar("R")
SqlValue = int | str | bytes | None
Decoder = Callable[[Any], Any]  # Any: a column holds whatever its table says; the row's type checks it


def encode(value: object) -> SqlValue:
    """A parameter as both databases store it: moments and JSON as text, booleans as integers."""
    if type(value) is str or type(value) is int:  # most of them, and no enum or boolean
        return value
    if value is None or isinstance(value, bytes):
        return value
    if isinstance(value, Enum):
        return str(value.value)
    if isinstance(value, bool | int):
        return int(value)
    if isinstance(value, str):
        return value
    if isinstance(value, datetime):
        return times.to_text(value)
    if isinstance(value, date):
        return value.isoformat()
    return json.dumps(value, ensure_ascii=False, sort_keys=True)


def encode_all(params: Mapping[str, object]) -> dict[str, SqlValue]:
    return {name: encode(value) for name, value in params.items()}


def builder(row: type[R], columns: tuple[str, ...]) -> Callable[[Sequence[Any]], R]:
    """A function from a raw row to `row`: a dataclass by column names, or the first column of a scalar."""
    key: Any = row  # a class is hashable, whatever its metaclass tells the type checker
    made: Callable[[Sequence[Any]], R] = _builder(key, columns)
    return made


@cache
def _builder(row: Any, columns: tuple[str, ...]) -> Callable[[Sequence[Any]], Any]:
    if not is_dataclass(row):
        scalar = _decoder(row)
        return lambda raw: scalar(raw[0])
    make: Callable[..., Any] = row  # type: ignore[assignment]  # is_dataclass takes it for an instance
    hints = get_type_hints(row)
    names = [field.name for field in fields(row)]
    missing = set(names) - set(columns)
    if missing:
        raise TypeError(f"{make} wants columns that the query does not give: {sorted(missing)}")
    plan = [(columns.index(name), _decoder(hints[name])) for name in names]
    return lambda raw: make(*[decode(raw[index]) for index, decode in plan])


def _decoder(hint: Any) -> Decoder:
    if get_origin(hint) in (Union, types.UnionType):
        inner = _decoder(next(kind for kind in get_args(hint) if kind is not types.NoneType))
        return lambda raw: None if raw is None else inner(raw)
    if get_origin(hint) is tuple:
        return lambda raw: tuple(json.loads(raw))
    if get_origin(hint) is dict:
        return json.loads
    if hint is bool:
        return bool
    if isinstance(hint, type):
        if issubclass(hint, Enum):
            return hint
        if issubclass(hint, datetime):
            return times.from_text
        if issubclass(hint, date):
            return date.fromisoformat
    return _as_is


def _as_is(raw: Any) -> Any:
    return raw


def numbers(ids: Sequence[int]) -> str:
    """Ids of our own for an `IN (…)`, written out: a parameter each would be another statement for each length."""
    return ", ".join(str(int(each)) for each in ids) or "NULL"
