"""Conditions as people write them, and what they mean."""

import pytest

from mentoring.rules.expressions import Language, Wrong, as_russian, as_xpath
from mentoring.rules.form_files import CellReason
from tests.rules.expressing import questions, understood

XLSFORM, RUSSIAN = Language.XLSFORM, Language.RUSSIAN


def in_words(text: str, language: Language, own: str = "") -> str:
    """The same condition as we write it ourselves, by which its meaning is seen."""
    reading = understood(text, language, own)
    assert not reading.mistakes
    write = as_russian if language is RUSSIAN else as_xpath
    written = write(reading.clauses, questions(own))
    assert understood(written, language, own).clauses == reading.clauses
    return written


@pytest.mark.parametrize(
    ("text", "means"),
    [
        ("${ready} = 'never'", "${ready} = 'never'"),
        ("  ${ ready }='never'", "${ready} = 'never'"),
        ('${ready} != "never"', "${ready} != 'never'"),
        ("${ready} = ‘never’", "${ready} = 'never'"),
        ("selected(${ready}, 'never')", "${ready} = 'never'"),
        ("'never' = ${ready}", "${ready} = 'never'"),
        ("5 < ${mark}", "${mark} > 5"),
        ("${mark} <= 4", "${mark} <= 4"),
        ("${mark} = '4'", "${mark} = 4"),
        ("-0.5 >= ${rate}", "${rate} <= -0.5"),
        ("${ready} = 'never' or ${ready} = 'later'", "${ready} = 'never' or ${ready} = 'later'"),
        ("${mark} = 1 or ${mark} = 2 and ${wish} = 'da'",
         "(${mark} = 1 or ${mark} = 2) and (${mark} = 1 or ${wish} = 'da')"),
        ("selected(${areas}, 'method') AND not(selected(${areas}, 'talks'))",
         "selected(${areas}, 'method') and not(selected(${areas}, 'talks'))"),
        ("count-selected(${areas}) > 2", "count-selected(${areas}) > 2"),
        ("string-length(${note}) >= 10", "string-length(${note}) >= 10"),
        ("${wish} = true()", "${wish} = 'da'"),
        ("${wish} = 'net'", "${wish} = 'net'"),
        ("${wish} != false()", "${wish} != 'net'"),
        ("${note} = ''", "${note} = ''"),
        ("'' != ${note}", "${note} != ''"),
        ("${day} < '2026-09-01'", "${day} < date('2026-09-01')"),
        ("date('2026-09-01') <= ${day}", "${day} >= date('2026-09-01')"),
        ("not(${ready} = 'never' or ${wish} = 'da')", "${ready} != 'never' and ${wish} != 'da'"),
        ("not(not(${wish} = 'da'))", "${wish} = 'da'"),
        ("not(count-selected(${areas}) > 2)", "count-selected(${areas}) <= 2"),
        ("not(${mark} < 5)", "${mark} >= 5 or ${mark} = ''"),
    ],
)  # fmt: skip
def test_xpath_means(text: str, means: str) -> None:
    assert in_words(text, XLSFORM) == means


