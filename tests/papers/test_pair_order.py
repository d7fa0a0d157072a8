"""Orders on pairs: what is printed, what is left to the hand, what is never printed."""

from dataclasses import fields, replace

import pytest

from mentoring.papers.office_words import inside
from mentoring.papers.pair_values import (
    Act,
    AssignOrder,
    ChangeOrder,
    EndOrder,
    Order,
    PairChange,
    PairChangeKind,
    PairEnding,
)
from mentoring.papers.pair_words import REASONS
from tests.papers.pairs import (
    ASSIGN,
    CHANGE,
    END,
    HEAD,
    HOSTILE,
    MENTEE,
    MENTOR,
    NOVICE,
    OUTSIDE,
    PAIR,
    SCHOOL,
    hostile_pair,
    left,
    lines,
    made,
    read,
)

GROUNDS = (
    "Основание: Положение о системе наставничества (приказ от 31.08.2026 №\u00a05); ст. 351.8 Трудового кодекса РФ; "
    "письмо Минпросвещения России и Профсоюза образования от 21.12.2021 № АЗ-1128/08 / 657"
)
AGREEMENTS = (
    "Оформить с наставниками дополнительные соглашения к трудовым договорам о содержании, сроках и форме "
    "наставничества, размере и условиях выплат. Исполняет: специалист по кадрам."
)


def test_the_order_on_pairs_says_this_and_nothing_else() -> None:
    assert lines(made(ASSIGN)) == [
        "Муниципальная школа № 12",
        "ПРИКАЗ",
        "15.09.2026\tг. Заречный\t№ 41",
        "О закреплении наставнических пар (групп) на 2026/2027 учебный год",
        f"{GROUNDS}; письменные согласия работников.",
        "ПРИКАЗЫВАЮ:",
        "Закрепить наставнические пары (группы) согласно приложению к приказу.",
        "Наставникам совместно с наставляемыми подготовить персонализированные программы наставничества. "
        "Срок: до 06.10.2026.",
        "Куратору наставничества (Орлова Вера Павловна, заместитель директора) обеспечить сопровождение пар (групп) "
        "и мониторинг.",
        f"{AGREEMENTS}",
        "Контроль за исполнением приказа оставляю за собой.",
        "Директор __________ / П. И. Лугов",
        "Приложение к приказу от 15.09.2026 № 41",
        "Наставнические пары (группы)",
        "№ | Наставник (ФИО, должность) | Наставляемый(ые) (ФИО, должность) | Форма | Срок | Согласия получены",
        "1 | Соколова Анна Петровна, учитель физики | Берёзова Ольга Игоревна, учитель химии | "
        "Традиционная («один на один») | с 15.09.2026 по 31.05.2027 | "
        "Соколова А. П.: 10.09.2026\nБерёзова О. И.: 11.09.2026",
        "2 | Рябинин Игорь Львович, методист\nПолевой Глеб Антонович, доцент | "
        "Берёзова Ольга Игоревна, учитель химии\nЁлкина Мария Юрьевна, учитель | "
        "Наставничество в группе | с 15.09.2026 по 31.05.2027 | "
        "Рябинин И. Л.: 10.09.2026\nПолевой Г. А.: договор от 01.09.2026\n"
        "Берёзова О. И.: 11.09.2026\nЁлкина М. Ю.: 12.09.2026",
        "С приказом ознакомлены:",
        "№ | Фамилия, имя, отчество | Подпись | Дата",
        "1 | Соколова Анна Петровна |  | ",
        "2 | Берёзова Ольга Игоревна |  | ",
        "3 | Рябинин Игорь Львович |  | ",
        "4 | Полевой Глеб Антонович |  | ",
        "5 | Ёлкина Мария Юрьевна |  | ",
        "6 | Орлова Вера Павловна |  | ",
    ]
    assert left(ASSIGN) == ()


def test_the_order_on_changes_says_what_was_and_what_is() -> None:
    text = lines(made(CHANGE))
    assert text[3:12] == [
        "О внесении изменений в работу наставнических пар (групп)",
        f"{GROUNDS}; письменные согласия работников.",
        "ПРИКАЗЫВАЮ:",
        "Внести изменения в работу наставнических пар (групп) согласно приложению к приказу.",
        "Наставникам совместно с наставляемыми внести изменения в персонализированные программы наставничества. "
        "Срок: до 01.02.2027.",
        "Куратору наставничества (Орлова Вера Павловна, заместитель директора) сообщить об изменениях участникам "
        "и обеспечить сопровождение пар.",
        f"{AGREEMENTS}",
        "Контроль за исполнением приказа оставляю за собой.",
        "Директор __________ / П. И. Лугов",
    ]
    assert text[14:] == [
        "№ | Наставник (ФИО, должность) | Наставляемый(ые) (ФИО, должность) | Приказ о закреплении | Что изменено | "
        "С какой даты | Согласия получены",
        "1 | Рябинин Игорь Львович, методист | Берёзова Ольга Игоревна, учитель химии | от 15.09.2026 № 41 | "
        "Замена наставника. Прежде:\nСоколова Анна Петровна, учитель физики | 18.01.2027 | "
        "Рябинин И. Л.: 10.09.2026\nБерёзова О. И.: 11.09.2026",
        "2 | Соколова Анна Петровна, учитель физики | Берёзова Ольга Игоревна, учитель химии | от 15.09.2026 № 41 | "
        "Продление срока.\nПрежде: по 31.05.2027\nТеперь: по 31.12.2027 | 01.06.2027 | "
        "Соколова А. П.: 10.09.2026\nБерёзова О. И.: 11.09.2026",
        "С приказом ознакомлены:",
        "№ | Фамилия, имя, отчество | Подпись | Дата",
        "1 | Рябинин Игорь Львович |  | ",
        "2 | Соколова Анна Петровна |  | ",
        "3 | Берёзова Ольга Игоревна |  | ",
        "4 | Орлова Вера Павловна |  | ",
    ]
    assert left(CHANGE) == ()


