"""What a person may say to a question, and what comes of it."""

import pytest

from mentoring.forms import load
from mentoring.rules.forms import Option, Question, QuestionKind
from mentoring.rules.forms.model import NO, YES
from mentoring.rules.questionnaire import (
    Accepted,
    Chosen,
    Refusal,
    RefusalReason,
    Ticked,
    Typed,
    Value,
    accept,
    finish,
    search,
)

NEEDS = load().get("needs")
WANT = NEEDS.question("want_mentor")
AREAS = NEEDS.question("areas")
SUBJECTS = NEEDS.question("subjects")
FORMATS = NEEDS.question("formats")
METHOD = NEEDS.question("d_method")
EXPERIENCE = NEEDS.question("experience")
MARKS = tuple(Option(str(mark), str(mark)) for mark in range(1, 11))
SCALE = Question(
    key="mark",
    kind=QuestionKind.SCALE,
    text="Сколько?",
    options=MARKS,
)
YESNO = Question(key="ask", kind=QuestionKind.YESNO, text="Да?", options=(YES, NO))
TEXT = Question(key="text", kind=QuestionKind.TEXT, text="Что?", max_len=20)
AWKWARD = Question(
    key="awkward",
    kind=QuestionKind.MULTI,
    text="Что?",
    options=(Option("a", "3"), Option("b", "5–9 классы; и старше"), Option("c", "1, 2"), Option("d", "?")),
)


@pytest.mark.parametrize(
    ("question", "said", "value"),
    [
        (WANT, "Нет", "decline"),
        (WANT, "  нет!  ", "decline"),
        (WANT, "2", "short"),
        (WANT, "2.", "short"),
        (WANT, "№ 2", "short"),
        (WANT, "второй", "short"),
        (WANT, "Второе", "short"),
        (WANT, "вторая", "short"),
        (WANT, "третий вариант", "later"),
        (WANT, "третья", "later"),
        (WANT, "четвёртый", "decline"),
        (WANT, "да, на несколько", "year"),
        (WANT, "ПОКА", "later"),
        (EXPERIENCE, "больше", "y21"),
        (EXPERIENCE, "4-10 лет", "y4"),
        (EXPERIENCE, "4 — 10", "y4"),
        (EXPERIENCE, "2", "y1"),
        (EXPERIENCE, "5-й", None),
        (SCALE, "7", 7),
        (SCALE, "10", 10),
        (SCALE, "седьмой", 7),
        (SCALE, "7 из 10", 7),
        (SCALE, "7/10", 7),
        (SCALE, "11", None),
        (SCALE, "0", None),
        (SCALE, "7 из 12", None),
        (YESNO, "да", True),
        (YESNO, "Нет.", False),
        (YESNO, "1", True),
        (YESNO, "второе", False),
        (YESNO, "не знаю", None),
        (WANT, "", None),
        (WANT, "🙂", None),
        (WANT, "99", None),
    ],
)
def test_typed_text_counts_as_the_tap(question: Question, said: str, value: Value | None) -> None:
    outcome = accept(question, Typed(said))
    assert outcome == Accepted(value) if value is not None else isinstance(outcome, Refusal)
    assert not (isinstance(outcome, Accepted) and type(outcome.value) is not type(value))


@pytest.mark.parametrize(
    ("question", "key", "value"),
    [(WANT, "short", "short"), (SCALE, "7", 7), (YESNO, "da", True), (YESNO, "net", False)],
)
def test_a_tap_is_the_answer(question: Question, key: str, value: Value) -> None:
    assert accept(question, Chosen(key)) == Accepted(value)


@pytest.mark.parametrize("question", [WANT, AREAS, SCALE, YESNO, TEXT])
def test_a_button_of_another_question_is_refused(question: Question) -> None:
    assert accept(question, Chosen("elsewhere")) == Refusal(RefusalReason.NOT_AN_OPTION)


@pytest.mark.parametrize("question", [WANT, AREAS, SUBJECTS, SCALE, YESNO, TEXT])
@pytest.mark.parametrize("text", ["паспорт 9204 123456", "+7 912 345-67-89", "79123456789"])
def test_digits_of_a_document_are_told_to_be_deleted_whatever_is_asked(question: Question, text: str) -> None:
    assert accept(question, Typed(text)) == Refusal(RefusalReason.LOOKS_LIKE_DOCUMENT)


def test_a_beginning_that_fits_two_labels_offers_both() -> None:
    outcome = accept(WANT, Typed("да"))
    assert isinstance(outcome, Refusal)
    assert (outcome.reason, keys(outcome)) == (RefusalReason.SEVERAL, ["year", "short"])


def test_a_beginning_shorter_than_three_letters_is_only_offered() -> None:
    outcome = accept(WANT, Typed("по"))
    assert isinstance(outcome, Refusal)
    assert (outcome.reason, keys(outcome)) == (RefusalReason.NOT_AN_OPTION, ["later"])


def test_a_number_that_means_both_a_place_and_years_is_asked_about() -> None:
    outcome = accept(EXPERIENCE, Typed("4"))
    assert isinstance(outcome, Refusal)
    assert (outcome.reason, keys(outcome)) == (RefusalReason.SEVERAL, ["y4", "y11"])


