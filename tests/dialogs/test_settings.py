"""Settings of the school: each changed apart, the strict privacy only after the folder was opened."""

import pytest

from storage.schools import School as Row
from tests.conftest import School
from tests.dialogs.requesting import hands_in

SCHOOL = """SELECT id, name, short_name, city, address, time_zone, school_year, working_weekdays, privacy, set_up_at,
                   director
            FROM school"""


async def stored(school: School) -> Row:
    (row,) = await school.cast.bot.fetch(Row, SCHOOL)
    return row


async def test_settings_show_the_whole_school(school: School) -> None:
    coordinator = school.cast.coordinator
    await coordinator.says("/settings")
    coordinator.sees(
        "Школа № 12",
        "Город: Москва",
        "Адрес: не указан",
        "Часовой пояс: Москва, сейчас 12:00",
        "Учебный год: 2026/2027",
        "Рабочая неделя: пять дней",
        "Файлы с фамилиями: в чате",
        "Мои данные",
    )


async def test_a_teacher_still_gets_their_own_data(school: School) -> None:
    teacher = school.cast.teacher
    await hands_in(school, teacher, "Соколова Анна Ильинична")
    await teacher.presses("Меню")
    await teacher.says("/settings")
    teacher.sees("Мои данные", "Отозвать согласие")


@pytest.mark.parametrize(
    ("button", "typed", "shown"),
    [
        ("Полное название", "МБОУ «Гимназия № 3»", "МБОУ «Гимназия № 3»"),
        ("Короткое название", "Третья", "Коротко: Третья"),
        ("Адрес школы", "ул. Школьная, д. 5", "Адрес: ул. Школьная, д. 5"),
        ("Город", "Омск", "Часовой пояс: Омск, сейчас 15:00"),
    ],
)
async def test_a_field_is_typed_anew(school: School, button: str, typed: str, shown: str) -> None:
    coordinator = school.cast.coordinator
    await coordinator.says("/settings")
    await coordinator.presses(button)
    coordinator.sees("Сейчас")
    await coordinator.says(typed)
    await coordinator.presses("Настройки")
    coordinator.sees(shown)


async def test_a_command_is_never_taken_for_the_new_value(school: School) -> None:
    coordinator = school.cast.coordinator
    await coordinator.says("/settings")
    await coordinator.presses("Адрес школы")
    await coordinator.says("/menu")
    assert "Люди" in coordinator.buttons
    assert (await stored(school)).address == ""


async def test_a_short_name_typed_by_hand_outlives_a_new_full_name(school: School) -> None:
    coordinator = school.cast.coordinator
    for button, typed in (("Короткое название", "Двенадцатая"), ("Полное название", "МБОУ «Школа № 12»")):
        await coordinator.says("/settings")
        await coordinator.presses(button)
        await coordinator.says(typed)
    assert ((await stored(school)).name, (await stored(school)).short_name) == ("МБОУ «Школа № 12»", "Двенадцатая")


async def test_the_time_zone_is_chosen_among_eleven_with_their_times(school: School) -> None:
    coordinator = school.cast.coordinator
    await coordinator.says("/settings")
    await coordinator.presses("Часовой пояс")
    assert len(coordinator.buttons) == 12
    coordinator.sees("Калининград, сейчас 11:00", "Камчатка, сейчас 21:00")
    await coordinator.presses("Иркутск")
    coordinator.sees("Записано", "Часовой пояс: Иркутск, сейчас 17:00")


async def test_a_rarer_zone_is_shown_by_the_city_with_its_time(school: School) -> None:
    coordinator = school.cast.coordinator
    await coordinator.says("/settings")
    await coordinator.presses("Город")
    await coordinator.says("Киров")
    await coordinator.presses("Настройки")
    coordinator.sees("Город: Киров", "Часовой пояс: Москва, сейчас 12:00")


async def test_week_and_year_are_chosen(school: School) -> None:
    coordinator = school.cast.coordinator
    await coordinator.says("/settings")
    await coordinator.presses("Рабочая неделя")
    await coordinator.presses("Шесть дней")
    coordinator.sees("Рабочая неделя: шесть дней")
    await coordinator.presses("Учебный год")
    await coordinator.presses("2027/2028")
    coordinator.sees("Учебный год: 2027/2028")
    assert (await stored(school)).working_weekdays == "123456"


async def test_forged_values_change_nothing(school: School) -> None:
    coordinator = school.cast.coordinator
    await coordinator.says("/settings")
    before = await stored(school)
    for data in ("a:setz:99:", "a:sety:1990:", "a:setw:0:7", "g:setf:77:0"):
        await coordinator.presses_data(data)
        coordinator.sees("Настройки", "Рабочая неделя: пять дней")
    assert await stored(school) == before


async def test_strict_is_accepted_after_the_number_out_of_the_file(school: School) -> None:
    coordinator, bot = school.cast.coordinator, school.cast.bot
    await coordinator.says("/settings")
    await coordinator.presses("Файлы с фамилиями")
    await coordinator.presses("Складывать на сервере", times=2)
    coordinator.sees("напишите число", "в папке exports")
    (file,) = (bot.data_dir / "exports").iterdir()
    number = file.read_text().rsplit(" ", 1)[1].strip()
    coordinator.was_never_told(number)
    assert coordinator.files == {}
    await coordinator.says(number)
    coordinator.sees("Число подошло")
    await coordinator.presses("Настройки")
    coordinator.sees("Файлы с фамилиями: на сервере")


async def test_a_wrong_number_changes_nothing_and_can_be_tried_again(school: School) -> None:
    coordinator = school.cast.coordinator
    await coordinator.says("/settings")
    await coordinator.presses("Файлы с фамилиями")
    await coordinator.presses("Складывать на сервере")
    await coordinator.says("не вижу файла")
    coordinator.sees("Нужно целое число")
    await coordinator.says("1")
    coordinator.sees("Это другое число")
    assert (await stored(school)).privacy == "normal"
    await coordinator.presses("Попробовать ещё раз")
    coordinator.sees("напишите число")


async def test_in_a_strict_school_the_bank_stays_on_the_server(school: School) -> None:
    coordinator, bot = school.cast.coordinator, school.cast.bot
    await hands_in(school, school.cast.teacher, "Соколова Анна Ильинична")
    async with bot.machine.database.write() as tx:
        await tx.run("UPDATE school SET privacy = 'strict'")
    await coordinator.says("/bank")
    await coordinator.presses("Скачать Excel")
    await coordinator.presses("Да, сделать файл")
    coordinator.sees("в папке exports")
    assert coordinator.files == {}
    await coordinator.says("/settings")
    await coordinator.presses("Файлы с фамилиями")
    await coordinator.presses("Присылать в чат")
    coordinator.sees("приходят в чат", "Файлы с фамилиями: в чате")
