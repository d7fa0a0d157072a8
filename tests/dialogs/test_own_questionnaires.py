"""A questionnaire of the school's own: people are chosen, asked, reminded; they answer, look, change, take it back."""

from typing import Any

from tests.cast import Person
from tests.conftest import School, set_up_school
from tests.dialogs.drafting import TIME_TABLE, published
from tests.dialogs.inviting import invites as invites_mentors
from tests.dialogs.requesting import FACTS
from tests.dialogs.ringing import at

ANNA, IGOR, OLGA = "Соколова Анна Ильинична", "Рябинин Игорь Олегович", "Берёзова Ольга Петровна"
MOOD, DAY = "Как вам работается в этом году?", "В какие дни у вас методический день?"
INVITED = "Координатор приглашает ответить на анкету «Климат в коллективе». Это добровольно и займёт 2 минуты."
WAITS = "Анкета «Климат в коллективе» ждёт ответа до 22 сентября"
ASKED = "SELECT COUNT(*) FROM form_ask WHERE asked_at IS NOT NULL AND form_key = 'climate'"
RUNS = "SELECT COUNT(*) FROM form_run WHERE form_key = 'climate'"


def climate(raw: dict[str, Any]) -> None:
    questions = [{**TIME_TABLE, "key": "mood", "text": MOOD}, {**TIME_TABLE, "key": "day", "text": DAY}]
    raw.update(key="climate", title="Климат в коллективе", version=1, minutes=2, outro="", questions=questions)


async def opens_card(school: School) -> Person:
    coordinator = school.cast.coordinator
    await coordinator.says("/forms")
    await coordinator.presses("Климат в коллективе")
    return coordinator


async def chooses(school: School) -> Person:
    coordinator = await opens_card(school)
    await coordinator.presses("Попросить ответить")
    return coordinator


async def asks(school: School, *names: str) -> None:
    """On Tuesday the 8th, with two weeks to answer."""
    coordinator = await chooses(school)
    for name in names:
        await coordinator.presses(f"☐ {name}")
    await coordinator.presses(f"Дальше ({len(names)})")
    await coordinator.presses(next(each for each in coordinator.buttons if each.startswith("От")))


async def asked_teacher(school: School) -> Person:
    await published(school, "needs", climate)
    await school.brings_in(school.cast.teacher, ANNA, **FACTS)
    await asks(school, "Соколова А. И.")
    return school.cast.teacher


async def answers(teacher: Person) -> None:
    await teacher.says("Хорошо")
    await teacher.says("По четвергам")
    await teacher.presses("Отправить")


def heard(person: Person, text: str) -> int:
    return sum(text in message.text for message in person.messages)


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
    coordinator.sees("Приглашены: 2, из них ответили: 0, без ответа: 2")
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


async def test_whoever_is_asked_answers_and_hears_thanks(school: School) -> None:
    teacher = await asked_teacher(school)
    await at(school.cast, 8, 14)
    teacher.sees(INVITED, "Ответы видит только координатор", "до 22 сентября", "Ответить", "Не сейчас, через неделю")
    await teacher.presses("Ответить")
    teacher.sees("Климат в коллективе", "2 вопроса", "Видит только координатор")
    await teacher.presses("Начать")
    await answers(teacher)
    teacher.sees("Спасибо! Ответы отправлены 08.09.2026", "изменить ответы можно до 22 сентября")
    await teacher.presses("Меню")
    teacher.does_not_see("Климат")
    coordinator = await opens_card(school)
    coordinator.sees("Ответили: 1", "Приглашены: 1, из них ответили: 1, без ответа: 0", "Результаты")
    await coordinator.presses("Попросить ответить")
    coordinator.sees("Приглашать некого")


