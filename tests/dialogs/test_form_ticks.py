"""Choosing whom to invite: ticks that stay, all with experience, a preview that counts, a day to answer by."""

from datetime import date

from storage.vocabulary import Role
from tests.conftest import School, set_up_school
from tests.dialogs.inviting import chooses, confirms_survey, invites
from tests.dialogs.offering import offers, refuses
from tests.dialogs.requesting import FACTS, hands_in

ANNA, IGOR, OLGA = "Соколова Анна Ильинична", "Рябинин Игорь Олегович", "Берёзова Ольга Петровна"
REVIEW = "Самоанализ программы (куратор)"
TICKED = "SELECT COUNT(*) FROM form_ask WHERE asked_at IS NULL"
ASKED = "SELECT COUNT(*) FROM form_ask WHERE asked_at IS NOT NULL"


async def test_ticks_are_kept_over_a_restart_and_taken_back(school: School) -> None:
    coordinator = school.cast.coordinator
    await school.lists(ANNA, IGOR, experience="y4")
    await chooses(coordinator)
    coordinator.sees("Кого пригласить, отмечено: 0", "☐ Рябинин И. О. · 4–10 лет")
    await coordinator.presses("☐ Соколова А. И.", times=2)
    coordinator.sees("отмечено: 1")
    await school.cast.bot.restart()
    await chooses(coordinator)
    coordinator.sees("отмечено: 1", "☑ Соколова А. И. · 4–10 лет", "Дальше (1)")
    await coordinator.presses("☑ Соколова А. И.", times=2)
    coordinator.sees("отмечено: 0")
    assert await school.cast.bot.fetch(int, TICKED) == [0]


async def test_all_with_experience_are_ticked_by_the_list_and_by_what_they_said(school: School) -> None:
    cast = school.cast
    await school.lists("Лугова Нина Андреевна", experience="y1")
    await school.lists("Ветрова Зоя Ильинична", experience="y21")
    await hands_in(school, cast.teacher, ANNA, experience="y11")
    await refuses(school, cast.colleague, IGOR)
    await offers(school, cast.newcomer, OLGA)
    await chooses(cast.coordinator)
    cast.coordinator.sees("☐ Рябинин И. О. · ответ: нет", "☐ Лугова Н. А. · 1–3 года")
    cast.coordinator.does_not_see("Берёзова")  # is ready already
    await cast.coordinator.presses("Выбрать всех со стажем от 4 лет (2)")
    cast.coordinator.sees("отмечено: 2", "☑ Ветрова З. И.", "☑ Соколова А. И.", "☐ Лугова", "☐ Рябинин")
    await cast.coordinator.presses("Снять все отметки")
    cast.coordinator.sees("отмечено: 0")


async def test_who_was_asked_this_year_is_not_chosen_with_all_again(school: School) -> None:
    coordinator = school.cast.coordinator
    await school.lists(ANNA, IGOR, experience="y4")
    await invites(coordinator, "Соколова А. И.")
    await chooses(coordinator)
    coordinator.sees("Соколова А. И. · приглашение 08.09", "Выбрать всех со стажем от 4 лет (1)")


async def test_what_the_request_says_stands_beside_the_name(school: School) -> None:
    cast = school.cast
    await school.brings_in(cast.teacher, ANNA, **FACTS)
    for label in ("Заполнить запрос", "Начать", "Всё верно", "Нет", "Не хочу отвечать", "Может быть", "Отправить"):
        await cast.teacher.presses(label)
    await chooses(cast.coordinator)
    cast.coordinator.sees("Соколова А. И. · 4–10 лет; поможет")


