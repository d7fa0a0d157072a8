"""The day of an event and after it: who was there, the roadmap, feedback, minutes, tasks."""

from tests.conftest import School
from tests.dialogs.gathering import ANNA, TABLE, at, decides, heard, held, invited, makes, opens, three_teachers
from tests.dialogs.rounds import people

EVIDENCE = """SELECT activity || ' ' || kind || ' ' || dated_on || ' ' || number || '|' || words FROM evidence
              WHERE taken_back_at IS NULL ORDER BY id"""


async def evidence(school: School) -> list[str]:
    return await school.cast.bot.fetch(str, EVIDENCE)


async def test_attendance_is_not_marked_before_the_day(school: School) -> None:
    cast = school.cast
    await invited(school)
    await opens(cast.coordinator)
    cast.coordinator.does_not_see("Отметить, кто был", "Протокол")
    await cast.coordinator.presses_data("a:aty:1:2.0")
    assert await cast.bot.fetch(int, "SELECT SUM(attended) FROM gathering_person") == [0]


async def test_who_promised_is_marked_at_once_the_others_by_taps_guests_by_number(school: School) -> None:
    cast = school.cast
    (pavel,) = await school.lists("Лугов Пётр Ильич")
    await held(school)
    cast.coordinator.sees("Отмечено: 2 человека, гостей: 0", "☑ Соколова А. И.", "☐ Берёзова О. П.")
    await cast.coordinator.presses("☐ Лугов П. И.", times=2)  # has no Telegram
    await cast.coordinator.presses("Гостей больше", times=2)
    await cast.coordinator.presses("Гостей больше")
    cast.coordinator.sees("Отмечено: 3 человека, гостей: 2")
    await cast.coordinator.presses("Гостей меньше")
    assert await cast.bot.fetch(int, "SELECT attended FROM gathering_person WHERE person_id = :id", id=pavel) == [1]
    await cast.coordinator.presses_data(f"g:prs:{pavel}:0")
    cast.coordinator.sees("Был(а) на мероприятиях: 1")
    await cast.coordinator.presses_data("g:gt1:1:0")
    cast.coordinator.sees("Были: 3 человека, гостей: 1, приглашали: 5", "Кто был (3)")


async def test_whoever_was_there_is_waited_for_no_more_on_the_same_day(school: School) -> None:
    cast = school.cast
    await held(school)
    await cast.teacher.says("/menu")
    await cast.teacher.presses("Мероприятия")
    cast.teacher.sees("Сейчас вас никуда не приглашают.", "Вы были (1):")
    await cast.newcomer.says("/menu")
    await cast.newcomer.presses("Мероприятия (1)")
    cast.newcomer.sees("Вас ждут: 1.")


async def test_late_marks_are_taken_for_two_weeks(school: School) -> None:
    cast = school.cast
    await held(school)
    await at(cast, 10, 1, 12)
    await opens(cast.coordinator)
    await cast.coordinator.presses("Кто был (2)")
    await cast.coordinator.presses("☐ Берёзова О. П.")
    cast.coordinator.sees("Отмечено: 3 человека")
    old = cast.coordinator.screen
    await at(cast, 10, 2, 12)
    await cast.coordinator.presses_old(old, "☑ Берёзова О. П.")
    cast.coordinator.sees("Отмечать, кто был, можно")
    assert await cast.bot.fetch(int, "SELECT SUM(attended) FROM gathering_person") == [3]


async def test_an_event_that_was_proves_the_roadmaps_activity_as_long_as_somebody_was_there(school: School) -> None:
    cast = school.cast
    await held(school)
    assert await evidence(school) == ["a4_sessions event 2026-09-17 |установочная сессия наставников, участников: 2"]
    await cast.coordinator.presses("☐ Берёзова О. П.")
    assert await evidence(school) == ["a4_sessions event 2026-09-17 |установочная сессия наставников, участников: 3"]
    await cast.coordinator.presses_data("g:roada:0:0:a4_sessions")
    cast.coordinator.sees("сделано", "Прошло 17.09.2026, установочная сессия наставников, участников: 3")
    await cast.coordinator.presses_data("g:gtd:1:0")
    for name in ("Берёзова О. П.", "Рябинин И. О.", "Соколова А. И."):
        await cast.coordinator.presses(f"☑ {name}")
    assert await evidence(school) == []


