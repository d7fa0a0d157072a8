"""What is wrong with an XLSForm, or valid there and not for us, is said at Excel's own cells."""

import pytest

from tests.rules.workbooks import Found, found, grid, problems_of, school_form, survey

V, C, S = "survey", "choices", "settings"
CHOICES = "ab|a|Первое\nab|b|Второе"
WIDE = "type|name|label|hint|required|relevant|constraint|constraint_message|appearance|parameters"
ONE = "select_one ab|a|Что?"


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ("|a|Что?", (V, 2, 1, "missing", "")),
        ("text||Что?", (V, 2, 2, "missing", "")),
        ("text|a|", (V, 2, 3, "missing", "")),
        ("txt|a|Что?", (V, 2, 1, "unknown_kind", "txt")),
        ("text|MyName|Что?", (V, 2, 2, "bad_key", "MyName")),
        ("text|the_name_of_21_letters|Что?", (V, 2, 2, "bad_key", "the_name_of_21_letters")),
        ("text|a|Что?\n\ntext|a|Что?", (V, 4, 2, "doubled_key", "a")),
        ("select_one|a|Что?", (V, 2, 1, "unknown_list", "")),
        ("select_one bc|a|Что?", (V, 2, 1, "unknown_list", "bc")),
        ("text|a|Что?||${b} = 'a'", (V, 2, 5, "not_yes_or_no", "${b} = 'a'")),
        ("note|a|Что?||yes\ntext|b|Что?", (V, 2, 5, "needless", "note")),
        ("note|a|Что?||||. > 1\ntext|b|Что?", (V, 2, 7, "needless", "note")),
        ("note|a|Что?", (V, 0, 0, "no_questions", "")),
        ("text|a|Что?|||||||max-pixels=5", (V, 2, 10, "not_supported", "max-pixels=5")),
        (f"{ONE}|||||||randomize=true", (V, 2, 10, "not_supported", "randomize=true")),
        (f"{ONE}||||||minimal likert|", (V, 2, 9, "not_supported", "likert")),
        ("select_one ab or_other|a|Что?", (V, 2, 1, "not_supported", "or_other")),
        ("select_one_from_file a.csv|a|Что?", (V, 2, 1, "not_supported", "select_one_from_file a.csv")),
        ("csv-external|a|", (V, 2, 1, "not_supported", "csv-external")),
        ("text|a|Вам ${b} лет?", (V, 2, 3, "not_supported", "${b}")),
        ("range|a|Что?|||||||start=0 end=100", (V, 2, 10, "bad_scale", "start=0 end=100")),
        ("range|a|Что?|||||||start=0 end=5 step=0.5", (V, 2, 10, "bad_scale", "start=0 end=5 step=0.5")),
        ("range|a|Что?|||||||1..5", (V, 2, 10, "not_supported", "1..5")),
        ("range|a|Что?|||||||end=5 tick_interval=2", (V, 2, 10, "not_supported", "tick_interval")),
        ("begin_group|g|Раздел\ntext|a|Что?", (V, 2, 1, "unclosed_group", "begin_group")),
        ("text|a|Что?\nend_group", (V, 3, 1, "unclosed_group", "end_group")),
        ("begin_repeat|g|Раздел\ntext|a|Что?\nend_repeat", (V, 2, 1, "not_supported", "begin_repeat")),
        ("begin_group|g|Раздел||||||field-list\ntext|a|Что?\nend_group", (V, 2, 9, "not_supported", "field-list")),
        ("begin_group|g|Раздел|Подсказка\ntext|a|Что?\nend_group", (V, 2, 4, "needless", "begin_group")),
        ("begin_group|g|Раздел|||${a} = 'x'\ntext|a|Что?\ntext|b|Что?\nend_group", (V, 2, 6, "later_question", "a")),
        (f"{ONE}\ntext|b|Что?|||${{a}} = 'c'", (V, 3, 6, "unknown_option", "c")),
        (f"{ONE}\ntext|b|Что?|||${{a}} > 5", (V, 3, 6, "bad_comparison", "${a} > 5")),
        (f"{ONE}\ntext|b|Что?|||regex(${{a}}, '.')", (V, 3, 6, "unsupported_function", "regex")),
        (f"{ONE}\ntext|b|Что?|||${{c}} = 'a'", (V, 3, 6, "unknown_question", "c")),
        (f"{ONE}\ntext|b|Что?|||${{a}} =", (V, 3, 6, "bad_expression", "")),
        ("text|a|Что?||||string-length(.) > ", (V, 2, 7, "bad_expression", "")),
        ("text|a|Что?||||${b} = 1", (V, 2, 7, "unknown_question", "b")),
        (f"text|a|{'я' * 351}", (V, 2, 3, "text_too_long", "351")),
    ],
)
def test_a_cell_is_wrong(lines: str, expected: Found) -> None:
    assert found(survey(lines, CHOICES, WIDE)) == [expected]


@pytest.mark.parametrize(
    "kind",
    [
        "geopoint", "geotrace", "geoshape", "image", "photo", "audio", "video", "file", "barcode", "calculate",
        "hidden", "acknowledge", "rank", "start", "end", "today", "deviceid", "username", "audit", "time", "dateTime",
        "xml-external", "background-audio",
    ],
)  # fmt: skip
def test_what_a_chat_does_not_ask_is_named(kind: str) -> None:
    assert found(survey(f"{kind}|a|Что?\ntext|b|Что?")) == [(V, 2, 1, "not_supported", kind)]


