"""«Дорожная карта»: what is left open is asked, what is done is proved, what is late is seen."""

from datetime import UTC, datetime

import pytest

from storage.vocabulary import Role
from tests.cast import Person
from tests.conftest import School
from tests.dialogs.planning import answers_questions, confirms_dates
from tests.dialogs.requesting import hands_in

ANNA = "Соколова Анна Ильинична"
CHOICES = "SELECT COUNT(*) FROM roadmap_choice"
HELD = "SELECT COUNT(*) FROM evidence WHERE taken_back_at IS NULL"


async def opens(coordinator: Person, stage: int, activity: int) -> None:
    await coordinator.says("/roadmap")
    await coordinator.presses(f"{stage}. ")
    await coordinator.presses(f"{activity}. ")


async def test_the_year_shows_its_stages_and_what_is_left_open(school: School) -> None:
    coordinator = school.cast.coordinator
    await coordinator.says("меню")
    await coordinator.presses("Дорожная карта")
    coordinator.sees(
        "Дорожная карта, 2026/2027",
        "1. Подготовка условий для реализации системы наставничества: не начато",
        "6. Завершение персонализированных программ",
        "В дорожной карте не сказано прямо: 5 вопросов.",
        "Не подтверждены сроки: 18, по ним бот не напоминает.",
    )
    coordinator.does_not_see("Информационная поддержка", "просрочено")


async def test_each_gap_of_the_roadmap_is_asked_in_turn(school: School) -> None:
    coordinator = school.cast.coordinator
    await coordinator.says("/roadmap")
    await coordinator.presses("Ответить на вопросы (5)")
    coordinator.sees("1 из 5", "в течение учебного года", "«Отбор и обучение»", "До какого дня")
    await coordinator.presses("До 25 мая")
    coordinator.sees(
        "Записано.", "2 из 5", "Формирование банка наставников", "ответственный в дорожной карте не назван"
    )
    await coordinator.presses("Заместитель координатора")
    coordinator.sees("3 из 5", "ответственными названы наставники и наставляемые", "личные данные коллег")
    await coordinator.presses("Координатор")
    coordinator.sees("4 из 5", "в течение отчётного периода")
    await coordinator.presses("1 мая – 31 мая")
    coordinator.sees("5 из 5", "«Информационная поддержка»")
    await coordinator.presses("Да, добавить")
    coordinator.sees("На все вопросы есть ответ", "Подтвердить сроки", "Годовой отчёт куратора: 10 июня")
    await coordinator.says("/roadmap")
    await coordinator.presses("3. ")
    coordinator.sees("Отвечает: заместитель координатора", "«Сентябрь», 1 сентября – 30 сентября")
    await coordinator.presses("Этап 4 ▶")
    coordinator.sees("1 сентября – 25 мая", "Отвечает: координатор")


async def test_an_answer_is_kept_at_once_and_changed_on_the_way_back(school: School) -> None:
    coordinator = school.cast.coordinator
    await answers_questions(coordinator, "До 31 мая", "Координатор")
    assert await school.cast.bot.fetch(int, CHOICES) == [2]
    await coordinator.presses("Назад")
    coordinator.sees("2 из 5", "Сейчас: Координатор.")
    await coordinator.presses("Заместитель координатора", times=2)
    coordinator.sees("3 из 5")
    assert await school.cast.bot.fetch(int, CHOICES) == [2]


async def test_weeks_later_the_same_question_waits_and_nothing_was_scheduled(school: School) -> None:
    cast = school.cast
    await answers_questions(cast.coordinator, "До 31 мая", "Координатор")
    await cast.coordinator.presses("Продолжить позже")
    cast.bot.clock.to(datetime(2026, 9, 23, 12, 0, tzinfo=UTC))
    await cast.bot.tick()
    assert await cast.bot.fetch(int, "SELECT COUNT(*) FROM activity") == [0]
    await cast.coordinator.says("/roadmap")
    await cast.coordinator.presses("Ответить на вопросы (3)")
    cast.coordinator.sees("3 из 5")


@pytest.mark.parametrize("data", ["a:roadc:2:director", "a:roadc:9:1", "a:roadc:0:1", "a:roadc:1:вчера"])
async def test_a_forged_answer_is_none(school: School, data: str) -> None:
    coordinator = school.cast.coordinator
    await coordinator.says("/roadmap")
    await coordinator.presses_data(data)
    coordinator.sees("1 из 5")
    assert await school.cast.bot.fetch(int, CHOICES) == [0]


async def test_an_order_proves_the_activity_by_its_number_and_date(school: School) -> None:
    coordinator = school.cast.coordinator
    await confirms_dates(coordinator)
    await opens(coordinator, 1, 1)
    coordinator.sees("Приказ об утверждении положения", "Состояние: идёт")
    await coordinator.presses("Сделано")
    coordinator.sees("Какой номер у документа?", "Отменить")
    coordinator.does_not_see("Спросить координатора")
    await coordinator.says("47-о")
    await coordinator.says("31.08.2026")
    coordinator.sees("отмечено как выполненное", "Состояние: сделано", "Документ № 47-о от 31.08.2026")
    assert "Сделано" not in coordinator.buttons
    await coordinator.presses("1. Подготовка")
    coordinator.sees("положения о системе наставничества: до 15 сентября, сделано")
    await coordinator.says("/roadmap")
    coordinator.sees("готово 1 из 3")


