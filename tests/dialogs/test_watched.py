"""Acts of one coordinator that the others hear of: in words, by whom, hourly, and never the one who did it."""

from datetime import UTC, datetime

from handlers.texts.watched import TITLE
from storage.vocabulary import Role
from tests.cast import Person
from tests.conftest import School
from tests.dialogs.announcing import announces
from tests.dialogs.requesting import hands_in
from tests.dialogs.test_approvals import deputy_of
from tests.scenes import scene

ANNA = "Соколова Анна Ильинична"


def told(person: Person) -> list[str]:
    return [message.text for message in person.messages if message.text.startswith(TITLE)]


async def at(school: School, hour: int, minute: int = 0, *, day: int = 8) -> None:
    """That day of September, at that time of Moscow."""
    school.cast.bot.clock.to(datetime(2026, 9, day, hour - 3, minute, tzinfo=UTC))
    await school.cast.coordinator.waits()


@scene
async def two(school: School) -> tuple[Person, Person]:
    """A coordinator and a deputy; what was said of the deputy's coming is an hour ago."""
    deputy = await deputy_of(school)
    await at(school, 14)
    return school.cast.coordinator, deputy


async def takes_role(school: School, by: Person, surname: str, role: str) -> None:
    await by.says(surname)
    await by.presses("Роль")
    await by.presses(f"Снять роль: {role}")
    await by.presses("Да, снять роль")


async def test_whoever_comes_with_rights_is_named_to_the_others(school: School) -> None:
    deputy = await deputy_of(school)
    (said,) = told(school.cast.coordinator)
    assert "Лугов П. А.: доступ с ролью: заместитель координатора" in said
    assert not told(deputy)


async def test_a_book_of_everybody_is_told_of_with_whoever_took_it(school: School) -> None:
    coordinator, deputy = await two(school)
    await hands_in(school, school.cast.teacher, ANNA)
    await deputy.says("/bank")
    await deputy.presses("Скачать Excel")
    await deputy.presses("Да, сделать файл")
    assert "Лугов П. А.: скачан банк запросов" in told(coordinator)[-1]
    assert "Соколова" not in told(coordinator)[-1]
    assert not told(deputy)


async def test_acts_of_an_hour_are_one_notice(school: School) -> None:
    coordinator, deputy = await two(school)
    await school.brings_in(school.cast.teacher, ANNA)
    before = len(told(coordinator))
    await announces(deputy)
    assert len(told(coordinator)) == before + 1
    assert "отправлено объявление, 2 получателя" in told(coordinator)[-1]
    await school.lists("Берёзова Ольга Львовна", "Гусева Лидия Павловна", role=Role.DIRECTOR)  # by the coordinator
    await takes_role(school, deputy, "Берёзова", "директор")
    await deputy.says("/people")
    await deputy.presses("Пригласить")
    await deputy.presses("Открыть ссылку")
    await at(school, 14, 59)
    assert len(told(coordinator)) == before + 1
    await at(school, 15, 1)
    assert len(told(coordinator)) == before + 2
    assert "снята роль: директор, Берёзова О. Л." in told(coordinator)[-1]
    assert "открыта ссылка для учительской" in told(coordinator)[-1]
    assert told(deputy)[-1].count("дана роль: директор") == 2


async def test_nobody_is_woken_by_night(school: School) -> None:
    coordinator, deputy = await two(school)
    before = len(told(coordinator))
    await at(school, 23)
    await deputy.says("/settings")
    await deputy.presses("Файлы с фамилиями")
    await deputy.presses_data("a:nstr:0:")
    await at(school, 23, 50)
    assert len(told(coordinator)) == before
    await at(school, 9, day=9)
    assert "Лугов П. А.: выключен закрытый режим" in told(coordinator)[-1]


async def test_what_was_erased_is_not_named(school: School) -> None:
    coordinator, deputy = await two(school)
    await school.lists(ANNA)
    await deputy.says("Соколова")
    await deputy.presses("Убрать из списка")
    await deputy.presses("Убрать из списка")
    assert "Лугов П. А.: уничтожены данные человека" in told(coordinator)[-1]
    assert "Соколова" not in told(coordinator)[-1]


async def test_an_account_in_the_place_of_a_lost_one_is_told_of(school: School) -> None:
    coordinator, deputy = await two(school)
    await school.brings_in(school.cast.teacher, ANNA)
    before = len(told(coordinator))
    await deputy.says("Соколова")
    await deputy.presses("Отключить аккаунт")
    await deputy.presses("Отключить аккаунт")
    assert len(told(coordinator)) == before + 1
    assert "Лугов П. А.: отключён аккаунт" in told(coordinator)[-1]


async def test_a_coordinator_of_another_time_hears_nothing_old(school: School) -> None:
    """Only what was done since the first act that was not told yet."""
    coordinator, deputy = await two(school)
    await school.brings_in(school.cast.teacher, ANNA)
    await announces(deputy)
    first = told(coordinator)[-1]
    await at(school, 16)
    await deputy.says("/people")
    await deputy.presses("Пригласить")
    await deputy.presses("Открыть ссылку")
    assert "объявление" in first
    assert "объявление" not in told(coordinator)[-1]
