"""J10: the year ends with a conference and a round table: invitations, talks, attendance by taps, minutes, tasks."""

from storage.vocabulary import Role
from tests.cast import Cast
from tests.conftest import School
from tests.dialogs.gathering import ANNA, IGOR, OLGA, TABLE, at, invites, makes, opens

CONFERENCE = "Школьная конференция"
TALK = "Как мы учились давать обратную связь"


async def everybody_is_here(school: School) -> None:
    cast = school.cast
    for person, name in ((cast.teacher, ANNA), (cast.colleague, IGOR), (cast.newcomer, OLGA)):
        await school.brings_in(person, name)
    await school.lists("Лугов Пётр Ильич")  # has no Telegram
    await school.lists("Озёрная Инна Игоревна", role=Role.DIRECTOR)


async def a_conference_is_called(school: School) -> None:
    """Whoever wants to speaks; one talk is taken, one author is thanked."""
    cast = school.cast
    await at(cast, 4, 20, 12)
    await makes(cast.coordinator, CONFERENCE, "14.05.2027", places="40")
    await invites(cast.coordinator)
    await at(cast, 4, 20, 14)
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


async def the_conference_moves_a_day(school: School) -> None:
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


async def the_conference_is_held(school: School) -> None:
    """Taps: who promised at once, one without Telegram, guests by number; what was decided is Igor's to do."""
    cast = school.cast
    await at(cast, 5, 13, 17)
    await opens(cast.coordinator, "13.05")
    await cast.coordinator.presses("Отметить, кто был")
    await cast.coordinator.presses("Отметить всех, кто обещал", times=2)
    await cast.coordinator.presses("☐ Лугов П. И.", times=2)
    for _ in range(2):
        await cast.coordinator.presses("Гостей больше")
    cast.coordinator.sees("Отмечено: 4 человека, гостей: 2")
    await cast.coordinator.presses("Протокол")
    await cast.coordinator.presses("Номер, дата, подписи")
    await cast.coordinator.says("7")
    for _ in range(3):
        await cast.coordinator.presses("Пропустить")
    await cast.coordinator.presses("2. Лучшие практики")
    await cast.coordinator.presses("Слушали")
    await cast.coordinator.says("Соколову А. И. об обратной связи")
    await cast.coordinator.presses("Решили")
    await cast.coordinator.says("Собрать памятку для наставников")
    await cast.coordinator.says("20.05.2027")
    await cast.coordinator.presses("Рябинин И. О.", times=2)
    cast.coordinator.sees("отвечает Рябинин И. О., до 20 мая")


async def the_task_is_done(school: School) -> None:
    cast = school.cast
    await at(cast, 5, 17, 14)
    assert "Поручение до 20 мая: Собрать памятку для наставников" in cast.colleague.messages[-1].text
    await cast.colleague.presses("Поручения")
    await cast.colleague.presses("Сделано: Собрать памятку", times=2)
    cast.colleague.does_not_see("Ваши поручения")


async def a_round_table_is_cancelled_and_another_one_is_held(school: School) -> None:
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
    await at(cast, 5, 24, 16)
    await opens(cast.coordinator, "24.05")
    await cast.coordinator.presses("Отметить, кто был")
    await cast.coordinator.presses("Отметить всех, кто обещал")


async def test_a_year_ends_with_a_conference_and_a_round_table(journey_school: School) -> None:
    school, cast = journey_school, journey_school.cast
    await everybody_is_here(school)
    await a_conference_is_called(school)
    await the_conference_moves_a_day(school)
    await the_conference_is_held(school)
    await the_task_is_done(school)
    await a_round_table_is_cancelled_and_another_one_is_held(school)
    assert await proofs(cast) == [
        "a6_conference 2027-05-13 7 школьная конференция, участников: 4, гостей: 2",
        "a6_round_table 2027-05-24  круглый стол, участников: 1",
    ]
    for said in ("Приглашение: Школьная конференция", "Изменение: Школьная конференция", "Отменено: Круглый стол"):
        assert [person.heard.count(said) for person in (cast.teacher, cast.colleague, cast.newcomer)] == [1, 1, 1]
    await cast.teacher.says("/menu")
    await cast.teacher.presses("Мероприятия")
    cast.teacher.sees("Вы были (2):", "Школьная конференция, 13.05.2027", "Круглый стол, 24.05.2027")


async def proofs(cast: Cast) -> list[str]:
    return await cast.bot.fetch(
        str,
        """SELECT activity || ' ' || dated_on || ' ' || number || ' ' || words FROM evidence
           WHERE kind = 'event' AND taken_back_at IS NULL ORDER BY id""",
    )
