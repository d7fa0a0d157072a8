"""«Моя пара» for whoever is in one: the pair, notice of leaving, the wish for another mentor, does the pair suit."""

from datetime import datetime

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from handlers import my_pair_screens
from handlers.access import Does, Opens, Says
from handlers.effects import Effects, Screen, column, with_head
from handlers.participants import with_consent
from handlers.presses import Act, Deed, Go, Spot, act, go
from handlers.texts import common
from handlers.texts import documents as document_words
from handlers.texts import meetings as meeting_words
from handlers.texts import my_pairs as words
from mentoring import documents, fits, my_pairs, pair_ends, pairs
from mentoring.access import Actor, Member
from mentoring.documents import pair_sheets, sheets
from storage.tx import Tx
from storage.vocabulary.documents import DocumentKind
from storage.vocabulary.pairs import Fit, Side


def router() -> Router:
    own = Router(name="my_pairs")
    own.message.middleware(with_consent)
    own.callback_query.middleware(with_consent)
    own.message.register(on_list, Says(words.TITLE, words.ALL))
    own.callback_query.register(on_list, Opens(Spot.MY_PAIRS))
    own.callback_query.register(on_one, Opens(Spot.MY_PAIR))
    own.callback_query.register(on_sheet, Does(Deed.OBSERVATION_SHEET))
    own.callback_query.register(on_leave_ask, Opens(Spot.LEAVE_PAIR))
    own.callback_query.register(on_leave, Does(Deed.LEAVE_PAIR))
    own.callback_query.register(on_paper, Does(Deed.LEAVE_PAPER))
    own.callback_query.register(on_stay, Does(Deed.STAY_IN_PAIR))
    own.callback_query.register(on_other_ask, Opens(Spot.OTHER_MENTOR))
    own.callback_query.register(on_other, Does(Deed.OTHER_MENTOR))
    own.callback_query.register(on_fit_ask, Opens(Spot.FIT))
    own.callback_query.register(on_fit, Does(Deed.FIT))
    return own


async def on_list(_: Message | CallbackQuery, tx: Tx, member: Member, now: datetime) -> Effects:
    return await my_pair_screens.every(tx, member, now)


async def on_one(_: CallbackQuery, press: Go, tx: Tx, member: Member, now: datetime) -> Effects:
    return await my_pair_screens.one(tx, member, press.id, now)


async def on_sheet(_: CallbackQuery, press: Act, tx: Tx, actor: Actor, member: Member, now: datetime) -> Effects:
    """The blank for a visit to a lesson, for whoever is in a pair."""
    shown = await my_pair_screens.one(tx, member, press.id, now)
    if await pairs.own_one(tx, member, press.id) is None:
        return shown
    made = await documents.make(tx, member, actor.external_id, DocumentKind.OBSERVATION_SHEET, now)
    return with_head(shown, document_words.made(made)) if made else shown


async def on_leave_ask(_: CallbackQuery, press: Go, tx: Tx, member: Member, now: datetime) -> Effects:
    """With the last day, before anything is said to anybody."""
    pair = await pairs.own_one(tx, member, press.id)
    if pair is None or pair.side_of(member.person_id) is not Side.MENTOR or pair.pairing.leaves_on is not None:
        return await _after(tx, member, press.id, words.nothing_changed(), now)
    until = await pair_ends.earliest(tx, member.school_id, now)
    return Screen(
        words.leave_ask(until),
        column(
            act(words.LEAVE, Deed.LEAVE_PAIR, press.id),
            act(words.REFUSAL, Deed.LEAVE_PAPER, press.id),
            go(common.BACK, Spot.MY_PAIR, press.id),
        ),
    )


async def on_leave(_: CallbackQuery, press: Act, tx: Tx, member: Member, now: datetime) -> Effects:
    done = await pair_ends.give_notice(tx, member, press.id, now)
    return await _after(tx, member, press.id, words.leaving(done.last_day) if done else words.nothing_changed(), now)


async def on_paper(_: CallbackQuery, press: Act, tx: Tx, actor: Actor, member: Member, now: datetime) -> Effects:
    """Their own application to print and sign; whoever does not work at the school has none."""
    kind, about = DocumentKind.REFUSAL_MENTOR, pair_sheets.about(press.id, member.person_id)
    own = await sheets.is_own_refusal(tx, member, kind, about)
    done = own and await sheets.order(tx, member, actor.external_id, kind, now, about)
    said = words.paper_ordered() if done else words.no_paper() if own else words.nothing_changed()
    return await _after(tx, member, press.id, said, now)


async def on_stay(_: CallbackQuery, press: Act, tx: Tx, member: Member, now: datetime) -> Effects:
    pair = await pairs.own_one(tx, member, press.id)
    done = pair is not None and await pair_ends.take_back(tx, member, press.id, now)
    return await _after(tx, member, press.id, words.stays() if done else words.nothing_changed(), now)


async def on_other_ask(_: CallbackQuery, press: Go, tx: Tx, member: Member, now: datetime) -> Effects:
    pair = await pairs.own_one(tx, member, press.id)
    if pair is None or pair.side_of(member.person_id) is not Side.MENTEE:
        return await _after(tx, member, press.id, words.nothing_changed(), now)
    return Screen(
        words.other_ask(),
        column(act(words.OTHER, Deed.OTHER_MENTOR, press.id), go(common.BACK, Spot.MY_PAIR, press.id)),
    )


async def on_other(_: CallbackQuery, press: Act, tx: Tx, member: Member, now: datetime) -> Effects:
    done = await fits.ask_for_another(tx, member, press.id, now)
    return await _after(tx, member, press.id, words.other_asked() if done else words.nothing_changed(), now)


async def on_fit_ask(_: CallbackQuery, press: Go, tx: Tx, member: Member, now: datetime) -> Effects:
    pair = await fits.asked(tx, member, press.id)
    if pair is None:
        return await _after(tx, member, press.id, words.nothing_changed(), now)
    answers = (act(label, Deed.FIT, press.id, fit) for fit, label in meeting_words.FITS.items())
    partners = my_pairs.partners(pair, member.person_id)
    return Screen(meeting_words.fit_ask(partners), column(*answers, go(words.TO_PAIR, Spot.MY_PAIR, press.id)))


async def on_fit(_: CallbackQuery, press: Act, tx: Tx, member: Member, now: datetime) -> Effects:
    fit = next((each for each in Fit if each == press.argument), None)
    done = fit is not None and await fits.give(tx, member, press.id, fit, now)
    said = meeting_words.fit_kept(fit) if fit and done else words.nothing_changed()
    return await _after(tx, member, press.id, said, now)


async def _after(tx: Tx, member: Member, pairing_id: int, said: str, now: datetime) -> Effects:
    """The pair with what was done; of one that is not theirs only that it is not."""
    screen = await my_pair_screens.one(tx, member, pairing_id, now)
    own = await pairs.own_one(tx, member, pairing_id) is not None
    return with_head(screen, said) if own else screen
