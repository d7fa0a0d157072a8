"""The table of rights is whole: nothing of the bot is left out, nothing stands in it twice."""

from collections import Counter

from handlers.presses import Deed, Spot
from tests.rights.table import Who, every, name


def test_every_deed_and_every_screen_stands_in_one_group() -> None:
    listed = Counter(name(thing) for thing, _ in every())
    assert {*map(name, Deed), *map(name, Spot)} - listed.keys() == set(), "whose right is this?"
    assert [thing for thing, times in listed.items() if times > 1] == []


def test_everybody_has_some_right() -> None:
    assert {who for _, right in every() for who in right.who} == set(Who)
