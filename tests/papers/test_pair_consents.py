"""What mentors and mentees sign: a page each, names in the nominative until they are confirmed, no sum, no part."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from docx.oxml.ns import qn
from docx.shared import Pt
from hypothesis import given
from hypothesis import strategies as st

from mentoring.documents.pair_sheets import joining_values, refusal_values, work_values
from mentoring.papers.office_words import BLANK, inside, signed_name
from mentoring.papers.pair_values import Act, Pair, Participant, Refusal, School
from mentoring.papers.templates.fields import Values, missing
from mentoring.papers.templates.kinds import OUTLINES
from mentoring.papers.templates.worker import sheets
from mentoring.rules.declension import Cases, Confirmed
from storage.vocabulary.documents import DocumentKind
from tests.papers.pairs import (
    GROUP,
    HOSTILE,
    MENTEE,
    MENTOR,
    NOBODY,
    NOVICE,
    PAIR,
    PAIR_ORDER,
    SCHOOL,
    head_of,
    hostile_pair,
    lines,
    named,
    read,
)

WORK, JOINING, LEAVING = (
    DocumentKind.CONSENT_MENTOR_351_8,
    DocumentKind.CONSENT_MENTEE_JOIN,
    DocumentKind.REFUSAL_MENTOR,
)
KNOWS = (
    "Мне известно, что содержание, сроки, форма, размер и условия выплат указываются в дополнительном соглашении "
    "к трудовому договору; что от этой работы можно досрочно отказаться, а работодатель может досрочно отменить "
    "поручение, предупредив об этом не менее чем за три рабочих дня."
)
REFUSAL = Refusal(school=SCHOOL, mentor=MENTOR, mentees=(MENTEE,), order=PAIR_ORDER, since=date(2027, 1, 14))


def works(school: School, pairs: Sequence[Pair]) -> bytes:
    return sheets(WORK, "", [work_values(school, each, pair) for pair in pairs for each in pair.mentors])


def joins(school: School, pairs: Sequence[Pair]) -> bytes:
    return sheets(JOINING, "", [joining_values(school, each, pair) for pair in pairs for each in pair.mentees])


def refusal(of: Refusal) -> bytes:
    return sheets(LEAVING, "", [refusal_values(of)])


def left(kind: DocumentKind, values: Values) -> tuple[str, ...]:
    return tuple(each.what for each in missing(OUTLINES[kind], values))


def pages(content: bytes) -> list[list[str]]:
    """What each page says; the last paragraph of a page ends its section."""
    found: list[list[str]] = [[]]
    for paragraph in read(content).paragraphs:
        found[-1] += [paragraph.text] if paragraph.text else []
        if next(paragraph._p.iter(qn("w:sectPr")), None) is not None:
            found.append([])
    return found


def has_blanks(content: bytes) -> bool:
    """Besides the signatures."""
    return any(BLANK in line for line in lines(content) if not line.startswith(f"{BLANK} / "))


def test_the_mentors_consent_says_this_and_nothing_else() -> None:
    assert pages(works(SCHOOL, [PAIR]))[0] == [
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
    page = pages(works(replace(SCHOOL, director_cases=to), [pair]))[0]
    assert page[:3] == ["Школа № 12", "Директору Лугову Павлу Ильичу", "от Соколовой Анны Петровны, учителя физики"]
    assert "работы по наставничеству в отношении Берёзовой Ольги Игоревны, учителя химии." in page[5]


def test_one_unconfirmed_mentee_or_post_keeps_all_of_them_in_the_nominative() -> None:
    mentee = declined(MENTEE, "Берёзовой Ольги Игоревны", "учителя химии")
    nameless_post = replace(mentee, cases=Cases(_confirmed(MENTEE.name, "Берёзовой Ольги Игоревны")))
    for mentees in ((mentee, NOVICE), (nameless_post,)):
        page = pages(works(SCHOOL, [replace(PAIR, mentees=mentees)]))[0]
        assert any("Берёзова Ольга Игоревна, учитель химии" in line for line in page)
        assert not any("Берёзовой" in line for line in page)


def test_a_directors_post_of_other_words_stays_in_the_nominative() -> None:
    to = Confirmed(nominative="", genitive="", dative="Лугову Павлу Ильичу", accusative="")
    page = pages(works(replace(SCHOOL, director_cases=to, director_post="Заведующая"), [PAIR]))[0]
    assert page[0] == "Кому: Школа № 12, заведующая: Лугов Павел Ильич"


def test_the_mentees_consent_says_this_and_nothing_else() -> None:
    assert pages(joins(SCHOOL, [GROUP]))[0] == [
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
    assert left(LEAVING, refusal_values(REFUSAL)) == ()


def test_everybody_has_a_page_in_sections_of_the_template() -> None:
    content = joins(SCHOOL, [PAIR, GROUP])
    assert [page[1].removeprefix("От кого: ").split(",")[0] for page in pages(content)] == [
        "Берёзова Ольга Игоревна",
        "Берёзова Ольга Игоревна",
        "Ёлкина Мария Юрьевна",
    ]
    assert len(read(content).sections) == 3


@pytest.mark.parametrize(
    "content", [works(SCHOOL, [PAIR, GROUP]), joins(SCHOOL, [PAIR, GROUP]), refusal(REFUSAL)], ids=["a", "b", "c"]
)
def test_it_names_no_part_of_the_article_and_no_sum(content: bytes) -> None:
    text = "\n".join(lines(content))
    assert text.count("351.8") == text.count("ст. 351.8 Трудового кодекса РФ")
    assert "ч. " not in text
    assert "руб" not in text
    assert set(head_of(content)) == {""}
    assert read(content).styles["Normal"].font.size == Pt(14)
    assert not [*read(content).sections[0].footer.paragraphs[0]._p.iter(qn("w:fldSimple"))]


def without(**facts: Any) -> Pair:
    return replace(PAIR, **facts)


@pytest.mark.parametrize(
    ("school", "pair", "blank"),
    [
        (replace(SCHOOL, short_name="", full_name=""), PAIR, "название школы"),
        (replace(SCHOOL, director=""), PAIR, "руководитель: фамилия, имя, отчество"),
        (replace(SCHOOL, director_post=""), PAIR, "должность руководителя"),
        (SCHOOL, without(mentors=(replace(MENTOR, name=""),)), "имя того, кто подписывает"),
        (SCHOOL, without(mentees=(replace(MENTEE, name=" "),)), "имя наставляемого"),
        (SCHOOL, without(mentees=(MENTEE, replace(NOVICE, post=""))), "должность участника"),
        (SCHOOL, without(format=""), "форма наставничества"),
        (SCHOOL, without(starts_on=None), "срок наставничества"),
        (SCHOOL, without(content=""), "содержание работы"),
        (SCHOOL, without(volume=""), "примерный объём"),
    ],
)
def test_what_is_not_known_is_a_blank_and_is_named(school: School, pair: Pair, blank: str) -> None:
    assert left(WORK, work_values(school, pair.mentors[0], pair)) == (blank,)
    assert has_blanks(works(school, [pair]))


def test_a_goal_that_is_not_known_is_a_blank_for_the_mentee() -> None:
    assert left(JOINING, joining_values(SCHOOL, MENTEE, without(goal=""))) == ("цель",)
    assert "Цель: __________." in lines(joins(SCHOOL, [without(goal="")]))


def test_what_is_known_leaves_no_blank() -> None:
    assert left(WORK, work_values(SCHOOL, MENTOR, PAIR)) == ()
    assert left(JOINING, joining_values(SCHOOL, MENTEE, GROUP)) == ()
    for content in (works(SCHOOL, [PAIR, GROUP]), joins(SCHOOL, [PAIR, GROUP]), refusal(REFUSAL)):
        assert not has_blanks(content)


def test_a_refusal_is_printed_before_its_day_is_known() -> None:
    of = replace(REFUSAL, since=None, order=Act())
    assert left(LEAVING, refusal_values(of)) == ("номер и дата приказа о закреплении", "с какой даты")
    assert "Прекращаю эту работу с __________; предупреждаю не менее чем за три рабочих дня." in lines(refusal(of))


@pytest.mark.parametrize("many", [1, 2, 30])
def test_thirty_mentors_are_thirty_sections(many: int) -> None:
    assert len(read(works(SCHOOL, [PAIR] * many)).sections) == many


@pytest.mark.parametrize("name", HOSTILE)
def test_any_name_is_printed_as_it_is(name: str) -> None:
    visible = name.replace("\x00", "").replace("\u200b", "").strip()
    school, pair = replace(SCHOOL, short_name=name), hostile_pair(name)
    of = Refusal(school=school, mentor=named(name), mentees=(named(name), NOBODY))
    for content in (works(school, [pair]), joins(school, [pair]), refusal(of)):
        text = "\n".join(lines(content))
        assert f"От кого: {visible}, {inside(visible)}" in text
        rest = text.replace(visible, "").replace(signed_name(name), "")
        assert "None" not in rest
        assert "{" not in rest


WORDS = st.sampled_from(["", " ", "Слова"])


@given(
    st.builds(
        Pair,
        mentors=st.sampled_from([(MENTOR,), (NOBODY,)]),
        mentees=st.sampled_from([(MENTEE,), (MENTEE, NOVICE), (NOBODY, MENTEE)]),
        format=WORDS,
        starts_on=st.none() | st.just(date(2026, 9, 1)),
        ends_on=st.just(date(2027, 5, 31)),
        content=WORDS,
        volume=WORDS,
    )
)
def test_a_blank_is_named_and_nothing_else_is(pair: Pair) -> None:
    assert has_blanks(works(SCHOOL, [pair])) is bool(left(WORK, work_values(SCHOOL, pair.mentors[0], pair)))
