"""Who is responsible, as schools write it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentoring.rules.roadmap_files import ResponsibleRole, read_responsible

MENTOR, MENTEE, COORDINATOR = ResponsibleRole.MENTOR, ResponsibleRole.MENTEE, ResponsibleRole.COORDINATOR
DEPUTY, DIRECTOR = ResponsibleRole.DEPUTY, ResponsibleRole.DIRECTOR
PSYCHOLOGIST, HR = ResponsibleRole.PSYCHOLOGIST, ResponsibleRole.HR


@pytest.mark.parametrize(
    ("written", "roles", "names"),
    [
        ("Куратор К.К.", [], ["Куратор К.К."]),
        ("Куратор К.К., Наставники, Наставляемые", [MENTOR, MENTEE], ["Куратор К.К."]),
        ("Наставники. Наставляемые", [MENTOR, MENTEE], []),
        ("Иванова И.И.", [], ["Иванова И.И."]),
        ("Иванова И. И., Орлова В. П", [], ["Иванова И. И.", "Орлова В. П"]),
        ("И.И. Иванова", [], ["И.И. Иванова"]),
        ("Римская-Корсакова А.Н.", [], ["Римская-Корсакова А.Н."]),
        ("Петрова Мария Сергеевна", [], ["Петрова Мария Сергеевна"]),
        ("Лужин Пётр Ильич", [], ["Лужин Пётр Ильич"]),
        ("Наставник Мария Сергеевна", [MENTOR], ["Мария Сергеевна"]),
        ("куратор", [COORDINATOR], []),
        ("Куратор Иванова И.И.", [COORDINATOR], ["Иванова И.И."]),
        ("Координатор наставничества", [COORDINATOR], []),
        ("Заместитель директора по УВР", [DEPUTY], []),
        ("Зам. директора по УВР Орлова В. П.", [DEPUTY], ["Орлова В. П."]),
        ("зам.директора по УВР В.П. Орлова", [DEPUTY], ["В.П. Орлова"]),
        ("Директор И.И. Иванова", [DIRECTOR], ["И.И. Иванова"]),
        ("Директор, заместитель директора", [DIRECTOR, DEPUTY], []),
        ("завуч", [DEPUTY], []),
        ("Педагог-психолог", [PSYCHOLOGIST], []),
        ("специалист по кадрам", [HR], []),
        ("Отдел кадров, директор школы", [HR, DIRECTOR], []),
        ("Наставники, наставник", [MENTOR], []),
        ("ШМО, рабочая группа", [], []),
    ],
)
def test_roles_and_names_are_told_apart(written: str, roles: list[ResponsibleRole], names: list[str]) -> None:
    read = read_responsible(written)
    assert (list(read.roles), list(read.names), read.written) == (roles, names, written)


@pytest.mark.parametrize("written", ["", " ", "—", "не назначен", "наставники", "Наставники. Наставляемые"])
def test_nobody_or_participants_alone_are_asked(written: str) -> None:
    assert read_responsible(written).asks


@pytest.mark.parametrize(
    "written", ["Орлова В. П.", "куратор", "Куратор, наставники", "ШМО", "Орлова В. П., наставник"]
)
def test_anybody_else_is_not_asked(written: str) -> None:
    assert not read_responsible(written).asks


@given(st.text(max_size=700))
def test_any_text_is_read(text: str) -> None:
    read = read_responsible(text)
    assert all(name in read.written for name in read.names)
