"""The psychologist: hours for those who wait, signing up by one's own tap, a list of names and days."""

from mentoring.access import actor
from storage import people
from storage.vocabulary import Role
from tests.cast import Person
from tests.conftest import School
from tests.dialogs.waiting import ALONE, alone, days_pass, opens_queue
from tests.scenes import scene

COUNSEL = "Лугова Инна Петровна"
HOURS = "вторник, 15:00–17:00, кабинет 12"


async def types_hours(school: School, hours: str = HOURS) -> None:
    coordinator = school.cast.coordinator
    await coordinator.says("/settings")
    await coordinator.presses("Часы психолога")
    await coordinator.says(hours)


async def comes(school: School) -> Person:
    """Somebody who is the psychologist and takes part in nothing."""
    (person_id,) = await school.lists(COUNSEL, role=Role.PSYCHOLOGIST)
    psychologist = school.cast.colleague
    await psychologist.starts((await school.invites(person_id)).token)
    await school.lets_in(person_id, psychologist)
    return psychologist


@scene
async def signs_up(school: School) -> Person:
    await types_hours(school)
    psychologist = await comes(school)
    await alone(school)
    teacher = school.cast.teacher
    await teacher.says("/menu")
    await teacher.presses("Пока идёт поиск")
    await teacher.presses("Записаться к психологу", times=2)
    return psychologist


async def test_hours_are_shown_to_those_who_wait_and_nobody_signs_up_for_them(school: School) -> None:
    await types_hours(school)
    await alone(school)
    teacher, coordinator = school.cast.teacher, school.cast.coordinator
    await opens_queue(coordinator)
    await coordinator.presses(ALONE)
    await coordinator.presses("Часы психолога")
    await days_pass(school.cast, 1)
    await teacher.presses("Пока идёт поиск")
    teacher.sees(f"Психолог школы принимает: {HOURS}")
    teacher.does_not_see("Записаться к психологу")  # nobody would see it
    assert await school.cast.bot.fetch(str, "SELECT state FROM support_note") == ["offered"]


async def test_without_a_psychologist_there_is_no_button(school: School) -> None:
    await alone(school)
    await opens_queue(school.cast.coordinator)
    await school.cast.coordinator.presses(ALONE)
    school.cast.coordinator.does_not_see("Часы психолога")
    await school.cast.teacher.says("/menu")
    await school.cast.teacher.presses("Пока идёт поиск")
    school.cast.teacher.does_not_see("сихолог")
    await school.cast.teacher.presses_data("a:sgu:0:")
    assert await school.cast.bot.fetch(int, "SELECT COUNT(*) FROM support_note") == [0]


async def test_hours_can_be_taken_away_again(school: School) -> None:
    await types_hours(school)
    await types_hours(school, "Нет")
    await school.cast.coordinator.says("/settings")
    school.cast.coordinator.does_not_see("Психолог принимает")


async def test_the_psychologist_hears_that_somebody_has_signed_up_and_no_name(school: School) -> None:
    psychologist = await signs_up(school)
    await psychologist.waits()
    assert psychologist.messages[-1].text == "К психологу записались: 1 человек. Имена и даты только в списке."
    await psychologist.presses("Записи к психологу")
    psychologist.sees("Соколова Анна Ильинична: запись 08.09.2026")


async def test_whoever_withdraws_consent_is_on_no_list_at_once(school: School) -> None:
    psychologist = await signs_up(school)
    teacher, coordinator = school.cast.teacher, school.cast.coordinator
    await teacher.says("/menu")
    for label in ("Мои данные", "Отозвать согласие", "Отозвать согласие"):
        await teacher.presses(label)
    await psychologist.says("/menu")
    psychologist.sees("Сейчас никто не записан")
    await opens_queue(coordinator)
    coordinator.sees("никто не ждёт наставника")
    coordinator.does_not_see("Кого не ищем")
    await days_pass(school.cast, 30)
    assert await school.cast.bot.fetch(int, "SELECT COUNT(*) FROM support_note") == [0]
    assert await school.cast.bot.fetch(int, "SELECT COUNT(*) FROM match_told") == [0]


async def test_the_psychologist_sees_the_name_and_the_day_and_nothing_else(school: School) -> None:
    psychologist = await signs_up(school)
    school.cast.teacher.sees("вы записаны к психологу", "Отменить запись к психологу")
    await psychologist.says("/menu")
    psychologist.sees("Записи к психологу", "Соколова Анна Ильинична: запись 08.09.2026", "Хранятся только имя и дата")
    assert set(psychologist.buttons) == {ALONE, "Для меня как педагога", "Помощь"}
    psychologist.was_never_told("Урок и методика", "Физика")


async def test_a_meeting_is_marked_with_its_day_and_the_coordinator_sees_just_that(school: School) -> None:
    psychologist = await signs_up(school)
    await psychologist.says("/menu")
    await psychologist.presses(ALONE)
    await psychologist.presses("Встреча состоялась")
    await psychologist.says("08.09.2026")
    psychologist.sees("Отмечено, сохранена только дата.", "встреча 08.09.2026")
    coordinator = school.cast.coordinator
    await opens_queue(coordinator)
    await coordinator.presses(ALONE)
    coordinator.sees("психолог, состоялось, 08.09.2026")


async def test_the_coordinator_marks_no_meeting_of_the_psychologist(school: School) -> None:
    await signs_up(school)
    coordinator = school.cast.coordinator
    await opens_queue(coordinator)
    await coordinator.presses(ALONE)
    coordinator.sees("психолог, запись, 08.09.2026")
    coordinator.does_not_see("Состоялось:")
    await coordinator.presses_data("a:shl:1:1")
    coordinator.sees("Это уже отмечено или больше не ждёт отметки.")
    await coordinator.presses_data("g:ref:0:0")
    coordinator.does_not_see("Записи к психологу")


async def test_whoever_signs_off_is_on_no_list(school: School) -> None:
    psychologist = await signs_up(school)
    await school.cast.teacher.presses("Отменить запись к психологу", times=2)
    school.cast.teacher.sees("Записаться к психологу")
    await psychologist.says("/menu")
    psychologist.sees("Сейчас никто не записан")


async def test_a_teacher_opens_no_list_of_referrals(school: School) -> None:
    await signs_up(school)
    teacher = school.cast.teacher
    for data in ("g:ref:0:0", "g:ref1:1:0", "a:rfh:1:"):
        await teacher.presses_data(data)
        teacher.does_not_see("Записи к психологу", "Какого числа")


async def test_a_coordinator_who_is_the_psychologist_too_reaches_the_list_from_the_menu(school: School) -> None:
    bot, coordinator = school.cast.bot, school.cast.coordinator
    async with bot.machine.database.write() as tx:
        member = (await actor(tx, coordinator.user_id)).member
        assert member is not None
        await people.grant(tx, member.person_id, Role.PSYCHOLOGIST, by=None, now=bot.clock.now())
    await coordinator.says("/menu")
    await coordinator.presses("Записи к психологу")
    coordinator.sees("Сейчас никто не записан", "Меню")
