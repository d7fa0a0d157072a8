"""The year's monitoring as a Word paper for the report: means and shares, start against end, words, a draft SWOT."""

from collections import Counter
from collections.abc import Iterator, Sequence

from docx.document import Document as WordDocument
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Mm, Pt
from docx.table import Table, _Cell

from mentoring.papers import monitoring_words as words
from mentoring.papers import tally_words
from mentoring.papers.monitoring_values import ComparedPaper, Letter, MonitoringPaper, WavePaper
from mentoring.papers.word import centred, content_of, keep_whole, new_document, number_pages, repeat_on_pages, write
from mentoring.rules.comparison import Compared
from mentoring.rules.tally import Choices, Marks, Tally
from mentoring.rules.text import clean_line

BLANK = "__________"
DRAFT = "Проект"
TITLE = ("СПРАВКА", "о результатах мониторинга наставничества педагогических работников")
ASKED, COMPARED, ANSWERED, SAID, SWOT, END = (
    "Кого спросили и кто ответил",
    "Старт и итог",
    "Ответы на вопросы",
    "Ответы словами",
    "Черновик SWOT",
    "Выводы",
)
NOTHING = "Итоги анкет этого года пока не собраны."
_SIZE, _TABLE = 12, 10
_HALF = (85, 85)


def monitoring_document(paper: MonitoringPaper) -> bytes:
    """A4 upright. It is a draft as long as nobody has written the conclusions."""
    document = new_document(title="Справка о мониторинге", size=_SIZE)
    head = document.sections[0].header.paragraphs[0]
    head.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    write(head, DRAFT, size=_SIZE)
    number_pages(document)
    _title(document, paper)
    _asked(document, paper.waves)
    _compared(document, paper.compared)
    _answered(document, paper.waves)
    _said(document, paper.waves)
    _swot(document, paper.letters)
    _end(document)
    return content_of(document)


def _title(document: WordDocument, paper: MonitoringPaper) -> None:
    write(centred(document.add_paragraph()), clean_line(paper.school) or BLANK * 3)
    for line in (*TITLE, f"за {words.year(paper)}"):
        write(centred(document.add_paragraph()), line, bold=True)
    write(document.add_paragraph(), f"Составлена {paper.made_on:%d.%m.%Y}")


def _heading(document: WordDocument, text: str) -> None:
    paragraph = document.add_paragraph()
    paragraph.paragraph_format.space_before = Pt(8)
    paragraph.paragraph_format.keep_with_next = True
    write(paragraph, text, bold=True)


def _asked(document: WordDocument, waves: Sequence[WavePaper]) -> None:
    _heading(document, ASKED)
    if not waves:
        write(document.add_paragraph(), NOTHING)
        return
    rows = [(each.title, words.response(each.response)) for each in waves]
    _table(document, ("Анкета", "Как прошла"), rows, (75, 95))


def _compared(document: WordDocument, compared: Sequence[ComparedPaper]) -> None:
    for each in compared:
        _heading(document, words.title(each))
        if not each.lines:
            write(document.add_paragraph(), f"{' '.join(words.heads(each))} {BLANK}")
            continue
        headings = ("Вопрос", words.START, words.END, "Изменение", "Ответили")
        _table(document, headings, [_compared_row(line) for line in each.lines], (70, 28, 28, 22, 22))
    if any(each.lines for each in compared):
        write(document.add_paragraph(), words.OF_GROUPS, size=_TABLE)


def _compared_row(of: Compared) -> tuple[str, ...]:
    if not of.comparable:
        return (of.question.title, words.NOT_COMPARABLE, "", "", "")
    means = [tally_words.one_decimal(side.mean) if side else words.few(of.least) for side in (of.start, of.end)]
    if of.difference is None or of.start is None or of.end is None:
        return (of.question.title, *means, "", "")
    return (of.question.title, *means, words.difference(of.difference), f"{of.start.answered} и {of.end.answered}")


