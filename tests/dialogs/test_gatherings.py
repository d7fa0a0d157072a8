"""Events: made, invited to, answered, moved, cancelled; each message comes once."""

from datetime import UTC, datetime

import pytest

from mentoring import forms
from mentoring.gatherings.kinds import NAMES
from tests.conftest import School
from tests.dialogs.gathering import SESSION, at, heard, invited, invites, makes, opens, three_teachers

INVITED, MOVED, CANCELLED = "Приглашение: ", "Изменение: ", "Отменено: "


async def test_a_draft_says_what_it_is_and_invites_nobody_by_itself(school: School) -> None:
    cast = school.cast
    await three_teachers(school)
    await makes(cast.coordinator)
    cast.coordinator.sees(SESSION, "черновик", "17 сентября, четверг, 15:30", "Кабинет 12", "В списке: 4 человека")
    cast.coordinator.sees("1. Роль и границы наставника", "5. Обмен опытом")
    await at(cast, 9, 8, 14)
    assert heard(cast.teacher, INVITED) == 0
    await cast.coordinator.presses("Удалить черновик")
    cast.coordinator.sees("О нём ещё никто не знает")
    await cast.coordinator.presses("Удалить черновик")
    cast.coordinator.sees("Черновик удалён", "Пока ни одного нет")


async def test_people_are_ticked_one_by_one_and_by_group(school: School) -> None:
    cast = school.cast
    await three_teachers(school)
    await makes(cast.coordinator, whom="Выберу сам(а)")
    cast.coordinator.sees("В списке: 0 человек", "Кого пригласить (0)")
    await cast.coordinator.presses("Кого пригласить")
    await cast.coordinator.presses("☐ Соколова А. И.", times=2)
    cast.coordinator.sees("☑ Соколова А. И.", "В списке: 1 человек", "☐ Рябинин И. О.")
    await cast.coordinator.presses("Добавить всех")
    cast.coordinator.sees("Добавлено: 3 человека", "☑ Рябинин И. О.")
    await cast.coordinator.presses("☑ Рябинин И. О.")
    cast.coordinator.sees("☐ Рябинин И. О.", "К приглашению (3)")


async def test_the_preview_has_numbers_and_names_whom_to_tell_in_person(school: School) -> None:
    cast = school.cast
    await three_teachers(school)
    await school.lists("Лугов Пётр Ильич")
    await makes(cast.coordinator)
    await cast.coordinator.presses("К приглашению")
    cast.coordinator.sees("Приглашение получат сегодня в 14:00: 4 человека", "Сказать лично: 1 человек (не в боте: 1)")
    await cast.coordinator.presses("Кому сказать лично")
    cast.coordinator.sees("Лугов П. И.: не в боте")


async def test_invitations_come_once_and_inside_the_window(school: School) -> None:
    cast = school.cast
    await three_teachers(school)
    await makes(cast.coordinator)
    await cast.coordinator.presses("К приглашению")
    await cast.coordinator.presses("Пригласить", times=2)
    cast.coordinator.sees("Приглашены: 4 человека", "без ответа: 4")
    assert heard(cast.teacher, INVITED) == 0
    await at(cast, 9, 8, 14)
    await at(cast, 9, 8, 15)
    assert [heard(each, INVITED) for each in (cast.teacher, cast.colleague, cast.newcomer)] == [1, 1, 1]
    cast.teacher.sees("17 сентября, четверг, 15:30", "Кабинет 12", "Буду", "Не смогу", "Позже скажу")


async def test_an_answer_is_one_tap_and_may_change_until_it_begins(school: School) -> None:
    cast = school.cast
    await invited(school)
    await cast.teacher.presses("Буду", times=2)
    cast.teacher.sees("Спасибо, записано.", "Ваш ответ: буду.")
    await cast.colleague.presses("Позже скажу")
    await opens(cast.coordinator)
    cast.coordinator.sees("Будут: 1, не смогут: 0, скажут позже: 1, без ответа: 2")
    await cast.teacher.presses("Не смогу")
    await cast.coordinator.presses("Кто что ответил")
    cast.coordinator.sees("Соколова А. И.: не сможет", "Рябинин И. О.: скажет позже", "Берёзова О. П.: ещё не ответил")
    old = cast.teacher.screen
    await at(cast, 9, 17, 16)
    await cast.teacher.presses_old(old, "Буду")
    cast.teacher.sees("Ответить уже нельзя")
    await opens(cast.coordinator)
    cast.coordinator.sees("не смогут: 1")


