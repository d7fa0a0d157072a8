"""Those without a pair: who waits and why, what is offered meanwhile, and how one leaves the queue."""

from mentoring import schools
from tests.conftest import School
from tests.dialogs.offering import offers
from tests.dialogs.pairing import MENTOR, agreed
from tests.dialogs.requesting import answers, hands_in
from tests.dialogs.test_two_schools import coordinates
from tests.dialogs.waiting import ALONE, alone, days_pass, opens_queue

OTHER = "Берёзова Ольга Петровна"
REASON = "Уходит в отпуск по уходу за ребёнком"


async def test_the_coordinator_sees_who_waits_how_long_and_why(school: School) -> None:
    await alone(school)
    await days_pass(school.cast, 7)
    coordinator = school.cast.coordinator
    await opens_queue(coordinator)
    coordinator.sees(
        "Ждут наставника: 1 человек, дольше всех 5 учебных дней", "урок и методика", "наставников пока нет"
    )
    await coordinator.presses(ALONE)
    coordinator.sees("Ждёт наставника: 5 учебных дней", "Пока ничего", "Кто подходит", "Предложить консультацию")
    coordinator.does_not_see("Часы психолога", "Предложить материалы")


async def test_whoever_has_waited_longer_comes_first(school: School) -> None:
    await alone(school)
    await days_pass(school.cast, 2)
    await hands_in(school, school.cast.newcomer, OTHER)
    await opens_queue(school.cast.coordinator)
    assert school.cast.coordinator.buttons[:2] == [ALONE, "Берёзова О. П."]


async def test_a_mentor_who_fits_is_counted_and_is_one_press_away(school: School) -> None:
    await alone(school)
    await offers(school, school.cast.colleague, MENTOR)
    coordinator = school.cast.coordinator
    await opens_queue(coordinator)
    coordinator.sees("Подходят: 1")
    await coordinator.presses(ALONE)
    await coordinator.presses("Кто подходит")
    coordinator.sees("Рябинин И. О.")


async def test_a_consultation_is_offered_wanted_and_marked_with_its_day_alone(school: School) -> None:
    await alone(school)
    teacher, coordinator = school.cast.teacher, school.cast.coordinator
    await opens_queue(coordinator)
    await coordinator.presses(ALONE)
    await coordinator.presses("Предложить консультацию", times=2)
    coordinator.does_not_see("Предложить консультацию")
    await days_pass(school.cast, 1)
    await teacher.presses("Пока идёт поиск")
    await teacher.presses("Хочу консультацию")
    teacher.sees("координатор увидит", "вы уже согласились")
    await coordinator.says("/today")
    coordinator.sees("Хотят консультацию или группу: 1 человек")
    await coordinator.presses("Без пары")
    await coordinator.presses(ALONE)
    await coordinator.presses("Состоялось: консультация")
    await coordinator.says("09.09.2026")
    coordinator.sees("консультация, состоялось, 09.09.2026")
    assert await school.cast.bot.fetch(int, "SELECT COUNT(*) FROM support_note") == [1]


async def test_a_consultation_that_is_not_wanted_is_offered_no_more(school: School) -> None:
    await alone(school)
    teacher, coordinator = school.cast.teacher, school.cast.coordinator
    await opens_queue(coordinator)
    await coordinator.presses(ALONE)
    await coordinator.presses("Предложить консультацию")
    await days_pass(school.cast, 1)
    await teacher.presses("Пока идёт поиск")
    await teacher.presses("Консультация не нужна")
    teacher.does_not_see("Хочу консультацию")
    await days_pass(school.cast, 7)
    assert teacher.heard.count("разовую консультацию") == 2  # the message and the screen


