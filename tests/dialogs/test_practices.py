"""«Копилка практик»: a card is written, accepted, read, found by a word; its author decides who sees it."""

import pytest

from tests.cast import Person
from tests.conftest import School
from tests.dialogs.practising import (
    ANNA,
    IGOR,
    NAMELESS,
    NEVER,
    TITLE,
    accepts,
    opens_card,
    opens_library,
    opens_own,
    sends,
    shared,
    writes,
)
from tests.dialogs.test_approvals import waits

CARD = "SELECT state || ' ' || publish || ' ' || stays FROM practice_card ORDER BY id"


async def a_colleague(school: School) -> Person:
    await school.brings_in(school.cast.colleague, IGOR)
    return school.cast.colleague


@pytest.mark.parametrize("pressed", ["копилка практик", "g:pct1:1:0", "g:pctl:0:0", "a:pcq:0:"])
async def test_whoever_waits_to_be_let_in_reads_no_card(school: School, pressed: str) -> None:
    """Anybody comes so far: by a link that was passed on, or by three wrong codes and the school's name."""
    await shared(school)
    newcomer = school.cast.newcomer
    await waits(school, newcomer, "Берёзова Ольга Львовна")
    await (newcomer.presses_data(pressed) if ":" in pressed else newcomer.says(pressed))
    newcomer.sees("Координатор увидит вашу просьбу")
    newcomer.was_never_told(TITLE, "Соколова", "Копилка")


async def test_a_card_goes_from_its_author_over_the_coordinator_to_a_colleague(school: School) -> None:
    teacher = await shared(school)
    colleague = await a_colleague(school)
    await opens_library(colleague)
    colleague.sees("Внутри: 1 карточка", "1 · Урок и методика")
    await colleague.presses("1 · Урок и методика")
    await colleague.presses(TITLE)
    colleague.sees(TITLE, "Автор: Соколова А. И.", "Ученики проверяют друг друга по карточкам.", "Кому полезно.")
    colleague.does_not_see("Забрать карточку", "Поправить", "Сейчас:", "Принять")
    school.cast.bot.clock.move(hours=3)
    await school.cast.bot.tick()
    teacher.sees(f"Ваша карточка «{TITLE}» принята в копилку практик.")
    assert await school.cast.bot.fetch(str, CARD) == ["accepted named 0"]
    acts = "SELECT act FROM journal WHERE act LIKE 'practice%' ORDER BY id"
    assert await school.cast.bot.fetch(str, acts) == ["practice.send", "practice.accept"]


async def test_nothing_of_the_answers_stays_beside_the_card_and_old_buttons_change_nothing(school: School) -> None:
    teacher = school.cast.teacher
    await school.brings_in(teacher, ANNA)
    await writes(teacher)
    summary = teacher.screen
    await teacher.presses("Отправить", times=2)
    teacher.sees("Спасибо! Карточка у координатора")
    await teacher.presses_old(summary, "Изменить 1")
    await opens_library(teacher)  # what is typed is meant for nothing that is over
    teacher.sees("Приёмы, которыми педагоги школы делятся")
    answers = "SELECT COUNT(*) FROM answer a JOIN form_run f ON f.id = a.run_id WHERE f.form_key = 'practice_card'"
    assert await school.cast.bot.fetch(int, answers) == [0]
    assert await school.cast.bot.fetch(str, "SELECT title FROM practice_card") == [TITLE]


async def test_a_draft_waits_for_weeks_and_goes_on_where_it_stopped(school: School) -> None:
    bot, teacher = school.cast.bot, school.cast.teacher
    await school.brings_in(teacher, ANNA)
    await opens_library(teacher)
    await teacher.presses("Рассказать о практике")
    await teacher.presses("Начать")
    await teacher.says(TITLE)
    bot.clock.move(days=60)
    await bot.restart()
    await bot.tick()
    await teacher.says("/menu")
    await teacher.presses("Копилка практик")
    await teacher.presses("Продолжить карточку")
    teacher.sees("2 из 9", "К каким направлениям она относится?")


async def test_without_a_name_nobody_but_the_coordinator_learns_who_wrote_it(school: School) -> None:
    await shared(school, publish=NAMELESS)
    colleague = await a_colleague(school)
    await opens_card(colleague)
    colleague.sees(TITLE)
    colleague.was_never_told("Соколова")
    await opens_card(school.cast.coordinator)
    school.cast.coordinator.sees("Автор: Соколова А. И. (коллеги имени не видят)")


async def test_what_may_not_be_shown_is_seen_by_its_author_and_the_coordinator_alone(school: School) -> None:
    teacher = await shared(school, publish=NEVER)
    colleague = await a_colleague(school)
    await opens_library(colleague)
    colleague.sees("Пока в ней пусто.")
    await colleague.presses_data("g:pct1:1:0")
    colleague.sees("Этой карточки здесь нет")
    colleague.was_never_told(TITLE, "Соколова")
    await opens_own(teacher)
    teacher.sees("карточку видят только автор и координатор", "в копилке")
    await school.cast.coordinator.says("карточки практик")
    await school.cast.coordinator.presses("Принятые (1)")
    school.cast.coordinator.sees("(Соколова А. И., не показывать)", "авторы не разрешили показывать: 1")


