"""What a coordinator is told of a wrong cell: every reason has words, and the words help to mend it."""

import re

import pytest

from mentoring.papers.form_words import MOST, address, heading, sentence
from mentoring.rules.form_files import CellProblem, CellReason, Grid

LONG = "Очень длинное значение, которое кто-то вписал в ячейку целиком, не глядя"
# What a person can do about it.
ADVICE = re.compile(
    "Впишите|Заполните|Удалите|Добавьте|Оставьте|Выберите|Смените|Проверьте|Исправьте|Очистите|Сократите|Сверьте|"
    "Поднимите|Перенесите|Упростите|Верните|Запишите|Замените|Пустая ячейка"
)
JARGON = re.compile(
    r"XLSForm|ошибк|неверн|недопустим|некоррект|нельзя!|синтаксис|regex|null|None|[{}\[\]]", re.IGNORECASE
)


def problem(reason: CellReason, value: str = "", *hints: str, at: int = 0) -> CellProblem:
    return CellProblem("Вопросы", 7, 3, reason, value, hints, at)


@pytest.mark.parametrize("reason", list(CellReason))
@pytest.mark.parametrize(
    ("value", "hints", "at"),
    [("", (), 0), ("goal", (), 0), ("goal", ("goals",), 3), ("214", ("0", "200"), 0), (LONG, (LONG, LONG, LONG), 120)],
)
def test_every_reason_is_said_shortly_and_tells_what_to_do(
    reason: CellReason, value: str, hints: tuple[str, ...], at: int
) -> None:
    said = sentence(problem(reason, value, *hints, at=at))
    assert 30 < len(said) <= MOST
    assert ADVICE.search(said), said
    assert not JARGON.search(said), said
    assert not re.search(r"  |«»|\(\)| [.,:;)]|[:,(] ?[.)]", said), said
    assert said.endswith("."), said


def test_no_two_reasons_are_said_alike() -> None:
    assert len({sentence(problem(reason)) for reason in CellReason}) == len(CellReason)


@pytest.mark.parametrize(
    ("of", "said"),
    [
        (
            problem(CellReason.UNKNOWN_OPTION, "утрам", "утром"),
            "Варианта «утрам» у того вопроса нет. Проверьте вариант, возможно, это «утром».",
        ),
        (
            problem(CellReason.TOO_MANY_QUESTIONS, "214", "200"),
            "Вопросов слишком много: 214. Оставьте меньше, до 200, или разделите анкету на две.",
        ),
        (
            problem(CellReason.BAD_SCALE, "1–100", "0", "10"),
            "Такой шкалы «1–100» не получится. Впишите отметки целыми числами от 0 до 10.",
        ),
        (
            problem(CellReason.BAD_LIMIT, "0", "1"),
            "Число «0» здесь не подходит. Впишите целое число от 1.",
        ),
        (
            problem(CellReason.BAD_LIMIT, "9", "", "5"),
            "Число «9» здесь не подходит. Впишите целое число до 5.",
        ),
        (
            problem(CellReason.UNKNOWN_VALUE, "потом", "основная", "дополнительная", "core", "more"),
            "Слово «потом» здесь не подходит. Выберите одно из списка: «основная», «дополнительная».",
        ),
        (
            CellProblem(
                "survey", 7, 3, CellReason.UNKNOWN_VALUE, "later", ("основная", "дополнительная", "core", "more")
            ),
            "Слово «later» здесь не подходит. Выберите одно из списка: «core», «more».",
        ),
        (
            problem(
                CellReason.UNKNOWN_KIND, "на выбор", "один вариант", "несколько вариантов", "список с поиском", "дата"
            ),
            "Вид вопроса «на выбор» не узнан. Выберите один из списка: «один вариант», «несколько вариантов», "
            "«список с поиском» и другие.",
        ),
        (
            problem(CellReason.KEPT_QUESTION_CHANGED, "areas", "multi"),
            "По этому ответу работает бот: вид вопроса и коды вариантов меняться не могут. "
            "Верните их: «несколько вариантов»; слова менять можно.",
        ),
        (
            problem(CellReason.CANNOT_CHANGE, "родители", "teacher"),
            "Это решает бот, в файле оно не меняется. Верните, как было: «педагоги».",
        ),
        (
            CellProblem("Анкета", 0, 0, CellReason.MISSING),
            "У анкеты нет названия. Впишите его на лист «Анкета»: слева слово «Название», справа оно само.",
        ),
        (
            CellProblem("settings", 0, 0, CellReason.MISSING),
            "У анкеты нет названия. Впишите его на лист settings, в столбец form_title.",
        ),
        (
            CellProblem("survey", 7, 1, CellReason.NO_OPTIONS),
            "У вопроса нет вариантов ответа. Впишите их на лист choices, а имя списка — сюда.",
        ),
        (
            problem(CellReason.BAD_EXPRESSION, ">> 3", at=6),
            "Условие не прочитано, начиная с «>> 3» (знак 6). Сверьте его с примерами в шаблоне анкеты.",
        ),
    ],
)
def test_the_words_name_what_stands_there_and_what_may(of: CellProblem, said: str) -> None:
    assert sentence(of) == said


@pytest.mark.parametrize(
    ("row", "column", "heading", "said"),
    [
        (7, 3, "Варианты", "лист «Вопросы», строка 7, столбец C (Варианты)"),
        (7, 28, "", "лист «Вопросы», строка 7, столбец AB"),
        (7, 0, "", "лист «Вопросы», строка 7"),
        (0, 3, "Варианты", "лист «Вопросы», столбец C (Варианты)"),
        (0, 0, "", "лист «Вопросы»"),
    ],
)
def test_a_place_is_said_as_excel_shows_it(row: int, column: int, heading: str, said: str) -> None:
    assert address(CellProblem("Вопросы", row, column, CellReason.MISSING), heading) == said


@pytest.mark.parametrize(
    ("sheet", "row", "column", "called"),
    [
        ("Вопросы", 5, 2, "Вид"),
        ("Вопросы", 5, 0, ""),
        ("Вопросы", 3, 2, ""),  # the heading itself
        ("Вопросы", 5, 9, ""),
        ("Анкета", 1, 2, "Минут"),
        ("Анкета", 1, 1, ""),
        ("Нет такого", 5, 2, ""),
    ],
)
def test_a_cell_is_called_by_its_heading(sheet: str, row: int, column: int, called: str) -> None:
    grids = (
        Grid("Вопросы", ((), (), ("Вопрос", "Вид"), ("Когда?", "дата"), ("Где?", "?"))),
        Grid("Анкета", (("Минут", "много"),)),
    )
    assert heading(CellProblem(sheet, row, column, CellReason.MISSING), grids) == called
