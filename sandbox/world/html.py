"""Telegram's HTML: the tags it knows, the entities it makes, the words of its refusals.

The walk follows TDLib's parser: one pass, a stack of open tags, offsets of errors in UTF-8 bytes and of
entities in UTF-16 units.
"""

import re
from dataclasses import dataclass, replace

from sandbox.world.errors import ApiError, bad_request
from sandbox.world.model import Entity

ENTITY_OF_TAG = {
    "a": "text_link",
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "u": "underline",
    "ins": "underline",
    "tg-spoiler": "spoiler",
    "span": "spoiler",
    "tg-emoji": "custom_emoji",
    "tg-time": "date_time",
    "pre": "pre",
    "code": "code",
    "blockquote": "blockquote",
}
_SPACES = " \t\r\n\v\0"
_NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
_CHARACTER = re.compile(r"&(?:(lt|gt|amp|quot)|#x([0-9a-fA-F]+)|#([0-9]+));?")
_PLAIN = re.compile(r"[^<&]+")
_TAG_NAME = re.compile(r"[^ \t\r\n\v\0>]*")
_ATTRIBUTE_NAME = re.compile(r"[^ \t\r\n\v\0=>/\"']*")
_TOKEN = re.compile(r"[0-9a-zA-Z.\-]*")


@dataclass(frozen=True, slots=True)
class Formatted:
    """Text without tags, and its entities."""

    text: str
    entities: tuple[Entity, ...] = ()


@dataclass(frozen=True, slots=True)
class _Open:
    """A start tag that waits for its end."""

    tag: str
    argument: str
    offset: int
    text_from: int


def parse_html(source: str) -> Formatted:
    """Split HTML into text and entities, or refuse as Telegram does."""
    return _Parser(source).parse()


def utf16_length(text: str) -> int:
    """The length that Telegram counts entities in."""
    return len(text.encode("utf-16-le")) // 2


def decode_character(source: str, position: int) -> tuple[str, int] | None:
    """The character of `&…;` at the position and where it ends; None leaves the text as it is."""
    match = _CHARACTER.match(source, position)
    if match is None:
        return None
    name, hexadecimal, decimal = match.groups()
    if name:
        return _NAMED[name], match.end()
    code = int(hexadecimal, 16) if hexadecimal else int(decimal)
    if not 0 < code < 0x10FFFF or 0xD800 <= code <= 0xDFFF:
        return None
    return chr(code), match.end()


