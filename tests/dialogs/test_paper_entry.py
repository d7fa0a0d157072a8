"""«Внести с бумаги»: the signed sheet first, then the dialog, for whoever is not in the messenger."""

from mentoring.consent import full_text
from mentoring.rules.consent_text import text_hash
from storage.vocabulary import Role
from tests.cast import Person
from tests.conftest import School
from tests.dialogs.test_signed_sheets import takes_template

NAME = "Соколова Анна Ильинична"
FACTS = {"subjects": ("physics",), "levels": ("ooo",), "experience": "y4"}


async def opens_card(school: School) -> Person:
    await school.cast.coordinator.says("Соколова")
    return school.cast.coordinator


async def fills(coordinator: Person) -> None:
    for label in (
        "Начать",
        "Всё верно",
        "Да, на несколько месяцев или год",
        "☐ Урок и методика",
        "Готово",
        "☐ После уроков",
        "Готово",
        "Пока нет",
        "Отправить",
    ):
        await coordinator.presses(label)


async def test_answers_come_after_the_signed_sheet_and_are_marked_paper(school: School) -> None:
    await school.lists(NAME, **FACTS)
    coordinator = await opens_card(school)
    await coordinator.presses("Внести с бумаги")
    coordinator.sees("подписанное согласие у вас в руках?", "Печать согласия")
    await coordinator.presses("Да, бланк подписан")
    coordinator.sees("бланк получен", "С бумаги: Соколова А. И.")
    await fills(coordinator)
    coordinator.sees("Ответы с бумаги записаны")
    await opens_card(school)
    coordinator.sees("Согласие на данные: дано", "Бумажный бланк: получен", "Запрос: отправлен", "Открыть запрос")
    assert await school.cast.bot.fetch(str, "SELECT source FROM form_run WHERE form_key = 'needs'") == ["paper"]
    assert set(
        await school.cast.bot.fetch(
            str, "SELECT a.source FROM answer a JOIN form_run f ON f.id = a.run_id WHERE f.form_key = 'needs'"
        )
    ) <= {"paper", "staff_list"}


async def test_the_ledger_tells_our_words_from_those_of_the_schools_own_sheet(school: School) -> None:
    coordinator, bot = school.cast.coordinator, school.cast.bot
    ours, own = await school.lists(NAME, "Рябинин Игорь Олегович")
    await opens_card(school)
    await coordinator.presses("Внести с бумаги")
    await coordinator.presses("Да, бланк подписан")
    await takes_template(
        school, "Согласие на данные: наставляемый", "Согласия на данные.docx", "Кем выдан паспорт", "(кем выдан)"
    )
    await coordinator.says("Рябинин")
    await coordinator.presses("Внести с бумаги")
    await coordinator.presses("Да, бланк подписан")
    async with bot.machine.database.read() as tx:
        words = await full_text(tx, school.id, bot.clock.now())
    (digest,) = await bot.fetch(str, "SELECT digest FROM document_template")
    kept = "SELECT text_hash FROM consent WHERE kind = 'data' AND person_id = :id"
    assert await bot.fetch(str, kept, id=ours) == [text_hash(words)]
    assert await bot.fetch(str, kept, id=own) == [text_hash(f"{words}\n{digest}")]


async def test_from_paper_only_what_the_staff_list_lacks_is_asked(school: School) -> None:
    await school.lists(NAME, subjects=("physics",), levels=("ooo",))
    coordinator = await opens_card(school)
    for label in ("Внести с бумаги", "Да, бланк подписан", "Начать", "Всё верно"):
        await coordinator.presses(label)
    coordinator.sees("С бумаги", "3 из 7", "педагогический стаж")
    await coordinator.presses("Назад")
    coordinator.sees("С бумаги", "Всё верно?", "Физика")


async def test_sheet_noted_twice_is_one_line_of_the_ledger(school: School) -> None:
    await school.lists(NAME)
    coordinator = await opens_card(school)
    await coordinator.presses("Внести с бумаги")
    await coordinator.presses("Да, бланк подписан", times=2)
    assert await school.cast.bot.fetch(str, "SELECT source FROM consent") == ["paper"]


