"""Questionnaires for the tests of their workbooks: those that come with the bot, and one that uses everything."""

from collections.abc import Sequence
from datetime import UTC, datetime
from io import BytesIO

from openpyxl import Workbook, load_workbook

from mentoring import forms
from mentoring.papers import form_reader
from mentoring.papers.uploads import FileProblem
from mentoring.rules import form_files
from mentoring.rules.form_files import CellProblem, FormFile
from mentoring.rules.forms import Form, parse_form

MADE_AT = datetime(2026, 9, 1, 9, tzinfo=UTC)
DICTIONARIES = forms.load().dictionaries

EVERYTHING = parse_form(
    {
        "key": "everything",
        "version": 3,
        "title": "=Всё сразу",
        "audience": "teacher",
        "minutes": 4,
        "intro": "Здравствуйте!\nЭто проверка.",
        "outro": "http://example.ru",
        "confidential": True,
        "questions": [
            {"key": "hello", "type": "note", "text": "=1+1", "section": "Начало"},
            {
                "key": "ready",
                "type": "single",
                "text": "Готовы?",
                "heading": "Готовность",
                "section": "Начало",
                "required": True,
                "keep": True,
                "options": {"full": "Да, конечно", "maybe": "5-9", "decline": "+7"},
            },
            {
                "key": "areas",
                "type": "multi",
                "dict": "areas",
                "max": 3,
                "text": "Чем поможете?",
                "show_if": [{"q": "ready", "in": ["full", "maybe"]}],
            },
            {
                "key": "time",
                "type": "multi",
                "text": "Когда?",
                "exclusive": ["never"],
                "options": {"day": "Днём", "night": {"label": "Ночью", "words": "темно"}, "never": "Никогда"},
                "constraint": [{"of": "count", "gte": 1}],
                "constraint_message": "Отметьте хотя бы одно.",
            },
            {
                "key": "mark",
                "type": "scale",
                "start": 0,
                "end": 5,
                "low": "плохо",
                "high": "хорошо",
                "text": "Оцените",
                "part": "more",
                "show_if": [{"any": [{"q": "time", "has": "day"}, {"q": "ready", "eq": "full"}]}],
            },
            {
                "key": "years",
                "type": "number",
                "part": "more",
                "text": "Сколько лет?",
                "constraint": [{"gte": 0}, {"lte": 60}],
            },
            {"key": "share", "type": "decimal", "part": "more", "text": "Какая доля?", "constraint": [{"lte": 1.5}]},
            {"key": "since", "type": "date", "part": "more", "text": "С какого дня?", "tense": "past"},
            {"key": "open", "type": "yesno", "part": "more", "text": "Открыто?", "sensitive": True},
            {
                "key": "name",
                "type": "text",
                "part": "more",
                "text": '=HYPERLINK("http://a.ru")',
                "help": "@SUM(A1)",
                "example": "Иванова А. П.",
                "max_len": 60,
                "private": True,
                "caution": True,
                "check": "full_name",
                "show_if": [{"q": "open", "eq": True}, {"q": "mark", "lt": 3}],
            },
            {"key": "subjects", "type": "dict_multi", "dict": "subjects", "part": "more", "text": "Предметы"},
        ],
    },
    DICTIONARIES,
)
FORMS = [*(form for form in forms.load().forms.values() if form.is_questionnaire), EVERYTHING]


def read_back(content: bytes, *known: Form) -> FormFile:
    """What the bot reads in the bytes of a workbook, when the school has these forms."""
    grids = form_reader.read(content)
    assert not isinstance(grids, FileProblem), grids
    return form_files.read(grids, {form.key: form for form in known}, DICTIONARIES)


def form_in(content: bytes, *known: Form) -> Form:
    found = read_back(content, *known)
    assert found.form is not None, found.problems
    return found.form


def problems_in(content: bytes, *known: Form) -> Sequence[CellProblem]:
    return read_back(content, *known).problems


def opened(content: bytes) -> Workbook:
    return load_workbook(BytesIO(content))


def saved(book: Workbook) -> bytes:
    """As Excel would send it on."""
    target = BytesIO()
    book.save(target)
    return target.getvalue()
