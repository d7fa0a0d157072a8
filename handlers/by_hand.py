"""A pair by hand in four taps, a further mentor of a pair, a mentor for a group: where one stands is in the buttons."""

from datetime import datetime

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from handlers import by_hand_screens as screens
from handlers import current, pair_screens
from handlers.access import Coordinates, Does, Opens, Says
from handlers.aside import put_aside
from handlers.effects import Effects, Screen, column, with_head
from handlers.presses import Act, Deed, Go, Spot, act, go, number
from handlers.texts import by_hand as words
from handlers.texts import common
from handlers.texts import pair_drafts as draft_words
from handlers.texts import pairs as pair_words
from mentoring import by_hand, filling, offers, pair_choices, pair_drafts, pairs, people, second_mentors
from mentoring.access import Actor, Member
from mentoring.rules.matching import Pair
from storage.tx import Tx


def router() -> Router:
    hand = Router(name="by_hand")
    hand.message.filter(Coordinates())
    hand.callback_query.filter(Coordinates())
    hand.message.middleware(put_aside)
    hand.callback_query.middleware(put_aside)
    hand.message.register(on_mentees, Says(words.TITLE))
    hand.callback_query.register(on_mentees, Opens(Spot.PAIR_BY_HAND))
    hand.callback_query.register(on_mentors, Opens(Spot.BY_HAND_MENTOR))
    hand.callback_query.register(on_how, Opens(Spot.BY_HAND_HOW))
    hand.callback_query.register(on_make, Does(Deed.BY_HAND_ASK, Deed.BY_HAND_AGREED))
    hand.callback_query.register(on_order, Does(Deed.BY_HAND_ORDERED))
    hand.callback_query.register(on_why, Does(Deed.PAIR_WHY))
    hand.callback_query.register(on_second_ask, Opens(Spot.PAIR_SECOND))
    hand.callback_query.register(on_second, Does(Deed.PAIR_SECOND))
    hand.callback_query.register(on_group_ask, Opens(Spot.PAIR_GROUP_MENTOR))
    hand.callback_query.register(on_group, Does(Deed.PAIR_GROUP_WITH))
    return hand


async def on_mentees(
    _: Message | CallbackQuery, tx: Tx, member: Member, now: datetime, press: Go | None = None
) -> Effects:
    found = await pair_choices.mentees(tx, member, press.page if press else 0, now)
    people = screens.buttons(found, lambda name, each: go(words.mentee_label(name, each), Spot.BY_HAND_MENTOR, each.id))
    return Screen(
        words.mentees(found),
        (
            *column(*people),
            *screens.turned(found, Spot.PAIR_BY_HAND),
            *column(go(pair_words.TO_BOARD, Spot.PAIRS), go(common.MENU, Spot.MENU)),
        ),
    )


async def on_mentors(_: CallbackQuery, press: Go, tx: Tx, member: Member, now: datetime) -> Effects:
    mentee = await people.card(tx, member, press.id)
    if mentee is None or mentee[0].erase_by is not None:
        return screens.nobody()
    found = await pair_choices.mentors(tx, member, press.id, press.page, now)
    listed = screens.buttons(
        found,
        lambda name, each: go(words.mentor_label(name, each), Spot.BY_HAND_HOW, press.id, argument=str(each.id)),
    )
    return Screen(
        words.mentors(mentee[0].full_name, found),
        (
            *column(*listed),
            *screens.turned(found, Spot.BY_HAND_MENTOR, press.id),
            *column(
                go(common.BACK, Spot.PAIR_BY_HAND),
                go(pair_words.TO_BOARD, Spot.PAIRS),
                go(common.MENU, Spot.MENU),
            ),
        ),
    )


async def on_how(_: CallbackQuery, press: Go, tx: Tx, member: Member, now: datetime) -> Effects:
    return await screens.how(tx, member, Pair(press.id, number(press.argument) or 0), now)


async def on_make(_: CallbackQuery, press: Act, tx: Tx, member: Member, now: datetime) -> Effects:
    of = Pair(press.id, number(press.argument) or 0)
    if press.deed is Deed.BY_HAND_AGREED:
        return await screens.made(tx, member, await by_hand.agree(tx, member, of, now), words.agreed(), now)
    made = await by_hand.ask(tx, member, of, now)
    name = await offers.name_of(tx, member, of.mentor_id)
    return await screens.made(tx, member, made, words.asked(name), now)


