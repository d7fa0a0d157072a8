"""A person's card and what is done from it: a link, the consent's sheet, a lost account."""

from collections.abc import Iterator
from datetime import datetime

from aiogram import Router
from aiogram.types import CallbackQuery

from handlers.access import Coordinates, Does, Opens
from handlers.aside import put_aside
from handlers.effects import Button, Effects, Screen, column, with_head
from handlers.presses import Act, Deed, Go, Spot, act, go, number
from handlers.texts import by_hand as hand_words
from handlers.texts import cards as words
from handlers.texts import common
from handlers.texts import honours as honour_words
from handlers.texts import invites as invite_words
from handlers.texts import leaving as leaving_words
from handlers.texts import menu as labels
from handlers.texts import people as people_words
from handlers.texts import roles as role_words
from handlers.texts import today as today_words
from mentoring import cards, consent, entrance, erasure, files, invitations, people
from mentoring.access import Actor, Member
from mentoring.cards import Card
from mentoring.documents import consent_pd, sheets
from mentoring.invitations import Secret
from mentoring.paper_entry import FORMS, Way
from mentoring.requests import FORM as REQUEST
from mentoring.rules.readiness import FORM as MENTORING
from mentoring.rules.tokens import shown_code
from storage.tx import Tx
from storage.vocabulary import RunState


def router() -> Router:
    card = Router(name="cards")
    card.callback_query.filter(Coordinates())
    card.callback_query.middleware(put_aside)
    card.callback_query.register(on_card, Opens(Spot.PERSON))
    card.callback_query.register(on_link, Does(Deed.INVITE))
    card.callback_query.register(on_form, Does(Deed.PERSON_FORM))
    card.callback_query.register(on_second_try_seen, Does(Deed.SECOND_TRY_SEEN))
    card.callback_query.register(on_disconnect_ask, Opens(Spot.PERSON_DISCONNECT))
    card.callback_query.register(on_disconnect, Does(Deed.DISCONNECT))
    card.callback_query.register(on_remove_ask, Opens(Spot.PERSON_REMOVE))
    card.callback_query.register(on_remove, Does(Deed.REMOVE))
    card.callback_query.register(on_withdraw_ask, Opens(Spot.PERSON_WITHDRAW))
    card.callback_query.register(on_withdraw, Does(Deed.PAPER_WITHDRAW))
    return card


async def on_card(_: CallbackQuery, press: Go, tx: Tx, member: Member) -> Effects:
    return await screen(tx, member, press.id, press.page)


async def screen(tx: Tx, member: Member, person_id: int, page: int = 0) -> Screen:
    """`page` is where the list goes back to."""
    card = await cards.look(tx, member, person_id)
    if card is None:
        return gone()
    back = column(go(words.TO_LIST, Spot.PEOPLE, 0, page), go(common.MENU, Spot.MENU))
    return Screen(words.card(card, member.zone), (*column(*_acts(card)), *back))


def gone() -> Screen:
    return Screen(people_words.gone(), column(go(labels.PEOPLE, Spot.PEOPLE), go(common.MENU, Spot.MENU)))


async def on_link(_: CallbackQuery, press: Act, tx: Tx, member: Member, now: datetime) -> Effects:
    """A fresh one each time; the one before it dies."""
    secret = await invitations.invite(tx, member, press.id, now)
    if secret is None:
        return with_head(await screen(tx, member, press.id), words.no_link())
    return await _link(tx, member, press.id, secret)


async def on_form(_: CallbackQuery, press: Act, tx: Tx, actor: Actor, member: Member, now: datetime) -> Effects:
    """One person's sheet to be signed."""
    card = await cards.look(tx, member, press.id)
    if card is None:
        return gone()
    kind = await consent_pd.kind_for(tx, member.school_id, press.id)
    await sheets.order(tx, member, actor.external_id, kind, now, str(press.id))
    return with_head(await screen(tx, member, press.id), words.form_ordered())


async def on_second_try_seen(_: CallbackQuery, press: Act, tx: Tx, member: Member) -> Effects:
    await entrance.acknowledge_second_try(tx, member, press.id)
    return await screen(tx, member, press.id)


async def on_disconnect_ask(_: CallbackQuery, press: Go, tx: Tx, member: Member) -> Effects:
    card = await cards.look(tx, member, press.id)
    if card is None:
        return gone()
    if card.is_own or card.person.account_id is None:
        return with_head(await screen(tx, member, press.id), words.nothing_to_disconnect())
    return Screen(
        words.disconnect_ask(words.name(card)),
        column(
            act(words.DISCONNECT, Deed.DISCONNECT, press.id, str(card.person.account_id)),
            go(common.BACK, Spot.PERSON, press.id),
        ),
    )


async def on_disconnect(_: CallbackQuery, press: Act, tx: Tx, member: Member, now: datetime) -> Effects:
    """The account that was asked about is out at once; the new link is on the same screen."""
    done = await people.disconnect(tx, member, press.id, now, account_id=number(press.argument))
    secret = await invitations.invite(tx, member, press.id, now) if done else None
    if secret is None:
        return with_head(await screen(tx, member, press.id), words.nothing_to_disconnect())
    return await _link(tx, member, press.id, secret, f"{words.disconnected()} ")


