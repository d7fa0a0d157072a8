"""Papers of an event: its minutes with the number that was typed, and the sheet that is signed at the door."""

import pytest

from handlers.presses import Act, Deed, pack
from tests.cast import Person
from tests.conftest import School
from tests.dialogs.gathering import ANNA, IGOR, TABLE, at, decides, held, invited, makes, opens
from tests.dialogs.test_document_templates import with_words
from tests.dialogs.test_gathering_rights import TITLE, an_event
from tests.dialogs.test_pair_orders import words_of
from tests.dialogs.test_results import makes_strict
from tests.dialogs.test_two_schools import second
from tests.papers.pairs import head_of
from tests.scenes import scene

__all__ = ["second"]  # a fixture

SESSION_FILE, OTHER_FILE = "Протокол установочной сессии.docx", "Протокол мероприятия.docx"
SHEET = "Лист регистрации.docx"
MAKE, TO_SIGN, HEAD = "Собрать (Word)", "Лист регистрации (Word)", "Номер, дата, подписи"


async def types_head(coordinator: Person, number: str = "3", day: str = "18.09.2026") -> None:
    await coordinator.presses(HEAD)
    await coordinator.says(number)
    await coordinator.says(day)
    await coordinator.says("Лугов П. О.")
    await coordinator.says("Орлова В. П.")


@scene
async def minuted(school: School) -> Person:
    """One decision under the first item; the minutes are on the screen."""
    await held(school)
    await decides(school)
    await school.cast.coordinator.presses("К протоколу")
    return school.cast.coordinator


async def test_what_skipping_keeps_stands_above_each_question_of_the_head(school: School) -> None:
    coordinator = await minuted(school)
    await coordinator.presses(HEAD)
    coordinator.does_not_see("Сейчас записано")
    await coordinator.presses("Отменить")
    await types_head(coordinator)
    await coordinator.presses(HEAD)
    for stands in ("3", "18.09.2026", "Лугов П. О.", "Орлова В. П."):
        coordinator.sees(f"Сейчас записано: {stands}. «Пропустить» это оставит.")
        await coordinator.presses("Пропустить")
    coordinator.sees("Протокол № 3", "от 18.09.2026", "Председатель: Лугов П. О.", "Секретарь: Орлова В. П.")


async def test_minutes_without_a_number_are_a_draft_with_blanks_that_are_named(school: School) -> None:
    coordinator = await minuted(school)
    await coordinator.presses(MAKE)
    coordinator.sees("Проект придёт отдельным сообщением", "Не заполнено: ", "номер документа", "что слушали")
    paper = coordinator.files[SESSION_FILE]
    assert head_of(paper) == ["Проект"]
    text = words_of(paper)
    assert "ПРОТОКОЛ № ______\nустановочной сессии наставников" in text
    assert "Проведено: 17.09.2026 в 15:30, Кабинет 12" in text
    assert "Присутствовали: Рябинин И. О., Соколова А. И." in text
    assert "1) Подготовить памятку, ответственный: Соколова А. И., срок: до 25.09.2026." in text
    assert text.count("СЛУШАЛИ:\n____") == text.count("СЛУШАЛИ:") == 5
    assert text.count("РЕШИЛИ:\n1) ____") == 4
    assert "1. Лист регистрации участников" in text
    assert "{" not in text
    assert "None" not in text
    assert ANNA not in text


async def test_the_number_that_is_typed_on_the_screen_stands_in_the_paper(school: School) -> None:
    coordinator = await minuted(school)
    await coordinator.presses(MAKE)
    await opens(coordinator)
    await coordinator.presses("Протокол")
    await types_head(coordinator)
    coordinator.sees("Протокол № 3")
    await coordinator.presses(MAKE)
    coordinator.sees("Документ придёт отдельным сообщением")
    paper = coordinator.files[SESSION_FILE]
    assert head_of(paper) == [""]
    text = words_of(paper)
    assert "ПРОТОКОЛ № 3\n" in text
    assert "18.09.2026\tМосква" in text
    assert "Председатель __________ / Лугов П. О." in text
    assert "Секретарь __________ / Орлова В. П." in text


async def test_made_once_more_it_is_a_copy_and_what_has_a_number_is_not_rewritten(school: School) -> None:
    coordinator = await minuted(school)
    await types_head(coordinator)
    for heads in ([""], ["Копия"]):
        await coordinator.presses(MAKE)
        assert head_of(coordinator.files[SESSION_FILE]) == heads
        await opens(coordinator)
        await coordinator.presses("Протокол")
    for label in ("1. (1) Роль", "Слушали"):
        await coordinator.presses(label)
    await coordinator.says("Орлову В. П. о роли наставника.")
    await coordinator.presses("К протоколу")
    await coordinator.presses(MAKE)
    coordinator.sees("придёт проект", "введите его ещё раз")
    assert "ПРОТОКОЛ № ______" in words_of(coordinator.files[SESSION_FILE])
    await opens(coordinator)
    await coordinator.presses("Протокол")
    await types_head(coordinator)
    await coordinator.presses(MAKE)
    text = words_of(coordinator.files[SESSION_FILE])
    assert head_of(coordinator.files[SESSION_FILE]) == [""]
    assert "ПРОТОКОЛ № 3\n" in text
    assert "СЛУШАЛИ:\nОрлову В. П. о роли наставника.\n" in text


