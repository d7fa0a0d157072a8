"""What is wrong with a questionnaire in the Russian template is said at Excel's own cells, all at once."""

import pytest

from mentoring.rules.form_files import CellReason
from tests.rules.workbooks import Found, found, grid, problems_of, school_form, template

Q, S = "Вопросы", "Анкета"
LIMITS = "Наименьшее|Наибольшее|Условие ответа"
WIDE = f"Код|Вопрос|Вид|Варианты|Обязательный|Подсказка|Показывать если|{LIMITS}|Часть|Какая дата"
ONE = "a|Что?|один вариант|Да, на год [year]⏎Нет, спасибо [no_thanks]"


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ("a||текст", (Q, 2, 2, "missing", "")),
        ("a|Что?|", (Q, 2, 3, "missing", "")),
        ("a|Что?|анкета", (Q, 2, 3, "unknown_kind", "анкета")),
        ("a|Что?|текст\n|\na|Ещё?|текст", (Q, 4, 1, "doubled_key", "a")),
        ("Код 1|Что?|текст", (Q, 2, 1, "bad_key", "код 1")),
        ("yes|Что?|текст", (Q, 2, 1, "bad_key", "yes")),
        ("1|Что?|текст", (Q, 2, 1, "bad_key", "1")),
        ("a|Что?|один вариант|", (Q, 2, 4, "no_options", "")),
        ("a|Что?|один вариант|Да [Ключ]⏎Нет", (Q, 2, 4, "bad_key", "ключ")),
        ("a|Что?|один вариант|[x]⏎Нет", (Q, 2, 4, "missing", "x")),
        ("a|Что?|один вариант|" + "⏎".join(map(str, range(301))), (Q, 2, 4, "bad_limit", "301")),
        ("a|Что?|один вариант|Да [x]⏎Нет [x]", (Q, 2, 4, "doubled_option", "Нет")),
        ("a|Что?|один вариант|Да⏎Нет⏎да", (Q, 2, 4, "doubled_option", "да")),
        ("a|Что?|один вариант|" + "я" * 41, (Q, 2, 4, "label_too_long", "я" * 41)),
        ("a|Что?|один вариант|справочник: птицы", (Q, 2, 4, "unknown_list", "птицы")),
        ("a|Что?|один вариант|Да⏎Нет (только один)", (Q, 2, 4, "needless", "один вариант")),
        ("a|Что?|текст|Да⏎Нет", (Q, 2, 4, "needless", "текст")),
        ("a|Что?|да/нет|Да⏎Не знаю", (Q, 2, 4, "needless", "да/нет")),
        ("a|" + "я" * 340 + "|текст|||" + "ю" * 11, (Q, 2, 2, "text_too_long", "351")),
        ("a|Что?|текст||может быть", (Q, 2, 5, "not_yes_or_no", "может быть")),
        ("a|Читайте.|пояснение||да\nb|Что?|текст", (Q, 2, 5, "needless", "пояснение")),
        ("a|Что?|текст||||||много", (Q, 2, 9, "not_a_number", "много")),
        ("a|Сколько?|целое число|||||1,5|", (Q, 2, 8, "not_a_number", "1,5")),
        ("a|Что?|текст||||||0", (Q, 2, 9, "bad_limit", "0")),
        ("a|Что?|несколько вариантов|Да⏎Нет|||||3", (Q, 2, 9, "bad_limit", "3")),
        ("a|Сколько?|число|||||5|2", (Q, 2, 8, "bad_limit", "5")),
        ("a|Сколько?|шкала||||||11", (Q, 2, 9, "bad_scale", "1–11")),
        ("a|Сколько?|шкала|||||-1|", (Q, 2, 8, "bad_scale", "-1–10")),
        ("a|Сколько?|число|||||||больше 5 и меньше 3", (Q, 2, 10, "no_answer_fits", "")),
        ("a|Сколько?|число|||||5||меньше 3", (Q, 2, 10, "no_answer_fits", "")),
        ("a|Что?|несколько вариантов|Да⏎Нет|||||3|", (Q, 2, 9, "bad_limit", "3")),
        ("a|Что?|несколько вариантов|Да⏎Нет||||3||", (Q, 2, 8, "no_answer_fits", "")),
        ("a|Когда?|дата||||||5", (Q, 2, 9, "needless", "дата")),
        ("a|Когда?|дата|||||||||вчера", (Q, 2, 12, "unknown_value", "вчера")),
        ("a|Что?|текст|||||||||прошлое", (Q, 2, 12, "needless", "текст")),
        ("a|Что?|текст||||||||третья", (Q, 2, 11, "unknown_value", "третья")),
        (f"{ONE}\nb|Ещё?|текст||||a это Нет", (Q, 3, 7, "bad_expression", "это")),
        (f"{ONE}\nb|Ещё?|текст||||c есть ответ", (Q, 3, 7, "unknown_question", "c")),
        (f"b|Ещё?|текст||||a есть ответ\n{ONE}", (Q, 2, 7, "later_question", "a")),
        (f"{ONE}\nb|Ещё?|текст||||a = Да", (Q, 3, 7, "unknown_option", "Да")),
        (f"{ONE}\nb|Ещё?|текст||||a больше 5", (Q, 3, 7, "bad_comparison", "a больше 5")),
        (f"{ONE}\nb|Ещё?|текст||||{'(' * 30}a есть ответ{')' * 30}", (Q, 3, 7, "too_tangled", "")),
        ("a|Когда?|дата\nb|Ещё?|текст||||a раньше сегодня", (Q, 3, 7, "unsupported_function", "сегодня")),
        ("a|Что?|текст||||||||дополнительная\nb|Ещё?|текст||||a есть ответ", (Q, 3, 7, "core_needs_more", "a")),
        ("a|Что?|текст|||||||есть ответ", (Q, 2, 10, "bad_comparison", "есть ответ")),
        ("a|Читайте.|пояснение|||||||больше 3\nb|Что?|текст", (Q, 2, 10, "needless", "пояснение")),
        ("a|Читайте.|пояснение", (Q, 0, 0, "no_questions", "")),
        ("\n".join(f"a{number}|Что?|текст" for number in range(201)), (Q, 0, 0, "too_many_questions", "201")),
    ],
)  # fmt: skip
def test_a_cell_is_wrong(lines: str, expected: Found) -> None:
    assert found(template(lines, heading=WIDE)) == [expected]


