"""A role on a person's card: what it opens, and taking it back."""

from datetime import datetime

from aiogram import Router
from aiogram.types import CallbackQuery

from handlers import cards, current, menus
from handlers.access import Coordinates, Does, Opens
from handlers.aside import put_aside
from handlers.effects import Effects, Screen, column, with_head
from handlers.presses import Act, Deed, Go, Spot, act, go
from handlers.texts import cards as card_words
from handlers.texts import common
from handlers.texts import roles as words
from mentoring import access, roles
from mentoring import cards as looked
from mentoring.access import Actor, Member
from mentoring.roles import TakenBack, Taking
from storage.tx import Tx
from storage.vocabulary import Role


def router() -> Router:
    role = Router(name="roles")
    role.callback_query.filter(Coordinates())
    role.callback_query.middleware(put_aside)
    role.callback_query.register(on_roles, Opens(Spot.PERSON_ROLES))
    role.callback_query.register(on_take_back, Does(Deed.TAKE_ROLE_BACK))
    return role


async def on_roles(_: CallbackQuery, press: Go, tx: Tx, member: Member) -> Effects:
    card = await looked.look(tx, member, press.id)
    if card is None or not card.rights:
        return await cards.screen(tx, member, press.id)
    return Screen(
        words.of_person(card_words.name(card), card.rights),
        column(
            *(act(words.take_back(role), Deed.TAKE_ROLE_BACK, press.id, role.value) for role in card.rights),
            go(common.BACK, Spot.PERSON, press.id),
        ),
    )


async def on_take_back(_: CallbackQuery, press: Act, tx: Tx, actor: Actor, member: Member, now: datetime) -> Effects:
    """The argument is the role, and how many coordinators were said to be left: asked first, and when it changed."""
    named, _dot, told = press.argument.partition(".")
    role = next((each for each in Role if each.value == named), Role.TEACHER)
    taking = await roles.look(tx, member, press.id, role)
    if isinstance(taking, Taking) and told != _mark(taking):
        return await _ask(tx, member, press.id, taking)
    match await roles.take_back(tx, member, press.id, role, now):
        case TakenBack.LAST:
            return with_head(await cards.screen(tx, member, press.id), words.last())
        case TakenBack.NOTHING:
            return with_head(await cards.screen(tx, member, press.id), words.nothing())
        case TakenBack.DONE if press.id == member.person_id:
            renewed = await access.actor(tx, actor.external_id)
            shown = with_head(await current.where_am_i(tx, renewed, now), words.taken_back(role))
            return [menus.commands(renewed), *shown]
        case _:
            return with_head(await cards.screen(tx, member, press.id), words.taken_back(role))


async def _ask(tx: Tx, member: Member, person_id: int, of: Taking) -> Effects:
    card = await looked.look(tx, member, person_id)
    if card is None:
        return await cards.screen(tx, member, person_id)
    return Screen(
        words.take_back_ask(card_words.name(card), of, own=card.is_own),
        column(
            act(words.TAKE_BACK_YES, Deed.TAKE_ROLE_BACK, person_id, f"{of.role}.{_mark(of)}"),
            go(common.BACK, Spot.PERSON_ROLES, person_id),
        ),
    )


def _mark(of: Taking) -> str:
    return "x" if of.left is None else str(of.left)