@pytest.mark.parametrize(
    ("typed", "finds"),
    [
        ("карточ", True),
        ("ВЗАИМО", True),
        ("учёники карточки", True),
        ("пять мин", True),
        ("арточки", False),
        ("…", False),
    ],
)
async def test_a_card_is_found_by_the_beginnings_of_its_words(school: School, typed: str, *, finds: bool) -> None:
    await shared(school)
    colleague = await a_colleague(school)
    await opens_library(colleague)
    await colleague.presses("Найти по слову")
    await colleague.says(typed)
    if finds:
        colleague.sees(TITLE, "Нашлось по словам")
        await colleague.presses(TITLE)
        colleague.sees("Проверяем за пять минут")
    else:
        colleague.does_not_see(TITLE)


async def test_a_search_that_is_given_up_leads_back_to_the_library(school: School) -> None:
    await shared(school)
    colleague = await a_colleague(school)
    await opens_library(colleague)
    await colleague.presses("Найти по слову")
    await colleague.presses("Отменить")
    colleague.sees("Внутри: 1 карточка")


async def test_the_author_decides_at_any_time_who_sees_the_card(school: School) -> None:
    teacher = await shared(school)
    await opens_own(teacher)
    await teacher.presses("Кто видит карточку")
    teacher.sees("карточку видят все в программе, с именем автора", "карточка удалится")
    await teacher.presses("Показывать без имени", times=2)
    teacher.sees("карточку видят все в программе, без имени")
    await teacher.presses("Оставить без имени")
    teacher.sees("карточка останется без имени")
    assert await school.cast.bot.fetch(str, CARD) == ["accepted nameless 1"]
    await teacher.presses("Не показывать")
    teacher.sees("В сборник она не попадёт")
    teacher.does_not_see("Оставить без имени", "Удалить вместе с данными")
    assert await school.cast.bot.fetch(str, CARD) == ["accepted never 0"]


async def test_a_card_with_the_authors_name_in_it_is_said_not_to_stay(school: School) -> None:
    teacher = await shared(school, done="Карточки Соколовой: сначала я показываю.", stays="Оставить без имени")
    await opens_own(teacher)
    await teacher.presses("Кто видит карточку")
    teacher.sees("похожее на ваше имя: с ним удалится и она")


async def test_the_author_takes_a_card_back_rewords_it_and_sends_it_again(school: School) -> None:
    teacher = await shared(school)
    await opens_own(teacher)
    teacher.does_not_see("Поправить")
    await teacher.presses("Забрать карточку")
    teacher.sees("уйдёт из копилки")
    await teacher.presses("Забрать карточку", times=2)
    teacher.sees("вы её забрали")
    colleague = await a_colleague(school)
    await opens_library(colleague)
    colleague.sees("Пока в ней пусто.")
    await school.cast.coordinator.presses_data("g:pct1:1:0")
    school.cast.coordinator.sees("Этой карточки здесь нет")
    await teacher.presses("Поправить")
    await teacher.presses("Название")
    teacher.sees(f"Название сейчас:\n{TITLE}")
    await teacher.says("Проверяем сами")
    teacher.sees("Записано.", "Проверяем сами")
    await teacher.presses("Поправить")
    await teacher.presses("Направления")
    await teacher.presses("☐ Классное руководство")
    await teacher.presses("Готово (1)")
    teacher.sees("Классное руководство")
    await teacher.presses("Отправить координатору", times=2)
    teacher.sees("у координатора")
    await accepts(school, "Проверяем сами")
    await opens_library(colleague)
    await colleague.presses("1 · Классное руководство")
    colleague.sees("Проверяем сами")
    assert await school.cast.bot.fetch(int, "SELECT COUNT(*) FROM practice_edit") == [0]


async def test_without_consent_nobody_reads_or_writes(school: School) -> None:
    teacher = school.cast.teacher
    (person_id,) = await school.lists(ANNA)
    await teacher.starts((await school.invites(person_id)).token)
    for data in ("g:pct:0:0", "a:pcb:0:", "g:pctl:0:0", "a:pcq:0:"):
        await teacher.presses_data(data)
        teacher.sees("Согласен(на)")
    runs = "SELECT COUNT(*) FROM form_run WHERE form_key LIKE 'practice%'"
    assert await school.cast.bot.fetch(int, runs) == [0]


async def test_a_long_library_is_turned_by_pages(school: School) -> None:
    teacher = await shared(school, "Карточка 0")
    for number in range(1, 10):
        await sends(teacher, f"Карточка {number}")
        await accepts(school, f"Карточка {number}")
    colleague = await a_colleague(school)
    await opens_library(colleague)
    await colleague.presses("10 · Урок и методика")
    colleague.sees("10 карточек", "Страница 1 из 2", "Карточка 7")
    await colleague.presses("Ещё")
    colleague.sees("Карточка 9")
    colleague.does_not_see("Карточка 7")
    await colleague.presses("К копилке")
    await colleague.presses("Найти по слову")
    await colleague.says("карт")
    colleague.sees("Нашлось по словам «карт»: 8. Здесь не все")
