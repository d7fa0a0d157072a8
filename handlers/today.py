"""«Сегодня»: what is behind, each line with the button that acts; a director reads the numbers only."""

from datetime import datetime

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from handlers import menus
from handlers.access import Coordinates, Opens, ReadsSummary, Says
from handlers.aside import put_aside
from handlers.effects import Effects, Screen, column
from handlers.presses import Spot, go
from handlers.texts import common
from handlers.texts import gatherings as gathering_words
from handlers.texts import minutes as minutes_words
from handlers.texts import pairs as pair_words
from handlers.texts import stages as stage_words
from handlers.texts import today as words
from mentoring import today
from mentoring.access import Member
from storage.tx import Tx

TRIES = 3  # named on the screen; the next ones follow when these are looked at


def router() -> Router:
    seen = Router(name="today")
    seen.message.middleware(put_aside)
    seen.callback_query.middleware(put_aside)
    seen.message.register(on_today, Says("/today"), Coordinates())
    seen.callback_query.register(on_today, Opens(Spot.TODAY), Coordinates())
    seen.message.register(on_summary, Says("/today"), ReadsSummary())
    seen.callback_query.register(on_summary, Opens(Spot.TODAY), ReadsSummary())
    return seen


async def on_today(_: Message | CallbackQuery, tx: Tx, member: Member, now: datetime) -> Effects:
    behind = await today.whole(tx, member.school_id, now)
    events = behind.gatherings
    offered = (
        (behind.people.withdrawn or behind.left_soon, go(words.erasures(behind), Spot.ERASURES)),
        (behind.people.waiting, go(words.approvals(behind), Spot.APPROVALS)),
        (behind.questions, go(words.questions(behind), Spot.QUESTIONS)),
        (behind.people.unseen, go(words.bank(behind), Spot.BANK)),
        (behind.mentors.unseen, go(words.mentors(behind), Spot.MENTORS)),
        (behind.pairs.back, go(pair_words.BACK, Spot.OFFERS_BACK)),
        (behind.long_without_pair or behind.care_wanted, go(words.without_pair(behind), Spot.QUEUE)),
        (behind.pairs.agreed or behind.pairs.waiting or behind.pairs.leaving, go(words.pairs(behind), Spot.PAIRS)),
        (behind.has_pairs_to_look_at, go(words.care(behind), Spot.PAIRS_CARE)),
        (events.talks or events.unmarked or events.minutes, go(gathering_words.TITLE, Spot.GATHERINGS)),
        (events.tasks, go(minutes_words.TASKS, Spot.TASKS)),
        (behind.programmes, go(words.programmes(behind), Spot.PROGRAMMES)),
        (behind.materials, go(words.proposed_materials(behind), Spot.MATERIALS_PROPOSED)),
        (behind.areas_without, go(words.MATERIALS, Spot.MATERIALS)),
        (behind.practices, go(words.practices(behind), Spot.PRACTICE_DESK)),
        (behind.mentors_silent, go(words.mentors_silent(behind), Spot.MENTORS_SILENT)),
        (behind.silent, go(words.silent(behind), Spot.SILENT)),
        (behind.people.without_account, go(words.invites(behind), Spot.INVITES)),
        (behind.people.unreachable, go(words.unreachable(behind), Spot.PEOPLE)),
        (behind.papers_missing, go(words.papers(behind), Spot.PAPERS)),
        (behind.dates_to_confirm, go(words.ROADMAP, Spot.ROADMAP_DATES)),
    )
    late = behind.roadmap.overdue if behind.roadmap else ()
    overdue = (go(words.overdue(each), Spot.ROADMAP_ACTIVITY, argument=each.activity.key) for _, each in late[:TRIES])
    rest = [go(stage_words.TITLE, Spot.ROADMAP)] if len(late) > TRIES else []
    tried = (go(words.second_try(each.full_name), Spot.PERSON, each.person_id) for each in behind.second_tries[:TRIES])
    return Screen(
        words.full(behind),
        column(*tried, *overdue, *rest, *(each for count, each in offered if count), go(common.MENU, Spot.MENU)),
    )


async def on_summary(_: Message | CallbackQuery, tx: Tx, member: Member, now: datetime) -> Effects:
    return await menus.director(tx, member, now)
