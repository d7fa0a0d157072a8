"""Before an event whoever comes is told what they may read: of its areas, and only what is for them."""

import pytest

from mentoring.gatherings import reading
from mentoring.gatherings.kinds import AGENDAS, TRAININGS
from mentoring.materials import areas
from storage.vocabulary.gatherings import GatheringKind
from tests.conftest import School
from tests.dialogs.answered import asks
from tests.dialogs.gathering import at, invites, makes
from tests.dialogs.shelving import adds_link, mentee, mentor
from tests.scenes import scene

READ = "Материалы к 17.09"


@scene
async def shelved(school: School, day: str = "17.09.2026", kind: str = "Установочная сессия наставников") -> None:
    """Anna has a request, Igor is a mentor; three links, one of them for mentors; everybody is invited."""
    cast = school.cast
    await mentee(school)
    await mentor(school)
    await adds_link(cast.coordinator, title="Разбор урока")
    await adds_link(cast.coordinator, title="Дневник наставника")
    await cast.coordinator.presses("Показывать: только наставникам")
    await adds_link(cast.coordinator, title="Нейросети", area="Цифровые инструменты")
    await makes(cast.coordinator, kind, day)
    await invites(cast.coordinator)
    await at(cast, 9, 8, 14)
    for person in (cast.teacher, cast.colleague):
        await person.presses("Буду")


async def test_the_reminder_names_what_fits_and_a_press_brings_it(school: School) -> None:
    cast = school.cast
    await shelved(school)
    await at(cast, 9, 14, 14)
    cast.colleague.sees("Можно прочитать заранее: «Дневник наставника», «Разбор урока».", READ)
    cast.teacher.sees("Можно прочитать заранее: «Разбор урока».", READ)
    await cast.colleague.presses(READ)
    cast.colleague.sees("Дневник наставника", "Разбор урока")
    cast.colleague.does_not_see("Нейросети")
    await cast.colleague.presses("Прислать: Дневник наставника")
    assert cast.colleague.messages[-1].text == "Дневник наставника"
    await cast.colleague.presses("К мероприятию")
    cast.colleague.sees("Ваш ответ: буду.", READ)


async def test_what_is_not_for_somebody_is_not_sent_by_a_forged_press(school: School) -> None:
    await shelved(school)
    await school.cast.teacher.presses_data("g:shfe:1:0:")
    school.cast.teacher.sees("Разбор урока")
    school.cast.teacher.does_not_see("Дневник наставника")
    await asks(school, school.cast.newcomer, "Берёзова Ольга Петровна")
    await school.cast.newcomer.says("/menu")
    await school.cast.newcomer.presses_data("g:shfe:1:0:")
    school.cast.newcomer.sees("Выберите направление")
    school.cast.newcomer.does_not_see("Разбор урока")


async def test_whoever_cannot_come_is_left_alone(school: School) -> None:
    cast = school.cast
    await shelved(school)
    cast.colleague.sees("Ваш ответ: буду.")
    await cast.colleague.presses("Не смогу")
    before = cast.colleague.heard
    await at(cast, 9, 14, 14)
    assert cast.colleague.heard == before


async def test_an_event_about_nothing_of_it_has_no_materials(school: School) -> None:
    cast = school.cast
    await shelved(school, kind="Круглый стол")
    await at(cast, 9, 14, 14)
    cast.colleague.sees("17 сентября")
    cast.colleague.does_not_see("прочитать", READ)


async def test_a_consultation_is_about_what_one_has_asked_for(school: School) -> None:
    cast = school.cast
    await shelved(school, kind="Консультация")
    await at(cast, 9, 14, 14)
    cast.teacher.sees("«Разбор урока»")
    cast.colleague.does_not_see("прочитать")


@pytest.mark.parametrize(
    ("item", "expected"),
    [
        ("Посещение и разбор урока", {"method"}),
        ("Документы: согласие, дополнительное соглашение, данные", {"docs"}),
        ("Оценивание и функциональная грамотность", {"assess"}),
        ("Как работать с учениками с ОВЗ", {"inclusion"}),
        ("Итоги мониторинга", set()),
        (TRAININGS["motive"], set()),
    ],
)
def test_an_agenda_says_by_its_words_what_it_is_about(item: str, expected: set[str]) -> None:
    assert reading.areas([item]) == expected


def test_only_areas_that_there_are_are_said() -> None:
    assert reading.areas(AGENDAS[GatheringKind.SESSION]) <= set(areas())
    assert set(reading._SAID_BY) == set(areas())
