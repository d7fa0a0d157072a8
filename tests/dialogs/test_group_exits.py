"""A group that the draft proposes is taken apart: one person out of it, or all; what it costs, and the way back."""

import pytest

from handlers.presses import Act, Deed, Go, Spot, pack
from mentoring import erasure
from tests.conftest import School
from tests.dialogs.answered import asks, helps, phone
from tests.dialogs.test_approvals import deputy_of
from tests.dialogs.test_pair_drafts import ANNA, IGOR, OLGA
from tests.scenes import scene

LIDIA = "Гусева Лидия Павловна"
GROUP = "Группа (2): урок и методика"


@scene
async def group_of_three(school: School) -> None:
    """Anna is in the pair, Olga and Lidia might join it."""
    cast = school.cast
    third = phone(school, 402, LIDIA)
    await asks(school, cast.teacher, ANNA, has_wish=True, wish=IGOR)
    await asks(school, cast.newcomer, OLGA)
    await asks(school, third, LIDIA)
    await helps(school, cast.colleague, IGOR, formats=("one_to_one", "group"))
    await cast.coordinator.says("/pairs")
    await cast.coordinator.presses("Подобрать (3)")
    await cast.coordinator.presses(GROUP)


async def test_a_group_is_split_into_those_who_wait_and_a_pair(school: School) -> None:
    coordinator = school.cast.coordinator
    await group_of_three(school)
    await coordinator.presses("Разделить группу")
    coordinator.sees(
        "В паре, как в черновике: Соколова А. И.",
        "Ждут наставника по одному: Берёзова О. П., Гусева Л. П.",
        "Пар и баллов столько же, с наставником в группе на 2 человека меньше.",
    )
    coordinator.does_not_see("..")
    await coordinator.presses("Разделить группу")
    coordinator.sees("Пересчитано: с наставником в группе на 2 человека меньше.", "Пар: 1", "Без пары: 2.")
    coordinator.sees("Гусева Л. П.: у подходящих наставников заняты все места; не в группе")
    assert not [each for each in coordinator.buttons if each.startswith("Группа")]
    await coordinator.presses("Подобрать заново")
    coordinator.sees("Пересчитано: ничего не изменилось.")
    assert not [each for each in coordinator.buttons if each.startswith("Группа")]


async def test_one_is_taken_out_and_the_others_stay_a_group(school: School) -> None:
    cast = school.cast
    coordinator = cast.coordinator
    await group_of_three(school)
    await coordinator.presses("Убрать: Берёзова О. П.")
    coordinator.sees("Убрать из группы: Берёзова О. П.", "Ждут наставника по одному: Берёзова О. П.")
    coordinator.sees("Вместо этой группы: Группа (+1): урок и методика.", "в группе на 1 человека меньше")
    await coordinator.presses("Убрать из группы")
    coordinator.sees("Пересчитано: с наставником в группе на 1 человека меньше.")
    await coordinator.presses("Группа (+1): урок и методика")
    coordinator.sees("Гусева Л. П.", "Соколова А. И.")
    coordinator.does_not_see("Берёзова")
    await coordinator.presses("Предложить группой")
    coordinator.sees("Группа: Рябинин И. О. →")
    await cast.colleague.says("предложение о паре")
    cast.colleague.sees("Вас просят вести группу, коллег: 2.")


async def test_the_pair_is_left_alone_and_the_others_look_for_a_mentor(school: School) -> None:
    coordinator = school.cast.coordinator
    await group_of_three(school)
    await coordinator.presses("Убрать: Соколова А. И.")
    coordinator.sees("В паре, как в черновике: Соколова А. И.", "на 2 человека меньше")
    await coordinator.presses("Убрать из группы")
    await coordinator.presses(GROUP)
    coordinator.sees("Наставника с отметкой «Группа коллег» и свободным местом нет")
    await coordinator.presses("К черновику")
    await coordinator.presses("Рябинин И. О. → Соколова А. И.")
    await coordinator.presses("Можно в группу")
    await coordinator.presses(GROUP)
    coordinator.sees("готов(а) вести группу")


async def test_who_was_taken_out_may_come_back(school: School) -> None:
    coordinator = school.cast.coordinator
    await group_of_three(school)
    await coordinator.presses("Убрать: Берёзова О. П.")
    await coordinator.presses("Убрать из группы")
    await coordinator.presses("Берёзова О. П.")
    await coordinator.presses("Можно в группу")
    coordinator.sees("Снова можно в группу.", "с наставником в группе на 1 человека больше")
    await coordinator.presses(GROUP)
    coordinator.sees("Берёзова О. П.", "Гусева Л. П.")
    await coordinator.presses("К черновику")
    await coordinator.presses("Берёзова О. П.")
    assert "Можно в группу" not in coordinator.buttons