async def test_the_menu_says_that_an_answer_is_waited_for(school: School) -> None:
    cast = school.cast
    await invited(school)
    await cast.teacher.says("/menu")
    cast.teacher.sees("Вас приглашают на 1 мероприятие", "Мероприятия (1)")
    await cast.teacher.presses("Мероприятия (1)")
    await cast.teacher.presses("17.09 Установочная сессия")
    await cast.teacher.presses("Буду")
    await cast.teacher.says("/menu")
    cast.teacher.does_not_see("Вас приглашают")


async def test_no_more_people_come_than_there_are_places(school: School) -> None:
    cast = school.cast
    await invited(school, places="1")
    old = cast.colleague.screen
    await cast.teacher.presses("Буду")
    await cast.colleague.presses_old(old, "Буду")
    cast.colleague.sees("Свободных мест больше нет", "Вы ещё не ответили")
    await cast.teacher.presses("Не смогу")
    await cast.colleague.presses("Меню")
    await cast.colleague.presses("Мероприятия")
    await cast.colleague.presses("17.09")
    await cast.colleague.presses("Буду")
    cast.colleague.sees("Ваш ответ: буду.")


async def test_another_day_is_told_once_and_asked_anew(school: School) -> None:
    cast = school.cast
    await invited(school)
    await cast.teacher.presses("Буду")
    await opens(cast.coordinator)
    for label in ("Изменить", "День и время"):
        await cast.coordinator.presses(label)
    await cast.coordinator.says("24.09.2026")
    await cast.coordinator.says("16 часов")
    cast.coordinator.sees("О перемене бот скажет: 4 человека", "24 сентября, четверг, 16:00", "без ответа: 4")
    await at(cast, 9, 8, 17)
    await at(cast, 9, 9, 14)
    assert [heard(each, MOVED) for each in (cast.teacher, cast.colleague)] == [1, 1]
    cast.teacher.sees("24 сентября, четверг, 16:00", "Буду")


async def test_whoever_has_not_got_the_invitation_is_invited_to_the_new_day(school: School) -> None:
    cast = school.cast
    await three_teachers(school)
    await makes(cast.coordinator)
    await invites(cast.coordinator)
    for label in ("Изменить", "Место"):
        await cast.coordinator.presses(label)
    await cast.coordinator.says("Актовый зал")
    await at(cast, 9, 8, 14)
    assert (heard(cast.teacher, INVITED), heard(cast.teacher, MOVED)) == (1, 0)
    cast.teacher.sees("Актовый зал")


async def test_a_cancellation_goes_at_once_and_reminders_are_over(school: School) -> None:
    cast = school.cast
    await invited(school)
    await cast.teacher.presses("Буду")
    await at(cast, 9, 9, 10)
    await opens(cast.coordinator)
    await cast.coordinator.presses("Отменить мероприятие")
    cast.coordinator.sees("Отменить: Установочная сессия наставников, 17 сентября")
    await cast.coordinator.presses("Да, отменить", times=2)
    assert [heard(each, CANCELLED) for each in (cast.teacher, cast.colleague, cast.newcomer)] == [1, 1, 1]
    await opens(cast.coordinator)
    cast.coordinator.sees("отменено")
    said = heard(cast.teacher, "17 сентября")
    for day in range(10, 18):
        await at(cast, 9, day, 14)
    assert heard(cast.teacher, "17 сентября") == said


async def test_who_never_knew_of_it_hears_of_no_cancellation(school: School) -> None:
    cast = school.cast
    await three_teachers(school)
    await makes(cast.coordinator)
    await invites(cast.coordinator)
    await cast.coordinator.presses("Отменить мероприятие")
    await cast.coordinator.presses("Да, отменить")
    await at(cast, 9, 8, 14)
    assert (heard(cast.teacher, INVITED), heard(cast.teacher, CANCELLED)) == (0, 0)


