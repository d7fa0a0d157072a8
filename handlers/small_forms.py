"""What a coordinator sees after a small form of their own: it leads back to where it was opened."""

from datetime import datetime

from handlers import announcement_screens, calendar_screens, draft_screens, own_roadmap_screens, stage_screens
from handlers.effects import Button, Effects, Screen, column, with_head
from handlers.presses import Deed, Spot, act, go
from handlers.texts import common, outcomes
from handlers.texts import invites as invite_words
from handlers.texts import menu as labels
from handlers.texts import school_days as calendar_words
from handlers.texts import settings as settings_words
from handlers.texts import stages as stage_words
from mentoring import announcements, own_roadmaps
from mentoring.access import Member
from mentoring.filling import Run
from mentoring.proofs import Kept, Proof
from mentoring.school_days import OwnDay, Typed
from storage.tx import Tx

CALENDAR = frozenset({"school_break", "school_day_off", "school_day_works"})
OWN_ROADMAP = frozenset({own_roadmaps.TERM_FORM, own_roadmaps.RESPONSIBLE_FORM})
COORDINATORS = frozenset(
    {
        *("person", "school_field", "privacy_code", "reply", "publish_note"),
        announcements.FORM,
        *OWN_ROADMAP,
        *CALENDAR,
        *Proof,
    }
)


async def after(tx: Tx, member: Member, run: Run, result: object, now: datetime) -> Effects:
    menu, school = go(common.MENU, Spot.MENU), go(labels.SETTINGS, Spot.SETTINGS)
    match run.form_key:
        case "person":
            return Screen(outcomes.person_added(), column(*_after_person(result)))
        case "reply":
            text = outcomes.replied() if result else outcomes.replied_already()
            return Screen(text, column(go(labels.QUESTIONS, Spot.QUESTIONS), menu))
        case "publish_note":
            return draft_screens.published(result)
        case announcements.FORM:
            return await announcement_screens.preview(tx, member, result if isinstance(result, int) else 0, now)
        case "privacy_code" if not result:
            return Screen(settings_words.strict_refused(), column(act(settings_words.AGAIN, Deed.STRICT), school))
        case "privacy_code":
            return Screen(settings_words.strict_on(), column(school, menu))
        case "school_field":
            return Screen(outcomes.changed(), column(_back(run), menu))
    if run.form_key in OWN_ROADMAP:
        return await own_roadmap_screens.after_typed(tx, member, result, now)
    if run.form_key in CALENDAR:
        return with_head(await calendar_screens.calendar(tx, member), _of_calendar(result))
    screen = await stage_screens.activity(tx, member, str(run.about["activity"]), now)
    return with_head(screen, stage_words.kept(result)) if isinstance(result, Kept) else screen


def _of_calendar(result: object) -> str:
    match result:
        case Typed():
            return calendar_words.typed(result)
        case OwnDay():
            return calendar_words.kept(result)
    return outcomes.changed()


def _back(run: Run) -> Button:
    """To the screen that missed what was typed."""
    to = Spot(str(run.about.get("back", Spot.SETTINGS)))
    named = {Spot.PAPERS: outcomes.TO_PAPERS, Spot.INVITES: invite_words.TO_INVITES}
    return go(named.get(to, labels.SETTINGS), to)


def _after_person(result: object) -> tuple[Button, ...]:
    card = [go(labels.CARD, Spot.PERSON, result)] if isinstance(result, int) else []
    return (*card, go(labels.ADD_ONE, Spot.PERSON_ADD), go(labels.PEOPLE, Spot.PEOPLE))
