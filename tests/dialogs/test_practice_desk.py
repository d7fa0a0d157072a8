"""What a coordinator does with cards, what the author learns of it, and who may do nothing of this."""

import pytest

from handlers.presses import Act, Deed, Go, Spot, pack
from mentoring import invitations
from storage.vocabulary import Role
from tests.cast import Person
from tests.conftest import School
from tests.dialogs.practising import (
    ANNA,
    IGOR,
    NEVER,
    TITLE,
    accepts,
    opens_desk,
    opens_own,
    sends,
    shared,
)
from tests.dialogs.test_two_schools import Second, second
from tests.scenes import scene

__all__ = ["second"]  # a fixture

STATE = "SELECT state || ' ' || version FROM practice_card"


@scene
async def waits(school: School, **said: str) -> Person:
    """Anna's card is at the coordinator's."""
    await school.brings_in(school.cast.teacher, ANNA)
    await sends(school.cast.teacher, **said)
    return school.cast.teacher


async def test_a_new_card_is_on_the_coordinators_table(school: School) -> None:
    await waits(school)
    coordinator = school.cast.coordinator
    await coordinator.says("/today")
    coordinator.sees("Новые карточки практик: 1", "Копилка практик (новых: 1)")
    await coordinator.presses("Копилка практик (новых: 1)")
    coordinator.sees(f"{TITLE} (Соколова А. И.)", "Принятые (0)")
    await coordinator.presses(TITLE)
    await coordinator.presses("Принять в копилку", times=2)
    coordinator.sees("Принято", "в копилке")
    assert await school.cast.bot.fetch(str, STATE) == ["accepted 2"]
    accepted = "SELECT COUNT(*) FROM journal WHERE act = 'practice.accept'"
    assert await school.cast.bot.fetch(int, accepted) == [1]
    await coordinator.says("/today")
    coordinator.does_not_see("Новые карточки практик")


async def test_a_card_comes_back_with_a_question_and_again_with_an_answer(school: School) -> None:
    bot, coordinator = school.cast.bot, school.cast.coordinator
    teacher = await waits(school)
    await opens_desk(coordinator)
    await coordinator.presses(TITLE)
    await coordinator.presses("Вернуть с вопросом")
    await coordinator.says("Сколько минут это занимает?")
    coordinator.sees("Вопрос передан автору.", "вернулась с вопросом")
    bot.clock.move(hours=3)
    await bot.tick()
    teacher.sees(f"прочитал карточку «{TITLE}» и спрашивает: «Сколько минут это занимает?»")
    await teacher.says("/menu")
    teacher.sees("Карточки практик с вопросом координатора: 1.")
    await opens_own(teacher)
    teacher.sees("Вопрос координатора: «Сколько минут это занимает?»")
    await teacher.presses("Поправить")
    await teacher.presses("Результат")
    await teacher.says("Пять минут вместо двадцати")
    await teacher.presses("Отправить координатору")
    await accepts(school)
    teacher.sees("принята в копилку практик")
    assert await bot.fetch(str, "SELECT result FROM practice_card") == ["Пять минут вместо двадцати"]
    assert await bot.fetch(str, "SELECT note FROM practice_card") == [""]


async def test_the_author_sees_what_was_reworded_and_may_take_the_card_back(school: School) -> None:
    bot, coordinator = school.cast.bot, school.cast.coordinator
    teacher = await shared(school)
    await opens_desk(coordinator)
    await coordinator.presses("Принятые (1)")
    await coordinator.presses(TITLE)
    await coordinator.presses("Поправить")
    coordinator.sees("Автор увидит, что было и что стало.")
    await coordinator.presses("Название")
    await coordinator.says("Взаимопроверка по карточкам")
    bot.clock.move(hours=3)
    await bot.tick()
    teacher.sees("Координатор поправил вашу карточку «Взаимопроверка по карточкам»")
    await teacher.presses("К карточке")
    teacher.sees(f"«Название».\nБыло: {TITLE}\nСтало: Взаимопроверка по карточкам", "Забрать карточку")
    await teacher.presses("Забрать карточку")
    await teacher.presses("Забрать карточку")
    assert (await bot.fetch(str, STATE))[0].startswith("taken_back")
    assert await bot.fetch(str, "SELECT act FROM journal WHERE act LIKE 'practice.edit'") == ["practice.edit"]


