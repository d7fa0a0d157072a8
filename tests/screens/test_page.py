"""The page of pictures knows the bot: every screen is on it."""

from handlers.presses import Spot
from mentoring.notices import Notice
from tests.screens.sections import PAGE, SECTIONS, section_of, shown


def test_every_screen_of_the_bot_is_on_the_page_and_none_that_is_gone() -> None:
    """Red after a new spot: `make pictures` finds it, or `tests/screens/worlds.py` needs a story that leads to it."""
    assert shown("screens") == {spot.name for spot in Spot}


def test_everything_that_the_bot_says_on_its_own_is_on_the_page() -> None:
    """Red after a new kind of notice: a story of `tests/screens/worlds.py` must have it come."""
    assert shown("notices") == {kind.name for kind in Notice}


def test_every_screen_has_its_section() -> None:
    assert {section_of(spot) for spot in Spot} == set(SECTIONS)


def test_every_picture_of_the_page_is_there_and_the_page_is_light() -> None:
    pictures = list((PAGE.parent / "pictures").glob("screens-*.png"))
    assert pictures
    page = PAGE.read_text("utf-8")
    assert [each.name for each in pictures if f"](pictures/{each.name})" not in page] == []
    assert page.count("](pictures/screens-") == len(pictures)
    assert sum(each.stat().st_size for each in pictures) < 4_000_000
