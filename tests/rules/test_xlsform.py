"""A questionnaire that comes as an XLSForm."""

import pytest

from mentoring.rules.form_files import is_form, xlsform
from mentoring.rules.forms import Condition, Measure, Op, Option, QuestionKind, Tense
from mentoring.rules.forms.model import NO, YES, marks
from tests.rules.workbooks import DICTIONARIES, form_of, grid, school_form, survey

CHOICES = "yn|da|Да\nyn|net|Нет\nab|a|Первое\nab|b|Второе\nab|none|Ничего"
WIDE = "type|name|label|hint|required|relevant|constraint|constraint_message|appearance|parameters"


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("select_one ab|q|Что?", QuestionKind.SINGLE),
        ("Select one ab|q|Что?", QuestionKind.SINGLE),
        ("select_multiple ab|q|Что?", QuestionKind.MULTI),
        ("select_multiple ab|q|Что?||||||minimal autocomplete|", QuestionKind.DICT_MULTI),
        ("select_one yn|q|Что?", QuestionKind.YESNO),
        ("select_one yn|q|Что?||||||minimal|", QuestionKind.SINGLE),
        ("text|q|Что?||||||multiline|", QuestionKind.TEXT),
        ("integer|q|Что?", QuestionKind.NUMBER),
        ("int|q|Что?", QuestionKind.NUMBER),
        ("decimal|q|Что?", QuestionKind.DECIMAL),
        ("date|q|Что?", QuestionKind.DATE),
        ("range|q|Что?", QuestionKind.SCALE),
    ],
)
def test_a_type_is_a_kind(line: str, kind: QuestionKind) -> None:
    assert form_of(survey(line, CHOICES, WIDE)).question("q").kind is kind


def test_the_cells_of_a_question() -> None:
    a_line, b_line = "select_one ab|a|Что?|Подумайте|yes", "integer|b|Сколько?||TRUE|${a} = 'b'|. > 1|Больше одного"
    form = form_of(survey(f"{a_line}\n{b_line}\nnote|n|Конец", CHOICES, WIDE))
    a, b, n = form.questions
    assert (a.text, a.help, a.required, a.options[2]) == ("Что?", "Подумайте", True, Option("none", "Ничего"))
    assert (b.required, b.show_if) == (True, ((Condition("a", Op.EQ, "b"),),))
    assert (b.constraint, b.constraint_message) == (((Condition(".", Op.GT, 1),),), "Больше одного")
    assert n.kind is QuestionKind.NOTE


def test_a_range_has_whole_marks() -> None:
    lines = "range|a|Что?|||||||start=0 end=5 step=1\nrange|b|Что?|||||||end=7;start=1\nrange|c|Что?|||||||"
    form = form_of(survey(lines, heading=WIDE))
    assert [question.options for question in form.questions] == [marks(0, 5), marks(1, 7), marks(1, 10)]


@pytest.mark.parametrize(
    ("line", "field", "value"),
    [
        ("select_multiple ab|q|Что?||||count-selected(.) <= 2", "max_choices", 2),
        ("text|q|Что?||||string-length(.) <= 300", "max_len", 300),
        ("date|q|Что?||||. <= today()", "tense", Tense.PAST),
        ("date|q|Что?||||. > today()", "tense", Tense.FUTURE),
        ("select_multiple ab|q|Что?||||not(selected(., 'none') and count-selected(.) > 1)", "exclusive", {"none"}),
        ("select_multiple ab|q|Что?||||count-selected(.) >= 1 and count-selected(.) <= 2", "max_choices", 2),
    ],
)
def test_a_limit_is_lifted_out_of_the_constraint(line: str, field: str, value: object) -> None:
    assert getattr(form_of(survey(line, CHOICES, WIDE)).question("q"), field) == value


def test_what_is_no_limit_stays_a_constraint() -> None:
    lines = (
        "select_multiple ab|q|Что?||||count-selected(.) >= 2 and count-selected(.) <= 3 and not(count-selected(.) > 2)"
    )
    question = form_of(survey(lines, CHOICES, WIDE)).question("q")
    assert question.max_choices == 3
    assert question.constraint == (
        (Condition(".", Op.GTE, 2, Measure.COUNT),),
        (Condition(".", Op.LTE, 2, Measure.COUNT),),
    )


