"""The stages' dates: proposed, confirmed once, nothing is reminded of before."""

from datetime import UTC, date, datetime

from storage.activities import Activity
from tests.conftest import School


async def confirmed(school: School) -> dict[str, date]:
    rows = await school.cast.bot.fetch(Activity, "SELECT key, due_on FROM activity")
    return {row.key: row.due_on for row in rows}


async def test_dates_are_proposed_and_nothing_is_confirmed_by_looking(school: School) -> None:
    coordinator = school.cast.coordinator
    await coordinator.says("/today")
    await coordinator.presses("Сроки этапов")
    coordinator.sees(
        "Сроки этапов, 2026/2027",
        "Формирование банка наставляемых",
        "педагогов: 15 сентября",
        "Формирование банка наставников",
        "бот ни о чём не напоминает",
        "с 14:00 до 18:00",
    )
    assert await confirmed(school) == {}


async def test_confirmed_once_by_one_press(school: School) -> None:
    coordinator = school.cast.coordinator
    await coordinator.says("/today")
    await coordinator.presses("Сроки этапов")
    await coordinator.presses("Подтвердить сроки", times=2)
    coordinator.sees("15 сентября, подтверждено", "Сроки подтверждены")
    assert "Подтвердить сроки" not in coordinator.buttons
    assert (await confirmed(school))["a2_requests"] == date(2026, 9, 15)
    assert await school.cast.bot.fetch(int, "SELECT COUNT(*) FROM journal WHERE act = 'roadmap.confirm'") == [1]


async def test_a_passed_date_is_proposed_anew(school: School) -> None:
    cast = school.cast
    cast.bot.clock.to(datetime(2026, 11, 24, 9, 0, tzinfo=UTC))
    await cast.coordinator.says("/today")
    await cast.coordinator.presses("Сроки этапов")
    cast.coordinator.sees("15 сентября уже прошло, предлагаем 27 ноября")
    await cast.coordinator.presses("Подтвердить сроки")
    assert (await confirmed(school))["a2_requests"] == date(2026, 11, 27)


async def test_dates_that_moved_since_they_were_shown_are_shown_again(school: School) -> None:
    cast = school.cast
    await cast.coordinator.says("/today")
    await cast.coordinator.presses("Сроки этапов")
    cast.bot.clock.to(datetime(2026, 11, 24, 9, 0, tzinfo=UTC))
    await cast.coordinator.presses("Подтвердить сроки")
    cast.coordinator.sees("предложенные даты сдвинулись", "Подтвердить сроки")
    assert await confirmed(school) == {}
