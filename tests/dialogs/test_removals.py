"""«Убрать из списка»: a slip of the staff list is taken back, nobody who has come is."""

from tests.conftest import School


async def test_a_slip_of_the_list_is_taken_out_again(school: School) -> None:
    coordinator = school.cast.coordinator
    (person_id,) = await school.lists("Марков Олег Ильич")
    token = (await school.invites(person_id)).token
    await coordinator.says("Марков")
    await coordinator.presses("Убрать из списка")
    coordinator.sees("Убрать из списка: Марков О. И.?")
    await coordinator.presses("Убрать из списка", times=2)
    await coordinator.says("Марков")
    coordinator.sees("никого не нашлось")
    await school.cast.outsider.starts(token)
    school.cast.outsider.does_not_see("согласие")


async def test_whoever_has_come_is_not_taken_out_by_the_way(school: School) -> None:
    coordinator = school.cast.coordinator
    person_id = await school.brings_in(school.cast.teacher, "Соколова Анна Ильинична")
    await coordinator.says("Соколова")
    assert "Убрать из списка" not in coordinator.buttons
    await coordinator.presses_data(f"g:prsx:{person_id}:0")
    coordinator.sees("только тех, кто ещё не вошёл")
    await coordinator.presses_data(f"a:rmv:{person_id}:")
    coordinator.sees("только тех, кто ещё не вошёл")
    await coordinator.says("Соколова")
    coordinator.sees("Соколова А. И.", "Telegram: подключён")
