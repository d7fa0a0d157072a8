"""Signed sheets: ticks that are set and taken back, blanks that are printed."""

from io import BytesIO

from docx import Document

from storage.papers import PaperLine
from tests.conftest import School

ANNA = "Соколова Анна Ильинична"
LINES = """SELECT p.id, p.full_name, p.position, w.state, w.received_on
           FROM paper w JOIN person p ON p.id = w.person_id WHERE w.state = 'received'"""


async def test_a_tick_is_set_with_the_day_and_who_and_can_be_taken_back(school: School) -> None:
    coordinator = school.cast.coordinator
    await school.lists(ANNA)
    await coordinator.says("/papers")
    coordinator.sees("сдано: 0 из 2", "☐ Соколова А. И.", "подписанный бланк лежит у вас")
    await coordinator.presses("☐ Соколова А. И.")
    assert coordinator.toast == "Отмечено: бланк сдан"
    coordinator.sees("сдано: 1 из 2", "☑ Соколова А. И.")
    (line,) = await school.cast.bot.fetch(PaperLine, LINES)
    assert f"{line.received_on:%d.%m.%Y}" == "08.09.2026"
    await coordinator.presses("☑ Соколова А. И.")
    coordinator.sees("сдано: 0 из 2", "☐ Соколова А. И.")
    acts = await school.cast.bot.fetch(str, "SELECT act FROM journal WHERE act LIKE 'paper%' ORDER BY id")
    assert acts == ["paper.received", "paper.taken_back"]


async def test_a_tick_pressed_twice_is_one_tick(school: School) -> None:
    coordinator = school.cast.coordinator
    await school.lists(ANNA)
    await coordinator.says("/papers")
    await coordinator.presses("☐ Соколова А. И.", times=2)
    coordinator.sees("сдано: 1 из 2")
    assert coordinator.toast == "Уже записано"
    assert await school.cast.bot.fetch(int, "SELECT COUNT(*) FROM journal WHERE act = 'paper.received'") == [1]


async def test_a_tick_keeps_the_page_of_a_long_list(school: School) -> None:
    coordinator = school.cast.coordinator
    await school.lists(*(f"Фамилия{chr(1072 + at)} Анна Ильинична" for at in range(20)))
    await coordinator.says("/papers")
    await coordinator.presses("Ещё")
    coordinator.sees("Страница 2 из 3")
    await coordinator.presses(coordinator.buttons[0])
    coordinator.sees("Страница 2 из 3", "сдано: 1 из 21")


async def test_without_the_address_the_screen_says_what_the_blank_prints(school: School) -> None:
    coordinator = school.cast.coordinator
    await coordinator.says("/papers")
    coordinator.sees("Адрес школы не указан")
    await coordinator.presses("Указать адрес школы")
    await coordinator.says("ул. Школьная, д. 5")
    await coordinator.presses("К бумагам")
    coordinator.does_not_see("Адрес школы не указан", "Указать адрес школы")


async def test_blanks_for_everybody_come_as_one_file_and_are_noted_as_printed(school: School) -> None:
    coordinator = school.cast.coordinator
    await school.lists(ANNA)
    await coordinator.says("/papers")
    await coordinator.presses("Распечатать бланки", times=2)
    coordinator.sees("Бланки (2, по одному на человека)")
    assert list(coordinator.files) == ["Согласия на данные.docx"]
    assert await school.cast.bot.fetch(int, "SELECT COUNT(*) FROM paper WHERE state = 'printed'") == [2]


async def test_blanks_are_printed_by_name_and_not_for_who_has_handed_one_in(school: School) -> None:
    coordinator = school.cast.coordinator
    await school.lists("Яковлева Инна Олеговна", "Арбузов Пётр Ильич", ANNA)
    await coordinator.says("/papers")
    await coordinator.presses("☐ Соколова")
    await coordinator.presses("Распечатать бланки")
    document = Document(BytesIO(coordinator.files["Согласия на данные.docx"]))
    text = "\n".join(paragraph.text for paragraph in document.paragraphs)
    printed = [name for name in ("Арбузов", "Орлова", "Соколова", "Яковлева") if name in text]
    assert printed == ["Арбузов", "Орлова", "Яковлева"]
    assert [text.index(name) for name in printed] == sorted(text.index(name) for name in printed)


async def test_nothing_is_printed_when_every_blank_is_handed_in(school: School) -> None:
    coordinator = school.cast.coordinator
    await coordinator.says("/papers")
    shown = coordinator.screen
    await coordinator.presses("☐ Орлова")
    coordinator.does_not_see("Распечатать бланки")
    await coordinator.presses_old(shown, "Распечатать бланки")
    coordinator.sees("бланки сдали все")
    assert not coordinator.files


async def test_a_sheet_of_another_school_cannot_be_ticked(school: School) -> None:
    coordinator = school.cast.coordinator
    await coordinator.says("/papers")
    await coordinator.presses_data("a:recv:999:0")
    coordinator.sees("сдано: 0 из 1")
    assert coordinator.toast == "Уже записано"


async def test_new_consent_needs_a_new_sheet(school: School) -> None:
    coordinator, teacher = school.cast.coordinator, school.cast.teacher
    await school.brings_in(teacher, "Соколова Анна Ильинична")
    await coordinator.says("/papers")
    await coordinator.presses("☐ Соколова")
    coordinator.sees("☑ Соколова")
    await teacher.presses("Мои данные")
    await teacher.presses("Отозвать согласие")
    await teacher.presses("Отозвать согласие")
    await teacher.starts()
    await teacher.presses("Начать")
    await teacher.presses("Согласен(на)")
    await coordinator.says("/papers")
    coordinator.sees("☐ Соколова")


async def test_sheet_handed_in_before_the_tap_still_counts(school: School) -> None:
    coordinator, teacher = school.cast.coordinator, school.cast.teacher
    (person_id,) = await school.lists("Соколова Анна Ильинична")
    await coordinator.says("/papers")
    await coordinator.presses("☐ Соколова")
    await teacher.starts((await school.invites(person_id)).token)
    await teacher.presses("Согласен(на)")
    await coordinator.says("/papers")
    coordinator.sees("☑ Соколова")