async def test_a_mark_is_taken_back_and_stays_in_the_history(school: School) -> None:
    coordinator = school.cast.coordinator
    await opens(coordinator, 4, 2)
    await coordinator.presses("Сделано")
    await coordinator.says("Папка на диске школы")
    coordinator.sees("Папка на диске школы", "Состояние: сделано")
    await coordinator.presses("Снять отметку", times=2)
    coordinator.sees("Состояние: не начато", "Сделано")
    assert await school.cast.bot.fetch(int, HELD) == [0]
    assert await school.cast.bot.fetch(int, "SELECT COUNT(*) FROM evidence") == [1]


async def test_what_is_not_needed_wants_a_reason(school: School) -> None:
    coordinator = school.cast.coordinator
    await confirms_dates(coordinator)
    await opens(coordinator, 1, 3)
    await coordinator.presses("Не требуется")
    coordinator.sees("Почему в этом году это не требуется?")
    await coordinator.presses("Отменить")
    coordinator.sees("Подготовка персонализированных программ", "Не требуется")
    await coordinator.presses("Не требуется")
    await coordinator.says("Наставляемых в этом году нет")
    coordinator.sees("в этом году не требуется", "Не требуется: Наставляемых в этом году нет")


async def test_done_without_a_document_says_why(school: School) -> None:
    coordinator = school.cast.coordinator
    await opens(coordinator, 1, 1)
    await coordinator.presses("Сделано без документа")
    await coordinator.says("Положение принято в прошлом году")
    coordinator.sees("Состояние: сделано", "Положение принято в прошлом году")


async def test_counters_fill_themselves(school: School) -> None:
    cast = school.cast
    await confirms_dates(cast.coordinator)
    await school.lists("Рябинин Игорь Олегович")
    await opens(cast.coordinator, 2, 2)
    cast.coordinator.sees("Состояние: идёт, ответили: 0 из 1")
    await hands_in(school, cast.teacher, ANNA)
    await opens(cast.coordinator, 2, 2)
    cast.coordinator.sees("ответили: 1 из 2", "Кто не ответил")
    await cast.coordinator.presses("Кто не ответил")
    cast.coordinator.sees("Рябинин И. О.")
    await opens(cast.coordinator, 2, 3)
    cast.coordinator.sees("Состояние: идёт, в банке: 1")
    cast.bot.clock.to(datetime(2026, 9, 21, 9, 0, tzinfo=UTC))
    await opens(cast.coordinator, 2, 3)
    cast.coordinator.sees("Состояние: сделано, в банке: 1")


async def test_what_is_late_stands_in_today_with_the_button_that_leads_to_it(school: School) -> None:
    cast = school.cast
    await confirms_dates(cast.coordinator)
    cast.bot.clock.to(datetime(2026, 9, 16, 9, 0, tzinfo=UTC))
    await cast.coordinator.says("/today")
    cast.coordinator.sees("Просрочено по дорожной карте: 4", "Просрочено: Приказ об утверждении")
    await cast.coordinator.presses("Просрочено: Приказ об утверждении")
    cast.coordinator.sees("Состояние: просрочено")
    await cast.coordinator.presses("Сделано")
    await cast.coordinator.says("12")
    await cast.coordinator.says("вчера")
    cast.coordinator.sees("Документ № 12 от 15.09.2026")
    await cast.coordinator.says("/today")
    cast.coordinator.sees("Просрочено по дорожной карте: 3")


async def test_a_director_reads_the_stages_and_changes_nothing(school: School) -> None:
    cast = school.cast
    await confirms_dates(cast.coordinator)
    (person_id,) = await school.lists("Лугов Павел Сергеевич", role=Role.DIRECTOR)
    await cast.colleague.starts((await school.invites(person_id)).token)
    await school.lets_in(person_id, cast.colleague)
    await cast.colleague.says("/today")
    cast.colleague.sees("Дорожная карта, 2026/2027", "1. Подготовка условий")
    await cast.colleague.presses_data("a:proofb:0:a1_regulation")
    await cast.colleague.presses_data("g:roada:0:0:a1_regulation")
    cast.colleague.does_not_see("Приказ об утверждении")


@pytest.mark.parametrize("data", ["g:roada:0:0:a9_nothing", "a:proof:0:a9_nothing", "a:proof:77:a1_regulation"])
async def test_a_forged_press_leads_to_what_there_is(school: School, data: str) -> None:
    coordinator = school.cast.coordinator
    await coordinator.says("/roadmap")
    await coordinator.presses_data(data)
    coordinator.sees("Меню")
    assert await school.cast.bot.fetch(int, HELD) == [0]
