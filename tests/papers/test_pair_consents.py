"""What mentors and mentees sign: a page each, names in the nominative, nothing for whoever does not work here."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from docx.oxml.ns import qn
from docx.shared import Pt
from hypothesis import given
from hypothesis import strategies as st

from mentoring.papers.consent_blanks import missing_in_consents, missing_in_refusal
from mentoring.papers.office_words import BLANK, signed_name
from mentoring.papers.pair_consents import NEEDS_CONTRACT, pair_consents, refusal
from mentoring.papers.pair_values import Act, Blank, Pair, Participant, Refusal, School
from mentoring.rules.declension import Cases, Confirmed
from tests.papers.pairs import (
    GROUP,
    GUEST,
    HOSTILE,
    MENTEE,
    MENTOR,
    NOBODY,
    NOVICE,
    OUTSIDE,
    PAIR,
    PAIR_ORDER,
    SCHOOL,
    head_of,
    hostile_pair,
    lines,
    named,
    read,
)

KNOWS = (
    "Мне известно, что содержание, сроки, форма, размер и условия выплат указываются в дополнительном соглашении "
    "к трудовому договору; что от этой работы можно досрочно отказаться, а работодатель может досрочно отменить "
    "поручение, предупредив об этом не менее чем за три рабочих дня."
)
REFUSAL = Refusal(school=SCHOOL, mentor=MENTOR, mentees=(MENTEE,), order=PAIR_ORDER, since=date(2027, 1, 14))


def pages(content: bytes) -> list[list[str]]:
    """What each page says; a page begins with a paragraph that breaks it."""
    found: list[list[str]] = []
    for paragraph in read(content).paragraphs:
        if not found or paragraph.paragraph_format.page_break_before:
            found.append([])
        found[-1] += [paragraph.text] if paragraph.text else []
    return found


def has_blanks(content: bytes) -> bool:
    """Besides the signatures."""
    return any(BLANK in line for line in lines(content) if not line.startswith(f"{BLANK} / "))


def test_the_mentors_consent_says_this_and_nothing_else() -> None:
    assert pages(pair_consents(SCHOOL, [PAIR]))[0] == [
        "Кому: Школа № 12, директор: Лугов Павел Ильич",
        "От кого: Соколова Анна Петровна, учитель физики",
        "СОГЛАСИЕ",
        "на выполнение работы по наставничеству",
        "В соответствии со ст. 351.8 Трудового кодекса РФ даю согласие на выполнение по поручению работодателя работы "
        "по наставничеству в отношении коллеги: Берёзова Ольга Игоревна, учитель химии.",
        "Содержание: помощь в освоении работы, посещение и разбор уроков, консультации, участие в подготовке "
        "программы.",
        "Срок: с 15.09.2026 по 31.05.2027.",
        "Форма: Традиционная («один на один»); примерный объём: 2 часа в неделю.",
        KNOWS,
        "__________ / А. П. Соколова / «___» __________ 20__ г.",
    ]


def declined(of: Participant, name: str, post: str) -> Participant:
    """Confirmed by somebody: only the genitive counts here."""
    return replace(of, cases=Cases(_confirmed(of.name, name), _confirmed(of.post, post)))


def _confirmed(nominative: str, genitive: str) -> Confirmed:
    return Confirmed(nominative=nominative, genitive=genitive, dative=nominative, accusative=nominative)


def test_confirmed_names_stand_in_the_case_of_the_sentence() -> None:
    to = Confirmed(nominative="", genitive="", dative="Лугову Павлу Ильичу", accusative="")
    mentor = declined(MENTOR, "Соколовой Анны Петровны", "учителя физики")
    mentee = declined(MENTEE, "Берёзовой Ольги Игоревны", "учителя химии")
    pair = replace(PAIR, mentors=(mentor,), mentees=(mentee,))
    page = pages(pair_consents(replace(SCHOOL, director_cases=to), [pair]))[0]
    assert page[:3] == ["Школа № 12", "Директору Лугову Павлу Ильичу", "от Соколовой Анны Петровны, учителя физики"]
    assert "работы по наставничеству в отношении Берёзовой Ольги Игоревны, учителя химии." in page[5]


def test_one_unconfirmed_mentee_or_post_keeps_all_of_them_in_the_nominative() -> None:
    mentee = declined(MENTEE, "Берёзовой Ольги Игоревны", "учителя химии")
    nameless_post = replace(mentee, cases=Cases(_confirmed(MENTEE.name, "Берёзовой Ольги Игоревны")))
    for mentees in ((mentee, NOVICE), (nameless_post,)):
        page = pages(pair_consents(SCHOOL, [replace(PAIR, mentees=mentees)]))[0]
        assert any("Берёзова Ольга Игоревна, учитель химии" in line for line in page)
        assert not any("Берёзовой" in line for line in page)


def test_a_directors_post_of_other_words_stays_in_the_nominative() -> None:
    to = Confirmed(nominative="", genitive="", dative="Лугову Павлу Ильичу", accusative="")
    page = pages(pair_consents(replace(SCHOOL, director_cases=to, director_post="Заведующая"), [PAIR]))[0]
    assert page[0] == "Кому: Школа № 12, заведующая: Лугов Павел Ильич"


def test_the_mentees_consent_says_this_and_nothing_else() -> None:
    assert pages(pair_consents(SCHOOL, [GROUP]))[2] == [
        "Кому: Школа № 12, директор: Лугов Павел Ильич",
        "От кого: Берёзова Ольга Игоревна, учитель химии",
        "СОГЛАСИЕ",
        "на участие в программе наставничества",
        "Даю согласие на участие в программе наставничества педагогических работников.",
        "Наставники: Рябинин Игорь Львович, методист; Полевой Глеб Антонович, доцент.",
        "Цель: К 31.05.2027 самостоятельно планирует урок.",
        "Форма: Наставничество в группе. Срок: с 15.09.2026 по 31.05.2027.",
        "Мне известно, что участие добровольное; что можно попросить о замене наставника или прекратить участие "
        "раньше срока, обратившись к куратору.",
        "__________ / О. И. Берёзова / «___» __________ 20__ г.",
    ]


def test_an_early_refusal_asks_for_no_reason() -> None:
    assert lines(refusal(replace(REFUSAL, mentees=(MENTEE, NOVICE)))) == [
        "Кому: Школа № 12, директор: Лугов Павел Ильич",
        "От кого: Соколова Анна Петровна, учитель физики",
        "ЗАЯВЛЕНИЕ",
        "о досрочном отказе от работы по наставничеству",
        "В соответствии со ст. 351.8 Трудового кодекса РФ сообщаю о досрочном отказе от работы по наставничеству "
        "в отношении коллег: Берёзова Ольга Игоревна, учитель химии; Ёлкина Мария Юрьевна, учитель (приказ "
        "о закреплении от 15.09.2026 № 41).",
        "Прекращаю эту работу с 14.01.2027; предупреждаю не менее чем за три рабочих дня.",
        "__________ / А. П. Соколова / «___» __________ 20__ г.",
    ]
    assert missing_in_refusal(REFUSAL) == ()


def test_everybody_of_every_pair_has_a_page() -> None:
    found = pages(pair_consents(SCHOOL, [PAIR, GROUP]))
    assert [page[1].removeprefix("От кого: ").split(",")[0] for page in found if page[0].startswith("Кому")] == [
        "Соколова Анна Петровна",
        "Берёзова Ольга Игоревна",
        "Рябинин Игорь Львович",
        "Берёзова Ольга Игоревна",
        "Ёлкина Мария Юрьевна",
    ]
    assert len(found) == 6


@pytest.mark.parametrize("content", [pair_consents(SCHOOL, [OUTSIDE]), refusal(replace(REFUSAL, mentor=GUEST))])
def test_a_mentor_from_outside_gets_a_note_and_no_paper_of_the_labour_code(content: bytes) -> None:
    assert pages(content)[0] == [
        "ПАМЯТКА КУРАТОРУ",
        "наставник не работает в школе",
        "Наставник: Полевой Глеб Антонович, доцент.",
        "Согласие работника на выполнение работы по наставничеству для этого человека не печатается.",
        NEEDS_CONTRACT,
    ]
    assert not any("351.8" in line for line in lines(content))


@pytest.mark.parametrize("content", [pair_consents(SCHOOL, [PAIR, GROUP]), refusal(REFUSAL)])
def test_it_names_no_part_of_the_article_and_no_sum(content: bytes) -> None:
    text = "\n".join(lines(content))
    assert text.count("351.8") == text.count("ст. 351.8 Трудового кодекса РФ") > 0
    assert "ч. " not in text
    assert "руб" not in text
    assert head_of(content) == [""]
    assert read(content).styles["Normal"].font.size == Pt(14)
    assert not [*read(content).sections[0].footer.paragraphs[0]._p.iter(qn("w:fldSimple"))]


def without(**facts: Any) -> Pair:
    return replace(PAIR, **facts)


@pytest.mark.parametrize(
    ("school", "pair", "blank"),
    [
        (replace(SCHOOL, short_name="", full_name=""), PAIR, Blank.SCHOOL),
        (replace(SCHOOL, director=""), PAIR, Blank.DIRECTOR),
        (SCHOOL, without(mentors=(replace(MENTOR, name=""),)), Blank.MENTOR),
        (SCHOOL, without(mentees=(replace(MENTEE, name=" "),)), Blank.MENTEE),
        (SCHOOL, without(mentees=(MENTEE, replace(NOVICE, post=""))), Blank.POST),
        (SCHOOL, without(format=""), Blank.FORMAT),
        (SCHOOL, without(starts_on=None), Blank.TERM),
        (SCHOOL, without(content=""), Blank.CONTENT),
        (SCHOOL, without(volume=""), Blank.VOLUME),
        (SCHOOL, without(goal=""), Blank.GOAL),
    ],
)
def test_what_is_not_known_is_a_blank_and_is_named(school: School, pair: Pair, blank: Blank) -> None:
    assert missing_in_consents(school, [pair]) == (blank,)
    assert has_blanks(pair_consents(school, [pair]))


def test_what_is_known_leaves_no_blank() -> None:
    assert missing_in_consents(SCHOOL, [PAIR, GROUP, OUTSIDE]) == ()
    assert not has_blanks(pair_consents(SCHOOL, [PAIR, GROUP, OUTSIDE]))
    assert not has_blanks(refusal(REFUSAL))


def test_a_refusal_is_printed_before_its_day_is_known() -> None:
    of = replace(REFUSAL, since=None, order=Act())
    assert missing_in_refusal(of) == (Blank.PAIR_ORDER, Blank.SINCE)
    assert "Прекращаю эту работу с __________; предупреждаю не менее чем за три рабочих дня." in lines(refusal(of))


@pytest.mark.parametrize("many", [0, 1, 2, 30])
def test_thirty_pairs_are_sixty_pages(many: int) -> None:
    content = pair_consents(SCHOOL, [PAIR] * many)
    breaks = [each.paragraph_format.page_break_before for each in read(content).paragraphs]
    assert sum(map(bool, breaks)) == max(0, 2 * many - 1)


@pytest.mark.parametrize("name", HOSTILE)
def test_any_name_is_printed_as_it_is(name: str) -> None:
    visible = name.replace("\x00", "").replace("\u200b", "").strip()
    of = Refusal(school=replace(SCHOOL, short_name=name), mentor=named(name), mentees=(named(name), NOBODY))
    for content in (pair_consents(SCHOOL, [hostile_pair(name)]), refusal(of)):
        text = "\n".join(lines(content))
        assert f"От кого: {visible}, {visible}" in text
        rest = text.replace(visible, "").replace(signed_name(name), "")
        assert "None" not in rest
        assert "{" not in rest


WORDS = st.sampled_from(["", " ", "Слова"])


@given(
    st.builds(
        Pair,
        mentors=st.sampled_from([(MENTOR,), (GUEST,), (NOBODY,), (GUEST, MENTOR)]),
        mentees=st.sampled_from([(MENTEE,), (MENTEE, NOVICE), (NOBODY, MENTEE)]),
        format=WORDS,
        starts_on=st.none() | st.just(date(2026, 9, 1)),
        ends_on=st.just(date(2027, 5, 31)),
        goal=WORDS,
        content=WORDS,
        volume=WORDS,
    )
)
def test_a_blank_is_named_and_nothing_else_is(pair: Pair) -> None:
    content = pair_consents(SCHOOL, [pair])
    assert has_blanks(content) is bool(missing_in_consents(SCHOOL, [pair]))
