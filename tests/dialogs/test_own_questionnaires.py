"""A questionnaire of the school's own: a coordinator chooses whom to ask and sees who is silent."""

from typing import Any

from tests.conftest import School, set_up_school
from tests.dialogs.drafting import published
from tests.dialogs.inviting import invites as invites_mentors
from tests.dialogs.requesting import FACTS
from tests.dialogs.ringing import at
from tests.dialogs.surveying import (
    ANNA,
    ASKED,
    IGOR,
    WAITS,
    answers,
    asked_teacher,
    chooses,
    climate,
    heard,
    opens_card,
)


async def test_everybody_who_has_not_answered_is_chosen_at_once(school: School) -> None:
    await published(school, "needs", climate)
    await school.lists(ANNA, IGOR, experience="y1")
    coordinator = await chooses(school)
    coordinator.sees("Приглашение ответить на анкету «Климат в коллективе»", "отмечено: 0", "☐ Рябинин И. О.")
    coordinator.does_not_see("стаж", "года", "банку наставников")
    await coordinator.presses("Выбрать всех, кто не ответил (2)", times=2)
    coordinator.sees("отмечено: 2", "☑ Рябинин И. О.", "☑ Соколова А. И.", "Дальше (2)")
    await coordinator.presses("☑ Соколова А. И.")
    await coordinator.presses("Снять все отметки")
    coordinator.sees("отмечено: 0", "К анкете")


async def test_the_preview_counts_and_the_card_says_how_many_were_asked(school: School) -> None:
    await published(school, "needs", climate)
    await school.brings_in(school.cast.teacher, ANNA, **FACTS)
    await school.lists(IGOR)
    coordinator = await chooses(school)
    await coordinator.presses("Выбрать всех, кто не ответил (2)")
    await coordinator.presses("Дальше (2)")
    coordinator.sees(
        "Приглашение на анкету «Климат в коллективе», отмечено: 2",
        "Сообщение получат: 1 человек",
        "Ответить попросим до 22 сентября",
        "Ещё не в боте",
        "Рябинин И. О.",
    )
    await coordinator.presses("Отправить 1 человеку", times=2)
    assert await school.cast.bot.fetch(int, ASKED) == [2]
    await opens_card(school)
    coordinator.sees("Приглашены: 2, без ответа: 2")
    await coordinator.presses("Кто не ответил (2)")
    coordinator.sees(
        "Климат в коллективе", "2 из 2", "Рябинин И. О.: ещё не в боте", "Соколова А. И.: анкета не начата"
    )


async def test_the_day_to_answer_by_is_of_this_questionnaire_alone(school: School) -> None:
    await published(school, "needs", climate)
    await school.lists(ANNA)
    coordinator = await chooses(school)
    await coordinator.presses("☐ Соколова")
    await coordinator.presses("Дальше (1)")
    await coordinator.presses("Изменить срок: 22 сентября")
    await coordinator.presses("До 15 сентября, вторник")
    coordinator.sees("Записано: ответить попросим до 15.09.2026", "«Климат в коллективе»")
    await coordinator.presses("Изменить срок")
    await coordinator.says("2.10")
    coordinator.sees("Записано: ответить попросим до 02.10.2026", "«Климат в коллективе»")
    await coordinator.presses("Изменить срок")
    await coordinator.presses("Отменить")
    coordinator.sees("«Климат в коллективе»", "Ответить попросим до 2 октября")
    await coordinator.presses("К выбору людей")
    coordinator.sees("«Климат в коллективе»", "отмечено: 1")


async def test_ticks_of_one_questionnaire_are_not_of_another(school: School) -> None:
    await published(school, "needs", climate)
    await school.lists(ANNA, experience="y4")
    coordinator = await chooses(school)
    await coordinator.presses("☐ Соколова")
    await coordinator.says("/mentors")
    await coordinator.presses("Пригласить ответить на анкету")
    coordinator.sees("возможного наставника", "отмечено: 0", "Выбрать всех со стажем")
    coordinator.does_not_see("кто не ответил")


async def test_a_long_title_is_cut_to_what_a_button_shows(school: School) -> None:
    def long(raw: dict[str, Any]) -> None:
        climate(raw)
        raw.update(title="Как проходит адаптация молодых педагогов в первой четверти")

    await published(school, "needs", long)
    await school.brings_in(school.cast.teacher, ANNA, **FACTS)
    coordinator = school.cast.coordinator
    await coordinator.says("/forms")
    for label in ("Как проходит", "Попросить ответить", "☐ Соколова", "Дальше (1)", "Отправить"):
        await coordinator.presses(label)
    await school.cast.teacher.says("меню")
    (label,) = [each for each in school.cast.teacher.buttons if each.startswith("Как проходит")]
    assert len(label) <= 40


