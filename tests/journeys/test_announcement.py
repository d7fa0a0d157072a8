"""A coordinator writes to everybody: told plainly and with a crash around every update, nobody hears it twice."""

from datetime import UTC, datetime

from storage.vocabulary import Role
from tests.conftest import School
from tests.dialogs.announcing import HEAD, announces, drafts, heard
from tests.dialogs.planning import confirms_dates
from tests.dialogs.requesting import FACTS, begins

ANNA, IGOR, OLGA = "Соколова Анна Ильинична", "Рябинин Игорь Олегович", "Берёзова Ольга Петровна"


async def rings(school: School, day: int, hour: int = 15) -> None:
    """At five past the hour of that day of September, in Moscow."""
    school.cast.bot.clock.to(datetime(2026, 9, day, hour - 3, 5, tzinfo=UTC))
    await school.cast.bot.tick()


async def test_everybody_is_written_to_once_and_a_second_message_is_stopped(journey_school: School) -> None:
    school, cast = journey_school, journey_school.cast
    (deputy,) = await school.lists("Лугов Павел Сергеевич", role=Role.DEPUTY)
    await cast.deputy.starts((await school.invites(deputy)).token)
    await school.lets_in(deputy, cast.deputy)
    await cast.deputy.presses("Понятно")
    await begins(school, **FACTS)  # the teacher is in the middle of a dialog all the time
    for person, name in ((cast.colleague, IGOR), (cast.newcomer, OLGA)):
        await school.brings_in(person, name, **FACTS)
    await confirms_dates(cast.coordinator)
    await drafts(cast.coordinator, text="Педсовет в три")
    await cast.coordinator.presses("Изменить текст")
    await cast.coordinator.says("Педсовет в четыре")
    await cast.coordinator.presses("Отправить 4 людям", times=2)
    await rings(school, 8)
    await cast.newcomer.says("стоп")
    await cast.teacher.presses("Прочитал(а)", times=2)
    await cast.teacher.presses("Всё верно")
    await cast.colleague.presses("Прочитал(а)")
    await rings(school, 8, 16)
    await rings(school, 10)
    await rings(school, 11, 19)
    await announces(cast.deputy, text="Приходите в субботу")
    for label in ("Что с сообщением", "Остановить отправку", "Остановить отправку"):
        await cast.deputy.presses(label, times=2)
    cast.deputy.sees("Отправлено: 0 из 3", "Отправка остановлена")
    await rings(school, 14)
    everybody = (cast.teacher, cast.colleague, cast.newcomer, cast.deputy)
    assert [heard(person, "Педсовет в четыре") for person in everybody] == [1, 1, 1, 1]
    assert [heard(person, f"{HEAD}\n\nПриходите в субботу") for person in everybody] == [0, 0, 0, 0]
    await cast.coordinator.says("/write")
    await cast.coordinator.presses("Отправленные (2)")
    await cast.coordinator.presses("08.09 · Педсовет в четыре")
    cast.coordinator.sees("Отправлено: 4 из 4", "Прочитали: 2", "Кто не прочитал (2)")
    await cast.teacher.says("меню")
    await cast.teacher.presses("Продолжить запрос")
    cast.teacher.sees("Вы остановились")