async def test_a_round_table_proves_its_own_activity_and_its_minutes_give_the_number(school: School) -> None:
    cast = school.cast
    await three_teachers(school)
    await makes(cast.coordinator, TABLE, "07.09.2026")
    await cast.coordinator.presses("К приглашению")
    cast.coordinator.sees("бот никому не напишет")
    await cast.coordinator.presses("Записать")
    await cast.coordinator.presses("Отметить, кто был")
    await cast.coordinator.presses("☐ Соколова А. И.")
    await cast.coordinator.presses("Протокол")
    cast.coordinator.sees("Протокол круглого стола от 07.09.2026", "Номер: не записано", "Секретарь: Орлова В. П.")
    await cast.coordinator.presses("Номер, дата, подписи")
    await cast.coordinator.says("3-н")
    for _ in range(2):
        await cast.coordinator.presses("Пропустить")
    await cast.coordinator.says("Берёзова О. П.")
    cast.coordinator.sees("Протокол № 3-н", "Секретарь: Берёзова О. П.", "Присутствовали: 1 человек")
    assert await evidence(school) == ["a6_round_table event 2026-09-07 3-н|круглый стол, участников: 1"]
    assert heard(cast.teacher, "Приглашение") == 0


async def test_those_who_were_there_are_asked_without_names_once(school: School) -> None:
    cast = school.cast
    teachers = await people(school, 4)
    await makes(cast.coordinator, day="08.09.2026", starts="10:00")
    await cast.coordinator.presses("К приглашению")
    await cast.coordinator.presses("Записать")
    await cast.coordinator.presses("Отметить, кто был")
    for each in teachers[:3]:
        label = next(label for label in cast.coordinator.buttons if each.name.split()[0] in label)
        await cast.coordinator.presses(label)
    await cast.coordinator.presses("К мероприятию")
    await cast.coordinator.presses("Отзывы")
    cast.coordinator.sees("3 человека", "Спросить, показать от 3 ответов")
    cast.coordinator.does_not_see("Спросить, показать от 5")
    await cast.coordinator.presses("Спросить, показать от 3 ответов", times=2)
    await at(cast, 9, 8, 15)
    assert [heard(each, "Как прошла встреча?") for each in teachers] == [1, 1, 1, 0]
    assert await cast.bot.fetch(int, "SELECT asked FROM survey") == [3]


async def test_what_is_left_to_the_bot_is_asked_on_the_next_day(school: School) -> None:
    cast = school.cast
    teachers = await people(school, 3)
    await makes(cast.coordinator, day="08.09.2026", starts="10:00")
    await cast.coordinator.presses("К приглашению")
    await cast.coordinator.presses("Записать")
    await cast.coordinator.presses("Отзывы")
    await cast.coordinator.presses("Поручить боту, от 3 ответов")
    cast.coordinator.sees("бот спросит сам")
    await cast.coordinator.presses("К мероприятию")
    await cast.coordinator.presses("Отметить, кто был")
    for each in teachers:
        label = next(label for label in cast.coordinator.buttons if each.name.split()[0] in label)
        await cast.coordinator.presses(label)
    await at(cast, 9, 8, 15)
    assert [heard(each, "Как прошла встреча?") for each in teachers] == [0, 0, 0]
    await at(cast, 9, 9, 15)
    assert [heard(each, "Как прошла встреча?") for each in teachers] == [1, 1, 1]


async def test_of_whoever_is_erased_a_number_stays_and_no_name(school: School) -> None:
    cast = school.cast
    await held(school)
    await decides(school, "Соколовой подготовить памятку")
    for label in ("Мои данные", "Отозвать согласие", "Отозвать согласие"):
        await cast.teacher.says("/menu") if label == "Мои данные" else None
        await cast.teacher.presses(label)
    await opens(cast.coordinator)
    await cast.coordinator.presses("Кто был (2)")
    cast.coordinator.does_not_see("Соколова")
    await cast.coordinator.says("/today")
    await cast.coordinator.presses("Уничтожить данные")
    await cast.coordinator.presses("Соколова А. И.")
    await cast.coordinator.presses("Уничтожить данные")
    await opens(cast.coordinator)
    cast.coordinator.sees("Были: 2 человека")
    kept = await cast.bot.fetch(str, "SELECT text FROM gathering_line UNION ALL SELECT agenda FROM gathering")
    assert not [each for each in kept if "Соколов" in each]
    assert ANNA not in "".join(kept)
    assert await cast.bot.fetch(int, "SELECT gone FROM gathering") == [1]
