"""One message a day: what is due is merged, put off, said three times, and said to the one who answers for it."""

from datetime import UTC, datetime

import pytest

from storage.vocabulary import Role
from tests.cast import Person
from tests.conftest import School
from tests.dialogs.announcing import announces
from tests.dialogs.drafting import published
from tests.dialogs.planning import answers_questions, confirms_dates
from tests.dialogs.requesting import FACTS
from tests.dialogs.ringing import at
from tests.dialogs.surveying import ANNA, asks, climate
from tests.scenes import scene

IGOR = "Рябинин Игорь Олегович"
REQUEST = "Координатор собирает запросы педагогов"
ORDER = "«Приказ о закреплении пар и групп, с письменного согласия участников»"


def heard(person: Person, text: str) -> int:
    return sum(text in message.text for message in person.messages)


async def days_of(school: School, person: Person, text: str, *days: int) -> list[int]:
    """The days of September on which it was said."""
    told = []
    for day in days:
        before = heard(person, text)
        await at(school.cast, day, 15)
        if heard(person, text) > before:
            told.append(day)
    return told


async def test_what_is_due_on_one_day_comes_in_one_message_with_a_button_for_each(school: School) -> None:
    teacher = school.cast.teacher
    await published(school, "needs", climate)
    await school.brings_in(teacher, ANNA, **FACTS)
    await asks(school, "Соколова А. И.")
    await at(school.cast, 8, 14)
    await confirms_dates(school.cast.coordinator)
    await at(school.cast, 14, 14)
    teacher.sees("Что сейчас ждёт вас", f"• {REQUEST}", "• Анкета «Климат в коллективе» ждёт ответа до 22 сентября")
    assert teacher.buttons == ["Заполнить запрос (3 минуты)", "Ответить: Климат в коллективе", "Отложить"]
    await teacher.presses("Ответить: Климат в коллективе")
    teacher.sees("Климат в коллективе", "Начать")


async def test_a_reminder_is_put_off_until_tomorrow(school: School) -> None:
    teacher = school.cast.teacher
    await school.brings_in(teacher, ANNA)
    await confirms_dates(school.cast.coordinator)
    await at(school.cast, 10, 15)
    await teacher.presses("Отложить")
    teacher.sees("До какого дня отложить", "До завтра", "До следующей недели", "Сделано на бумаге")
    await teacher.presses("До завтра", times=2)
    teacher.sees("бот напомнит 11 сентября")
    assert await days_of(school, teacher, REQUEST, 11, 14, 15, 16, 17, 18) == [11, 16]


async def test_a_reminder_is_put_off_until_next_week(school: School) -> None:
    teacher = school.cast.teacher
    await school.brings_in(teacher, ANNA)
    await confirms_dates(school.cast.coordinator)
    await at(school.cast, 16, 15)
    await teacher.presses("Отложить")
    await teacher.presses("До следующей недели")
    teacher.sees("бот напомнит 21 сентября")
    assert await days_of(school, teacher, REQUEST, 17, 18, 21, 22, 23, 28) == [21]


async def test_what_is_done_on_paper_is_not_reminded_of_and_the_coordinator_hears(school: School) -> None:
    cast = school.cast
    await school.brings_in(cast.teacher, ANNA)
    await confirms_dates(cast.coordinator)
    await at(cast, 10, 15)
    await cast.teacher.presses("Отложить")
    await cast.teacher.presses("Сделано на бумаге")
    cast.teacher.sees("больше не напоминает", "на бумаге")
    assert await days_of(school, cast.teacher, REQUEST, 14, 16, 21) == []
    await cast.coordinator.says("/today")
    cast.coordinator.sees("Говорят, что сдали запрос на бумаге, его нужно внести: 1 человек", "Кто не ответил (1)")


