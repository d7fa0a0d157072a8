"""«Моя программа»: begun from the request, written by both sides, sent when nothing is missing."""

import pytest

from storage import pairs_book
from tests.conftest import School
from tests.dialogs.pairing import MENTOR, PAIR, agreed, published
from tests.dialogs.programming import FIRST, TITLE, begun, ordered, sent
from tests.dialogs.test_consents import gave_to_an_older_text


async def test_a_programme_begins_with_the_areas_of_the_request_and_the_term_of_the_order(school: School) -> None:
    mentor = await begun(school)
    mentor.sees(
        f"Программа: {PAIR}",
        "Состояние: черновик.",
        "Срок: с 09.09.2026 по 31.05.2027.",
        "Запрос: Урок и методика",
        "Цель: К 31.05.2027 наставляемый самостоятельно планирует урок",
        "Сделано 0 из 7.",
        f"9 сентября: {FIRST}",
    )


async def test_both_sides_see_one_programme_and_nobody_else_does(school: School) -> None:
    cast = school.cast
    await begun(school)
    await cast.teacher.says(TITLE)
    cast.teacher.sees("Состояние: черновик.", "Сделано 0 из 7.")
    await school.brings_in(cast.newcomer, "Берёзова Ольга Петровна")
    await cast.newcomer.says(TITLE)
    cast.newcomer.sees("Программа появится здесь, когда у вас будет пара.")
    await cast.newcomer.presses_data("g:mypr:1:0")
    cast.newcomer.sees("Этой программы здесь больше нет")
    cast.newcomer.does_not_see("Рябинин")


@pytest.mark.parametrize(
    "data",
    ["g:pgp:1:0", "g:pgs:1:0", "g:pgw:1:0", "g:pgl:1:0", "g:pgh:1:0", "g:pgo:1:0:method", "g:pgr:1:0",
     "a:pgt:1:goal", "a:pgs:1:", "a:pgd:1:", "a:psy:1:", "a:psm:1:2026-12-01", "a:psx:1:", "a:psi:1:method:0",
     "a:pga:1:0", "a:pgr:1:", "a:pge:1:", "g:pgq:0:0"],
)  # fmt: skip
async def test_a_forged_press_of_somebody_outside_shows_and_changes_nothing(school: School, data: str) -> None:
    cast = school.cast
    await begun(school)
    before = await cast.bot.fetch(str, "SELECT COALESCE(due_on, '') || COALESCE(done_on, '') FROM programme_step")
    await school.brings_in(cast.newcomer, "Берёзова Ольга Петровна")
    await cast.newcomer.presses_data(data)
    cast.newcomer.does_not_see("Рябинин", FIRST, "Утвердить")
    after = await cast.bot.fetch(str, "SELECT COALESCE(due_on, '') || COALESCE(done_on, '') FROM programme_step")
    assert after == before
    assert await cast.bot.fetch(str, "SELECT state FROM programme") == ["draft"]


@pytest.mark.parametrize("argument", ["nothing:0", "method:99", "method:x", "", "-:7", "method:0:1"])
async def test_a_forged_tick_of_ones_own_adds_nothing(school: School, argument: str) -> None:
    cast = school.cast
    mentor = await begun(school)
    await mentor.presses_data(f"a:psi:1:{argument}")
    assert await cast.bot.fetch(int, "SELECT COUNT(*) FROM programme_step") == [7]
    assert await cast.bot.fetch(str, "SELECT DISTINCT area FROM programme_step ORDER BY area") == ["", "method"]


@pytest.mark.parametrize("day", ["2026-13-01", "2030-01-01", "2020-01-01", "x", ""])
async def test_a_forged_day_moves_nothing(school: School, day: str) -> None:
    cast = school.cast
    mentor = await begun(school)
    before = await cast.bot.fetch(str, "SELECT due_on FROM programme_step ORDER BY id")
    await mentor.presses_data(f"a:psm:2:{day}")
    assert await cast.bot.fetch(str, "SELECT due_on FROM programme_step ORDER BY id") == before


