"""A person is erased: nothing that others have typed names them any more."""

import json
import re
from typing import TypeAlias

from mentoring.rules.names import surname_in_text
from mentoring.rules.text import fold
from storage import typed
from storage.tx import Tx
from storage.typed import Column, Fate

GONE = "…"

Json: TypeAlias = "str | int | float | bool | list[Json] | dict[str, Json] | None"


async def forget(tx: Tx, school_id: int, full_name: str) -> None:
    """Dots stand in the name's place, whatever case it is in; what is but a name is empty."""
    name, folded = surname_in_text(full_name), surname_in_text(fold(full_name))
    for column in typed.COLUMNS:
        pattern = folded if column.fate is Fate.FOLDED else name
        for text in await typed.texts(tx, column, school_id):
            if (without := _without(pattern, text)) != text:
                await _forget(tx, column, school_id, text, without)


async def _forget(tx: Tx, column: Column, school_id: int, text: str, without: str) -> None:
    match column.fate:
        case Fate.DOTS | Fate.FOLDED:
            await typed.reword(tx, column, school_id, was=text, becomes=without)
        case Fate.BLANK:
            await typed.reword(tx, column, school_id, was=text, becomes="")
        case Fate.DROPPED:
            await typed.drop(tx, column, school_id, text)
        case Fate.COUNTED:
            await typed.recount(tx, school_id, was=text, becomes=without)


def _without(name: re.Pattern[str], text: str) -> str:
    """In JSON only what it says: a line break there is a letter beside the word, which would hide it."""
    if text[0] not in '["{':
        return name.sub(GONE, text)
    try:
        said: Json = json.loads(text)
    except ValueError:
        return name.sub(GONE, text)
    gone = _inside(name, said)
    return text if gone == said else json.dumps(gone, ensure_ascii=False, sort_keys=True)


def _inside(name: re.Pattern[str], said: Json) -> Json:
    match said:
        case str():
            return name.sub(GONE, said)
        case list():
            return [_inside(name, each) for each in said]
        case dict():
            return {key: _inside(name, each) for key, each in said.items()}
        case _:
            return said
