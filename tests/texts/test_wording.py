"""How the bot writes Russian: the letters, the quotes, the «ё», and no exclamation in what comes unasked."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import handlers.texts
from handlers.texts import notices
from mentoring import forms
from mentoring.rules.forms import Form

FILES = sorted(Path(handlers.texts.__path__[0]).glob("*.py"))
FORMS = list(forms.load().forms.values())
BUTTON = 40

MIXED = re.compile(r"[A-Za-z][А-Яа-яЁё]|[А-Яа-яЁё][A-Za-z]")
# Words that are common here and never right without their dots.
WITHOUT_DOTS = re.compile(
    r"\b(еще|ее|нее|учет\w{0,2}|отчет\w{0,2}|расчет\w{0,2}|придет|пройдет|найдет|идет|ждет|начнет|дает|остается|"
    r"причем|вперед|объем|прием|подъем|определен|заведен\w?|звезд|утвержден|подтвержден|введен|принес|моем|твое|мое)\b",
    re.IGNORECASE,
)


def _sentences() -> Iterator[tuple[str, str]]:
    """Every string of the texts, docstrings left out, and every word of the forms."""
    for file in FILES:
        tree = ast.parse(file.read_text("utf-8"))
        notes = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
        for node in ast.walk(tree):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in notes:
                yield f"{file.name}:{node.lineno}", node.value
    for form in FORMS:
        yield from ((f"{form.key}.toml", words) for words in _words(form))


def _words(form: Form) -> Iterator[str]:
    yield from (form.title, form.intro, form.outro)
    for question in form.questions:
        yield from (question.text, question.help, question.low, question.high, question.example)
        yield from (option.label for option in question.options)


SENTENCES = [(place, text) for place, text in _sentences() if re.search("[А-Яа-яЁё]", text)]


def test_there_is_something_to_read() -> None:
    assert len(SENTENCES) > 800


def test_no_word_mixes_russian_and_latin_letters() -> None:
    assert _with(MIXED) == []


def test_no_space_stands_twice_or_before_a_sign() -> None:
    assert _with(re.compile(r"\S  +\S| [,;:!?]")) == []


def test_quotes_are_russian() -> None:
    """A straight quote belongs to markup alone."""
    assert _with(re.compile(r'"(?![^<]*>)|[“”„]')) == []


def test_opened_quotes_are_closed() -> None:
    for file in FILES:
        text = file.read_text("utf-8")
        assert text.count("«") == text.count("»"), file.name


def test_dots_stand_over_the_letter_yo() -> None:
    assert _with(WITHOUT_DOTS) == []


def test_nothing_that_comes_unasked_shouts() -> None:
    assert [text for place, text in SENTENCES if place.startswith(Path(notices.__file__).name) and "!" in text] == []


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_a_buttons_label_fits_a_phone(file: Path) -> None:
    """Constants without a full stop are labels."""
    for node in ast.parse(file.read_text("utf-8")).body:
        value = node.value if isinstance(node, ast.Assign) else None
        if isinstance(value, ast.Constant) and isinstance(value.value, str) and not value.value.strip().endswith("."):
            assert len(value.value) <= BUTTON, value.value


def _with(fault: re.Pattern[str]) -> list[tuple[str, str]]:
    return [(place, text) for place, text in SENTENCES if fault.search(text)]
