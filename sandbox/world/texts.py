"""What may stand in a message: limits, trimming, and the entities Telegram finds by itself."""

import re
from dataclasses import replace

from sandbox.world.errors import bad_request
from sandbox.world.html import Formatted, parse_html, utf16_length
from sandbox.world.model import Entity
from sandbox.world.params import Params

TEXT_LIMIT = 4096
CAPTION_LIMIT = 1024
SOURCE_LIMIT_BYTES = 32768
_INVISIBLE = re.compile(r"[\s\u00ad\u180e\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff]*")
_FOUND = re.compile(
    r"(?P<url>https?://[^\s<>\"«»]+|\bt\.me/[^\s<>\"«»]+)"
    r"|(?:(?<=\s)|^)(?P<bot_command>/[A-Za-z0-9_]{1,64}(?:@[A-Za-z0-9_]{3,32})?)(?![\w/])"
    r"|(?:(?<=[\s(])|^)(?P<mention>@[A-Za-z][A-Za-z0-9_]{3,31})\b"
)
_CLOSED_TO_FINDING = {"code", "pre", "text_link", "text_mention"}


def message_text(params: Params) -> Formatted:
    """The text of sendMessage and editMessageText."""
    if not params.text("text"):
        raise bad_request("message text is empty")
    content = _formatted(params, "text", "entities")
    if _INVISIBLE.fullmatch(content.text):
        raise bad_request("text must be non-empty")
    if len(content.text) > TEXT_LIMIT:
        raise bad_request("message is too long")
    return content


def caption(params: Params) -> Formatted:
    """The caption of a file; it may be empty."""
    content = _formatted(params, "caption", "caption_entities")
    if len(content.text) > CAPTION_LIMIT:
        raise bad_request("message caption is too long")
    return content


def find_entities(text: str) -> tuple[Entity, ...]:
    """Links, commands and mentions in plain text."""
    found = []
    for match in _FOUND.finditer(text):
        word = match.group().rstrip(".,;:!?)»")
        offset = utf16_length(text[: match.start()])
        found.append(Entity(str(match.lastgroup), offset, utf16_length(word)))
    return tuple(found)


def _formatted(params: Params, name: str, entities: str) -> Formatted:
    source = params.text(name)
    if len(source.encode()) > SOURCE_LIMIT_BYTES:
        raise bad_request("text is too long")
    mode = params.text("parse_mode").lower()
    if mode == "html":
        content = parse_html(source)
    elif mode in ("", "none"):
        content = Formatted(source, _given(params, entities))
    else:
        raise bad_request("unsupported parse_mode")
    return _with_found(_trimmed(content))


def _given(params: Params, name: str) -> tuple[Entity, ...]:
    given = params.json(name, "entities")
    if not isinstance(given, list):
        return ()
    return tuple(
        Entity(one["type"], one["offset"], one["length"], one.get("url"), one.get("language")) for one in given
    )


def _trimmed(content: Formatted) -> Formatted:
    text = content.text.replace("\r", "")
    trimmed = text.strip()
    if trimmed == content.text:
        return content
    cut = utf16_length(text[: len(text) - len(text.lstrip())])
    end = utf16_length(trimmed)
    kept = []
    for entity in content.entities:
        begin = max(0, entity.offset - cut)
        length = min(end, entity.offset + entity.length - cut) - begin
        if length > 0:
            kept.append(replace(entity, offset=begin, length=length))
    return Formatted(trimmed, tuple(kept))


def _with_found(content: Formatted) -> Formatted:
    closed = [
        (entity.offset, entity.offset + entity.length)
        for entity in content.entities
        if entity.type in _CLOSED_TO_FINDING
    ]
    found = [
        entity
        for entity in find_entities(content.text)
        if not any(begin < entity.offset + entity.length and entity.offset < end for begin, end in closed)
    ]
    if not found:
        return content
    both = sorted((*content.entities, *found), key=lambda entity: (entity.offset, -entity.length))
    return Formatted(content.text, tuple(both))
