"""What no dialog waits for: a corrected message is not read again, and says so once."""

import pytest

from storage.vocabulary import RunState
from tests.cast import Cast, Person
from tests.conftest import School
from tests.dialogs.requesting import FACTS

NAME = "Соколова Анна Ильинична"


async def corrects(person: Person, old: str, new: str) -> None:
    world = person.bot.world
    message = next(each for each in world.chat(person.user_id).messages if each.text == old)
    world.edit_own(person.user_id, message.id, new)
    await person.waits()


async def test_a_corrected_message_is_told_once_that_it_is_not_read_again(school: School) -> None:
    teacher = school.cast.teacher
    await school.brings_in(teacher, NAME)
    await teacher.presses("Заполнить запрос")
    await teacher.presses("Начать")
    await teacher.says("физика")
    await corrects(teacher, "физика", "химия")
    teacher.sees("Исправленное сообщение бот не перечитывает: ответьте", "Какие предметы вы ведёте")
    teacher.does_not_see("Мой запрос")
    await corrects(teacher, "химия", "биология")
    assert teacher.heard.count("Исправленное сообщение") == 1
    assert await school.cast.bot.fetch(str, "SELECT state FROM form_run WHERE form_key = 'needs'") == [RunState.OPEN]


async def test_a_corrected_answer_is_changed_by_the_button_that_is_on_the_screen(school: School) -> None:
    teacher = school.cast.teacher
    await school.brings_in(teacher, NAME, **FACTS)
    for label in ("Заполнить запрос", "Начать", "Всё верно"):
        await teacher.presses(label)
    await teacher.says("нет")
    await corrects(teacher, "нет", "2")
    teacher.sees("изменить прежний ответ можно кнопкой «Назад»", "Почему?")
    for label in ("Не хочу отвечать", "Пока нет"):
        await teacher.presses(label)
    await teacher.says("Спасибо")
    await corrects(teacher, "Спасибо", "Благодарю")
    teacher.sees("изменить ответ можно кнопкой «Изменить»", "Проверьте ответы")
    await teacher.presses("Отправить")
    await teacher.says("меню")
    await corrects(teacher, "меню", "Меню")
    teacher.sees("изменить ответ можно в «Мой запрос»")


async def test_a_stranger_who_corrects_a_message_hears_nothing_more(cast: Cast) -> None:
    await cast.outsider.says("Привет")
    told = len(cast.outsider.messages)
    await corrects(cast.outsider, "Привет", "Здравствуйте")
    assert len(cast.outsider.messages) == told


@pytest.mark.parametrize("kind", ["photo", "voice", "sticker"])
async def test_coordinators_photo_is_told_that_a_list_is_read_as_excel_only(school: School, kind: str) -> None:
    coordinator = school.cast.coordinator
    await coordinator.sends(kind)
    coordinator.sees("Бот читает только текст и кнопки")
    assert ("только файлом Excel (.xlsx)" in coordinator.heard) is (kind == "photo")
    assert coordinator.buttons.count("Люди") == 1


async def test_coordinators_photo_in_a_dialog_leads_to_people_and_keeps_the_question(school: School) -> None:
    coordinator = school.cast.coordinator
    await coordinator.says("/people")
    await coordinator.presses("Добавить человека")
    await coordinator.sends("photo")
    coordinator.sees("только файлом Excel (.xlsx)", "Фамилия, имя и отчество", "Отменить")
    await coordinator.presses("Люди")
    coordinator.sees("Прислать список (Excel)")


async def test_teachers_photo_is_told_nothing_of_lists(school: School) -> None:
    teacher = school.cast.teacher
    await school.brings_in(teacher, NAME)
    await teacher.sends("photo")
    teacher.sees("Бот читает только текст и кнопки")
    teacher.was_never_told("Excel")