async def test_before_both_have_said_yes_there_is_no_programme(school: School) -> None:
    await published(school)
    mentor = school.cast.colleague
    await mentor.says(TITLE)
    mentor.sees("Программа появится здесь, когда у вас будет пара.")
    await mentor.presses_data("a:pgb:1:")
    assert await school.cast.bot.fetch(int, "SELECT COUNT(*) FROM programme") == [0]


async def test_a_new_text_of_the_consent_is_asked_before_a_programme_is_shown(school: School) -> None:
    mentor = await begun(school)
    (person_id,) = await school.cast.bot.fetch(int, "SELECT id FROM person WHERE full_name = :name", name=MENTOR)
    await gave_to_an_older_text(school, person_id)
    await mentor.says(TITLE)
    mentor.sees("Согласен(на)")
    mentor.does_not_see("Состояние: черновик.")


async def test_a_pair_may_begin_before_the_order_is_signed(school: School) -> None:
    await agreed(school)
    mentee = school.cast.teacher
    await mentee.says(TITLE)
    await mentee.presses("Составить программу")
    mentee.sees("Срок: с 09.09.2026 по 31.05.2027.", "Сделано 0 из 7.")


async def test_begun_by_both_at_once_it_is_one(school: School) -> None:
    await ordered(school)
    cast = school.cast
    for person in (cast.colleague, cast.teacher):
        await person.says(TITLE)
    await cast.colleague.presses("Составить программу")
    await cast.teacher.presses("Составить программу", times=2)
    cast.teacher.sees("Сделано 0 из 7.")
    assert await cast.bot.fetch(int, "SELECT COUNT(*) FROM programme_step") == [7]


async def test_three_things_are_changed_by_buttons_and_one_is_typed(school: School) -> None:
    mentor = await begun(school)
    await mentor.presses("Мероприятия (7)")
    await mentor.presses("2. Посещение урока наставника")
    mentor.sees("Срок: 23.09.2026.", "Подтверждение: отметка о посещении урока наставника.")
    await mentor.presses("На неделю позже")
    mentor.sees("Новый срок: 30.09.2026.")
    await mentor.presses("К мероприятиям")
    await mentor.presses("К программе")
    await mentor.presses("Добавить мероприятие")
    await mentor.presses("Урок и методика")
    await mentor.presses("☑ Открытый урок")
    mentor.sees("☐ Открытый урок для коллег", "Мероприятия (6)")
    await mentor.presses("Добавить мероприятие")
    await mentor.presses("Другие направления")
    await mentor.presses("Классное руководство")
    await mentor.presses("☐ Классный час и собрание")
    mentor.sees("☑ Классный час и собрание: разбор сцена")
    await mentor.presses("К программе")
    await mentor.presses("Запрос, цель, задачи")
    await mentor.presses("Изменить: задачи")
    mentor.sees("Сейчас: Увидеть приёмы наставника на его уроке;")
    await mentor.says("1) Увидеть два урока\n2) Провести <свой>; разобрать его")
    mentor.sees("Записано.", "1) Увидеть два урока\n2) Провести <свой>\n3) разобрать его")


async def test_two_quick_taps_move_a_step_by_one_week(school: School) -> None:
    mentor = await begun(school)
    await mentor.presses("Мероприятия (7)")
    await mentor.presses("2. Посещение урока наставника")
    await mentor.presses("На неделю раньше", times=2)
    mentor.sees("Срок: 16.09.2026.")


async def test_a_week_later_is_never_in_the_holidays(school: School) -> None:
    """4 November is a day off: from the Wednesday before it a week later is the Wednesday after."""
    mentor = await begun(school)
    await mentor.presses("Мероприятия (7)")
    await mentor.presses("4. Урок наставляемого")
    mentor.sees("Срок: 21.10.2026.")
    await mentor.presses("На неделю позже")
    await mentor.presses("На неделю позже")
    mentor.sees("Новый срок: 11.11.2026.")


