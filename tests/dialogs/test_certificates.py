"""Certificates: true to the registry, refused with the reason and the way out, numbered by the school's register."""

from tests.conftest import School
from tests.dialogs.honouring import CERTIFICATE, TITLE, met, opens
from tests.dialogs.meeting import begins, ends
from tests.dialogs.pairing import MENTEE, MENTOR
from tests.dialogs.programming import approved
from tests.dialogs.test_pair_orders import words_of
from tests.dialogs.test_year_report import opens as to_year_end
from tests.dialogs.test_year_turn import a_year, turns
from tests.papers.pairs import head_of

OF_MENTEE = "Свидетельство наставляемого.docx"


async def test_a_certificate_tells_what_the_registry_knows_and_names_no_mentee(school: School) -> None:
    await met(school)
    coordinator = await opens(school)
    await coordinator.presses("Свидетельство наставника")
    text = words_of(coordinator.files[CERTIFICATE])
    for each in (
        "№ ______ от «___»",
        f"{MENTOR},",
        "Период: с 09.09.2026 по настоящее время.",
        "Основание: приказ от 09.09.2026 № 47-о.",
        "Число наставляемых: 1.",
        "Форма наставничества: один на один.",
        "Завершено персонализированных программ: 0.",
    ):
        assert each in text
    assert MENTEE.split()[0] not in text
    assert "None" not in text
    assert head_of(coordinator.files[CERTIFICATE]) == [""]


async def test_the_registers_number_stands_in_the_certificate_and_then_a_second_one_is_a_copy(school: School) -> None:
    await met(school)
    coordinator = await opens(school)
    await coordinator.presses("Номер: свидетельство наставника")
    await coordinator.says("С-3")
    await coordinator.says("10.09.2026")
    coordinator.sees("Номер и дата записаны.", "Свидетельство наставника: № С-3 от 10.09.2026.")
    for mark in ("", "Копия"):
        await opens(school)
        await coordinator.presses("Свидетельство наставника")
        assert "№ С-3 от 10.09.2026" in words_of(coordinator.files[CERTIFICATE])
        assert head_of(coordinator.files[CERTIFICATE]) == [mark]


async def test_facts_that_have_changed_need_a_new_number(school: School) -> None:
    await met(school)
    coordinator = await opens(school)
    await coordinator.presses("Номер: свидетельство наставника")
    await coordinator.says("С-3")
    await coordinator.says("10.09.2026")
    await ends(school, 1)
    await opens(school)
    await coordinator.presses("Свидетельство наставника")
    coordinator.sees("документ придёт без номера, внесите новый")
    text = words_of(coordinator.files[CERTIFICATE])
    assert "№ ______" in text
    assert "по 10.09.2026." in text
    await opens(school)
    await coordinator.presses("Номер: свидетельство наставника")
    await coordinator.says("С-4")
    await coordinator.says("10.09.2026")
    await coordinator.presses("Свидетельство наставника")
    assert "№ С-4 от 10.09.2026" in words_of(coordinator.files[CERTIFICATE])


async def test_without_an_order_there_is_no_certificate_but_the_way_to_enter_it(school: School) -> None:
    coordinator = school.cast.coordinator
    mentor, mentee = await school.lists("Лугов Павел Ильич", "Гусева Лидия Павловна")
    await begins(school, (mentor,), (mentee,))
    await opens(school, "Лугов")
    coordinator.sees("Свидетельство наставника: пока нельзя, нет подписанного приказа.")
    assert "Свидетельство наставника" not in coordinator.buttons
    await coordinator.presses("Внести приказ о паре")
    coordinator.sees("Приказ, которым школа закрепила эту пару.", "Какой номер")
    await coordinator.says("12")
    await coordinator.says("01.09.2026")
    coordinator.sees("Номер и дата записаны.", "Свидетельство наставника: можно собрать.")
    await coordinator.presses("Свидетельство наставника")
    assert "приказ от 01.09.2026 № 12" in words_of(coordinator.files[CERTIFICATE])


async def test_a_mentee_gets_a_certificate_when_the_programme_is_finished_and_not_before(school: School) -> None:
    await approved(school)
    coordinator = await opens(school, "Соколова")
    coordinator.sees("Свидетельство наставляемого: пока нельзя, программа не завершена.", "Программа")
    assert "Свидетельство наставляемого" not in coordinator.buttons
    await ends(school, 1)
    await opens(school, "Соколова")
    await coordinator.presses("Свидетельство наставляемого")
    text = words_of(coordinator.files[OF_MENTEE])
    assert "завершил(а) программу наставничества." in text
    assert MENTEE in text
    assert MENTOR.split()[0] not in text
    assert "приказ от 09.09.2026 № 47-о" in text


async def test_a_programme_that_nobody_approved_finishes_nothing(school: School) -> None:
    await met(school)
    await ends(school, 1)
    coordinator = await opens(school, "Соколова")
    coordinator.sees("Свидетельство наставляемого: пока нельзя, программа не утверждена.")


async def test_of_a_closed_year_it_is_made_as_long_as_people_of_it_are_kept(school: School) -> None:
    coordinator = school.cast.coordinator
    await a_year(school)
    await turns(coordinator)
    await to_year_end(coordinator)
    await coordinator.presses("Итоги 2026/2027")
    await coordinator.presses(TITLE)
    coordinator.sees(f"{TITLE}, 2026/2027", "Свидетельство наставника: 1.")
    await coordinator.presses("Свидетельство наставника, всем (1)")
    text = words_of(coordinator.files[CERTIFICATE])
    assert "в 2026/2027 учебном году работал(а) наставником." in text
    assert "Период: с 09.09.2026 по 31.05.2027." in text
    assert "приказ от 09.09.2026 № 41" in text
    await coordinator.says(TITLE)
    coordinator.sees(f"{TITLE}, 2027/2028", "ещё не было ни одной пары в работе")


async def test_a_certificate_may_have_the_number_of_an_order_but_not_of_another_certificate(school: School) -> None:
    await met(school)
    mentor, mentee = await school.lists("Лугов Павел Ильич", "Гусева Лидия Павловна")
    await begins(school, (mentor,), (mentee,))
    coordinator = await opens(school)
    await coordinator.presses("Номер: свидетельство наставника")
    await coordinator.says("47-о")
    await coordinator.says("09.09.2026")
    coordinator.sees("Номер и дата записаны.")
    await opens(school, "Лугов")
    await coordinator.presses("Внести приказ о паре")
    await coordinator.says("12")
    await coordinator.says("01.09.2026")
    await coordinator.presses("Номер: свидетельство наставника")
    await coordinator.says("47-о")
    await coordinator.says("09.09.2026")
    coordinator.sees("Документ с таким номером и датой уже внесён.")
