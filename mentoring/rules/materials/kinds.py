"""Kinds of files by their endings and by their first bytes: what may be kept, and what never."""

from collections.abc import Mapping
from enum import StrEnum


class Refusal(StrEnum):
    """Why a file is not kept."""

    EMPTY = "empty"
    PROGRAM = "program"  # by its name or by its content
    MACROS = "macros"
    ARCHIVE = "archive"  # holds a program, or is of a kind that cannot be looked into
    LOCKED = "locked"  # a password stands before it
    NOT_WHAT_IT_SAYS = "not_what_it_says"
    UNKNOWN = "unknown"  # of no kind that is kept


class Family(StrEnum):
    """What opens a file; each has a look of its own in `mentoring.rules.materials.content`."""

    PICTURE = "picture"
    PDF = "pdf"
    OFFICE = "office"  # of today: a zip of XML
    OPEN_OFFICE = "open_office"
    OLD_OFFICE = "old_office"  # of before 2007: OLE
    RICH_TEXT = "rich_text"
    TEXT = "text"
    SOUND = "sound"
    VIDEO = "video"
    ARCHIVE = "archive"


FAMILIES: Mapping[str, Family] = {
    **dict.fromkeys(("jpg", "jpeg", "png", "gif", "webp", "bmp", "tif", "tiff", "heic"), Family.PICTURE),
    "pdf": Family.PDF,
    **dict.fromkeys(("docx", "xlsx", "pptx", "ppsx"), Family.OFFICE),
    **dict.fromkeys(("odt", "ods", "odp"), Family.OPEN_OFFICE),
    **dict.fromkeys(("doc", "xls", "ppt", "pps"), Family.OLD_OFFICE),
    "rtf": Family.RICH_TEXT,
    **dict.fromkeys(("txt", "md", "csv"), Family.TEXT),
    **dict.fromkeys(("mp3", "m4a", "aac", "ogg", "oga", "wav", "flac"), Family.SOUND),
    **dict.fromkeys(("mp4", "m4v", "mov", "3gp", "avi", "mkv", "webm"), Family.VIDEO),
    "zip": Family.ARCHIVE,
}

MACRO_ENDINGS = frozenset({"docm", "dotm", "xlsm", "xltm", "xlam", "xlsb", "pptm", "potm", "ppsm", "ppam", "sldm"})
CLOSED_ARCHIVES = frozenset({"rar", "7z", "gz", "tgz", "bz2", "xz", "tar", "cab", "arj", "lzh", "ace", "iso", "img"})
# Anywhere in a name: «план.exe.pdf» is shown as a program where endings are hidden.
PROGRAM_ENDINGS = frozenset(
    {
        *("exe", "scr", "pif", "msi", "msp", "mst", "msix", "appx", "dll", "sys", "cpl", "drv", "ocx", "gadget"),
        *("bat", "cmd", "vbs", "vbe", "jse", "wsf", "wsh", "ps1", "psm1", "hta", "inf", "reg", "lnk", "url", "scf"),
        *("apk", "xapk", "ipa", "jar", "deb", "rpm", "dmg", "pkg", "appimage", "run", "elf", "app", "chm", "hlp"),
    }
)
# At the end alone: «www.school.com.pdf» and «node.js.pdf» are documents.
SCRIPT_ENDINGS = frozenset(
    {
        *("com", "js", "mjs", "py", "pyw", "pl", "rb", "php", "sh", "bash", "zsh", "command", "so", "bin", "class"),
        *("html", "htm", "xhtml", "mht", "mhtml", "svg", "xml", "swf", "vb", "ws", "wasm", "lua", "application"),
    }
)

PROGRAM_BYTES: tuple[bytes, ...] = (
    b"MZ",  # PE, DOS
    b"\x7fELF",
    *(b"\xfe\xed\xfa\xce", b"\xfe\xed\xfa\xcf", b"\xce\xfa\xed\xfe", b"\xcf\xfa\xed\xfe"),  # Mach-O
    *(b"\xca\xfe\xba\xbe", b"\xbe\xba\xfe\xca"),  # Mach-O for several machines, Java
    b"#!",
    b"dex\n",
    b"\0asm",
    b"L\0\0\0\x01\x14\x02\0",  # a Windows shortcut
    b"ITSF",  # compiled help
)
CLOSED_ARCHIVE_BYTES: tuple[bytes, ...] = (
    *(b"Rar!\x1a\x07", b"7z\xbc\xaf\x27\x1c", b"\x1f\x8b", b"BZh", b"\xfd7zXZ\0", b"MSCF", b"\x60\xea"),
)