@pytest.mark.parametrize(
    ("settings", "expected"),
    [
        ("Код|sample", (S, 0, 0, "missing", "")),
        ("Код|sample\nНазвание|", (S, 2, 2, "missing", "")),
        ("Код|Моя анкета\nНазвание|Моя", (S, 1, 2, "bad_key", "Моя анкета")),
        ("Код|a\nКод|b\nНазвание|Моя", (S, 2, 1, "doubled_column", "Код")),
        ("Название|Моя\nЦвет|синий", (S, 2, 1, "unknown_column", "Цвет")),
        ("Название|Моя\nМинут|пять", (S, 2, 2, "not_a_number", "пять")),
        ("Название|Моя\nМинут|0", (S, 2, 2, "bad_limit", "0")),
        ("Название|" + "я" * 101, (S, 1, 2, "words_too_long", "101")),
        ("Название|Моя\nВступление|" + "я" * 1501, (S, 2, 2, "words_too_long", "1501")),
        ("Название|Моя\nДля кого|родители", (S, 2, 2, "cannot_change", "родители")),
        ("Название|Моя\nКонфиденциальная|нет", (S, 2, 2, "cannot_change", "нет")),
        ("Название|Моя\nАнонимная|да", (S, 2, 2, "cannot_change", "да")),
    ],
)
def test_what_the_form_says_of_itself_is_wrong(settings: str, expected: Found) -> None:
    assert found(template("a|Что?|текст", settings)) == [expected]


def test_what_the_form_says_of_itself_may_be_what_is_so() -> None:
    settings = "Название|Моя\nДля кого|педагоги\nКонфиденциальная|да\nАнонимная|нет\nСводка ответов|да"
    assert found(template("a||текст", settings)) == [(Q, 2, 2, "missing", "")]


def test_a_form_without_its_second_sheet_has_no_title() -> None:
    assert found((grid(Q, "Вопрос|Вид\nЧто?|текст"),)) == [(S, 0, 0, "missing", "")]