async def test_the_preview_counts_whom_it_reaches_and_names_the_others_with_the_reason(school: School) -> None:
    cast = school.cast
    await school.brings_in(cast.teacher, ANNA, **FACTS)
    await school.brings_in(cast.colleague, IGOR, **FACTS)
    await cast.colleague.says("стоп")
    (olga, _) = await school.lists(OLGA, "Ветрова Зоя Ильинична", experience="y21")
    await cast.newcomer.starts((await school.invites(olga)).token)
    await cast.newcomer.presses("Не согласен(на)")
    await chooses(cast.coordinator)
    await cast.coordinator.presses("Выбрать всех со стажем от 4 лет (4)")
    await cast.coordinator.presses("Дальше (4)")
    cast.coordinator.sees(
        "отмечено: 4",
        "Сообщение получат: 1 человек. Сообщение придёт сегодня в 14:00",
        "Ответить попросим до 22 сентября, вторник",
        "Ещё не в боте, скажите им лично; ответы можно внести с бумаги (1): Ветрова З. И.",
        "согласия на данные нет (1): Берёзова О. П.",
        "Просят не писать первым, увидят приглашение в своём меню (1): Рябинин И. О.",
    )
    await cast.coordinator.presses("Отправить 1 человеку")
    cast.coordinator.sees("1 человеку приглашение придёт сегодня в 14:00", "Пока без сообщения: 3 человека")
    assert await cast.bot.fetch(int, ASKED) == [4]
    await cast.colleague.says("меню")
    cast.colleague.sees("приглашает ответить на анкету возможного наставника")


async def test_sent_twice_it_asks_once(school: School) -> None:
    cast = school.cast
    await school.brings_in(cast.teacher, ANNA, **FACTS)
    await chooses(cast.coordinator)
    await cast.coordinator.presses("☐ Соколова")
    await cast.coordinator.presses("Дальше (1)")
    await cast.coordinator.presses("Отправить 1 человеку", times=2)
    cast.coordinator.sees("Никто не отмечен, или приглашение уже отправлено")
    assert await cast.bot.fetch(int, ASKED) == [1]
    assert await cast.bot.fetch(int, "SELECT COUNT(*) FROM outbox WHERE kind = 'form_ask'") == [1]


async def test_whoever_answers_between_the_tick_and_the_sending_is_not_asked(school: School) -> None:
    cast = school.cast
    await school.lists(IGOR)
    await chooses(cast.coordinator)
    await cast.coordinator.presses("☐ Рябинин")
    await offers(school, cast.teacher, ANNA)
    async with cast.bot.machine.database.write() as tx:
        await tx.run("UPDATE form_ask SET person_id = (SELECT id FROM person WHERE full_name = :name)", name=ANNA)
    await cast.coordinator.presses("Дальше")
    cast.coordinator.sees("Никто не отмечен")


async def test_the_day_to_answer_by_is_changed_by_a_button_or_typed(school: School) -> None:
    coordinator = school.cast.coordinator
    await school.lists(ANNA, experience="y4")
    await chooses(coordinator)
    await coordinator.presses("☐ Соколова")
    await coordinator.presses("Дальше (1)")
    await coordinator.presses("Изменить срок: 22 сентября")
    coordinator.sees("До какого дня ждать ответов?", "До 15 сентября, вторник", "До 29 сентября, вторник", "Например")
    await coordinator.presses("До 15 сентября, вторник")
    coordinator.sees("Записано: ответить попросим до 15.09.2026", "Ответить попросим до 15 сентября")
    await coordinator.presses("Изменить срок")
    await coordinator.says("2.10")
    coordinator.sees("Записано: ответить попросим до 02.10.2026")
    await coordinator.presses("Изменить срок")
    await coordinator.presses("Отменить")
    coordinator.sees("Приглашение, отмечено: 1", "Ответить попросим до 2 октября")
    await coordinator.presses("Отметить приглашёнными")
    assert await school.cast.bot.fetch(str, "SELECT answer_by FROM form_ask") == ["2026-10-02"]


async def test_a_day_that_comes_before_the_message_is_not_taken(school: School) -> None:
    coordinator = school.cast.coordinator
    await school.brings_in(school.cast.teacher, ANNA, **FACTS)
    await chooses(coordinator)
    await coordinator.presses("☐ Соколова")
    await coordinator.presses("Дальше (1)")
    await coordinator.presses_data("a:fun:0:2026-09-08")
    coordinator.sees("раньше, чем люди получат приглашение", "до 22 сентября")
    await coordinator.presses_data("a:fun:0:soon")
    coordinator.sees("до 22 сентября")


