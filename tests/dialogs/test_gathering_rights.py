"""Who may what with an event: who leads, who is invited, a colleague who is not, another school, a stranger."""

from collections.abc import Awaitable, Callable

import pytest

from handlers.presses import Act, Deed, Go, Spot, pack
from tests.cast import Person
from tests.conftest import School
from tests.dialogs.gathering import ANNA, IGOR, OLGA, at, makes, opens
from tests.dialogs.test_two_schools import Second, second
from tests.scenes import scene

__all__ = ["second"]  # a fixture

PLACE, TITLE, TASK = "Кабинет 12", "Моя тема и маркер", "Памятка-маркер"
ROWS = """
SELECT 'event ' || id || state || day || starts || place || agenda || calls || edition || guests || number || chair
       || COALESCE(places, '-') || COALESCE(feedback, '-') || COALESCE(survey_id, '-') AS line FROM gathering
UNION ALL SELECT 'person ' || gathering_id || '-' || person_id || answer || attended || talk || talk_state
                 || COALESCE(invited_at, '-') FROM gathering_person
UNION ALL SELECT 'line ' || id || item || kind || text || COALESCE(responsible_id, '-') || COALESCE(done_at, '-')
          FROM gathering_line
UNION ALL SELECT 'evidence ' || activity || words || COALESCE(taken_back_at, '-') FROM evidence
UNION ALL SELECT 'job ' || kind || task FROM job
ORDER BY line"""
SPOTS = list(Spot)[list(Spot).index(Spot.GATHERINGS) : list(Spot).index(Spot.MY_GATHERING) + 1]
DEEDS = list(Deed)[list(Deed).index(Deed.GATHERING_TYPE) : list(Deed).index(Deed.TASK_UNDONE) + 1]
OWN = frozenset({Deed.GATHERING_ANSWER, Deed.TALK_OFFER, Deed.TASK_DONE, Deed.TASK_UNDONE, Deed.GATHERING_FILE})
ARGUMENTS = ("", "!", "1!", "1", "3", "1.0", "comes", "mentors", "gathering_day", "gathering_agenda", "minutes_heard.1")


@scene
async def an_event(school: School) -> None:
    """Anna and Igor are invited to a conference of today, Olga is not; Anna speaks, was there and has a task."""
    cast = school.cast
    for person, name in ((cast.teacher, ANNA), (cast.colleague, IGOR), (cast.newcomer, OLGA)):
        await school.brings_in(person, name)
    await makes(cast.coordinator, "Школьная конференция", "17.09.2026", whom="Выберу сам(а)")
    await cast.coordinator.presses("Кого пригласить")
    for label in ("☐ Соколова А. И.", "☐ Рябинин И. О."):
        await cast.coordinator.presses(label)
    await cast.coordinator.presses("К приглашению")
    await cast.coordinator.presses("Пригласить (2)")
    await at(cast, 9, 8, 14)
    await cast.teacher.presses("Подробнее")
    await cast.teacher.presses("Хочу выступить")
    await cast.teacher.says(TITLE)
    await at(cast, 9, 17, 15)
    await opens(cast.coordinator)
    await cast.coordinator.presses("Отметить, кто был")
    await cast.coordinator.presses("☐ Соколова А. И.")
    for label in ("Протокол", "1. Итоги мониторинга", "Решили"):
        await cast.coordinator.presses(label)
    await cast.coordinator.says(TASK)
    await cast.coordinator.says("25.09.2026")
    await cast.coordinator.presses("Соколова А. И.")


async def rows(school: School) -> list[str]:
    return await school.cast.bot.fetch(str, ROWS)


def presses(deeds: list[Deed]) -> list[str]:
    """Every act and every screen, of our event, its line and its people."""
    acts = [pack(Act(deed, id_, argument)) for deed in deeds for id_ in (1, 2) for argument in ARGUMENTS]
    return [*acts, *(pack(Go(spot, id_, page)) for spot in SPOTS for id_ in (0, 1, 2) for page in (0, 1))]


async def stranger(school: School) -> Person:
    await school.cast.outsider.says("/start")
    return school.cast.outsider


async def not_invited(school: School) -> Person:
    return school.cast.newcomer


Comes = Callable[[School], Awaitable[Person]]


@pytest.mark.parametrize("who", [stranger, not_invited], ids=lambda who: str(who.__name__))
async def test_who_is_not_invited_sees_and_changes_nothing(school: School, who: Comes) -> None:
    await an_event(school)
    person, before = await who(school), await rows(school)
    for data in presses(DEEDS):
        await person.presses_data(data)
    assert await rows(school) == before
    person.was_never_told(PLACE, TITLE, TASK, "Соколова", "Рябинин", "конференция")


async def test_a_coordinator_of_another_school_sees_and_changes_nothing(school: School, second: Second) -> None:
    await an_event(school)
    deputy, before = school.cast.deputy, await rows(school)  # coordinates school № 99
    for data in presses([each for each in DEEDS if each is not Deed.GATHERING_TYPE]):
        await deputy.presses_data(data)
    assert await rows(school) == before
    deputy.was_never_told(PLACE, TITLE, TASK, "Соколова", "Рябинин", "17 сентября")


async def test_who_is_invited_does_nothing_that_is_the_coordinators(school: School) -> None:
    await an_event(school)
    teacher, before = school.cast.teacher, await rows(school)
    for data in presses([each for each in DEEDS if each not in OWN]):
        await teacher.presses_data(data)
    assert await rows(school) == before
    teacher.was_never_told("Рябинин", "Отметить, кто был", "Кому сказать лично")


async def test_somebody_elses_task_is_not_marked_done(school: School) -> None:
    await an_event(school)
    before = await rows(school)
    await school.cast.colleague.presses_data(pack(Act(Deed.TASK_DONE, 1)))
    assert await rows(school) == before
    school.cast.colleague.was_never_told(TASK)
    await school.cast.teacher.presses_data(pack(Act(Deed.TASK_DONE, 1)))
    assert await rows(school) != before


async def test_who_leads_may_what_the_others_may_not(school: School) -> None:
    """The same presses do something: a matrix of refusals alone would hold of a bot that does nothing."""
    await an_event(school)
    coordinator, before = school.cast.coordinator, await rows(school)
    for data in (
        pack(Act(Deed.GUESTS, 1, "3")),
        pack(Act(Deed.TALK_ACCEPT, 1, "2")),
        pack(Act(Deed.TASK_DONE, 1)),
    ):
        await coordinator.presses_data(data)
        after = await rows(school)
        assert after != before, data
        before = after
    coordinator.sees("Невыполненных поручений нет")
    school.cast.teacher.sees("Ваше выступление «Моя тема и маркер» принято")


async def test_the_calendar_file_is_for_who_leads_and_who_is_invited(school: School) -> None:
    await an_event(school)
    cast = school.cast
    for person, gets in ((cast.coordinator, 1), (cast.teacher, 1), (cast.newcomer, 0)):
        await person.presses_data(pack(Act(Deed.GATHERING_FILE, 1)))
        assert len(person.files) == gets
    (content,) = cast.teacher.files.values()
    assert b"DTSTART:20260917T123000Z" in content
    assert "Соколова".encode() not in content