def test_columns_that_are_not_ours_are_named_if_anything_is_in_them() -> None:
    sheet = template("a|Что?|текст||синий||да|", heading="Код|Вопрос|Вид|Цвет|Оттенок|Вопрос|Обязательно?|")
    assert found(sheet) == [(Q, 1, 5, "unknown_column", "Оттенок"), (Q, 1, 6, "doubled_column", "Вопрос")]
    assert found(template("a|Что?|текст|забыли", heading="Код|Вопрос|Вид|")) == [(Q, 1, 4, "unknown_column", "")]


def kept() -> tuple[dict[str, object], ...]:
    return (
        {"key": "ready", "type": "single", "text": "Готовы?", "keep": True, "options": {"y": "Да", "n": "Нет"}},
        {"key": "mark", "type": "scale", "text": "Сколько?", "keep": True},
    )


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ("mark|Сколько?|шкала", (Q, 0, 0, "kept_question_gone", "ready")),
        ("ready|Готовы?|текст\nmark|Сколько?|шкала", (Q, 2, 3, "kept_question_changed", "ready")),
        ("ready|Готовы?|один вариант|Да⏎Нет⏎Потом\nmark|Сколько?|шкала", (Q, 2, 4, "kept_question_changed", "ready")),
        ("ready|Готовы?|один вариант|Да⏎Нет\nmark|Сколько?|шкала||||||5", (Q, 3, 9, "kept_question_changed", "mark")),
    ],
)
def test_what_the_programme_reads_itself_stays(lines: str, expected: Found) -> None:
    assert found(template(lines, heading=WIDE), school_form(*kept())) == [expected]


def test_what_the_programme_reads_may_be_reworded_and_put_in_another_order() -> None:
    lines = "mark|На сколько?|шкала\nready|А вы готовы?|один вариант|Нет, спасибо [n]⏎Да, готовы [y]\nb||текст"
    assert found(template(lines), school_form(*kept())) == [(Q, 4, 2, "missing", "")]


def test_everything_wrong_is_said_at_once_and_nothing_twice() -> None:
    lines = "a|Что?|анкета|Да\nb||текст||||a = Да и c есть ответ\nb|Сколько?|шкала|Да||||1|1"
    assert found(template(lines, "Минут|много", WIDE)) == [
        (Q, 2, 3, "unknown_kind", "анкета"),
        (Q, 3, 2, "missing", ""),
        (Q, 3, 7, "unknown_question", "c"),
        (Q, 4, 1, "doubled_key", "b"),
        (Q, 4, 4, "needless", "шкала"),
        (Q, 4, 9, "bad_scale", "1–1"),
        (S, 0, 0, "missing", ""),
        (S, 1, 2, "not_a_number", "много"),
    ]


@pytest.mark.parametrize(
    ("lines", "hints"),
    [
        ("a|Что?|шкалла", ("шкала",)),
        ("a|Что?|один вариант|справочник: класы", ("классы", "pets")),
        ("a|Что?|несколько вариантов|Да⏎Нет|||||3", ("1", "2")),
        ("a|Сколько?|шкала||||||11", ("0", "10")),
        ("a|Сколько?|число|||||5|2", ("", "2")),
        ("a|Что?|текст||||||||третья", ("основная", "дополнительная")),
        ("a|Что?|один вариант|" + "я" * 41, ("40",)),
        (f"{ONE}\nb|Ещё?|текст||||a = да, на", ("Да, на год",)),
        ("Мой код|Сколько вам лет?|текст", ("skolko_vam_let",)),
    ],
)  # fmt: skip
def test_a_hint_says_what_was_meant_or_what_is_allowed(lines: str, hints: tuple[str, ...]) -> None:
    assert problems_of(template(lines, heading=WIDE))[0].hints == hints


def test_the_place_of_a_wrong_piece_is_counted_in_the_cell() -> None:
    problem = problems_of(template(f"{ONE}\nb|Ещё?|текст|||| a есть ответ и c есть ответ", heading=WIDE))[0]
    assert (problem.reason, problem.value, problem.at) == (CellReason.UNKNOWN_QUESTION, "c", 16)


def test_a_misspelt_heading_is_guessed() -> None:
    assert problems_of(template("a|Что?|текст|да", heading="Код|Вопрос|Вид|Обезательный"))[0].hints == ("Обязательный",)
