"""Invitations on paper: slips to cut out for everyone, and one poster for the staff room."""

from collections.abc import Sequence
from io import BytesIO
from urllib.parse import urlsplit

import segno
from docx.document import Document as WordDocument
from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT, WD_ROW_HEIGHT_RULE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx.table import Table, _Cell

from mentoring.papers.values import Slip
from mentoring.papers.word import Margins, centred, content_of, end_after_table, keep_whole, new_document, write

COLUMNS, ROWS = 2, 4

_QR_SCALE = 8
_QUIET_ZONE = 4  # modules: what the standard asks for
_EDGES = Margins(left=10, right=10, top=10, bottom=8)
_PICTURE_WIDTH, _WORDS_WIDTH, _HEIGHT = 38, 57, 68
_LONG_NAME = 50
_CUT = {"val": "dashed", "sz": "6", "color": "808080"}
_NO_LINE = {"val": "nil"}


def qr_png(link: str) -> bytes:
    """The link as a picture that a telephone reads from paper, damaged by up to 15 %."""
    target = BytesIO()
    code = segno.make_qr(link, error="m", boost_error=False)
    code.save(target, kind="png", scale=_QR_SCALE, border=_QUIET_ZONE)
    return target.getvalue()


def build(slips: Sequence[Slip]) -> bytes:
    """Eight slips a page, dashed where the scissors go."""
    document = new_document(title="Приглашения", margins=_EDGES, size=9)
    if slips:
        lines = [slips[at : at + COLUMNS] for at in range(0, len(slips), COLUMNS)]
        table = _grid(document, len(lines))
        for row, line in enumerate(lines):
            for column, slip in enumerate(line):
                _slip(table, row, column * 2, slip)
    end_after_table(document)
    return content_of(document)


def staff_room_poster(*, link: str, code: str, school: str, until: str) -> bytes:
    """One page for the wall: everybody comes by the same link, the coordinator lets them in."""
    document = new_document(title="Плакат для учительской", margins=Margins(left=20, right=20))
    _centre(document, school, size=16)
    _centre(document, "Программа наставничества", size=30, bold=True, before=18)
    _centre(document, "Откройте камеру телефона и наведите на рисунок", size=18, before=10)
    picture = centred(document.add_paragraph())
    picture.add_run().add_picture(BytesIO(qr_png(link)), width=Mm(120))
    _centre(document, "Или наберите ссылку и напишите боту код:", size=16)
    _centre(document, _bot_address(link), size=18)
    _centre(document, code, size=36, bold=True, before=6)
    _centre(
        document,
        f"Координатор подтвердит, что вы работаете в школе. Приглашение действует до {until}.",
        size=14,
        before=12,
    )
    return content_of(document)


def _grid(document: WordDocument, rows: int) -> Table:
    """A picture and words, twice a line, four lines a page; a line that says much grows, nothing is cut."""
    table: Table = document.add_table(rows=rows, cols=COLUMNS * 2)
    table.autofit = False
    for at, column in enumerate(table.columns):
        column.width = Mm(_WORDS_WIDTH if at % 2 else _PICTURE_WIDTH)
    for row in table.rows:
        row.height, row.height_rule = Mm(_HEIGHT), WD_ROW_HEIGHT_RULE.AT_LEAST
        keep_whole(row)
        for at, cell in enumerate(row.cells):
            cell.width = Mm(_WORDS_WIDTH if at % 2 else _PICTURE_WIDTH)
            cell.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.CENTER
    return table


def _slip(table: Table, row: int, column: int, slip: Slip) -> None:
    picture, words = table.cell(row, column), table.cell(row, column + 1)
    _borders(picture, top=_CUT, bottom=_CUT, left=_CUT, right=_NO_LINE)
    _borders(words, top=_CUT, bottom=_CUT, left=_NO_LINE, right=_CUT)
    centred(picture.paragraphs[0]).add_run().add_picture(BytesIO(qr_png(slip.link)), width=Mm(_PICTURE_WIDTH - 3))
    write(words.paragraphs[0], slip.name, size=12 if len(slip.name) <= _LONG_NAME else 10, bold=True)
    write(words.add_paragraph(), f"Программа наставничества, {slip.school}", size=9)
    _spaced(words, "Откройте камеру телефона, наведите на рисунок и нажмите на ссылку.")
    _spaced(words, f"Если ссылка не открывается, напишите боту {_bot_address(slip.link)} этот код:")
    _spaced(words, slip.code, size=18, bold=True)
    _spaced(words, f"Код личный, действует до {slip.until}", size=8)


def _spaced(cell: _Cell, text: str, *, size: float = 10, bold: bool = False) -> None:
    paragraph = cell.add_paragraph()
    paragraph.paragraph_format.space_before = Pt(4)
    write(paragraph, text, size=size, bold=bold)


def _centre(document: WordDocument, text: str, *, size: float, bold: bool = False, before: float = 4) -> None:
    paragraph = centred(document.add_paragraph())
    paragraph.paragraph_format.space_before = Pt(before)
    write(paragraph, text, size=size, bold=bold)


def _bot_address(link: str) -> str:
    """«t.me/school_bot»: what can be typed by hand; the long key of the link cannot."""
    parts = urlsplit(link)
    return f"{parts.netloc}{parts.path}" or link


def _borders(cell: _Cell, **sides: dict[str, str]) -> None:
    borders = OxmlElement("w:tcBorders")
    for side in ("top", "left", "bottom", "right"):  # the order that the schema demands
        line = OxmlElement(f"w:{side}")
        for name, value in sides[side].items():
            line.set(qn(f"w:{name}"), value)
        borders.append(line)
    cell._tc.get_or_add_tcPr().append(borders)
