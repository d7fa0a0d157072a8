"""Stories of what is seen rarely: a second school, a roadmap sent again, a group without its mentor."""

from mentoring import schools
from tests.conftest import School
from tests.dialogs.announcing import announces
from tests.dialogs.answered import asks, helps, phone
from tests.dialogs.gathering import at
from tests.dialogs.meeting import ordered as paired
from tests.dialogs.programming import begun
from tests.dialogs.roadmapping import BANK, TEA, accepts, sends, word
from tests.dialogs.surveying import asked_teacher, fills
from tests.dialogs.test_event_materials import shelved
from tests.dialogs.test_group_exits import LIDIA, group_of_three
from tests.dialogs.test_meeting_times import marks
from tests.dialogs.test_own_roadmap_versions import REWORDED
from tests.dialogs.test_pair_drafts import ANNA, IGOR, OLGA
from tests.dialogs.test_school_days import opens as opens_calendar
from tests.dialogs.test_staff_list import THREE
from tests.dialogs.test_two_schools import Second, coordinates, teaches_in_both
from tests.dialogs.test_year_turn import a_year, renews, september, turns


async def of_two_schools(school: School) -> None:
    await teaches_in_both(school, Second(school.cast, await _second_school(school, "Лугов Павел Андреевич")))
    await school.cast.teacher.says("/menu")


async def staff_without_oneself(school: School) -> None:
    """A coordinator whom the operator has invited without a name."""
    await _second_school(school, "")
    deputy = school.cast.deputy
    await deputy.sends_file("Штат.xlsx", THREE)
    await deputy.presses("Добавить 3 человека")


async def _second_school(school: School, coordinator: str) -> int:
    cast = school.cast
    async with cast.bot.machine.database.write() as tx:
        school_id = await schools.add(tx, "", cast.bot.clock.now())
    await coordinates(cast, school_id, cast.deputy, coordinator)
    await cast.deputy.says("Школа № 99")
    await cast.deputy.says("Москва")
    return school_id


async def roadmap_sent_again(school: School) -> None:
    coordinator = school.cast.coordinator
    await accepts(coordinator, word(BANK, TEA))
    await sends(coordinator, word(BANK, REWORDED))


async def group_without_mentor(school: School) -> None:
    cast = school.cast
    await asks(school, cast.teacher, ANNA)
    await asks(school, cast.newcomer, OLGA)
    await asks(school, phone(school, 402, LIDIA), LIDIA)
    await helps(school, cast.colleague, IGOR, formats=("one_to_one",))
    await cast.coordinator.says("/pairs")
    await cast.coordinator.presses("Подобрать (3)")
    await cast.coordinator.presses("Группа (2)")


async def group_at_work(school: School) -> None:
    await group_of_three(school)
    await school.cast.coordinator.presses("Предложить группой")


async def step_without_a_day(school: School) -> None:
    mentor = await begun(school)
    await mentor.presses("Добавить мероприятие")
    await mentor.presses("Своё мероприятие")
    await mentor.says("Разбор контрольной в восьмых классах")
    await mentor.presses("К программе")


async def event_to_read_for(school: School) -> None:
    await shelved(school)
    await at(school.cast, 9, 14, 14)


async def announcement_that_waits(school: School) -> None:
    await school.brings_in(school.cast.teacher, ANNA)
    await announces(school.cast.coordinator)


async def year_to_confirm(school: School) -> None:
    await a_year(school)
    await turns(school.cast.coordinator)
    await september(school.cast)
    await renews(school.cast.newcomer)


async def meeting_proposed(school: School) -> None:
    cast = school.cast
    await paired(school)
    await marks(cast.colleague, "3-й урок", "4-й урок")
    await marks(cast.teacher, "3-й урок")
    await cast.teacher.presses("пн, 14 сентября, 3-й урок")


async def holidays(school: School) -> None:
    coordinator = await opens_calendar(school)
    await coordinator.presses("Предложить по четвертям")
    await coordinator.presses("Записать эти каникулы")


async def form_answered(school: School) -> None:
    teacher = await asked_teacher(school)
    await fills(teacher)
    await teacher.says("мои данные")
