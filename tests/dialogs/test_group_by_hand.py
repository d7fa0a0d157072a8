"""An idea of a group that has no mentor: the coordinator chooses whom to ask."""

from tests.conftest import School
from tests.dialogs.requesting import hands_in
from tests.dialogs.ringing import at

THREE = ("Соколова Анна Ильинична", "Рябинин Игорь Олегович", "Берёзова Ольга Львовна")


async def idea(school: School) -> None:
    """Three ask for the same, nobody has said to be ready."""
    cast = school.cast
    for person, name in zip((cast.teacher, cast.colleague, cast.newcomer), THREE, strict=True):
        await hands_in(school, person, name)
    await school.lists("Лугова Нина Андреевна")
    await cast.coordinator.says("/pairs")
    await cast.coordinator.presses("Подобрать (3)")
    await cast.coordinator.presses("Группа (3)")


async def test_a_mentor_of_the_staff_list_is_asked_to_lead_the_group(school: School) -> None:
    cast = school.cast
    await idea(school)
    cast.coordinator.sees("выберите сами, кого спросить")
    await cast.coordinator.presses("Выбрать наставника")
    cast.coordinator.sees("готов ли он вести эту группу")
    assert "Соколова А. И." not in cast.coordinator.buttons
    shown = cast.coordinator.screen
    await cast.coordinator.presses("Лугова Н. А.")
    cast.coordinator.sees("сначала спросим наставника", "Группа: Лугова Н. А. →", "ждём ответов", "без Telegram")
    await cast.coordinator.presses_old(shown, "Лугова Н. А.")
    cast.coordinator.sees("Черновика сейчас нет")
    assert await cast.bot.fetch(str, "SELECT kind || format || origin FROM pairing") == ["groupgroupby_hand"]
    await at(cast, 8, 14)
    cast.teacher.was_never_told("Лугова")