async def test_a_group_is_offered_with_those_who_wait_in_the_same_area(school: School) -> None:
    await alone(school)
    await hands_in(school, school.cast.newcomer, OTHER)
    coordinator = school.cast.coordinator
    await opens_queue(coordinator)
    await coordinator.presses(ALONE)
    await coordinator.presses("Предложить группу")
    coordinator.sees("Кто ждёт вместе: Соколова А. И.", "Урок и методика: Берёзова О. П.")
    await coordinator.presses("Предложить группу")
    coordinator.sees("группа, предложено, 08.09.2026")


async def test_a_decision_needs_a_reason_and_can_be_taken_back(school: School) -> None:
    await alone(school)
    coordinator = school.cast.coordinator
    await opens_queue(coordinator)
    await coordinator.presses(ALONE)
    await coordinator.presses("Снять с очереди")
    await coordinator.presses("Отменить")
    coordinator.sees("Ждёт наставника", "Снять с очереди")
    await coordinator.presses("Снять с очереди")
    await coordinator.says(REASON)
    coordinator.sees("Человек снят с очереди", "никто не ждёт наставника")
    await coordinator.presses("Кого не ищем")
    coordinator.sees(f"Соколова А. И.: решение от 8 сентября: {REASON}")
    await school.cast.teacher.says("/menu")
    school.cast.teacher.sees("Поиск наставника остановлен координатором")
    school.cast.teacher.does_not_see("Искать наставника снова", REASON)
    await coordinator.presses("Вернуть: Соколова А. И.")
    await opens_queue(coordinator)
    coordinator.sees("Ждут наставника: 1 человек")
    assert await school.cast.bot.fetch(str, "SELECT reason FROM queue_exit") == [""]


async def test_whoever_does_not_want_to_be_looked_for_leaves_and_comes_back_from_the_menu(school: School) -> None:
    await alone(school)
    teacher, coordinator = school.cast.teacher, school.cast.coordinator
    await teacher.says("/menu")
    teacher.sees("Поиск наставника продолжается.")
    await teacher.presses("Пока идёт поиск")
    await teacher.presses("Не искать", times=2)
    await opens_queue(coordinator)
    coordinator.sees("никто не ждёт наставника")
    await coordinator.presses("Кого не ищем")
    coordinator.sees("Соколова А. И.: по своему желанию, 8 сентября")
    coordinator.does_not_see("Вернуть:")
    await teacher.says("/menu")
    await teacher.presses("Искать наставника снова", times=2)
    teacher.sees("Поиск наставника продолжается.")
    await opens_queue(coordinator)
    coordinator.sees("Ждут наставника: 1 человек")


async def test_whoever_asks_for_a_mentor_anew_is_looked_for_again(school: School) -> None:
    await alone(school)
    teacher = school.cast.teacher
    await teacher.says("/menu")
    for label in ("Пока идёт поиск", "Не искать", "Меню", "Мои данные", "Отозвать запрос", "Отозвать запрос", "Меню"):
        await teacher.presses(label)
    teacher.does_not_see("Поиск наставника", "Искать наставника снова")
    await answers(teacher)
    await teacher.says("/menu")
    teacher.sees("Поиск наставника продолжается.")


async def test_what_was_offered_during_a_pause_is_told_after_it(school: School) -> None:
    await alone(school)
    teacher, coordinator = school.cast.teacher, school.cast.coordinator
    await teacher.says("не беспокоить")
    await teacher.says("15.09.2026")
    await coordinator.says("/pairs")
    await coordinator.presses_data("a:sof:2:consultation")
    coordinator.sees("Поиск на паузе", "консультация, предложено, 08.09.2026")
    await days_pass(school.cast, 6)
    teacher.was_never_told("разовую консультацию")
    await days_pass(school.cast, 1)
    teacher.sees("можно прийти на разовую консультацию")


async def test_to_go_on_searching_changes_nothing(school: School) -> None:
    await alone(school)
    await school.cast.teacher.says("/menu")
    await school.cast.teacher.presses("Пока идёт поиск")
    await school.cast.teacher.presses("Искать дальше")
    school.cast.teacher.sees("Хорошо, поиск продолжается.")
    assert await school.cast.bot.fetch(int, "SELECT COUNT(*) FROM queue_exit") == [0]


