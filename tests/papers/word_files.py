"""Documents of Word as the tests of the roadmap need them: a table, a body by hand, parts that are not packed."""

import random
from collections.abc import Callable, Sequence
from io import BytesIO
from typing import Any
from zipfile import ZIP_STORED, ZipFile

from docx import Document
from docx.oxml.ns import nsdecls

from tests.papers.workbooks import with_part
from tests.rules.roadmap_tables import HEADINGS

ROW = ("1.", "Отбор", "Анализ", "Май", "Куратор")
WORD = nsdecls("w")


def saved(document: Any) -> bytes:
    target = BytesIO()
    document.save(target)
    return target.getvalue()


def with_table(*rows: Sequence[str], title: str = "", change: Callable[[Any], object] = lambda table: None) -> bytes:
    """A document with one table; the change is made to it before it is saved."""
    made = Document()
    if title:
        made.add_paragraph(title)
    table = made.add_table(len(rows), max(map(len, rows)))
    for at, row in enumerate(rows):
        for place, text in enumerate(row):
            table.cell(at, place).text = text
    change(table)
    return saved(made)


def body(inner: str) -> bytes:
    """The smallest file that Word opens, with this in its body."""
    xml = f'<?xml version="1.0" encoding="UTF-8"?><w:document {WORD}><w:body>{inner}</w:body></w:document>'
    return with_part(saved(Document()), "word/document.xml", xml.encode())


def row_xml(*texts: str) -> str:
    cells = "".join(f"<w:tc><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:tc>" for text in texts)
    return f"<w:tr>{cells}</w:tr>"


def table_xml(rows: int) -> str:
    return f"<w:tbl>{''.join(row_xml(f'Дело {at}', 'Май') for at in range(rows))}</w:tbl>"


def noise(size: int) -> str:
    return "".join(random.Random(3).choices("абвгдежзиклмнопрстуфхц", k=size))


def stored(part: str, content: bytes) -> bytes:
    target = BytesIO(with_table(HEADINGS, ROW))
    with ZipFile(target, "a", ZIP_STORED) as made:
        made.writestr(part, content)
    return target.getvalue()


def stored_body(inner: str) -> bytes:
    """Not packed, for what repeats itself would be refused as a bomb."""
    target = BytesIO()
    with ZipFile(target, "w", ZIP_STORED) as made:
        made.writestr("word/document.xml", f"<w:document {WORD}><w:body>{inner}</w:body></w:document>")
    return target.getvalue()
