"""The screens of practice cards, drawn alike after a press and after what was typed."""

from datetime import datetime

from handlers.effects import Button, Effects, Screen, column, with_head
from handlers.pages import turns
from handlers.presses import Deed, Spot, act, go
from handlers.texts import common
from handlers.texts import own_practices as own_words
from handlers.texts import practice_desk as desk_words
from handlers.texts import practices as words
from mentoring.access import Member
from mentoring.filling import Run
from mentoring.practice_outcomes import EDITING, RETURN, SEARCH
from mentoring.practices import looking, writing
from mentoring.practices.model import FOUND, Card, Edited
from storage.tx import Tx
from storage.vocabulary.practices import CardState, Publish


async def home(tx: Tx, member: Member) -> Screen:
    of = await looking.home(tx, member)
    begin = act(words.GO_ON if of.is_begun else words.TELL, Deed.PRACTICE_BEGIN)
    filled = {key: many for key, many in of.areas.items() if many}
    return Screen(
        words.home(of),
        column(
            *(go(words.area_label(key, many), Spot.PRACTICE_LIST, argument=key) for key, many in filled.items()),
            *([act(words.FIND, Deed.PRACTICE_SEARCH), go(words.ALL, Spot.PRACTICE_LIST)] if of.total else []),
            *([begin] if member.consented else []),
            *([go(words.own_label(of.own), Spot.MY_PRACTICES)] if member.consented else []),
            *([go(desk_words.TO_DESK, Spot.PRACTICE_DESK)] if member.coordinates else []),
            go(common.MENU, Spot.MENU),
        ),
    )


async def page(tx: Tx, member: Member, area: str, number: int) -> Screen:
    of = await looking.page(tx, member, area, number)
    return Screen(
        words.page(of) + common.pages(of.number, of.pages),
        (
            *column(*(go(words.line_label(each.title), Spot.PRACTICE, each.id) for each in of.lines)),
            *turns(Spot.PRACTICE_LIST, 0, of.number, of.pages, argument=of.area),
            *column(go(words.TO_LIBRARY, Spot.PRACTICES), go(common.MENU, Spot.MENU)),
        ),
    )


async def found(tx: Tx, member: Member, typed: str) -> Screen:
    lines = await looking.find(tx, member, typed)
    return Screen(
        words.found(typed, len(lines)),
        column(
            *(go(words.line_label(each.title), Spot.PRACTICE, each.id) for each in lines[:FOUND]),
            act(words.FIND, Deed.PRACTICE_SEARCH),
            go(words.TO_LIBRARY, Spot.PRACTICES),
            go(common.MENU, Spot.MENU),
        ),
    )


async def own(tx: Tx, member: Member) -> Screen:
    of = await looking.own(tx, member)
    begin = act(words.GO_ON if of.is_begun else words.TELL, Deed.PRACTICE_BEGIN)
    has_words = bool(of.promised) and not of.is_begun
    return Screen(
        own_words.own(of),
        column(
            *([act(own_words.FROM_SURVEY, Deed.PRACTICE_BEGIN, argument="words")] if has_words else []),
            begin,
            *(go(own_words.own_line_label(each.title, each.state), Spot.PRACTICE, each.id) for each in of.cards[:20]),
            go(words.TO_LIBRARY, Spot.PRACTICES),
            go(common.MENU, Spot.MENU),
        ),
    )


async def card(tx: Tx, member: Member, card_id: int, number: int = 0) -> Screen:
    of = await looking.one(tx, member, card_id)
    if of is None:
        return gone()
    pages = words.card(of, member.zone)
    number = min(max(number, 0), len(pages) - 1)
    return Screen(
        pages[number].text + common.pages(number, len(pages)),
        (*turns(Spot.PRACTICE, card_id, number, len(pages)), *column(*_acts(of), *_ways_back(of))),
    )


def gone() -> Screen:
    return Screen(words.gone(), column(go(words.TO_LIBRARY, Spot.PRACTICES), go(common.MENU, Spot.MENU)))