@pytest.mark.parametrize(
    ("text", "means"),
    [
        ("ready = «Нет»", "ready = «Нет»"),
        ('READY  равно "нет"', "ready = «Нет»"),
        ("ready = never", "ready = «Нет»"),
        ("ready = Нет", "ready = «Нет»"),
        ("№1 = „Нет“", "ready = «Нет»"),
        ("№ 1 = 'Нет'", "ready = «Нет»"),
        ("«Готовы помогать?» = нет", "ready = «Нет»"),
        ("ready = «Нет» или «Возможно, позже»", "ready = «Нет» или «Возможно, позже»"),
        ("ready = нет или возможно, позже или справлюсь сам(а)",
         "ready = «Нет» или «Возможно, позже» или «Справлюсь сам(а)»"),
        ("ready = нет или mark > 4", "ready = «Нет» или mark больше 4"),
        ("ready = нет или «Насколько уверенно?» больше 4", "ready = «Нет» или mark больше 4"),
        ("ready не равно нет или never", "ready не равно «Нет»"),
        ("ready ≠ «Нет» или «Да, на год»", "ready не равно «Нет» и ready не равно «Да, на год»"),
        ("areas содержит «Урок и методика» и mark <= 4", "areas содержит «Урок и методика» и mark не больше 4"),
        ("areas содержит Урок и методика и mark <= 4", "areas содержит «Урок и методика» и mark не больше 4"),
        ("areas содержит Урок и методика и Больше 20 лет или mark > 3",
         "(areas содержит «Урок и методика» или mark больше 3) и (areas содержит «Больше 20 лет» или mark больше 3)"),
        ("areas не содержит «Урок и методика» и none и mark > 3",
         "areas не содержит «Урок и методика» и areas не содержит «Ничего из этого» и mark больше 3"),
        ("areas содержит больше 20 лет", "areas содержит «Больше 20 лет»"),
        ("areas содержит ««Разговоры о важном»»", 'areas содержит "«Разговоры о важном»"'),
        ("areas не содержит «Ничего из этого»", "areas не содержит «Ничего из этого»"),
        ("areas = «Ничего из этого»", "areas содержит «Ничего из этого»"),
        ("areas отмечено больше 2", "areas отмечено больше 2"),
        ("note длина не больше 100", "note длина не больше 100"),
        ("note есть ответ", "note есть ответ"),
        ("note нет ответа и wish = да", "note нет ответа и wish = да"),
        ("wish = Нет", "wish = нет"),
        ("mark больше или равно 4,0", "mark не меньше 4"),
        ("mark не меньше 4 и mark менее 8", "mark не меньше 4 и mark меньше 8"),
        ("rate > 1,5 и rate < 2.25", "rate больше 1,5 и rate меньше 2,25"),
        ("rate = −1", "rate = -1"),
        ("day < 01.09.2026", "day раньше 01.09.2026"),
        ("day не позже 1.9.2026", "day не позже 01.09.2026"),
        ("(ready = нет или wish = да) и mark > 3", "(ready = «Нет» или wish = да) и mark больше 3"),
        ("не (ready = нет и mark > 3)", "ready не равно «Нет» или mark не больше 3 или mark нет ответа"),
    ],
)  # fmt: skip
def test_russian_words_mean(text: str, means: str) -> None:
    assert in_words(text, RUSSIAN) == means


@pytest.mark.parametrize(
    ("language", "own", "text", "means"),
    [
        (XLSFORM, "mark", ". >= 3 and . < 8", ". >= 3 and . < 8"),
        (XLSFORM, "mark", "${mark} >= 3", ". >= 3"),
        (XLSFORM, "mark", "not(. > 3)", ". <= 3"),
        (XLSFORM, "day", ". > today()", ". > today()"),
        (XLSFORM, "areas", "not(selected(., 'none') and count-selected(.) > 1)",
         "not(selected(., 'none')) or count-selected(.) <= 1"),
        (RUSSIAN, "mark", "не меньше 3 и меньше 8", "ответ не меньше 3 и ответ меньше 8"),
        (RUSSIAN, "mark", "ответ = 3 или больше 8", "ответ = 3 или ответ больше 8"),
        (RUSSIAN, "mark", "mark > 3", "ответ больше 3"),
        (RUSSIAN, "day", "не позже сегодня", "ответ не позже сегодня"),
        (RUSSIAN, "areas", "отмечено не больше 2", "отмечено не больше 2"),
        (RUSSIAN, "note", "длина больше 10", "длина больше 10"),
        (RUSSIAN, "ready", "ответ не равно «Нет»", "ответ не равно «Нет»"),
    ],
)  # fmt: skip
def test_a_condition_on_the_answer_itself_means(language: Language, own: str, text: str, means: str) -> None:
    assert in_words(text, language, own) == means


