"""Coming in: links, codes, consent, refusals."""

from tests.cast import Cast
from tests.conftest import School


async def test_stranger_gets_one_polite_line_and_nothing_is_kept(cast: Cast) -> None:
    await cast.outsider.says("Привет")
    cast.outsider.sees("только по приглашению")
    assert await cast.bot.fetch(int, "SELECT COUNT(*) FROM account") == [0]
    assert await cast.bot.fetch(int, "SELECT COUNT(*) FROM inbox WHERE body IS NOT NULL") == [0]


async def test_first_coordinator_names_the_school_and_city_and_is_in_the_menu(school: School) -> None:
    school.cast.coordinator.sees("Школа № 12", "Часовой пояс: Москва, сейчас 12:00")
    assert "Люди" in school.cast.coordinator.buttons


async def test_teacher_comes_by_link_consents_and_sees_what_is_wanted(school: School) -> None:
    teacher = school.cast.teacher
    (person_id,) = await school.lists("Соколова Анна Ильинична")
    await teacher.starts((await school.invites(person_id)).token)
    teacher.sees("согласие на обработку данных", "Школа № 12")
    assert len(teacher.screen.text) <= 350
    await teacher.presses("Прочитать текст")
    teacher.sees("Цель:", "Согласие можно отозвать")
    await teacher.presses("Согласен(на)")
    teacher.sees("предварительное согласие")
    await teacher.presses("Да, можно напоминать")
    teacher.sees("Это 3 минуты", "Заполнить запрос")
