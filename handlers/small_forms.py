"""What is seen after a small form of one's own, most of them a coordinator's: it leads back to where it was opened."""

from collections.abc import Awaitable, Callable, Mapping
from datetime import datetime
from typing import TypeAlias

from handlers import (
    announcement_screens,
    by_hand_screens,
    calendar_screens,
    care_screens,
    document_screens,
    draft_screens,
    gathering_typed,
    material_forms,
    meeting_screens,
    nomination_screens,
    own_roadmap_screens,
    pair_order_screens,
    practice_screens,
    programme_typed,
    stage_screens,
    year_end_screens,
    year_turn_screens,
)
from handlers.effects import Button, Effects, Screen, column, with_head
from handlers.presses import Deed, Spot, act, go
from handlers.texts import common, outcomes
from handlers.texts import documents as document_words
from handlers.texts import invites as invite_words
from handlers.texts import menu as labels
from handlers.texts import pair_orders as order_words
from handlers.texts import school_days as calendar_words
from handlers.texts import settings as settings_words
from handlers.texts import stages as stage_words
from mentoring import (
    announcements,
    by_hand,
    document_outcomes,
    next_steps,
    own_roadmaps,
    pair_orders,
    practice_outcomes,
    programme_outcomes,
)
from mentoring.access import Member
from mentoring.filling import Run
from mentoring.proofs import Kept, Proof
from mentoring.school_days import OwnDay, Typed
from mentoring.year_end import keeping, reports
from storage.tx import Tx

CALENDAR = frozenset({"school_break", "school_day_off", "school_day_works"})
BY_HAND = frozenset({by_hand.ORDER_FORM, by_hand.WHY_FORM})
OWN_ROADMAP = frozenset({own_roadmaps.TERM_FORM, own_roadmaps.RESPONSIBLE_FORM})

After: TypeAlias = Callable[[Tx, Member, Run, object, datetime], Awaitable[Effects]]


async def after(tx: Tx, member: Member, run: Run, result: object, now: datetime) -> Effects:
    return await _AFTER[run.form_key](tx, member, run, result, now)


async def _person(_tx: Tx, _member: Member, _run: Run, result: object, _now: datetime) -> Effects:
    card = [go(labels.CARD, Spot.PERSON, result)] if isinstance(result, int) else []
    again = (go(labels.ADD_ONE, Spot.PERSON_ADD), go(labels.PEOPLE, Spot.PEOPLE))
    return Screen(outcomes.person_added(), column(*card, *again))


async def _reply(_tx: Tx, _member: Member, _run: Run, result: object, _now: datetime) -> Effects:
    text = outcomes.replied() if result else outcomes.replied_already()
    return Screen(text, column(go(labels.QUESTIONS, Spot.QUESTIONS), go(common.MENU, Spot.MENU)))


async def _publish_note(_tx: Tx, _member: Member, _run: Run, result: object, _now: datetime) -> Effects:
    return draft_screens.published(result)


async def _announcement(tx: Tx, member: Member, _run: Run, result: object, now: datetime) -> Effects:
    return await announcement_screens.preview(tx, member, result if isinstance(result, int) else 0, now)


async def _privacy_code(_tx: Tx, _member: Member, _run: Run, result: object, _now: datetime) -> Effects:
    school = go(labels.SETTINGS, Spot.SETTINGS)
    if not result:
        return Screen(settings_words.strict_refused(), column(act(settings_words.AGAIN, Deed.STRICT), school))
    return Screen(settings_words.strict_on(), column(school, go(common.MENU, Spot.MENU)))


async def _school_field(_tx: Tx, _member: Member, run: Run, _result: object, _now: datetime) -> Effects:
    return Screen(outcomes.changed(), column(_back(run), go(common.MENU, Spot.MENU)))


def _back(run: Run) -> Button:
    """To the screen that missed what was typed."""
    to = Spot(str(run.about.get("back", Spot.SETTINGS)))
    named = {
        Spot.PAPERS: outcomes.TO_PAPERS,
        Spot.INVITES: invite_words.TO_INVITES,
        Spot.PAIR_ORDERS: order_words.TO_ORDER,
        Spot.DOCUMENTS: document_words.TITLE,
        Spot.SETTINGS_PAPERS: settings_words.FOR_PAPERS,
    }
    return go(named.get(to, labels.SETTINGS), to)


async def _own_roadmap(tx: Tx, member: Member, _run: Run, result: object, now: datetime) -> Effects:
    return await own_roadmap_screens.after_typed(tx, member, result, now)


async def _calendar(tx: Tx, member: Member, _run: Run, result: object, _now: datetime) -> Effects:
    return with_head(await calendar_screens.calendar(tx, member), _of_calendar(result))


def _of_calendar(result: object) -> str:
    match result:
        case Typed():
            return calendar_words.typed(result)
        case OwnDay():
            return calendar_words.kept(result)
    return outcomes.changed()


async def _next_step(tx: Tx, member: Member, _run: Run, result: object, now: datetime) -> Effects:
    return await meeting_screens.note(tx, member, result if isinstance(result, int) else 0, now)


async def _proof(tx: Tx, member: Member, run: Run, result: object, now: datetime) -> Effects:
    screen = await stage_screens.activity(tx, member, str(run.about["activity"]), now)
    return with_head(screen, stage_words.kept(result)) if isinstance(result, Kept) else screen


_AFTER: Mapping[str, After] = {
    "person": _person,
    "reply": _reply,
    "publish_note": _publish_note,
    announcements.FORM: _announcement,
    "privacy_code": _privacy_code,
    **dict.fromkeys(("school_field", "school_grounds"), _school_field),
    pair_orders.FORM: pair_order_screens.after_signed,
    by_hand.ORDER_FORM: by_hand_screens.after_order,
    by_hand.WHY_FORM: by_hand_screens.after_why,
    next_steps.FORM: _next_step,
    **dict.fromkeys(programme_outcomes.FORMS, programme_typed.after),
    **dict.fromkeys(gathering_typed.FORMS, gathering_typed.after),
    **dict.fromkeys(practice_screens.FORMS, practice_screens.after),
    practice_outcomes.NOMINATION: nomination_screens.after,
    **dict.fromkeys(OWN_ROADMAP, _own_roadmap),
    **dict.fromkeys(CALENDAR, _calendar),
    **dict.fromkeys(care_screens.FORMS, care_screens.after),
    **dict.fromkeys(material_forms.FORMS, material_forms.after),
    **dict.fromkeys(Proof, _proof),
    **dict.fromkeys(reports.FORMS, year_end_screens.after_written),
    **dict.fromkeys(keeping.OUTCOMES, year_turn_screens.after_reason),
    **dict.fromkeys(document_outcomes.OUTCOMES, document_screens.after),
}
LEADING_BACK = frozenset(_AFTER)