async def test_answers_are_changed_until_the_day_to_answer_by_and_looked_at_after_it(school: School) -> None:
    teacher = await asked_teacher(school)
    await teacher.says("меню")
    await teacher.presses("Климат в коллективе")
    await teacher.presses("Начать")
    await answers(teacher)
    await teacher.presses("Меню")
    await teacher.presses("Мои данные")
    await teacher.presses("Ответы: Климат в коллективе")
    teacher.sees("Хорошо", "По четвергам", "Ответы можно изменить до 22 сентября")
    await teacher.presses("Посмотреть и изменить")
    await teacher.presses("Изменить 1")
    await teacher.says("Отлично")
    await teacher.presses("Готово")
    teacher.sees("Ответы сохранены", "до 22 сентября")
    school.cast.bot.clock.move(days=15)
    await teacher.says("мои данные")
    await teacher.presses("Ответы: Климат в коллективе")
    teacher.sees("Отлично", "Срок прошёл", "Отозвать ответы")
    teacher.does_not_see("Посмотреть и изменить")


async def test_old_buttons_and_words_change_nothing_after_the_day(school: School) -> None:
    teacher = await asked_teacher(school)
    await teacher.says("меню")
    await teacher.presses("Климат в коллективе")
    await teacher.presses("Начать")
    await answers(teacher)
    await teacher.presses("Посмотреть и изменить")
    await teacher.presses("Изменить 1")
    school.cast.bot.clock.move(days=15)
    await teacher.says("Отлично")
    teacher.sees("Срок прошёл, ответы больше не меняются")
    await teacher.presses("Посмотреть ответы")
    teacher.sees("Хорошо")
    teacher.does_not_see("Отлично")


async def test_what_was_begun_in_time_is_sent_after_the_day(school: School) -> None:
    teacher = await asked_teacher(school)
    await teacher.says("меню")
    await teacher.presses("Климат в коллективе")
    await teacher.presses("Начать")
    await teacher.says("Хорошо")
    school.cast.bot.clock.move(days=15)
    await teacher.says("мои данные")
    await teacher.presses("Ответы: Климат в коллективе")
    await teacher.presses("Продолжить")
    await teacher.says("По четвергам")
    await teacher.presses("Отправить")
    teacher.sees("Спасибо! Ответы отправлены 23.09.2026", "Посмотреть ответы")
    teacher.does_not_see("изменить")


async def test_consent_taken_back_hides_the_answers_and_erasing_removes_them(school: School) -> None:
    teacher = await asked_teacher(school)
    await teacher.says("меню")
    await teacher.presses("Климат в коллективе")
    await teacher.presses("Начать")
    await answers(teacher)
    await teacher.says("мои данные")
    await teacher.presses("Отозвать согласие")
    await teacher.presses("Отозвать согласие")
    await teacher.presses_data("g:askf:0:0:climate")
    teacher.does_not_see("Хорошо", "По четвергам")
    coordinator = await opens_card(school)
    coordinator.sees("Ответили: 0")
    coordinator.does_not_see("Приглашены: 1")
    school.cast.bot.clock.move(days=26)
    await school.cast.bot.tick()
    bot = school.cast.bot
    assert await bot.fetch(int, "SELECT COUNT(*) FROM answer") == [0]
    assert await bot.fetch(int, ASKED) == [0]


async def test_the_menu_offers_it_as_long_as_it_waits(school: School) -> None:
    teacher = await asked_teacher(school)
    await teacher.says("меню")
    teacher.sees("на анкету «Климат в коллективе», можно до 22 сентября", "Это добровольно")
    await teacher.presses("Климат в коллективе")
    await teacher.presses("Начать")
    await teacher.says("Хорошо")
    await teacher.says("меню")
    await teacher.presses("Продолжить: Климат в коллективе")
    teacher.sees("Вы остановились на 2 из 2")
    school.cast.bot.clock.move(days=15)
    await teacher.says("меню")
    teacher.does_not_see("Климат")
    await teacher.presses("Мои данные")
    await teacher.presses("Ответы: Климат в коллективе")
    teacher.sees("Вы остановились на 2 из 2")


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


