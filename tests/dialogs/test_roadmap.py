"""The stages' dates: proposed, confirmed once, changed one by one, nothing is reminded of before."""

from datetime import UTC, date, datetime

import pytest

from storage.activities import Activity
from tests.conftest import School
from tests.dialogs.planning import answers_questions


async def confirmed(school: School) -> dict[str, date]:
    rows = await school.cast.bot.fetch(Activity, "SELECT key, due_on FROM activity ORDER BY due_on, key")
    return {row.key: row.due_on for row in rows}


async def opens_dates(school: School) -> None:
    """The roadmap leaves nothing open any more."""
    await answers_questions(school.cast.coordinator)


async def opens_stage(school: School, number: int) -> None:
    await opens_dates(school)
    await school.cast.coordinator.presses(f"Изменить, этап {number}")


async def test_dates_are_proposed_and_nothing_is_confirmed_by_looking(school: School) -> None:
    coordinator = school.cast.coordinator
    await coordinator.says("/today")
    await coordinator.presses("Сроки этапов")
    coordinator.sees(
        "Сроки этапов, 2026/2027",
        "Формирование банка наставляемых",
        "педагогов: 15 сентября",
        "Формирование банка наставников",
        "20 сентября (выходной)",
        "напоминаем от рабочего дня перед ним",
        "бот ни о чём не напоминает",
        "с 14:00 до 18:00",
    )
    assert await confirmed(school) == {}


async def test_nothing_can_be_confirmed_while_the_roadmap_leaves_something_open(school: School) -> None:
    coordinator = school.cast.coordinator
    await coordinator.says("сроки этапов")
    assert "Подтвердить сроки" not in coordinator.buttons
    await coordinator.presses_data("a:road:0:")
    coordinator.sees("Сначала ответьте на вопросы, их 5", "Ответить на вопросы (5)")
    assert await confirmed(school) == {}


async def test_confirmed_once_by_one_press(school: School) -> None:
    coordinator = school.cast.coordinator
    await opens_dates(school)
    await coordinator.presses("Подтвердить сроки", times=2)
    coordinator.sees("15 сентября, подтверждено", "Сроки подтверждены")
    assert "Подтвердить сроки" not in coordinator.buttons
    assert (await confirmed(school))["a2_requests"] == date(2026, 9, 15)
    assert await school.cast.bot.fetch(int, "SELECT COUNT(*) FROM journal WHERE act = 'roadmap.confirm'") == [1]


async def test_dates_that_have_passed_are_proposed_one_after_another(school: School) -> None:
    cast = school.cast
    cast.bot.clock.to(datetime(2026, 11, 24, 9, 0, tzinfo=UTC))
    await opens_dates(school)
    cast.coordinator.sees("15 сентября уже прошло, предлагаем 8 декабря")
    await cast.coordinator.presses("Подтвердить сроки")
    stored = await confirmed(school)
    assert stored["a1_regulation"] == date(2026, 12, 1)
    assert stored["a2_consents"] < stored["a2_requests"] < stored["a2_bank"]
    assert min(stored.values()) > date(2026, 11, 24)
    assert stored["a6_monitoring"] == date(2027, 5, 15)


async def test_one_date_is_typed_before_the_others_are_confirmed(school: School) -> None:
    coordinator = school.cast.coordinator
    await opens_stage(school, 2)
    await coordinator.presses("Изменить 5")
    coordinator.sees("Сбор информации", "Сейчас: 15 сентября, предложено", "22 сентября, вторник", "Отменить")
    await coordinator.says("5.10")
    coordinator.sees("Записано и подтверждено", "педагогов: 5 октября, подтверждено", "Все сроки")
    assert await confirmed(school) == {"a2_requests": date(2026, 10, 5)}
    await coordinator.presses("Все сроки")
    await coordinator.presses("Подтвердить сроки")
    stored = await confirmed(school)
    assert (stored["a2_requests"], stored["a2_consents"]) == (date(2026, 10, 5), date(2026, 9, 10))


