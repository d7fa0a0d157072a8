"""One button pressed by two coordinators at once, or by one several times in a batch: one effect, one notification."""

from collections.abc import Awaitable, Callable

import pytest

from handlers.presses import Act, Deed, Go, Spot, pack
from storage.vocabulary import Role
from tests.cast import Person
from tests.conftest import School
from tests.dialogs.requesting import hands_in
from tests.dialogs.test_approvals import deputy_of, waits

ANNA, OLGA = "Соколова Анна Ильинична", "Берёзова Ольга Львовна"


async def newcomer_waits(school: School) -> tuple[str, str]:
    await waits(school, school.cast.newcomer, OLGA)
    (whom,) = await school.cast.bot.fetch(int, "SELECT id FROM person WHERE state = 'waiting'")
    return pack(Act(Deed.APPROVE, whom)), "person.approve"


async def newcomer_is_not_ours(school: School) -> tuple[str, str]:
    await waits(school, school.cast.newcomer, OLGA)
    (whom,) = await school.cast.bot.fetch(int, "SELECT id FROM person WHERE state = 'waiting'")
    return pack(Act(Deed.REFUSE, whom)), "person.refuse"


async def somebody_withdrew(school: School) -> tuple[str, str]:
    teacher, coordinator = school.cast.teacher, school.cast.coordinator
    await hands_in(school, teacher, ANNA)
    await teacher.says("/menu")
    for label in ("Мои данные", "Отозвать согласие", "Отозвать согласие"):
        await teacher.presses(label)
    (whom,) = await school.cast.bot.fetch(int, "SELECT id FROM person WHERE full_name = :name", name=ANNA)
    await coordinator.presses_data(pack(Go(Spot.ERASURE, whom)))
    return shown(coordinator, "Уничтожить данные"), "person.erase"


async def somebody_has_a_role(school: School) -> tuple[str, str]:
    (whom,) = await school.lists(ANNA, role=Role.DIRECTOR)
    return pack(Act(Deed.TAKE_ROLE_BACK, whom, "director.x")), "role_back.director"


async def somebody_has_left(school: School) -> tuple[str, str]:
    whom = await school.brings_in(school.cast.teacher, ANNA)
    await school.cast.coordinator.presses_data(pack(Go(Spot.PERSON_LEAVES, whom)))
    return shown(school.cast.coordinator, "Да, больше не работает"), "person.left"


async def a_phone_is_lost(school: School) -> tuple[str, str]:
    whom = await school.brings_in(school.cast.teacher, ANNA)
    await school.cast.coordinator.presses_data(pack(Go(Spot.PERSON_DISCONNECT, whom)))
    return shown(school.cast.coordinator, "Отключить аккаунт"), "person.disconnect"


async def somebody_is_listed_by_mistake(school: School) -> tuple[str, str]:
    (whom,) = await school.lists(ANNA)
    return pack(Act(Deed.REMOVE, whom)), "person.erase"


async def a_paper_is_signed(school: School) -> tuple[str, str]:
    whom = await school.brings_in(school.cast.teacher, ANNA)
    return pack(Act(Deed.RECEIVED, whom)), "paper.received"


def shown(person: Person, label: str) -> str:
    return next(button.data for button in person.screen.buttons if button.label.startswith(label)) or ""


Begins = Callable[[School], Awaitable[tuple[str, str]]]
ACTS: tuple[Begins, ...] = (
    *(newcomer_waits, newcomer_is_not_ours, somebody_withdrew, somebody_has_a_role, somebody_has_left),
    *(a_phone_is_lost, somebody_is_listed_by_mistake, a_paper_is_signed),
)


async def noted(school: School, act: str) -> list[int]:
    return await school.cast.bot.fetch(int, "SELECT COUNT(*) FROM journal WHERE act = :act", act=act)


async def unanswered(school: School) -> list[object]:
    people = (school.cast.coordinator, school.cast.deputy)
    return [each for person in people for each in school.cast.bot.world.spinners(person.user_id)]


@pytest.mark.parametrize("begins", ACTS, ids=lambda begins: str(begins.__name__))
@pytest.mark.parametrize("times", [1, 3])
async def test_pressed_by_both_at_once_it_is_done_once(school: School, begins: Begins, times: int) -> None:
    cast = school.cast
    await deputy_of(school)
    data, act = await begins(school)
    for _ in range(times):
        for person in (cast.coordinator, cast.deputy):
            cast.bot.world.press_data(person.user_id, person.screen.id, data)
    await cast.bot.settle()
    assert await noted(school, act) == [1]
    assert await unanswered(school) == []
    cast.bot.clock.move(seconds=30)
    await cast.coordinator.presses_data(data)
    assert await noted(school, act) == [1]
    assert await cast.bot.fetch(str, "SELECT error FROM inbox WHERE state = 'dead'") == []


async def test_who_is_let_in_by_two_at_once_is_told_once(school: School) -> None:
    cast = school.cast
    await deputy_of(school)
    data, _ = await newcomer_waits(school)
    for person in (cast.coordinator, cast.deputy):
        cast.bot.world.press_data(person.user_id, person.screen.id, data)
    await cast.bot.settle()
    assert len([each for each in cast.newcomer.messages if "Координатор подтвердил" in each.text]) == 1


async def test_one_lets_in_and_the_other_does_not_at_once(school: School) -> None:
    """Whichever comes first holds; the other is told that it is settled."""
    cast = school.cast
    await deputy_of(school)
    data, _ = await newcomer_waits(school)
    (whom,) = await cast.bot.fetch(int, "SELECT id FROM person WHERE state = 'waiting'")
    cast.bot.world.press_data(cast.coordinator.user_id, cast.coordinator.screen.id, data)
    cast.bot.world.press_data(cast.deputy.user_id, cast.deputy.screen.id, pack(Act(Deed.REFUSE, whom)))
    await cast.bot.settle()
    done = [await noted(school, act) for act in ("person.approve", "person.refuse")]
    assert sorted(done) == [[0], [1]]
    assert ("Уже решено" in cast.coordinator.heard) + ("Уже решено" in cast.deputy.heard) == 1