@pytest.mark.parametrize(
    ("question", "said", "before", "after"),
    [
        (AREAS, "2", (), ("method",)),
        (AREAS, "3, 1", (), ("subject", "assess")),
        (AREAS, "1 и 3", (), ("subject", "assess")),
        (AREAS, "1 3", (), ("subject", "assess")),
        (AREAS, "1", ("subject",), ("subject",)),
        (AREAS, "документы; урок", ("growth",), ("method", "docs", "growth")),
        (AREAS, "Ученики с ОВЗ, одаренные, трудные", (), ("inclusion",)),
        (METHOD, "рабочая программа, план урока, ФГОС", (), ("plan", "fgos")),
        (METHOD, "рабочая, ФГОС", (), ("plan", "fgos")),
        (FORMATS, "мне всё равно", ("talk", "group"), ("any",)),
        (FORMATS, "разговор", ("any",), ("talk",)),
        (SUBJECTS, "физика, химия", (), ("physics", "chemistry")),
        (SUBJECTS, "ФИЗИКА", (), ("physics",)),
        (SUBJECTS, "литература", (), ("literature",)),
        (SUBJECTS, "алгебра", (), ("math",)),
        (SUBJECTS, "обж", (), ("obzr",)),
        (SUBJECTS, "иностр", (), ("foreign_other",)),
        (SUBJECTS, "русск яз", (), ("russian",)),
        (SUBJECTS, "биология\nгеография", (), ("geography", "biology")),
        (AWKWARD, "3", (), ("a",)),
        (AWKWARD, "5–9 классы; и старше", (), ("b",)),
        (AWKWARD, "1, 2", (), ("c",)),
        (AWKWARD, "2 1", (), ("a", "b")),
        (AWKWARD, "?", (), ("d",)),
    ],
)
def test_typing_ticks(question: Question, said: str, before: tuple[str, ...], after: tuple[str, ...]) -> None:
    assert accept(question, Typed(said), ticked=before) == Ticked(after)


@pytest.mark.parametrize(
    ("key", "before", "after"),
    [
        ("talk", (), ("talk",)),
        ("talk", ("talk",), ()),
        ("talk", ("group",), ("talk", "group")),
        ("any", ("talk", "group"), ("any",)),
        ("any", ("any",), ()),
        ("talk", ("any",), ("talk",)),
        ("any", ("talk", "visit", "group"), ("any",)),
    ],
)
def test_a_tap_toggles_a_tick(key: str, before: tuple[str, ...], after: tuple[str, ...]) -> None:
    assert accept(FORMATS, Chosen(key), ticked=before) == Ticked(after)


@pytest.mark.parametrize("said", [Chosen("docs"), Typed("документы"), Typed("9")])
def test_one_tick_too_many_is_refused_with_the_limit(said: Chosen | Typed) -> None:
    outcome = accept(AREAS, said, ticked=("subject", "method", "assess"))
    assert outcome == Refusal(RefusalReason.TOO_MANY, limit=3, length=4)


@pytest.mark.parametrize(
    ("said", "reason", "found"),
    [
        ("физ", RefusalReason.SEVERAL, ["physics", "pe"]),
        ("язык", RefusalReason.SEVERAL, None),
        ("квиддич", RefusalReason.NOT_FOUND, []),
        ("🙂", RefusalReason.NOT_FOUND, []),
    ],
)
def test_a_search_without_one_hit_offers_what_it_found(
    said: str, reason: RefusalReason, found: list[str] | None
) -> None:
    outcome = accept(SUBJECTS, Typed(said))
    assert isinstance(outcome, Refusal)
    assert outcome.reason is reason
    assert found is None or keys(outcome) == found


@pytest.mark.parametrize("said", [", ,", "", "\n", "…"])
@pytest.mark.parametrize("question", [AREAS, AWKWARD])
def test_a_list_of_nothing_ticks_nothing(question: Question, said: str) -> None:
    assert isinstance(accept(question, Typed(said)), Refusal)


def test_done_takes_the_ticks_in_the_order_of_the_options() -> None:
    assert finish(AREAS, ("docs", "subject", "gone")) == Accepted(("subject", "docs"))
    assert finish(AREAS, ()) == Refusal(RefusalReason.CHOOSE_AT_LEAST_ONE)
    too_many = finish(AREAS, ("subject", "method", "assess", "docs"))
    assert too_many == Refusal(RefusalReason.TOO_MANY, limit=3, length=4)


def test_search_is_by_the_beginning_of_any_word() -> None:
    options = (Option("a", "Ёлка и «Сосна»"), Option("b", "Осина", "тополь"))
    assert [o.key for o in search(options, "елк")] == ["a"]
    assert [o.key for o in search(options, "СОС")] == ["a"]
    assert [o.key for o in search(options, "топ")] == ["b"]
    assert search(options, "на") == search(options, "") == ()


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("  да  ", "да"),
        ("a\x00b\u202ec\u200bd", "abcd"),
        ("строка\r\nещё", "строка\nещё"),
        ("а\n\n\n\n\nб", "а\n\nб"),
        ("z" + "\u0301" * 9, "ź\u0301\u0301\u0301"),
        ("5 класс 🙂", "5 класс 🙂"),
        ("и\u0306од", "йод"),
    ],
)
def test_text_is_kept_without_what_breaks_screens(said: str, kept: str) -> None:
    assert accept(TEXT, Typed(said)) == Accepted(kept)


@pytest.mark.parametrize(
    ("said", "refusal"),
    [
        ("я" * 21, Refusal(RefusalReason.TOO_LONG, limit=20, length=21)),
        ("🙂🙂", Refusal(RefusalReason.NO_WORDS)),
        ("...", Refusal(RefusalReason.NO_WORDS)),
        ("\u200b", Refusal(RefusalReason.NO_WORDS)),
        ("112-233-445 95", Refusal(RefusalReason.LOOKS_LIKE_DOCUMENT)),
    ],
)
def test_text_that_cannot_be_kept_says_why(said: str, refusal: Refusal) -> None:
    assert accept(TEXT, Typed(said)) == refusal


def keys(refusal: Refusal) -> list[str]:
    return [option.key for option in refusal.candidates]
