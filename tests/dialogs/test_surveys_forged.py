"""Presses that nobody was shown: another school's coordinator, a teacher, a threshold that is too low."""

import pytest

from handlers.presses import Act, Deed, Go, Meant, Spot, pack
from tests.conftest import School, member_of
from tests.dialogs.rounds import FORM, MEETING, RESULTS, answer, asked, closes, opens_card, people, rounds
from tests.dialogs.test_two_schools import Second, second

__all__ = ["second"]  # a fixture

CLOSES = pack(Act(Deed.SURVEY_CLOSE, argument=FORM))
ASKS_TO_CLOSE = pack(Go(Spot.SURVEY_CLOSE, argument=FORM))
COMMENTS = pack(Go(Spot.SURVEY_COMMENTS, 1))


async def test_presses_forged_by_another_schools_coordinator_show_and_close_nothing(
    school: School, second: Second
) -> None:
    await answer(*await asked(school))
    coordinator, deputy = school.cast.coordinator, school.cast.deputy
    for data in (CLOSES, ASKS_TO_CLOSE):
        await deputy.presses_data(data)
        deputy.sees("Эта анкета уже закрыта")
    assert await rounds(school.cast.bot) == [(3, 3, 1)]
    await coordinator.presses_data(CLOSES)
    member = (await member_of(school.cast.bot, coordinator)).member
    assert member is not None
    for data in (RESULTS, COMMENTS, pack(Meant(member.person_id, Go(Spot.SURVEY, 1)))):
        await deputy.presses_data(data)
        deputy.does_not_see("Ответили 3", "100 %", "Ответов словами здесь нет")
    await coordinator.presses_data(RESULTS)
    coordinator.sees("Приглашены 3, ответили 3", "100 %")


async def test_presses_forged_by_a_teacher_show_and_close_nothing(school: School) -> None:
    anna, *others = await asked(school)
    await answer(anna, *others)
    for data in (CLOSES, ASKS_TO_CLOSE, pack(Act(Deed.FORM_SEND, argument=f"3.{FORM}"))):
        await anna.presses_data(data)
        anna.sees("Эта кнопка уже не действует")
    assert await rounds(school.cast.bot) == [(3, 3, 1)]
    await closes(school, MEETING)
    for data in (RESULTS, COMMENTS, pack(Go(Spot.FORM, argument=FORM))):
        await anna.presses_data(data)
        anna.does_not_see("Ответили 3", "100 %", "Результаты")


async def test_the_coordinators_own_forged_press_shows_nothing_of_an_open_round(school: School) -> None:
    await answer(*await asked(school))
    coordinator = await opens_card(school, MEETING)
    for data in (RESULTS, COMMENTS):
        await coordinator.presses_data(data)
        coordinator.sees("Таких результатов нет: анкета ещё идёт")
    await coordinator.presses_data(pack(Go(Spot.TALLIES, argument=FORM)))
    coordinator.does_not_see("100 %", "9 —", "Среднее")


@pytest.mark.parametrize("threshold", ["1", "2", "6", "-3", "99999999999", "x"])
async def test_a_forged_threshold_opens_no_round(school: School, threshold: str) -> None:
    await people(school, 5)
    coordinator = await opens_card(school, MEETING)
    for label in ("Попросить ответить", "Выбрать всех, кто не ответил (5)", "Дальше (5)", "Ответы без имён"):
        await coordinator.presses(label)
    genuine = next(
        each.data for each in coordinator.screen.buttons if each.label.startswith("Пригласить, показать от 5")
    )
    await coordinator.presses_data((genuine or "").replace(f"5.{FORM}", f"{threshold}.{FORM}"))
    assert await rounds(school.cast.bot) == []
    assert await school.cast.bot.fetch(int, "SELECT COUNT(*) FROM form_ask WHERE asked_at IS NOT NULL") == [0]
