"""The main menus: a teacher's, a coordinator's, a director's."""

from datetime import date, datetime

from handlers import referral_screens
from handlers.effects import Button, Screen, SetCommands, column
from handlers.presses import Deed, Spot, act, go
from handlers.texts import asked_forms as asked_words
from handlers.texts import commands as command_words
from handlers.texts import common
from handlers.texts import documents as document_words
from handlers.texts import form_asks as form_words
from handlers.texts import gatherings as gathering_words
from handlers.texts import materials as material_words
from handlers.texts import menu as words
from handlers.texts import my_gatherings as my_gathering_words
from handlers.texts import offers as offer_words
from handlers.texts import own_practices as own_practice_words
from handlers.texts import practices as practice_words
from handlers.texts import questionnaires as questionnaire_words
from handlers.texts import referrals as referral_words
from handlers.texts import search as search_words
from handlers.texts import stages as stage_words
from handlers.texts import today as today_words
from handlers.texts import year_end as year_words
from handlers.texts import year_turn as turn_words
from mentoring import asked, form_asks, materials, offers, pairs, queue_exits, readiness, requests, today
from mentoring.access import Actor, Member
from mentoring.answered import Answered
from mentoring.asked import Asked
from mentoring.gatherings import answering, tasks
from mentoring.practices import looking
from mentoring.queue_exits import Search
from mentoring.rules import questionnaire
from mentoring.rules.forms import Part
from mentoring.year_end import confirming
from storage.tx import Tx
from storage.vocabulary import PersonState, RunState
from storage.vocabulary.gatherings import Coming


async def main(tx: Tx, actor: Actor, now: datetime) -> Screen:
    """Whatever the person's role makes their first screen."""
    member = _member(actor)
    if member.coordinates:
        return await coordinator(tx, actor, member, now)
    if member.reads_summary and not member.consented:
        return await director(tx, member, now)
    if member.counsels and not member.consented:
        return await referral_screens.page(tx, member)
    return await teacher(tx, actor, member, now)


async def coordinator(tx: Tx, actor: Actor, member: Member, now: datetime) -> Screen:
    behind = await today.look(tx, member.school_id)
    return Screen(
        words.coordinator(member.school_name, today_words.short(behind)),
        column(
            go(words.TODAY, Spot.TODAY),
            go(stage_words.TITLE, Spot.ROADMAP),
            go(words.PEOPLE, Spot.PEOPLE),
            go(today_words.bank(behind), Spot.BANK),
            go(today_words.mentors(behind), Spot.MENTORS),
            go(today_words.pairs(behind), Spot.PAIRS),
            go(gathering_words.TITLE, Spot.GATHERINGS),
            go(questionnaire_words.TITLE, Spot.FORMS),
            go(today_words.practices(behind), Spot.PRACTICE_DESK),
            go(today_words.papers(behind), Spot.PAPERS),
            go(material_words.TITLE, Spot.MATERIALS),
            go(document_words.TITLE, Spot.DOCUMENTS),
            go(today_words.questions(behind), Spot.QUESTIONS),
            *_referrals(member),
            go(words.WRITE, Spot.WRITE),
            go(words.SETTINGS, Spot.SETTINGS),
            go(words.OWN, Spot.OWN_MENU),
            *other_school(actor),
            go(words.HELP, Spot.HELP),
        ),
    )


async def teacher(tx: Tx, actor: Actor, member: Member, now: datetime) -> Screen:
    """«Что от меня нужно» stands on the menu itself."""
    request = await requests.own(tx, member)
    mentoring = await readiness.questionnaire(tx, member)
    today_here = actor.today(now)
    paused = member.paused_until if member.paused_until and member.paused_until > today_here else None
    back = [go(common.MENU, Spot.MENU)] if member.coordinates else []
    summary = [go(words.TODAY, Spot.TODAY)] if member.reads_summary and not member.coordinates else []
    waiting = await asked.waiting(tx, member, today_here)
    asked_pairs, together = await offers.mine(tx, member), await pairs.own(tx, member)
    invited = await _invited(tx, member, today_here)
    wanted = f"{_wanted(member, request)}{invited}{_asked(waiting)}{_offered(len(asked_pairs))}"
    search, (events, said) = await queue_exits.of_member(tx, member, now), await _events(tx, member, now)
    wanted += said
    returned = await looking.count_returned(tx, member)
    wanted += f"\n\n{own_practice_words.in_menu_returned(returned)}" if returned else ""
    search = await queue_exits.of_member(tx, member, now)
    wanted += f"\n\n{search_words.IN_MENU[search]}" if search else ""
    shelf = await materials.stands_in_menu(tx, member)
    last_year = (
        [key for key in confirming.FORMS if await confirming.unsaid(tx, member, key)] if member.consented else []
    )
    wanted += "".join(map(turn_words.in_menu, last_year))
    return Screen(
        words.teacher(member.school_name, wanted, paused),
        column(
            *summary,
            *_referrals(member),
            *(go(turn_words.confirm_label(each), Spot.YEAR_CONFIRM, argument=each) for each in last_year),
            *([go(offer_words.SEE, Spot.OFFER)] if asked_pairs else []),
            *([go(offer_words.MY_PAIR, Spot.MY_PAIRS)] if together else []),
            *events,
            go(_request_label(request), Spot.REQUEST),
            *([_search(search)] if search else []),
            *([go(material_words.TITLE, Spot.SHELF)] if shelf else []),
            go(mentoring_label(mentoring), Spot.MENTORING),
            *(go(asked_words.label(each), Spot.ASKED_FORM, argument=each.form.key) for each in waiting),
            *([go(practice_words.TITLE, Spot.PRACTICES)] if member.consented else []),
            go(words.MY_DATA, Spot.MY_DATA),
            go(common.ASK_COORDINATOR, Spot.ASK),
            act(words.UNPAUSE, Deed.UNPAUSE) if paused else go(words.PAUSE, Spot.PAUSE),
            *(back or other_school(actor)),
            *([] if back else [go(words.HELP, Spot.HELP)]),
        ),
    )


