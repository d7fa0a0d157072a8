"""What the bot says on its own, drawn when it is sent: names and states are today's."""

from collections.abc import Awaitable, Callable, Mapping
from datetime import datetime

from handlers import announcement_screens, digest_pieces, digests, my_gathering_screens, queue_screens
from handlers import surveys as survey_screens
from handlers.effects import Effects, Screen, column, with_head
from handlers.pieces import Piece
from handlers.presses import Deed, Go, Spot, act, button, go, meant_for
from handlers.texts import arrivals, common, practice_desk
from handlers.texts import form_asks as form_words
from handlers.texts import leaving as leaving_words
from handlers.texts import materials as material_words
from handlers.texts import menu as labels
from handlers.texts import notices as words
from handlers.texts import own_practices as own_practice_words
from handlers.texts import practices as practice_words
from handlers.texts import referrals as referral_words
from handlers.texts import roles as role_words
from handlers.texts import shelf as shelf_words
from handlers.texts import surveys as survey_words
from handlers.texts import today as today_words
from handlers.texts import watched as watched_words
from mentoring import (
    announced,
    form_asks,
    leaving,
    materials,
    notice_gate,
    notices,
    people,
    questions,
    readiness,
    requests,
    roles,
    support,
    surveys,
    today,
    watched,
)
from mentoring.access import Member
from mentoring.filling import Move, Turn
from mentoring.notices import Notice, OutboxRow
from mentoring.practices import collection, looking
from storage.tx import Tx
from storage.vocabulary import Role
from storage.vocabulary.pairs import SupportState

# A press must not take away what they say.
READ_AGAIN = frozenset({Notice.REPLY_TO_QUESTION, Notice.AWAY, Notice.TALK, Notice.MATERIAL_ANSWER})

About = Mapping[str, int | str]


async def render(tx: Tx, row: OutboxRow, now: datetime) -> tuple[Effects, str] | datetime:
    """The effects of a notice, None with the reason why it is not said any more, or when it may be said."""
    morning = await notice_gate.put_off(tx, row, now)
    if morning is not None:
        return morning
    actor, reason = await notice_gate.gate(tx, row, now)
    if actor is None:
        return None, reason
    if Notice(row.kind) is Notice.NOT_LET_IN:
        return Screen(arrivals.not_let_in()), "superseded"
    if Notice(row.kind) is Notice.GOODBYE:
        return await _goodbye(tx, row), "superseded"
    member = next(each for each in actor.members if each.person_id == row.person_id)
    effects = await _DRAWN[Notice(row.kind)](tx, member, notices.about(row), now)
    if Notice(row.kind) is Notice.ANNOUNCEMENT:
        return effects, "superseded"  # it names its school itself, and its button opens nothing
    if len(actor.members) > 1:
        effects = with_head(effects, words.of_school(member.school_name))
    return meant_for(member.person_id, effects, beside=Notice(row.kind) in READ_AGAIN), "superseded"


async def _goodbye(tx: Tx, row: OutboxRow) -> Effects:
    """No button: nothing here is open to them any more."""
    said = await leaving.goodbye(tx, row.person_id, int(notices.about(row)["by"])) if row.person_id else None
    return Screen(leaving_words.goodbye(said), keep=True) if said else None


async def _role_taken(tx: Tx, member: Member, about: About, _now: datetime) -> Effects:
    by = await roles.name_of(tx, member, int(about["by"]))
    return Screen(
        role_words.taken_from_you(Role(str(about["role"])), by), column(go(common.MENU, Spot.MENU)), keep=True
    )


async def _withdrawal(tx: Tx, member: Member, about: About, _now: datetime) -> Effects:
    found = await people.card(tx, member, int(about["person"]))
    if found is None:
        return None
    person = found[0]
    return Screen(
        words.withdrawal(person.full_name, person.erase_by),
        column(go(today_words.ERASURES, Spot.ERASURES)),
        keep=True,
    )


async def _news(tx: Tx, member: Member, _about: About, now: datetime) -> Effects:
    seen = await today.whole(tx, member.school_id, now)
    if not seen.has_news:
        return None
    return Screen(words.news(seen), column(go(labels.TODAY, Spot.TODAY)), keep=True)


async def _away(_tx: Tx, member: Member, about: About, _now: datetime) -> Effects:
    since, until = (datetime.fromisoformat(str(about[end])) for end in ("since", "until"))
    return Screen(words.away(since, until, member.zone), column(go(labels.TODAY, Spot.TODAY)), keep=True)


async def _reply(tx: Tx, member: Member, about: About, _now: datetime) -> Effects:
    question = await questions.get(tx, member, int(about["question"]))
    if question is None or question.reply is None:
        return None
    # Beside the dialog, not instead of it: the question that was open keeps its buttons.
    asked_from = question.run_id
    back = Go(Spot.MENU) if asked_from is None else Turn(asked_from, 0, 0, Move.RESUME)
    return Screen(words.reply(question.text, question.reply), column(button(common.GO_ON, back)), keep=True)


async def _let_in(_tx: Tx, member: Member, _about: About, _now: datetime) -> Effects:
    """Whoever has rights begins with what they open; a teacher with the request."""
    rights = member.coordinates or member.reads_summary or member.counsels
    request = () if rights else (go(labels.REQUEST_BEGIN, Spot.REQUEST),)
    return Screen(arrivals.let_in(member.school_name), column(*request, go(common.MENU, Spot.MENU)))