@pytest.mark.parametrize(
    ("day", "warned"),
    [("19.09.2026", "это выходной"), ("01.07.2027", "отпуск"), ("01.09.2026", "этот день уже прошёл")],
)
async def test_a_doubtful_day_is_a_warning_and_no_wall(school: School, day: str, warned: str) -> None:
    cast = school.cast
    await three_teachers(school)
    await makes(cast.coordinator, day=day)
    cast.coordinator.sees("Обратите внимание", warned, "К приглашению")


async def test_another_event_on_that_day_is_warned_of(school: School) -> None:
    cast = school.cast
    await three_teachers(school)
    await makes(cast.coordinator)
    await makes(cast.coordinator, "Семинар")
    cast.coordinator.sees("в этот день уже есть другое мероприятие")


async def test_who_is_added_later_is_invited_later(school: School) -> None:
    cast = school.cast
    await three_teachers(school)
    await makes(cast.coordinator, whom="Выберу сам(а)")
    await cast.coordinator.presses("Кого пригласить")
    await cast.coordinator.presses("☐ Соколова А. И.")
    await invites(cast.coordinator)
    await at(cast, 9, 8, 14)
    assert (heard(cast.teacher, INVITED), heard(cast.colleague, INVITED)) == (1, 0)
    await opens(cast.coordinator)
    await cast.coordinator.presses("Кого пригласить")
    await cast.coordinator.presses("☐ Рябинин И. О.")
    await cast.coordinator.presses("Пригласить ещё (1)")
    await cast.coordinator.presses("Пригласить (1)")
    await at(cast, 9, 8, 15)
    assert (heard(cast.teacher, INVITED), heard(cast.colleague, INVITED)) == (1, 1)


async def test_reminders_go_three_days_before_and_on_the_day_to_who_may_come(school: School) -> None:
    cast = school.cast
    await invited(school, day="18.09.2026")
    await cast.teacher.presses("Буду")
    await cast.colleague.presses("Не смогу")
    told: dict[int, list[int]] = {}
    for day in range(9, 19):
        before = [heard(each, "18 сентября") for each in (cast.teacher, cast.colleague, cast.newcomer)]
        await at(cast, 9, day, 14)
        after = [heard(each, "18 сентября") for each in (cast.teacher, cast.colleague, cast.newcomer)]
        told[day] = [late - early for early, late in zip(before, after, strict=True)]
    assert {day: who for day, who in told.items() if any(who)} == {15: [1, 0, 1], 18: [1, 0, 1]}


async def test_a_paused_person_is_not_written_to(school: School) -> None:
    cast = school.cast
    await three_teachers(school)
    await cast.teacher.says("/stop")
    await makes(cast.coordinator)
    await cast.coordinator.presses("К приглашению")
    cast.coordinator.sees("просят не писать: 1")
    await cast.coordinator.presses("Пригласить")
    await at(cast, 9, 8, 14)
    assert (heard(cast.teacher, INVITED), heard(cast.colleague, INVITED)) == (0, 1)


async def test_a_message_that_did_not_fit_into_the_day_comes_the_next_day(school: School) -> None:
    cast = school.cast
    await three_teachers(school)
    await makes(cast.coordinator)
    await invites(cast.coordinator)
    cast.bot.clock.to(datetime(2026, 9, 8, 15, 30, tzinfo=UTC))  # the bot was off until after the window
    await cast.bot.settle()
    assert heard(cast.teacher, INVITED) == 0
    await at(cast, 9, 9, 14)
    await at(cast, 9, 9, 15)
    assert heard(cast.teacher, INVITED) == 1


def test_the_form_offers_every_kind_by_its_name() -> None:
    (asked,) = [each for each in forms.load().get("gathering").questions if each.key == "kind"]
    assert {each.key: each.label for each in asked.options} == {kind.value: name for kind, name in NAMES.items()}
