"""Everybody's every press and message, and the handler that takes it, found as the dispatcher finds it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

from aiogram import Bot, Router
from aiogram.dispatcher.event.handler import HandlerObject
from aiogram.types import (
    CallbackQuery,
    Chat,
    ChatMemberUpdated,
    Document,
    Message,
    PhotoSize,
    TelegramObject,
    User,
    Voice,
)
from aiogram.types import ChatMemberMember as Stays

from handlers.access import Says
from handlers.form_ticks import find_form
from handlers.presses import Act, Deed, Go, Press, Spot, pack, unpack
from handlers.texts import commands
from mentoring import forms
from mentoring.access import Actor, Member
from mentoring.filling import Move, Turn
from mentoring.rules.consent_text import PARTICIPANT_CONSENT
from mentoring.rules.tokens import new_code, new_link_token
from storage.tx import R, Tx
from storage.vocabulary import ConsentDecision, PersonState, Privacy, Role

NOW = datetime(2026, 9, 8, 9, 0, tzinfo=UTC)
BOT = Bot("1234567:" + "a" * 35)
WHO = User(id=7, is_bot=False, first_name="Анна")
PRIVATE, GROUP = Chat(id=7, type="private"), Chat(id=-7, type="group")


class Plenty(Tx):
    """Finds nobody and counts many: filters that ask a database let everything through that they ever let through."""

    async def all(self, row: type[R], _sql: str, /, **_params: object) -> list[R]:
        return [row(99)] if row is int else []  # type: ignore[call-arg]  # of int, as the line says


@dataclass(frozen=True, slots=True)
class Encounter:
    """`name` is for the reader of a failure."""

    name: str
    kind: str
    event: TelegramObject
    actor: Actor


# What a router's own middleware gives to its handlers.
WITHIN: Mapping[Any, Mapping[str, Any]] = {find_form: {"form": forms.load().get("mentor_profile"), "said": ""}}


@dataclass(frozen=True, slots=True)
class Taken:
    """The first handler that takes it, and what it could be given."""

    handler: HandlerObject
    given: Mapping[str, Any]


def actors() -> dict[str, Actor]:
    coordinator = _member(Role.COORDINATOR)
    return {
        "stranger": Actor(7),
        "waiting": Actor(7, 1, None, _member(state=PersonState.WAITING)),
        "waiting with rights": Actor(7, 1, None, _member(Role.DEPUTY, state=PersonState.WAITING)),
        "teacher": Actor(7, 1, None, _member(Role.TEACHER)),
        "teacher in a dialog": Actor(7, 1, 1, _member(Role.TEACHER)),
        "director": Actor(7, 1, None, _member(Role.DIRECTOR)),
        "psychologist": Actor(7, 1, None, _member(Role.PSYCHOLOGIST)),
        "coordinator": Actor(7, 1, None, coordinator),
        "coordinator in a dialog": Actor(7, 1, 1, coordinator),
    }


def presses() -> list[Press]:
    return [*map(Go, Spot), *map(Act, Deed), *(Turn(1, 1, 0, move) for move in Move)]


def encounters(routers: Sequence[Router]) -> Iterator[Encounter]:
    """Every trigger by everybody."""
    for who, actor in actors().items():
        for kind, event in (*_queries(), *_messages(routers), *_memberships()):
            what = getattr(event, "data", None) or getattr(event, "text", None) or "something else"
            yield Encounter(f"{kind} «{what}» of a {who}", kind, event, actor)


async def taken_by(routers: Sequence[Router], met: Encounter) -> Taken | None:
    press = unpack(met.event.data or "") if isinstance(met.event, CallbackQuery) else None
    given: dict[str, Any] = {
        "tx": Plenty.__new__(Plenty),
        "now": NOW,
        "actor": met.actor,
        "member": met.actor.member,
        "press": press,
        "bot": BOT,
    }
    for router in routers:
        observer = router.observers[met.kind]
        opened, more = await observer.check_root_filters(met.event, **given)
        for handler in observer.handlers if opened else ():
            takes, found = await handler.check(met.event, **{**given, **more})
            if takes:
                within = {name: value for each in observer.middleware for name, value in WITHIN.get(each, {}).items()}
                return Taken(handler, {**given, **more, **found, **within})
    return None


def press_of(press: Press) -> tuple[str, TelegramObject]:
    return "callback_query", CallbackQuery(
        id="1", from_user=WHO, chat_instance="1", data=pack(press), message=_message(text="экран")
    )


def saying(text: str) -> tuple[str, TelegramObject]:
    return "message", _message(text=text)


def _queries() -> Iterator[tuple[str, TelegramObject]]:
    yield from map(press_of, presses())
    yield "callback_query", CallbackQuery(id="1", from_user=WHO, chat_instance="1", data="forged", message=_message())
    yield "callback_query", CallbackQuery(id="1", from_user=WHO, chat_instance="1", data="x", message=_message(GROUP))


def _messages(routers: Sequence[Router]) -> Iterator[tuple[str, TelegramObject]]:
    known = {f"/{name}" for name, _ in (*commands.EVERYONE, *commands.COORDINATOR)}
    said = {word for filter_ in _filters(routers) if isinstance(filter_, Says) for word in filter_._words}
    yield from map(saying, sorted(known | said | {"/start token", new_code(), "Соколова", "Стоп, хватит", "/unknown"}))
    yield "message", _message(voice=Voice(file_id="1", file_unique_id="1", duration=1))
    yield "message", _message(document=Document(file_id="1", file_unique_id="1", file_name="a.xlsx"))
    yield "message", _message(document=Document(file_id="1", file_unique_id="1", file_name="a.docx"))
    yield "message", _message(photo=[PhotoSize(file_id="1", file_unique_id="1", width=1, height=1)])
    yield saying("Содержание\tСроки\nАнкетирование\tМай")
    yield "message", _message(GROUP, text="всем привет")
    yield saying(f"https://t.me/a_bot?start={new_link_token()}")
    yield "edited_message", _message(text="исправлено")
    yield "edited_message", _message(GROUP, text="исправлено")


def _memberships() -> Iterator[tuple[str, TelegramObject]]:
    stays = Stays(user=WHO)
    for chat in (PRIVATE, GROUP):
        change = ChatMemberUpdated(chat=chat, from_user=WHO, date=NOW, old_chat_member=stays, new_chat_member=stays)
        yield "my_chat_member", change


def _filters(routers: Sequence[Router]) -> Iterator[object]:
    for router in routers:
        for handler in router.message.handlers:
            yield from (each.callback for each in handler.filters or ())


def _message(chat: Chat = PRIVATE, **content: Any) -> Message:
    return Message(message_id=1, date=NOW, chat=chat, from_user=WHO, **content)


def _member(*roles: Role, state: PersonState = PersonState.ACTIVE) -> Member:
    return Member(
        person_id=1,
        school_id=1,
        full_name="Соколова Анна Ильинична",
        state=state,
        roles=frozenset(roles),
        data_consent=ConsentDecision.GIVEN,
        data_version=PARTICIPANT_CONSENT.version,
        contact_consent=ConsentDecision.GIVEN,
        paused_until=None,
        notice_seen=True,
        school_name="Школа № 12",
        school_ready=True,
        zone=ZoneInfo("Europe/Moscow"),
        privacy=Privacy.NORMAL,
    )
