"""The first screen of each role: a coordinator's, a director's; everybody's own is in `own_menu`."""

from datetime import datetime

from handlers import own_menu, referral_screens
from handlers.effects import Screen, SetCommands, column
from handlers.own_menu import other_school, referrals
from handlers.presses import Spot, go
from handlers.texts import commands as command_words
from handlers.texts import documents as document_words
from handlers.texts import gatherings as gathering_words
from handlers.texts import materials as material_words
from handlers.texts import menu as words
from handlers.texts import questionnaires as questionnaire_words
from handlers.texts import stages as stage_words
from handlers.texts import today as today_words
from handlers.texts import year_end as year_words
from mentoring import today
from mentoring.access import Actor, Member
from storage.tx import Tx


async def main(tx: Tx, actor: Actor, now: datetime) -> Screen:
    """Whatever the person's role makes their first screen."""
    member = _member(actor)
    if member.coordinates:
        return await coordinator(tx, actor, member, now)
    if member.reads_summary and not member.consented:
        return await director(tx, member, now)
    if member.counsels and not member.consented:
        return await referral_screens.page(tx, member)
    return await own_menu.whole(tx, actor, member, now)


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
            *referrals(member),
            go(words.WRITE, Spot.WRITE),
            go(words.SETTINGS, Spot.SETTINGS),
            go(words.OWN, Spot.OWN_MENU),
            *other_school(actor),
            go(words.HELP, Spot.HELP),
        ),
    )


async def director(tx: Tx, member: Member, now: datetime) -> Screen:
    """The read-only summary: numbers, no names."""
    text = today_words.summary(member.school_name, await today.whole(tx, member.school_id, now))
    report = go(year_words.REPORT, Spot.YEAR_END)
    return Screen(text, column(report, *referrals(member), go(words.OWN, Spot.OWN_MENU), go(words.HELP, Spot.HELP)))


def commands(actor: Actor) -> SetCommands:
    """The command menu by role; set when somebody comes in."""
    member = actor.member
    return SetCommands(
        command_words.COORDINATOR if member is not None and member.coordinates else command_words.EVERYONE
    )


def _member(actor: Actor) -> Member:
    if actor.member is None:
        raise PermissionError("a stranger has no menu")
    return actor.member