async def director(tx: Tx, member: Member, now: datetime) -> Screen:
    """The read-only summary: numbers, no names."""
    text = today_words.summary(member.school_name, await today.whole(tx, member.school_id, now))
    report = go(year_words.REPORT, Spot.YEAR_END)
    return Screen(text, column(report, *_referrals(member), go(words.OWN, Spot.OWN_MENU), go(words.HELP, Spot.HELP)))


def commands(actor: Actor) -> SetCommands:
    """The command menu by role; set when somebody comes in."""
    member = actor.member
    return SetCommands(
        command_words.COORDINATOR if member is not None and member.coordinates else command_words.EVERYONE
    )


def _wanted(member: Member, request: Answered | None) -> str:
    if member.state is PersonState.WAITING:
        return words.wanted_approval()
    if request is None:
        return words.wanted_request()
    left = questionnaire.remaining(request.form, request.answers, Part.CORE)
    if request.run.state is RunState.OPEN:
        return words.wanted_rest(left)
    return words.wanted_opened(left) if left else words.wanted_nothing(seen=request.run.seen_at is not None)


async def _invited(tx: Tx, member: Member, today_here: date) -> str:
    """A coordinator has asked them to answer the mentor questionnaire, and there is still time."""
    asked = await form_asks.of_person(tx, member, readiness.FORM) if member.consented else None
    if asked is None or asked.again or asked.answer_by < today_here:
        return ""
    return f"\n\n{form_words.in_menu(asked.answer_by)}"


async def _events(tx: Tx, member: Member, now: datetime) -> tuple[list[Button], str]:
    """The button that leads to what the person is invited to or is to do, and a line when an answer is waited for."""
    if not member.consented:
        return [], ""
    coming, own = await answering.every(tx, member, now), await tasks.own(tx, member)
    silent = sum(each.own.answer is Coming.SILENT and each.may_answer for each in coming)
    label = my_gathering_words.menu_label(len(coming), len(own))
    shown = coming or own or await answering.been(tx, member)
    button = [go(label, Spot.MY_GATHERINGS)] if shown else []
    return button, f"\n\n{my_gathering_words.in_menu(silent)}" if silent else ""


def _asked(waiting: list[Asked]) -> str:
    """The same of each of the school's own questionnaires."""
    lines = (asked_words.in_menu(each.form, each.answer_by) for each in waiting if each.answer_by)
    return "".join(f"\n\n{line}" for line in lines)


def _offered(count: int) -> str:
    return f"\n\n{offer_words.in_menu(count)}" if count else ""


def _referrals(member: Member) -> list[Button]:
    return [go(referral_words.TITLE, Spot.REFERRALS)] if member.counsels else []


def _search(of: Search) -> Button:
    if of is Search.LEFT:
        return act(search_words.AGAIN, Deed.SEARCH_AGAIN)
    return go(search_words.TITLE, Spot.SEARCH)


def _request_label(request: Answered | None) -> str:
    if request is None:
        return words.REQUEST_BEGIN
    return words.REQUEST_GO_ON if request.run.state is RunState.OPEN else words.REQUEST_OWN


def mentoring_label(own: Answered | None) -> str:
    if own is None:
        return words.MENTORING_BEGIN
    return words.MENTORING if own.sent else words.MENTORING_GO_ON


def other_school(actor: Actor) -> list[Button]:
    """Also where nothing else can be done: who declined here, or waits, is at work in the other one."""
    return [go(words.SCHOOLS, Spot.SCHOOLS)] if len(actor.members) > 1 else []


def _member(actor: Actor) -> Member:
    if actor.member is None:
        raise PermissionError("a stranger has no menu")
    return actor.member
