"""The year's report: nothing invented, no name in the public one, the same tables in Word and in Excel."""

from dataclasses import replace
from datetime import date, datetime

import pytest
from docx.shared import Length

from mentoring.documents.year_report import KINDS
from mentoring.papers import year_chart, year_words
from mentoring.papers.templates.fields import missing
from mentoring.papers.templates.kinds import OUTLINES
from mentoring.papers.year_book import year_book
from mentoring.papers.year_tables import Table, sections
from mentoring.papers.year_values import Reader, YearActivity, YearReport
from mentoring.rules.indicators import Indicator, Measure, median_days, of_marks
from mentoring.rules.tally import Counted, hidden_below, tally
from tests.papers.pairs import foot_of, head_of, lines, read
from tests.papers.test_monitoring_document import ASKED
from tests.papers.workbooks import sheets, texts
from tests.papers.years import EMPTY, FULL, NAMES, SURNAMES, WHOLE, filled, made

MADE_AT = datetime(2027, 5, 28, 12)  # noqa: DTZ001 a workbook's own time has no zone


def said(report: YearReport, reader: Reader) -> str:
    return "\n".join(lines(made(report, reader)))


def tables(report: YearReport, reader: Reader) -> dict[str, Table]:
    return {each.name: each for section in sections(report, reader) for each in section.tables}


def caption(report: YearReport, reader: Reader) -> str:
    blanks = [each.what for each in missing(OUTLINES[KINDS[reader]], filled(report, reader))]
    return year_words.caption(report, reader, blanks)


def test_the_internal_report_names_everybody() -> None:
    text = said(WHOLE, Reader.INTERNAL)
    for name in NAMES[:3]:
        assert name in text
    assert "Решила Берёзова О. П. на совещании" in text
    assert "Куратор наставничества __________ / В. П. Орлова / «___» __________ 20__ г." in text


def test_the_public_report_and_its_tables_name_nobody() -> None:
    cells = [
        cell
        for sheet in sheets(year_book(FULL, Reader.PUBLIC, MADE_AT)).values()
        for row in texts(sheet)
        for cell in row
    ]
    text = said(FULL, Reader.PUBLIC) + "\n".join(cells)
    for name in (*SURNAMES, "Лугов", "Орлова", "Открытые уроки"):
        assert name not in text
    assert "запись координатора" in text


@pytest.mark.parametrize(
    ("activity", "internal", "public"),
    [
        (YearActivity(text="x", settled=True, proof="№ 5", bare_proof="№ 5"), "№ 5", "№ 5"),
        (YearActivity(text="x", settled=True, proof="Сказала А", bare_proof="запись"), "Сказала А", "запись"),
        (YearActivity(text="x"), "не подтверждено", "не подтверждено"),
        (YearActivity(text="x", counted="их 3"), "не подтверждено (их 3)", "не подтверждено (их 3)"),
    ],
)  # fmt: skip
def test_what_nothing_proves_is_told_as_not_confirmed(activity: YearActivity, internal: str, public: str) -> None:
    assert year_words.proof(activity, Reader.INTERNAL) == internal
    assert year_words.proof(activity, Reader.PUBLIC) == public


def test_the_lines_of_the_roadmap_stand_with_their_days_and_proofs() -> None:
    table = tables(WHOLE, Reader.INTERNAL)["Дорожная карта"]
    assert table.rows[0] == (
        "1. Подготовка условий для реализации системы наставничества",
        "Приказ об утверждении положения о системе наставничества",
        "31.08.2026",
        "да",
        "Документ № 5 от 31.08.2026",
    )
    assert table.rows[4][2:] == ("15 рабочих дней после приказа", "нет", "не подтверждено (ответили: 15 из 24)")


@pytest.mark.parametrize(
    ("indicator", "words"),
    [
        (Indicator(Measure.PLAN, 7, 8), "7 из 8 (88 %)"),
        (Indicator(Measure.PLAN, 0, 8), "0 из 8 (0 %)"),
        (Indicator(Measure.PLAN, 0, 0), "считать пока нечего"),
        (Indicator(Measure.PLAN, 0, 0, hidden=True), "мало ответов"),
    ],
)
def test_an_indicator_is_told_with_its_counts(indicator: Indicator, words: str) -> None:
    assert year_words.value(indicator) == words


def test_every_measure_has_its_title_and_its_formula() -> None:
    assert set(year_words.TITLES) == set(year_words.FORMULAS) == set(Measure)


def test_high_and_low_marks_are_counted_apart_and_few_are_told_as_few() -> None:
    glad, unhappy = Measure.GLAD_MENTEES, Measure.UNHAPPY_MENTEES
    answers = tally(
        ASKED["satisfied"], [Counted("10", 2), Counted("8", 1), Counted("5", 4), Counted("4", 1), Counted("1", 1)]
    )
    assert of_marks(glad, unhappy, answers) == (Indicator(glad, 3, 9), Indicator(unhappy, 2, 9))
    few = hidden_below(tally(ASKED["satisfied"], [Counted("10", 2)]), 3)
    assert [each.hidden for each in of_marks(glad, unhappy, few)] == [True, True]
    assert of_marks(glad, unhappy, None) == (Indicator(glad, 0, 0), Indicator(unhappy, 0, 0))