def _acts(of: Card) -> list[Button]:
    """Only what this person may do with it now, the next thing first; a decision names the version that was read."""
    id_, version = of.row.id, str(of.row.version)
    offered = (
        (of.may_accept, act(desk_words.ACCEPT, Deed.PRACTICE_ACCEPT, id_, version)),
        (of.may_return, act(desk_words.RETURN, Deed.PRACTICE_RETURN, id_, version)),
        (of.may_send, act(own_words.SEND_AGAIN, Deed.PRACTICE_SEND, id_)),
        (of.may_edit, go(words.EDIT, Spot.PRACTICE_FIELDS, id_)),
        (of.is_own, go(words.WHO_SEES, Spot.PRACTICE_PUBLISH, id_)),
        (of.may_take_back, go(words.TAKE_BACK, Spot.PRACTICE_TAKE_BACK, id_)),
    )
    return [button for may, button in offered if may]


def _ways_back(of: Card) -> list[Button]:
    back = [go(words.OWN, Spot.MY_PRACTICES)] if of.is_own else []
    listed = of.row.state if of.row.state in desk_words.LISTS else CardState.SENT
    desk = [go(desk_words.TO_DESK, Spot.PRACTICE_DESK, argument=listed)] if of.decides else []
    return [*back, *desk, go(words.TO_LIBRARY, Spot.PRACTICES), go(common.MENU, Spot.MENU)]


async def fields(tx: Tx, member: Member, card_id: int) -> Screen:
    of = await looking.one(tx, member, card_id)
    if of is None or not of.may_edit:
        return await card(tx, member, card_id)
    return Screen(
        words.fields(of),
        column(
            *(act(label, Deed.PRACTICE_EDIT, card_id, field) for field, label in words.FIELDS.items()),
            go(words.TO_CARD, Spot.PRACTICE, card_id),
        ),
    )


async def who_sees(tx: Tx, member: Member, card_id: int) -> Screen:
    """The author's alone: nobody else gives or takes a permission."""
    of = await looking.one(tx, member, card_id)
    if of is None or not of.is_own:
        return await card(tx, member, card_id)
    others = [each for each in Publish if each is not of.row.publish]
    shown = of.row.publish is not Publish.NEVER
    stays = act(
        own_words.GOES if of.row.stays else own_words.STAYS, Deed.PRACTICE_STAYS, card_id, str(int(not of.row.stays))
    )
    issued = await _copies(tx, member, of)
    return Screen(
        own_words.who_sees(of, issued, names_author=writing.names_author(of)),
        column(
            *(act(own_words.PUBLISH[each], Deed.PRACTICE_PUBLISH, card_id, each) for each in others),
            *([stays] if shown else []),
            go(words.TO_CARD, Spot.PRACTICE, card_id),
        ),
    )


async def take_back_ask(tx: Tx, member: Member, card_id: int) -> Screen:
    of = await looking.one(tx, member, card_id)
    if of is None or not of.may_take_back:
        return await card(tx, member, card_id)
    return Screen(
        own_words.take_back_ask(of, await _copies(tx, member, of)),
        column(act(words.TAKE_BACK, Deed.PRACTICE_TAKE_BACK, card_id), go(common.BACK, Spot.PRACTICE, card_id)),
    )


async def _copies(tx: Tx, member: Member, of: Card) -> own_words.Issued:
    issued = await writing.copies(tx, of)
    return [(common.local_day(each.issued_at, member.zone), each.cards) for each in issued if each.issued_at]


async def after(tx: Tx, member: Member, run: Run, result: object, _now: datetime) -> Effects:
    """What is seen after a small form about a card."""
    if run.form_key == SEARCH:
        return await found(tx, member, str(result))
    shown = await card(tx, member, int(run.about["card"]))
    if isinstance(result, Edited):
        return with_head(shown, words.edited(result.edit))
    return with_head(shown, desk_words.returned(done=bool(result)))


async def back(tx: Tx, member: Member, run: Run, _now: datetime) -> Effects:
    """A small form was given up."""
    if run.form_key == SEARCH:
        return await home(tx, member)
    return await card(tx, member, int(run.about["card"]))


def after_sending(card_id: object) -> Screen:
    look = [go(words.TO_CARD, Spot.PRACTICE, card_id)] if isinstance(card_id, int) else []
    return Screen(own_words.sent(), column(*look, go(words.OWN, Spot.MY_PRACTICES), go(common.MENU, Spot.MENU)))


FORMS = frozenset({*EDITING, RETURN, SEARCH})