async def test_during_a_pause_the_search_rests_and_the_place_is_kept(school: School) -> None:
    await alone(school)
    teacher, coordinator = school.cast.teacher, school.cast.coordinator
    await teacher.says("не беспокоить")
    await teacher.says("30.09.2026")
    await teacher.says("/menu")
    teacher.sees("Поиск наставника на паузе, пока вы просили не беспокоить.")
    await opens_queue(coordinator)
    coordinator.sees("никто не ждёт наставника")
    await days_pass(school.cast, 22)
    await opens_queue(coordinator)
    coordinator.sees("Ждут наставника: 1 человек, дольше всех 16 учебных дней")


async def test_a_pair_ends_the_waiting(school: School) -> None:
    await agreed(school)
    await school.cast.teacher.says("/menu")
    school.cast.teacher.does_not_see("Поиск наставника", "Пока идёт поиск")
    await opens_queue(school.cast.coordinator)
    school.cast.coordinator.sees("никто не ждёт наставника")


async def test_a_teacher_opens_no_queue(school: School) -> None:
    person_id = await alone(school)
    teacher = school.cast.teacher
    for data in (
        "g:qu:0:0",
        f"g:qu1:{person_id}:0",
        f"a:quo:{person_id}:",
        f"a:sof:{person_id}:consultation",
        "g:mat:0:0",
    ):
        await teacher.presses_data(data)
        teacher.does_not_see("Ждут наставника", "Почему поиск", "Пока идёт поиск:", "Удалить")
    assert await school.cast.bot.fetch(int, "SELECT COUNT(*) FROM support_note") == [0]


async def test_nobody_answers_what_was_offered_to_another(school: School) -> None:
    await alone(school)
    coordinator, newcomer = school.cast.coordinator, school.cast.newcomer
    await hands_in(school, newcomer, OTHER)
    await opens_queue(coordinator)
    await coordinator.presses(ALONE)
    await coordinator.presses("Предложить консультацию")
    for data in ("a:suy:1:", "a:sun:1:"):
        await newcomer.presses_data(data)
        newcomer.does_not_see("координатор увидит", "Хорошо, записано")
    assert await school.cast.bot.fetch(str, "SELECT state FROM support_note") == ["offered"]


async def test_a_coordinator_of_another_school_touches_nobody_here(school: School) -> None:
    person_id = await alone(school)
    other = school.cast.deputy
    async with school.cast.bot.machine.database.write() as tx:
        school_id = await schools.add(tx, "", school.cast.bot.clock.now())
    await coordinates(school.cast, school_id, other, "Лугов Павел Андреевич")
    await other.says("Школа № 99")
    await other.says("Москва")
    for data in (f"g:qu1:{person_id}:0", f"a:sof:{person_id}:consultation", f"a:quo:{person_id}:", "g:qu:0:0"):
        await other.presses_data(data)
        other.does_not_see("Соколова", "Почему поиск")
    assert await school.cast.bot.fetch(int, "SELECT COUNT(*) FROM support_note") == [0]
    assert await school.cast.bot.fetch(int, "SELECT COUNT(*) FROM queue_exit") == [0]


async def test_the_reason_of_a_decision_goes_with_the_person(school: School) -> None:
    await alone(school)
    coordinator, teacher = school.cast.coordinator, school.cast.teacher
    await opens_queue(coordinator)
    await coordinator.presses(ALONE)
    await coordinator.presses("Снять с очереди")
    await coordinator.says(REASON)
    await teacher.says("/menu")
    for label in ("Мои данные", "Отозвать согласие", "Отозвать согласие"):
        await teacher.presses(label)
    await days_pass(school.cast, 26)
    left = school.cast.bot.database_file.read_bytes()
    assert REASON.encode() not in left
    assert await school.cast.bot.fetch(int, "SELECT COUNT(*) FROM queue_exit") == [0]
