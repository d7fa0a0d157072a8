"""The year's report: nothing invented, no name in the public one, the same tables in Word and in Excel."""

import pickle
from dataclasses import replace
from datetime import date, datetime

import pytest

from mentoring.papers import year_chart, year_words
from mentoring.papers.year_book import year_book
from mentoring.papers.year_document import year_document
from mentoring.papers.year_sections import Table, Text, sections
from mentoring.papers.year_values import Reader, YearActivity, YearReport
from mentoring.rules.indicators import Indicator, Measure, median_days, of_marks
from mentoring.rules.tally import Counted, hidden_below, tally
from tests.papers.pairs import foot_of, head_of, lines
from tests.papers.test_monitoring_document import ASKED
from tests.papers.workbooks import sheets, texts
from tests.papers.years import EMPTY, NAMES, SURNAMES, WHOLE

MADE_AT = datetime(2027, 5, 28, 12)  # noqa: DTZ001 a workbook's own time has no zone


def said(report: YearReport, reader: Reader) -> str:
    return "\n".join(lines(year_document(report, reader)))


def tables(report: YearReport, reader: Reader) -> dict[str, Table]:
    parts = [part for section in sections(report, reader) for part in section.parts]
    return {part.name: part for part in parts if isinstance(part, Table)}


def test_the_internal_report_names_everybody() -> None:
    text = said(pickle.loads(pickle.dumps(WHOLE)), Reader.INTERNAL)  # noqa: S301 our own value
    for name in NAMES[:3]:
        assert name in text
    assert "Решила Берёзова О. П. на совещании" in text
    assert "Куратор наставничества __________ / В. П. Орлова / «___» __________ 20__ г." in text


def test_the_public_report_and_its_tables_name_nobody() -> None:
    cells = [
        cell
        for sheet in sheets(year_book(WHOLE, Reader.PUBLIC, MADE_AT)).values()
        for row in texts(sheet)
        for cell in row
    ]
    text = said(WHOLE, Reader.PUBLIC) + "\n".join(cells)
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
    assert year_words.caption(EMPTY, Reader.PUBLIC) == (
        "Отчёт без имён. Не заполнено: название школы; директор; результаты анкет; выводы; план на следующий год."
    )
    assert (
        year_words.caption(replace(WHOLE, stages=WHOLE.stages[:1]), Reader.PUBLIC) == "Отчёт без имён. Всё заполнено."
    )


def test_it_is_a_draft_until_its_conclusions_are_written_and_its_pages_are_counted() -> None:
    assert set(head_of(year_document(EMPTY, Reader.INTERNAL))) == {"Проект"}
    assert set(head_of(year_document(WHOLE, Reader.INTERNAL))) == {""}
    assert foot_of(year_document(WHOLE, Reader.PUBLIC))[0].startswith("Лист")


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
    assert year_document(report, Reader.INTERNAL)
    for sheet in sheets(year_book(report, Reader.INTERNAL, MADE_AT)).values():
        assert not [cell for row in sheet.iter_rows() for cell in row if cell.data_type == "f"]
    assert year_chart.build(report).startswith(b"\x89PNG")


def test_a_picture_says_the_same_in_words() -> None:
    assert year_words.picture_caption(WHOLE).splitlines()[:2] == [
        "Итоги: 2026/2027 учебный год. Дорожная карта: выполнено 3 из 5.",
        "Охват запросов: 3 из 5 (60 %).",
    ]


def test_the_sections_are_numbered_in_their_order() -> None:
    titles = [line for line in lines(year_document(WHOLE, Reader.PUBLIC)) if line[:1].isdigit() and " | " not in line]
    assert titles[:4] == [
        "1. Основание и период",
        "2. Выполнение дорожной карты",
        "3. Кадры: запросы, пары и группы",
        "4. Встречи и программы",
    ]
    assert "7. SWOT-анализ (черновик)" not in titles


def test_the_period_and_the_day_are_told() -> None:
    first = sections(replace(WHOLE, made_on=date(2027, 6, 1)), Reader.PUBLIC)[0].parts[0]
    assert isinstance(first, Text)
    assert "с 01.09.2026 по 31.05.2027. Сведения приведены на 01.06.2027." in first.text


def test_no_heading_of_a_table_breaks_in_a_word() -> None:
    """By what a letter of twelve points in bold takes on average, and the edges of a cell."""
    letter, edges = 2.3, 3.8  # millimetres
    year = tuple((f"{2026 + at // 13}-{(at - 1) % 12 + 1:02}", (("разговор", at),)) for at in range(8, 20))
    for report in (WHOLE, replace(WHOLE, meetings=year)):
        for table in tables(report, Reader.INTERNAL).values():
            assert sum(table.widths) == 170
            for heading, width in zip(table.headings, table.widths, strict=True):
                longest = max(map(len, heading.split()))
                assert longest * letter + edges <= width, (table.name, heading)
