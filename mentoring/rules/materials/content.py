"""A file looked at by its name and by its content, before it is kept: first what it must not be, then what it is."""

import zipfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from io import BytesIO

from mentoring.rules.materials import packed
from mentoring.rules.materials.kinds import (
    CLOSED_ARCHIVE_BYTES,
    CLOSED_ARCHIVES,
    FAMILIES,
    MACRO_ENDINGS,
    PROGRAM_BYTES,
    PROGRAM_ENDINGS,
    SCRIPT_ENDINGS,
    Family,
    Refusal,
)
from mentoring.rules.materials.names import clean_name, endings

_HEAD = 4096
_BOM = b"\xef\xbb\xbf"
_SCRIPT_MARKS = (b"<script", b"<?php", b"<html", b"<!doctype", b"<hta:", b"@echo off")
_CONTROLS = frozenset(range(32)) - {9, 10, 12, 13}
_OLE = bytes.fromhex("d0cf11e0a1b11ae1")


@dataclass(frozen=True, slots=True)
class Looked:
    """What was found; `name` is the one to keep it under."""

    refusal: Refusal | None
    name: str
    size: int


def look(content: bytes, name: str) -> Looked:
    """May these bytes be kept under this name? Nothing of a file is ever run or drawn for it."""
    return Looked(refusal_of(name, content), clean_name(name), len(content))


def refusal_of(name: str, content: bytes, *, within: bool = False) -> Refusal | None:
    """`within` is a file of an archive: an archive inside an archive is not looked into."""
    named = refused_name(name)
    if named is not None:
        return named
    if not content:
        return Refusal.EMPTY
    if is_program(content):
        return Refusal.PROGRAM
    family = FAMILIES[endings(name)[-1]]
    if family is Family.ARCHIVE and within:
        return Refusal.ARCHIVE
    return _LOOKS[family](content) or _behind(family, content)


def refused_name(name: str) -> Refusal | None:
    """By the name alone: the one thing that is known before a file is fetched."""
    found = endings(name)
    last = found[-1] if found else ""
    if last in SCRIPT_ENDINGS or not PROGRAM_ENDINGS.isdisjoint(found):
        return Refusal.PROGRAM
    if last in MACRO_ENDINGS:
        return Refusal.MACROS
    if last in CLOSED_ARCHIVES:
        return Refusal.ARCHIVE
    return None if last in FAMILIES else Refusal.UNKNOWN


def is_program(content: bytes) -> bool:
    """By the first bytes; a mark of the encoding before a script does not hide it."""
    head = content[:_HEAD].removeprefix(_BOM)
    return head.startswith(PROGRAM_BYTES) or head.lstrip().startswith(b"#!")


def _behind(family: Family, content: bytes) -> Refusal | None:
    """A picture or a text with an archive glued to its end is opened as either."""
    if family in (Family.OFFICE, Family.OPEN_OFFICE, Family.ARCHIVE) or not zipfile.is_zipfile(BytesIO(content)):
        return None
    return packed.archive(content, refusal_of) and Refusal.NOT_WHAT_IT_SAYS


def _picture(content: bytes) -> Refusal | None:
    known = content.startswith((b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"GIF8", b"BM", b"II*\0", b"MM\0*"))
    known = known or (content[:4] == b"RIFF" and content[8:12] == b"WEBP")
    return _unless(known or (content[4:8] == b"ftyp" and content[8:12] in (b"heic", b"heix", b"mif1", b"msf1")))


def _pdf(content: bytes) -> Refusal | None:
    """A document that starts a program when it is opened is one."""
    if b"/Launch" in content:
        return Refusal.PROGRAM
    return _unless(content[:_HEAD].removeprefix(_BOM).lstrip().startswith(b"%PDF-"))


def _old_office(content: bytes) -> Refusal | None:
    """Names in OLE are in UTF-16: of its parts, of macros, of what is put into it, of a lock."""
    if not content.startswith(_OLE):
        return _unless(False)
    if _wide("_VBA_PROJECT") in content:
        return Refusal.MACROS
    if _wide("Ole10Native") in content:
        return Refusal.PROGRAM
    if _wide("EncryptedPackage") in content:
        return Refusal.LOCKED
    return _unless(any(_wide(part) in content for part in ("WordDocument", "Workbook", "Book", "PowerPoint Document")))


def _rich_text(content: bytes) -> Refusal | None:
    if b"\\objdata" in content or b"\\objupdate" in content:
        return Refusal.PROGRAM
    return _unless(content.startswith(b"{\\rtf"))


def _text(content: bytes) -> Refusal | None:
    """Something to read: a script under another name is none."""
    head = content[:_HEAD]
    if any(mark in head.lower() for mark in _SCRIPT_MARKS):
        return Refusal.PROGRAM
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return _unless("\0" not in content.decode("utf-16", errors="replace"))
    return _unless(_CONTROLS.isdisjoint(content))


def _sound(content: bytes) -> Refusal | None:
    frame = content[:1] == b"\xff" and len(content) > 1 and content[1] & 0xE0 == 0xE0
    wave = content[:4] == b"RIFF" and content[8:12] == b"WAVE"
    return _unless(content.startswith((b"ID3", b"OggS", b"fLaC")) or frame or wave or content[4:8] == b"ftyp")


def _video(content: bytes) -> Refusal | None:
    movie = content[4:8] in (b"ftyp", b"moov", b"mdat", b"wide", b"free", b"skip")
    avi = content[:4] == b"RIFF" and content[8:12] == b"AVI "
    return _unless(movie or avi or content.startswith(b"\x1a\x45\xdf\xa3"))


def _office(content: bytes) -> Refusal | None:
    if content.startswith(_OLE):  # a locked one is put into OLE
        return Refusal.LOCKED if _wide("EncryptedPackage") in content else _unless(False)
    return packed.office(content)


def _archive(content: bytes) -> Refusal | None:
    if content.startswith(CLOSED_ARCHIVE_BYTES):
        return Refusal.ARCHIVE
    return packed.archive(content, refusal_of)


def _wide(name: str) -> bytes:
    return name.encode("utf-16-le")


def _unless(is_what_it_says: bool) -> Refusal | None:
    return None if is_what_it_says else Refusal.NOT_WHAT_IT_SAYS


_LOOKS: Mapping[Family, Callable[[bytes], Refusal | None]] = {
    Family.PICTURE: _picture,
    Family.PDF: _pdf,
    Family.OFFICE: _office,
    Family.OPEN_OFFICE: packed.open_office,
    Family.OLD_OFFICE: _old_office,
    Family.RICH_TEXT: _rich_text,
    Family.TEXT: _text,
    Family.SOUND: _sound,
    Family.VIDEO: _video,
    Family.ARCHIVE: _archive,
}
