"""A sent template that would bring more than text is refused before anything of it is read."""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from mentoring.papers.templates.found import LARGEST, TemplateFound, Trouble
from mentoring.papers.templates.worker import sent_template
from mentoring.papers.uploads import FileProblem, FileReason
from tests.papers.templates.samples import REGULATION, paragraphs
from tests.papers.word_files import body, noise, stored
from tests.papers.workbooks import with_part

TAG = "{{ школа.полное_название }}"
RELS = "word/_rels/document.xml.rels"


def refused(content: bytes) -> FileReason | None:
    found = sent_template(content, REGULATION)
    return found.reason if isinstance(found, FileProblem) else None


def linked(kind: str, target: str) -> bytes:
    content = paragraphs(TAG)
    with ZipFile(BytesIO(content)) as archive:
        rels = archive.read(RELS).decode()
    base = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    more = f'<Relationship Id="rId99" Type="{base}/{kind}" Target="{target}" TargetMode="External"/></Relationships>'
    return with_part(content, RELS, rels.replace("</Relationships>", more).encode())


def test_macros_are_refused_by_their_part_and_by_the_type_of_the_file() -> None:
    assert refused(with_part(paragraphs(TAG), "word/vbaProject.bin", b"x")) is FileReason.MACROS
    with ZipFile(BytesIO(paragraphs(TAG))) as archive:
        types = archive.read("[Content_Types].xml").decode()
    old = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    macro = types.replace(old, "application/vnd.ms-word.document.macroEnabled.main+xml")
    assert macro != types
    assert refused(with_part(paragraphs(TAG), "[Content_Types].xml", macro.encode())) is FileReason.MACROS


@pytest.mark.parametrize("part", ["word/embeddings/oleObject1.bin", "word/embeddings/book.xlsx", "word/afchunk1.htm"])
def test_objects_of_other_programs_are_refused(part: str) -> None:
    assert refused(with_part(paragraphs(TAG), part, b"x")) is FileReason.EMBEDDED


@pytest.mark.parametrize(
    ("kind", "target", "reason"),
    [
        ("attachedTemplate", "http://example.org/x.dotm", FileReason.LINKED),
        ("image", "http://example.org/x.png", FileReason.LINKED),
        ("hyperlink", "file://server/share", FileReason.LINKED),
        ("hyperlink", "https://school.example.org", None),
        ("hyperlink", "mailto:office@school.example.org", None),
    ],
)
def test_nothing_is_fetched_from_elsewhere_and_a_plain_link_may_stay(
    kind: str, target: str, reason: FileReason | None
) -> None:
    assert refused(linked(kind, target)) is reason


@pytest.mark.parametrize(
    "inner",
    [
        '<w:fldSimple w:instr="INCLUDETEXT &quot;x&quot;"/>',
        "<w:r><w:instrText>DDEAUTO c:\\x</w:instrText></w:r>",
        "<w:r><w:instrText>INCLUDE</w:instrText></w:r><w:r><w:instrText>PICTURE x</w:instrText></w:r>",
    ],
)
def test_fields_that_fetch_are_refused(inner: str) -> None:
    assert refused(body(f"<w:p><w:r><w:t>{TAG}</w:t></w:r>{inner}</w:p>")) is FileReason.LINKED


def test_a_bomb_and_a_giant_are_refused() -> None:
    target = BytesIO(paragraphs(TAG))
    with ZipFile(target, "a", ZIP_DEFLATED) as made:
        made.writestr("word/media/bomb.bmp", b"0" * 20_000_000)
    assert refused(target.getvalue()) is FileReason.TOO_LARGE
    large = BytesIO(paragraphs(TAG))
    with ZipFile(large, "a") as made:
        made.writestr("word/media/noise.txt", noise(LARGEST))
    assert refused(large.getvalue()) is FileReason.LARGE_TEMPLATE
    assert refused(stored("word/comments.xml", b"<x/>" * 150_000)) is None  # no tags: no template at all


def test_a_document_type_of_its_own_is_refused() -> None:
    evil = paragraphs(TAG)
    part = f'<!DOCTYPE x [<!ENTITY e "e">]><x>{TAG}</x>'.encode()
    assert refused(with_part(evil, "word/comments.xml", part)) is FileReason.BROKEN


@pytest.mark.parametrize(
    "inner",
    [
        "<w:p><w:r><w:instrText>{{ школа.город }}</w:instrText></w:r></w:p>",
        '<w:p><w:bookmarkStart w:id="1" w:name="{{ школа.город }}"/></w:p>',
    ],
)
def test_a_tag_where_nothing_is_filled_in_is_told(inner: str) -> None:
    found = sent_template(body(f"<w:p><w:r><w:t>{TAG}</w:t></w:r></w:p>{inner}"), REGULATION)
    assert isinstance(found, TemplateFound)
    assert [each.trouble for each in found.problems] == [Trouble.OUTSIDE]


@pytest.mark.parametrize("part", ["docProps/core.xml", "word/comments.xml"])
@pytest.mark.parametrize("content", [b"", b"<a/>", b"\0" * 50])
def test_a_damaged_part_beside_the_text_is_no_crash(part: str, content: bytes) -> None:
    """Word tells of such a file itself; here it is told to be damaged, or nobody minds."""
    found = sent_template(with_part(paragraphs(TAG), part, content))
    assert isinstance(found, TemplateFound) or found == FileProblem(FileReason.BROKEN)
