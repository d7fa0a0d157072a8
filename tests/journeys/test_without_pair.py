"""J7: a mentee without a pair from the autumn to January, cared for meanwhile; then a mentor comes."""

from datetime import UTC, datetime

from storage.vocabulary import Role
from tests.cast import Cast
from tests.conftest import School
from tests.dialogs.offering import offers
from tests.dialogs.pairing import MENTEE, MENTOR
from tests.dialogs.requesting import hands_in

COUNSEL = "Лугова Инна Петровна"
ALONE = "Соколова А. И."


async def at(cast: Cast, year: int, month: int, day: int, hour: int = 15) -> None:
    """Five minutes past that hour of Moscow."""
    cast.bot.clock.to(datetime(year, month, day, hour - 3, 5, tzinfo=UTC))
    await cast.bot.tick()


async def waits_from_september(school: School) -> None:
    """Hours of the psychologist are there, the request is handed in on the 8th, nobody fits."""
    cast = school.cast
    await cast.coordinator.says("/settings")
    await cast.coordinator.presses("Часы психолога")
    await cast.coordinator.says("вторник, 15:00–17:00")
    (counsel,) = await school.lists(COUNSEL, role=Role.PSYCHOLOGIST)
    await cast.newcomer.starts((await school.invites(counsel)).token)
    await school.lets_in(counsel, cast.newcomer)
    await hands_in(school, cast.teacher, MENTEE)
    await at(cast, 2026, 9, 8)


async def hears_of_it_and_signs_up(school: School) -> None:
    teacher = school.cast.teacher
    await at(school.cast, 2026, 10, 1)
    teacher.sees("Наставник для вас пока не нашёлся, поиск продолжается.")
    await teacher.presses("Пока идёт поиск")
    teacher.sees("Психолог школы принимает: вторник, 15:00–17:00", "Искать дальше", "Не искать")
    await teacher.presses("Записаться к психологу", times=2)
    await teacher.presses("Искать дальше")


async def is_offered_a_consultation(school: School) -> None:
    cast = school.cast
    await cast.coordinator.says("/pairs")
    for label in ("Без пары (1)", ALONE, "Предложить консультацию"):
        await cast.coordinator.presses(label)
    await at(cast, 2026, 10, 2)
    await cast.teacher.presses("Пока идёт поиск")
    await cast.teacher.presses("Хочу консультацию", times=2)


async def meetings_are_marked(school: School) -> None:
    """Days alone: the psychologist the one, the coordinator the other."""
    cast = school.cast
    await at(cast, 2026, 10, 7)
    await cast.newcomer.says("/menu")
    cast.newcomer.sees("Соколова Анна Ильинична: запись 01.10.2026")
    await cast.newcomer.presses(ALONE)
    await cast.newcomer.presses("Встреча состоялась")
    await cast.newcomer.says("06.10.2026")
    await cast.coordinator.says("/today")
    cast.coordinator.sees("Хотят консультацию или группу: 1 человек")
    for label in ("Без пары", ALONE, "Состоялось: консультация"):
        await cast.coordinator.presses(label)
    await cast.coordinator.says("07.10.2026")
    cast.coordinator.sees("психолог, состоялось, 06.10.2026", "консультация, состоялось, 07.10.2026")


async def test_a_mentee_waits_till_january_and_is_found_a_mentor_the_day_one_comes(journey_school: School) -> None:
    school, cast = journey_school, journey_school.cast
    await waits_from_september(school)
    await hears_of_it_and_signs_up(school)
    await is_offered_a_consultation(school)
    await meetings_are_marked(school)
    for month, day in ((11, 10), (12, 8)):
        await at(cast, 2026, month, day)
        assert "Без пары дольше 10 рабочих дней: 1 человек" in cast.coordinator.messages[-1].text
    await at(cast, 2027, 1, 12, 9)
    await offers(school, cast.colleague, MENTOR)
    await at(cast, 2027, 1, 12, 11)
    cast.coordinator.sees(f"Для {ALONE} (ожидание: 82 учебных дня) появился подходящий наставник: Рябинин И. О.")
    await cast.coordinator.presses(f"Кто подходит: {ALONE}")
    cast.coordinator.sees("Рябинин И. О.: 12 баллов", "долгое ожидание")
    await cast.coordinator.presses("Рябинин И. О.")
    await cast.coordinator.presses("Предложить сейчас", times=2)
    await at(cast, 2027, 1, 12)
    await cast.colleague.presses("Посмотреть предложение")
    await cast.colleague.presses("Принять", times=2)
    await at(cast, 2027, 1, 13)
    await cast.teacher.presses("Посмотреть предложение")
    await cast.teacher.presses("Принять")
    cast.teacher.sees("все согласны")
    await cast.coordinator.says("/pairs")
    await cast.coordinator.presses("Без пары")
    cast.coordinator.sees("никто не ждёт наставника")
    assert await log(cast) == ["psychologist held 2026-10-06", "consultation held 2026-10-07"]
    assert cast.coordinator.heard.count("появился подходящий наставник") == 1


async def log(cast: Cast) -> list[str]:
    """A kind, a state and a day: the table has nowhere to keep what was said."""
    return await cast.bot.fetch(str, "SELECT kind || ' ' || state || ' ' || held_on FROM support_note ORDER BY id")