async def test_whoever_is_silent_is_reminded_on_the_fourth_day_and_on_the_last_one(school: School) -> None:
    teacher = await asked_teacher(school)
    told = []
    for day in (8, 9, 10, 11, 14, 15, 16, 17, 18, 21, 22, 23, 24, 25):
        before = heard(teacher, INVITED) + heard(teacher, WAITS)
        await at(school.cast, day, 15)
        if heard(teacher, INVITED) + heard(teacher, WAITS) > before:
            told.append(day)
    assert told == [8, 14, 21]
    assert heard(teacher, INVITED) == 1


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
    coordinator.sees("Напоминание уже получили")


async def test_whoever_stopped_in_the_middle_is_told_how_much_is_left(school: School) -> None:
    teacher = await asked_teacher(school)
    await at(school.cast, 8, 14)
    await teacher.presses("Ответить")
    await teacher.presses("Начать")
    await teacher.says("Хорошо")
    await at(school.cast, 14, 14)
    teacher.sees("Анкета «Климат в коллективе»: остался 1 вопрос", "до 22 сентября. Продолжить?")
    await teacher.presses("Продолжить")
    teacher.sees("Вы остановились на 2 из 2")


async def test_whoever_answered_or_took_it_back_hears_no_more(school: School) -> None:
    teacher = await asked_teacher(school)
    await at(school.cast, 8, 14)
    await teacher.presses("Ответить")
    await teacher.presses("Начать")
    await answers(teacher)
    await at(school.cast, 14, 15)
    await teacher.says("мои данные")
    for label in ("Ответы: Климат", "Отозвать ответы", "Отозвать ответы"):
        await teacher.presses(label)
    teacher.sees("Ответы отозваны и удалены")
    await at(school.cast, 21, 15)
    assert heard(teacher, WAITS) == 0
    assert await school.cast.bot.fetch(int, "SELECT COUNT(*) FROM answer") == [0]
    await teacher.says("мои данные")
    teacher.does_not_see("Климат")


async def test_two_invitations_of_one_day_come_on_two(school: School) -> None:
    teacher = await asked_teacher(school)
    await invites_mentors(school.cast.coordinator, "Соколова А. И.")
    await at(school.cast, 8, 15)
    assert heard(teacher, "Координатор приглашает") == 1
    await at(school.cast, 9, 15)
    assert heard(teacher, "Координатор приглашает") == 2


async def test_consent_comes_before_the_answers(school: School) -> None:
    cast = school.cast
    await published(school, "needs", climate)
    (anna,) = await school.lists(ANNA)
    await asks(school, "Соколова А. И.")
    await cast.teacher.starts((await school.invites(anna)).token)
    await cast.teacher.presses_data("g:askf:0:0:climate")
    cast.teacher.sees("Согласен(на)")
    assert await cast.bot.fetch(int, RUNS) == [0]
    await cast.teacher.presses("Согласен(на)")
    await cast.teacher.presses("Да, можно напоминать")
    await cast.teacher.presses("Климат в коллективе")
    cast.teacher.sees("Начать")


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
    coordinator.sees("Приглашены: 1, из них ответили: 1")


async def test_after_the_day_nobody_begins(school: School) -> None:
    teacher = await asked_teacher(school)
    await at(school.cast, 8, 14)
    school.cast.bot.clock.move(days=15)
    await teacher.presses("Ответить")
    teacher.sees("можно было ответить до 22 сентября", "Спросить координатора")
    assert await school.cast.bot.fetch(int, RUNS) == [0]


async def test_whoever_was_not_asked_opens_nothing(school: School) -> None:
    cast = school.cast
    await asked_teacher(school)
    await school.brings_in(cast.colleague, IGOR, **FACTS)
    for data in (
        "g:askf:0:0:climate",
        "g:askf:0:0:needs",
        "g:askf:0:0:setup",
        "g:askf:0:0:nothing",
        "g:askf:0:0",
        "g:askw:0:0:climate",
        "a:wda:0:climate",
        "a:wda:0:needs",
    ):
        await cast.colleague.presses_data(data)
        cast.colleague.sees("Такой анкеты для вас сейчас нет")
    assert await cast.bot.fetch(int, "SELECT COUNT(*) FROM form_run WHERE form_key IN ('climate', 'needs')") == [0]


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