def test_the_order_on_ending_says_when_and_why() -> None:
    text = lines(made(END))
    assert text[3:11] == [
        "О прекращении наставничества",
        f"{GROUNDS}.",
        "ПРИКАЗЫВАЮ:",
        "Прекратить работу наставнических пар (групп) согласно приложению к приказу.",
        "Куратору наставничества (Орлова Вера Павловна, заместитель директора) сообщить об этом участникам "
        "и подвести итоги персонализированных программ.",
        "Оформить с наставниками прекращение работы по наставничеству. Исполняет: специалист по кадрам.",
        "Контроль за исполнением приказа оставляю за собой.",
        "Директор __________ / П. И. Лугов",
    ]
    assert text[13:16] == [
        "№ | Наставник (ФИО, должность) | Наставляемый(ые) (ФИО, должность) | Приказ о закреплении | "
        "Дата прекращения | Основание",
        "1 | Соколова Анна Петровна, учитель физики | Берёзова Ольга Игоревна, учитель химии | от 15.09.2026 № 41 | "
        "14.01.2027 | отказ наставника; уведомление от 30.12.2026",
        "2 | Рябинин Игорь Львович, методист\nПолевой Глеб Антонович, доцент | "
        "Берёзова Ольга Игоревна, учитель химии\nЁлкина Мария Юрьевна, учитель | от 15.09.2026 № 41 | 31.05.2027 | "
        "срок истёк",
    ]
    assert left(END) == ()


def test_health_and_family_are_no_reasons() -> None:
    assert set(REASONS.values()) == {
        "срок истёк",
        "отказ наставника",
        "отмена поручения",
        "перевод",
        "увольнение",
        "взаимное решение",
    }
    assert {field.name for field in fields(PairEnding)} == {"pair", "order", "ends_on", "reason", "notice_on"}


def test_the_labour_code_is_not_for_mentors_from_outside() -> None:
    text = "\n".join(lines(made(replace(ASSIGN, head=replace(HEAD, agreements_by=""), pairs=(OUTSIDE,)))))
    assert "351.8" not in text
    assert "дополнительные соглашения" not in text
    assert left(replace(ASSIGN, head=replace(HEAD, agreements_by=""), pairs=(OUTSIDE,))) == ()


@pytest.mark.parametrize("order", [ASSIGN, CHANGE, END])
def test_the_article_is_cited_without_its_parts_and_no_sum_is_named(order: Order) -> None:
    text = "\n".join(lines(made(order)))
    assert "ст. 351.8 Трудового кодекса РФ" in text
    assert "ч. " not in text
    assert "руб" not in text


def test_pairs_that_need_no_programme_are_not_asked_for_one() -> None:
    order = replace(ASSIGN, with_programmes=False, programmes_due_on=None)
    assert not any("персонализированные" in line for line in lines(made(order)))
    assert left(order) == ()


def test_the_regions_act_stands_among_the_grounds() -> None:
    order = replace(ASSIGN, head=replace(HEAD, grounds=(" распоряжение области № 18 ", "")))
    assert "351.8 Трудового кодекса РФ; распоряжение области № 18; письменные" in lines(made(order))[4]


def test_namesakes_are_told_apart() -> None:
    twin = replace(NOVICE, id=9, name="Берёзова Оксана Ильинична")
    same = replace(MENTEE, id=10)
    text = lines(made(replace(ASSIGN, pairs=(replace(PAIR, mentees=(MENTEE, twin, same)),))))
    assert text[15].split(" | ")[5].split("\n")[1:] == [
        "Берёзова Ольга Игоревна: 11.09.2026",
        "Берёзова Оксана Ильинична: 12.09.2026",
        "Берёзова Ольга Игоревна: 11.09.2026",
    ]
    assert [line.split(" | ")[1] for line in text[18:]] == [
        MENTOR.name,
        MENTEE.name,
        twin.name,
        MENTEE.name,
        SCHOOL.coordinator,
    ]


@pytest.mark.parametrize("many", [0, 1, 2, 30])
def test_every_pair_has_its_line_and_every_person_signs_once(many: int) -> None:
    pairs = tuple(
        replace(PAIR, mentors=(replace(MENTOR, id=100 + at, name=f"Полевой Глеб {at}"),)) for at in range(many)
    )
    document = read(made(replace(ASSIGN, pairs=pairs)))
    table, sheet = document.tables
    assert len(table.rows) == 1 + max(1, many)
    assert len(sheet.rows) == 1 + many + bool(many) + 1  # one mentee in all of them, and the coordinator


@pytest.mark.parametrize("name", HOSTILE)
def test_any_name_is_printed_as_it_is(name: str) -> None:
    pair = hostile_pair(name)
    visible = name.replace("\x00", "").replace("\u200b", "").strip()
    orders: list[Order] = [
        AssignOrder(head=HEAD, pairs=(pair,)),
        ChangeOrder(
            head=HEAD,
            changes=(PairChange(pair=pair, kind=PairChangeKind.MENTOR_REPLACED, former_mentors=pair.mentors),),
        ),
        EndOrder(head=HEAD, endings=(PairEnding(pair=pair, order=Act(name)),)),
    ]
    for order in orders:
        text = "\n".join(lines(made(order)))
        assert f"{visible}, {inside(visible)}" in text
        rest = text.replace(visible, "")
        assert "None" not in rest
        assert "{" not in rest
        assert {"имя наставляемого", "должность участника"} <= set(left(order))
