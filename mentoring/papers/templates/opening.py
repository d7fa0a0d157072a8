"""A sent template before anything else looks at it: no macros, nothing from elsewhere, no objects, not too large.

What is refused is not cut out: the school would sign something else than it sent.
"""

import re
from io import BytesIO
from typing import Any
from zipfile import ZipFile

from docx import Document
from lxml import etree

from mentoring.papers.reading import read_safely
from mentoring.papers.templates.found import LARGEST
from mentoring.papers.templates.language import Broken, Forbidden, understood
from mentoring.papers.templates.paragraphs import P, T, tidy
from mentoring.papers.uploads import FileProblem, FileReason, check_document

MOST_XML = 3 * 2**20  # of one part, unpacked: two hundred pages of text have less
MOST_TAGS = 100_000

_MACROS = re.compile(r"vbaproject|vbadata|activex", re.IGNORECASE)
_MACRO_TYPE = b"macroEnabled"
_OBJECTS = re.compile(r"^word/(?:embeddings|afchunk)|oleobject|\.bin$", re.IGNORECASE)
_EXTERNAL = re.compile(rb"<Relationship\b[^>]*\bTargetMode\s*=\s*[\"']External[\"'][^>]*>")
_HYPERLINK = re.compile(rb"Type\s*=\s*[\"'][^\"']*/hyperlink[\"']")
_SAFE_LINK = re.compile(rb"Target\s*=\s*[\"'](?:https?:|mailto:)", re.IGNORECASE)
# Fields that fetch or start something when a document is opened or printed.
_FETCHING = re.compile(r"\b(?:DDE|DDEAUTO|INCLUDETEXT|INCLUDEPICTURE|LINK|DATABASE|IMPORT|RD|MACROBUTTON)\b")
_INSTRUCTIONS = re.compile(rb"<w:instrText\b[^>]*>(.*?)</w:instrText>|\bw:instr\s*=\s*\"([^\"]*)\"", re.DOTALL)
_OWN_PARTS = re.compile(r"^word/(?:document2?|header\d*|footer\d*)\.xml$")
_SIGNS = ("{{", "{%", "{#")
_TEXT_PARTS = re.compile(r"^word/[^/]+\.xml$")


def open_template(content: bytes) -> Any | FileProblem:
    """The document of python-docx, with every tag whole in one run."""
    return read_safely(content, _opened, check_template)


_TYPES = "[Content_Types].xml"  # without it no office suite knows what the other parts are


def check_template(content: bytes) -> FileProblem | None:
    """None when the file may be opened."""
    if problem := check_document(content):
        return problem
    if len(content) > LARGEST:
        return FileProblem(FileReason.LARGE_TEMPLATE)
    with ZipFile(BytesIO(content)) as archive:  # it was read to its end just now
        reason = _harmful(archive)
    return FileProblem(reason) if reason else None


def has_tags(content: bytes) -> bool:
    """Whether a document that may be unpacked is meant as a template: two braces in its text."""
    with ZipFile(BytesIO(content)) as archive:
        parts = [archive.read(name) for name in archive.namelist() if _OWN_PARTS.match(name)]
    texts = ("".join(re.findall(r"<w:t(?: [^>]*)?>([^<]*)</w:t>", part.decode("utf-8", "ignore"))) for part in parts)
    return any("{{" in text or "{%" in text for text in texts)


def roots(document: Any) -> list[Any]:
    """The body, then the heads and feet that the sections have of their own."""
    own = [rel.target_part for rel in document.part.rels.values() if not rel.is_external and _is_edge(rel.reltype)]
    return [document.element.body, *(part.element for part in own)]


def _is_edge(relation: str) -> bool:
    return relation.endswith(("/header", "/footer"))


def outside(content: bytes) -> str:
    """A piece of text with a brace that stands where nothing is filled in; empty when there is none."""
    with ZipFile(BytesIO(content)) as archive:
        for name in archive.namelist():
            if _TEXT_PARTS.match(name) and (said := _stray(archive.read(name), is_own=bool(_OWN_PARTS.match(name)))):
                return said
    return ""


def _harmful(archive: ZipFile) -> FileReason | None:
    names = archive.namelist()
    if _TYPES not in names:
        return FileReason.BROKEN
    if any(_MACROS.search(name) for name in names) or _MACRO_TYPE in archive.read(_TYPES):
        return FileReason.MACROS
    if any(_OBJECTS.search(name) for name in names):
        return FileReason.EMBEDDED
    for name in names:
        if name.endswith(".rels") and _is_linked(archive.read(name)):
            return FileReason.LINKED
        if _TEXT_PARTS.match(name):
            part = archive.read(name)
            if len(part) > MOST_XML or part.count(b"<") > MOST_TAGS:
                return FileReason.LARGE_TEMPLATE
            if any(_FETCHING.search(said) for said in _instructions(part)):
                return FileReason.LINKED
    return None


def _is_linked(rels: bytes) -> bool:
    """A link that somebody must press is none of these; a picture or a template from elsewhere is."""
    return any(not (_HYPERLINK.search(each) and _SAFE_LINK.search(each)) for each in _EXTERNAL.findall(rels))


def _instructions(part: bytes) -> list[str]:
    """Word may cut an instruction into runs, so they are read as one text too."""
    said = [(a or b).decode("utf-8", "ignore") for a, b in _INSTRUCTIONS.findall(part)]
    return [*said, "".join(said)]


def _opened(content: bytes) -> Any:
    document = Document(BytesIO(content))
    for root in roots(document):
        for paragraph in root.iter(P):
            tidy(paragraph, _spelt)
    return document


def _spelt(tag: str) -> str:
    """What is not understood stays as it is, to be told."""
    try:
        return understood(tag).canonical
    except (Broken, Forbidden):
        return tag


def _stray(part: bytes, *, is_own: bool) -> str:
    # With a parser of its own: what python-docx parses says the text of a whole paragraph as its own.
    for node in etree.fromstring(part, etree.XMLParser(resolve_entities=False)).iter():
        said = list(node.attrib.values())
        if not (is_own and node.tag == T):
            said.append(node.text or "")
        if found := next((each for each in said if any(sign in each for sign in _SIGNS)), ""):
            return found
    return ""
