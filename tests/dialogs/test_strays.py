"""What no dialog waits for: a corrected message is not read again, and says so once."""

from storage.vocabulary import RunState
from tests.cast import Cast, Person
from tests.conftest import School

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
    teacher.sees("Исправленное сообщение бот не перечитывает", "«Мой запрос»", "Какие предметы вы ведёте")
    await corrects(teacher, "химия", "биология")
    assert teacher.heard.count("Исправленное сообщение") == 1
    assert await school.cast.bot.fetch(str, "SELECT state FROM form_run WHERE form_key = 'needs'") == [RunState.OPEN]


async def test_a_stranger_who_corrects_a_message_hears_nothing_more(cast: Cast) -> None:
    await cast.outsider.says("Привет")
    told = len(cast.outsider.messages)
    await corrects(cast.outsider, "Привет", "Здравствуйте")
    assert len(cast.outsider.messages) == told