async def test_without_the_sheet_nothing_is_asked(school: School) -> None:
    await school.lists(NAME)
    coordinator = await opens_card(school)
    await coordinator.presses("Внести с бумаги")
    await coordinator.presses("Назад")
    coordinator.sees("Запрос: не начат")
    assert await school.cast.bot.fetch(int, "SELECT COUNT(*) FROM form_run WHERE form_key = 'needs'") == [0]


async def test_whoever_declined_the_bot_has_the_paper_path(school: School) -> None:
    teacher = school.cast.teacher
    (person_id,) = await school.lists(NAME)
    await teacher.starts((await school.invites(person_id)).token)
    await teacher.presses("Не согласен(на)")
    coordinator = await opens_card(school)
    coordinator.sees("участвует на бумаге", "Внести с бумаги")
    await coordinator.presses("Внести с бумаги")
    await coordinator.presses("Да, бланк подписан")
    coordinator.sees("С бумаги")


async def test_whoever_answers_in_the_bot_is_not_answered_for(school: School) -> None:
    await school.brings_in(school.cast.teacher, NAME)
    coordinator = await opens_card(school)
    coordinator.does_not_see("Внести с бумаги")


async def test_half_entered_answers_wait_on_the_card(school: School) -> None:
    await school.lists(NAME, **FACTS)
    coordinator = await opens_card(school)
    await coordinator.presses("Внести с бумаги")
    await coordinator.presses("Да, бланк подписан")
    await coordinator.presses("Начать")
    await coordinator.presses("Всё верно")
    await coordinator.presses("Продолжить позже")
    await opens_card(school)
    coordinator.sees("Запрос: начат")
    await coordinator.presses("Внести с бумаги")
    coordinator.sees("Нужен ли")


async def test_another_coordinator_goes_on_with_the_same_sheet(school: School) -> None:
    cast = school.cast
    (deputy_id,) = await school.lists("Лугов Павел Андреевич", role=Role.DEPUTY)
    await cast.deputy.starts((await school.invites(deputy_id)).token)
    await school.lets_in(deputy_id, cast.deputy)
    await cast.deputy.presses("Понятно")
    await school.lists(NAME, **FACTS)
    coordinator = await opens_card(school)
    for label in ("Внести с бумаги", "Да, бланк подписан", "Начать", "Всё верно"):
        await coordinator.presses(label)
    await cast.deputy.says("Соколова")
    await cast.deputy.presses("Внести с бумаги")
    cast.deputy.sees("Нужен ли вам наставник", "С бумаги: Соколова А. И.")
    for label in ("Нет", "Не хочу отвечать", "Пока нет", "Отправить"):
        await cast.deputy.presses(label)
    assert await cast.bot.fetch(str, "SELECT state FROM form_run WHERE form_key = 'needs'") == ["submitted"]
    await opens_card(school)
    await coordinator.presses("Исправить ответы с бумаги")
    coordinator.sees("С бумаги", "Изменить")


async def test_whoever_joins_later_goes_on_with_what_was_entered_for_them(school: School) -> None:
    teacher = school.cast.teacher
    (person_id,) = await school.lists(NAME, **FACTS)
    coordinator = await opens_card(school)
    for label in ("Внести с бумаги", "Да, бланк подписан", "Начать", "Всё верно"):
        await coordinator.presses(label)
    paper_screen = coordinator.screen
    await teacher.starts((await school.invites(person_id)).token)
    await teacher.presses("Да, можно напоминать")
    await teacher.presses("Продолжить запрос")
    await teacher.presses("Продолжить")
    teacher.sees("Нужен ли вам наставник")
    teacher.does_not_see("С бумаги")
    await teacher.presses("Нет")
    teacher.sees("Почему?")
    await coordinator.presses_old(paper_screen, "Да, на несколько")
    coordinator.sees("Этой анкеты больше нет")
    assert await school.cast.bot.fetch(str, "SELECT value FROM answer WHERE question = 'want_mentor'") == ['"decline"']