def _answered(document: WordDocument, waves: Sequence[WavePaper]) -> None:
    told = [each for each in waves if each.tallies]
    if told:
        _heading(document, ANSWERED)
    for each in told:
        rows = [(of.question.title, _found(of), _many(of)) for of in each.tallies]
        _table(document, (_named(each), "Ответы", "Ответили"), rows, (70, 78, 22))


def _named(of: WavePaper) -> str:
    """Rounds of one survey are told apart by the day when they were closed."""
    closed_on = of.response.closed_on
    return f"{of.title} ({closed_on:%d.%m.%Y})" if closed_on else of.title


def _found(of: Tally) -> str:
    """One answer is told as it is: the coordinator's own."""
    if of.answered == 1 and isinstance(of.found, Marks | Choices):
        return "; ".join(line.label for line in of.found.lines if line.many)
    return tally_words.summary(of)


def _many(of: Tally) -> str:
    return f"{of.answered}" if of.answered else ""


def _said(document: WordDocument, waves: Sequence[WavePaper]) -> None:
    told = [(wave, each) for wave in waves for each in wave.comments]
    if told:
        _heading(document, SAID)
    for wave, each in told:
        question = document.add_paragraph()
        question.paragraph_format.keep_with_next = True
        write(question, f"{_named(wave)} — {each.title}", size=_TABLE, bold=True)
        for line in _lines(each.texts):
            write(document.add_paragraph(), line, size=_TABLE)


def _lines(texts: Sequence[str]) -> Iterator[str]:
    """«– Больше практики (3)»: what several have said alike stands once."""
    for text, many in Counter(map(clean_line, texts)).items():
        yield f"– {text} ({many})" if many > 1 else f"– {text}"


def _swot(document: WordDocument, letters: Sequence[Letter]) -> None:
    """Two by two, as a SWOT is usually drawn."""
    _heading(document, SWOT)
    table = _grid(document, -(-len(letters) // 2), _HALF)
    for at, letter in enumerate(letters):
        _letter(table.cell(at // 2, at % 2), letter)


def _letter(cell: _Cell, of: Letter) -> None:
    write(cell.paragraphs[0], words.LETTERS[of.of], size=_TABLE, bold=True)
    for group in of.groups:
        write(cell.add_paragraph(), group.title, size=_TABLE).italic = True
        for line in _lines(group.texts):
            write(cell.add_paragraph(), line, size=_TABLE)
        if group.hidden:
            write(cell.add_paragraph(), words.hidden(group), size=_TABLE)
    if all(group.hidden for group in of.groups):
        write(cell.add_paragraph(), BLANK * 3, size=_TABLE)


def _end(document: WordDocument) -> None:
    _heading(document, END)
    for _ in range(3):
        write(document.add_paragraph(), BLANK * 6)
    signature = document.add_paragraph()
    signature.paragraph_format.space_before = Pt(14)
    write(signature, f"Координатор {BLANK} / {BLANK}{BLANK} / «___» {BLANK} 20__ г.")


def _table(
    document: WordDocument, headings: Sequence[str], rows: Sequence[Sequence[str]], widths: Sequence[int]
) -> None:
    table = _grid(document, 1 + len(rows), widths)
    lines = list(table.rows)
    for row in lines:
        keep_whole(row)
    for row, texts in zip(lines, (headings, *rows), strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            write(cell.paragraphs[0], text, size=_TABLE, bold=row is lines[0])
    repeat_on_pages(lines[0])
    gap = document.add_paragraph().paragraph_format
    gap.line_spacing = Pt(6)


def _grid(document: WordDocument, lines: int, widths: Sequence[int]) -> Table:
    """In millimetres, 170 together: A4 without its margins."""
    table: Table = document.add_table(rows=lines, cols=len(widths))
    table.style, table.autofit = "Table Grid", False
    for row in table.rows:
        for cell, width in zip(row.cells, widths, strict=True):
            cell.width = Mm(width)
    return table
