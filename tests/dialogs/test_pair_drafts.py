"""The proposal for the whole school: reasons, pins and bans with their price, publication once."""

import pytest

from tests.cast import Person
from tests.conftest import School
from tests.dialogs.answered import HELPS, PROFILE, asks, handed_in, helps, phone
from tests.dialogs.pairing import PAIR, matched
from tests.dialogs.requesting import hands_in
from tests.dialogs.test_approvals import deputy_of
from tests.scenes import scene

ANNA, OLGA = "Соколова Анна Ильинична", "Берёзова Ольга Петровна"
IGOR, ZOYA = "Рябинин Игорь Олегович", "Ветрова Зоя Ильинична"


@scene
async def two_and_two(school: School) -> Person:
    """Anna and Igor fit best, Zoya may help Anna too; nobody but Igor helps Olga."""
    cast = school.cast
    zoya = phone(school, 401, ZOYA)
    await asks(school, cast.teacher, ANNA)
    await asks(school, cast.newcomer, OLGA, areas=("docs",), subjects=("math",))
    await helps(school, cast.colleague, IGOR, areas=("method", "docs"))
    await helps(school, zoya, ZOYA, subjects=("history",))
    await cast.coordinator.says("/pairs")
    await cast.coordinator.presses("Подобрать (2)")
    return zoya


async def test_as_many_as_possible_come_first_then_points(school: School) -> None:
    await two_and_two(school)
    school.cast.coordinator.sees(
        "Пар: 2",
        "Рябинин И. О. → Берёзова О. П.: 5 баллов (документы и нормативная база; 5–9 классы; после уроков)",
        "Ветрова З. И. → Соколова А. И.: 5 баллов",
    )


async def test_a_pin_tells_what_it_costs_and_whom(school: School) -> None:
    coordinator = school.cast.coordinator
    await two_and_two(school)
    await coordinator.presses("Ветрова З. И. → Соколова А. И.")
    await coordinator.presses("Кто ещё подходит")
    coordinator.sees("Кто подходит: Соколова А. И.", "Рябинин И. О.: 7 баллов", "Ветрова З. И.: 5 баллов")
    await coordinator.presses("Рябинин И. О.")
    await coordinator.presses("Что изменит этот выбор?")
    coordinator.sees("Если закрепить, во всей школе станет на 3 балла меньше, пар на 1 меньше.")
    coordinator.sees("Берёзова О. П.: Рябинин И. О. → без пары")
    await coordinator.presses("Закрепить")
    coordinator.sees("Пересчитано: на 3 балла меньше, пар на 1 меньше.", "закреплено")
    coordinator.sees("Берёзова О. П.: у подходящих наставников заняты все места")


async def test_a_ban_is_kept_and_can_be_taken_back(school: School) -> None:
    coordinator = school.cast.coordinator
    await matched(school)
    await coordinator.presses(PAIR)
    await coordinator.presses("Запретить")
    coordinator.sees("Пар: 0", "Соколова А. И.: подходящим наставникам что-то мешает")
    await coordinator.presses("Соколова А. И.")
    coordinator.sees("Рябинин И. О.: не предлагается, вы запретили эту пару")
    await coordinator.presses("Рябинин И. О.")
    await coordinator.presses("Снять запрет")
    coordinator.sees("Пар: 1")


async def test_relatives_are_a_warning_and_no_wall(school: School) -> None:
    coordinator = school.cast.coordinator
    await matched(school)
    await coordinator.presses(PAIR)
    await coordinator.presses("Отметить: родственники")
    coordinator.sees("Отмечено", "Обратите внимание: родственники.", "Предложить сейчас")
    await coordinator.presses("Не родственники")
    coordinator.does_not_see("Обратите внимание")


async def test_what_changed_meanwhile_is_matched_anew_before_it_is_published(school: School) -> None:
    cast = school.cast
    await matched(school)
    draft = cast.coordinator.screen
    await cast.colleague.says("меню")
    await cast.colleague.presses("Моё наставничество")
    await cast.colleague.presses("Сделать паузу")
    await cast.coordinator.presses_old(draft, "Опубликовать (1)")
    await cast.coordinator.presses("Опубликовать (1)")
    cast.coordinator.sees("Пока черновик ждал, что-то изменилось", "Пар: 0")
    cast.colleague.was_never_told("Вас просят")


async def test_two_coordinators_do_not_publish_twice(school: School) -> None:
    cast = school.cast
    deputy = await deputy_of(school)
    await matched(school)
    for person in (cast.coordinator, deputy):
        await person.says("/pairs")
        await person.presses("Черновик подбора (1)")
        await person.presses("Опубликовать (1)")
    await cast.coordinator.presses("Опубликовать (1)")
    await deputy.presses("Опубликовать (1)")
    deputy.sees("Этот черновик уже опубликован", "Ждём ответов: 1.")
    await deputy.says("/pairs")
    deputy.sees("Ждём ответов: 1.")


