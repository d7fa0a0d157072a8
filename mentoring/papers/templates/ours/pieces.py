"""What our templates are put together from: an order's head, its points, loops in tables, the sheet of acquaintance."""

from collections.abc import Sequence

from docx.document import Document as WordDocument
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT
from docx.shared import Mm, Pt
from docx.table import Table, _Row
from docx.text.paragraph import Paragraph

from mentoring.papers.office_paper import TABLE_SIZE, centre, grid, line, turn_page
from mentoring.papers.office_words import BLANK, NO_DAY
from mentoring.papers.word import centred, end_after_table, keep_whole, keep_with_next, write

_CITY, _NUMBER = Mm(85), Mm(170)
_INDENT = Mm(12.5)
_STAMP_FROM = Mm(78)
_SIDES = (("Наставник", "наставник", "наставники"), ("Наставляемый", "наставляемый", "наставляемые"))
_FACTS = ("категория", "стаж")


def order_head(document: WordDocument, title: str) -> None:
    centre(document, "{{ школа.полное_название }}")
    centre(document, "ПРИКАЗ", bold=True, before=12)
    place = line(document, "{{ документ.дата }}\t{{ школа.город }}\t№ {{ документ.номер }}", before=6)
    for stop, side in ((_CITY, WD_TAB_ALIGNMENT.CENTER), (_NUMBER, WD_TAB_ALIGNMENT.RIGHT)):
        place.paragraph_format.tab_stops.add_tab_stop(stop, side)
    line(document, title, bold=True, before=12).paragraph_format.space_after = Pt(6)


def point(document: WordDocument, text: str) -> Paragraph:
    """Word numbers the points itself: one that is left out leaves no gap."""
    paragraph = document.add_paragraph(style="List Number")
    write(paragraph, text)
    spacing = paragraph.paragraph_format
    spacing.left_indent, spacing.first_line_indent = Mm(0), _INDENT
    spacing.tab_stops.add_tab_stop(_INDENT + Mm(8))
    paragraph.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
    return paragraph


def across(document: WordDocument) -> None:
    """The whole paper, while nothing stands in it yet."""
    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Mm(297), Mm(210)


def ordering(document: WordDocument) -> None:
    """Between the grounds and the points."""
    line(document, "ПРИКАЗЫВАЮ:", before=6).paragraph_format.space_after = Pt(4)


def only_if(document: WordDocument, condition: str) -> None:
    """What follows is printed on this condition, up to `end_if`; the two lines themselves never are."""
    line(document, f"{{%p if {condition} %}}")


def otherwise(document: WordDocument) -> None:
    line(document, "{%p else %}")


def end_if(document: WordDocument) -> None:
    line(document, "{%p endif %}")


def each_paragraph(document: WordDocument, of: str, name: str) -> None:
    """What follows is printed for each of a list, up to `end_each`."""
    line(document, f"{{%p for {of} in {name} %}}")


def end_each(document: WordDocument) -> None:
    line(document, "{%p endfor %}")


def stamps(document: WordDocument, *sides: Sequence[str]) -> None:
    """Agreed on the left, approved on the right; the first word of each is bold."""
    table = document.add_table(rows=1, cols=len(sides))
    keep_whole(table.rows[0])
    for cell, (word, *said) in zip(table.rows[0].cells, sides, strict=True):
        write(cell.paragraphs[0], word, bold=True)
        for text in said:
            write(cell.add_paragraph(), text)


def pair_people(document: WordDocument) -> None:
    """What is not known of category and experience is left out: not everybody has told."""
    for post, of, name in _SIDES:
        told = "".join(f"{{% if {of}.{fact} %}}; {fact}: {{{{ {of}.{fact} }}}}{{% endif %}}" for fact in _FACTS)
        each_paragraph(document, of, name)
        line(document, f"{post}: {{{{ {of}.имя }}}}, {{{{ {of}.должность }}}}{told}")
        end_each(document)
    line(document, "Куратор: {{ куратор.имя }}, {{ куратор.должность }}")
    line(document, "Приказ о закреплении: от {{ приказ.дата }} № {{ приказ.номер }}")


def pair_signatures(document: WordDocument) -> None:
    """All on one page."""
    for post, of, name in _SIDES:
        each_paragraph(document, of, name)
        signed = line(document, f"{post} {BLANK} / {{{{ {of}.подпись }}}} / {NO_DAY}", before=14)
        signed.paragraph_format.keep_with_next = True
        end_each(document)
    line(document, f"Куратор {BLANK} / {{{{ куратор.подпись }}}} / {NO_DAY}", before=14)


def sign(document: WordDocument) -> None:
    line(document, "{{ директор.должность }} __________ / {{ директор.подпись }}", before=18)


def annex(document: WordDocument, number: int, *, landscape: bool = False, adopted: Sequence[str] = ()) -> None:
    """A page of its own, with the stamp of the order at its right."""
    turn_page(document, landscape=landscape)
    stamp = (f"Приложение {number}", "к приказу от {{ документ.дата }}", "№ {{ документ.номер }}", *adopted)
    for said in stamp:
        paragraph = line(document, said)
        paragraph.paragraph_format.left_indent = Mm(150) if landscape else _STAMP_FROM


def acquaintance(document: WordDocument) -> None:
    turn_page(document, landscape=False)
    line(document, "С приказом ознакомлены:").paragraph_format.space_after = Pt(6)
    loop_table(
        document,
        ("№", "Фамилия, имя, отчество", "Подпись", "Дата"),
        (10, 90, 30, 40),
        (
            "{%tr for работник in ознакомление %}",
            ("{{ работник.номер }}", "{{ работник.имя }}", "", ""),
            "{%tr endfor %}",
        ),
    )
    end_after_table(document)


def loop_table(
    document: WordDocument, headings: Sequence[str], widths: Sequence[int], rows: Sequence[str | Sequence[str]]
) -> Table:
    """A row that is one text is merged across: a command of a loop, or what a whole group says.

    Lines of a cell are paragraphs of their own, so that a loop inside of it may stand among them.
    """
    lines = [row if not isinstance(row, str) else (row, *[""] * (len(widths) - 1)) for row in rows]
    table = grid(document, headings, [[text.partition("\n")[0] for text in line] for line in lines], widths)
    for row, of in zip(rows, table.rows[1:], strict=True):
        if isinstance(row, str):
            _across(of, row)
            continue
        for text, cell in zip(row, of.cells, strict=True):
            for said in text.split("\n")[1:]:
                write(cell.add_paragraph(), said, size=TABLE_SIZE)
    return table


def _across(row: _Row, text: str) -> None:
    cell = row.cells[0].merge(row.cells[-1])
    for extra in cell.paragraphs[1:]:
        extra._p.getparent().remove(extra._p)
    first = cell.paragraphs[0]
    first.clear()
    write(centred(first), text, size=TABLE_SIZE, bold=not text.startswith("{%"))
    if not text.startswith("{%"):
        keep_with_next(row)