@pytest.mark.parametrize(
    ("text", "own", "wrong", "piece", "at", "hints"),
    [
        ("${redy} = 'never'", "", Wrong.UNKNOWN_QUESTION, "redy", 1, ("ready",)),
        ("${last} = 'never'", "", Wrong.LATER_QUESTION, "last", 1, ()),
        ("${ready} = 'nevr'", "", Wrong.UNKNOWN_OPTION, "nevr", 12, ("never",)),
        ("${ready} = 'Нет'", "", Wrong.UNKNOWN_OPTION, "Нет", 12, ()),
        ("${wish} = 'maybe'", "", Wrong.UNKNOWN_OPTION, "maybe", 11, ()),
        ("${wish} = 'da' and ${ready} > 4", "", Wrong.BAD_COMPARISON, "${ready} > 4", 20, ("single",)),
        ("${areas} = 'method'", "", Wrong.BAD_COMPARISON, "${areas} = 'method'", 1, ("multi",)),
        ("${note} = 'да'", "", Wrong.BAD_COMPARISON, "${note} = 'да'", 1, ("text",)),
        ("${mark} > 4.5", "", Wrong.BAD_COMPARISON, "${mark} > 4.5", 1, ("scale",)),
        ("${day} > '2026-13-01'", "", Wrong.BAD_COMPARISON, "${day} > '2026-13-01'", 1, ("date",)),
        ("count-selected(${note}) > 1", "", Wrong.BAD_COMPARISON, "count-selected(${note}) > 1", 1, ("text",)),
        ("${mark} > ${rate}", "", Wrong.BAD_COMPARISON, "${mark} > ${rate}", 1, ()),
        ("1 = 1", "", Wrong.BAD_COMPARISON, "1 = 1", 1, ()),
        (". > 1", "", Wrong.BAD_COMPARISON, ".", 1, ()),
        ("${mark} > 3", "rate", Wrong.BAD_COMPARISON, "mark", 1, ()),
        (". != ''", "note", Wrong.BAD_COMPARISON, ". != ''", 1, ("text",)),
        ("${day} <= today()", "", Wrong.UNSUPPORTED_FUNCTION, "today()", 11, ()),
        ("regex(${note}, 'a')", "", Wrong.UNSUPPORTED_FUNCTION, "regex", 1, ()),
        ("${mark} > 1 and if(${wish} = 'da', 1, 2)", "", Wrong.UNSUPPORTED_FUNCTION, "if", 17, ()),
        ("coalesce(${mark}, 1) = 1", "", Wrong.UNSUPPORTED_FUNCTION, "coalesce", 1, ()),
        ("selectd(${areas}, 'method')", "", Wrong.UNSUPPORTED_FUNCTION, "selectd", 1, ("selected", "count-selected")),
        ("${mark} + 1 > 3", "", Wrong.UNSUPPORTED_FUNCTION, "+", 9, ()),
        ("${mark} div 2 > 3", "", Wrong.UNSUPPORTED_FUNCTION, "div", 9, ()),
        ("../mark > 3", "", Wrong.UNSUPPORTED_FUNCTION, "..", 1, ()),
        ("position(..) = 1", "", Wrong.UNSUPPORTED_FUNCTION, "position", 1, ()),
        ("${ready} = ", "", Wrong.BAD_EXPRESSION, "", 12, ()),
        ("${ready} 'never'", "", Wrong.BAD_EXPRESSION, "'never'", 10, ()),
        ("${ready = 'never'", "", Wrong.BAD_EXPRESSION, "${ready = 'never'", 1, ()),
        ("${ready} = 'never", "", Wrong.BAD_EXPRESSION, "'never", 12, ()),
        ("(${ready} = 'never'", "", Wrong.BAD_EXPRESSION, "", 20, ()),
        ("${ready} = 'never')", "", Wrong.BAD_EXPRESSION, ")", 19, ()),
        ("${wish}", "", Wrong.BAD_EXPRESSION, "", 8, ()),
        ("(" * 40 + "${mark} = 1" + ")" * 40, "", Wrong.TOO_TANGLED, "", 22, ()),
        (" or ".join(["(${mark} > 1 and ${rate} > 1)"] * 7), "", Wrong.TOO_TANGLED, "", 1, ()),
        (" or ".join(f"${{mark}} = {number}" for number in range(33)), "", Wrong.TOO_TANGLED, "", 1, ()),
        ("${mark} = 1" + " " * 40_000, "", Wrong.TOO_TANGLED, "", 1, ()),
        ("${mark} = 1" + " or ${mark} = 1" * 2050, "", Wrong.TOO_TANGLED, "", 1, ()),
    ],
)  # fmt: skip
def test_xpath_is_wrong(text: str, own: str, wrong: Wrong, piece: str, at: int, hints: tuple[str, ...]) -> None:
    found = understood(text, XLSFORM, own).mistakes[0]
    assert (found.wrong, found.piece, found.at, found.hints) == (wrong, piece, at, hints)


