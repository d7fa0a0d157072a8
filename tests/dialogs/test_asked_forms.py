"""Asked to answer a questionnaire of the school's own: invited, reminded, answering, looking, taking back."""

from tests.conftest import School
from tests.dialogs.drafting import published
from tests.dialogs.requesting import FACTS
from tests.dialogs.ringing import at
from tests.dialogs.surveying import (
    ANNA,
    ASKED,
    IGOR,
    INVITED,
    RUNS,
    WAITS,
    answers,
    asked_teacher,
    asks,
    climate,
    fills,
    heard,
    opens_card,
)


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
    coordinator.sees("Ответили: 1", "Приглашены: 1, без ответа: 0", "Результаты")
    await coordinator.presses("Попросить ответить")
    coordinator.sees("Приглашать некого")


async def test_answers_are_changed_until_the_day_to_answer_by_and_looked_at_after_it(school: School) -> None:
    teacher = await asked_teacher(school)
    await fills(teacher)
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
    await fills(teacher)
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
    await fills(teacher)
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


async def test_no_week_of_peace_is_offered_that_outlasts_the_day_to_answer_by(school: School) -> None:
    """The promise of a word after it would not be kept."""
    teacher = await asked_teacher(school)
    await at(school.cast, 8, 14)
    await at(school.cast, 14, 14)
    teacher.sees(WAITS)
    await teacher.presses("Отложить")
    assert "До следующей недели" in teacher.buttons
    await at(school.cast, 21, 14)
    await teacher.presses("Отложить")
    assert "До завтра" in teacher.buttons
    assert "До следующей недели" not in teacher.buttons
