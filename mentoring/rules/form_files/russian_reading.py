"""The Russian template: a sheet of questions, and a sheet of what the form says of itself."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial

from mentoring.rules.expressions import Language
from mentoring.rules.form_files.assembly import just_constrained
from mentoring.rules.form_files.columns import TENSES, Column
from mentoring.rules.form_files.drafts import Draft, complain_of_needless, known_question, with_rare
from mentoring.rules.form_files.keys import key_of
from mentoring.rules.form_files.model import CellReason, Grid
from mentoring.rules.form_files.option_lines import Chosen, read_options
from mentoring.rules.form_files.russian_limits import with_limits
from mentoring.rules.form_files.russian_words import (
    COLUMNS,
    HEADINGS,
    KIND_WORDS,
    KINDS,
    SETTINGS,
    SETTINGS_SHEET,
    compared,
)
from mentoring.rules.form_files.table import Complaints, Place, Row, Table, first_filled, read_table
from mentoring.rules.form_files.workbook import Dictionaries, Workbook
from mentoring.rules.forms import Form, Question, QuestionKind
from mentoring.rules.forms.model import CHOICES, NO, YES
from mentoring.rules.text import clean_line, fold

_NEEDED = frozenset({Column.TEXT, Column.KIND})
_KINDS_SHOWN = tuple(words[0] for words in KIND_WORDS.values())


def open_russian(grids: Sequence[Grid], complaints: Complaints) -> Workbook | None:
    """None when no sheet has «Вопрос» and «Вид» in its first filled row."""
    sheet = next((grid for grid in grids if _has_questions(grid)), None)
    if sheet is None:
        return None
    table = read_table(sheet, HEADINGS, complaints)
    settings = _settings(grids, complaints)
    return Workbook(Language.RUSSIAN, settings, table, partial(_drafts, table), just_constrained)


def _has_questions(grid: Grid) -> bool:
    top = first_filled(grid)
    return top is not None and {COLUMNS.get(compared(cell)) for cell in grid.rows[top]} >= _NEEDED


def _settings(grids: Sequence[Grid], complaints: Complaints) -> Row:
    """The sheet «Анкета»: what it is in the first column, the value in the second."""
    sheet = next((grid for grid in grids if fold(grid.title) == fold(SETTINGS_SHEET)), Grid(SETTINGS_SHEET, ()))
    cells: dict[str, str] = {}
    places: dict[str, Place] = {}
    for number, row in enumerate(sheet.rows, 1):
        words, value = clean_line(row[0] if row else ""), row[1] if len(row) > 1 else ""
        name = SETTINGS.get(compared(words), "")
        if name in cells:
            complaints.add(Place(sheet.title, number, 1), CellReason.DOUBLED_COLUMN, words)
        elif name:
            cells[name], places[name] = value, Place(sheet.title, number, 2)
        elif clean_line(value):
            complaints.add(Place(sheet.title, number, 1), CellReason.UNKNOWN_COLUMN, words)
    return Row(cells, places, Place(sheet.title), complaints)


def _drafts(table: Table, base: Form | None, dictionaries: Dictionaries) -> Iterator[Draft]:
    for row, key in zip(table.rows, _keys(table.rows, base), strict=True):
        yield _draft(row, key, base, dictionaries)


def _keys(rows: Sequence[Row], base: Form | None) -> list[str]:
    """A question without a code is the known one of the same wording, else a new one."""
    written = [row.line(Column.KEY).casefold() for row in rows]
    by_text = {fold(question.text): question.key for question in reversed(base.questions)} if base else {}
    taken = {*written, *by_text.values()}
    free = set(by_text.values()) - set(written)
    keys = []
    for row, code in zip(rows, written, strict=True):
        key = code or by_text.get(fold(row.text(Column.TEXT)), "")
        if not code and key not in free:
            key = key_of(row.text(Column.TEXT), taken, "q")
        free.discard(key)
        taken.add(key)
        keys.append(key)
    return keys


def _draft(row: Row, key: str, base: Form | None, dictionaries: Dictionaries) -> Draft:
    kind = _kind(row)
    if kind is not None:
        complain_of_needless(row, kind, row.line(Column.KIND))
    chosen = _chosen(row, kind, known_question(base, key), dictionaries)
    plain = Question(
        key=key,
        kind=kind or QuestionKind.TEXT,
        text=row.needed(Column.TEXT),
        help=row.text(Column.HELP),
        section=row.line(Column.SECTION),
        options=chosen.options,
        dictionary=chosen.dictionary,
        exclusive=chosen.exclusive,
        required=row.flag(Column.REQUIRED),
        constraint_message=row.text(Column.MESSAGE),
    )
    question = with_limits(with_rare(_with_tense(plain, row, base), row, base), row)
    return Draft(row, question, faulty=kind is None or chosen.faulty)


def _kind(row: Row) -> QuestionKind | None:
    said = row.needed(Column.KIND)
    kind = KINDS.get(compared(said))
    if said and kind is None:
        row.complain(
            Column.KIND, CellReason.UNKNOWN_KIND, said, Language.RUSSIAN.near(said, _KINDS_SHOWN) or _KINDS_SHOWN
        )
    return kind


def _chosen(row: Row, kind: QuestionKind | None, known: Question | None, dictionaries: Dictionaries) -> Chosen:
    if kind is QuestionKind.YESNO:
        said = [fold(line) for line in row.text(Column.OPTIONS).split("\n") if line]
        if said not in ([], [fold(YES.label), fold(NO.label)]):
            row.complain(Column.OPTIONS, CellReason.NEEDLESS, row.line(Column.KIND))
        return Chosen(options=(YES, NO))
    return read_options(row, known, dictionaries) if kind in CHOICES else Chosen()


def _with_tense(question: Question, row: Row, base: Form | None) -> Question:
    known = known_question(base, question.key)
    if not row.has(Column.TENSE):
        is_same = known is not None and known.kind is question.kind
        return replace(question, tense=known.tense) if known and is_same else question
    return replace(question, tense=row.word(Column.TENSE, TENSES, question.tense))