@pytest.mark.parametrize(
    ("text", "own", "wrong", "piece", "at", "hints"),
    [
        ("reddy = нет", "", Wrong.UNKNOWN_QUESTION, "reddy", 1, ("ready",)),
        ("«Готовы помочь?» = нет", "", Wrong.UNKNOWN_QUESTION, "Готовы помочь?", 1, ("ready",)),
        ("№9 = нет", "", Wrong.UNKNOWN_QUESTION, "№9", 1, ()),
        ("last = нет", "", Wrong.LATER_QUESTION, "last", 1, ()),
        ("ready = Возможно", "", Wrong.UNKNOWN_OPTION, "Возможно", 9, ("Возможно, позже",)),
        ("wish = может быть", "", Wrong.UNKNOWN_OPTION, "может быть", 8, ()),
        ("ready больше 4", "", Wrong.BAD_COMPARISON, "ready больше 4", 1, ("single",)),
        ("day < 32.01.2026", "", Wrong.BAD_COMPARISON, "day < 32.01.2026", 1, ("date",)),
        ("day < сегодня", "", Wrong.UNSUPPORTED_FUNCTION, "сегодня", 7, ()),
        ("ответ = 3", "", Wrong.BAD_COMPARISON, "ответ", 1, ()),
        ("ready =", "", Wrong.BAD_EXPRESSION, "", 8, ()),
        ("ready это нет", "", Wrong.BAD_EXPRESSION, "это", 7, ()),
        ("ready = «Нет", "", Wrong.BAD_EXPRESSION, "«Нет", 9, ()),
        ("если ready = нет", "", Wrong.BAD_EXPRESSION, "ready", 6, ()),
        ("ready = нет или", "", Wrong.BAD_EXPRESSION, "", 16, ()),
        ("больше 3", "", Wrong.BAD_EXPRESSION, "3", 8, ()),
        ("ready = «Нет» и «Да, на год»", "", Wrong.BAD_EXPRESSION, "", 29, ()),
        ("areas содержит y21 и none или method", "", Wrong.BAD_EXPRESSION, "", 37, ()),
    ],
)  # fmt: skip
def test_russian_words_are_wrong(
    text: str, own: str, wrong: Wrong, piece: str, at: int, hints: tuple[str, ...]
) -> None:
    found = understood(text, RUSSIAN, own).mistakes[0]
    assert (found.wrong, found.piece, found.at, found.hints) == (wrong, piece, at, hints)


def test_all_comparisons_that_mean_nothing_are_named_at_once() -> None:
    mistakes = understood("reddy = нет и ready = никогда и mark > много", RUSSIAN).mistakes
    assert [each.wrong for each in mistakes] == [
        Wrong.UNKNOWN_QUESTION, Wrong.UNKNOWN_OPTION, Wrong.BAD_COMPARISON,
    ]  # fmt: skip


def test_an_empty_cell_is_no_condition() -> None:
    assert understood(" \n", XLSFORM).clauses == ()
    assert understood("", RUSSIAN).mistakes == ()


def test_every_mistake_is_a_reason_of_a_cell() -> None:
    assert {wrong.value for wrong in Wrong} <= {reason.value for reason in CellReason}