def test_the_median_of_days_is_told_to_a_tenth() -> None:
    assert median_days([]) is None
    assert median_days([0.5, 3.04, 9.0]) == 3.0


def test_an_empty_year_says_what_is_missing_and_leaves_lines_to_write_on() -> None:
    text = said(EMPTY, Reader.INTERNAL)
    assert text.count("_" * 60) == 6
    assert "None" not in text
    assert caption(EMPTY, Reader.PUBLIC) == (
        "Отчёт без имён. Не заполнено: полное название школы; выводы; план на следующий год; результаты анкет."
    )
    assert "руководитель: инициалы и фамилия; " in caption(EMPTY, Reader.INTERNAL)
    assert "куратор наставничества: инициалы и фамилия; " in caption(EMPTY, Reader.INTERNAL)
    assert caption(WHOLE, Reader.PUBLIC) == "Отчёт без имён. Не заполнено: не подтверждены пункты дорожной карты: 2."
    assert caption(replace(WHOLE, stages=WHOLE.stages[:1]), Reader.PUBLIC) == "Отчёт без имён. Всё заполнено."


def test_it_is_a_draft_until_its_conclusions_are_written_and_its_pages_are_counted() -> None:
    assert set(head_of(made(EMPTY, Reader.INTERNAL))) == {"Проект"}
    assert set(head_of(made(WHOLE, Reader.INTERNAL))) == {""}
    assert foot_of(made(WHOLE, Reader.PUBLIC))[0].startswith("Лист")


def test_the_workbook_has_a_sheet_for_every_table_with_numbers_as_numbers() -> None:
    book = sheets(year_book(WHOLE, Reader.INTERNAL, MADE_AT))
    assert list(book)[1:] == [name[:31] for name in tables(WHOLE, Reader.INTERNAL)]
    assert [cell.value for cell in book["Люди"][2]] == ["Сотрудников в списке", 24]
    assert [cell.value for cell in book["Встречи"][1]] == ["Вид", "сен", "окт", "янв", "Все"]
    assert [cell.value for cell in book["Встречи"][3]] == ["разговор", 3, 4, 11, 18]
    assert [cell.value for cell in book["Встречи"][4]] == ["всего", 3, 6, 11, 20]


@pytest.mark.parametrize("nasty", ["=1+1", "<b>&amp;</b>", "{{ x }} {x}", "👍\x00\u200b", "Ш" * 200])
def test_what_people_have_typed_never_runs_and_breaks_nothing(nasty: str) -> None:
    stages = tuple(replace(each, title=nasty) for each in WHOLE.stages)
    report = replace(WHOLE, school=nasty, stages=stages, conclusions=f"{nasty}\n\n{nasty}")
    assert made(report, Reader.INTERNAL)
    for sheet in sheets(year_book(report, Reader.INTERNAL, MADE_AT)).values():
        assert not [cell for row in sheet.iter_rows() for cell in row if cell.data_type == "f"]
    assert year_chart.build(report.chart).startswith(b"\x89PNG")


def test_a_picture_says_the_same_in_words() -> None:
    assert year_words.picture_caption(WHOLE).splitlines()[:2] == [
        "Итоги: 2026/2027 учебный год. Дорожная карта: выполнено 3 из 5.",
        "Охват запросов: 3 из 5 (60 %).",
    ]


def test_the_sections_are_numbered_in_their_order() -> None:
    titles = [line for line in lines(made(WHOLE, Reader.PUBLIC)) if line[:1].isdigit() and " | " not in line]
    assert titles[:4] == [
        "1. Основание и период",
        "2. Выполнение дорожной карты",
        "3. Кадры: запросы, пары и группы",
        "4. Встречи и программы",
    ]
    assert "7. SWOT-анализ (черновик)" not in titles


def test_the_period_and_the_day_are_told() -> None:
    text = said(replace(WHOLE, made_on=date(2027, 6, 1)), Reader.PUBLIC)
    assert "с 01.09.2026 по 31.05.2027. Сведения приведены на 01.06.2027." in text


def test_no_heading_of_a_table_breaks_in_a_word() -> None:
    """By what a letter of twelve points in bold takes on average, what broad ones take more, the edges of a cell."""
    letter, broad, edges = 2.3, 1.3, 3.8  # millimetres
    for table in read(made(FULL, Reader.INTERNAL)).tables:
        headings = [(cell.text, Length(cell.width or 0).mm) for cell in table.rows[0].cells]
        assert round(sum(width for _, width in headings)) == 170
        for heading, width in headings:
            for word in heading.split():
                assert len(word) * letter + sum(mark in "ЖМОФШЩЮ" for mark in word) * broad + edges <= width, word
