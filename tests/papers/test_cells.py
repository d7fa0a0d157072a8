"""T31: whatever a person typed is text in every workbook that leaves the bot: all of them are written by `TextBook`."""

import re
from datetime import UTC, datetime
from io import BytesIO
from zipfile import ZipFile

from openpyxl import load_workbook

from mentoring.papers.sheets import TextBook
from tests.bench.figures import at_most
from tests.papers.test_mentee_bank import NASTY
from tests.soak.measuring import Measured

TYPED = [
    *(text for text in NASTY if text.strip() == text and len(text) < 1000),
    *("=cmd|' /C calc'!A0", "@", "-", "+", "=", "www.school.example", "https://a.ru/?q=1#x", "file:///etc/passwd"),
]


def test_what_looks_like_a_formula_or_a_link_is_read_back_as_it_was_typed(measured: Measured) -> None:
    book = TextBook(title="Проба", made_at=datetime(2026, 9, 15, tzinfo=UTC))
    sheet = book.sheet("Лист")
    for row, text in enumerate(TYPED):
        sheet.write(row, 0, text)
    sheet.write_row(len(TYPED), TYPED)
    content = book.content()
    with ZipFile(BytesIO(content)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    read = load_workbook(BytesIO(content)).worksheets[0]
    cells = [cell for row in read.iter_rows() for cell in row if cell.value is not None]
    assert len(cells) == 2 * len(TYPED)
    formulas = sum(len(re.findall(rb"<f[ >]", part)) for part in parts.values()) + sum(
        c.data_type == "f" for c in cells
    )
    links = sum(part.count(b"hyperlink") for part in parts.values())
    different = sum(cell.value != text for cell, text in zip(cells, [*TYPED, *TYPED], strict=True))
    measured(at_most("cells that are formulas", formulas, 0, "", note=f"of {len(cells)}"))
    measured(at_most("links", links, 0, ""))
    measured(at_most("cells read back otherwise", different, 0, ""))
