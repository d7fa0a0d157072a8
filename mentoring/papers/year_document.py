"""The year's report as a Word paper: sections in the style of an office, tables, charts, signatures."""

from collections.abc import Iterable
from io import BytesIO

from docx.document import Document as WordDocument
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Mm

from mentoring.papers import compared_chart, year_chart
from mentoring.papers import year_words as words
from mentoring.papers.monitoring_values import ComparedPaper
from mentoring.papers.office_paper import TABLE_SIZE, body, centre, grid, heading, line, office_document, signature
from mentoring.papers.office_words import BLANK, NO_DAY, filled, signed_name
from mentoring.papers.word import centred, content_of, shrink, write
from mentoring.papers.year_sections import Part, Picture, Table, Text, sections
from mentoring.papers.year_values import Reader, YearReport

TITLE = "ОТЧЁТ"
ABOUT = "об итогах наставничества педагогических работников"
_CHART, _COMPARED = Mm(85), Mm(110)


def year_document(report: YearReport, reader: Reader) -> bytes:
    """A draft as long as its conclusions are not written."""
    reader = Reader(reader)
    document = office_document(title="Отчёт за год", is_draft=not (report.conclusions and report.plan))
    _head(document, report, reader)
    for number, section in enumerate(sections(report, reader), start=1):
        heading(document, f"{number}. {section.title}")
        _parts(document, report, section.parts)
    _end(document, report, reader)
    return content_of(document)


def _head(document: WordDocument, report: YearReport, reader: Reader) -> None:
    centre(document, filled(report.school))
    for number, text in enumerate(("УТВЕРЖДАЮ", f"Директор {BLANK}{_director(report, reader)}", NO_DAY)):
        line(document, text, before=0 if number else 8).alignment = WD_ALIGN_PARAGRAPH.RIGHT
    centre(document, TITLE, bold=True, before=10)
    centre(document, ABOUT, bold=True)
    centre(document, f"за {words.year(report)}", bold=True)


def _director(report: YearReport, reader: Reader) -> str:
    """Whoever signs a report without names signs it by hand."""
    return f" / {signed_name(report.director)}" if reader is Reader.INTERNAL else ""


def _parts(document: WordDocument, report: YearReport, parts: Iterable[Part]) -> None:
    for part in parts:
        match part:
            case Text(text, blank):
                _lines_to_write_on(document) if blank else body(document, text)
            case Table():
                _table(document, part)
            case Picture(None):
                _picture(document, year_chart.build(report), _CHART)
            case Picture(ComparedPaper() as of):
                _picture(document, compared_chart.build(of), _COMPARED)


def _lines_to_write_on(document: WordDocument) -> None:
    for _ in range(3):
        line(document, BLANK * 6)


def _table(document: WordDocument, of: Table) -> None:
    rows = [[str(cell) for cell in row] for row in of.rows]
    grid(document, of.headings, rows, of.widths)
    shrink(document.add_paragraph())
    write(document.add_paragraph(), "", size=TABLE_SIZE / 2)


def _picture(document: WordDocument, content: bytes, width: Mm) -> None:
    paragraph = centred(document.add_paragraph())
    paragraph.add_run().add_picture(BytesIO(content), width=width)


def _end(document: WordDocument, report: YearReport, reader: Reader) -> None:
    named = report.coordinator if reader is Reader.INTERNAL else ""
    signature(document, "Куратор наставничества", named, dated=True)