async def on_remove_ask(_: CallbackQuery, press: Go, tx: Tx, member: Member) -> Effects:
    card = await cards.look(tx, member, press.id)
    if card is None:
        return gone()
    if not card.may_remove:
        return with_head(await screen(tx, member, press.id), words.not_to_be_removed())
    return Screen(
        words.remove_ask(words.name(card)),
        column(act(words.REMOVE, Deed.REMOVE, press.id), go(common.BACK, Spot.PERSON, press.id)),
    )


async def on_remove(_: CallbackQuery, press: Act, tx: Tx, member: Member, now: datetime) -> Effects:
    if not await erasure.remove(tx, member, press.id, now):
        return with_head(await screen(tx, member, press.id), words.not_to_be_removed())
    return Screen(words.removed(), column(go(words.TO_LIST, Spot.PEOPLE), go(common.MENU, Spot.MENU)))


async def on_withdraw_ask(_: CallbackQuery, press: Go, tx: Tx, member: Member) -> Effects:
    """Consent may be taken back by a written application too."""
    card = await cards.look(tx, member, press.id)
    if card is None:
        return gone()
    if not card.may_withdraw:
        return with_head(await screen(tx, member, press.id), words.nothing_to_withdraw())
    return Screen(
        words.withdraw_ask(words.name(card)),
        column(act(words.WITHDRAWN_YES, Deed.PAPER_WITHDRAW, press.id), go(common.BACK, Spot.PERSON, press.id)),
    )


async def on_withdraw(_: CallbackQuery, press: Act, tx: Tx, member: Member, now: datetime) -> Effects:
    receipt = await consent.withdraw_on_paper(tx, member, press.id, now)
    text = words.withdrawn(receipt.withdrawn_on, receipt.destroyed_by) if receipt else words.nothing_to_withdraw()
    return with_head(await screen(tx, member, press.id), text)


async def _link(tx: Tx, member: Member, person_id: int, secret: Secret, done: str = "") -> Effects:
    """The invitation is a message of its own, to be forwarded: no button changes it away."""
    card = await cards.look(tx, member, person_id)
    if card is None:
        return gone()
    url = await files.link(tx, secret.token)
    who, code, until = words.name(card), shown_code(secret.code), secret.expires_at
    buttons = column(
        act(words.NEW_LINK, Deed.INVITE, person_id),
        go(words.TO_CARD, Spot.PERSON, person_id),
        go(common.MENU, Spot.MENU),
    )
    invitation = invite_words.personal(who, member.school_name, url, code, until, member.zone)
    return [Screen(invitation, fresh=True), Screen(done + words.link_given(who), buttons, fresh=True)]


def _acts(card: Card) -> list[Button]:
    """Only what can be done with this person now."""
    person = card.person
    if card.has_left:
        return [
            act(leaving_words.BACK_AGAIN, Deed.PERSON_BACK, person.id),
            go(leaving_words.ERASE_NOW, Spot.ERASURE, person.id),
        ]
    if person.erase_by is not None:
        return [go(today_words.ERASURES, Spot.ERASURES)]
    inside = person.account_id is not None
    offered = (
        (card.second_try, act(common.UNDERSTOOD, Deed.SECOND_TRY_SEEN, person.id)),
        (card.may_be_me, act(people_words.IT_IS_ME, Deed.IT_IS_ME, person.id)),
        (card.request_id is not None, go(words.OPEN_REQUEST, Spot.BANK_ENTRY, card.request_id or 0)),
        (card.mentoring.state is RunState.SUBMITTED, go(words.OPEN_MENTOR, Spot.MENTOR, card.mentoring.run_id)),
        (card.has_worked, go(honour_words.TITLE, Spot.HONOUR, person.id)),
        (not inside, act(words.LINK, Deed.INVITE, person.id)),
        (True, go(hand_words.TITLE, Spot.BY_HAND_MENTOR, person.id)),
        *((True, each) for each in _from_paper(card)),
        (True, act(words.PRINT_FORM, Deed.PERSON_FORM, person.id)),
        (bool(card.rights), go(role_words.CHANGE, Spot.PERSON_ROLES, person.id)),
        (inside and not card.is_own, go(words.DISCONNECT, Spot.PERSON_DISCONNECT, person.id)),
        (not card.is_own, go(leaving_words.LEAVES, Spot.PERSON_LEAVES, person.id)),
        (card.may_remove, go(words.REMOVE, Spot.PERSON_REMOVE, person.id)),
        (card.may_withdraw, go(words.WITHDRAWN, Spot.PERSON_WITHDRAW, person.id)),
    )
    return [each for holds, each in offered if holds]


def _from_paper(card: Card) -> Iterator[Button]:
    """Each questionnaire that a coordinator may enter for this person, or correct."""
    for way, place, enter, correct in (
        (card.paper, FORMS.index(REQUEST), words.FROM_PAPER, words.CORRECT_PAPER),
        (card.mentor_paper, FORMS.index(MENTORING), words.MENTOR_FROM_PAPER, words.CORRECT_MENTOR_PAPER),
    ):
        if way is not Way.CLOSED:
            yield go(correct if way is Way.SENT else enter, Spot.PERSON_PAPER, card.person.id, place)