async def test_what_was_reworded_is_nobody_elses_business(school: School) -> None:
    coordinator, colleague = school.cast.coordinator, school.cast.colleague
    await shared(school)
    await opens_desk(coordinator)
    await coordinator.presses("Принятые (1)")
    await coordinator.presses(TITLE)
    await coordinator.presses("Поправить")
    await coordinator.presses("Результат")
    await coordinator.says("Экономим время")
    await school.brings_in(colleague, IGOR)
    await colleague.presses_data("g:pct1:1:0")
    colleague.sees("Экономим время")
    colleague.does_not_see("Было:", "Проверяем за пять минут")


async def test_a_yes_to_a_card_that_was_changed_meanwhile_is_asked_again(school: School) -> None:
    coordinator = school.cast.coordinator
    teacher = await waits(school)
    await opens_desk(coordinator)
    await coordinator.presses(TITLE)
    await opens_own(teacher)
    await teacher.presses("Кто видит карточку")
    await teacher.presses("Не показывать")
    await coordinator.presses("Принять в копилку")
    coordinator.sees("Карточка изменилась, пока была у вас на экране", "карточку видят только автор и координатор")
    assert await school.cast.bot.fetch(str, STATE) == ["sent 2"]
    await coordinator.presses("Принять в копилку")
    assert await school.cast.bot.fetch(str, STATE) == ["accepted 3"]


async def test_a_question_to_a_card_that_was_taken_back_meanwhile_goes_nowhere(school: School) -> None:
    coordinator = school.cast.coordinator
    teacher = await waits(school)
    await opens_desk(coordinator)
    await coordinator.presses(TITLE)
    await coordinator.presses("Вернуть с вопросом")
    await opens_own(teacher)
    await teacher.presses("Забрать карточку")
    await teacher.presses("Забрать карточку")
    await coordinator.says("Когда это было?")
    coordinator.sees("Карточка изменилась", "Этой карточки здесь нет")
    assert await school.cast.bot.fetch(str, "SELECT note FROM practice_card") == [""]


async def test_the_roadmap_counts_accepted_cards_by_itself(school: School) -> None:
    coordinator = school.cast.coordinator
    await shared(school, publish=NEVER)
    await coordinator.presses_data(pack(Go(Spot.ROADMAP_ACTIVITY, argument="a6_library")))
    coordinator.sees("принято карточек в копилку: 1")


CHANGES = [
    *(Act(Deed.PRACTICE_EDIT, 1, "title"), Act(Deed.PRACTICE_SEND, 1), Act(Deed.PRACTICE_TAKE_BACK, 1)),
    *(Act(Deed.PRACTICE_PUBLISH, 1, "never"), Act(Deed.PRACTICE_STAYS, 1, "1"), Act(Deed.PRACTICE_ACCEPT, 1, "1")),
    *(Act(Deed.PRACTICE_RETURN, 1, "1"), Act(Deed.PRACTICE_RETURN, 1, "2"), Act(Deed.PRACTICE_COLLECT)),
    *(Act(Deed.NOMINATION_ADD), Act(Deed.NOMINATION_TYPE), Act(Deed.NOMINATION_IN, 1, "1:0")),
    *(Act(Deed.NOMINATION_OUT, 1, "1:0"), Act(Deed.NOMINATION_DROP, 1)),
]
LOOKS = [
    *(Go(Spot.PRACTICE, 1), Go(Spot.PRACTICE_FIELDS, 1), Go(Spot.PRACTICE_TAKE_BACK, 1), Go(Spot.PRACTICE_PUBLISH, 1)),
    *(Go(Spot.PRACTICE_DESK), Go(Spot.PRACTICE_DESK, argument="accepted"), Go(Spot.PRACTICE_COLLECTION)),
    *(Go(Spot.PRACTICE_LIST), Go(Spot.PRACTICES), Go(Spot.MY_PRACTICES), Go(Spot.NOMINATIONS)),
    *(Go(Spot.NOMINATION, 1), Go(Spot.NOMINATION_DROP, 1), Go(Spot.NOMINATIONS_READ)),
]
ROWS = """SELECT 'card ' || id || state || publish || stays || title || version AS line FROM practice_card
          UNION ALL SELECT 'job ' || kind FROM job UNION ALL SELECT 'in ' || card_id FROM nominated
          UNION ALL SELECT 'nomination ' || title FROM nomination
          UNION ALL SELECT 'run ' || form_key FROM form_run ORDER BY line"""


