"""«Материалы» for mentors, mentees and everybody else: who sees what, search by typing, what is offered where."""

from datetime import UTC, datetime

import pytest

from mentoring import consent, erasure, materials
from storage.materials import Circles
from tests.conftest import School, member_of
from tests.dialogs.answered import helps, phone
from tests.dialogs.pairing import agreed
from tests.dialogs.requesting import hands_in
from tests.dialogs.shelving import METHOD, PDF, adds_file, adds_link, mentee, mentor, opens_shelf
from tests.dialogs.test_two_schools import Second, second
from tests.dialogs.waiting import MENTEE, tick

__all__ = ["second"]  # a fixture

IN_THE_WINDOW = datetime(2026, 9, 8, 12, 0, tzinfo=UTC)


async def asked(school: School) -> list[int]:
    return await school.cast.bot.fetch(int, "SELECT asked FROM material ORDER BY id")


async def test_each_sees_what_is_for_them_and_a_coordinator_everything(school: School) -> None:
    await mentee(school)
    await mentor(school)
    coordinator, teacher, colleague = school.cast.coordinator, school.cast.teacher, school.cast.colleague
    for title, whom in (("Беседа", "только наставникам"), ("Дневник", "только наставляемым"), ("Общее", "")):
        await adds_link(coordinator, title=title)
        if whom:
            await coordinator.presses(f"Показывать: {whom}")
    await opens_shelf(teacher)
    teacher.sees(f"{METHOD} (2)")
    await teacher.presses(METHOD)
    teacher.sees("Дневник (ссылка)", "Общее")
    teacher.was_never_told("Беседа")
    await opens_shelf(colleague)
    await colleague.presses(METHOD)
    colleague.sees("Беседа", "Общее")
    colleague.was_never_told("Дневник")
    await teacher.presses_data("a:mats:1:")
    teacher.sees("Этого материала больше нет")
    assert await asked(school) == [0, 0, 0]


async def test_what_is_sent_on_request_is_counted_and_nobody_is_named(school: School) -> None:
    await mentee(school)
    coordinator, teacher = school.cast.coordinator, school.cast.teacher
    await adds_file(coordinator)
    await coordinator.presses("Прислать")
    await opens_shelf(teacher)
    await teacher.presses(METHOD)
    await teacher.presses("Прислать: Памятка", times=2)
    assert await asked(school) == [2]
    await coordinator.says("/menu")
    await coordinator.presses("Материалы")
    await coordinator.presses("1 · Урок и методика")
    await coordinator.presses("Памятка")
    coordinator.sees("Просили прислать: 2 раза")
    assert await school.cast.bot.fetch(str, "SELECT act FROM journal WHERE act LIKE 'material%'") == ["material.file"]


@pytest.mark.parametrize("words", ["открытый урок", "УРОКА открытого", "урок", "методике", "открыт"])
async def test_words_typed_anywhere_find_by_titles_and_areas(school: School, words: str) -> None:
    await mentee(school)
    await adds_link(school.cast.coordinator, title="Открытый урок за час")
    teacher = school.cast.teacher
    await teacher.says("/menu")
    await teacher.says(words)
    teacher.sees("Материалы по словам", "Прислать: Открытый урок за час")


async def test_a_search_that_was_asked_for_takes_any_word_and_finding_nothing_has_a_way_on(school: School) -> None:
    await mentee(school)
    await adds_link(school.cast.coordinator, title="Ёлка в классе")
    teacher = school.cast.teacher
    await opens_shelf(teacher)
    await teacher.presses("Найти по слову")
    await teacher.says("физика")
    teacher.sees("По словам «физика» материалов нет", "Все материалы")
    await teacher.presses("Искать ещё")
    await teacher.says("елка")
    teacher.sees("Прислать: Ёлка в классе")
    await teacher.presses("Искать ещё")
    await teacher.presses("Отменить")
    teacher.sees("Выберите направление")


@pytest.mark.parametrize("words", ["да", "спасибо", "урок 8 900 123-45-67", "паспорт 4510 урок"])
async def test_other_words_are_answered_as_before(school: School, words: str) -> None:
    await mentee(school)
    await adds_link(school.cast.coordinator)
    teacher = school.cast.teacher
    await teacher.says("/menu")
    await teacher.says(words)
    teacher.does_not_see("Материалы по словам")
    teacher.sees("Мой запрос")


async def test_a_coordinators_words_are_a_name_first_and_a_material_where_nobody_is_called_so(school: School) -> None:
    await mentee(school)
    coordinator = school.cast.coordinator
    await adds_link(coordinator, title="Соколова Анна: открытый урок")
    await coordinator.says("Соколова")
    coordinator.sees("Соколова А. И.", "Открыть запрос")
    coordinator.does_not_see("Материалы по словам")
    await coordinator.says("открытый")
    coordinator.sees("Прислать: Соколова Анна: открытый урок")


