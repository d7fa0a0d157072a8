"""The order on the regulation from the first question to its number, by a school's own template, over any crash."""

from tests.conftest import School
from tests.dialogs.test_document_templates import downloads, sends, with_words
from tests.dialogs.test_documents import FILE, fills, signs
from tests.dialogs.test_pair_orders import words_of


async def test_a_coordinator_makes_the_order_and_gives_it_its_number(journey_school: School) -> None:
    school, coordinator = journey_school, journey_school.cast.coordinator
    await sends(school, with_words(await downloads(school), "Приказ школы № 12:"))
    await coordinator.presses("Принять", times=2)
    await fills(school)
    await coordinator.presses("Номер и дата")
    await signs(school)
    coordinator.sees("Номер и дата записаны. В дорожной карте это дело отмечено сделанным.")
    await coordinator.presses("Собрать (Word)", times=2)
    text = words_of(coordinator.files[FILE])
    assert "Приказ школы № 12:" in text
    assert "07.09.2026\tМосква\t№ 57" in text
