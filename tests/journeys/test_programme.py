"""A programme's way, told plainly and with a crash around every update: from the request to the next pair."""

from datetime import date, timedelta

from tests.conftest import School
from tests.dialogs.programming import TITLE, looks, ordered, rings
from tests.dialogs.test_by_hand import chooses
from tests.dialogs.test_programmes_passed_on import ended

NEXT = "Берёзова Ольга Петровна"


async def test_a_programme_is_written_returned_approved_carried_out_and_passed_on(journey_school: School) -> None:
    school, cast = journey_school, journey_school.cast
    mentor, mentee, coordinator = cast.colleague, cast.teacher, cast.coordinator
    await ordered(school)
    for day in (10, 11, 14, 15, 16, 17, 18, 21):
        await rings(cast, 9, day)
    mentor.sees("Нужна программа пары (Соколова А. И.), лучше до 30 сентября.")
    await mentor.presses("Программа: Соколова А. И.")
    await mentor.presses("Составить программу", times=2)
    await mentor.presses("Мероприятия (7)")
    await mentor.presses("3. Совместное планирование")
    await mentor.presses("На неделю позже", times=2)
    for label in ("К программе", "Добавить мероприятие", "Урок и методика", "☑ Открытый урок", "К программе"):
        await mentor.presses(label)
    await mentee.says(TITLE)
    for label in ("Запрос, цель, задачи", "Изменить: цель"):
        await mentee.presses(label)
    await mentee.says("К 31 мая самостоятельно провести урок, что видно по двум посещениям")
    await mentee.says(TITLE)
    await mentee.presses("Отправить координатору", times=2)
    await coordinator.says("/today")
    await coordinator.presses("Программы (утвердить: 1)")
    await coordinator.presses("Рябинин И. О.")
    await coordinator.presses("Вернуть", times=2)
    await coordinator.says("верните открытый урок")
    await rings(cast, 9, 22)
    mentor.sees("Координатор просит изменить программу: «верните открытый урок».")
    await mentor.presses("Программа: Соколова А. И.")
    for label in ("Добавить мероприятие", "Урок и методика", "☐ Открытый урок", "К программе"):
        await mentor.presses(label)
    await mentor.presses("Отправить координатору", times=2)
    await looks(school)
    await coordinator.presses("Утвердить", times=2)
    coordinator.sees("утверждена, версия 1")
    await rings(cast, 10, 5)
    mentor.sees("По программе на этой неделе", "9 сентября (срок прошёл): Установочная встреча")
    await mentor.says(TITLE)
    await mentor.presses("Сделано: Установочная встреча", times=2)
    await mentee.says(TITLE)
    mentee.sees("Сделано 1 из 7.", "14 октября: Совместное планирование урока")
    await mentee.presses("Программа в Word")
    assert "Персонализированная программа.docx" in mentee.files
    await ended(school)
    await school.brings_in(cast.newcomer, NEXT)
    await chooses(school, "Соколова А. И.", "Берёзова О. П.")
    await coordinator.presses("Уже договорились")
    await cast.newcomer.says(TITLE)
    await cast.newcomer.presses("Продолжить прежнюю программу", times=2)
    cast.newcomer.sees(
        "Программа: Берёзова О. П. → Соколова А. И.",
        "Цель: К 31 мая самостоятельно провести урок",
        "Сделано 0 из 7.",
        "14 октября: Совместное планирование урока",
    )
    assert await cast.bot.fetch(str, "SELECT state || version FROM programme ORDER BY pairing_id") == [
        "closed1",
        "draft0",
    ]
    assert await cast.bot.fetch(int, "SELECT COUNT(*) FROM programme_step") == [14]


async def test_nobody_hears_too_much_while_a_programme_is_late(journey_school: School) -> None:
    school, cast = journey_school, journey_school.cast
    await ordered(school)
    for number in range(40):
        day = date(2026, 9, 10) + timedelta(days=number)
        await rings(cast, day.month, day.day)
    assert cast.coordinator.heard.count("Программы не пришли в срок: 1") == 2
    assert cast.colleague.heard.count("Нужна программа пары") <= 3
    assert cast.teacher.heard.count("Нужна программа пары") == 1