async def test_nor_does_a_coordinators_press_remind_of_what_is_done_on_paper(school: School) -> None:
    cast = school.cast
    await school.brings_in(cast.teacher, ANNA)
    await confirms_dates(cast.coordinator)
    await at(cast, 10, 15)
    await cast.teacher.presses("Отложить")
    await cast.teacher.presses("Сделано на бумаге")
    await at(cast, 22, 15)
    await cast.coordinator.says("/remind")
    cast.coordinator.sees("Пока напоминать некому. Говорят, что сдали на бумаге: 1, им не уйдёт")
    cast.coordinator.does_not_see("Без ответа ещё")
    await school.brings_in(cast.colleague, IGOR)
    await cast.coordinator.says("/remind")
    cast.coordinator.sees("Отправить напоминание 1 человеку?", "сдали на бумаге: 1")
    before = heard(cast.teacher, REQUEST)
    await cast.coordinator.presses("Отправить 1 человеку")
    assert (heard(cast.colleague, REQUEST), heard(cast.teacher, REQUEST)) == (1, before)


@pytest.mark.parametrize("data", ["a:putoff:0:", "a:putoff:9:2026-09-10", "a:putoff:0:2026-09-09", "g:putoff:0:0"])
async def test_a_forged_press_puts_nothing_off(school: School, data: str) -> None:
    teacher = school.cast.teacher
    await school.brings_in(teacher, ANNA)
    await confirms_dates(school.cast.coordinator)
    await at(school.cast, 10, 15)
    await teacher.presses_data(data)
    assert await school.cast.bot.fetch(int, "SELECT COUNT(*) FROM snooze") == [0]
    teacher.sees("Меню")


async def test_after_three_reminders_there_is_silence_and_a_line_for_the_coordinator(school: School) -> None:
    cast = school.cast
    await school.brings_in(cast.teacher, ANNA)
    await confirms_dates(cast.coordinator)
    assert await days_of(school, cast.teacher, REQUEST, 9, 10, 11, 14, 15, 16) == [10, 14, 16]
    await cast.coordinator.says("/today")
    cast.coordinator.does_not_see("Молчат")  # they may answer the third one today
    assert await days_of(school, cast.teacher, REQUEST, 17, 18, 21, 22, 28, 29) == []
    await cast.coordinator.says("/today")
    cast.coordinator.sees("Молчат после трёх напоминаний, лучше подойти: 1 человек", "Кто не ответил (1)")


async def test_a_month_holds_four_messages_but_for_what_somebody_has_put_off(school: School) -> None:
    cast, teacher = school.cast, school.cast.teacher
    await published(school, "needs", climate)
    await school.brings_in(teacher, ANNA, **FACTS)
    await asks(school, "Соколова А. И.")
    await at(cast, 8, 14)
    await confirms_dates(cast.coordinator)
    await at(cast, 9, 14)
    await announces(cast.coordinator)
    await at(cast, 14, 14)
    await at(cast, 16, 14)
    await teacher.presses("Отложить")
    await teacher.presses("До завтра")
    assert await days_of(school, teacher, REQUEST, 17) == [17], "the fifth, and asked for"
    assert await days_of(school, teacher, "Анкета «Климат в коллективе»", 18, 21, 22) == []


async def test_the_week_among_other_things_is_a_point_of_its_own(school: School) -> None:
    cast = school.cast
    await school.lists(IGOR)
    await confirms_dates(cast.coordinator)
    await at(cast, 14, 14)
    cast.coordinator.sees(
        "• На этой неделе:\n– Просрочено", "\n– Ещё не вошли в бот: 1 человек", "• До 15 сентября: «Сбор"
    )
    cast.coordinator.does_not_see("Что ждёт вас на этой неделе", "• Ещё не вошли")


async def test_who_joins_late_has_a_week_of_their_own(school: School) -> None:
    cast = school.cast
    await confirms_dates(cast.coordinator)
    cast.bot.clock.to(datetime(2026, 9, 28, 9, 0, tzinfo=UTC))
    await school.brings_in(cast.teacher, ANNA)
    await at(cast, 28, 15)
    await at(cast, 29, 15)
    assert heard(cast.teacher, REQUEST) == 0
    await at(cast, 30, 15)
    assert heard(cast.teacher, REQUEST) == 1


