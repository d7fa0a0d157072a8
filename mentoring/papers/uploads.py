"""An uploaded file before it is parsed: is it what is wanted, and is it safe to unpack?

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
    """Why a file cannot be read as what is wanted; each has its own advice in the chat."""

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
    # Of a document only.
    OLD_WORD = "old_word"  # .doc, or a page saved under Word's name
    RTF = "rtf"
    EXCEL = "excel"
    PICTURE = "picture"
    NOT_WORD = "not_word"
    # Of a template only.
    MACROS = "macros"
    LINKED = "linked"  # what is fetched from elsewhere
    EMBEDDED = "embedded"  # an object of another program
    LARGE_TEMPLATE = "large_template"


@dataclass(frozen=True, slots=True)
class FileProblem:
    """The reason; `limit` for TOO_MANY_…, `seen` for NO_HEADER: what the first filled row says."""

    reason: FileReason
    limit: int = 0
    seen: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Wanted:
    """What a file is by its first bytes, by the streams of the old container, by the parts of an archive.

    The first that fits; None is what is wanted. `page` is a page of the internet under an office name.
    """

    openings: tuple[tuple[bytes, FileReason], ...]
    streams: tuple[tuple[str, FileReason], ...]
    parts: tuple[tuple[str, FileReason | None], ...]
    page: FileReason
    other: FileReason


_WORKBOOK = _Wanted(
    openings=((b"%PDF", FileReason.PDF), (b"{\\rtf", FileReason.WORD)),
    streams=(
        ("EncryptedPackage", FileReason.PASSWORD),
        ("WordDocument", FileReason.WORD),
        ("Workbook", FileReason.OLD_EXCEL),
        ("Book", FileReason.OLD_EXCEL),
    ),
    parts=(
        ("xl/workbook.xml", None),
        ("xl/workbook.bin", FileReason.OLD_EXCEL),
        ("word/document.xml", FileReason.WORD),
        ("content.xml", FileReason.OPEN_DOCUMENT),
    ),
    page=FileReason.OLD_EXCEL,
    other=FileReason.NOT_EXCEL,
)
_DOCUMENT = _Wanted(
    openings=(
        (b"%PDF", FileReason.PDF),
        (b"{\\rtf", FileReason.RTF),
        (b"\x89PNG", FileReason.PICTURE),
        (b"\xff\xd8\xff", FileReason.PICTURE),
        (b"GIF8", FileReason.PICTURE),
        (b"II*\0", FileReason.PICTURE),
        (b"MM\0*", FileReason.PICTURE),
        (b"RIFF", FileReason.PICTURE),  # WebP, how messengers keep pictures
    ),
    streams=(
        ("EncryptedPackage", FileReason.PASSWORD),
        ("WordDocument", FileReason.OLD_WORD),
        ("Workbook", FileReason.EXCEL),
        ("Book", FileReason.EXCEL),
    ),
    parts=(
        ("word/document.xml", None),
        ("word/document2.xml", None),  # Word in a browser calls it so
        ("xl/workbook.xml", FileReason.EXCEL),
        ("xl/workbook.bin", FileReason.EXCEL),
        ("content.xml", FileReason.OPEN_DOCUMENT),
    ),
    page=FileReason.OLD_WORD,
    other=FileReason.NOT_WORD,
)


def check_workbook(content: bytes) -> FileProblem | None:
    """Nothing when the content is an Excel workbook that may be unpacked."""
    return _checked(content, _WORKBOOK)


def check_document(content: bytes) -> FileProblem | None:
    """Nothing when the content is a Word document that may be unpacked; CSV when it is plain text."""
    return _checked(content, _DOCUMENT)


def text_of(content: bytes) -> str | None:
    """Plain text in the encodings that Russian editors write; None when it is none."""
    is_wide = content.startswith((b"\xff\xfe", b"\xfe\xff"))
    if b"\0" in content and not is_wide:
        return None
    for encoding in ("utf-16",) if is_wide else ("utf-8-sig", "cp1251"):
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        return text if all(mark.isprintable() or mark.isspace() or mark == "\ufeff" for mark in text) else None
    return None


def _checked(content: bytes, wanted: _Wanted) -> FileProblem | None:
    reason = _by_content(content, wanted)
    return FileProblem(reason) if reason else None


def _by_content(content: bytes, wanted: _Wanted) -> FileReason | None:
    if not content.strip(b"\0 \t\r\n"):
        return FileReason.EMPTY
    if content.startswith(b"PK"):
        return _in_archive(content, wanted)
    if content.startswith(_OLE):
        return _in_ole(content, wanted)
    for opening, reason in wanted.openings:
        if content.startswith(opening):
            return reason
    if _MARKUP.match(content.removeprefix(b"\xef\xbb\xbf")):
        return wanted.page
    return FileReason.CSV if text_of(content) is not None else wanted.other


def _in_ole(content: bytes, wanted: _Wanted) -> FileReason:
    """The old container: names of its streams are UTF-16, and a protected new file is kept in one too."""
    for name, reason in wanted.streams:
        if name.encode("utf-16-le") in content:
            return reason
    return wanted.other


def _in_archive(content: bytes, wanted: _Wanted) -> FileReason | None:
    if len(content) > LARGEST:
        return FileReason.TOO_LARGE
    try:
        with ZipFile(BytesIO(content)) as archive:
            entries = archive.infolist()
            return _unsafe(entries) or _kind(archive, wanted) or _harmful(archive, entries)
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


def _kind(archive: ZipFile, wanted: _Wanted) -> FileReason | None:
    names = set(archive.namelist())
    return next((reason for part, reason in wanted.parts if part in names), wanted.other)


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