async def test_a_confirmed_date_is_changed_by_a_button(school: School) -> None:
    coordinator = school.cast.coordinator
    await opens_dates(school)
    await coordinator.presses("Подтвердить сроки")
    await coordinator.presses("Изменить, этап 3")
    await coordinator.presses("Изменить 9")
    coordinator.sees("Сейчас: 25 сентября, подтверждено")
    await coordinator.presses("2 октября, пятница")
    coordinator.sees("Записано и подтверждено", "наставников: 2 октября, подтверждено")
    assert (await confirmed(school))["a3_bank"] == date(2026, 10, 2)
    await coordinator.says("Орлова")
    coordinator.sees("Орлова В. П.")


async def test_a_day_off_is_kept_as_it_is_and_reminded_of_before(school: School) -> None:
    coordinator = school.cast.coordinator
    await opens_stage(school, 2)
    await coordinator.presses("Изменить 4")
    await coordinator.says("03.10.2026")
    coordinator.sees("Записано и подтверждено", "Это выходной", "рабочего дня, 2 октября", "3 октября (выходной)")
    assert await confirmed(school) == {"a2_consents": date(2026, 10, 3)}


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("05.10.2025", "Нужна дата в будущем"),
        ("05.10.2027", "это другой учебный год"),
        ("когда-нибудь", "Не получилось прочитать дату"),
    ],
)
async def test_a_date_that_cannot_be_is_explained(school: School, typed: str, told: str) -> None:
    coordinator = school.cast.coordinator
    await opens_stage(school, 2)
    await coordinator.presses("Изменить 4")
    await coordinator.says(typed)
    coordinator.sees(told)
    assert await confirmed(school) == {}


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("05.10.2026", "Нужна дата в будущем, например 24.12.2026 или «24 декабря»"),
        ("1.09", "1 сентября 2027 года: это другой учебный год"),
        ("скоро", "Напишите день и месяц, например 24.12.2026"),
    ],
)
async def test_after_a_refused_date_the_question_is_open_with_its_buttons(
    school: School, typed: str, told: str
) -> None:
    cast = school.cast
    cast.bot.clock.to(datetime(2026, 12, 3, 9, 0, tzinfo=UTC))
    await opens_stage(school, 2)
    await cast.coordinator.presses("Изменить 4")
    cast.coordinator.sees("Например: 24.12 или 24 декабря")
    quick = cast.coordinator.buttons
    await cast.coordinator.says(typed)
    cast.coordinator.sees(told, "Сейчас: ", "На какое число поставить срок?")
    assert set(quick) <= set(cast.coordinator.buttons)
    await cast.coordinator.says("9.12")
    cast.coordinator.sees("Записано и подтверждено")
    assert await confirmed(school) == {"a2_consents": date(2026, 12, 9)}


async def test_a_date_given_up_leads_back_to_the_dates(school: School) -> None:
    coordinator = school.cast.coordinator
    await opens_stage(school, 2)
    await coordinator.presses("Изменить 4")
    await coordinator.presses("Отменить")
    coordinator.sees("Согласия на сбор", "Изменить срок", "Сделано")


async def test_a_button_whose_day_has_come_changes_nothing(school: School) -> None:
    cast = school.cast
    await opens_stage(school, 2)
    await cast.coordinator.presses("Изменить 4")
    cast.bot.clock.to(datetime(2026, 11, 24, 9, 0, tzinfo=UTC))
    await cast.coordinator.presses("10 сентября, четверг")
    cast.coordinator.sees("Нужна дата впереди", "На какое число", "Отменить")
    cast.coordinator.does_not_see("10 сентября, четверг")
    assert await confirmed(school) == {}


@pytest.mark.parametrize("argument", ["", "a2_bank", "a2_bank 5.10", "a9_nothing 2026-10-05"])
async def test_a_forged_date_changes_nothing(school: School, argument: str) -> None:
    await opens_dates(school)
    await school.cast.coordinator.presses_data(f"a:roadm:0:{argument}")
    school.cast.coordinator.sees("Сроки этапов")
    assert await confirmed(school) == {}


async def test_dates_that_moved_since_they_were_shown_are_shown_again(school: School) -> None:
    cast = school.cast
    await opens_dates(school)
    cast.bot.clock.to(datetime(2026, 11, 24, 9, 0, tzinfo=UTC))
    await cast.coordinator.presses("Подтвердить сроки")
    cast.coordinator.sees("предложенные даты сдвинулись", "Подтвердить сроки")
    assert await confirmed(school) == {}
