"""«Акты об уничтожении»: by the record's number, never by a name, with the journal's lines beside."""

from tests.conftest import School
from tests.dialogs.honouring import person
from tests.dialogs.pairing import MENTEE, MENTOR
from tests.dialogs.requesting import hands_in
from tests.dialogs.test_erasures import ANNA, withdraws
from tests.dialogs.test_pair_orders import words_of
from tests.dialogs.test_two_schools import second
from tests.dialogs.test_year_report import opens
from tests.dialogs.test_year_turn import a_year, september, turns
from tests.papers.pairs import head_of
from tests.scenes import scene

__all__ = ["second"]  # a fixture

FILE = "Акт об уничтожении данных.docx"


@scene
async def erased(school: School) -> int:
    """Somebody who withdrew on 8 September, erased by the coordinator's press; the number of the record."""
    coordinator = school.cast.coordinator
    await withdraws(school)
    person_id = await person(school, ANNA)
    await coordinator.says("/today")
    await coordinator.presses("Уничтожить данные")
    await coordinator.presses("Соколова А. И.")
    await coordinator.presses("Уничтожить данные")
    return person_id


async def test_the_act_names_a_number_the_data_the_reason_and_the_journal(school: School) -> None:
    coordinator = school.cast.coordinator
    person_id = await erased(school)
    await coordinator.presses("Акты об уничтожении")
    coordinator.sees("Уничтожено записей: 1.")
    await coordinator.presses(f"Запись {person_id}, 08.09.2026")
    coordinator.sees(f"Запись {person_id}. Уничтожено 08.09.2026. Номера у акта пока нет.")
    await coordinator.presses("Собрать акт")
    text = words_of(coordinator.files[FILE])
    for each in (
        "АКТ № ______",
        f"{person_id}\nотзыв согласия субъектом персональных данных\n08.09.2026 ",
        "– ответы на анкеты программы, запросы и комментарии",
        "Информационная система: база данных программы наставничества",
        "Способ уничтожения: удаление и обезличивание записей",
        f"дано согласие на обработку данных\n{person_id}\nсубъект данных",
        f"отозвано согласие на обработку данных\n{person_id}\nсубъект данных",
        f"данные уничтожены\n{person_id}\nсотрудник, запись ",
    ):
        assert each in text
    for each in ("Соколова", "Анна", "None"):
        assert each not in text
    assert head_of(coordinator.files[FILE])[0] == ""


async def test_the_number_is_the_registers_and_stands_in_the_act_and_its_annex(school: School) -> None:
    coordinator = school.cast.coordinator
    person_id = await erased(school)
    await coordinator.presses("Акты об уничтожении")
    await coordinator.presses(f"Запись {person_id}")
    await coordinator.presses("Номер и дата акта")
    await coordinator.says("5")
    await coordinator.says("08.09.2026")
    coordinator.sees("Номер и дата записаны.", "Акт № 5 от 08.09.2026.", "Исправить номер и дату")
    await coordinator.presses("Собрать акт")
    text = words_of(coordinator.files[FILE])
    assert "АКТ № 5" in text
    assert "Приложение к акту № 5 от 08.09.2026" in text


async def test_given_up_it_leads_back_to_the_act(school: School) -> None:
    coordinator = school.cast.coordinator
    person_id = await erased(school)
    await coordinator.presses("Акты об уничтожении")
    await coordinator.presses(f"Запись {person_id}")
    await coordinator.presses("Номер и дата акта")
    await coordinator.presses("Отменить")
    coordinator.sees(f"Запись {person_id}.")


async def test_what_was_done_by_itself_says_so(school: School) -> None:
    coordinator, bot = school.cast.coordinator, school.cast.bot
    await withdraws(school)
    person_id = await person(school, ANNA)
    bot.clock.move(days=25)
    await bot.tick()
    await coordinator.presses_data("g:dst:0:0")
    await coordinator.presses(f"Запись {person_id}, 03.10.2026")
    await coordinator.presses("Собрать акт")
    assert f"данные уничтожены\n{person_id}\nавтоматически" in words_of(coordinator.files[FILE])


async def test_who_was_only_listed_had_only_what_the_list_said(school: School) -> None:
    coordinator = school.cast.coordinator
    (person_id,) = await school.lists("Лугов Павел Ильич")
    await coordinator.says("/people")
    for label in ("Лугов", "Убрать из списка", "Убрать"):
        await coordinator.presses(label)
    await coordinator.presses_data("g:dst:0:0")
    await coordinator.presses(f"Запись {person_id}")
    await coordinator.presses("Собрать акт")
    text = words_of(coordinator.files[FILE])
    assert "запись убрана из списка до получения согласия" in text
    assert "ответы на анкеты" not in text
    assert "Лугов" not in text


async def test_of_a_closed_year_one_act_names_everybody_whose_data_went(school: School) -> None:
    cast = school.cast
    await a_year(school)
    mentor, mentee = await person(school, MENTOR), await person(school, MENTEE)
    await turns(cast.coordinator)
    await september(cast)
    await opens(cast.coordinator)
    await cast.coordinator.presses("Итоги 2026/2027")
    await cast.coordinator.presses("Данные 2026/2027")
    assert "Акт об уничтожении" not in cast.coordinator.buttons
    await cast.coordinator.presses("Оставить только цифры")
    await cast.coordinator.presses("Да, оставить только цифры")
    await cast.coordinator.presses("Акт об уничтожении")
    cast.coordinator.sees("Данные 2026/2027 года:")
    await cast.coordinator.presses("Собрать акт")
    text = words_of(cast.coordinator.files[FILE])
    for person_id in (mentor, mentee):
        assert f"{person_id}\nзакончился срок хранения данных 2026/2027 учебного года\n01.09.2027" in text
        assert f"данные закрытого года уничтожены\n{person_id}\n" in text
    assert "состав пар и групп" in text
    for name in (MENTOR, MENTEE):
        assert name not in text


async def test_nobody_is_erased_yet_and_a_forged_number_reads_well(school: School) -> None:
    coordinator = school.cast.coordinator
    await coordinator.presses_data("g:dst:0:7")
    coordinator.sees("Данных ещё никто не уничтожал.")
    for argument in ("", "y", "y2025", "1", "x", "9" * 19, "²"):
        await coordinator.presses_data(f"g:dst1:0:0:{argument}")
        coordinator.sees("Такой записи об уничтожении нет.")
        await coordinator.presses_data(f"a:dsm:0:{argument}")
        await coordinator.presses_data(f"a:dss:0:{argument}")
        coordinator.sees("Такой записи об уничтожении нет.")
    assert not coordinator.files


async def test_a_teacher_and_another_school_reach_none_of_it(school: School, second: object) -> None:
    person_id = await erased(school)
    await hands_in(school, school.cast.newcomer, "Берёзова Ольга Петровна")
    for somebody in (school.cast.newcomer, school.cast.deputy):
        for data in ("g:dst:0:0", f"g:dst1:0:0:{person_id}", f"a:dsm:0:{person_id}", f"a:dss:0:{person_id}"):
            await somebody.presses_data(data)
        somebody.was_never_told(f"Запись {person_id}", "Уничтожено")
        assert not somebody.files
