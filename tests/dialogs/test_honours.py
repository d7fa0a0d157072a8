"""«Благодарности и свидетельства»: thanks one at a time or all at once, who is left out, who reaches none of it."""

from io import BytesIO

from docx import Document
from docx.oxml.ns import qn

from tests.conftest import School
from tests.dialogs.honouring import TITLE, confirms, met, opens, person
from tests.dialogs.meeting import begins
from tests.dialogs.pairing import MENTEE, MENTOR, PAIR
from tests.dialogs.programming import ordered
from tests.dialogs.test_pair_orders import words_of
from tests.dialogs.test_two_schools import second
from tests.papers.pairs import head_of

__all__ = ["second"]  # a fixture

THANKS = "Благодарность наставнику.docx"


async def test_the_thanks_says_the_name_in_the_nominative_until_somebody_has_looked_at_its_case(
    school: School,
) -> None:
    await met(school)
    coordinator = await opens(school)
    coordinator.sees("Благодарность наставнику: можно собрать. Падеж не проверен", "Проверить падеж")
    await coordinator.presses("Благодарность наставнику")
    text = words_of(coordinator.files[THANKS])
    assert f"Наставник:\n{MENTOR}" in text
    assert "за поддержку коллег и работу наставником в 2026/2027 учебном году." in text
    assert "Рябинина" not in text
    assert MENTEE not in text
    assert head_of(coordinator.files[THANKS]) == [""]
    await confirms(school)
    await opens(school)
    coordinator.does_not_see("Проверить падеж", "Падеж не проверен")
    await coordinator.presses("Благодарность наставнику")
    assert "благодарит\nРябинина Игоря Олеговича" in words_of(coordinator.files[THANKS])


async def test_the_button_leads_to_where_the_case_is_looked_at(school: School) -> None:
    await met(school)
    coordinator = await opens(school)
    await coordinator.presses("Проверить падеж")
    coordinator.sees(MENTOR, "Верно")


async def test_a_pair_that_has_not_begun_is_thanked_later(school: School) -> None:
    await ordered(school)
    coordinator = await opens(school)
    coordinator.sees("Благодарность наставнику: пока нельзя, пара ещё не начала работать.", "Карточка пары")
    assert not [each for each in coordinator.buttons if each == "Благодарность наставнику"]
    await coordinator.presses_data(f"a:hnm:{await person(school, MENTOR)}:thanks_mentor.2026")
    coordinator.sees("Собрать не из чего")
    assert THANKS not in coordinator.files


async def test_all_thanks_of_the_year_come_in_one_paper_a_page_each(school: School) -> None:
    coordinator = school.cast.coordinator
    await met(school)
    mentor, mentee = await school.lists("Лугов Павел Ильич", "Гусева Лидия Павловна")
    await begins(school, (mentor,), (mentee,))
    await confirms(school)
    await coordinator.says(TITLE)
    coordinator.sees(
        "Благодарность наставнику: 2.",
        "Свидетельство наставника: 1.",
        "Лугов П. И.: свидетельство наставника, нет подписанного приказа",
        "Соколова А. И.: свидетельство наставляемого, программа не утверждена",
        "Падеж не проверен: 1 человек.",
    )
    await coordinator.presses("Благодарность наставнику, всем (2)")
    document = Document(BytesIO(coordinator.files[THANKS]))
    assert len(list(document.element.body.iter(qn("w:pageBreakBefore")))) == 2
    text = words_of(coordinator.files[THANKS])
    assert text.count("БЛАГОДАРНОСТЬ") == 2
    assert "благодарит\nРябинина Игоря Олеговича" in text
    assert "Наставник:\nЛугов Павел Ильич" in text