class _Parser:
    def __init__(self, source: str) -> None:
        self.source = source + "\0"
        self.end = len(source)
        self.at = 0
        self.parts: list[str] = []
        self.length = 0
        self.open: list[_Open] = []
        self.entities: list[Entity] = []

    def parse(self) -> Formatted:
        while self.at < self.end:
            sign = self.source[self.at]
            if sign == "<":
                self._tag()
            elif sign == "&":
                self._character()
            else:
                plain = _PLAIN.match(self.source, self.at, self.end)
                self._put(plain.group() if plain else sign)
        if self.open:
            tag = self.open[-1].tag
            raise self._refusal(f'Can\'t find end tag corresponding to start tag "{tag}"')
        self.entities.sort(key=lambda entity: (entity.offset, -entity.length))
        return Formatted("".join(self.parts), tuple(map(_without_code_language, self.entities)))

    def _put(self, text: str) -> None:
        self.parts.append(text)
        self.length += utf16_length(text)
        self.at += len(text)

    def _character(self) -> None:
        decoded = decode_character(self.source, self.at)
        if decoded is None:
            self._put("&")
            return
        text, after = decoded
        self._put(text)
        self.at = after

    def _tag(self) -> None:
        if self.source[self.at + 1] == "/":
            self._end_tag()
        else:
            self._start_tag()

    def _start_tag(self) -> None:
        begin = self.at
        tag = self._take(_TAG_NAME, begin + 1).lower()
        if self.at >= self.end:
            raise self._refusal("Unclosed start tag", begin)
        if tag not in ENTITY_OF_TAG:
            raise self._refusal(f'Unsupported start tag "{tag}"', begin)
        argument = ""
        while self.source[self.at] != ">":
            argument = self._attribute(tag, begin) or argument
        if tag == "span" and argument != "tg-spoiler":
            raise self._refusal('Tag "span" must have class "tg-spoiler"', begin)
        self.at += 1
        self.open.append(_Open(tag, argument, self.length, len(self.parts)))

    def _attribute(self, tag: str, begin: int) -> str:
        """Read one attribute; return its value when this tag cares for it."""
        self._skip_spaces(begin)
        if self.source[self.at] == ">":
            return ""
        name = self._take(_ATTRIBUTE_NAME, self.at)
        if not name:
            raise self._refusal(f'Empty attribute name in the tag "{tag}"', begin)
        self._skip_spaces(begin)
        if self.source[self.at] != "=":
            return "expandable" if (tag, name) == ("blockquote", "expandable") else ""
        self.at += 1
        self._skip_spaces(begin)
        value = self._value(begin)
        return value if _cares(tag, name.lower(), value) else ""

    def _value(self, begin: int) -> str:
        quote = self.source[self.at]
        if quote not in "'\"":
            start = self.at
            token = self._take(_TOKEN, start).lower()
            if self.source[self.at] not in _SPACES + ">":
                raise self._refusal("Unexpected end of name token", start)
            return token
        self.at += 1
        value: list[str] = []
        while self.at < self.end and self.source[self.at] != quote:
            decoded = decode_character(self.source, self.at) if self.source[self.at] == "&" else None
            text, self.at = decoded or (self.source[self.at], self.at + 1)
            value.append(text)
        self.at += 1
        if self.at >= self.end:
            raise self._refusal("Unclosed start tag", begin)
        return "".join(value)

    def _end_tag(self) -> None:
        begin = self.at
        if not self.open:
            raise self._refusal("Unexpected end tag", begin)
        found = self._take(_TAG_NAME, begin + 2).lower()
        while self.at < self.end and self.source[self.at] in _SPACES:
            self.at += 1
        if self.at >= self.end:
            raise self._refusal("Unclosed end tag", begin)
        started = self.open.pop()
        if found not in ("", started.tag):
            offset = self._bytes(begin)
            raise bad_request(
                f"can't parse entities: Unmatched end tag at byte offset {offset}, "
                f'expected "</{started.tag}>", found "</{found}>"'
            )
        self.at += 1
        if self.length > started.offset:
            self._close(started)

    def _close(self, started: _Open) -> None:
        kind = ENTITY_OF_TAG[started.tag]
        span = (started.offset, self.length - started.offset)
        if kind == "text_link":
            url = started.argument or "".join(self.parts[started.text_from :])
            if "." in url or "://" in url:
                self.entities.append(Entity(kind, *span, url=url))
            return
        if kind == "pre" and self.entities and self.entities[-1].type == "code":
            inner = self.entities[-1]
            if (inner.offset, inner.length) == span and inner.language:
                language = inner.language.removeprefix("language-")
                self.entities[-1] = Entity("pre", *span, language=language)
                return
        if kind == "blockquote" and started.argument:
            kind = "expandable_blockquote"
        mark = started.argument if kind == "code" else ""
        self.entities.append(Entity(kind, *span, language=mark or None))

    def _take(self, pattern: re.Pattern[str], start: int) -> str:
        match = pattern.match(self.source, start)
        taken = match.group() if match else ""
        self.at = start + len(taken)
        return taken

    def _skip_spaces(self, begin: int) -> None:
        while self.at < self.end and self.source[self.at] in _SPACES:
            self.at += 1
        if self.at >= self.end:
            raise self._refusal("Unclosed start tag", begin)

    def _bytes(self, position: int) -> int:
        return len(self.source[:position].encode())

    def _refusal(self, words: str, position: int | None = None) -> ApiError:
        where = "" if position is None else f" at byte offset {self._bytes(position)}"
        return bad_request(f"can't parse entities: {words}{where}")


def _without_code_language(entity: Entity) -> Entity:
    """Only a `pre` shows its language; on a lone `code` it is a mark for the `pre` around it."""
    return replace(entity, language=None) if entity.type == "code" else entity


def _cares(tag: str, name: str, value: str) -> bool:
    """Which attributes mean something to Telegram."""
    return (
        (tag == "a" and name == "href")
        or (tag == "span" and name == "class" and value == "tg-spoiler")
        or (tag == "code" and name == "class" and value.startswith("language-"))
        or (tag == "blockquote" and name == "expandable")
    )