async def on_order(_: CallbackQuery, press: Act, tx: Tx, actor: Actor, member: Member, now: datetime) -> Effects:
    """Whether they may be a pair is looked at once more when the number is there."""
    of = Pair(press.id, number(press.argument) or 0)
    idea = await by_hand.look(tx, member, of, now)
    if idea is None or idea.already is not None:
        return await screens.how(tx, member, of, now)
    about = {"mentee": of.mentee_id, "mentor": of.mentor_id}
    return await current.draw(tx, actor, await filling.begin(tx, actor, by_hand.ORDER_FORM, now=now, about=about), now)


async def on_why(_: CallbackQuery, press: Act, tx: Tx, actor: Actor, member: Member, now: datetime) -> Effects:
    if await pairs.read(tx, member.school_id, press.id) is None:
        return await pair_screens.screen(tx, member, press.id, now)
    about = {"pair": press.id}
    return await current.draw(tx, actor, await filling.begin(tx, actor, by_hand.WHY_FORM, now=now, about=about), now)


async def on_second_ask(_: CallbackQuery, press: Go, tx: Tx, member: Member, now: datetime) -> Effects:
    pair = await pairs.read(tx, member.school_id, press.id)
    found = await pair_choices.further_mentors(tx, member, press.id, press.page, now)
    if pair is None or found is None:
        return await pair_screens.screen(tx, member, press.id, now)
    listed = screens.buttons(
        found, lambda name, each: act(words.mentor_label(name, each), Deed.PAIR_SECOND, press.id, str(each.id))
    )
    return Screen(
        pair_words.second_ask(pair) if listed else pair_words.nobody_to_ask(),
        (
            *column(*listed),
            *screens.turned(found, Spot.PAIR_SECOND, press.id),
            *column(go(common.BACK, Spot.PAIR, press.id)),
        ),
    )


async def on_second(_: CallbackQuery, press: Act, tx: Tx, member: Member, now: datetime) -> Effects:
    whom = number(press.argument) or 0
    asked = await second_mentors.ask(tx, member, press.id, whom, now)
    said = pair_words.second_asked(await offers.name_of(tx, member, whom)) if asked else pair_words.not_asked()
    return with_head(await pair_screens.screen(tx, member, press.id, now), said)


async def on_group_ask(_: CallbackQuery, press: Go, tx: Tx, member: Member, now: datetime) -> Effects:
    """The argument is the place of the idea in the draft of this number."""
    draft, at = await pair_drafts.look(tx, member, now), number(press.argument)
    idea = draft.ideas.get(at) if draft and draft.number == press.id and at is not None else None
    if idea is None:
        return Screen(draft_words.no_draft(), column(go(draft_words.TO_DRAFT, Spot.PAIR_DRAFT)))
    found = await pair_choices.mentors_beside(tx, member, idea.mentee_ids, press.page, now)
    listed = screens.buttons(
        found,
        lambda name, each: act(words.mentor_label(name, each), Deed.PAIR_GROUP_WITH, press.id, f"{at}.{each.id}"),
    )
    return Screen(
        words.group_mentor(found),
        (
            *column(*listed),
            *screens.turned(found, Spot.PAIR_GROUP_MENTOR, press.id, str(at)),
            *column(go(draft_words.TO_DRAFT, Spot.PAIR_DRAFT), go(common.MENU, Spot.MENU)),
        ),
    )


async def on_group(_: CallbackQuery, press: Act, tx: Tx, member: Member, now: datetime) -> Effects:
    at, _dot, whom = press.argument.partition(".")
    place = number(at)
    made = (
        await by_hand.propose_group(tx, member, press.id, place, number(whom) or 0, now) if place is not None else None
    )
    if made is None:
        return Screen(draft_words.no_draft(), column(go(draft_words.TO_DRAFT, Spot.PAIR_DRAFT)))
    return with_head(await pair_screens.screen(tx, member, made, now), draft_words.group_proposed())
