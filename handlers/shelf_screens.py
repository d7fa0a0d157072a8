"""«Материалы» for everybody in the programme: areas, pages of one, what a search has found."""

from collections.abc import Sequence

from handlers.effects import Button, Rows, Screen, column
from handlers.pages import turns
from handlers.presses import Deed, Spot, act, go
from handlers.texts import common
from handlers.texts import materials as material_words
from handlers.texts import shelf as words
from mentoring import materials
from mentoring.access import Member
from mentoring.materials import Material
from storage.tx import Tx

PAGE = 6
MOST_OWN = 3
_MENU = go(common.MENU, Spot.MENU)


async def areas(tx: Tx, member: Member) -> Screen:
    """Only those that have something; whoever may propose sees their proposals too."""
    found = await materials.visible(tx, member)
    counts = {key: sum(key in each.areas for each in found) for key in materials.areas()}
    proposals = await _proposals(tx, member)
    if not found:
        asking = go(common.ASK_COORDINATOR, Spot.ASK)
        return Screen(words.nothing_yet(), column(*proposals, asking, _MENU))
    named = (go(words.area_label(key, many), Spot.SHELF_AREA, argument=key) for key, many in counts.items() if many)
    return Screen(words.areas(), column(*named, act(material_words.FIND, Deed.MATERIAL_FIND), *proposals, _MENU))


async def _proposals(tx: Tx, member: Member) -> list[Button]:
    own = (await materials.own_proposals(tx, member))[:MOST_OWN] if member.consented else ()
    listed = [go(words.own_label(each), Spot.MATERIAL, each.id) for each in own]
    may = not member.coordinates and await materials.may_propose(tx, member)
    return [*listed, *([go(words.PROPOSE, Spot.SHELF_PROPOSE)] if may else [])]


async def area(tx: Tx, member: Member, key: str, number: int) -> Screen:
    found = materials.in_areas(await materials.visible(tx, member), [key])
    if not found:
        return await areas(tx, member)
    shown, number, of_pages = _page(found, number)
    turned = turns(Spot.SHELF_AREA, 0, number, of_pages, argument=key)
    return Screen(words.of_area(key, shown, number, of_pages), _rows(shown, turned))


def topics(found: Sequence[Material], number: int, *, spot: Spot, id_: int = 0, back: Sequence[Button] = ()) -> Screen:
    """Of several areas at once: of one's own request, or of a pair."""
    shown, number, of_pages = _page(found, number)
    return Screen(words.of_topics(shown, number, of_pages), _rows(shown, turns(spot, id_, number, of_pages), back))


def found(typed: str, of: Sequence[Material]) -> Screen:
    """What a search has found; nothing has a way on too."""
    again = act(words.SEARCH_AGAIN, Deed.MATERIAL_FIND)
    if not of:
        return Screen(words.not_found(typed), column(again, go(words.TO_SHELF, Spot.SHELF), _MENU))
    shown = of[: materials.FOUND]
    return Screen(words.found(typed, shown, more=len(of) > len(shown)), _rows(shown, (), [again]))


def area_name(key: str) -> str:
    return material_words.area_label(key, 0)


def _page(of: Sequence[Material], number: int) -> tuple[Sequence[Material], int, int]:
    of_pages = max(1, -(-len(of) // PAGE))
    number = min(max(number, 0), of_pages - 1)
    return of[number * PAGE : (number + 1) * PAGE], number, of_pages


def _rows(shown: Sequence[Material], turned: Rows, back: Sequence[Button] = ()) -> Rows:
    return (
        *column(*(act(words.send_label(each), Deed.MATERIAL_SEND, each.id) for each in shown)),
        *turned,
        *column(*back, go(words.TO_SHELF, Spot.SHELF), _MENU),
    )