async def test_who_is_not_in_an_order_and_who_has_withdrawn_are_named_and_counted(school: School) -> None:
    cast = school.cast
    await met(school)
    mentor, mentee = await school.lists("Лугов Павел Ильич", "Гусева Лидия Павловна")
    pairing_id = await begins(school, (mentor,), (mentee,))
    async with cast.bot.machine.database.write() as tx:
        await tx.run("UPDATE pairing SET state = 'agreed' WHERE id = :id", id=pairing_id)
    await cast.colleague.says("/menu")
    for label in ("Мои данные", "Отозвать согласие", "Отозвать согласие"):
        await cast.colleague.presses(label)
    await cast.coordinator.says(TITLE)
    cast.coordinator.sees("Ещё не в приказе: Лугов П. И.", "Отозвали согласие или ушли: 1 человек")
    cast.coordinator.does_not_see("Рябинин", "Благодарность наставнику, всем")


async def test_it_stands_on_the_card_of_the_person_of_the_pair_and_in_the_mentor_bank(school: School) -> None:
    coordinator = school.cast.coordinator
    await met(school)
    for way in (("/people", "Рябинин"), ("/mentors", "Рябинин")):
        await coordinator.says(way[0])
        await coordinator.presses(way[1])
        await coordinator.presses(TITLE)
        coordinator.sees("Рябинин И. О., 2026/2027", "Свидетельство наставника")
    await coordinator.says("/pairs")
    await coordinator.presses(PAIR)
    await coordinator.presses(TITLE)
    await coordinator.presses("Соколова")
    coordinator.sees("Соколова А. И., 2026/2027")
    await coordinator.says("/people")
    await coordinator.presses("Орлова")
    coordinator.does_not_see(TITLE)


async def test_a_school_edits_their_template_in_documents(school: School) -> None:
    coordinator = school.cast.coordinator
    await coordinator.says("документы")
    await coordinator.presses("Бумаги пар и событий")
    coordinator.sees("Благодарность наставнику", "Свидетельство наставляемого", "Портфолио наставника")
    await coordinator.presses("Благодарность наставнику")
    coordinator.sees("Где собрать: карточка человека", "Свой шаблон")


async def test_a_coordinator_of_another_school_makes_nothing_of_it(school: School, second: object) -> None:
    await met(school)
    mentor, deputy = await person(school, MENTOR), school.cast.deputy
    for data in presses(mentor):
        await deputy.presses_data(data)
    deputy.was_never_told("Рябинин", "Соколова", "47-о")
    assert not deputy.files


async def test_a_teacher_and_the_mentor_reach_none_of_it(school: School) -> None:
    await met(school)
    mentor = await person(school, MENTOR)
    for somebody in (school.cast.teacher, school.cast.colleague):
        for data in presses(mentor):
            await somebody.presses_data(data)
        somebody.was_never_told(TITLE)
        assert not somebody.files


async def test_a_forged_press_shows_the_list(school: School) -> None:
    coordinator = school.cast.coordinator
    await met(school)
    for data in ("a:hnm:0:order_regulation.2026", "a:hnm:0:x", "a:hnm:0:thanks_mentor.1999", "a:hns:0:thanks_mentor."):
        await coordinator.presses_data(data)
        coordinator.sees(TITLE)
    await coordinator.presses_data("g:hon1:999999:0:2026")
    coordinator.sees("не было пары в работе")
    assert not coordinator.files


def presses(person_id: int) -> list[str]:
    kinds = ("thanks_mentor", "certificate_mentor", "certificate_mentee")
    made = [f"a:{deed}:{who}:{kind}.2026" for deed in ("hnm", "hns") for who in (person_id, 0) for kind in kinds]
    return [*made, f"g:hon1:{person_id}:0:2026", "g:hon:0:0:2026", "g:hon:1:0:2026", f"a:hno:1:{person_id}.2026"]


async def test_documents_lead_to_the_lists(school: School) -> None:
    coordinator = school.cast.coordinator
    for label, leads in (("Свидетельство наставника", TITLE), ("Акт об уничтожении данных", "Акты об уничтожении")):
        await coordinator.says("документы")
        for press in ("Бумаги пар и событий", label, leads):
            await coordinator.presses(press)
        coordinator.sees(leads)
