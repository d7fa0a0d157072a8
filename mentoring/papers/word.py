"""Word out: A4, Times New Roman, an office paper's margins; plain styles that any office suite opens."""

from dataclasses import dataclass
from io import BytesIO

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx.table import _Row
from docx.text.paragraph import Paragraph
from docx.text.run import Run

FONT = "Times New Roman"
_FOOT = 10
_KEPT = "\t\n\u00a0"


@dataclass(frozen=True, slots=True)
class Margins:
    """In millimetres."""

    left: int = 30
    right: int = 10
    top: int = 20
    bottom: int = 20


def new_document(
    *, title: str, margins: Margins | None = None, size: float = 14, landscape: bool = False
) -> WordDocument:
    document = Document()
    section, edges = document.sections[0], margins or Margins()
    section.page_width, section.page_height = (Mm(297), Mm(210)) if landscape else (Mm(210), Mm(297))
    section.orientation = WD_ORIENT.LANDSCAPE if landscape else WD_ORIENT.PORTRAIT
    section.left_margin, section.right_margin = Mm(edges.left), Mm(edges.right)
    section.top_margin, section.bottom_margin = Mm(edges.top), Mm(edges.bottom)
    section.header_distance = section.footer_distance = Mm(8)
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = FONT, Pt(size)
    fonts = normal.element.get_or_add_rPr().get_or_add_rFonts()
    for script in ("w:eastAsia", "w:cs"):
        fonts.set(qn(script), FONT)
    normal.paragraph_format.space_before = normal.paragraph_format.space_after = Pt(0)
    normal.paragraph_format.line_spacing = 1.0
    properties = document.core_properties
    properties.title, properties.author, properties.comments = title, "", ""
    properties.language = "ru-RU"
    return document


def write(paragraph: Paragraph, text: str, *, size: float | None = None, bold: bool = False) -> Run:
    """A run of the paragraph. XML refuses some invisible characters that people's words may hold."""
    run = paragraph.add_run("".join(mark for mark in text if mark.isprintable() or mark in _KEPT))
    run.bold = bold or None
    if size is not None:
        run.font.size = Pt(size)
    return run


def centred(paragraph: Paragraph) -> Paragraph:
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    return paragraph


def number_pages(document: WordDocument) -> None:
    """«Лист 2 из 3» at the foot of every page."""
    foot = centred(document.sections[0].footer.paragraphs[0])
    for words, field in (("Лист ", "PAGE"), (" из ", "NUMPAGES")):
        write(foot, words, size=_FOOT)
        counted = OxmlElement("w:fldSimple")
        counted.set(qn("w:instr"), field)
        counted.append(write(foot, "1", size=_FOOT)._r)  # until the office suite has counted
        foot._p.append(counted)


def keep_whole(row: _Row) -> None:
    """A line of a table that is not torn at the end of a page."""
    row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))


def repeat_on_pages(row: _Row) -> None:
    """A heading that every page of the table begins with."""
    row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))


def keep_with_next(row: _Row) -> None:
    """Not the last of its page. Word asks every paragraph of it, those under a merged cell too."""
    for paragraph in row._tr.iter(qn("w:p")):
        Paragraph(paragraph, row.table).paragraph_format.keep_with_next = True


def end_after_table(document: WordDocument) -> None:
    """Word needs a paragraph after a table; a tiny one does not start a page of its own."""
    shrink(document.add_paragraph())


def shrink(paragraph: Paragraph) -> None:
    """As low as a point: it is there for Word alone."""
    spacing = paragraph.paragraph_format
    spacing.line_spacing_rule, spacing.line_spacing = WD_LINE_SPACING.EXACTLY, Pt(1)


def content_of(document: WordDocument) -> bytes:
    target = BytesIO()
    document.save(target)
    return target.getvalue()
