"""Agenda, minutes and tasks: what mentors wish for, what was decided, who does it and when they are reminded."""

from storage import runs
from storage.vocabulary import RunState, Source
from tests.conftest import School
from tests.dialogs.gathering import ANNA, IGOR, at, decides, heard, held, makes, three_teachers


async def test_a_decision_is_somebodys_task_they_are_reminded_and_mark_it_done(school: School) -> None:
    cast = school.cast
    await held(school)
    await decides(school)
    cast.coordinator.sees("Решили: Подготовить памятку, отвечает Соколова А. И., до 25 сентября")
    told = []
    for day in range(18, 31):
        before = heard(cast.teacher, "Поручение до 25 сентября: Подготовить памятку")
        await at(cast, 9, day, 14)
        if heard(cast.teacher, "Поручение до 25 сентября: Подготовить памятку") > before:
            told.append(day)
    assert told == [22, 25, 28]
    await cast.coordinator.says("/today")
    cast.coordinator.sees("Просрочены поручения: 1")
    await cast.teacher.says("/menu")
    await cast.teacher.presses("Мероприятия (1)")
    await cast.teacher.presses("Сделано: Подготовить памятку")
    await cast.teacher.presses("Отменить отметку")
    cast.teacher.sees("Отметка снята", "Ваши поручения")
    await cast.teacher.presses("Сделано: Подготовить памятку", times=2)
    cast.teacher.sees("Вы были (1)")
    cast.teacher.does_not_see("Ваши поручения")
    cast.bot.clock.move(minutes=11)
    await cast.teacher.presses_data("a:tku:1:")
    cast.teacher.sees("в течение десяти минут")
    cast.teacher.does_not_see("Ваши поручения")
    await cast.coordinator.says("/today")
    cast.coordinator.does_not_see("Просрочены поручения")


async def test_minutes_that_are_missing_are_missed_three_working_days_later(school: School) -> None:
    cast = school.cast
    await held(school)
    told = []
    for day in range(18, 26):
        before = heard(cast.coordinator, "Нет номера протокола: Установочная сессия")
        await at(cast, 9, day, 14)
        if heard(cast.coordinator, "Нет номера протокола: Установочная сессия") > before:
            told.append(day)
    assert told == [22]
    await cast.coordinator.says("/today")
    cast.coordinator.sees("Нет номера протокола, мероприятий: 1")


async def test_lines_are_taken_out_and_the_agenda_stays_under_them(school: School) -> None:
    cast = school.cast
    await held(school)
    await decides(school)
    await cast.coordinator.presses("К протоколу")
    await cast.coordinator.presses("К мероприятию")
    await cast.coordinator.presses("Изменить повестку")
    await cast.coordinator.says("1. Другое\n2) Третье")
    cast.coordinator.sees("Повестка уже в протоколе")
    await cast.coordinator.presses("Протокол")
    await cast.coordinator.presses("1. (1) Роль")
    await cast.coordinator.presses("Убрать: Подготовить памятку")
    await cast.coordinator.presses("Да, убрать")
    for label in ("К протоколу", "К мероприятию", "Изменить повестку"):
        await cast.coordinator.presses(label)
    await cast.coordinator.says("1. Другое\n2) Третье")
    cast.coordinator.sees("Повестка записана", "1. Другое", "2. Третье")


async def wish(school: School, name: str, training: str) -> None:
    """A mentor questionnaire with nothing but this answer."""
    bot = school.cast.bot
    (person_id,) = await bot.fetch(int, "SELECT id FROM person WHERE full_name = :name", name=name)
    async with bot.machine.database.write() as tx:
        now = bot.clock.now()
        run_id = await runs.add(
            tx,
            school_id=school.id,
            person_id=person_id,
            entered_by=person_id,
            form_key="mentor_profile",
            form_version=1,
            digest=None,
            place="",
            about={},
            parent_id=None,
            consent_id=None,
            source=Source.TAP,
            now=now,
        )
        await runs.put(tx, run_id=run_id, question="training", value=training, source=Source.TAP, now=now)
        await runs.end(tx, run_id, old=RunState.OPEN, new=RunState.SUBMITTED, now=now)


async def test_wishes_of_mentors_make_the_draft_of_an_agenda(school: School) -> None:
    cast = school.cast
    await three_teachers(school)
    await wish(school, ANNA, '["visit", "motive"]')
    await wish(school, IGOR, '["visit"]')
    await makes(cast.coordinator)
    cast.coordinator.sees("Наставники хотели бы: посещение и разбор урока (2), как поддержать и мотивировать (1)")
    cast.coordinator.sees("1. Посещение и разбор урока", "2. Как поддержать и мотивировать", "6. Обмен опытом")
