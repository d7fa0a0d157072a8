"""A questionnaire that a coordinator writes in the Russian template."""

import pytest

from mentoring.rules.form_files import is_form, read
from mentoring.rules.forms import Condition, Form, Measure, Op, Option, Part, QuestionKind, Tense
from mentoring.rules.forms.model import NO, YES, Check, marks
from tests.rules.workbooks import DICTIONARIES, form_of, grid, school_form, template

SHOWN = "Код|Вопрос|Вид|Показывать если"


def test_a_staff_list_is_no_questionnaire() -> None:
    staff = (grid("Лист1", "ФИО|Должность\nИванова Анна Петровна|учитель физики"),)
    assert not is_form(staff)
    assert [(each.reason.value, each.value) for each in read(staff, {}, {}).problems] == [
        ("missing_column", "Вопрос"),
        ("missing_column", "Вид"),
    ]
    assert not is_form(())


def test_headings_are_known_in_any_order_case_and_spelling_below_blank_rows() -> None:
    sheet = grid("Лист1", "\n | \nВИД  ВОПРОСА|Текст вопроса|Показывать, если\nтекст|Что?|\n\nтекст|Ещё?|№1 есть ответ")
    assert is_form((sheet,))
    form = form_of((sheet, grid("анкета", "НАЗВАНИЕ|Проба")))
    assert [question.text for question in form.questions] == ["Что?", "Ещё?"]
    assert form.questions[1].show_if == ((Condition("chto", Op.FILLED, True),),)


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        ("один вариант", QuestionKind.SINGLE),
        ("Один ответ", QuestionKind.SINGLE),
        ("несколько  вариантов", QuestionKind.MULTI),
        ("список с поиском", QuestionKind.DICT_MULTI),
        ("Шкала", QuestionKind.SCALE),
        ("текст", QuestionKind.TEXT),
        ("целое число", QuestionKind.NUMBER),
        ("число", QuestionKind.DECIMAL),
        ("Да / Нет", QuestionKind.YESNO),
        ("да или нет", QuestionKind.YESNO),
        ("дата", QuestionKind.DATE),
    ],
)
def test_a_kind_is_said_in_words(said: str, kind: QuestionKind) -> None:
    options = "Первый⏎Второй" if kind in (QuestionKind.SINGLE, QuestionKind.MULTI, QuestionKind.DICT_MULTI) else ""
    assert form_of(template(f"a|Что?|{said}|{options}")).question("a").kind is kind


def test_a_note_is_no_question_and_has_no_number() -> None:
    form = form_of(template("n|Читайте.|пояснение\na|Что?|текст\nb|Ещё?|текст|№1 есть ответ", heading=SHOWN))
    assert form.question("b").show_if == ((Condition("a", Op.FILLED, True),),)


def test_a_column_of_numbers_numbers_the_questions() -> None:
    form = form_of(template("5|a|Что?|текст|\n7|b|Ещё?|текст|№5 есть ответ", heading=f"№|{SHOWN}"))
    assert form.question("b").show_if == ((Condition("a", Op.FILLED, True),),)


def test_a_form_of_its_own_is_the_first_version_for_teachers_and_confidential() -> None:
    form = form_of(template("a|Что?|текст", "Код|own\nНазвание|Своя\nМинут|4\nВступление|Здравствуйте!\nВерсия|12"))
    assert (form.key, form.version, form.title, form.minutes, form.intro) == ("own", 1, "Своя", 4, "Здравствуйте!")
    assert (form.audience, form.confidential, form.anonymous, form.summary) == ("teacher", True, False, True)


def test_codes_and_keys_that_are_not_written_are_made_of_the_words() -> None:
    form = form_of(
        template(
            "|Сколько лет вы работаете?|один вариант|Меньше года⏎1–3 года⏎Да⏎Yes\n|Сколько лет вы?|текст",
            "Название|Кто вы?",
        )
    )
    assert form.key == "kto_vy"
    assert [question.key for question in form.questions] == ["skolko_let_vy", "skolko_let_vy_2"]
    assert [option.key for option in form.questions[0].options] == ["menshe_goda", "v_1_3_goda", "da", "yes_2"]


def test_options_stand_on_lines_with_keys_marks_and_further_words() -> None:
    cell = "Математика [math, искать: алгебра, счёт]⏎Ничто [none, только один]⏎Спорт (только один)⏎Класс [5] [k5]"
    question = form_of(template(f"a|Что?|несколько вариантов|{cell}")).question("a")
    assert question.options == (
        Option("math", "Математика", "алгебра, счёт"),
        Option("none", "Ничто"),
        Option("sport", "Спорт"),
        Option("k5", "Класс [5]"),
    )
    assert question.exclusive == {"none", "sport"}


def test_options_on_one_line_are_told_apart_by_semicolons() -> None:
    question = form_of(template("a|Что?|один вариант|Да; Нет, спасибо; Не знаю")).question("a")
    assert [option.label for option in question.options] == ["Да", "Нет, спасибо", "Не знаю"]


@pytest.mark.parametrize("name", ["классы", "Классы", "levels"])
def test_a_dictionary_is_named_in_russian_or_by_key(name: str) -> None:
    question = form_of(template(f"a|Что?|несколько вариантов|Справочник: {name}")).question("a")
    assert (question.dictionary, question.options) == ("levels", DICTIONARIES["levels"])


