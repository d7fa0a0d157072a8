"""Workbooks and archives made by hand, as a coordinator's computer or an attacker makes them."""

from collections.abc import Mapping, Sequence
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

OLE = bytes.fromhex("d0cf11e0a1b11ae1")


def workbook(
    *rows: Sequence[object], title: str = "Лист1", more: Mapping[str, Sequence[object]] | None = None
) -> bytes:
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = title
    for row in rows:
        sheet.append(list(row))
    for other, row in (more or {}).items():
        book.create_sheet(other).append(list(row))
    target = BytesIO()
    book.save(target)
    return target.getvalue()


def archive(parts: Mapping[str, bytes]) -> bytes:
    target = BytesIO()
    with ZipFile(target, "w", ZIP_DEFLATED) as made:
        for name, content in parts.items():
            made.writestr(name, content)
    return target.getvalue()


def with_part(content: bytes, name: str, part: bytes) -> bytes:
    """The same archive with one part replaced or added."""
    with ZipFile(BytesIO(content)) as old:
        parts = {entry: old.read(entry) for entry in old.namelist()}
    return archive({**parts, name: part})


def sheets(content: bytes) -> dict[str, Worksheet]:
    return {sheet.title: sheet for sheet in load_workbook(BytesIO(content)).worksheets}


def texts(sheet: Worksheet) -> list[list[str]]:
    return [["" if cell is None else str(cell) for cell in row] for row in sheet.iter_rows(values_only=True)]