async def test_after_a_request_what_there_is_of_its_areas_is_one_press_away(school: School) -> None:
    await adds_link(school.cast.coordinator)
    teacher = school.cast.teacher
    await hands_in(school, teacher, MENTEE)
    teacher.sees("По вашим темам уже есть материалы", "Материалы по моим темам")
    await teacher.presses("Материалы по моим темам")
    teacher.sees("Прислать: Урок за час")


async def test_after_a_request_without_anything_of_its_areas_nothing_is_said(school: School) -> None:
    await adds_link(school.cast.coordinator, area="Документы")
    await hands_in(school, school.cast.teacher, MENTEE)
    school.cast.teacher.does_not_see("материалы")


async def test_a_pair_has_what_is_about_its_areas(school: School) -> None:
    await agreed(school)
    teacher, colleague = school.cast.teacher, school.cast.colleague
    await teacher.says("/menu")
    await teacher.presses("Моя пара")
    teacher.does_not_see("Материалы по нашим темам")
    await adds_link(school.cast.coordinator)
    await school.cast.coordinator.presses("Показывать: только наставникам")
    await colleague.says("/menu")
    await colleague.presses("Моя пара")
    await colleague.presses("Материалы по нашим темам")
    colleague.sees("Прислать: Урок за час", "К моей паре")
    await teacher.says("/menu")
    await teacher.presses("Моя пара")
    teacher.does_not_see("Материалы по нашим темам")


async def test_whoever_is_in_no_circle_reads_what_is_for_both(school: School) -> None:
    newcomer = school.cast.newcomer
    await school.brings_in(newcomer, "Берёзова Ольга Петровна")
    await newcomer.says("/menu")
    newcomer.does_not_see("Материалы")
    await newcomer.says("материалы")
    newcomer.sees("Материалов для вас пока нет")
    await adds_link(school.cast.coordinator)
    await newcomer.says("материалы")
    newcomer.sees(METHOD)


async def test_a_stranger_and_another_school_get_nothing(school: School, second: Second) -> None:
    await adds_file(school.cast.coordinator, "Тайное.pdf", PDF)
    deputy, outsider = school.cast.deputy, school.cast.outsider
    await outsider.says("/start")
    for who in (deputy, outsider):
        for word in ("материалы", "тайное", "/menu"):
            await who.says(word)
        for data in ("a:mats:1:", "g:mat1:1:0", "g:matk:1:0", "g:matd:1:0", "a:matx:1:", "a:mata:1:mentors",
                     "a:matt:1:", "a:matu:1:", "a:maty:1:", "a:matn:1:", "a:matn:1:!",
                     "g:shfa:0:0:method"):  # fmt: skip
            await who.presses_data(data)
        assert who.files == {}
        who.was_never_told("Тайное.pdf", "Файл: Тайное")
    assert await school.cast.bot.fetch(str, "SELECT audience || state || asked FROM material") == ["bothkept0"]


async def test_a_director_and_whoever_withdrew_have_no_materials(school: School) -> None:
    await mentee(school)
    await adds_file(school.cast.coordinator)
    bot, teacher = school.cast.bot, school.cast.teacher
    member = (await member_of(bot, teacher)).member
    assert member is not None
    async with bot.machine.database.write() as tx:
        await consent.withdraw(tx, member, bot.clock.now())
    await teacher.says("материалы")
    await teacher.presses_data("a:mats:1:")
    assert teacher.files == {}


async def test_a_mentor_proposes_and_a_coordinator_takes_it_with_a_kind_answer(school: School) -> None:
    await mentor(school)
    coordinator, colleague = school.cast.coordinator, school.cast.colleague
    await opens_shelf(colleague)
    await colleague.presses("Предложить материал")
    await colleague.presses(METHOD)
    await colleague.presses("Предложить файл")
    await colleague.sends_file("Рефлексия.pdf", PDF)
    colleague.sees("Проверьте и нажмите «Отправить координатору»", "Это предложение ещё не отправлено")
    coordinator.was_never_told("Рефлексия")
    await coordinator.presses_data("g:mat1:1:0")
    coordinator.sees("Этого материала больше нет")
    await colleague.presses("Показывать: только наставникам")
    await colleague.presses("Отправить координатору", times=2)
    colleague.sees("Предложение ждёт ответа координатора")
    colleague.does_not_see("Изменить название", "Принять")
    await tick(school.cast, IN_THE_WINDOW)
    await coordinator.says("/today")
    coordinator.sees("Наставники предложили материалы: 1")
    await coordinator.presses("Предложения наставников (1)")
    await coordinator.presses("Рефлексия")
    coordinator.sees("Предлагает Рябинин И. О.", "Для кого: наставники")
    await coordinator.presses("Принять", times=2)
    colleague.sees("Ваш материал «Рефлексия» принят")
    assert await school.cast.bot.fetch(str, "SELECT state FROM material") == ["kept"]
    coordinator.does_not_see("Предлагает")