def test_a_group_gives_its_label_and_its_condition_to_its_questions() -> None:
    form = form_of(
        survey(
            "select_one ab|a|Что?\nbegin_group|g|Первая|||${a} = 'a'\ntext|b|Что?\nbegin group|h|Вторая|||${b} != ''\n"
            "text|c|Что?||| ${a} != 'b'\nend group\nbegin_group|i||\ntext|d|Что?\nend_group\nend_group\ntext|e|Что?",
            CHOICES,
            WIDE,
        )
    )
    first, second, third = Condition("a", Op.EQ, "a"), Condition("b", Op.FILLED, True), Condition("a", Op.NE, "b")
    assert [(question.section, question.show_if) for question in form.questions] == [
        ("", ()),
        ("Первая", ((first,),)),
        ("Первая · Вторая", ((first,), (second,), (third,))),
        ("Первая", ((first,),)),
        ("", ()),
    ]


@pytest.mark.parametrize(
    "heading",
    [
        "type|name|label::English (en)|label::Russian (ru)",
        "type|name|label|label::русский",
        "type|name|label:English|label:ru",
        "Type|Name|Label::English|LABEL :: Russian",
    ],
)
def test_of_several_languages_the_russian_one_is_asked(heading: str) -> None:
    assert form_of(survey("text|q|What?|Что?", heading=heading)).question("q").text == "Что?"


def test_the_only_language_is_asked_whatever_it_is() -> None:
    sheets = survey("select_one ab|q|Что?", heading="type|name|label::Tatar (tt)")
    choices = grid("choices", "list name|value|label::Tatar (tt)\nab|a|Первое")
    question = form_of((sheets[0], choices, sheets[2])).question("q")
    assert (question.text, question.options) == ("Что?", (Option("a", "Первое"),))


def test_the_form_is_named_by_the_settings() -> None:
    form = form_of((
        grid("Survey", "type|name|label\ntext|q|Что?"),
        grid("Settings", "form_id|form_title|version|bot_minutes|bot_intro\nown|Своя|2026010101|7|Здравствуйте!"),
    ))  # fmt: skip
    assert (form.key, form.title, form.version, form.minutes, form.intro) == ("own", "Своя", 1, 7, "Здравствуйте!")


def test_what_xlsform_cannot_say_is_left_as_it_is() -> None:
    row = {"key": "q", "type": "text", "text": "С кем?", "private": True, "heading": "Пожелание", "keep": True}
    form = form_of(survey("text|q|С кем вы?"), school_form(row))
    assert (form.version, form.audience) == (4, "mentor")
    assert (form.question("q").private, form.question("q").heading, form.question("q").keep) == (
        True,
        "Пожелание",
        True,
    )


def test_our_own_columns_say_what_xlsform_cannot() -> None:
    heading = "type|name|label|bot_private|bot_part|bot_check|bot_caution|bot_dictionary"
    form = form_of(survey("text|q|Кто?|yes|more|full_name|no|\nselect_one ab|r|Что?|||||levels", CHOICES, heading))
    question = form.question("q")
    assert (question.private, question.part.value, question.check.value, question.caution) == (
        True,
        "more",
        "full_name",
        False,
    )
    assert form.question("r").dictionary == "levels"


def test_yes_and_no_of_others_are_a_plain_list() -> None:
    question = form_of(survey("select_one yn|q|Что?", "yn|yes_1|Да\nyn|no_1|Нет")).question("q")
    assert question.kind is QuestionKind.SINGLE


def test_sheets_that_are_not_of_xlsform_are_left_alone() -> None:
    sheets = (grid("Как заполнять", "Это просто"), *survey("text|q|Что?"))
    assert is_form(sheets)
    assert form_of(sheets).question("q").text == "Что?"


def test_questions_of_one_section_leave_in_a_group_and_equal_lists_once() -> None:
    options = {"a": "Один", "b": "Два"}
    form = school_form(
        {"key": "group", "type": "single", "text": "Что?", "options": options, "section": "Первый"},
        {"key": "b", "type": "multi", "text": "Что?", "options": options, "section": "Первый", "required": True},
        {"key": "c", "type": "yesno", "text": "Что?"},
    )
    sheets = xlsform(form, DICTIONARIES)
    assert [row[:3] for row in sheets[0].rows] == [
        ("type", "name", "label"),
        ("begin_group", "group_2", "Первый"),
        ("select_one group", "group", "Что?"),
        ("select_multiple group", "b", "Что?"),
        ("end_group", "", ""),
        ("select_one c", "c", "Что?"),
    ]
    assert [row[:3] for row in sheets[1].rows[1:]] == [
        ("group", "a", "Один"),
        ("group", "b", "Два"),
        ("c", YES.key, YES.label),
        ("c", NO.key, NO.label),
    ]