async def test_the_next_step_of_the_workbook_is_the_next_by_its_day(school: School) -> None:
    """A step that is done, one that was put off, one that was taken out and in again: each pair has one next step."""
    mentor = await begun(school)
    for label in ("Добавить мероприятие", "Урок и методика", "☑ Совместное", "☐ Совместное", "К программе"):
        await mentor.presses(label)
    for label in ("Мероприятия (7)", "1. Установочная встреча", "Сделано", "Мероприятия (7)", "2. Посещение урока"):
        await mentor.presses(label)
    await mentor.presses("Другая дата")
    await mentor.says("01.02.2027")
    async with school.cast.bot.machine.database.read() as tx:
        found = await pairs_book.next_steps(tx, school.id, 2026)
    assert [each.activity for each in found] == ["Совместное планирование урока"]


async def test_a_typed_day_outside_of_the_term_is_explained(school: School) -> None:
    mentor = await begun(school)
    await mentor.presses("Мероприятия (7)")
    await mentor.presses("2. Посещение урока наставника")
    await mentor.presses("Другая дата")
    await mentor.says("01.07.2027")
    mentor.sees("Этот день не попадает в срок программы", "Срок: 23.09.2026.")
    await mentor.presses("Другая дата")
    await mentor.says("12.10.2026")
    mentor.sees("Новый срок: 12.10.2026.")


async def test_a_step_is_removed_after_a_question_and_only_once(school: School) -> None:
    mentor = await begun(school)
    await mentor.presses("Мероприятия (7)")
    await mentor.presses("2. Посещение урока наставника")
    await mentor.presses("Убрать из плана")
    mentor.sees("Убрать из плана «Посещение урока наставника с листом наблюдения»?")
    old = mentor.screen
    await mentor.presses("Убрать из плана")
    mentor.sees("Убрано из плана.", "сделано 0 из 6")
    await mentor.presses_old(old, "Убрать из плана")
    mentor.sees("Этого мероприятия в плане уже нет")


async def test_what_the_other_side_has_removed_meanwhile_is_answered_kindly(school: School) -> None:
    cast = school.cast
    mentor = await begun(school)
    await mentor.presses("Мероприятия (7)")
    await mentor.presses("2. Посещение урока наставника")
    await cast.teacher.says(TITLE)
    for label in ("Мероприятия (7)", "2. Посещение урока наставника", "Другая дата"):
        await cast.teacher.presses(label)
    for label in ("Убрать из плана", "Убрать из плана"):
        await mentor.presses(label)
    await cast.teacher.says("12.10.2026")
    cast.teacher.sees("Этого мероприятия в плане уже нет: его убрали.", "сделано 0 из 6")


async def test_the_last_words_confirmed_hold(school: School) -> None:
    cast = school.cast
    mentor = await begun(school)
    await cast.teacher.says(TITLE)
    for person in (mentor, cast.teacher):
        await person.presses("Запрос, цель, задачи")
        await person.presses("Изменить: цель")
    await cast.teacher.says("Вести урок в темпе")
    await mentor.says("Вести урок от результата")
    await cast.teacher.presses("К программе")
    cast.teacher.sees("Цель: Вести урок от результата")


async def test_a_step_of_their_own_gets_its_day_in_the_plan(school: School) -> None:
    mentor = await begun(school)
    await mentor.presses("Добавить мероприятие")
    await mentor.presses("Своё мероприятие")
    await mentor.says("Разбор <контрольной> в восьмых классах")
    mentor.sees("Добавлено в план. Осталось назвать дату.", "Разбор <контрольной>", "Дата пока не названа.")
    await mentor.presses("К программе")
    mentor.sees("Чтобы отправить, не хватает: срок мероприятия 8.")
    await mentor.presses("Чего не хватает (1)")
    await mentor.presses("Срок мероприятия 8")
    await mentor.presses("Другая дата")
    await mentor.says("15.10.2026")
    await mentor.presses("К программе")
    mentor.sees("Сделано 0 из 8.", "Отправить координатору")


