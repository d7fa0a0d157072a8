"""Updates as they may come: of people of a school and of strangers, whole and damaged; which of them are readable."""

import json
import random
from collections.abc import Sequence
from dataclasses import dataclass

from aiogram.types import Update
from pydantic import ValidationError

from bot.intake import ALLOWED_UPDATES, OTHER, kept, kind_of
from sandbox.world import World
from sandbox.world.model import Chat, Json
from tests.cast import Person
from tests.fuzz.odd import anything
from tests.fuzz.shapes import KINDS, Shapes

GROUPS = {"group": -1_000_000_000_777, "supergroup": -1_000_000_000_778, "channel": -1_000_000_000_779}
OWN_CHAT = 0.7
DAMAGED = 0.12
UNKNOWN = ("something_new", "edited_callback", "")


@dataclass(frozen=True, slots=True)
class Posted:
    """One update on its way to the bot."""

    update: Json
    by: Person

    @property
    def readable(self) -> bool:
        """By the library, or nobody has asked for it or could. What is not is parked, and that is meant to be."""
        if kind_of(kept(self.update)) == OTHER:
            return True
        try:
            Update.model_validate_json(json.dumps(kept(self.update)))
        except ValidationError:
            return False
        return True

    @property
    def is_said_to_the_bot(self) -> bool:
        """A message or a press of a person in their own chat: they wait for an answer."""
        message = kept(self.update).get("message")
        own = {"chat": own_chat(self.by), "from": user(self.by)}
        return isinstance(message, dict) and own.items() <= message.items() and self.readable

    @property
    def press(self) -> str:
        query = kept(self.update).get("callback_query")
        return query["id"] if isinstance(query, dict) and isinstance(query.get("id"), str) and self.readable else ""


class Posting:
    """Pushes one random update after the other."""

    def __init__(self, world: World, chance: random.Random) -> None:
        self._world = world
        self._chance = chance
        self._shapes = Shapes(chance)
        for kind, number in GROUPS.items():
            world.state.chats[number] = Chat(number, kind, None)

    def posts(self, by: Person, data: Sequence[str] = ()) -> Posted:
        """By this person, wherever; a press carries one of these data."""
        kind = self._kind()
        body = self._shapes.body(kind) if kind in KINDS else {"from": anything(self._chance)}
        self._sign(kind, body, by)
        if kind == "callback_query" and data:
            body["data"] = self._chance.choice(data)
        if self._chance.random() < DAMAGED:
            damage(body, self._chance)
        return push(self._world, {kind: body}, by)

    def _kind(self) -> str:
        if self._chance.random() < 0.8:
            return self._chance.choices(ALLOWED_UPDATES, (8, 2, 6, 1))[0]
        return self._chance.choice((*KINDS, *UNKNOWN))

    def _sign(self, kind: str, body: Json, by: Person) -> None:
        """Who it is of, and the chat that it is in."""
        if "from" in body:
            body["from"] = user(by)
        of = body.get("message") if kind == "callback_query" else body
        if isinstance(of, dict) and "chat" in of:
            of["chat"] = own_chat(by) if self._chance.random() < OWN_CHAT else self._elsewhere()
            if of["chat"] == own_chat(by) and kind == "message":
                body["from"] = user(by)  # in one's own chat nobody else writes

    def _elsewhere(self) -> Json:
        kind = self._chance.choice(tuple(GROUPS))
        return {"id": GROUPS[kind], "type": kind, "title": "Учительская"}


def push(world: World, update: Json, by: Person) -> Posted:
    """Also of a kind that nobody has asked for."""
    (kind, body), *more = update.items()
    world.state.updates.allow([kind])
    world.state.updates.push(kind, body)
    pushed = world.pending_updates[-1]
    pushed.update(more)
    return Posted(pushed, by)


def user(of: Person) -> Json:
    return {"id": of.user_id, "is_bot": False, "first_name": of.name}


def own_chat(of: Person) -> Json:
    return {"id": of.user_id, "type": "private", "first_name": of.name}


def damage(body: Json, chance: random.Random) -> None:
    """A part is lost, is of another type, or is new."""
    parts = [part for part in _parts(body) if part]
    part = chance.choice(parts) if parts else body
    if chance.random() < 0.3 or not part:
        part["something_new"] = anything(chance)
        return
    name = chance.choice(list(part))
    if chance.random() < 0.3:
        del part[name]
    else:
        part[name] = anything(chance)


def _parts(of: object) -> list[Json]:
    if isinstance(of, dict):
        return [of, *(part for each in of.values() for part in _parts(each))]
    return [part for each in of for part in _parts(each)] if isinstance(of, list) else []
