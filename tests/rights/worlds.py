"""The schools of the pictures, and those in which somebody is asked what no picture shows."""

from tests.conftest import School
from tests.dialogs.shelving import mentor
from tests.screens.worlds import COLLEAGUE, COORDINATOR, MENU, World
from tests.screens.worlds import WORLDS as PICTURED


async def _proposals(school: School) -> None:
    """A mentor has sent one material, and begun another."""
    await mentor(school)
    colleague = school.cast.colleague
    for number in (1, 2):
        await colleague.presses_data("a:matl:0:method")
        await colleague.says(f"https://example.org/{number}")
        await colleague.says(f"Материал {number}")
        if number == 1:
            await colleague.presses("Отправить координатору")


# The pictures' own come last where one of these has the better button.
WORLDS: tuple[World, ...] = (
    World("materials proposed", _proposals, {COLLEAGUE: (), COORDINATOR: MENU}),
    *PICTURED,
)
