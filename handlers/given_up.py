"""Where a small form that was given up leads back to: the screen from which it was opened."""

from collections.abc import Awaitable, Callable, Mapping
from datetime import datetime
from typing import TypeAlias

from handlers import (
    announcement_screens,
    by_hand_screens,
    calendar_screens,
    care_screens,
    declension_screens,
    document_screens,
    form_preview,
    gathering_typed,
    material_forms,
    meeting_screens,
    nomination_screens,
    own_roadmap_screens,
    pair_order_screens,
    practice_screens,
    programme_typed,
    small_forms,
    stage_screens,
)
from handlers.effects import Effects
from handlers.stage_screens import PROOFS
from mentoring import (
    announcements,
    declensions,
    document_outcomes,
    form_asks,
    next_steps,
    own_roadmaps,
    pair_orders,
    practice_outcomes,
    programme_outcomes,
)
from mentoring.access import Member
from mentoring.filling import Run
from mentoring.gatherings import answering
from storage.tx import Tx
from storage.vocabulary.pairs import OrderKind

Back: TypeAlias = Callable[[Tx, Member, Run, datetime], Awaitable[Effects]]


async def back(tx: Tx, member: Member, run: Run, now: datetime) -> Effects:
    """None when the form was opened from nowhere in particular, or its screen is not this person's any more."""
    found = _EVERYBODYS.get(run.form_key) or (_COORDINATORS.get(run.form_key) if member.coordinates else None)
    return await found(tx, member, run, now) if found else None


async def _activity(tx: Tx, member: Member, run: Run, now: datetime) -> Effects:
    return await stage_screens.activity(tx, member, str(run.about["activity"]), now)


async def _year(tx: Tx, member: Member, _run: Run, now: datetime) -> Effects:
    return await stage_screens.year(tx, member, now)


async def _own_roadmap(tx: Tx, member: Member, run: Run, now: datetime) -> Effects:
    return await own_roadmap_screens.after_cancel(tx, member, int(run.about["number"]), now)


async def _calendar(tx: Tx, member: Member, _run: Run, _now: datetime) -> Effects:
    return await calendar_screens.calendar(tx, member)


async def _announcement(tx: Tx, member: Member, run: Run, now: datetime) -> Effects:
    return await announcement_screens.after_cancel(tx, member, int(run.about["draft"]), now)


async def _answer_by(tx: Tx, member: Member, run: Run, now: datetime) -> Effects:
    return await form_preview.screen(tx, member, form_asks.key_of(run.about), now)


async def _next_step(tx: Tx, member: Member, run: Run, now: datetime) -> Effects:
    return await meeting_screens.note(tx, member, int(run.about["note"]), now)


async def _order(tx: Tx, member: Member, run: Run, now: datetime) -> Effects:
    return await pair_order_screens.order(tx, member, OrderKind(str(run.about["kind"])), now)


_COORDINATORS: Mapping[str, Back] = {
    "activity_date": _activity,
    **dict.fromkeys(PROOFS, _activity),
    own_roadmaps.FORM: _year,
    **dict.fromkeys(small_forms.OWN_ROADMAP, _own_roadmap),
    **dict.fromkeys(small_forms.BY_HAND, by_hand_screens.after_cancel),
    **dict.fromkeys(small_forms.CALENDAR, _calendar),
    announcements.FORM: _announcement,
    pair_orders.FORM: _order,
    **dict.fromkeys(gathering_typed.FORMS - {answering.FORM}, gathering_typed.back),
    "answer_by": _answer_by,
    declensions.FORM: declension_screens.back,
    practice_outcomes.NOMINATION: nomination_screens.back,
    **dict.fromkeys(document_outcomes.OUTCOMES, document_screens.back),
}
_EVERYBODYS: Mapping[str, Back] = {
    **dict.fromkeys(care_screens.FORMS, care_screens.back),
    **dict.fromkeys(material_forms.FORMS, material_forms.back),
    next_steps.FORM: _next_step,
    answering.FORM: gathering_typed.back,
    **dict.fromkeys(programme_outcomes.FORMS, programme_typed.back),
    **dict.fromkeys(practice_screens.FORMS, practice_screens.back),
}
