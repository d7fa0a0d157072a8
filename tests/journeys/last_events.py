"""What a year ends with: a conference that everybody is asked to speak at, and a round table that decides something."""

from tests.cast import Cast
from tests.conftest import School
from tests.dialogs.gathering import TABLE, at, invites, makes, opens
from tests.dialogs.practising import TITLE, opens_desk
from tests.dialogs.test_pair_orders import words_of

CONFERENCE = "Школьная конференция"
TALK = "Как мы учились давать обратную связь"
TASK = "Собрать памятку для наставников"


async def a_conference_is_called(school: School) -> None:
    """Whoever wants to speaks; one talk is taken, one author is thanked."""
    cast = school.cast
    await at(cast, 4, 26, 12)
    await makes(cast.coordinator, CONFERENCE, "14.05.2027", places="40")
    await invites(cast.coordinator)
    await at(cast, 4, 26, 14)
    for person, title in ((cast.teacher, TALK), (cast.colleague, "Посещение урока без страха")):
        await person.presses("Подробнее")
        await person.presses("Хочу выступить")
        await person.says(title)
        person.sees("Координатор увидит вашу тему")
    await cast.newcomer.presses("Позже скажу", times=2)
    await cast.coordinator.says("/today")
    cast.coordinator.sees("Предложены доклады, нужен ответ: 2")
    await opens(cast.coordinator, "14.05")
    await cast.coordinator.presses("Доклады (ждут ответа: 2)")
    await cast.coordinator.presses("Принять: Соколова А. И.", times=2)
    await cast.coordinator.presses("Поблагодарить: Рябинин И. О.")
    await cast.coordinator.presses("Да, поблагодарить")
    cast.teacher.sees(f"Ваше выступление «{TALK}» принято")
    cast.colleague.sees("спасибо за предложение")


async def it_moves_a_day(school: School) -> None:
    cast = school.cast
    await at(cast, 5, 4, 12)
    await opens(cast.coordinator, "14.05")
    for label in ("Изменить", "День и время"):
        await cast.coordinator.presses(label)
    await cast.coordinator.says("13.05.2027")
    await cast.coordinator.presses("Пропустить")
    await at(cast, 5, 4, 14)
    for person in (cast.teacher, cast.colleague, cast.newcomer):
        person.sees("Изменение", "13 мая, четверг, 15:30")
        await person.presses("Буду")


async def it_is_held(school: School) -> None:
    """Taps: who promised at once, one without Telegram, guests by number."""
    cast = school.cast
    await at(cast, 5, 13, 17)
    await opens(cast.coordinator, "13.05")
    await cast.coordinator.presses("Отметить, кто был")
    await cast.coordinator.presses("Отметить всех, кто обещал", times=2)
    await cast.coordinator.presses("☐ Озёрный П. И.", times=2)
    for _ in range(2):
        await cast.coordinator.presses("Гостей больше")
    cast.coordinator.sees("Отмечено: 4 человека, гостей: 2")


async def a_round_table_is_cancelled_and_another_one_is_called(school: School) -> None:
    cast = school.cast
    await at(cast, 5, 18, 12)
    await makes(cast.coordinator, TABLE, "21.05.2027")
    await invites(cast.coordinator)
    await at(cast, 5, 18, 14)
    await opens(cast.coordinator, "21.05")
    await cast.coordinator.presses("Отменить мероприятие")
    await cast.coordinator.presses("Да, отменить", times=2)
    await at(cast, 5, 20, 12)
    await makes(cast.coordinator, TABLE, "24.05.2027", starts="14:00")
    await invites(cast.coordinator)
    await at(cast, 5, 20, 14)
    await cast.teacher.presses("Буду")


async def nominations_are_read_and_something_is_decided(school: School, other: str) -> None:
    """Two cards have a nomination; the minutes have a number, and a decision is Igor's to do."""
    cast, coordinator = school.cast, school.cast.coordinator
    await opens_desk(coordinator)
    await coordinator.presses("Номинации")
    await coordinator.presses("Добавить: Просто и работает", times=2)
    await coordinator.presses(f"☐ {TITLE}", times=2)
    await coordinator.presses(f"☐ {other}")
    await at(cast, 5, 24, 16)
    await opens_desk(coordinator)
    await coordinator.presses("Номинации")
    await coordinator.presses("Прочитать список")
    coordinator.sees(f"• {TITLE} (Рябинин И. О.)\n• {other}")
    await opens(coordinator, "24.05")
    await coordinator.presses("Отметить, кто был")
    await coordinator.presses("Отметить всех, кто обещал")
    await coordinator.presses("Протокол")
    await coordinator.presses("2. Лучшие практики")
    await coordinator.presses("Слушали")
    await coordinator.says("Соколову А. И. об обратной связи")
    await coordinator.presses("Решили")
    await coordinator.says(TASK)
    await coordinator.says("28.05.2027")
    await coordinator.presses("Рябинин И. О.", times=2)
    coordinator.sees("отвечает Рябинин И. О., до 28 мая")
    await coordinator.presses("К протоколу")
    await coordinator.presses("Номер, дата, подписи")
    await coordinator.says("7")
    for _ in range(3):
        await coordinator.presses("Пропустить")
    await coordinator.presses("Собрать (Word)")
    minutes = words_of(coordinator.files["Протокол мероприятия.docx"])
    assert "ПРОТОКОЛ № 7" in minutes
    assert f"1) {TASK}, ответственный: Рябинин И. О., срок: до 28.05.2027." in minutes


async def the_task_is_done(school: School) -> None:
    cast = school.cast
    await at(cast, 5, 25, 14)
    assert f"Поручение до 28 мая: {TASK}" in cast.colleague.messages[-1].text
    await cast.colleague.presses("Поручения")
    await cast.colleague.presses(f"Сделано: {TASK[:15]}", times=2)
    cast.colleague.does_not_see("Ваши поручения")


async def proofs(cast: Cast) -> list[str]:
    return await cast.bot.fetch(
        str,
        """SELECT activity || ' ' || dated_on || ' ' || number || ' ' || words FROM evidence
           WHERE kind = 'event' AND taken_back_at IS NULL ORDER BY id""",
    )
