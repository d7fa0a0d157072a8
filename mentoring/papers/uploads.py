"""An uploaded workbook before it is parsed: is it one, and is it safe to unpack?

Run in the worker process, whose memory and time are limited.
"""

import re
import zlib
from dataclasses import dataclass
from enum import StrEnum
from io import BytesIO
from typing import IO
from zipfile import BadZipFile, ZipFile, ZipInfo

MOST_ENTRIES = 1_000
MOST_UNPACKED = 50 * 2**20
MOST_RATIO = 100
LARGEST = 10 * 2**20  # packed, as it is sent
# openpyxl reads these whole before anybody can say that it is enough.
MOST_TAGS = 700_000  # in the table of texts: more than 2,000 lines of 60 columns have
LONGEST_ROW = 2 * 2**20  # in one piece of a sheet without a new row

_OLE = bytes.fromhex("d0cf11e0a1b11ae1")
_ENCRYPTED = 0x1
_CHUNK = 2**20
_OPENING = 1_000
_TEXTS = re.compile(rb"<(?:\w+:)?sst\b")
_CELLS = re.compile(rb"<(?:\w+:)?worksheet\b")
# Office files have no DTD, drawings aside; one that has it is after our memory or our files.
_DTD = tuple("<!DOCTYPE".encode(code) for code in ("ascii", "utf-16-le", "utf-16-be"))
_MARKUP = re.compile(rb"\s*<(?:\?xml|!doctype|html|table|meta)", re.IGNORECASE)


class FileReason(StrEnum):
    """Why a file cannot be read as a list or a questionnaire; each has its own advice in the chat."""

    EMPTY = "empty"
    CSV = "csv"
    OLD_EXCEL = "old_excel"  # .xls, .xlsb, or a page saved under Excel's name
    OPEN_DOCUMENT = "open_document"
    WORD = "word"
    PDF = "pdf"
    PASSWORD = "password"  # noqa: S105 a reason, not a secret
    NOT_EXCEL = "not_excel"
    BROKEN = "broken"
    TOO_LARGE = "too_large"
    NO_HEADER = "no_header"
    NO_ROWS = "no_rows"
    TOO_MANY_ROWS = "too_many_rows"
    # Of a questionnaire only; `seen` is the sheet, then the cells.
    NO_FORM = "no_form"
    TOO_MANY_COLUMNS = "too_many_columns"
    TOO_MANY_SHEETS = "too_many_sheets"
    HIDDEN_SHEET = "hidden_sheet"
    FORMULA = "formula"
    MERGED = "merged"


_OPENINGS = ((b"%PDF", FileReason.PDF), (b"{\\rtf", FileReason.WORD))


@dataclass(frozen=True, slots=True)
class FileProblem:
    """The reason; `limit` for TOO_MANY_…, `seen` for NO_HEADER: what the first filled row says."""

    reason: FileReason
    limit: int = 0
    seen: tuple[str, ...] = ()


def check_workbook(content: bytes) -> FileProblem | None:
    """Nothing when the content is an Excel workbook that may be unpacked."""
    reason = _by_content(content)
    return FileProblem(reason) if reason else None


def _by_content(content: bytes) -> FileReason | None:
    if not content.strip(b"\0 \t\r\n"):
        return FileReason.EMPTY
    if content.startswith(b"PK"):
        return _in_archive(content)
    if content.startswith(_OLE):
        return _in_ole(content)
    for opening, reason in _OPENINGS:
        if content.startswith(opening):
            return reason
    if _MARKUP.match(content.removeprefix(b"\xef\xbb\xbf")):
        return FileReason.OLD_EXCEL
    return FileReason.CSV if _is_text(content) else FileReason.NOT_EXCEL


def _in_ole(content: bytes) -> FileReason:
    """The old container: names of its streams are UTF-16, and a protected .xlsx is kept in one too."""
    streams = (
        ("EncryptedPackage", FileReason.PASSWORD),
        ("WordDocument", FileReason.WORD),
        ("Workbook", FileReason.OLD_EXCEL),
        ("Book", FileReason.OLD_EXCEL),
    )
    for name, reason in streams:
        if name.encode("utf-16-le") in content:
            return reason
    return FileReason.NOT_EXCEL


def _is_text(content: bytes) -> bool:
    if b"\0" in content:
        return content.startswith((b"\xff\xfe", b"\xfe\xff"))
    for encoding in ("utf-8", "cp1251"):
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        return all(mark.isprintable() or mark.isspace() or mark == "\ufeff" for mark in text)
    return False


def _in_archive(content: bytes) -> FileReason | None:
    if len(content) > LARGEST:
        return FileReason.TOO_LARGE
    try:
        with ZipFile(BytesIO(content)) as archive:
            entries = archive.infolist()
            return _unsafe(entries) or _kind(archive) or _harmful(archive, entries)
    except (BadZipFile, zlib.error, EOFError, OSError, RuntimeError, ValueError):
        # RuntimeError and its NotImplementedError: an unknown compression or a password.
        return FileReason.BROKEN


def _unsafe(entries: list[ZipInfo]) -> FileReason | None:
    """By declared sizes: zipfile never unpacks more than an entry declares."""
    if len(entries) > MOST_ENTRIES or sum(entry.file_size for entry in entries) > MOST_UNPACKED:
        return FileReason.TOO_LARGE
    if any(entry.file_size > MOST_RATIO * max(entry.compress_size, 1) for entry in entries):
        return FileReason.TOO_LARGE
    return FileReason.PASSWORD if any(entry.flag_bits & _ENCRYPTED for entry in entries) else None


def _kind(archive: ZipFile) -> FileReason | None:
    names = set(archive.namelist())
    if "xl/workbook.xml" in names:
        return None
    if "xl/workbook.bin" in names:
        return FileReason.OLD_EXCEL
    if "word/document.xml" in names:
        return FileReason.WORD
    return FileReason.OPEN_DOCUMENT if "content.xml" in names else FileReason.NOT_EXCEL


def _harmful(archive: ZipFile, entries: list[ZipInfo]) -> FileReason | None:
    """Reading every part to its end also proves the checksums."""
    for entry in entries:
        with archive.open(entry) as part:
            is_drawing = entry.filename.lower().endswith(".svg")
            if reason := _in_part(part, signs=() if is_drawing else _DTD):
                return reason
    return None


def _in_part(part: IO[bytes], *, signs: tuple[bytes, ...]) -> FileReason | None:
    chunk = part.read(_CHUNK)
    is_texts, is_cells = (kind.search(chunk[:_OPENING]) is not None for kind in (_TEXTS, _CELLS))
    tail, tags, row = b"", 0, 0
    while chunk:
        if any(sign in tail + chunk for sign in signs):
            return FileReason.BROKEN
        tags += chunk.count(b"<") if is_texts else 0
        row = row + len(chunk) if is_cells and b"row" not in chunk else 0
        if tags > MOST_TAGS or row > LONGEST_ROW:
            return FileReason.TOO_LARGE
        tail = chunk[-len(_DTD[-1]) :]
        chunk = part.read(_CHUNK)
    return None
