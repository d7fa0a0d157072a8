"""After the turn of the year nothing of the old one stands among what is to be done; what is to come goes along."""

from storage.tx import Tx
from tests.conftest import School
from tests.dialogs.gathering import ANNA, at, decides, held, invites, makes, three_teachers
from tests.dialogs.practising import NAMELESS, TITLE, accepts, opens_desk, opens_library, sends
from tests.dialogs.test_year_turn import summer, turns

LATER = "20.06.2027"


async def events(school: School) -> None:
    """The coordinator's list."""
    await school.cast.coordinator.says("/menu")
    await school.cast.coordinator.presses("Мероприятия")


async def test_an_event_that_was_is_in_the_old_year_and_one_to_come_in_the_new(school: School) -> None:
    cast = school.cast
    await held(school)
    await at(cast, 6, 7, 10)
    await makes(cast.coordinator, "Круглый стол", LATER)
    await invites(cast.coordinator)
    await at(cast, 6, 7, 14)
    summer(cast)
    await turns(cast.coordinator)
    await events(school)
    cast.coordinator.does_not_see("17.09")
    assert [label for label in cast.coordinator.buttons if label.startswith("20.06")]
    years = await cast.bot.fetch(str, "SELECT CAST(school_year AS TEXT) || ' ' || day FROM gathering ORDER BY id")
    assert years == ["2026 2026-09-17", "2027 2027-06-20"]
    await cast.teacher.says("/menu")
    await cast.teacher.presses("Мероприятия (1)")
    cast.teacher.sees("Вас ждут: 1.", "Вы были (1)")


async def test_whoever_comes_is_reminded_of_it_in_the_new_year(school: School) -> None:
    cast = school.cast
    await three_teachers(school)
    await at(cast, 6, 3, 10)
    await makes(cast.coordinator, "Круглый стол", "16.06.2027")
    await invites(cast.coordinator)
    await at(cast, 6, 3, 14)
    await cast.teacher.presses("Буду")
    summer(cast)
    await turns(cast.coordinator)
    before = cast.teacher.heard.count("16 июня")
    await at(cast, 6, 11, 14)
    assert cast.teacher.heard.count("16 июня") == before + 1


async def test_what_was_to_be_done_in_the_old_year_is_asked_for_no_more(school: School) -> None:
    cast = school.cast
    await held(school)
    await decides(school)
    await assigned(school)
    await at(cast, 9, 18, 10)
    await cast.teacher.says("/menu")
    assert "Мероприятия (1)" in cast.teacher.buttons
    summer(cast)
    await turns(cast.coordinator)
    await cast.teacher.says("/menu")
    assert not [label for label in cast.teacher.buttons if label.startswith("Мероприятия (")]
    await cast.coordinator.says("/today")
    cast.coordinator.does_not_see("Просрочены поручения", "Нет номера протокола", "не отмечено, кто был")
    before = cast.teacher.heard
    for day in range(1, 6):
        await at(cast, 9, day, 14)
    assert cast.teacher.heard == before


async def test_what_is_to_be_done_in_the_new_year_stays_to_be_done(school: School) -> None:
    cast = school.cast
    await held(school)
    await decides(school)
    await assigned(school, due="2027-09-20")
    summer(cast)
    await turns(cast.coordinator)
    await cast.teacher.says("/menu")
    await cast.teacher.presses("Мероприятия (1)")
    cast.teacher.sees("Подготовить памятку")


async def assigned(school: School, due: str = "2026-09-25") -> None:
    async with school.cast.bot.machine.database.write() as tx:
        person_id = await _anna(tx)
        await tx.run(
            "UPDATE gathering_line SET responsible_id = :person_id, due_on = :due", person_id=person_id, due=due
        )


async def _anna(tx: Tx) -> int:
    (person_id,) = await tx.all(int, "SELECT id FROM person WHERE full_name = :name", name=ANNA)
    return person_id


async def test_accepted_cards_leave_the_desk_and_stay_in_the_library(school: School) -> None:
    cast = school.cast
    await school.brings_in(cast.teacher, ANNA)
    await sends(cast.teacher)
    await accepts(school)
    await sends(cast.teacher, "Разговор у окна", publish=NAMELESS)
    summer(cast)
    await turns(cast.coordinator)
    await opens_desk(cast.coordinator)
    cast.coordinator.sees("Разговор у окна", "Принятые (0)")
    await cast.coordinator.presses("Принятые (0)")
    cast.coordinator.does_not_see(TITLE)
    await cast.coordinator.presses("Сборник")
    cast.coordinator.sees("в этом учебном году нет принятых карточек")
    await opens_library(cast.teacher)
    await cast.teacher.presses("Найти по слову")
    await cast.teacher.says("карточки")
    cast.teacher.sees(TITLE)
    await accepts(school, "Разговор у окна")
    await opens_desk(cast.coordinator)
    await cast.coordinator.presses("Сборник")
    cast.coordinator.sees("В сборник войдёт: 1 карточка")
