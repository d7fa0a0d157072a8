"""Two colleagues who fit each other, brought to an offer, or to a pair, in as few taps as it takes."""

from tests.conftest import School
from tests.dialogs.offering import offers
from tests.dialogs.requesting import hands_in
from tests.dialogs.ringing import at
from tests.scenes import scene

MENTEE, MENTOR = "Соколова Анна Ильинична", "Рябинин Игорь Олегович"
PAIR = "Рябинин И. О. → Соколова А. И."


@scene
async def matched(school: School, *, waiting: int = 1) -> None:
    """A mentee and a mentor have answered, the draft is on the coordinator's screen."""
    cast = school.cast
    await hands_in(school, cast.teacher, MENTEE)
    await offers(school, cast.colleague, MENTOR)
    await cast.coordinator.says("/pairs")
    await cast.coordinator.presses(f"Подобрать ({waiting})")


@scene
async def published(school: School, *, waiting: int = 1) -> None:
    coordinator = school.cast.coordinator
    await matched(school, waiting=waiting)
    await coordinator.presses("Опубликовать (1)")
    await coordinator.presses("Опубликовать (1)")


@scene
async def agreed(school: School, *, waiting: int = 1) -> None:
    """The mentor is asked on the day itself, the mentee the day after; both say yes."""
    cast = school.cast
    await published(school, waiting=waiting)
    await at(cast, 8, 14)
    await cast.colleague.presses("Посмотреть предложение")
    await cast.colleague.presses("Принять")
    await at(cast, 9, 14)
    await cast.teacher.presses("Посмотреть предложение")
    await cast.teacher.presses("Принять")