async def _digest(tx: Tx, member: Member, about: About, now: datetime) -> Effects:
    return await digests.draw(tx, member, about, now)


async def _nudge(tx: Tx, member: Member, about: About, now: datetime) -> Effects:
    """The coordinator's own press, about the request or about a questionnaire."""
    form_key = str(about.get("form", requests.FORM))
    if form_key == requests.FORM:
        return _alone(await digest_pieces.request(tx, member), member, now)
    return _alone(await digest_pieces.form(tx, member, form_key), member, now)


async def _form_ask(tx: Tx, member: Member, about: About, now: datetime) -> Effects:
    """Once for each time that a coordinator asks: also to whoever has refused before, who hears no more after it."""
    form_key = form_asks.key_of(about)
    ask = await form_asks.of_person(tx, member, form_key)
    if ask is None or not ask.again:
        return _alone(await digest_pieces.form(tx, member, form_key, first=bool(about.get("first"))), member, now)
    mine = await readiness.own(tx, member) if form_key == readiness.FORM else None
    if mine is None or mine.offers:
        return None
    return Screen(form_words.again(), column(go(form_words.SEE, Spot.MENTORING)), keep=True)


async def _survey_closed(tx: Tx, member: Member, about: About, _now: datetime) -> Effects:
    of = await surveys.get(tx, member, int(about["survey"]))
    if of is None or of.is_open:
        return None
    return Screen(survey_words.closed(of), column(survey_screens.button(of)), keep=True)


async def _announcement(tx: Tx, member: Member, about: About, _now: datetime) -> Effects:
    announcement_id = int(about["announcement"])
    found = await announced.said(tx, member, announcement_id)
    return announcement_screens.message(found, announcement_id) if found else None


async def _match(tx: Tx, member: Member, about: About, now: datetime) -> Effects:
    return await queue_screens.news(tx, member, datetime.fromisoformat(str(about["since"])), now)


async def _material_answer(tx: Tx, member: Member, about: About, _now: datetime) -> Effects:
    found = await materials.own_answered(tx, member, int(about["material"]))
    shelf = go(shelf_words.TO_SHELF, Spot.SHELF)
    return Screen(material_words.answer(found), column(shelf), keep=True) if found else None


async def _referral(tx: Tx, member: Member, _about: About, _now: datetime) -> Effects:
    """No name: the message stays in the chat, the list is of today."""
    waiting = [each for each in await support.referrals(tx, member) if each.state is SupportState.WANTED]
    if not waiting:
        return None
    open_ = go(referral_words.TITLE, Spot.REFERRALS)
    return Screen(referral_words.signed_up(len(waiting)), column(open_), keep=True)


async def _practice(tx: Tx, member: Member, about: About, _now: datetime) -> Effects:
    """To the author, as long as it is still so."""
    of = await looking.one(tx, member, int(about["card"]))
    if of is None or not of.is_own:
        return None
    words_of = own_practice_words.NOTICES.get((str(about["act"]), of.row.state))
    open_ = go(practice_words.TO_CARD, Spot.PRACTICE, of.row.id)
    return Screen(words_of(of), column(open_), keep=True) if words_of else None


async def _practice_revoked(tx: Tx, member: Member, _about: About, _now: datetime) -> Effects:
    if not (await collection.look(tx, member)).revoked:
        return None
    open_ = go(practice_desk.COLLECTION, Spot.PRACTICE_COLLECTION)
    return Screen(practice_desk.revoked(), column(open_), keep=True)


async def _watched(tx: Tx, member: Member, about: About, _now: datetime) -> Effects:
    seen = await watched.since(tx, member, datetime.fromisoformat(str(about["since"])))
    rights = (
        go(watched_words.rights_label(each), Spot.PERSON_ROLES, each.whom_id or 0)
        for each in watched.given_rights(seen)
    )
    buttons = column(*rights, go(labels.PEOPLE, Spot.PEOPLE))
    return Screen(watched_words.told(seen), buttons, keep=True) if seen else None


def _alone(piece: Piece | None, member: Member, now: datetime) -> Effects:
    """A week of peace is offered where it does not outlast what is asked."""
    if piece is None:
        return None
    waits = piece.waits_a_week(now.astimezone(member.zone).date())
    not_now = [act(words.NOT_NOW, Deed.PAUSE_DAYS, 7)] if waits else []
    return Screen(piece.text, column(piece.alone, *not_now), keep=True)


_DRAWN: Mapping[Notice, Callable[[Tx, Member, About, datetime], Awaitable[Effects]]] = {
    Notice.WITHDRAWAL: _withdrawal,
    Notice.NEWS: _news,
    Notice.AWAY: _away,
    Notice.REPLY_TO_QUESTION: _reply,
    Notice.MATERIAL_ANSWER: _material_answer,
    Notice.LET_IN: _let_in,
    Notice.ROLE_TAKEN: _role_taken,
    Notice.DIGEST: _digest,
    Notice.NUDGE: _nudge,
    Notice.FORM_ASK: _form_ask,
    Notice.SURVEY_CLOSED: _survey_closed,
    Notice.MATCH: _match,
    Notice.REFERRAL: _referral,
    Notice.PRACTICE: _practice,
    Notice.PRACTICE_REVOKED: _practice_revoked,
    Notice.ANNOUNCEMENT: _announcement,
    Notice.WATCHED: _watched,
    Notice.GATHERING: my_gathering_screens.message,
    Notice.TALK: my_gathering_screens.talk_message,
}