async def test_minutes_of_a_conference_name_the_talks_and_ask_their_authors_leave(school: School) -> None:
    await an_event(school)
    coordinator = school.cast.coordinator
    await opens(coordinator)
    await coordinator.presses("Доклады (ждут ответа: 1)")
    await coordinator.presses("Принять: Соколова А. И.")
    await opens(coordinator)
    await coordinator.presses("Протокол")
    await coordinator.presses(MAKE)
    coordinator.sees("согласие авторов на включение в копилку")
    text = words_of(coordinator.files[OTHER_FILE])
    assert "школьной конференции" in text
    assert "Согласие автора на включение в копилку (да / нет, подпись)" in text
    assert f"1\nСоколова А. И.\n{TITLE}\n__________" in text
    assert f"2. Презентация «{TITLE}», Соколова А. И." in text


async def test_many_people_are_counted_and_their_sheet_is_an_annex(school: School) -> None:
    coordinator = await minuted(school)
    async with school.cast.bot.machine.database.write() as tx:
        await tx.run("UPDATE gathering SET gone = 14, guests = 2")  # who was there and was erased since is counted too
    await coordinator.presses(MAKE)
    text = words_of(coordinator.files[SESSION_FILE])
    assert "Присутствовали: 16 чел. (лист регистрации прилагается), гостей: 2" in text


async def test_whoever_has_promised_stands_in_the_sheet_with_lines_to_spare(school: School) -> None:
    cast = school.cast
    await invited(school)
    await cast.teacher.presses("Буду")
    await cast.colleague.presses("Не смогу")
    await at(cast, 9, 17, 14)
    await opens(cast.coordinator)
    await cast.coordinator.presses(TO_SIGN)
    cast.coordinator.sees("Документ придёт отдельным сообщением")
    paper = cast.coordinator.files[SHEET]
    text = words_of(paper)
    assert head_of(paper) == [""]
    assert "Установочная сессия наставников\n17.09.2026, 15:30, Кабинет 12" in text
    assert f"1\n{ANNA}\n" in text
    assert text.endswith("\n6\n\n\n")
    assert IGOR not in text
    await opens(cast.coordinator)
    await cast.coordinator.presses(TO_SIGN)
    assert head_of(cast.coordinator.files[SHEET]) == [""], "a sheet to be signed is never a copy"
    assert await cast.bot.fetch(int, "SELECT COUNT(*) FROM document") == [0]


async def test_nobody_has_answered_and_there_is_a_whole_page_of_lines(school: School) -> None:
    await invited(school, TABLE)
    await opens(school.cast.coordinator)
    await school.cast.coordinator.presses(TO_SIGN)
    assert words_of(school.cast.coordinator.files[SHEET]).endswith("\n20\n\n\n")


@pytest.mark.parametrize("when", ["draft", "over", "cancelled"])
async def test_before_the_invitations_and_after_the_day_there_is_no_sheet(school: School, when: str) -> None:
    cast = school.cast
    if when == "draft":
        await makes(cast.coordinator)
    else:
        await invited(school)
        await opens(cast.coordinator)
        old = cast.coordinator.screen
        if when == "over":
            await at(cast, 9, 18, 14)
        else:
            for label in ("Отменить мероприятие", "Да, отменить"):
                await cast.coordinator.presses(label)
        await cast.coordinator.presses_old(old, TO_SIGN)
    cast.coordinator.does_not_see(TO_SIGN)
    assert SHEET not in cast.coordinator.files


async def test_in_a_strict_school_they_go_into_the_folder(school: School) -> None:
    coordinator = await minuted(school)
    await makes_strict(school)
    await coordinator.presses(MAKE)
    coordinator.sees("в папке exports на сервере")
    assert SESSION_FILE not in coordinator.files


async def test_who_took_a_paper_is_noted_by_its_kind(school: School) -> None:
    await (await minuted(school)).presses(MAKE)
    acts = await school.cast.bot.fetch(str, "SELECT act FROM journal WHERE act LIKE 'export%'")
    assert acts == ["export.protocol_session"]


@pytest.mark.parametrize("who", ["teacher", "deputy"])
async def test_nobody_else_gets_them(school: School, second: object, who: str) -> None:
    """One who was there, and who coordinates another school."""
    await minuted(school)
    person: Person = getattr(school.cast, who)
    for deed in (Deed.MINUTES_PAPER, Deed.GATHERING_SHEET):
        await person.presses_data(pack(Act(deed, 1)))
    assert await school.cast.bot.fetch(int, "SELECT COUNT(*) FROM job WHERE kind = 'document'") == [0]
    assert not person.files


async def test_their_templates_are_among_the_documents(school: School) -> None:
    coordinator = school.cast.coordinator
    await coordinator.says("документы")
    await coordinator.presses("Бумаги пар и событий")
    await coordinator.presses("Протокол установочной сессии")
    coordinator.sees("Где собрать: «Мероприятия»", "Свой шаблон")


async def test_a_school_s_own_template_is_what_the_next_minutes_are_made_by(school: School) -> None:
    coordinator = await minuted(school)
    await coordinator.says("документы")
    for label in ("Бумаги пар и событий", "Протокол установочной сессии", "Свой шаблон", "Скачать наш"):
        await coordinator.presses(label)
    own = with_words(coordinator.files[f"Шаблон. {SESSION_FILE}"], "Порядок дня", instead="Повестка")
    await coordinator.sends_file("Наш протокол.docx", own)
    coordinator.sees("Метки верны, документ собирается.")
    await coordinator.presses("Принять")
    coordinator.sees("ваш шаблон, версия 1")
    await opens(coordinator)
    await coordinator.presses("Протокол")
    await coordinator.presses(MAKE)
    text = words_of(coordinator.files[SESSION_FILE])
    assert "Порядок дня\n1. Роль и границы наставника" in text
    assert "1) Подготовить памятку, ответственный: Соколова А. И." in text