def test_options_written_below_a_dictionary_are_those_asked() -> None:
    question = form_of(template("a|Что?|один вариант|справочник: классы⏎1–4 классы⏎Дошкольники")).question("a")
    assert question.dictionary == "levels"
    assert question.options == (Option("noo", "1–4 классы"), Option("doshkolniki", "Дошкольники"))


def test_yes_or_no_may_have_its_options_written_out() -> None:
    assert form_of(template("a|Что?|да/нет|Да⏎Нет")).question("a").options == (YES, NO)


@pytest.mark.parametrize("cell", ["да", "+", "x", "Х", "1", "Yes"])
def test_a_cell_is_ticked_in_many_ways(cell: str) -> None:
    assert form_of(template(f"a|Что?|текст|{cell}", heading="Код|Вопрос|Вид|Обязательный")).question("a").required


LIMITS = "Код|Вопрос|Вид|Варианты|Наименьшее|Наибольшее|Условие ответа"


def test_limits_are_of_a_number_a_length_ticks_or_marks() -> None:
    form = form_of(
        template(
            "a|Сколько?|целое число||1|40\n"
            "b|Сколько?|число||0,5|\n"
            "c|Что?|текст||10|300\n"
            "d|Что?|несколько вариантов|Один⏎Два⏎Три|2|3\n"
            "e|Сколько?|шкала||0|5\n"
            "f|Сколько?|целое число||1|40|не равно 13",
            heading=LIMITS,
        )
    )
    limit = Condition(".", Op.GTE, 1)
    assert form.question("a").constraint == ((limit,), (Condition(".", Op.LTE, 40),))
    assert form.question("b").constraint == ((Condition(".", Op.GTE, 0.5),),)
    assert form.question("c").constraint == ((Condition(".", Op.GTE, 10, Measure.LENGTH),),)
    assert (form.question("c").max_len, form.question("d").max_choices) == (300, 3)
    assert form.question("d").constraint == ((Condition(".", Op.GTE, 2, Measure.COUNT),),)
    assert form.question("e").options == marks(0, 5)
    assert form.question("f").constraint == ((limit,), (Condition(".", Op.LTE, 40),), (Condition(".", Op.NE, 13),))


def test_the_rarer_columns_are_read_too() -> None:
    heading = (
        "Код|Вопрос|Вид|Заголовок для отчета|Пример|Край шкалы «от»|до|Какая дата|Часть|Видит только координатор"
        "|Деликатный|Предупреждение|Проверка"
    )
    form = form_of(
        template(
            "a|Кто?|текст|Имя|Иванова Анна||||Дополнительная|да|да|нет|ФИО\n"
            "b|Сколько?|шкала|||мало|много||основная||||\n"
            "c|Когда?|дата|||||прошлое||||+|",
            heading=heading,
        )
    )
    a, b, c = form.questions
    assert (a.heading, a.example, a.part, a.check) == ("Имя", "Иванова Анна", Part.MORE, Check.FULL_NAME)
    assert (a.private, a.sensitive, a.caution, c.caution) == (True, True, False, True)
    assert (b.low, b.high, b.part, c.tense) == ("мало", "много", Part.CORE, Tense.PAST)


def test_an_answer_in_words_is_warned_of_unless_the_sheet_says_no() -> None:
    form = form_of(
        template("a|Что?|текст|\nb|Что?|текст|нет\nc|Сколько?|число|", heading="Код|Вопрос|Вид|Предупреждение")
    )
    assert [question.caution for question in form.questions] == [True, False, False]


def known() -> Form:
    return school_form(
        {"key": "ready", "type": "single", "text": "Готовы?", "options": {"y": "Да, готов(а)", "n": "Нет"}},
        {"key": "wish", "type": "text", "text": "С кем?", "private": True, "heading": "Пожелание", "keep": True},
        intro="Здравствуйте!",
    )


def test_what_the_file_leaves_unsaid_stays_as_it_is() -> None:
    form = form_of(template("ready|Вы готовы?|один вариант|Не знаю⏎Да, готов(а)⏎Нет\n|С кем?|текст"), known())
    assert (form.version, form.audience, form.minutes, form.intro) == (4, "mentor", 5, "Здравствуйте!")
    assert [option.key for option in form.question("ready").options] == ["ne_znayu", "y", "n"]
    wish = form.question("wish")
    assert (wish.private, wish.heading, wish.caution, wish.keep) == (True, "Пожелание", False, True)


def test_the_same_form_is_the_same_version() -> None:
    same = template("ready|Готовы?|один вариант|Да, готов(а)⏎Нет\nwish|С кем?|текст")
    assert form_of(same, known()).version == 3
    assert form_of(template("ready|Готовы?|один вариант|Нет⏎Да, готов(а)\nwish|С кем?|текст"), known()).version == 4


def test_a_form_without_a_code_is_the_known_one_of_the_same_title() -> None:
    sheet = template("ready|Готовы?|один вариант|Да, готов(а)⏎Нет\nwish|С кем?|текст", "Название|ПРОБА")
    assert form_of(sheet, known()).key == "sample"
    assert form_of(sheet).key == "proba"


def test_a_column_that_is_there_says_what_is_so_now() -> None:
    heading = "Код|Вопрос|Вид|Варианты|Видит только координатор|Заголовок"
    lines = "ready|Готовы?|один вариант|Да, готов(а)⏎Нет||\nwish|С кем?|текст|||"
    wish = form_of(template(lines, heading=heading), known()).question("wish")
    assert (wish.private, wish.heading) == (False, "")