@pytest.mark.parametrize(
    "column",
    [
        "default", "calculation", "choice_filter", "trigger", "repeat_count", "media::image", "image", "read_only",
        "required_message", "guidance_hint", "bind::foo", "note",
    ],
)  # fmt: skip
def test_a_column_that_is_not_kept_is_named_when_anything_is_in_it(column: str) -> None:
    heading = f"type|name|label|{column}"
    assert found(survey("text|a|Что?|x", heading=heading)) == [(V, 1, 4, "unknown_column", column)]
    assert found(survey("text||Что?|", heading=heading)) == [(V, 2, 2, "missing", "")]


@pytest.mark.parametrize(
    ("choices", "expected"),
    [
        ("ab|a|Первое\n|b|Второе", (C, 3, 1, "missing", "")),
        ("ab||Первое\nab|b|Второе", (C, 2, 2, "missing", "")),
        ("ab|a|Первое\nab|b|", (C, 3, 3, "missing", "")),
        ("ab|a|Первое\nab|a|Второе", (C, 3, 2, "doubled_option", "a")),
        ("ab|a|Первое\nab|b|первое", (C, 3, 2, "doubled_option", "первое")),
        ("ab|A1|Первое", (C, 2, 2, "bad_key", "A1")),
        ("ab|yes|Да", (C, 2, 2, "bad_key", "yes")),
        ("ab|a|" + "я" * 41, (C, 2, 2, "label_too_long", "я" * 41)),
        ("\n".join(f"ab|a{number}|{number}" for number in range(302)), (C, 302, 1, "bad_limit", "301")),
        ("ab|a|Первое|x.png", (C, 1, 4, "unknown_column", "")),
    ],
)
def test_a_list_is_wrong_once_however_many_questions_offer_it(choices: str, expected: Found) -> None:
    assert found(survey("select_one ab|q|Что?\nselect_multiple ab|r|Что?", choices)) == [expected]


@pytest.mark.parametrize(
    ("settings", "expected"),
    [
        ("form_title|form_id\n|x", (S, 2, 1, "missing", "")),
        ("form_id|form_title\nМоя форма|Моя", (S, 2, 1, "bad_key", "Моя форма")),
        ("form_title|style\nМоя|pages", (S, 1, 2, "unknown_column", "style")),
        ("form_title|bot_minutes\nМоя|много", (S, 2, 2, "not_a_number", "много")),
        ("form_title|bot_anonymous\nМоя|yes", (S, 2, 2, "cannot_change", "yes")),
        ("form_title|bot_audience\nМоя|parents", (S, 2, 2, "cannot_change", "parents")),
        ("", (S, 0, 0, "missing", "")),
    ],
)
def test_what_the_form_says_of_itself_is_wrong(settings: str, expected: Found) -> None:
    sheets = survey("text|a|Что?")
    assert found((*sheets[:2], grid("settings", settings))) == [expected]


def test_columns_that_must_be_there() -> None:
    assert found(survey("Что?", heading="label")) == [
        (V, 0, 0, "missing_column", "type"),
        (V, 0, 0, "missing_column", "name"),
    ]


def test_a_column_may_not_stand_twice_nor_in_two_languages_that_are_not_ours() -> None:
    assert found(survey("text|a|Что?|Что?", heading="type|name|label|label")) == [(V, 1, 4, "doubled_column", "label")]
    two = "type|name|label::English|label::Tatar"
    assert found(survey("text|a|Что?|Что?", heading=two)) == [(V, 1, 4, "doubled_column", "label::Tatar")]


@pytest.mark.parametrize("title", ["entities", "external_choices", "osm"])
def test_other_sheets_of_xlsform_are_named_when_anything_is_in_them(title: str) -> None:
    assert found((*survey("text|a|Что?"), grid(title, "x"))) == [(title, 0, 0, "not_supported", title)]
    assert found((*survey("text||Что?"), grid(title, ""))) == [(V, 2, 2, "missing", "")]


def test_a_dictionary_that_nobody_knows_is_named() -> None:
    lines = "select_one ab|q|Что?|birds"
    assert found(survey(lines, CHOICES, "type|name|label|bot_dictionary")) == [(V, 2, 4, "unknown_list", "birds")]


def test_what_the_programme_reads_itself_stays() -> None:
    known = school_form(
        {"key": "q", "type": "single", "text": "Что?", "keep": True, "options": {"a": "Первое", "b": "Второе"}},
        {"key": "r", "type": "scale", "text": "Что?", "keep": True},
    )
    lines = "select_one ab|q|Что?\nrange|r|Что?|||||||end=5"
    assert found(survey(lines, "ab|a|Первое", WIDE), known) == [
        (V, 2, 1, "kept_question_changed", "q"),
        (V, 3, 10, "kept_question_changed", "r"),
    ]
    assert found(survey("text|r|Что?"), known) == [
        (V, 0, 0, "kept_question_gone", "q"),
        (V, 2, 1, "kept_question_changed", "r"),
    ]


@pytest.mark.parametrize(
    ("lines", "hints"),
    [
        ("integr|a|Что?", ("integer", "int")),
        ("select_one abc|a|Что?", ("ab",)),
        ("text|Сколько вам лет|Сколько вам лет?", ("skolko_vam_let",)),
        ("range|a|Что?|||||||end=50", ("0", "10")),
    ],
)
def test_a_hint_says_what_was_meant_or_what_is_allowed(lines: str, hints: tuple[str, ...]) -> None:
    assert problems_of(survey(lines, CHOICES, WIDE))[0].hints == hints
