"""The roadmap as a Word paper to be approved: the table that schools know, blanks where nothing is settled."""

from collections.abc import Sequence

from docx.document import Document as WordDocument
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Mm, Pt
from docx.table import Table, _Cell, _Row

from mentoring.papers.roadmap_values import RoadmapActivity, RoadmapPaper, RoadmapStage
from mentoring.papers.roadmap_words import Mark, day, has_own_term, missing, shown, state, term, year
from mentoring.papers.word import (
    centred,
    content_of,
    end_after_table,
    keep_whole,
    keep_with_next,
    new_document,
    number_pages,
    repeat_on_pages,
    write,
)
from mentoring.rules.text import clean_line

BLANK = "__________"
DRAFT = "Проект"
HEADINGS = ("№ п/п", "Наименование этапа", "Содержание деятельности", "Сроки", "Ответственный")
RESULT = "Ожидаемый результат"

_NAME = (
    "ПЛАН МЕРОПРИЯТИЙ (ДОРОЖНАЯ КАРТА)",
    "по реализации Положения о системе наставничества педагогических работников",
)
_NUMBER, _TITLE, _TEXT, _TERM, _RESPONSIBLE, _RESULT = range(6)
_WIDTHS = (13, 56, 98, 42, 48)  # millimetres, 257 together: A4 across without its margins
_WIDTHS_WITH_RESULT = (13, 46, 74, 38, 42, 44)
_STAMP_FROM = Mm(165)
_SIZE = 12  # the table's; the rest of an office paper is 14
_SMALL = 10


def roadmap_document(paper: RoadmapPaper) -> bytes:
    """A4 across. While anything is missing, every page says that it is a draft."""
    document = new_document(title="План мероприятий (дорожная карта)", landscape=True)
    if missing(paper):
        head = document.sections[0].header.paragraphs[0]
        head.alignment = WD_ALIGN_PARAGRAPH.RIGHT
        write(head, DRAFT, size=_SIZE)
    number_pages(document)
    _heading(document, paper)
    _table(document, paper.stages)
    end_after_table(document)
    return content_of(document)


def _heading(document: WordDocument, paper: RoadmapPaper) -> None:
    for line in ("УТВЕРЖДЕНА", "приказом", f"от {BLANK}{BLANK} № ______"):
        stamp = document.add_paragraph()
        stamp.paragraph_format.left_indent = _STAMP_FROM
        write(stamp, line)
    school = centred(document.add_paragraph())
    school.paragraph_format.space_before = Pt(12)
    write(school, clean_line(paper.school) or BLANK * 3)
    for line in (*_NAME, f"на {year(paper)}"):
        write(centred(document.add_paragraph()), line, bold=True)
    document.paragraphs[-1].paragraph_format.space_after = Pt(10)


def _table(document: WordDocument, stages: Sequence[RoadmapStage]) -> None:
    """A line an activity; what a whole stage shares is one tall cell."""
    with_result = any(shown(each.result) for stage in stages for each in stage.activities)
    headings = (*HEADINGS, RESULT) if with_result else HEADINGS
    table = _grid(document, 1 + sum(_height(stage) for stage in stages), with_result=with_result)
    rows = list(table.rows)
    for cell, heading in zip(rows[0].cells, headings, strict=True):
        write(centred(cell.paragraphs[0]), heading, size=_SIZE, bold=True)
    repeat_on_pages(rows[0])
    keep_with_next(rows[0])
    first = 1
    for stage in stages:
        _stage(rows[first : first + _height(stage)], stage)
        first += _height(stage)


def _grid(document: WordDocument, lines: int, *, with_result: bool) -> Table:
    widths = [Mm(width) for width in (_WIDTHS_WITH_RESULT if with_result else _WIDTHS)]
    table: Table = document.add_table(rows=lines, cols=len(widths))
    table.style, table.alignment, table.autofit = "Table Grid", WD_TABLE_ALIGNMENT.CENTER, False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = width
    for row in table.rows:
        keep_whole(row)
        for cell, width in zip(row.cells, widths, strict=True):
            cell.width = width
    return table


def _height(stage: RoadmapStage) -> int:
    return max(1, len(stage.activities))


def _stage(rows: Sequence[_Row], stage: RoadmapStage) -> None:
    """Kept on one page while it fits there."""
    cells = [row.cells for row in rows]
    has_own_terms = any(has_own_term(each) for each in stage.activities)
    _shared(cells, stage, with_term=not has_own_terms)
    for number, (line, activity) in enumerate(zip(cells, stage.activities, strict=False), start=1):
        _activity(line, number, activity, stage)
        if has_own_terms:
            _fill(line[_TERM], _term_of(activity, stage))
    if not stage.activities:
        _fill(cells[0][_TEXT], [BLANK])
    for row in rows[:-1]:
        keep_with_next(row)


def _shared(cells: Sequence[Sequence[_Cell]], stage: RoadmapStage, *, with_term: bool) -> None:
    """The stage's own term stands among the terms, or under its title when its activities have theirs."""
    number, title, responsible = (cells[0][at].merge(cells[-1][at]) for at in (_NUMBER, _TITLE, _RESPONSIBLE))
    write(centred(number.paragraphs[0]), f"{stage.number}.", size=_SIZE)
    _fill(title, [shown(stage.title) or BLANK])
    _fill(responsible, _settled(stage.responsible, stage))
    own = term(stage)
    if with_term:
        _fill(cells[0][_TERM].merge(cells[-1][_TERM]), _settled(own, stage))
    elif own:
        settled = own if stage.confirmed else f"{BLANK} (предложено: {own})"
        _fill(title, [f"Срок этапа: {settled}"], size=_SMALL)


def _activity(row: Sequence[_Cell], number: int, activity: RoadmapActivity, stage: RoadmapStage) -> None:
    text = shown(activity.text) or BLANK
    _fill(row[_TEXT], [f"{number}) {text}" if len(stage.activities) > 1 else text])
    if len(row) > _RESULT:
        _fill(row[_RESULT], [shown(activity.result)])


def _term_of(of: RoadmapActivity, stage: RoadmapStage) -> Sequence[str]:
    """What the school does not want is settled, whatever its stage."""
    if state(of) is Mark.NOT_APPLICABLE:
        return [Mark.NOT_APPLICABLE]
    own = f"до {day(of.due)}" if of.due else shown(of.due_words)
    return _settled(own or term(stage), stage)


def _settled(words: str, stage: RoadmapStage) -> Sequence[str]:
    """What is only proposed is a blank for a hand, with the proposal below it."""
    said = shown(words)
    if stage.confirmed and said:
        return [said]
    return [BLANK, f"предложено: {said}"] if said else [BLANK]


def _fill(cell: _Cell, lines: Sequence[str], *, size: float = _SIZE) -> None:
    """Line by line after what the cell already has, all but the first one small."""
    for at, line in enumerate(lines):
        last = cell.paragraphs[-1]
        write(cell.add_paragraph() if last.text else last, line, size=_SMALL if at else size)