async def test_the_roadmaps_confirmed_day_is_proposed_until_it_is_over(school: School) -> None:
    coordinator = school.cast.coordinator
    await school.lists(ANNA)
    await confirms_survey(school, date(2026, 9, 18))
    await chooses(coordinator)
    await coordinator.presses("☐ Соколова")
    await coordinator.presses("Дальше (1)")
    coordinator.sees("до 18 сентября, пятница")
    school.cast.bot.clock.move(days=11)
    await chooses(coordinator)
    await coordinator.presses("Дальше (1)")
    coordinator.sees("до 5 октября, понедельник")


async def test_each_coordinator_has_ticks_of_their_own(school: School) -> None:
    cast = school.cast
    (deputy_id,) = await school.lists("Лугов Павел Андреевич", role=Role.DEPUTY)
    await cast.deputy.starts((await school.invites(deputy_id)).token)
    await school.lets_in(deputy_id, cast.deputy)
    await cast.deputy.presses("Понятно")
    await school.lists(ANNA)
    await chooses(cast.coordinator)
    await cast.coordinator.presses("☐ Соколова")
    await chooses(cast.deputy)
    cast.deputy.sees("отмечено: 0", "☐ Соколова")


async def test_nobody_of_another_school_can_be_ticked(school: School) -> None:
    cast = school.cast
    (anna,) = await school.lists(ANNA)
    other = await set_up_school(cast, "Школа № 7")
    (igor,) = await other.lists(IGOR)
    await chooses(cast.coordinator)
    await cast.coordinator.presses_data(f"a:ftk:{anna}:0")
    await cast.coordinator.presses_data(f"a:ftk:{igor}:0")
    await cast.coordinator.presses_data("a:ftk:999:0")
    assert await cast.bot.fetch(int, "SELECT person_id FROM form_ask") == [igor]


async def test_a_teacher_chooses_nobody(school: School) -> None:
    teacher = school.cast.teacher
    person_id = await school.brings_in(teacher, ANNA)
    for data in ("g:ftk:0:0", f"a:ftk:{person_id}:0", "a:fsn:0:", "g:mnts:0:0", "g:fpv:0:0"):
        await teacher.presses_data(data)
        teacher.does_not_see("Кого пригласить", "Банк наставников", "Приглашение")
    assert await school.cast.bot.fetch(int, "SELECT COUNT(*) FROM form_ask") == [0]


async def test_nobody_who_leads_has_consented_and_the_list_says_whose_it_is_and_leads_there(school: School) -> None:
    coordinator = school.cast.coordinator
    await school.brings_in(school.cast.teacher, ANNA)
    await coordinator.says("/forms")
    await coordinator.presses(REVIEW)
    await coordinator.presses("Попросить ответить")
    coordinator.sees("Приглашать некого", "кто ведёт программу", "согласие на обработку данных")
    coordinator.does_not_see("писок людей пуст")
    for label in ("Для меня как педагога", "Согласен(на)", "Да, можно напоминать"):
        await coordinator.presses(label)
    await coordinator.says("/forms")
    await coordinator.presses(REVIEW)
    await coordinator.presses("Попросить ответить")
    coordinator.sees("☐ Орлова В. П.")
    coordinator.does_not_see("Для меня как педагога")


async def test_a_survey_of_a_bank_that_is_empty_says_who_answers_it(school: School) -> None:
    await school.brings_in(school.cast.teacher, ANNA)
    coordinator = school.cast.coordinator
    for title, who in (
        ("Старт: взгляд наставляемого", "подали запрос"),
        ("Старт: взгляд наставника", "быть наставником"),
    ):
        await coordinator.says("/forms")
        await coordinator.presses(title)
        await coordinator.presses("Попросить ответить")
        coordinator.sees("Приглашать некого", who)


async def test_an_empty_list_says_what_to_do(school: School) -> None:
    await chooses(school.cast.coordinator)
    school.cast.coordinator.sees("Приглашать некого")
