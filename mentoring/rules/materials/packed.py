"""Zips: documents of today's offices, and archives; entries are read a little way, never unpacked to a disk."""

import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO
from typing import Protocol

from mentoring.rules.materials.kinds import (
    MACRO_ENDINGS,
    PROGRAM_BYTES,
    PROGRAM_ENDINGS,
    SCRIPT_ENDINGS,
    Refusal,
)
from mentoring.rules.materials.names import endings

MOST_ENTRIES = 3000
MOST_BYTES = 60 * 1024 * 1024  # of an archive, unpacked
_HEAD = 4096
_EMBEDDED = 2 * 1024 * 1024
_LOCKED = 0x1
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, ValueError, RuntimeError)
# Parts of documents that would be scripts anywhere else.
_PARTS = frozenset({"xml", "rels", "bin", "vml", "svg"})


class Judge(Protocol):
    """`refusal_of` of `mentoring.rules.materials.content`."""

    def __call__(self, name: str, content: bytes, *, within: bool = False) -> Refusal | None: ...


def office(content: bytes) -> Refusal | None:
    """Word, Excel, PowerPoint: no macros under any name, nothing embedded that could be started."""
    try:
        with zipfile.ZipFile(BytesIO(content)) as of:
            if "[Content_Types].xml" not in of.namelist():
                return Refusal.NOT_WHAT_IT_SAYS
            return _of_document(of)
    except _BROKEN:
        return Refusal.NOT_WHAT_IT_SAYS


def open_office(content: bytes) -> Refusal | None:
    try:
        with zipfile.ZipFile(BytesIO(content)) as of:
            if not of.read("mimetype")[:_HEAD].startswith(b"application/vnd.oasis.opendocument."):
                return Refusal.NOT_WHAT_IT_SAYS
            if any(name.startswith(("Basic/", "Scripts/")) for name in of.namelist()):
                return Refusal.MACROS
            return _of_document(of)
    except (*_BROKEN, KeyError):
        return Refusal.NOT_WHAT_IT_SAYS


def _of_document(of: zipfile.ZipFile) -> Refusal | None:
    entries = of.infolist()
    if len(entries) > MOST_ENTRIES:
        return Refusal.NOT_WHAT_IT_SAYS
    return next(filter(None, (_part(of, entry) for entry in entries if not _is_folder(entry))), None)


def _part(of: zipfile.ZipFile, entry: zipfile.ZipInfo) -> Refusal | None:
    if entry.flag_bits & _LOCKED:
        return Refusal.LOCKED
    name = entry.filename.casefold()
    head = _read(of, entry, _EMBEDDED if name.endswith(".bin") or name == "[content_types].xml" else _HEAD)
    last = {*endings(name)[-1:]}
    if "vbaproject" in name or last & MACRO_ENDINGS or (name == "[content_types].xml" and b"macroEnabled" in head):
        return Refusal.MACROS
    started = last & ((PROGRAM_ENDINGS | SCRIPT_ENDINGS) - _PARTS) or "Ole10Native".encode("utf-16-le") in head
    return Refusal.PROGRAM if started or head.startswith(PROGRAM_BYTES) else None


def _is_folder(entry: zipfile.ZipInfo) -> bool:
    """`ZipInfo.is_dir` stumbles over an entry whose name is empty."""
    return entry.filename.endswith("/")


def archive(content: bytes, judge: Judge) -> Refusal | None:
    """Everything in it must be something that would be kept by itself."""
    try:
        with zipfile.ZipFile(BytesIO(content)) as of:
            entries = [each for each in of.infolist() if not _is_folder(each)]
            if not entries or len(entries) > MOST_ENTRIES or sum(each.file_size for each in entries) > MOST_BYTES:
                return Refusal.ARCHIVE
            return next(filter(None, _judged(of, entries, judge)), None)
    except _BROKEN:
        return Refusal.NOT_WHAT_IT_SAYS


def _judged(of: zipfile.ZipFile, entries: list[zipfile.ZipInfo], judge: Judge) -> Iterator[Refusal | None]:
    left = MOST_BYTES
    for entry in entries:
        if entry.flag_bits & _LOCKED:
            yield Refusal.LOCKED
            return
        if entry.filename.startswith(("/", "\\")) or ".." in entry.filename.replace("\\", "/").split("/"):
            yield Refusal.ARCHIVE
            return
        content = _read(of, entry, left + 1)  # what an entry says of its size is not believed
        left -= len(content)
        if left < 0:
            yield Refusal.ARCHIVE
            return
        found = judge(entry.filename, content, within=True)
        yield Refusal.ARCHIVE if found in (Refusal.PROGRAM, Refusal.UNKNOWN) else found


def _read(of: zipfile.ZipFile, entry: zipfile.ZipInfo, most: int) -> bytes:
    with of.open(entry) as opened:
        return opened.read(most)