@scene
async def with_nomination(school: School, **said: str) -> None:
    await shared(school, **said)
    coordinator = school.cast.coordinator
    await opens_desk(coordinator)
    await coordinator.presses("Номинации")
    await coordinator.presses("Добавить: Просто и работает")
    await coordinator.presses(f"☐ {TITLE}")
    coordinator.sees(f"☑ {TITLE}")


@pytest.mark.parametrize("press", [*CHANGES, *LOOKS], ids=str)
async def test_another_teacher_changes_nothing_and_learns_no_hidden_name(school: School, press: Act | Go) -> None:
    colleague = school.cast.colleague
    await with_nomination(school, publish="Да, без имени")
    await school.brings_in(colleague, IGOR)
    before = await school.cast.bot.fetch(str, ROWS)
    await colleague.presses_data(pack(press))
    assert await school.cast.bot.fetch(str, ROWS) == before
    colleague.was_never_told("Соколова", "коллеги имени не видят")


@pytest.mark.parametrize("press", [*CHANGES, *LOOKS], ids=str)
async def test_the_coordinator_of_another_school_changes_and_sees_nothing(
    school: School, second: Second, press: Act | Go
) -> None:
    await with_nomination(school)
    before = await school.cast.bot.fetch(str, ROWS)
    await school.cast.deputy.presses_data(pack(press))
    after = [each for each in await school.cast.bot.fetch(str, ROWS) if each not in before]
    assert after in ([], ["nomination Открытие года"], ["run practice_nomination"])  # their own school's
    school.cast.deputy.was_never_told(TITLE, "Соколова")


async def test_a_deputy_decides_as_a_coordinator_does(school: School) -> None:
    bot, deputy = school.cast.bot, school.cast.deputy
    await waits(school)
    async with bot.machine.database.write() as tx:
        secret = await invitations.invite_role(
            tx, Role.DEPUTY, school_id=school.id, full_name="Лугов Павел Андреевич", now=bot.clock.now(), at_once=True
        )
    await deputy.starts(secret.token)
    await deputy.presses("Понятно")
    await opens_desk(deputy)
    await deputy.presses(TITLE)
    await deputy.presses("Принять в копилку")
    assert await bot.fetch(str, STATE) == ["accepted 2"]


async def test_a_coordinator_does_not_reword_or_allow_for_the_author(school: School) -> None:
    coordinator = school.cast.coordinator
    await shared(school)
    for press in (Act(Deed.PRACTICE_PUBLISH, 1, "never"), Act(Deed.PRACTICE_TAKE_BACK, 1), Act(Deed.PRACTICE_SEND, 1)):
        await coordinator.presses_data(pack(press))
    await coordinator.presses_data(pack(Go(Spot.PRACTICE_PUBLISH, 1)))
    coordinator.does_not_see("Показывать без имени")
    assert await school.cast.bot.fetch(str, "SELECT state || publish FROM practice_card") == ["acceptednamed"]
