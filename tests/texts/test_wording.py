"""How the bot writes Russian: the letters, the quotes, the «ё»; politely, without blame and without cheering."""

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

# The bot says «вы», to one person and to all.
FAMILIAR = re.compile(
    r"(?<!«)\b(ты|тебе|тебя|тобой|твой|тво[яюёе]|твоего|твоей|твоим|нажми|напиши|введи|выбери|отправь|открой|"
    r"пришли(?! в срок)|ответь|проверь|отметь|подожди|попробуй|посмотри|давай|смотри)\b",
    re.IGNORECASE,
)
BLAME = re.compile(
    r"\b(вы не (?!отдали|примете)|вы (забыли|ошиблись|обязаны|должны)|неправильн\w*|неверн(о|ый|ая|ое|ые)\b|"
    r"забыли|ошиблись|нарушен\w*|опозда\w*|виноват\w*|недопустим\w*|провал\w*|халатн\w*|срочно|немедленно)",
    re.IGNORECASE,
)
CHEER = re.compile(
    r"\b(молодец|молодцы|супер|ура|прекрасн\w*|замечательн\w*|великолепн\w*|так держать|"
    r"отличн(ая|ый|ые) (работа|результат\w*))\b",
    re.IGNORECASE,
)
# One may greet, and thank for what was done.
HEARTY = re.compile(r"(Здравствуйте|Спасибо)[^.!?]*!")
MOST_WORDS = 24  # in a sentence: more of them are read twice


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


def test_nobody_is_told_what_to_do_as_a_child_is() -> None:
    assert _with(FAMILIAR) == []


def test_nobody_is_blamed() -> None:
    assert _with(BLAME) == []


def test_nobody_is_cheered_on() -> None:
    assert _with(CHEER) == []
    assert [(place, text) for place, text in SENTENCES if "!" in HEARTY.sub("", text)] == []


def test_a_sentence_is_read_in_one_breath() -> None:
    ends = re.compile(r"(?<=[.!?])\s|\n")
    read = [(place, each) for place, text in SENTENCES for each in ends.split(text)]
    assert [each for each in read if len(re.findall(r"[А-Яа-яЁё-]+", each[1])) > MOST_WORDS] == []


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
