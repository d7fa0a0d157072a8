"""«Пригласить»: the staff room's link and its poster, slips with personal links."""

from datetime import datetime

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from handlers.access import Coordinates, Does, Opens
from handlers.aside import put_aside
from handlers.effects import Button, Effects, Screen, column, with_head
from handlers.presses import Act, Deed, Spot, act, go
from handlers.settings_fields import field_button
from handlers.texts import common
from handlers.texts import invites as words
from handlers.texts import menu as labels
from mentoring import files, invitations, jobs
from mentoring.access import Actor, Member
from mentoring.invitations import Ways
from mentoring.jobs import Work
from mentoring.rules.tokens import CODE_LENGTH, shown_code
from mentoring.schools import Field
from storage.tx import Tx


def router() -> Router:
    invites = Router(name="invites")
    invites.callback_query.filter(Coordinates())
    invites.callback_query.middleware(put_aside)
    invites.callback_query.register(on_invites, Opens(Spot.INVITES))
    invites.callback_query.register(on_open, Does(Deed.STAFF_ROOM_OPEN))
    invites.callback_query.register(on_close, Does(Deed.STAFF_ROOM_CLOSE))
    invites.callback_query.register(on_poster, Does(Deed.POSTER))
    invites.callback_query.register(on_slips_ask, Opens(Spot.SLIPS))
    invites.callback_query.register(on_slips, Does(Deed.SLIPS))
    return invites


async def on_invites(_: Message | CallbackQuery, tx: Tx, member: Member, now: datetime) -> Effects:
    return await screen(tx, member, now)


async def screen(tx: Tx, member: Member, now: datetime) -> Screen:
    ways = await invitations.ways(tx, member, now)
    opening = act(words.OPEN_ANEW if ways.open_until else words.OPEN, Deed.STAFF_ROOM_OPEN)
    closing = [act(words.CLOSE, Deed.STAFF_ROOM_CLOSE)] if ways.open_until else []
    slips = [_slips_button(ways)] if ways.without_account else []
    address = [] if ways.address_known else [field_button(words.ADDRESS, Field.ADDRESS, Spot.INVITES)]
    back = (go(labels.PEOPLE, Spot.PEOPLE), go(common.MENU, Spot.MENU))
    return Screen(words.ways(ways, member.zone), column(*address, opening, *closing, *slips, *back))


async def on_open(_: CallbackQuery, tx: Tx, member: Member, now: datetime) -> Effects:
    """The one time that the link is readable: a message of its own, which no button changes; the poster's
    button carries it too, for we keep its digest only."""
    secret = await invitations.open_staff_room(tx, school_id=member.school_id, by=member.person_id, now=now)
    url = await files.link(tx, secret.token)
    until = secret.expires_at
    buttons = column(
        act(words.POSTER, Deed.POSTER, argument=secret.token + secret.code),
        act(words.CLOSE, Deed.STAFF_ROOM_CLOSE),
        go(words.TO_INVITES, Spot.INVITES),
        go(common.MENU, Spot.MENU),
    )
    invitation = words.invitation(member.school_name, url, shown_code(secret.code), until, member.zone)
    return [Screen(invitation, fresh=True), Screen(words.opened(until, member.zone), buttons, fresh=True)]


async def on_close(_: CallbackQuery, tx: Tx, member: Member, now: datetime) -> Effects:
    await invitations.close_staff_room(tx, school_id=member.school_id, by=member.person_id, now=now)
    return with_head(await screen(tx, member, now), words.closed())


async def on_poster(_: CallbackQuery, press: Act, tx: Tx, actor: Actor, member: Member, now: datetime) -> Effects:
    token, code = press.argument[:-CODE_LENGTH], press.argument[-CODE_LENGTH:]
    if not await invitations.still_opens(tx, member, token, now):
        return with_head(await screen(tx, member, now), words.link_closed())
    await jobs.order(tx, member, actor.external_id, Work.POSTER, now, token=token, code=code)
    return Screen(words.poster_ordered(), fresh=True, keep=True)


async def on_slips_ask(_: CallbackQuery, tx: Tx, member: Member, now: datetime) -> Effects:
    return await _ask_slips(tx, member, now)


async def on_slips(_: CallbackQuery, press: Act, tx: Tx, actor: Actor, member: Member, now: datetime) -> Effects:
    """Its id is how many living links the coordinator agreed to end: more of them are asked about first."""
    ways = await invitations.ways(tx, member, now)
    if not ways.without_account:
        return with_head(await screen(tx, member, now), words.nobody_left())
    if ways.living > press.id:
        return await _ask_slips(tx, member, now)
    await jobs.order(tx, member, actor.external_id, Work.SLIPS, now)
    return Screen(
        words.slips_ordered(ways.without_account),
        column(go(words.TO_INVITES, Spot.INVITES), go(common.MENU, Spot.MENU)),
    )


async def _ask_slips(tx: Tx, member: Member, now: datetime) -> Screen:
    ways = await invitations.ways(tx, member, now)
    return Screen(
        words.slips_ask(ways.without_account, ways.living),
        column(act(words.PRINT_SLIPS, Deed.SLIPS, ways.living), go(common.BACK, Spot.INVITES)),
    )


def _slips_button(ways: Ways) -> Button:
    """Asks first when printing ends links that were given."""
    label = words.slips(ways.without_account)
    return go(label, Spot.SLIPS) if ways.living else act(label, Deed.SLIPS)
