"""Workbooks as the tests write them: a line for each row, «|» between the cells."""

from collections.abc import Mapping, Sequence

from mentoring.rules.form_files import CellProblem, FormFile, Grid, read
from mentoring.rules.forms import Form, Option, parse_form

DICTIONARIES = {
    "levels": (Option("noo", "1–4 классы"), Option("ooo", "5–9 классы"), Option("none", "Уроков не веду")),
    "pets": tuple(Option(f"p{number}", f"Питомец {number}") for number in range(9)),
}
SETTINGS = "Код|sample\nНазвание|Проба"

Found = tuple[str, int, int, str, str]  # sheet, row, column, reason, value


def grid(title: str, lines: str) -> Grid:
    """«⏎» is a line break inside a cell."""
    return Grid(
        title,
        tuple(tuple(cell.replace("⏎", "\n").strip(" ") for cell in line.split("|")) for line in lines.split("\n")),
    )


def template(lines: str, settings: str = SETTINGS, heading: str = "Код|Вопрос|Вид|Варианты") -> tuple[Grid, ...]:
    """The Russian template, its headings in the first row."""
    return grid("Вопросы", f"{heading}\n{lines}"), grid("Анкета", settings)


def survey(
    lines: str, choices: str = "", heading: str = "type|name|label", settings: str = "sample|Проба"
) -> tuple[Grid, ...]:
    """An XLSForm, the headings of each sheet in its first row."""
    return (
        grid("survey", f"{heading}\n{lines}"),
        grid("choices", f"list_name|name|label\n{choices}"),
        grid("settings", f"form_id|form_title\n{settings}"),
    )


def read_all(grids: Sequence[Grid], *known: Form) -> FormFile:
    return read(grids, {form.key: form for form in known}, DICTIONARIES)


def form_of(grids: Sequence[Grid], *known: Form) -> Form:
    """What the workbook says; nothing may be wrong with it."""
    file = read_all(grids, *known)
    assert file.problems == ()
    assert file.form is not None
    return file.form


def problems_of(grids: Sequence[Grid], *known: Form) -> Sequence[CellProblem]:
    """What is wrong with the workbook; then there is no form."""
    file = read_all(grids, *known)
    assert file.form is None
    return file.problems


def found(grids: Sequence[Grid], *known: Form) -> list[Found]:
    """The same in short."""
    return [(each.sheet, each.row, each.column, each.reason.value, each.value) for each in problems_of(grids, *known)]


def school_form(*rows: Mapping[str, object], **head: object) -> Form:
    """A form that the school has."""
    whole: dict[str, object] = {"key": "sample", "version": 3, "title": "Проба", "audience": "mentor", "minutes": 5}
    return parse_form({**whole, **head, "questions": list(rows)}, DICTIONARIES)