async def test_a_draft_forgets_whoever_has_taken_their_request_back(school: School) -> None:
    cast = school.cast
    await matched(school)
    await cast.teacher.says("мои данные")
    await cast.teacher.presses("Отозвать запрос")
    await cast.teacher.presses("Отозвать запрос")
    await cast.coordinator.says("/pairs")
    cast.coordinator.does_not_see("Соколова")


async def test_nobody_is_proposed_to_whom_they_would_rather_not_work_with(school: School) -> None:
    cast = school.cast
    await asks(school, cast.teacher, ANNA, rather_not="Рябинин")
    await helps(school, cast.colleague, IGOR)
    await cast.coordinator.says("/pairs")
    await cast.coordinator.presses("Подобрать (1)")
    cast.coordinator.sees("Пар: 0")
    await cast.coordinator.presses("Соколова А. И.")
    cast.coordinator.sees("кто-то из двоих просил не ставить их вместе")
    cast.colleague.was_never_told("Соколова")


async def test_a_wish_counts_and_is_nobodys_but_the_coordinators(school: School) -> None:
    cast = school.cast
    await asks(school, cast.teacher, ANNA, has_wish=True, wish="Рябинин И. О.")
    await helps(school, cast.colleague, IGOR)
    await cast.coordinator.says("/pairs")
    await cast.coordinator.presses("Подобрать (1)")
    cast.coordinator.sees("названо пожелание наставляемого")
    await cast.coordinator.presses("Опубликовать (1)")
    await cast.coordinator.presses("Опубликовать (1)")
    await cast.colleague.says("предложение о паре")
    cast.colleague.sees("Соколова А. И.")
    cast.colleague.was_never_told("пожелани", "балл")


async def test_a_wish_that_fits_two_people_counts_for_neither_and_is_told(school: School) -> None:
    cast = school.cast
    await asks(school, cast.teacher, ANNA, has_wish=True, wish="Рябинин")
    await helps(school, cast.colleague, IGOR)
    await school.lists("Рябинин Павел Ильич")
    await cast.coordinator.says("/pairs")
    await cast.coordinator.presses("Подобрать (1)")
    cast.coordinator.sees("Пожеланий, где фамилия не найдена или подходит нескольким: 1.")


async def test_those_who_are_left_and_need_the_same_are_offered_as_a_group(school: School) -> None:
    cast = school.cast
    await asks(school, cast.teacher, ANNA)
    await asks(school, cast.newcomer, OLGA)
    third = phone(school, 402, "Гусева Лидия Павловна")
    await asks(school, third, "Гусева Лидия Павловна")
    await helps(school, cast.colleague, IGOR, formats=("one_to_one", "group"))
    coordinator = cast.coordinator
    await coordinator.says("/pairs")
    await coordinator.presses("Подобрать (3)")
    coordinator.sees("Пар: 1", "Без пары: 2.", "Группа (2): урок и методика")
    await coordinator.presses("Группа (2): урок и методика")
    coordinator.sees("Можно собрать группу", "Рябинин И. О., готов(а) вести группу")
    await coordinator.presses("Предложить группой")
    coordinator.sees("Группа: Рябинин И. О. →", "Берёзова О. П.", "Гусева Л. П.", "Соколова А. И.")
    await cast.colleague.says("предложение о паре")
    cast.colleague.sees("Вас просят вести группу, коллег: 3.")
    await cast.colleague.presses("Принять")
    for person in (cast.teacher, cast.newcomer):
        await person.says("предложение о паре")
        await person.presses("Принять")
    await third.says("предложение о паре")
    await third.presses("Отказаться")
    await third.presses("Да, отказаться")
    await coordinator.says("/pairs")
    coordinator.sees("Рябинин И. О. → Берёзова О. П., Соколова А. И.: согласны, нужен приказ")


async def test_there_is_nothing_to_match_before_somebody_asks(school: School) -> None:
    coordinator = school.cast.coordinator
    await coordinator.says("/pairs")
    coordinator.sees("Пар пока нет.")
    assert "Подобрать" not in "".join(coordinator.buttons)


@pytest.mark.parametrize(
    "data", ["g:rnk1:1:0:999", "a:pin:1:999", "a:ban:999:1", "a:pof:1:abc", "g:pdg:7:5", "a:pdg:7:x", "a:pdp:9:"]
)
async def test_forged_presses_open_nothing(school: School, data: str) -> None:
    cast = school.cast
    await hands_in(school, cast.teacher, ANNA)
    await cast.coordinator.says("/pairs")
    await cast.coordinator.presses_data(data)
    assert cast.coordinator.buttons
    await cast.teacher.presses_data(data)
    cast.teacher.was_never_told("балл", "Рябинин")


async def test_matching_counts_a_listed_colleague_without_telegram(school: School) -> None:
    """Their questionnaire came on paper; consent too. Without consent nobody is matched."""
    cast = school.cast
    await asks(school, cast.teacher, ANNA)
    (mentor_id,) = await school.lists(IGOR)
    await handed_in(school, mentor_id, PROFILE, HELPS)
    await cast.coordinator.says("/pairs")
    await cast.coordinator.presses("Подобрать (1)")
    cast.coordinator.sees("Соколова А. И.: наставников пока нет")
