"""Materials as they are kept, drawn alike after a press, a link and a file: lists, one of them, proposals."""

from collections.abc import Mapping
from typing import Any

from handlers import shelf_screens
from handlers.effects import Button, Effects, Screen, column, with_head
from handlers.pages import turns
from handlers.presses import Deed, Spot, act, go
from handlers.texts import common
from handlers.texts import materials as words
from handlers.texts import queue as queue_words
from handlers.texts import shelf as shelf_words
from mentoring import materials
from mentoring.access import Member
from mentoring.materials import Material
from mentoring.rules.materials import Refusal
from storage.tx import Tx
from storage.vocabulary.pairs import MaterialAudience, MaterialState

PAGE = 6
_MENU = go(common.MENU, Spot.MENU)


async def areas(tx: Tx, member: Member) -> Screen:
    found = await materials.of_school(tx, member)
    counts = {key: sum(key in each.areas for each in found) for key in materials.areas()}
    waiting = len(await materials.waiting(tx, member))
    return Screen(
        words.areas(found),
        column(
            *([go(words.proposed_label(waiting), Spot.MATERIALS_PROPOSED)] if waiting else []),
            *(go(words.area_label(key, many), Spot.MATERIALS_AREA, argument=key) for key, many in counts.items()),
            *([act(words.FIND, Deed.MATERIAL_FIND)] if found else []),
            go(queue_words.TO_QUEUE, Spot.QUEUE),
            _MENU,
        ),
    )


