"""The roadmap as a workbook: what is done and what is late, and the same by date."""

import pickle
from dataclasses import replace
from datetime import date, datetime
from io import BytesIO

import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from mentoring.papers.roadmap_book import CALENDAR, NO_MONTH, ROADMAP, roadmap_book
from mentoring.papers.roadmap_values import RoadmapActivity
from mentoring.papers.roadmap_words import NO_ACTIVITIES, NO_STAGES
from mentoring.rules.stage_status import State
from tests.papers.roadmaps import DEFAULT, EMPTY, NAMELESS_STAGE, NASTY, SMALL, nasty, of_stages
from tests.papers.workbooks import sheets, texts


def test_a_small_roadmap_says_this_and_nothing_else() -> None:
    book = sheets(roadmap_book(SMALL))
    assert list(book) == [ROADMAP, CALENDAR]
    first, second, third = "1. Подготовка условий", "2. Банк наставников", "3. Итоги"
    person, after = "Орлова В. П.", "15 рабочих дней после приказа"
    august, september, january = (f"{day} 00:00:00" for day in ("2026-08-31", "2026-09-30", "2027-01-20"))
    assert texts(book[ROADMAP]) == [
        ["Этап", "Мероприятие", "Срок", "Ответственный", "Состояние", "Подтверждение", "Просрочено"],
        [first, "Приказ о положении", august, person, "сделано", "Приказ № 5 от 31.08.2026", ""],
        [first, "Программы пар", after, person, "в работе", "", ""],
        [first, "Приказ о парах", september, person, "не начато", "", "да"],
        [second, "Анкетирование", january, "не назначен", "не начато", "", ""],
        [third, "Круглый стол", "Май", person, "не начато", "", ""],
    ]
    assert texts(book[CALENDAR]) == [
        ["Месяц", "Срок", "Мероприятие", "Этап", "Ответственный", "Состояние", "Просрочено"],
        ["Август 2026", august, "Приказ о положении", first, person, "сделано", ""],
        ["Сентябрь 2026", september, "Приказ о парах", first, person, "не начато", "да"],
        ["Январь 2027", january, "Анкетирование", second, "не назначен", "не начато", ""],
        [NO_MONTH, after, "Программы пар", first, person, "в работе", ""],
        [NO_MONTH, "Май", "Круглый стол", third, person, "не начато", ""],
    ]


def test_what_is_only_proposed_is_called_so() -> None:
    proposed = replace(SMALL.stages[1], responsible="Орлова В. П.", activities=(RoadmapActivity(text="Анкета"),))
    line = texts(sheets(roadmap_book(replace(SMALL, stages=(proposed,))))[ROADMAP])[1]
    assert line[2:4] == ["В течение учебного года (предложено)", "Орлова В. П. (предложено)"]


def test_a_date_is_a_date_as_people_write_it() -> None:
    book = load_workbook(BytesIO(roadmap_book(SMALL)))
    for cell in (book[ROADMAP]["C2"], book[CALENDAR]["B2"]):
        assert (cell.value, cell.number_format, cell.is_date) == (datetime(2026, 8, 31), "dd.mm.yyyy", True)  # noqa: DTZ001 a cell has no zone


def test_headings_stay_lines_are_filtered_and_a_page_is_as_wide_as_the_table() -> None:
    for title, sheet in sheets(roadmap_book(DEFAULT)).items():
        assert sheet.freeze_panes == "B2", title
        assert sheet.auto_filter.ref == "A1:G24"
        assert sheet.sheet_properties.pageSetUpPr is not None
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert (sheet.page_setup.fitToWidth or 1, sheet.page_setup.fitToHeight) == (1, 0)
        assert (sheet.page_setup.orientation, sheet.print_title_rows) == ("landscape", "$1:$1")
        widths = [sheet.column_dimensions[letter].width for letter in "ABCDEFG"]
        assert all(13 <= width <= 47 for width in widths)


def above(sheet: Worksheet) -> str:
    """What is printed at the head of each page."""
    return str(sheet.oddHeader.left.text) if sheet.oddHeader else ""


def test_a_printed_page_says_of_which_school_and_day_it_is() -> None:
    what, day = "Дорожная карта наставничества, 2026/2027 учебный год", "На 26.11.2026"
    for sheet in sheets(roadmap_book(SMALL)).values():
        assert above(sheet) == f"{what}. Школа № 12 «Ёлка» <&&>. {day}"
    assert above(sheets(roadmap_book(EMPTY))[ROADMAP]) == f"{what}. {day}"
    assert len(above(sheets(roadmap_book(replace(SMALL, school="&" * 300)))[ROADMAP])) <= 255


@pytest.mark.parametrize("said", NASTY)
def test_nothing_typed_becomes_a_formula_a_link_or_a_number(said: str) -> None:
    for sheet in sheets(roadmap_book(nasty(said))).values():
        cells = [cell for row in sheet.iter_rows() for cell in row if cell.value is not None]
        assert {cell.data_type for cell in cells} == {"s", "d"}
        assert not any(cell.hyperlink for cell in cells)
        visible = said.replace("\x00", "").replace("\x0b", " ").replace("\u200b", "")
        assert visible in {cell.value for cell in cells}


@pytest.mark.parametrize(("stages", "lines"), [(1, 3), (2, 6), (30, 90)])
def test_it_has_a_line_for_each_activity(stages: int, lines: int) -> None:
    for sheet in sheets(roadmap_book(of_stages(stages))).values():
        assert len(texts(sheet)) == 1 + lines


def test_nothing_is_a_sentence() -> None:
    book = sheets(roadmap_book(EMPTY))
    assert texts(book[ROADMAP])[1][0] == NO_STAGES
    assert texts(book[CALENDAR])[1][0] == NO_ACTIVITIES
    nameless = sheets(roadmap_book(replace(EMPTY, stages=(NAMELESS_STAGE,))))
    line = ["1. без названия", NO_ACTIVITIES, "срок не назван", "не назначен", "", "", ""]
    assert texts(nameless[ROADMAP])[1:] == [line]
    assert texts(nameless[CALENDAR])[1][0] == NO_ACTIVITIES


def test_days_of_one_date_keep_the_roadmaps_order() -> None:
    told = [row[2] for row in texts(sheets(roadmap_book(of_stages(2)))[CALENDAR])[1:]]
    assert told == ["Дело 0", "Дело 1", "Дело 2"] * 2


@pytest.mark.parametrize("state", State)
def test_only_what_is_still_to_do_is_late(state: State) -> None:
    late = RoadmapActivity(text="Приказ", due=date(2026, 8, 31), state=state, is_overdue=True)
    line = texts(sheets(roadmap_book(replace(SMALL, stages=(replace(SMALL.stages[0], activities=(late,)),))))[ROADMAP])
    assert line[1][6] == ("да" if state in {"not_started", "in_progress"} else "")


def test_the_same_roadmap_is_the_same_bytes_and_travels_to_the_worker() -> None:
    assert roadmap_book(DEFAULT) == roadmap_book(pickle.loads(pickle.dumps(DEFAULT)))  # noqa: S301 our own value
