"""The mentor bank: who is ready and for how many, who refused, what is new or changed, soft warnings."""

import pytest

from storage.vocabulary import Role
from tests.conftest import School
from tests.dialogs.inviting import invites
from tests.dialogs.offering import YES, offers, refuses, says_yes
from tests.dialogs.requesting import answers, hands_in

ANNA, IGOR, OLGA = "Соколова Анна Ильинична", "Рябинин Игорь Олегович", "Берёзова Ольга Петровна"


async def test_an_empty_bank_offers_to_invite_and_nothing_to_download(school: School) -> None:
    coordinator = school.cast.coordinator
    await coordinator.says("/mentors")
    coordinator.sees("Банк наставников", "Готовых пока нет", "Никого ещё не приглашали")
    assert coordinator.buttons == ["Пригласить ответить на анкету", "Меню"]


async def test_the_bank_counts_places_refusals_and_who_is_silent(school: School) -> None:
    cast = school.cast
    await offers(school, cast.teacher, ANNA)
    await refuses(school, cast.colleague, IGOR, ready="Возможно, позже", reason="Не хочу отвечать")
    await refuses(school, cast.newcomer, OLGA)
    await school.lists("Ветрова Зоя Ильинична")
    await invites(cast.coordinator, "Ветрова З. И.")
    await cast.coordinator.says("банк наставников")
    cast.coordinator.sees(
        "Готовы: 1. Всего мест: 2.",
        "Отказались: 1, скажут позже: 1.",
        "Приглашены: 1, без ответа: 1.",
        "Соколова А. И.: на месяцы или год; 2 коллеги; новая анкета",
        "Отказались и скажут позже (2)",
        "Кто не ответил (1)",
    )
    await cast.coordinator.presses("Отказались и скажут позже (2)")
    cast.coordinator.sees(
        "Рябинин И. О.: возможно, позже", "Берёзова О. П.: нет", "Сам бот об анкете им больше не пишет"
    )
    await cast.coordinator.presses("Берёзова О. П.")
    cast.coordinator.sees("Что мешает", "Большая нагрузка")
    cast.coordinator.does_not_see("Обратите внимание")


async def test_how_many_colleagues_want_a_mentor_stands_beside_the_places(school: School) -> None:
    cast = school.cast
    await hands_in(school, cast.teacher, ANNA)
    await offers(school, cast.colleague, IGOR)
    await cast.coordinator.says("/mentors")
    cast.coordinator.sees("Всего мест: 2.", "Наставник нужен: 1 коллега.")


async def test_new_seen_and_changed_are_told_apart(school: School) -> None:
    cast = school.cast
    await offers(school, cast.teacher, ANNA)
    await cast.coordinator.says("/mentors")
    await cast.coordinator.presses("Соколова А. И. · новая анкета")
    cast.coordinator.sees("Отправлено 08.09.2026; новая анкета", "Первая", "Двух", "8")
    await cast.coordinator.presses("Отметить просмотренным")
    assert cast.coordinator.toast == "Отмечено"
    cast.coordinator.sees("просмотрено 08.09.2026")
    cast.bot.clock.move(days=1)
    for label in ("Меню", "Моё наставничество", "3 коллеги"):
        await cast.teacher.presses(label)
    await cast.coordinator.says("/today")
    cast.coordinator.sees("Новые и изменённые анкеты наставников: 1", "Банк наставников (готовы: 1, новых: 1)")
    await cast.coordinator.presses("Банк наставников (готовы: 1, новых: 1)")
    cast.coordinator.sees("Изменённых: 1", "на месяцы или год; 3 коллеги; изменена")
    await cast.coordinator.presses("Соколова А. И. · изменена")
    cast.coordinator.sees("изменено 09.09.2026", "Обратите внимание: готовность сопровождать больше двух коллег")
    await cast.coordinator.presses("Отметить просмотренным")
    await cast.coordinator.presses("К банку наставников")
    cast.coordinator.does_not_see("изменена", "новая", "Изменённых")


async def test_a_pause_takes_the_places_out_and_is_news(school: School) -> None:
    cast = school.cast
    await offers(school, cast.teacher, ANNA)
    await cast.coordinator.says("/mentors")
    await cast.coordinator.presses("Соколова А. И.")
    await cast.coordinator.presses("Отметить просмотренным")
    cast.bot.clock.move(hours=3)
    for label in ("Меню", "Моё наставничество", "Сделать паузу"):
        await cast.teacher.presses(label)
    await cast.bot.settle()
    cast.coordinator.sees("Новые и изменённые анкеты наставников: 1")
    await cast.coordinator.says("/mentors")
    cast.coordinator.sees("Готовы: 1, на паузе: 1. Всего мест: 0.", "2 коллеги; на паузе; изменена")
    await cast.coordinator.presses("Соколова А. И.")
    cast.coordinator.sees("На паузе с 08.09.2026: новых коллег не предлагать")


@pytest.mark.parametrize(
    ("facts", "answered", "warning"),
    [
        ({"experience": "y0"}, {"category": "☐ Нет категории"}, "педагогический стаж до трёх лет, категории нет"),
        ({}, {"sure": "4"}, "на 4 из 10 или ниже"),
        ({}, {"capacity": "Трёх"}, "больше двух коллег сразу"),
        ({}, {"ready": "Да, для разовых консультаций"}, "только к разовым консультациям"),
    ],
)
async def test_what_to_mind_stands_above_the_answers_as_a_sentence(
    school: School, facts: dict[str, str], answered: dict[str, str], warning: str
) -> None:
    cast = school.cast
    await offers(school, cast.teacher, ANNA, answered=answered, **facts)
    await cast.coordinator.says("/mentors")
    await cast.coordinator.presses("Соколова А. И.")
    cast.coordinator.sees("Обратите внимание:", warning)
    assert cast.coordinator.screen.text.count("Обратите внимание") == 1