async def test_a_coordinators_own_reminder_reaches_whoever_is_silent(school: School) -> None:
    teacher = await asked_teacher(school)
    await at(school.cast, 8, 14)
    await at(school.cast, 10, 14)
    coordinator = await opens_card(school)
    for label in ("Кто не ответил (1)", "Напомнить", "Отправить 1 человеку"):
        await coordinator.presses(label)
    coordinator.sees("Отправлено 1 человеку", "К анкете")
    assert heard(teacher, WAITS) == 1
    await opens_card(school)
    await coordinator.presses("Кто не ответил (1)")
    await coordinator.presses("Напомнить")
    coordinator.sees("Бот им уже писал")


async def test_two_invitations_of_one_day_come_on_two(school: School) -> None:
    teacher = await asked_teacher(school)
    await invites_mentors(school.cast.coordinator, "Соколова А. И.")
    await at(school.cast, 8, 15)
    assert heard(teacher, "Координатор приглашает") == 1
    await at(school.cast, 9, 15)
    assert heard(teacher, "Координатор приглашает") == 2


async def test_answers_come_from_paper_of_whoever_is_not_in_the_bot(school: School) -> None:
    await published(school, "needs", climate)
    await school.lists(ANNA)
    coordinator = await chooses(school)
    for label in ("☐ Соколова А. И.", "Дальше (1)", "Отметить приглашёнными", "К анкете", "Кто не ответил (1)"):
        await coordinator.presses(label)
    await coordinator.presses("С бумаги: Соколова А. И.")
    coordinator.sees("Соколова А. И.")
    await coordinator.presses("Да, бланк подписан")
    coordinator.sees("С бумаги: Соколова А. И.", "Климат в коллективе")
    await coordinator.presses("Начать")
    await answers(coordinator)
    coordinator.sees("Ответы с бумаги записаны")
    await opens_card(school)
    coordinator.sees("Приглашены: 1")


async def test_a_coordinator_asks_for_nothing_but_what_the_school_has_published(school: School) -> None:
    cast = school.cast
    await published(school, "needs", climate)
    (anna,) = await school.lists(ANNA)
    for key in ("needs", "setup", "nothing", "trial"):
        for data in (
            f"g:formq:0:0:{key}",
            f"g:formm:0:0:{key}",
            f"a:frm:0:.{key}",
            f"g:ftk:0:0:{key}",
            f"a:ftk:{anna}:0.{key}",
            f"a:ftu:0:0.{key}",
            f"g:fpv:0:0:{key}",
            f"g:fun:0:0:{key}",
            f"a:fun:0:2026-09-20.{key}",
            f"a:fsn:0:.{key}",
        ):
            await cast.coordinator.presses_data(data)
            cast.coordinator.sees("Такой анкеты у школы нет")
    await cast.coordinator.presses_data("a:ftu:0:0")
    await cast.coordinator.presses_data("a:fte:0:0.climate")
    assert await cast.bot.fetch(int, "SELECT COUNT(*) FROM form_ask") == [0]


async def test_another_schools_questionnaire_is_nobodys_here(school: School) -> None:
    cast = school.cast
    await published(school, "needs", climate)
    (anna,) = await school.lists(ANNA)
    other = await set_up_school(cast, "Школа № 7")
    await other.lists(IGOR)
    await cast.coordinator.presses_data("g:ftk:0:0:climate")
    cast.coordinator.sees("Такой анкеты у школы нет")
    await cast.coordinator.presses_data(f"a:ftk:{anna}:0.climate")
    assert await cast.bot.fetch(int, "SELECT COUNT(*) FROM form_ask") == [0]


async def test_a_teacher_asks_nobody(school: School) -> None:
    teacher = await asked_teacher(school)
    for data in ("g:ftk:0:0:climate", "a:ftu:0:0.climate", "a:fsn:0:.climate", "g:formq:0:0:climate"):
        await teacher.presses_data(data)
        teacher.does_not_see("Кого пригласить", "Кто не ответил")
    assert await school.cast.bot.fetch(int, ASKED) == [1]