async def area(tx: Tx, member: Member, key: str, number: int = 0) -> Screen:
    """One that is none of ours shows them all."""
    if key not in materials.areas():
        return await areas(tx, member)
    everything = await materials.of_school(tx, member)
    found = [each for each in everything if key in each.areas]
    of_pages = max(1, -(-len(found) // PAGE))
    number = min(max(number, 0), of_pages - 1)
    shown = found[number * PAGE : (number + 1) * PAGE]
    full = materials.is_full(everything, key)
    return Screen(
        words.of_area(key, shown, number, of_pages, full=full),
        (
            *column(*([] if full else _adding(key, words.ADD_LINK, words.ADD_FILE))),
            *column(*(go(words.label(each), Spot.MATERIAL, each.id) for each in shown)),
            *turns(Spot.MATERIALS_AREA, 0, number, of_pages, argument=key),
            *column(go(words.TO_AREAS, Spot.MATERIALS), _MENU),
        ),
    )


async def propose(tx: Tx, member: Member, key: str) -> Screen:
    """A mentor chooses the area, then what to send."""
    back = (go(shelf_words.TO_SHELF, Spot.SHELF), _MENU)
    if not await materials.may_propose(tx, member):
        return Screen(shelf_words.may_not_propose(), column(go(common.ASK_COORDINATOR, Spot.ASK), *back))
    if key not in materials.areas():
        named = (go(shelf_screens.area_name(each), Spot.SHELF_PROPOSE, argument=each) for each in materials.areas())
        return Screen(shelf_words.choose_area(), column(*named, *back))
    return Screen(shelf_words.choose_kind(key), column(*_adding(key, words.PROPOSE_LINK, words.PROPOSE_FILE), *back))


def _adding(key: str, link: str, file: str) -> list[Button]:
    return [act(link, Deed.MATERIAL_LINK, argument=key), act(file, Deed.MATERIAL_FILE, argument=key)]


async def start(tx: Tx, member: Member, key: str) -> Screen:
    """From where a link or a file is added: the coordinator's list, or a mentor's choice."""
    return await (area(tx, member, key) if member.coordinates else propose(tx, member, key))


async def card(tx: Tx, member: Member, material_id: int) -> Screen:
    found = await materials.one(tx, member, material_id)
    if found is None:
        return await gone(tx, member)
    text = words.card(found, await _author(tx, member, found))
    return Screen(text, column(*await _acts(tx, member, found), _back(member, found), _MENU))


async def _author(tx: Tx, member: Member, of: Material) -> str:
    """Only of what the coordinator is to answer: what was accepted is the school's."""
    if not member.coordinates or of.state is not MaterialState.PROPOSED:
        return ""
    return next((each.full_name for each in await materials.waiting(tx, member) if each.id == of.id), "")


async def _acts(tx: Tx, member: Member, of: Material) -> list[Button]:
    """Only what this person may do with it now."""
    own, decides = of.author_id == member.person_id, member.coordinates and of.state is MaterialState.PROPOSED
    changes = await materials.may_change(tx, member, of.id) is not None
    others = [each for each in MaterialAudience if each is not of.audience]
    offered = (
        (own and of.state is MaterialState.DRAFT, act(words.SUBMIT, Deed.MATERIAL_SUBMIT, of.id)),
        (decides, act(words.TAKE, Deed.MATERIAL_TAKE, of.id)),
        (decides, act(words.DECLINE, Deed.MATERIAL_DECLINE, of.id)),
        (True, act(words.SEND, Deed.MATERIAL_SEND, of.id)),
        (changes, act(words.PURPOSE, Deed.MATERIAL_PURPOSE, of.id)),
        *((changes, act(words.audience_label(each), Deed.MATERIAL_AUDIENCE, of.id, each)) for each in others),
        (changes, go(words.AREAS, Spot.MATERIAL_AREAS, of.id)),
        (changes, act(words.RENAME, Deed.MATERIAL_TITLE, of.id)),
        (changes or own, go(words.REMOVE, Spot.MATERIAL_DROP, of.id)),
    )
    return [each for holds, each in offered if holds]


def _back(member: Member, of: Material) -> Button:
    if not member.coordinates:
        return go(shelf_words.TO_SHELF, Spot.SHELF)
    if of.state is MaterialState.PROPOSED:
        return go(words.proposed_label(0).partition(" (")[0], Spot.MATERIALS_PROPOSED)
    return go(words.TO_AREAS, Spot.MATERIALS_AREA, argument=of.areas[0])


async def ticks(tx: Tx, member: Member, material_id: int) -> Screen:
    found = await materials.may_change(tx, member, material_id)
    if found is None:
        return await gone(tx, member)
    ticked = (
        act(
            words.tick_label(key, chosen=key in found.areas),
            Deed.MATERIAL_AREA_OUT if key in found.areas else Deed.MATERIAL_AREA_IN,
            found.id,
            key,
        )
        for key in materials.areas()
    )
    return Screen(words.ticks(found), column(*ticked, go(words.TO_CARD, Spot.MATERIAL, found.id)))


async def drop_ask(tx: Tx, member: Member, material_id: int) -> Screen:
    found = await materials.one(tx, member, material_id)
    if found is None:
        return await gone(tx, member)
    remove = act(words.REMOVE, Deed.MATERIAL_REMOVE, found.id)
    return Screen(words.drop_ask(found), column(remove, go(common.BACK, Spot.MATERIAL, found.id)))


async def proposed(tx: Tx, member: Member) -> Screen:
    found = await materials.waiting(tx, member)
    shown = found[:PAGE]
    return Screen(
        words.proposed(shown, len(found)),
        column(
            *(go(words.proposed_one_label(each), Spot.MATERIAL, each.id) for each in shown),
            go(words.TO_AREAS, Spot.MATERIALS),
            _MENU,
        ),
    )


async def gone(tx: Tx, member: Member) -> Screen:
    shown = await (areas(tx, member) if member.coordinates else shelf_screens.areas(tx, member))
    return Screen(f"{words.gone()}\n\n{shown.text}", shown.buttons)


async def after_adding(tx: Tx, member: Member, key: str, added: materials.Added) -> Effects:
    """The card of what was added, to say more of it; else why it was not, where one can try again."""
    if added.id is None:
        return with_head(await start(tx, member, key), words.added(added, MaterialState.KEPT))
    state = MaterialState.KEPT if member.coordinates else MaterialState.DRAFT
    return with_head(await card(tx, member, added.id), words.added(added, state))


def refused(key: str, of: Refusal | None, *, too_large: bool = False) -> Screen:
    """Why a file is not kept; another one is a press away."""
    text = words.too_large() if too_large else words.refused(of) if of else words.not_read()
    again = act(words.AGAIN, Deed.MATERIAL_FILE, argument=key)
    return Screen(text, column(again, act(words.ADD_LINK, Deed.MATERIAL_LINK, argument=key), _MENU))


def refusal_in(value: Mapping[str, Any]) -> Refusal | None:
    """What the worker has found, back out of its row."""
    return Refusal(value["refusal"]) if value["refusal"] else None