async def test_one_person_stands_in_both_banks(school: School) -> None:
    cast = school.cast
    await hands_in(school, cast.teacher, ANNA)
    await cast.teacher.presses("Меню")
    await cast.teacher.presses("Анкета наставника")
    await cast.teacher.presses("Начать")
    await says_yes(cast.teacher)
    for command in ("/bank", "/mentors"):
        await cast.coordinator.says(command)
        cast.coordinator.sees("Соколова А. И.")
    await cast.coordinator.says("Соколова")
    cast.coordinator.sees("Запрос: отправлен", "Анкета наставника: отправлена", "Открыть запрос")
    await cast.coordinator.presses("Открыть анкету наставника")
    cast.coordinator.sees("Готов(а) ли быть наставником", YES)


async def test_a_request_is_not_opened_as_a_mentor_questionnaire(school: School) -> None:
    cast = school.cast
    await hands_in(school, cast.teacher, ANNA)
    (run_id,) = await cast.bot.fetch(int, "SELECT id FROM form_run WHERE form_key = 'needs'")
    await cast.coordinator.presses_data(f"g:mnt:{run_id}:0")
    cast.coordinator.sees("Этой анкеты в банке больше нет")


async def test_whoever_withdrew_consent_is_in_no_list_and_erased_with_everything(school: School) -> None:
    cast = school.cast
    person_id = await offers(school, cast.teacher, ANNA)
    await cast.bot.settle()
    for label in ("Меню", "Моё наставничество", "Сделать паузу", "Меню", "Мои данные", "Отозвать согласие"):
        await cast.teacher.presses(label)
    await cast.teacher.presses("Отозвать согласие")
    await cast.coordinator.says("/mentors")
    cast.coordinator.sees("Готовых пока нет")
    await cast.coordinator.says("/today")
    await cast.coordinator.presses("Уничтожить данные (1)")
    await cast.coordinator.presses("Соколова")
    await cast.coordinator.presses("Уничтожить")
    for table in ("form_ask", "mentor_pause"):
        assert await cast.bot.fetch(int, f"SELECT COUNT(*) FROM {table} WHERE person_id = :id", id=person_id) == [0]
    assert await cast.bot.fetch(
        int, "SELECT COUNT(*) FROM answer a JOIN form_run f ON f.id = a.run_id WHERE f.person_id = :id", id=person_id
    ) == [0]


async def test_three_hundred_ready_people_turn_by_pages(school: School) -> None:
    cast = school.cast
    await school.lists(*(f"Фамилия{chr(1072 + at // 32)}{chr(1072 + at % 32)} Анна Ильинична" for at in range(300)))
    async with cast.bot.machine.database.write() as tx:
        await tx.run(
            """INSERT INTO form_run (school_id, person_id, entered_by, form_key, form_version, state, part, place,
                                     source, started_at, touched_at, submitted_at)
               SELECT school_id, id, id, 'mentor_profile', 1, 'submitted', 'core', 'SUMMARY', 'tap', :now, :now, :now
               FROM person WHERE full_name LIKE 'Фамилия%'""",
            now=cast.bot.clock.now(),
        )
        await tx.run(
            """INSERT INTO answer (run_id, question, value, source, answered_at)
               SELECT id, 'ready', '"year"', 'tap', :now FROM form_run WHERE form_key = 'mentor_profile'""",
            now=cast.bot.clock.now(),
        )
    await cast.coordinator.says("/mentors")
    cast.coordinator.sees("Готовы: 300", "Страница 1 из 38")
    assert len(cast.coordinator.screen.text) < 1000
    await cast.coordinator.presses("Ещё")
    await cast.coordinator.presses("Фамилияай")
    await cast.coordinator.presses("К банку наставников")
    cast.coordinator.sees("Страница 2 из 38")


async def test_a_director_reads_the_number_and_no_names(school: School) -> None:
    cast = school.cast
    await offers(school, cast.teacher, ANNA)
    (director_id,) = await school.lists("Лугов Павел Андреевич", role=Role.DIRECTOR)
    await cast.deputy.starts((await school.invites(director_id)).token)
    await school.lets_in(director_id, cast.deputy)
    await cast.deputy.says("/today")
    cast.deputy.sees("Готовы быть наставниками: 1, мест: 2")
    await cast.deputy.says("/mentors")
    cast.deputy.does_not_see("Банк наставников", "Соколова")


async def test_a_coordinator_who_is_ready_stands_there_like_everybody(school: School) -> None:
    coordinator = school.cast.coordinator
    await coordinator.says("меню")
    await coordinator.presses("Для меня как педагога")
    await coordinator.presses("Согласен(на)")
    await coordinator.presses("Да, можно напоминать")
    await coordinator.presses("Для меня как педагога")
    for label in ("Анкета наставника", "Начать", "Нет", "Не хочу отвечать", "Отправить"):
        await coordinator.presses(label)
    await coordinator.says("/mentors")
    coordinator.sees("Отказались: 1")


async def test_facts_of_the_mentor_questionnaire_help_the_request_too(school: School) -> None:
    teacher = school.cast.teacher
    await offers(school, teacher, ANNA)
    await teacher.presses("Меню")
    await answers(teacher)
    teacher.sees("Отправлено")
