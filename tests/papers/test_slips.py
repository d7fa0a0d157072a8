"""Slips to cut and the poster: everyone gets their own link and code."""

import struct
import zlib
from collections.abc import Iterable
from io import BytesIO

import segno
from docx import Document
from docx.document import Document as WordDocument

from mentoring.papers.slips import build, qr_png, staff_room_poster
from mentoring.papers.values import Slip

LINK = "https://t.me/nastavnik_bot?start=abcdefghijklmnopqrstuv"
SCHOOL = "Школа № 12 «Ёлка» <&> {{ a }}"


def slips(count: int) -> list[Slip]:
    return [Slip(f"Полевой Глеб {at}", f"{LINK}{at}", f"КЛЁН-{at:04}", SCHOOL, "31.10.2026") for at in range(count)]


def opened(content: bytes) -> WordDocument:
    return Document(BytesIO(content))


def pictures(document: WordDocument) -> list[bytes]:
    """In the order of the page, not of the file's parts."""
    ids = document.element.xpath("//a:blip/@r:embed")
    return [document.part.related_parts[one].blob for one in ids]


def matrix(png: bytes, scale: int = 8) -> list[list[int]]:
    """The modules of a black and white picture of one bit a point: 1 is dark."""
    width, height, depth, colour = struct.unpack(">IIBB", png[16:26])
    assert (depth, colour) in {(1, 0), (1, 3)}
    stream = zlib.decompress(b"".join(_chunks(png, b"IDAT")))
    stride = (width + 7) // 8 + 1
    rows = [stream[at * stride : (at + 1) * stride] for at in range(0, height, scale)]
    assert all(row[0] == 0 for row in rows)
    return [[1 - (row[1 + x // 8] >> (7 - x % 8) & 1) for x in range(0, width, scale)] for row in rows]


def _chunks(png: bytes, kind: bytes) -> Iterable[bytes]:
    at = 8
    while at < len(png):
        (length,) = struct.unpack(">I", png[at : at + 4])
        if png[at + 4 : at + 8] == kind:
            yield png[at + 8 : at + 8 + length]
        at += 12 + length


def test_the_picture_is_the_links_code_with_its_quiet_zone() -> None:
    code = segno.make_qr(LINK, error="m", boost_error=False)
    expected = [list(row) for row in code.matrix_iter(border=4)]
    assert code.error == "M"
    assert matrix(qr_png(LINK)) == expected


def test_every_slip_has_its_own_name_code_and_picture() -> None:
    made = slips(5)
    document = opened(build(made))
    table = document.tables[0]
    cells = [table.cell(at // 2, at % 2 * 2 + 1).text for at in range(5)]
    for slip, words in zip(made, cells, strict=True):
        for part in (slip.name, slip.code, slip.school, slip.until, "t.me/nastavnik_bot", "камеру"):
            assert part in words
    assert pictures(document) == [qr_png(slip.link) for slip in made]


def test_eight_slips_fill_a_page_and_an_odd_one_leaves_no_frame() -> None:
    table = opened(build(slips(9))).tables[0]
    assert (len(table.rows), len(table.columns)) == (5, 4)
    section = opened(build(slips(9))).sections[0]
    free = (section.page_height or 0) - (section.top_margin or 0) - (section.bottom_margin or 0)
    height = table.rows[0].height or 0
    assert 0 < 4 * height <= free < 5 * height
    assert not table.cell(4, 2)._tc.xpath(".//w:tcBorders")
    assert len(table.cell(4, 0)._tc.xpath(".//w:tcBorders/w:top[@w:val='dashed']")) == 1


def test_nobody_to_invite_is_an_empty_page() -> None:
    assert not opened(build([])).tables


def test_the_poster_has_the_code_in_large_type() -> None:
    document = opened(staff_room_poster(link=LINK, code="КЛЁН-4820", school=SCHOOL, until="31.10.2026"))
    text = "\n".join(paragraph.text for paragraph in document.paragraphs)
    for part in (SCHOOL, "КЛЁН-4820", "t.me/nastavnik_bot", "31.10.2026"):
        assert part in text
    assert pictures(document) == [qr_png(LINK)]
    assert document.inline_shapes[0].width.mm == 120