async def test_of_two_coordinators_the_later_one_sees_what_has_become_of_the_group(school: School) -> None:
    cast = school.cast
    deputy = await deputy_of(school)
    await group_of_three(school)
    await deputy.says("/pairs")
    await deputy.presses("Черновик подбора (1)")
    await deputy.presses(GROUP)
    await deputy.presses("Разделить группу")
    await cast.coordinator.presses("Убрать: Берёзова О. П.")
    await cast.coordinator.presses("Убрать из группы")
    await deputy.presses("Разделить группу")
    deputy.sees("Черновик тем временем стал другим", "Гусева Л. П.: у подходящих наставников заняты все места")
    assert await cast.bot.fetch(int, "SELECT COUNT(*) FROM group_exit") == [1]


async def test_what_changed_meanwhile_is_matched_anew_and_nobody_is_taken_out(school: School) -> None:
    cast = school.cast
    await group_of_three(school)
    await cast.coordinator.presses("Разделить группу")
    await cast.newcomer.says("мои данные")
    await cast.newcomer.presses("Отозвать запрос")
    await cast.newcomer.presses("Отозвать запрос")
    await cast.coordinator.presses("Разделить группу")
    cast.coordinator.sees("Пока черновик ждал, что-то изменилось")
    assert await cast.bot.fetch(int, "SELECT COUNT(*) FROM group_exit") == [0]


async def test_it_is_noted_who_took_whom_out(school: School) -> None:
    coordinator = school.cast.coordinator
    await group_of_three(school)
    await coordinator.presses("Убрать: Берёзова О. П.")
    await coordinator.presses("Убрать из группы")
    await coordinator.presses("Берёзова О. П.")
    await coordinator.presses("Можно в группу")
    noted = await school.cast.bot.fetch(
        str,
        """SELECT j.act || ' ' || p.full_name FROM journal j JOIN person p ON p.id = j.person_id
           WHERE j.act LIKE 'pair.%' ORDER BY j.id""",
    )
    assert noted == [f"pair.alone {OLGA}", f"pair.alone.not {OLGA}"]


async def test_nothing_of_it_stays_of_whoever_is_erased(school: School) -> None:
    bot = school.cast.bot
    await group_of_three(school)
    await school.cast.coordinator.presses("Убрать: Берёзова О. П.")
    await school.cast.coordinator.presses("Убрать из группы")
    (whom,) = await bot.fetch(int, "SELECT person_id FROM group_exit")
    async with bot.machine.database.write() as tx:
        assert await erasure.erase(tx, whom, by=None, now=bot.clock.now())
    assert await bot.fetch(int, "SELECT COUNT(*) FROM group_exit") == [0]


@pytest.mark.parametrize("argument", ["", "0", "0.x", "9.0", "0.999", ".", "-1.0"])
async def test_forged_presses_take_nobody_out(school: School, argument: str) -> None:
    coordinator = school.cast.coordinator
    await group_of_three(school)
    await coordinator.presses_data(pack(Act(Deed.PAIR_GROUP_SPLIT, 1, argument)))
    coordinator.sees("Черновик тем временем стал другим", "Пар: 1")
    await coordinator.presses_data(pack(Go(Spot.PAIR_GROUP_SPLIT, 1, 9, argument)))
    coordinator.sees("Черновик тем временем стал другим", "Пар: 1")
    await coordinator.presses_data(pack(Act(Deed.PAIR_GROUP_ALLOW, 999)))
    assert await school.cast.bot.fetch(int, "SELECT COUNT(*) FROM group_exit") == [0]


async def test_a_group_that_vanishes_puts_no_other_in_its_place(school: School) -> None:
    cast = school.cast
    third, fourth = phone(school, 402, "Гусева Лидия Павловна"), phone(school, 403, "Зимина Вера Львовна")
    for who, name, area in (
        (cast.teacher, "Соколова Анна Ильинична", "method"),
        (cast.newcomer, "Берёзова Ольга Петровна", "method"),
        (third, "Гусева Лидия Павловна", "docs"),
        (fourth, "Зимина Вера Львовна", "docs"),
    ):
        await asks(school, who, name, areas=(area,))
    await helps(school, cast.colleague, IGOR, ready="later")
    await cast.coordinator.says("/pairs")
    await cast.coordinator.presses("Подобрать (4)")
    first, second = [each for each in cast.coordinator.buttons if each.startswith("Группа (2)")]
    await cast.coordinator.presses(second)
    leaves = cast.teacher if "методика" in first else third
    await leaves.says("Мои данные")
    await leaves.presses("Отозвать согласие")
    await leaves.presses("Отозвать согласие")
    await cast.coordinator.presses("Выбрать наставника")
    cast.coordinator.sees("Кого спросить")
    await cast.coordinator.presses("Рябинин И. О.")
    cast.coordinator.sees(*(("Гусева", "Зимина") if leaves is cast.teacher else ("Соколова", "Берёзова")))
