"""The page of pictures knows the bot: every screen is on it, or it is said why not."""

from handlers.presses import Spot
from tests.screens.sections import ABSENT, PAGE, SECTIONS, section_of, shown

ABSENT_SPOTS = {spot.name for spots in ABSENT.values() for spot in spots}


def test_every_screen_of_the_bot_is_on_the_page_or_excused() -> None:
    """Red after a new spot: `make pictures` finds it, or `tests/screens/worlds.py` needs a story that leads to it."""
    assert {spot.name for spot in Spot} - shown() - ABSENT_SPOTS == set()


def test_nothing_on_the_page_is_excused_or_gone() -> None:
    assert shown() & ABSENT_SPOTS == set()
    assert shown() <= {spot.name for spot in Spot}


def test_every_screen_has_its_section() -> None:
    assert {section_of(spot) for spot in Spot} == set(SECTIONS)


def test_every_picture_of_the_page_is_there_and_the_page_is_light() -> None:
    pictures = list((PAGE.parent / "pictures").glob("screens-*.png"))
    assert pictures
    page = PAGE.read_text("utf-8")
    assert [each.name for each in pictures if f"](pictures/{each.name})" not in page] == []
    assert page.count("](pictures/screens-") == len(pictures)
    assert sum(each.stat().st_size for each in pictures) < 4_000_000
