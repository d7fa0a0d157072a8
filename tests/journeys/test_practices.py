"""J10-e: a card is promised, written, accepted, printed; then its author takes the permission back."""

from datetime import UTC, datetime
from io import BytesIO

from docx import Document

from tests.cast import Cast
from tests.conftest import School
from tests.dialogs.answered import handed_in
from tests.dialogs.practising import (
    ANNA,
    IGOR,
    NAMELESS,
    STAYS,
    TITLE,
    accepts,
    collects,
    opens_card,
    opens_desk,
    opens_library,
    opens_own,
    sends,
)
from tests.dialogs.test_promised_practices import SAID

OTHER = "Разговор у окна"


async def at(cast: Cast, month: int, day: int, hour: int) -> None:
    """Of 2027, five minutes past that hour of Moscow."""
    cast.bot.clock.to(datetime(2027, month, day, hour - 3, 5, tzinfo=UTC))
    await cast.bot.tick()


def printed(content: bytes | None) -> str:
    assert content is not None
    return "\n".join(each.text for each in Document(BytesIO(content)).paragraphs)


async def writes_what_was_promised(school: School) -> None:
    """The words of the survey stand in the card by a press; a question comes back, and an answer to it."""
    cast = school.cast
    teacher, coordinator = cast.teacher, cast.coordinator
    person_id = await school.brings_in(teacher, ANNA)
    await handed_in(school, person_id, "mon_end_mentor", {**SAID, "practice_text": "Меняемся тетрадями."})
    await opens_library(teacher)
    await teacher.presses("Мои карточки")
    await teacher.presses("Взять текст из анкеты", times=2)
    await teacher.says(TITLE)
    await teacher.presses("☐ Урок и методика")
    await teacher.presses("Готово (1)")
    for words in ("Всем", "Мало времени", "Стало легче"):
        await teacher.says(words)
    await teacher.presses("Пропустить")
    await teacher.presses("Да, с моим именем")
    await teacher.presses(STAYS)
    await teacher.presses("Отправить", times=2)
    await opens_desk(coordinator)
    await coordinator.presses(TITLE)
    await coordinator.presses("Вернуть с вопросом", times=2)
    await coordinator.says("Сколько минут?")
    await opens_own(teacher)
    await teacher.presses("Поправить")
    await teacher.presses("Результат")
    await teacher.says("Пять минут вместо двадцати")
    await teacher.presses("Отправить координатору", times=2)


async def is_accepted_named_and_printed(school: School) -> None:
    cast = school.cast
    coordinator = cast.coordinator
    await accepts(school)
    await school.brings_in(cast.colleague, IGOR)
    await sends(cast.colleague, OTHER, publish=NAMELESS)
    await accepts(school, OTHER)
    await opens_desk(coordinator)
    await coordinator.presses("Номинации")
    await coordinator.presses("Добавить: Просто и работает", times=2)
    await coordinator.presses(f"☐ {TITLE}", times=2)
    await coordinator.presses(f"☐ {OTHER}")
    text = printed(await collects(school))
    assert "Автор: Соколова А. И." in text
    assert "Рябинин" not in text
    assert f"Просто и работает\n– {TITLE} (Соколова А. И.)\n– {OTHER}" in text


async def test_an_author_revokes_after_the_collection_was_printed(journey_school: School) -> None:
    school, cast = journey_school, journey_school.cast
    teacher, coordinator = cast.teacher, cast.coordinator
    await at(cast, 5, 13, 15)
    await writes_what_was_promised(school)
    await is_accepted_named_and_printed(school)
    await at(cast, 5, 20, 15)
    await opens_card(cast.colleague)
    cast.colleague.sees("Автор: Соколова А. И.")
    await opens_own(teacher)
    await teacher.presses("Кто видит карточку")
    teacher.sees("уже есть в выданных сборниках", "13.05.2027, в нём 2 карточки")
    await teacher.presses("Не показывать", times=2)
    teacher.sees("карточку видят только автор и координатор")
    await at(cast, 5, 20, 16)
    coordinator.sees("больше не разрешает показывать её так, как она стоит в выданных сборниках")
    await coordinator.presses("Сборник")
    coordinator.sees("13.05.2027: 2 карточки, больше нельзя показывать так: 1", "без имени 1")
    text = printed(await collects(school))
    assert TITLE not in text
    assert f"Просто и работает\n– {OTHER}" in text
    await opens_library(cast.colleague)
    cast.colleague.sees("Внутри: 1 карточка")
    rows = "SELECT state || publish || stays FROM practice_card ORDER BY id"
    assert await cast.bot.fetch(str, rows) == ["acceptednever0", "acceptednameless0"]
    copies = "SELECT cards FROM practice_collection WHERE issued_at IS NOT NULL ORDER BY id"
    assert await cast.bot.fetch(int, copies) == [2, 1]
    assert coordinator.heard.count("больше не разрешает показывать") == 1
