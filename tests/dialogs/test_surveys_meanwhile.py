"""What happens while answers without names are collected: people come and go, it is closed; the counts stay exact."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from storage.vocabulary import Role
from tests.cast import Cast
from tests.conftest import School, set_up_school
from tests.dialogs.drafting import published
from tests.dialogs.ringing import at
from tests.dialogs.rounds import (
    FORM,
    MEETING,
    RESULTS,
    SHORT,
    answer,
    answers,
    asked,
    asks_without_names,
    closes,
    opens_card,
    opens_results,
    people,
    rounds,
    said,
)
from tests.dialogs.test_surveys import withdraws


async def test_who_is_in_the_middle_at_closing_is_told_kindly_and_counts_for_nothing(school: School) -> None:
    anna, boris, vera = await asked(school)
    await answer(anna)
    for label in ("Ответить", "Начать", "9"):
        await boris.presses(label)
    invitation = vera.screen
    await closes(school, MEETING)
    await boris.presses("8")
    boris.sees("Анкета уже закрыта", "нигде не сохранилось", "Спросить координатора", "Меню")
    await vera.presses_old(invitation, "Ответить")
    vera.sees("уже закрыта, ответы на неё больше не принимаются")
    assert await rounds(school.cast.bot) == [(3, 1, 0)]
    assert await said(school.cast.bot, "useful") == 1


async def test_two_coordinators_close_at_once_and_it_is_closed_once(school: School) -> None:
    cast = school.cast
    (deputy,) = await school.lists("Лугов Павел Андреевич", role=Role.DEPUTY)
    await cast.deputy.starts((await school.invites(deputy)).token)
    await school.lets_in(deputy, cast.deputy)
    await cast.deputy.presses("Понятно")
    await asked(school)
    for each in (cast.coordinator, cast.deputy):
        await each.says("/forms")
        await each.presses(MEETING)
        await each.presses("Закрыть анкету")
    for each in (cast.coordinator, cast.deputy):
        data = next(button.data for button in each.screen.buttons if button.label == "Закрыть анкету")
        cast.bot.world.press_data(each.user_id, each.screen.id, data or "")
    await cast.bot.settle()
    heard = sorted(each.messages[-1].text for each in (cast.coordinator, cast.deputy))
    assert [text[:20] for text in heard] == [f"Анкета «{MEETING}» закрыта"[:20], "Эта анкета уже закрыта."[:20]]
    assert await cast.bot.fetch(int, "SELECT COUNT(*) FROM journal WHERE act = 'survey.close'") == [1]


async def test_who_withdraws_or_is_erased_while_it_is_open_leaves_the_counts_exact(school: School) -> None:
    anna, boris, vera, gleb = await asked(school, 4)
    await answer(anna, boris)
    for label in ("Ответить", "Начать", "9"):
        await vera.presses(label)
    for teacher in (anna, vera):
        await withdraws(teacher)
    await erases(school, "Берёзова А. И.", "Берёзовв О. И.")
    await answer(gleb)
    assert await rounds(school.cast.bot) == [(4, 3, 1)]
    coordinator = await opens_results(school, MEETING)
    coordinator.sees("Приглашены 4, ответили 3", "9 — 3 (100 %)")
    assert await said(school.cast.bot, "useful") == 3


async def erases(school: School, *names: str) -> None:
    coordinator = school.cast.coordinator
    for name in names:
        await coordinator.says("/today")
        await coordinator.presses("Уничтожить данные")
        await coordinator.presses(name)
        await coordinator.presses("Уничтожить данные")


async def test_a_new_version_published_meanwhile_is_not_the_one_that_a_round_asks(school: School) -> None:
    anna, boris, vera = await asked(school)
    await answer(anna)
    await published(school, FORM, _reworded)
    for teacher in (boris, vera):
        await teacher.presses("Ответить")
        await teacher.presses("Начать")
        teacher.sees("Насколько встреча была полезной?")
        for label in (*SHORT, "Отправить"):
            await teacher.presses(label)
    coordinator = await opens_results(school, MEETING)
    coordinator.sees("Насколько встреча была полезной?", "9 — 3 (100 %)")
    coordinator.does_not_see("Стоило ли приходить?")


def _reworded(raw: dict[str, object]) -> None:
    questions = raw["questions"]
    assert isinstance(questions, list)
    questions[0]["text"] = "Стоило ли приходить?"


async def test_who_asks_not_to_be_written_to_answers_from_the_menu_and_hears_no_reminder(school: School) -> None:
    mute, paused, anna = await people(school, 3)
    await mute.says("стоп")
    await paused.says("меню")
    await paused.presses("Не беспокоить до")
    await paused.says("15 октября")
    await asks_without_names(school, MEETING, 3, threshold=3)
    for day in (8, 14, 21):
        await at(school.cast, day, 14)
    for teacher in (mute, paused):
        teacher.was_never_told("Координатор приглашает", "ждёт ответа")
        await teacher.says("меню")
        await teacher.presses(MEETING)
        await answers(teacher, *SHORT)
    await answer(anna)
    assert await rounds(school.cast.bot) == [(3, 3, 1)]


async def test_who_is_added_while_it_runs_is_counted_and_answers_by_its_day_and_threshold(school: School) -> None:
    teachers = await asked(school)
    (gleb,) = await people(school, 1, first=3)
    coordinator = await opens_card(school, MEETING)
    for label in ("Попросить ответить", "Выбрать всех, кто не ответил (1)", "Дальше (1)", "Отправить 1 человеку"):
        await coordinator.presses(label)
    await at(school.cast, 9, 14)
    gleb.sees("до 22 сентября")
    await answer(*teachers[:2], gleb)
    assert await rounds(school.cast.bot) == [(4, 3, 1)]
    await opens_results(school, MEETING)
    coordinator.sees("Приглашены 4, ответили 3", "9 — 3 (100 %)")


@pytest.mark.parametrize(
    ("city", "zone"), [("Калининград", "Europe/Kaliningrad"), ("Петропавловск-Камчатский", "Asia/Kamchatka")]
)
async def test_it_closes_at_midnight_of_the_schools_own_day(cast: Cast, city: str, zone: str) -> None:
    school = await set_up_school(cast, city=city)
    teachers = await people(school, 3)
    await asks_without_names(school, MEETING, 3, threshold=3)
    (last_day,) = await cast.bot.fetch(date, "SELECT answer_by FROM survey")
    midnight = datetime.combine(last_day + timedelta(days=1), time(), ZoneInfo(zone)).astimezone(UTC)
    cast.bot.clock.to(midnight - timedelta(seconds=30))
    await cast.bot.tick()
    await teachers[0].says("меню")
    await teachers[0].presses(MEETING)
    assert await rounds(cast.bot) == [(3, 0, 1)]
    cast.bot.clock.to(midnight)
    await cast.bot.tick()
    assert await rounds(cast.bot) == [(3, 0, 0)]
    await teachers[0].presses("Начать")
    teachers[0].sees("Анкета уже закрыта")


async def test_in_a_school_of_three_all_three_must_answer(school: School) -> None:
    teachers = await asked(school)
    await answer(*teachers[:2])
    coordinator = await opens_results(school, MEETING)
    coordinator.sees("Приглашены 3, ответили 2", "Мало ответов (меньше 3)")
    coordinator.does_not_see("1 — ", "Среднее")


async def test_a_round_opened_again_asks_everybody_anew_and_mixes_nothing(school: School) -> None:
    teachers = await asked(school)
    await answer(*teachers)
    await closes(school, MEETING)
    await asks_without_names(school, MEETING, 3, threshold=3)
    await at(school.cast, 9, 14)
    for teacher in teachers[:2]:
        await teacher.presses("Ответить")
        await answers(teacher, "1", "1", "Скорее нет", "Пропустить")
    assert await rounds(school.cast.bot) == [(3, 3, 0), (3, 2, 1)]
    coordinator = await opens_card(school, MEETING)
    await coordinator.presses_data(RESULTS)
    coordinator.sees("Приглашены 3, ответили 3", "9 — 3 (100 %)")