async def test_thanks_but_not_now_is_said_kindly_and_the_material_is_read_by_nobody(school: School) -> None:
    await mentor(school)
    coordinator, colleague = school.cast.coordinator, school.cast.colleague
    await colleague.says("/menu")
    await colleague.presses("Материалы")
    await colleague.presses("Предложить материал")
    await colleague.presses(METHOD)
    await colleague.presses("Предложить ссылку")
    await colleague.says("https://example.org/a")
    await colleague.says("Игры на уроке")
    await colleague.presses("Отправить координатору")
    await coordinator.says("/today")
    await coordinator.presses("Предложения наставников (1)")
    await coordinator.presses("Игры на уроке")
    await coordinator.presses("Спасибо, не сейчас")
    await coordinator.presses("Да, ответить так")
    colleague.sees("Спасибо за материал «Игры на уроке»", "ваше участие ценно")
    await colleague.says("игры на уроке")
    colleague.does_not_see("Прислать")
    await coordinator.presses_data("a:maty:1:")
    coordinator.sees("уже ответили")


async def test_so_many_proposals_of_one_mentor_wait_and_no_more(school: School) -> None:
    await mentor(school)
    colleague = school.cast.colleague
    for number in range(materials.MOST_WAITING + 1):
        await colleague.presses_data("a:matl:0:method")
        await colleague.says(f"https://example.org/{number}")
        await colleague.says(f"Материал {number}")
    colleague.sees("Дождитесь, пожалуйста, ответа")
    assert await school.cast.bot.fetch(int, "SELECT COUNT(*) FROM material") == [materials.MOST_WAITING]


async def test_a_mentee_proposes_nothing(school: School) -> None:
    await mentee(school)
    teacher = school.cast.teacher
    await teacher.says("/menu")
    teacher.does_not_see("Материалы")
    await teacher.presses_data("a:matf:0:method")
    await teacher.sends_file("Моё.pdf", PDF)
    assert await school.cast.bot.fetch(int, "SELECT COUNT(*) FROM material") == [0]


async def test_an_erased_authors_proposal_goes_and_what_was_taken_stays_without_an_author(school: School) -> None:
    person_id = await mentor(school)
    bot, colleague = school.cast.bot, school.cast.colleague
    for number in range(2):
        await colleague.presses_data("a:matl:0:method")
        await colleague.says(f"https://example.org/{number}")
        await colleague.says(f"Материал {number}")
        await colleague.presses("Отправить координатору")
    await school.cast.coordinator.presses_data("a:maty:1:")
    member = (await member_of(bot, colleague)).member
    assert member is not None
    async with bot.machine.database.write() as tx:
        await consent.withdraw(tx, member, bot.clock.now())
    await school.cast.coordinator.presses_data("g:matp:0:0")
    school.cast.coordinator.sees("Новых предложений нет")
    async with bot.machine.database.write() as tx:
        assert await erasure.erase(tx, person_id, by=None, now=bot.clock.now())
    left = await bot.fetch(str, "SELECT title || state || COALESCE(author_id, 0) FROM material")
    assert left == ["Материал 0kept0"]


async def test_areas_that_requests_name_and_no_material_has_are_one_line_for_the_coordinator(school: School) -> None:
    await mentee(school)
    coordinator = school.cast.coordinator
    await coordinator.says("/today")
    coordinator.sees("Темы из запросов, по которым нет материалов: 1", "Материалы")
    await adds_link(coordinator)
    await coordinator.says("/today")
    coordinator.does_not_see("по которым нет материалов")
    await coordinator.says("урок за час")
    await coordinator.presses_data("a:mata:1:mentors")
    await coordinator.says("/today")
    coordinator.sees("по которым нет материалов: 1")


async def test_before_an_event_there_is_what_is_about_its_areas_for_whoever_comes(school: School) -> None:
    for title, area in (("Беседа", METHOD), ("Приказы", "Документы"), ("Дневник", METHOD)):
        await adds_link(school.cast.coordinator, title=title, area=area)
    await school.cast.coordinator.presses("Показывать: только наставникам")
    async with school.cast.bot.machine.database.read() as tx:
        mentees = await materials.for_event(tx, school.id, ["docs", "method"], Circles(mentor=False, mentee=True))
        mentors = await materials.for_event(tx, school.id, ["method"], Circles(mentor=True, mentee=False))
        none = await materials.for_event(tx, school.id, [], Circles(mentor=True, mentee=True))
    assert [each.title for each in mentees] == ["Беседа", "Приказы"]
    assert [each.title for each in mentors] == ["Беседа", "Дневник"]
    assert none == ()


async def test_another_mentors_draft_is_nobody_elses_to_read_to_change_or_to_send(school: School) -> None:
    await mentor(school)
    other = phone(school, 704, "Лугова Мария Павловна")
    await helps(school, other, "Лугова Мария Павловна")
    await school.cast.colleague.presses_data("a:matl:0:method")
    await school.cast.colleague.says("https://example.org/a")
    await school.cast.colleague.says("Черновик")
    for data in ("g:mat1:1:0", "a:matu:1:", "a:mata:1:mentors", "a:matx:1:", "a:mats:1:", "a:maty:1:"):
        await other.presses_data(data)
    other.was_never_told("Черновик")
    assert await school.cast.bot.fetch(str, "SELECT state || audience FROM material") == ["draftboth"]
