"""The roadmap to be approved: the table that schools know, a blank wherever nothing is settled."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from io import BytesIO

import pytest
from docx import Document
from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from docx.shared import Mm
from docx.table import _Row
from hypothesis import example, given
from hypothesis import strategies as st

from mentoring.papers.roadmap_document import BLANK, DRAFT, HEADINGS, RESULT, roadmap_document
from mentoring.papers.roadmap_values import RoadmapActivity, RoadmapPaper, RoadmapStage
from mentoring.papers.roadmap_words import missing
from mentoring.rules.stage_status import State
from tests.papers.roadmaps import DEFAULT, EMPTY, NAMELESS_STAGE, NASTY, SMALL, TODAY, nasty, of_stages

SETTLED = replace(SMALL, stages=(SMALL.stages[0], SMALL.stages[2]))


def read(paper: RoadmapPaper) -> WordDocument:
    return Document(BytesIO(roadmap_document(paper)))


def rows(document: WordDocument) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in document.tables[0].rows]


def text(document: WordDocument) -> Iterator[str]:
    yield from (paragraph.text for paragraph in document.paragraphs)
    yield from (cell for row in rows(document) for cell in row)


def head(document: WordDocument) -> str:
    return "\n".join(paragraph.text for paragraph in document.sections[0].header.paragraphs)


def keeps(row: _Row) -> list[object]:
    """The property of each paragraph, those under a merged cell too."""
    return [paragraph.find(f"{qn('w:pPr')}/{qn('w:keepNext')}") for paragraph in row._tr.iter(qn("w:p"))]


def marked(document: WordDocument, tag: str) -> list[bool]:
    """Which lines of the table have the property."""
    return [row._tr.find(f"{qn('w:trPr')}/{qn(tag)}") is not None for row in document.tables[0].rows]


def test_a_small_roadmap_says_this_and_nothing_else() -> None:
    document = read(SMALL)
    assert [paragraph.text for paragraph in document.paragraphs] == [
        "УТВЕРЖДЕНА",
        "приказом",
        "от ____________________ № ______",
        "Школа № 12 «Ёлка» <&>",
        "ПЛАН МЕРОПРИЯТИЙ (ДОРОЖНАЯ КАРТА)",
        "по реализации Положения о системе наставничества педагогических работников",
        "на 2026/2027 учебный год",
        "",
    ]
    first = ("1.", "Подготовка условий\nСрок этапа: Август – сентябрь")
    second = "Банк наставников\nСрок этапа: __________ (предложено: В течение учебного года)"
    assert rows(document) == [
        list(HEADINGS),
        [*first, "1) Приказ о положении", "до 31.08.2026", "Орлова В. П."],
        [*first, "2) Программы пар", "15 рабочих дней после приказа", "Орлова В. П."],
        [*first, "3) Приказ о парах", "до 30.09.2026", "Орлова В. П."],
        ["2.", second, "Анкетирование", "__________\nпредложено: до 20.01.2027", "__________"],
        ["3.", "Итоги", "Круглый стол", "Май", "Орлова В. П."],
    ]
    assert missing(SMALL) == ("сроки этапа 2", "ответственный этапа 2")


def test_it_is_a_page_across_with_its_pages_numbered() -> None:
    section = read(DEFAULT).sections[0]
    size = [section.page_width, section.page_height]
    edges = [section.left_margin, section.right_margin, section.top_margin, section.bottom_margin]
    assert [round(length.mm) for length in size + edges if length] == [297, 210, 30, 10, 20, 20]
    assert section.orientation == 1
    foot = section.footer.paragraphs[0]._p
    assert [field.get(qn("w:instr")) for field in foot.iter(qn("w:fldSimple"))] == ["PAGE", "NUMPAGES"]
    assert "".join(str(part.text) for part in foot.iter(qn("w:t"))) == "Лист 1 из 1"


@pytest.mark.parametrize("result", ["", "Приказ подписан"])
def test_the_table_is_as_wide_as_the_page(result: str) -> None:
    stage = replace(SMALL.stages[0], activities=(RoadmapActivity(text="Приказ", result=result),))
    document = read(replace(SMALL, stages=(stage,)))
    assert rows(document)[0] == [*HEADINGS, *([RESULT] if result else [])]
    for row in document.tables[0].rows:
        assert sum(cell.width or 0 for cell in row.cells) == pytest.approx(Mm(257), abs=1000)
    assert (rows(document)[1][-1] == result) is bool(result)


def test_no_line_is_torn_and_every_page_begins_with_the_headings() -> None:
    document = read(DEFAULT)
    lines = len(rows(document))
    assert marked(document, "w:cantSplit") == [True] * lines
    assert marked(document, "w:tblHeader") == [True, *[False] * (lines - 1)]


def test_a_stage_stays_on_one_page_while_it_fits() -> None:
    kept = [[mark is not None for mark in marks] for marks in map(keeps, read(SMALL).tables[0].rows)]
    assert [set(marks) for marks in kept] == [{True}, {True}, {True}, {False}, {False}, {False}]


def test_what_the_school_calls_its_term_is_one_cell_when_no_activity_has_its_own() -> None:
    stage = replace(SMALL.stages[2], activities=(RoadmapActivity(text="Одно"), RoadmapActivity(text="Другое")))
    table = read(replace(SMALL, stages=(stage,))).tables[0]
    assert table.cell(1, 3)._tc is table.cell(2, 3)._tc
    assert table.cell(1, 3).text == "Май"
    assert table.cell(1, 2)._tc is not table.cell(2, 2)._tc


def test_a_draft_says_so_on_every_page_and_a_settled_paper_does_not() -> None:
    assert head(read(SMALL)) == DRAFT
    assert missing(SETTLED) == ()
    assert head(read(SETTLED)) == ""
    assert not any(BLANK in cell for row in rows(read(SETTLED)) for cell in row)


def test_with_nothing_known_there_is_a_paper_to_write_on() -> None:
    empty = read(EMPTY)
    assert rows(empty) == [list(HEADINGS)]
    assert missing(EMPTY) == ("название школы", "этапы дорожной карты")
    unknown = replace(EMPTY, school="Школа № 12", stages=(NAMELESS_STAGE,))
    assert rows(read(unknown))[1:] == [["1.", BLANK, BLANK, BLANK, BLANK]]
    assert missing(unknown) == (
        "название этапа 1",
        "мероприятия этапа 1",
        "сроки этапа 1",
        "ответственный этапа 1",
    )
    assert not any("None" in each for paper in (EMPTY, unknown) for each in text(read(paper)))


def test_what_is_not_wanted_has_no_term_to_keep() -> None:
    unwanted = RoadmapActivity(text="Программы", due=date(2026, 9, 30), state=State.NOT_APPLICABLE)
    stage = replace(SMALL.stages[1], activities=(unwanted,))
    assert rows(read(replace(SMALL, stages=(stage,))))[1][3] == "не требуется"


@pytest.mark.parametrize("said", NASTY)
def test_words_are_printed_as_they_are(said: str) -> None:
    visible = said.replace("\x00", "").replace("\x0b", " ").replace("\u200b", "")
    document = read(nasty(said))
    first = rows(document)[1]
    assert first[2:5] == [f"1) {visible}", visible, visible]
    assert first[5] == visible
    assert document.paragraphs[3].text == visible


@pytest.mark.parametrize("stages", [0, 1, 2, 30])
def test_every_stage_has_its_lines(stages: int) -> None:
    assert len(rows(read(of_stages(stages)))) == 1 + 3 * stages


WORDS = st.sampled_from(["", " ", "Орлова В. П.", "в течении мая"])
DAYS = st.none() | st.dates(date(2026, 8, 1), date(2027, 6, 30))
ACTIVITIES = st.builds(
    RoadmapActivity, text=WORDS, due=DAYS, due_words=WORDS, state=st.sampled_from(State), result=WORDS
)
STAGES = st.builds(
    RoadmapStage,
    number=st.integers(1, 9),
    title=WORDS,
    term=WORDS,
    window=st.none() | st.just((TODAY, TODAY)),
    responsible=WORDS,
    confirmed=st.booleans(),
    activities=st.lists(ACTIVITIES, max_size=3).map(tuple),
)
PAPERS = st.builds(
    RoadmapPaper,
    school=st.sampled_from(["", "Школа № 12"]),
    school_year=st.just(2026),
    today=st.just(TODAY),
    stages=st.lists(STAGES, min_size=1, max_size=3).map(tuple),
)


BLANK_WORDS = replace(
    SMALL,
    stages=(
        replace(
            SMALL.stages[0], activities=(RoadmapActivity(text="А", due=TODAY), RoadmapActivity(text="Б", due_words=" "))
        ),
    ),
)


@given(PAPERS)
@example(BLANK_WORDS)
def test_a_blank_is_named_and_makes_a_draft_and_nothing_else_does(paper: RoadmapPaper) -> None:
    document = read(paper)
    after_the_stamp = [each for each in text(document) if "№ ______" not in each]
    has_blanks = any(BLANK in each for each in after_the_stamp)
    assert has_blanks is bool(missing(paper)) is (head(document) == DRAFT)
    assert not any("течении" in each or "None" in each for each in after_the_stamp)