async def test_entered_answers_can_be_corrected_by_whoever_entered_them(school: School) -> None:
    await school.lists(NAME, **FACTS)
    coordinator = await opens_card(school)
    await coordinator.presses("Внести с бумаги")
    await coordinator.presses("Да, бланк подписан")
    await fills(coordinator)
    await opens_card(school)
    await coordinator.presses("Исправить ответы с бумаги")
    coordinator.sees("С бумаги", "Изменить")
    assert await school.cast.bot.fetch(int, "SELECT COUNT(*) FROM form_run WHERE form_key = 'needs'") == [1]


async def fills_mentor_questionnaire(coordinator: Person) -> None:
    for label in (
        "Начать",
        "Да, на несколько месяцев или год",
        "Всё верно",
        "☐ Высшая",
        "Готово",
        "☐ Урок и методика",
        "Готово",
        "Нет",
        "☐ Один на один",
        "Готово",
        "Одного",
        "☐ После уроков",
        "Готово",
        "7",
        "Пропустить",
        "Отправить",
    ):
        await coordinator.presses(label)


async def test_the_mentor_questionnaire_comes_from_paper_too(school: School) -> None:
    await school.lists(NAME, **FACTS)
    coordinator = await opens_card(school)
    await coordinator.presses("Анкета наставника с бумаги")
    coordinator.sees("подписанное согласие у вас в руках?")
    await coordinator.presses("Да, бланк подписан")
    coordinator.sees("бланк получен", "С бумаги: Соколова А. И.", "Анкета возможного наставника")
    await fills_mentor_questionnaire(coordinator)
    coordinator.sees("Ответы с бумаги записаны")
    await opens_card(school)
    coordinator.sees("Анкета наставника: отправлена", "Запрос: не начат", "Внести с бумаги")
    await coordinator.presses("Исправить анкету наставника с бумаги")
    coordinator.sees("С бумаги", "Ваши ответы")
    await coordinator.says("/mentors")
    coordinator.sees("Соколова А. И.: на месяцы или год; 1 коллега; новая анкета")
    await coordinator.presses("Соколова А. И.")
    coordinator.sees("с бумаги")


async def test_both_questionnaires_of_one_person_are_entered_apart(school: School) -> None:
    await school.lists(NAME, **FACTS)
    coordinator = await opens_card(school)
    await coordinator.presses("Внести с бумаги")
    await coordinator.presses("Да, бланк подписан")
    await fills(coordinator)
    await opens_card(school)
    await coordinator.presses("Анкета наставника с бумаги")
    coordinator.sees("С бумаги: Соколова А. И.", "Анкета возможного наставника")
    await fills_mentor_questionnaire(coordinator)
    assert await school.cast.bot.fetch(
        str, "SELECT form_key FROM form_run WHERE state = 'submitted' AND source = 'paper' ORDER BY id"
    ) == ["needs", "mentor_profile"]


async def test_a_forged_button_of_an_unknown_questionnaire_is_the_request(school: School) -> None:
    (person_id,) = await school.lists(NAME, **FACTS)
    coordinator = await opens_card(school)
    await coordinator.presses_data(f"a:pcon:{person_id}:77")
    coordinator.sees("С бумаги: Соколова А. И.", "Профессиональные запросы педагога")


async def test_person_on_paper_is_never_written_to(school: School) -> None:
    await school.lists(NAME, **FACTS)
    coordinator = await opens_card(school)
    await coordinator.presses("Внести с бумаги")
    await coordinator.presses("Да, бланк подписан")
    await fills(coordinator)
    assert await school.cast.bot.fetch(
        int, "SELECT COUNT(*) FROM outbox o JOIN person p ON p.id = o.person_id WHERE p.account_id IS NULL"
    ) == [0]