async def test_a_moved_deadline_brings_its_own_reminders(school: School) -> None:
    cast = school.cast
    await school.brings_in(cast.teacher, ANNA)
    await answers_questions(cast.coordinator)
    await cast.coordinator.presses("Подтвердить сроки")
    cast.bot.clock.to(datetime(2026, 9, 9, 9, 0, tzinfo=UTC))
    await cast.coordinator.presses("Изменить, этап 2")
    await cast.coordinator.presses("Изменить 5")
    await cast.coordinator.says("24.09.2026")
    assert await days_of(school, cast.teacher, REQUEST, 10, 14, 16, 17, 18, 21, 22, 23, 24, 25, 28) == [21, 23, 25]


async def test_who_answers_for_a_stage_is_reminded_of_it_with_the_way_to_close_it(school: School) -> None:
    coordinator = school.cast.coordinator
    await confirms_dates(coordinator)
    assert await days_of(school, coordinator, ORDER, 18, 21, 22, 29, 30) == [21, 29]
    await coordinator.presses("Открыть: Приказ о закреплении")
    await coordinator.presses("Сделано")
    await coordinator.says("52")
    await coordinator.says("сегодня")
    coordinator.sees("Документ № 52")
    school.cast.bot.clock.to(datetime(2026, 10, 1, 12, 0, tzinfo=UTC))
    await school.cast.bot.tick()
    assert heard(coordinator, f"Срок был 30 сентября: {ORDER}") == 0


async def test_what_is_late_is_said_as_late(school: School) -> None:
    coordinator = school.cast.coordinator
    await confirms_dates(coordinator)
    school.cast.bot.clock.to(datetime(2026, 10, 1, 12, 0, tzinfo=UTC))
    await school.cast.bot.tick()
    assert heard(coordinator, f"Срок был 30 сентября: {ORDER}") == 1


@scene
async def with_deputy(school: School) -> Person:
    (person_id,) = await school.lists("Лугов Павел Сергеевич", role=Role.DEPUTY)
    deputy = school.cast.deputy
    await deputy.starts((await school.invites(person_id)).token)
    await school.lets_in(person_id, deputy)
    await deputy.presses("Понятно")
    return deputy


async def test_a_stage_of_the_deputy_is_the_deputys(school: School) -> None:
    deputy = await with_deputy(school)
    coordinator = school.cast.coordinator
    await answers_questions(coordinator, "До 31 мая", "Заместитель", "Координатор", "20 апреля", "Нет, не нужен")
    await coordinator.presses("Подтвердить сроки")
    await at(school.cast, 25, 15)
    assert heard(deputy, "«Формирование банка данных наставников»") == 1
    assert heard(coordinator, "До 25 сентября: «Формирование банка данных наставников»") == 0


async def test_the_deputy_is_told_two_working_days_into_the_coordinators_absence(school: School) -> None:
    deputy = await with_deputy(school)
    coordinator = school.cast.coordinator
    await confirms_dates(coordinator)
    bot = school.cast.bot
    async with bot.machine.database.write() as tx:
        await tx.run("UPDATE person SET paused_until = '2026-12-01' WHERE full_name LIKE 'Орлова%'")
    assert await days_of(school, deputy, ORDER, 21, 22, 23, 24) == [23]
    assert heard(coordinator, ORDER) == 0


async def test_once_a_week_the_coordinator_reads_what_is_behind_and_only_then(school: School) -> None:
    coordinator = school.cast.coordinator
    await school.lists(IGOR)
    weekly = "Что ждёт вас на этой неделе"
    assert await days_of(school, coordinator, weekly, 9, 10, 14, 15, 16) == [14]
    coordinator.sees("Ещё не вошли в бот: 1 человек", "Сегодня")
    await coordinator.presses("Сегодня")
    coordinator.sees("Пригласить (не вошли: 1)")


async def test_the_week_is_told_again_when_something_of_it_has_changed(school: School) -> None:
    coordinator = school.cast.coordinator
    await school.lists(IGOR)
    weekly = "Что ждёт вас на этой неделе"
    assert await days_of(school, coordinator, weekly, 14, 21) == [14]
    await school.lists("Озеров Павел Никитич")
    assert await days_of(school, coordinator, weekly, 28) == [28]
    coordinator.sees("Ещё не вошли в бот: 2 человека")
