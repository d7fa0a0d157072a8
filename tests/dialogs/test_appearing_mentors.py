"""A mentor appears for somebody who waits: the coordinator hears of it the same day, once, by name."""

from datetime import UTC, datetime

from tests.conftest import School
from tests.dialogs.offering import offers
from tests.dialogs.pairing import MENTOR, agreed
from tests.dialogs.requesting import hands_in
from tests.dialogs.waiting import alone, days_pass, opens_queue, tick

NEWS = "Для Соколова А. И."
OTHER = "Берёзова Ольга Петровна"


async def test_a_new_questionnaire_is_told_the_same_day_with_the_way_to_the_ranking(school: School) -> None:
    await alone(school)
    await days_pass(school.cast, 7)
    await offers(school, school.cast.colleague, MENTOR)
    await tick(school.cast, datetime(2026, 9, 15, 15, 40, tzinfo=UTC))  # after the window, before nine in the evening
    coordinator = school.cast.coordinator
    coordinator.sees("(ожидание: 5 учебных дней) появился подходящий наставник: Рябинин И. О. (урок и методика")
    await coordinator.presses("Кто подходит: Соколова А. И.")
    coordinator.sees("Ждёт наставника: 5 учебных дней", "Рябинин И. О.: 7 баллов")


async def test_a_mentor_is_told_of_once(school: School) -> None:
    await alone(school)
    await offers(school, school.cast.colleague, MENTOR)
    await days_pass(school.cast, 10)
    assert school.cast.coordinator.heard.count("появился подходящий наставник") == 1


async def test_who_was_there_before_the_request_is_no_news(school: School) -> None:
    await offers(school, school.cast.colleague, MENTOR)
    await alone(school)
    await days_pass(school.cast, 3)
    school.cast.coordinator.was_never_told("подходящий наставник:")


async def test_a_place_that_a_pair_has_freed_is_news(school: School) -> None:
    """The mentor has one place, and it was taken when the other one came."""
    cast = school.cast
    await agreed(school)
    await cast.colleague.says("/menu")
    await cast.colleague.presses("Моё наставничество")
    await cast.colleague.presses("1 коллега")
    await hands_in(school, cast.newcomer, OTHER)
    await days_pass(cast, 2)
    cast.coordinator.was_never_told("Для Берёзова О. П.")
    await cast.coordinator.says("/pairs")
    await cast.coordinator.presses("Рябинин И. О. → Соколова А. И.")
    await cast.coordinator.presses("Завершить")
    await cast.coordinator.presses("Взаимное решение")
    await days_pass(cast, 3)  # over a weekend
    cast.coordinator.sees("Для Берёзова О. П.", "появился подходящий наставник: Рябинин И. О.")


async def test_a_raised_capacity_is_news_also_when_nobody_has_read_the_questionnaire(school: School) -> None:
    cast = school.cast
    await agreed(school)
    await cast.colleague.says("/menu")
    await cast.colleague.presses("Моё наставничество")
    await cast.colleague.presses("1 коллега")
    await hands_in(school, cast.newcomer, OTHER)
    await days_pass(cast, 1)
    await cast.colleague.presses("2 коллеги")
    await days_pass(cast, 4)
    assert cast.coordinator.heard.count("Для Берёзова О. П.") == 1


async def test_areas_that_are_changed_in_the_questionnaire_are_news(school: School) -> None:
    cast = school.cast
    await alone(school)
    await offers(school, cast.colleague, MENTOR, {"ready": "Да, для разовых консультаций"})
    await days_pass(cast, 1)
    cast.coordinator.was_never_told("появился подходящий наставник")
    await cast.colleague.says("/menu")
    for label in (
        "Моё наставничество",
        "Посмотреть и изменить",
        "Изменить 1:",
        "Да, на несколько месяцев",
        "Двух",
        "Готово",
    ):
        await cast.colleague.presses(label)
    await days_pass(cast, 1)
    cast.coordinator.sees("появился подходящий наставник: Рябинин И. О.")


async def test_an_ended_pause_is_news_each_time(school: School) -> None:
    await alone(school)
    colleague, coordinator = school.cast.colleague, school.cast.coordinator
    await offers(school, colleague, MENTOR)
    await days_pass(school.cast, 1)
    await colleague.says("/menu")
    await colleague.presses("Моё наставничество")
    await colleague.presses("Сделать паузу")
    await days_pass(school.cast, 1)
    assert coordinator.heard.count("появился подходящий наставник") == 1
    await colleague.presses("Снова готов")
    await days_pass(school.cast, 1)
    assert coordinator.heard.count("появился подходящий наставник") == 2


async def test_a_mentor_who_appears_in_the_holidays_is_told_of_on_the_first_working_day(school: School) -> None:
    await alone(school)
    await days_pass(school.cast, 1)
    await tick(school.cast, datetime(2027, 1, 4, 9, 0, tzinfo=UTC))
    await offers(school, school.cast.colleague, MENTOR)
    for day in range(4, 11):
        await tick(school.cast, datetime(2027, 1, day, 12, 5, tzinfo=UTC))
        school.cast.coordinator.was_never_told("появился подходящий наставник")
    await tick(school.cast, datetime(2027, 1, 11, 5, 30, tzinfo=UTC))
    school.cast.coordinator.sees("появился подходящий наставник: Рябинин И. О.")


async def test_two_who_wait_for_one_mentor_are_told_of_together_and_the_longer_wait_has_its_points(
    school: School,
) -> None:
    cast = school.cast
    await alone(school)
    await days_pass(cast, 20)
    await hands_in(school, cast.newcomer, OTHER)
    await days_pass(cast, 1)
    await offers(school, cast.colleague, MENTOR)
    await days_pass(cast, 1)
    cast.coordinator.sees("Для Соколова А. И. (ожидание: 16 учебных дней)", "Для Берёзова О. П.")
    await cast.coordinator.presses("Кто подходит: Соколова А. И.")
    cast.coordinator.sees("Рябинин И. О.: 8 баллов", "долгое ожидание")
    await cast.colleague.says("/menu")
    await cast.colleague.presses("Моё наставничество")
    await cast.colleague.presses("1 коллега")
    await cast.coordinator.says("/pairs")
    await cast.coordinator.presses("Подобрать (2)")
    cast.coordinator.sees("Рябинин И. О. → Соколова А. И.: 8 баллов", "Берёзова О. П.: у подходящих наставников заняты")


async def test_whoever_pauses_is_not_told_of_and_is_looked_at_again_after_it(school: School) -> None:
    await alone(school)
    await school.cast.teacher.says("не беспокоить")
    await school.cast.teacher.says("18.09.2026")
    await offers(school, school.cast.colleague, MENTOR)
    await days_pass(school.cast, 7)
    school.cast.coordinator.was_never_told(NEWS)
    await days_pass(school.cast, 3)
    assert school.cast.coordinator.heard.count(f"{NEWS}") == 1
    await opens_queue(school.cast.coordinator)
    school.cast.coordinator.sees("Подходят: 1")
