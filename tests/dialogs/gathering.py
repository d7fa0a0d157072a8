"""A coordinator makes an event and invites to it in as few taps as it takes."""

from datetime import UTC, datetime

from tests.cast import Cast, Person
from tests.conftest import School
from tests.scenes import scene

ANNA, IGOR, OLGA = "Соколова Анна Ильинична", "Рябинин Игорь Олегович", "Берёзова Ольга Петровна"
SESSION, TABLE = "Установочная сессия наставников", "Круглый стол"


async def at(cast: Cast, month: int, day: int, hour: int, minute: int = 5) -> None:
    """At that minute of Moscow, in the school year 2026/2027."""
    year = 2026 if month >= 8 else 2027
    cast.bot.clock.to(datetime(year, month, day, hour - 3, minute, tzinfo=UTC))
    await cast.bot.tick()


async def makes(
    coordinator: Person,
    kind: str = SESSION,
    day: str = "17.09.2026",
    *,
    starts: str = "15:30",
    whom: str = "Все педагоги",
    places: str = "",
) -> None:
    """As far as the draft."""
    await coordinator.says("/menu")
    for label in ("Мероприятия", "Новое мероприятие", kind):
        await coordinator.presses(label)
    await coordinator.says(day)
    await coordinator.says(starts)
    await coordinator.says("Кабинет 12")
    await coordinator.presses(whom)
    await (coordinator.says(places) if places else coordinator.presses("Пропустить"))


async def invites(coordinator: Person) -> None:
    await coordinator.presses("К приглашению")
    await coordinator.presses("Пригласить")


@scene
async def three_teachers(school: School) -> None:
    """They have come, consented, and may be written to."""
    cast = school.cast
    for person, name in ((cast.teacher, ANNA), (cast.colleague, IGOR), (cast.newcomer, OLGA)):
        await school.brings_in(person, name)


@scene
async def invited(school: School, kind: str = SESSION, day: str = "17.09.2026", **about: str) -> None:
    """Three teachers, an event in nine days, and the invitations have come on the 8th in the window."""
    await three_teachers(school)
    await makes(school.cast.coordinator, kind, day, **about)
    await invites(school.cast.coordinator)
    await at(school.cast, 9, 8, 14)


async def opens(coordinator: Person, label: str = "17.09") -> None:
    await coordinator.says("/menu")
    await coordinator.presses("Мероприятия")
    await coordinator.presses(label)


def heard(person: Person, text: str) -> int:
    return person.heard.count(text)


@scene
async def held(school: School) -> None:
    """Anna and Igor have promised and were there; the day is over."""
    cast = school.cast
    await invited(school)
    await cast.teacher.presses("Буду")
    await cast.colleague.presses("Буду")
    await at(cast, 9, 17, 17)
    await opens(cast.coordinator)
    await cast.coordinator.presses("Отметить, кто был")
    await cast.coordinator.presses("Отметить всех, кто обещал", times=2)


@scene
async def decides(school: School, text: str = "Подготовить памятку", due: str = "25.09.2026") -> None:
    """Under the first item of the agenda; Anna is to do it."""
    coordinator = school.cast.coordinator
    await coordinator.presses("Протокол")
    await coordinator.presses("1. Роль и границы наставника")
    await coordinator.presses("Решили")
    await coordinator.says(text)
    await coordinator.says(due)
    await coordinator.presses("Соколова А. И.")
