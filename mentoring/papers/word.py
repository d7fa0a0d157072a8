"""Word out: A4, Times New Roman, an office paper's margins; plain styles that any office suite opens."""

from dataclasses import dataclass
from io import BytesIO

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx.text.paragraph import Paragraph
from docx.text.run import Run

FONT = "Times New Roman"
_KEPT = "\t\n\u00a0"


@dataclass(frozen=True, slots=True)
class Margins:
    """In millimetres."""

    left: int = 30
    right: int = 10
    top: int = 20
    bottom: int = 20


def new_document(*, title: str, margins: Margins | None = None, size: float = 14) -> WordDocument:
    document = Document()
    section, edges = document.sections[0], margins or Margins()
    section.page_width, section.page_height = Mm(210), Mm(297)
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


def content_of(document: WordDocument) -> bytes:
    target = BytesIO()
    document.save(target)
    return target.getvalue()
