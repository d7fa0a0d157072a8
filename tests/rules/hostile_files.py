"""Files as they come, good and bad, a few bytes each."""

import zipfile
from io import BytesIO

PE, ELF, MACHO, SCRIPT = b"MZ\x90\0\x03\0\0\0", b"\x7fELF\x02\x01", b"\xcf\xfa\xed\xfe\x07", b"#!/bin/sh\nrm -rf /\n"
PDF, PNG, JPEG = b"%PDF-1.7\n", b"\x89PNG\r\n\x1a\n....", b"\xff\xd8\xff\xe0..JFIF"
OLE = bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 64


def wide(text: str) -> bytes:
    return text.encode("utf-16-le")


def packed(entries: dict[str, bytes], *, locked: bool = False) -> bytes:
    made = BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as of:
        for name, content in entries.items():
            of.writestr(name, content)
    flagged = bytearray(made.getvalue())
    if locked:  # the flag of each header, local and central
        for mark, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
            start = flagged.find(mark)
            while start >= 0:
                flagged[start + at] |= 1
                start = flagged.find(mark, start + 4)
    return bytes(flagged)


def office(part: str = "word/document.xml", **more: bytes) -> bytes:
    """A document of today; more parts by names in which «__» is a dot and «_of_» a folder."""
    parts = {name.replace("_of_", "/").replace("__", "."): content for name, content in more.items()}
    return packed({"[Content_Types].xml": b"<Types/>", part: b"<w:document/>", **parts})


DOCX = office()
ODT = packed({"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": b"<office/>"})
