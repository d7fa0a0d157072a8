"""A document out of a template and values: the same way for ours and for a school's."""

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from io import BytesIO
from typing import Any

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement, parse_xml
from docx.shared import Pt
from docxtpl import DocxTemplate

from mentoring.papers.office_paper import TABLE_SIZE
from mentoring.papers.templates.fields import Field, Outline, Sort, Values, is_told, unknown
from mentoring.papers.templates.language import Environment
from mentoring.papers.templates.opening import open_template, roots
from mentoring.papers.templates.paragraphs import TBL, TC, TR, P, T
from mentoring.papers.templates.pictures import Pictures
from mentoring.papers.uploads import FileProblem
from mentoring.papers.word import content_of, write

# docxtpl reads some pairs of braces after it has filled in: those of values are put aside meanwhile, under marks that
# are no letters of any language and that no value has.
_AWAY = {ord("{"): "\ue000", ord("}"): "\ue001"}
_BACK = {0xE000: "{", 0xE001: "}"}
_KEPT = 4  # templates
_ENVIRONMENT = Environment()
_ONE_PAGE = ((2_150, 14), (2_500, 13), (2_950, 12))  # letters on one page in that type, tried page by page
_SMALLEST = 11
_LINES = re.compile(r"\r\n?|[\v\f\u0085\u2028\u2029]")


class Unfillable(Exception):
    """The template does not come together; a check of it says why."""


class _Blank(str):
    """Printed as a line for a hand, and «no» for a condition."""

    __slots__ = ()

    def __bool__(self) -> bool:
        return False


class _Template(DocxTemplate):  # type: ignore[misc] # docxtpl has no types
    """As docxtpl, but what is not well-formed is refused: it would drop the rest of the paper in silence."""

    def fix_tables(self, xml: str) -> Any:
        parse_xml(xml.encode())
        return super().fix_tables(xml)

    def render_footnotes(self, *_: object) -> None:
        """Nothing is filled in there."""


def fill(outline: Outline, template: bytes, values: Values, marks: Sequence[str] = ()) -> bytes:
    """`marks` stand at the right of every page's head: «Проект», «Копия». Raises Unfillable."""
    paper = _filled(outline, _prepared(outline, template), values)
    _mark(paper, marks)
    return content_of(paper)


def fill_each(outline: Outline, template: bytes, everybody: Sequence[Values]) -> list[Any]:
    """A document of python-docx for each of them. Raises Unfillable."""
    ready = _prepared(outline, template)
    return [_filled(outline, ready, values) for values in everybody]


def fit(papers: Sequence[Any]) -> None:
    """Set all of them in the type that the longest needs for one page; what has a size of its own keeps it."""
    longest = max(sum(len(paragraph.text) for paragraph in paper.paragraphs) for paper in papers)
    size = next((size for most, size in _ONE_PAGE if longest <= most), _SMALLEST)
    for paper in papers:
        normal = paper.styles["Normal"].font
        normal.size = min(normal.size, Pt(size))


def _filled(outline: Outline, ready: bytes, values: Values) -> Any:
    if names := unknown(outline, values):
        raise ValueError(f"{outline.kind} has no fields {names}")
    made, pictures = _Template(BytesIO(ready)), Pictures()
    context = _context(outline.fields, values, pictures)
    try:
        made.render(context, jinja_env=_ENVIRONMENT, autoescape=True)
    except Exception as error:  # jinja, lxml and docxtpl raise much; the text of it may quote the template
        raise Unfillable(type(error).__name__) from None
    # Opened anew: docxtpl puts heads and feet beside those that python-docx remembers.
    paper = Document(BytesIO(content_of(made.docx)))
    pictures.put_into(paper)
    _finish(paper)
    return paper


@lru_cache(maxsize=_KEPT)
def _prepared(outline: Outline, template: bytes) -> bytes:
    """Opened and tidied once for the many papers that one template makes. Raises Unfillable."""
    document = open_template(template)
    if isinstance(document, FileProblem):
        raise Unfillable(document.reason)
    _describe(document, outline)
    return content_of(document)


def clean(text: str) -> str:
    """People's words with what XML and Word's lines cannot hold left out."""
    lines = _LINES.sub("\n", text).replace("\t", " ")
    return "".join(mark for mark in lines if mark.isprintable() or mark in "\n\u00a0")


def _context(fields: Sequence[Field], values: Mapping[str, Any], pictures: Pictures) -> dict[str, Any]:
    """Every field of the kind, also those without a value, as a tree by their dots."""
    tree: dict[str, Any] = {}
    for field in fields:
        *owners, last = field.name.split(".")
        at = tree
        for owner in owners:
            at = at.setdefault(owner, {})
        optional = field.optional or is_told(field.other, values)
        at[last] = _value(field, values.get(field.name), pictures, optional=optional)
    return tree


def _value(field: Field, value: Any, pictures: Pictures, *, optional: bool) -> Any:
    match field.sort:
        case Sort.YES:
            return bool(value)
        case Sort.LINES:
            lines = value or ([] if optional else [{}])
            return [_context(field.each, line, pictures) for line in lines]
        case Sort.PICTURE:
            return pictures.mark(field, value) if value else _Blank()
    said = clean(value or "")
    if said.strip():
        return said.translate(_AWAY)
    return _Blank("" if optional else field.blank)


def _finish(document: Any) -> None:
    """Braces come back; a cell keeps a paragraph and a table a row, for Word opens no other."""
    for root in roots(document):
        for text in root.iter(T):
            text.text = (text.text or "").translate(_BACK)
        for cell in root.iter(TC):
            if not len(cell) or cell[-1].tag != P:
                cell.append(OxmlElement("w:p"))
        for table in [each for each in root.iter(TBL) if each.find(TR) is None]:
            table.getparent().remove(table)


def _describe(document: Any, outline: Outline) -> None:
    """Whoever made the template is nobody's business; the kind is how a sent file is known again."""
    of = document.core_properties
    of.title, of.subject, of.author, of.comments = outline.title, "", "", ""
    of.identifier, of.last_modified_by, of.category, of.keywords = "", "", "", outline.kind.value


def _mark(document: Any, marks: Sequence[str]) -> None:
    if not marks:
        return
    for at, section in enumerate(document.sections):
        heads = [section.header]
        heads += [section.first_page_header] if section.different_first_page_header_footer else []
        heads += [section.even_page_header] if document.settings.odd_and_even_pages_header_footer else []
        for head in heads:
            if at and head.is_linked_to_previous:
                continue
            first = head.paragraphs[0] if head.paragraphs else head.add_paragraph()
            mark = first.insert_paragraph_before() if first.text.strip() else first
            mark.alignment = WD_ALIGN_PARAGRAPH.RIGHT
            write(mark, ". ".join(marks), size=TABLE_SIZE)
