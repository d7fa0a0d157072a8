"""«Картинкой» and «Скачать Excel»: results as files, with what may leave in each of them."""

from io import BytesIO

import pytest
from openpyxl import load_workbook

from sandbox.world.faults import Fault, FaultKind
from tests.cast import Cast
from tests.conftest import School, set_up_school
from tests.dialogs.requesting import hands_in
from tests.dialogs.test_results import exports, makes_strict
from tests.dialogs.test_tallies import ANNA, BOOK, keeps, opens

PNG = b"\x89PNG\r\n\x1a\n"


async def test_private_answers_are_in_the_workbook_only(school: School) -> None:
    cast = school.cast
    await hands_in(school, cast.teacher, ANNA)
    await keeps(school, ANNA, has_wish=True, wish="Громова Л. С.", rather_not="Лугов П. И.")
    await opens(cast.coordinator)
    while "Ещё ▶" in cast.coordinator.buttons:
        await cast.coordinator.presses("Картинкой")
        await cast.coordinator.presses("К результатам")
        await cast.coordinator.presses("Ещё ▶")
    assert "Личных вопросов: 2. Ответы на них только в таблице Excel." in cast.coordinator.screen.text
    await cast.coordinator.presses("Картинкой")
    await cast.coordinator.presses("К результатам")
    cast.coordinator.was_never_told("Громова", "Лугов", "С кем не хотел(а) бы работать")
    await cast.coordinator.presses("Скачать Excel")
    book = load_workbook(BytesIO(cast.coordinator.files[BOOK]))
    cells = {sheet.title: {str(cell) for row in sheet.iter_rows(values_only=True) for cell in row} for sheet in book}
    assert {title for title, found in cells.items() if found & {"Громова Л. С.", "Лугов П. И."}} == {
        "Личное (только координатору)"
    }


async def test_a_page_comes_as_a_picture_with_the_same_counts_in_words(school: School) -> None:
    cast = school.cast
    await hands_in(school, cast.teacher, ANNA)
    await opens(cast.coordinator)
    await cast.coordinator.presses("Ещё ▶")
    await cast.coordinator.presses("Картинкой", times=2)
    cast.coordinator.sees("Картинка придёт отдельным сообщением")
    (photo,) = [message for message in cast.coordinator.messages if message.document]
    assert photo.media is not None
    assert "photo" in photo.media
    assert photo.document is not None
    assert photo.document.content.startswith(PNG)
    assert "3. Педагогический стаж\n4–10 лет — 1 (100 %). Ответили: 1." in photo.text
    assert len(photo.text) <= 1024
    assert exports(school) == []
    await cast.coordinator.presses("К результатам")
    cast.coordinator.sees("3. Педагогический стаж")


async def test_the_workbook_goes_into_the_journal_and_in_a_strict_school_into_the_folder(school: School) -> None:
    cast = school.cast
    await hands_in(school, cast.teacher, ANNA)
    await makes_strict(school)
    await opens(cast.coordinator)
    await cast.coordinator.presses("Картинкой")
    await cast.coordinator.presses("К результатам")
    await cast.coordinator.presses("Скачать Excel")
    cast.coordinator.sees("в папке exports на сервере")
    assert list(cast.coordinator.files) == ["Результаты.png"]  # it names nobody
    (file,) = exports(school)
    assert "Соколова" in str(list(load_workbook(file)["Ответы, версия 1"].values))
    noted = await cast.bot.fetch(str, "SELECT act FROM journal WHERE act LIKE 'export.%'")
    assert noted == ["export.tally_book"]


async def test_a_picture_that_cannot_be_made_can_be_ordered_again(
    school: School, monkeypatch: pytest.MonkeyPatch
) -> None:
    cast = school.cast
    await hands_in(school, cast.teacher, ANNA)
    cast.bot.forgives("job 1 (tally_chart) failed")
    await opens(cast.coordinator)
    with monkeypatch.context() as broken:
        broken.setattr("mentoring.papers.tally_chart.build", None)
        await cast.coordinator.presses("Картинкой")
    cast.coordinator.sees("Не получилось подготовить файл")
    await cast.coordinator.presses("Попробовать ещё раз")
    await cast.coordinator.presses("Картинкой")
    assert "Результаты.png" in cast.coordinator.files


async def test_a_picture_that_could_not_be_sent_does_not_stay_on_the_server(school: School) -> None:
    cast = school.cast
    await hands_in(school, cast.teacher, ANNA)
    cast.bot.world.faults.add(Fault(kind=FaultKind.REFUSE, method="sendPhoto", times=None, code=400))
    cast.bot.forgives("ALARM: a message could not be sent")
    await opens(cast.coordinator)
    await cast.coordinator.presses("Картинкой")
    assert exports(school) == []


async def test_results_survive_a_crash_around_every_step(journey: Cast) -> None:
    school = await set_up_school(journey)
    coordinator = journey.coordinator
    await hands_in(school, journey.teacher, ANNA)
    await opens(coordinator)
    await coordinator.presses("Картинкой")
    await coordinator.presses("К результатам")
    await coordinator.presses("Скачать Excel")
    assert set(coordinator.files) == {"Результаты.png", BOOK}
