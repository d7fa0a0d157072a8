"""Templates as the worker process is asked for them: plain values in, bytes or plain values out."""

from base64 import b64decode, b64encode
from collections.abc import Sequence
from functools import lru_cache
from io import BytesIO

from docx import Document
from docx.document import Document as WordDocument

from mentoring.papers.office_paper import grid, line, office_document
from mentoring.papers.reading import read_safely
from mentoring.papers.templates.checking import Check
from mentoring.papers.templates.fields import Field, Outline, Sort, Values
from mentoring.papers.templates.filling import Unfillable, fill, fill_each, fit
from mentoring.papers.templates.found import MOST_PROBLEMS, TagProblem, TemplateFound, Trouble
from mentoring.papers.templates.joining import joined
from mentoring.papers.templates.kinds import OUTLINES
from mentoring.papers.templates.opening import check_template, has_tags, open_template, outside, roots
from mentoring.papers.templates.ours import OURS
from mentoring.papers.templates.sampling import samples
from mentoring.papers.uploads import FileProblem
from mentoring.papers.word import content_of, end_after_table
from storage.vocabulary.documents import DocumentKind


def document(kind: str, template: str, values: Values, marks: Sequence[str] = ()) -> bytes:
    """The paper: by the school's template in base64, or by ours when there is none. Raises Unfillable."""
    of = DocumentKind(kind)
    return fill(OUTLINES[of], _template(of, template), values, marks)


def sheets(kind: str, template: str, everybody: Sequence[Values]) -> bytes:
    """One document with a sheet for each of them, in this order. Raises Unfillable."""
    of = DocumentKind(kind)
    made = fill_each(OUTLINES[of], _template(of, template), everybody)
    if OUTLINES[of].one_page and not template:
        fit(made)
    return joined(made)


def our_template(kind: str) -> bytes:
    return _described(OUTLINES[DocumentKind(kind)], OURS[DocumentKind(kind)]())


def tags(kind: str) -> bytes:
    """The list that goes beside the template: every tag, and what stands in its place."""
    outline = OUTLINES[DocumentKind(kind)]
    paper = office_document(title=f"Метки: {outline.title}")
    line(paper, f"Метки шаблона «{outline.title}»", bold=True)
    for said in _HELP:
        line(paper, said, before=4)
    line(paper, "", before=4)
    grid(paper, ("Метка", "Что будет на её месте"), list(_told(outline.fields)), (95, 75))
    end_after_table(paper)
    return content_of(paper)


def sent_template(content: bytes, kind: str = "") -> TemplateFound | FileProblem | None:
    """A document with tags, checked; None when it has none. `kind` is what it was sent for, if that is known."""
    if not _may_have_tags(content):
        return None
    return read_safely(content, lambda each: _found(each, kind), check_template)


def _found(content: bytes, kind: str) -> TemplateFound | FileProblem:
    opened = open_template(content)
    if isinstance(opened, FileProblem):
        return opened
    outline = _outline(opened, kind)
    check = Check(outline)
    problems = [problem for root in roots(opened) for problem in check.part(root)]
    if stray := outside(content):
        problems.append(TagProblem(Trouble.OUTSIDE, stray[:60]))
    kept = b"" if problems else content_of(opened)
    if kept and not _comes_together(outline, kept):
        problems, kept = [TagProblem(Trouble.BUILD)], b""
    return TemplateFound(
        outline.kind,
        b64encode(kept).decode(),
        tuple(problems[:MOST_PROBLEMS]),
        more=max(len(problems) - MOST_PROBLEMS, 0),
        unused=check.unused(),
    )


def _template(of: DocumentKind, own: str) -> bytes:
    return b64decode(own) if own else _ours(of)


@lru_cache(maxsize=4)
def _ours(kind: DocumentKind) -> bytes:
    """Drawn once for the many papers of a folder."""
    return OURS[kind]()


_HELP = (
    "Метки можно переставлять, удалять и повторять. Слова вокруг них и оформление меняйте как угодно.",
    "Строки между {%tr for … %} и {%tr endfor %} повторяются для каждого в списке; каждая из этих двух команд стоит "
    "в строке таблицы одна. Чтобы повторялись абзацы, напишите p вместо tr: {%p for … %} и {%p endfor %}.",
    "Абзацы между {%p if … %} и {%p endif %} печатаются, только если названное заполнено.",
)


def _may_have_tags(content: bytes) -> bool:
    try:
        return has_tags(content)
    except Exception:  # no archive, or a damaged one: whoever reads it next says so
        return False


def _outline(opened: WordDocument, kind: str) -> Outline:
    """What it was sent for, else what the file says it was made from, else whose fields it uses most rightly."""
    said = kind or opened.core_properties.keywords
    if said in set(DocumentKind):
        return OUTLINES[DocumentKind(said)]
    return min(OUTLINES.values(), key=lambda each: sum(1 for root in roots(opened) for _ in Check(each).part(root)))


def _comes_together(outline: Outline, template: bytes) -> bool:
    """Filled twice: with everything, and with nothing."""
    try:
        for values in (samples(outline.fields), {}):
            Document(BytesIO(fill(outline, template, values)))
    except Unfillable:
        return False
    return True


def _described(outline: Outline, content: bytes) -> bytes:
    """The kind is written into the file, so that it is known again when it comes back."""
    opened = Document(BytesIO(content))
    opened.core_properties.keywords = outline.kind.value
    return content_of(opened)


def _told(fields: Sequence[Field], line_of: str = "") -> list[tuple[str, str]]:
    rows: list[tuple[str, str]] = []
    for each in fields:
        name = f"{line_of}.{each.name}" if line_of else each.name
        match each.sort:
            case Sort.TEXT:
                rows.append((f"{{{{ {name} }}}}", each.what + (" (не обязательно)" if each.optional else "")))
            case Sort.YES:
                rows.append((f"{{% if {name} %}}", each.what))
            case Sort.PICTURE:
                rows.append((f"{{{{ {name} }}}}", f"{each.what}: картинка, метка стоит в абзаце одна"))
            case Sort.LINES:
                rows.append((f"{{%tr for {each.line} in {name} %}}", f"{each.what}: начало списка"))
                rows += _told(each.each, each.line)
                rows.append(("{%tr endfor %}", "конец списка"))
    return rows
