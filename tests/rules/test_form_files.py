"""Whatever a workbook holds, it is a form fit to be asked, or somebody is told where it is wrong."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from mentoring.questionnaires import written
from mentoring.rules.form_files import FormFile, Grid, is_form, read, russian, xlsform
from mentoring.rules.forms import Form, parse_form, raw_of
from tests.rules.random_forms import DICTIONARIES, Write, forms
from tests.rules.workbooks import school_form

# Whole cells and parts of them that mean something somewhere.
WORDS = st.sampled_from([
    "Код", "Вопрос", "Вид", "Варианты", "Наименьшее", "Наибольшее", "Показывать если", "Условие ответа", "Часть", "№",
    "type", "name", "label", "label::Russian (ru)", "relevant", "constraint", "parameters", "appearance", "list_name",
    "form_id", "form_title", "bot_part", "один вариант", "несколько вариантов", "шкала", "текст", "число", "дата",
    "да/нет", "пояснение", "select_one a", "select_multiple a", "text", "range", "integer", "note", "begin_group",
    "end_group", "begin_repeat", "a", "b", "да", "нет", "yes", "1", "5", "-1", "0,5", "1e9", "Да [a]\nНет [b]",
    "справочник: предметы",
    "a = «Да»", "№1 есть ответ", "${a} = 'a'", "selected(${a}, 'b')", ". <= 3", "start=1 end=5", "autocomplete",
    "Название", "Минут", "Анонимная", "sample", "дополнительная", "more", "=1+1", "\u200b", "\ud800", " \u00a0\n",
])  # fmt: skip
CELLS = WORDS | st.text(max_size=8) | st.just("")
TITLES = st.sampled_from(["survey", "choices", "settings", "Вопросы", "Анкета", "entities", ""]) | st.text(max_size=4)
GRIDS = st.builds(
    lambda title, rows: Grid(title, tuple(tuple(row) for row in rows)),
    TITLES,
    st.lists(st.lists(CELLS, max_size=8), max_size=8),
)
KNOWN = school_form(
    {"key": "a", "type": "single", "text": "Что?", "options": {"a": "Да", "b": "Нет"}, "keep": True},
    {"key": "b", "type": "text", "text": "Что?", "show_if": [{"q": "a", "eq": "b"}]},
)


def fit_or_told(file: FormFile, grids: list[Grid]) -> None:
    if file.form is not None:
        assert file.problems == ()
        assert written(parse_form(raw_of(file.form), DICTIONARIES)) == written(file.form)
    else:
        assert file.problems
    for problem in file.problems:
        rows = next((grid.rows for grid in grids if grid.title == problem.sheet), ())
        assert 0 <= problem.row <= len(rows)
        assert 0 <= problem.column <= max((len(row) for row in rows), default=2) or problem.sheet.casefold() == "анкета"


@given(grids=st.lists(GRIDS, max_size=4))
def test_any_workbook_is_a_form_or_is_told_what_is_wrong(grids: list[Grid]) -> None:
    is_form(grids)
    fit_or_told(read(grids, {KNOWN.key: KNOWN}, DICTIONARIES), grids)


@given(form=forms(), choose=st.data(), write=st.sampled_from([russian, xlsform]))
def test_a_questionnaire_with_slips_is_a_form_or_is_told_what_is_wrong(
    form: Form, choose: st.DataObject, write: Write
) -> None:
    grids = [slipped(grid, choose) for grid in write(form, DICTIONARIES)]
    fit_or_told(read(grids, {form.key: form}, DICTIONARIES), grids)


def slipped(grid: Grid, choose: st.DataObject) -> Grid:
    rows = [list(row) for row in grid.rows]
    for _ in range(choose.draw(st.integers(0, 3))):
        row = choose.draw(st.sampled_from(rows))
        row[choose.draw(st.integers(0, len(row) - 1))] = choose.draw(CELLS)
    return replace(grid, rows=tuple(tuple(row) for row in rows))