async def test_a_small_form_that_was_cancelled_leads_back(school: School) -> None:
    mentor = await begun(school)
    await mentor.presses("Запрос, цель, задачи")
    await mentor.presses("Изменить: цель")
    await mentor.presses("Отменить")
    mentor.sees("Ожидаемые результаты", "Изменить: цель")


async def test_what_is_missing_is_said_and_led_to_before_it_can_be_sent(school: School) -> None:
    """A mentee who shares no area with the templates: here all steps are taken out one by one."""
    mentor = await begun(school)
    old = mentor.screen
    for _ in range(7):
        await mentor.presses("Мероприятия")
        await mentor.presses("1. ")
        await mentor.presses("Убрать из плана")
        await mentor.presses("Убрать из плана")
        await mentor.presses("К программе")
    mentor.sees("Чтобы отправить, не хватает: мероприятия.", "Чего не хватает (1)")
    await mentor.presses_old(old, "Отправить координатору")
    mentor.sees("Отправить пока нельзя", "• мероприятия")
    await mentor.presses("Мероприятия")
    await mentor.presses("Вся программа")
    await mentor.presses("☐ Установочная встреча")
    await mentor.presses("К программе")
    mentor.sees("Отправить координатору")


async def test_a_sent_programme_is_changed_only_after_it_was_taken_back(school: School) -> None:
    mentor = await begun(school)
    await mentor.presses("Мероприятия (7)")
    await mentor.presses("2. Посещение урока наставника")
    old = mentor.screen
    await mentor.presses("К программе")
    await mentor.presses("Отправить координатору", times=2)
    mentor.does_not_see("Отправить координатору")
    await mentor.presses_old(old, "На неделю позже")
    mentor.sees("Программа отправлена или утверждена", "Срок: 23.09.2026.")
    await mentor.presses("К программе")
    await mentor.presses("Изменить программу")
    mentor.sees("Теперь программу можно изменить.", "Отправить координатору")


async def test_the_mentees_own_words_come_in_by_their_own_tap_alone(school: School) -> None:
    """Requests were promised to the coordinator: a mentor reads nothing of them but the areas."""
    cast = school.cast
    await ordered(school)
    run = "SELECT id FROM form_run WHERE form_key = 'needs'"
    async with cast.bot.machine.database.write() as tx:
        await tx.run(
            f"""INSERT INTO answer (run_id, question, value, source, answered_at)
                SELECT ({run}), 'priority', '"Как держать темп урока"', 'typed', '2026-09-08T09:00:00.000000Z'"""
        )
    mentor = cast.colleague
    await mentor.says(TITLE)
    await mentor.presses("Составить программу")
    mentor.sees("Запрос: Урок и методика")
    await mentor.presses("Запрос, цель, задачи")
    mentor.does_not_see("Взять слова из моего запроса")
    await cast.teacher.says(TITLE)
    await cast.teacher.presses("Запрос, цель, задачи")
    await cast.teacher.presses("Взять слова из моего запроса")
    cast.teacher.sees("Записано.", "Как держать темп урока")
    mentor.was_never_told("Как держать темп урока")


async def test_an_ended_pair_opens_its_programme_no_more(school: School) -> None:
    mentor = await sent(school)
    old = mentor.screen
    coordinator = school.cast.coordinator
    await coordinator.says("/pairs")
    for label in ("Рябинин И. О.", "Завершить пару", "Взаимное решение"):
        await coordinator.presses(label)
    await mentor.presses_old(old, "Изменить программу")
    mentor.sees("Этой программы здесь больше нет")
    assert await school.cast.bot.fetch(str, "SELECT state FROM programme") == ["closed"]
