"""Every deed opens or asks only, can be taken back, or was confirmed by looking: none is left out."""

import re
from collections import Counter
from collections.abc import Mapping
from pathlib import Path

import pytest

from handlers.presses import Deed, Spot

HANDLERS = Path(__file__).parents[2] / "handlers"
AGAIN = "asked by the same deed: its second press carries the numbers that were shown, or says that it was read"

# By why nothing is lost, whoever presses it by mistake.
HARMLESS: Mapping[str, tuple[Deed, ...]] = {
    "a dialog begins, which is sent or left": (
        *(Deed.KNOCK, Deed.CALENDAR_BREAK, Deed.CALENDAR_OFF, Deed.CALENDAR_WORKS, Deed.OWN_SEND, Deed.OWN_TYPE),
        *(Deed.FORM_NEW, Deed.PAIR_WHY, Deed.ORDER_SIGN, Deed.NOTE_NEXT, Deed.QUEUE_OUT, Deed.SUPPORT_HELD),
        *(Deed.REFERRAL_HELD, Deed.MATERIAL_LINK, Deed.MATERIAL_FILE, Deed.MATERIAL_FIND, Deed.MATERIAL_TITLE),
        *(Deed.MATERIAL_PURPOSE, Deed.PROGRAMME_TYPE, Deed.PROGRAMME_RETURN, Deed.PROGRAMME_EXTEND, Deed.STEP_OWN),
        *(Deed.STEP_DATE, Deed.GATHERING_TYPE, Deed.TALK_OFFER, Deed.MINUTES_TYPE, Deed.DECLENSION_FIX),
        *(Deed.PRACTICE_BEGIN, Deed.PRACTICE_SEARCH, Deed.PRACTICE_EDIT, Deed.PRACTICE_RETURN, Deed.NOMINATION_TYPE),
        *(Deed.YEAR_WRITE, Deed.YEAR_EXTEND, Deed.YEAR_DISPUTE, Deed.YEAR_CHANGE, Deed.DOCUMENT_FILL),
        *(Deed.DOCUMENT_CHANGE, Deed.DOCUMENT_SIGN, Deed.PROOF, Deed.STRICT, Deed.DRAFT_TRY, Deed.HONOUR_SIGN),
        *(Deed.DESTRUCTION_SIGN, Deed.PROGRAMME_OWN_WORDS, Deed.BY_HAND_ORDERED),
    ),
    "a file comes": (
        *(Deed.TEMPLATE, Deed.PERSON_FORM, Deed.POSTER, Deed.FORMS, Deed.ROADMAP_FILE, Deed.FORM_FILE),
        *(Deed.FORM_XLSFORM, Deed.SURVEY_CHART, Deed.SURVEY_BOOK, Deed.COMPARED_CHART, Deed.COMPARED_BOOK),
        *(Deed.MONITORING_PAPER, Deed.TALLY_CHART, Deed.TALLY_BOOK, Deed.PAIRS_TEMPLATE, Deed.PAIRS_BOOK),
        *(Deed.PAIRS_CHART, Deed.TIMETABLE_TEMPLATE, Deed.ORDER_DRAFT, Deed.PAIR_CONSENTS, Deed.PROGRAMME_PAPER),
        *(Deed.PROGRAMME_REPORT, Deed.GATHERING_FILE, Deed.GATHERING_SHEET, Deed.MINUTES_PAPER, Deed.DOCUMENT_MAKE),
        *(Deed.OBSERVATION_SHEET, Deed.TEMPLATE_OURS, Deed.PRACTICE_COLLECT, Deed.MATERIAL_SEND, Deed.HONOUR_MAKE),
        *(Deed.OWN_DATA, Deed.JOURNAL_BOOK),
        *(Deed.ORDER_AGAIN, Deed.ORDER_AGREEMENTS, Deed.LEAVE_PAPER, Deed.PAIR_REFUSAL),
        *(Deed.HONOUR_ORDER, Deed.PORTFOLIO, Deed.WITHDRAWAL_FORM, Deed.DESTRUCTION_MAKE),
    ),
    "something was read": (
        *(Deed.NOTICE_SEEN, Deed.SEEN, Deed.MENTOR_SEEN, Deed.SECOND_TRY_SEEN, Deed.OFFERS_SEEN, Deed.PAIRS_CARE_SEEN),
        *(Deed.ANNOUNCEMENT_READ, Deed.PREVIEW_ONLY, Deed.SWITCH_SCHOOL),
    ),
    "a proposal is counted, nobody is asked; dropped, it is counted anew": (
        *(Deed.PAIR_MATCH, Deed.PAIR_WHY_NOT, Deed.PAIR_OFFER, Deed.PAIR_DRAFT_DROP),
    ),
    "a draft of one's own begins, is sent to be looked at, or goes on as it was": (
        *(Deed.PROGRAMME_BEGIN, Deed.PROGRAMME_REOPEN, Deed.MATERIAL_SUBMIT, Deed.IMPORT_CANCEL, Deed.PAIRS_CANCEL),
        *(Deed.TIMETABLE_CANCEL, Deed.OWN_DROP, Deed.ANNOUNCEMENT_DROP),
    ),
    "help is offered, and answered as one likes": (Deed.SUPPORT_OFFER, Deed.SUPPORT_YES, Deed.SUPPORT_NO),
    "a fresh link in the place of one that was not used": (Deed.INVITE,),
    "said of oneself alone; a coordinator mends it": (Deed.OFFER_REASON, Deed.THAT_IS_ME),
}

# What takes it back: a deed, or the screen where the other choice stands.
UNDONE: Mapping[Deed, Deed | Spot] = {
    **dict.fromkeys((Deed.AGREE, Deed.ALLOW_CONTACT, Deed.REFUSE_CONTACT, Deed.DECLINE), Spot.MY_DATA),
    Deed.TAKE_ON: Spot.MENTORING,
    Deed.MENTOR_PAUSE: Deed.MENTOR_RESUME,
    Deed.MENTOR_RESUME: Deed.MENTOR_PAUSE,
    Deed.PAUSE_DAYS: Deed.UNPAUSE,
    Deed.UNPAUSE: Deed.PAUSE_DAYS,
    Deed.PUT_OFF: Spot.PUT_OFF,
    Deed.STAFF_ROOM_OPEN: Deed.STAFF_ROOM_CLOSE,
    Deed.STAFF_ROOM_CLOSE: Deed.STAFF_ROOM_OPEN,
    Deed.PERSON_BACK: Spot.PERSON_LEAVES,
    Deed.RECEIVED: Deed.NOT_RECEIVED,
    Deed.NOT_RECEIVED: Deed.RECEIVED,
    Deed.SET_ZONE: Spot.SETTINGS_ZONE,
    Deed.SET_YEAR: Spot.SETTINGS_YEAR,
    Deed.SET_WEEK: Spot.SETTINGS_WEEK,
    Deed.ROADMAP_CONFIRM: Spot.ROADMAP_DATES,
    Deed.ROADMAP_MOVE: Spot.ROADMAP_DATES,
    Deed.ROADMAP_DECIDE: Spot.ROADMAP_QUESTION,
    Deed.OWN_ANSWER: Spot.OWN_QUESTION,
    Deed.CALENDAR_TAKE: Spot.CALENDAR,
    Deed.CALENDAR_BREAK_DROP: Deed.CALENDAR_BREAK,
    Deed.CALENDAR_DAY_DROP: Deed.CALENDAR_OFF,
    Deed.PROOF_BACK: Deed.PROOF,
    Deed.FORM_TICK: Deed.FORM_UNTICK,
    Deed.FORM_UNTICK: Deed.FORM_TICK,
    Deed.FORM_TICK_EXPERIENCED: Deed.FORM_UNTICK_ALL,
    Deed.FORM_TICK_UNANSWERED: Deed.FORM_UNTICK_ALL,
    Deed.FORM_UNTICK_ALL: Deed.FORM_TICK,
    Deed.FORM_UNTIL: Spot.FORM_UNTIL,
    Deed.FORM_EARLIER: Spot.FORM_VERSIONS,
    Deed.SURVEY_PLAN: Spot.SURVEY_PLAN,
    Deed.PAIR_GROUP: Deed.PAIR_GROUP_SPLIT,
    Deed.PAIR_GROUP_SPLIT: Deed.PAIR_GROUP_ALLOW,
    Deed.PAIR_GROUP_ALLOW: Deed.PAIR_GROUP_SPLIT,
    Deed.PAIR_PIN: Deed.PAIR_UNPIN,
    Deed.PAIR_UNPIN: Deed.PAIR_PIN,
    Deed.PAIR_FORBID: Deed.PAIR_ALLOW,
    Deed.PAIR_ALLOW: Deed.PAIR_FORBID,
    Deed.PAIR_TIE: Deed.PAIR_UNTIE,
    Deed.PAIR_UNTIE: Deed.PAIR_TIE,
    Deed.PAIR_SWAP: Deed.PAIR_UNPIN,
    Deed.PAIR_CANCEL: Deed.PAIR_TAKE_BACK,
    Deed.PAIR_TAKE_BACK: Deed.PAIR_CANCEL,
    Deed.PAIR_PAUSE: Deed.PAIR_RESUME,
    Deed.PAIR_RESUME: Deed.PAIR_PAUSE,
    Deed.PAIR_FORMAT: Spot.PAIR_FORMAT,
    Deed.ORDER_IN: Deed.ORDER_OUT,
    Deed.ORDER_IN_READY: Deed.ORDER_OUT,
    Deed.ORDER_OUT: Deed.ORDER_IN,
    Deed.PAIR_PAPER_IN: Deed.PAIR_PAPER_OUT,
    Deed.PAIR_PAPER_OUT: Deed.PAIR_PAPER_IN,
    Deed.PAIR_PAPER_FREE: Deed.PAIR_PAPER_OUT,
    Deed.PAIR_EXTERNAL: Deed.PAIR_INTERNAL,
    Deed.PAIR_INTERNAL: Deed.PAIR_EXTERNAL,
    **dict.fromkeys((Deed.NOTE, Deed.NOTE_HOW, Deed.NOTE_TOPIC), Deed.NOTE_BACK),
    Deed.NOTE_BACK: Deed.NOTE,
    Deed.NOTE_CONFIRM: Deed.NOTE_OTHERWISE,
    Deed.NOTE_OTHERWISE: Deed.NOTE_CONFIRM,
    Deed.FIT: Spot.FIT,
    Deed.MEETING_CHOOSE: Deed.MEETING_MOVE,
    Deed.MEETING_AGREE: Deed.MEETING_MOVE,
    Deed.MEETING_REFUSE: Spot.MEETING_TIME,
    Deed.MEETING_MOVE: Spot.MEETING_TIME,
    Deed.FREE_LESSON: Deed.BUSY_LESSON,
    Deed.BUSY_LESSON: Deed.FREE_LESSON,
    Deed.FREE_LESSONS_DONE: Spot.FREE_LESSONS,
    Deed.LEAVE_PAIR: Deed.STAY_IN_PAIR,
    Deed.STAY_IN_PAIR: Deed.LEAVE_PAIR,
    Deed.QUEUE_BACK: Deed.QUEUE_OUT,
    Deed.SEARCH_GO_ON: Deed.SEARCH_LEAVE,
    Deed.SEARCH_LEAVE: Deed.SEARCH_AGAIN,
    Deed.SEARCH_AGAIN: Deed.SEARCH_LEAVE,
    Deed.SIGN_UP: Deed.SIGN_OFF,
    Deed.SIGN_OFF: Deed.SIGN_UP,
    Deed.MATERIAL_AUDIENCE: Spot.MATERIAL,
    Deed.MATERIAL_AREA_IN: Deed.MATERIAL_AREA_OUT,
    Deed.MATERIAL_AREA_OUT: Deed.MATERIAL_AREA_IN,
    Deed.MATERIAL_TAKE: Spot.MATERIAL_DROP,
    Deed.PROGRAMME_SEND: Deed.PROGRAMME_REOPEN,
    Deed.STEP_IN: Deed.STEP_OUT,
    Deed.STEP_OUT: Deed.STEP_IN,
    Deed.STEP_MOVE: Deed.STEP_MOVE,
    Deed.STEP_DONE: Deed.STEP_UNDONE,
    Deed.STEP_UNDONE: Deed.STEP_DONE,
    Deed.GATHERING_TICK: Deed.GATHERING_UNTICK,
    Deed.GATHERING_UNTICK: Deed.GATHERING_TICK,
    Deed.GATHERING_GROUP: Deed.GATHERING_UNTICK_ALL,
    Deed.GATHERING_UNTICK_ALL: Deed.GATHERING_GROUP,
    Deed.GATHERING_CALLS: Deed.GATHERING_CALLS,
    Deed.GATHERING_ANSWER: Deed.GATHERING_ANSWER,
    Deed.ATTENDED: Deed.NOT_ATTENDED,
    Deed.NOT_ATTENDED: Deed.ATTENDED,
    Deed.ATTENDED_PROMISED: Deed.NOT_ATTENDED,
    Deed.GUESTS: Deed.GUESTS,
    Deed.TASK_TO: Spot.TASK_WHO,
    Deed.TASK_DONE: Deed.TASK_UNDONE,
    Deed.TASK_UNDONE: Deed.TASK_DONE,
    Deed.DECLENSION_YES: Deed.DECLENSION_FIX,
    Deed.DECLENSION_SAME: Deed.DECLENSION_FIX,
    Deed.PRACTICE_SEND: Spot.PRACTICE_TAKE_BACK,
    Deed.PRACTICE_PUBLISH: Spot.PRACTICE_PUBLISH,
    Deed.PRACTICE_STAYS: Spot.PRACTICE_PUBLISH,
    Deed.PRACTICE_ACCEPT: Deed.PRACTICE_RETURN,
    Deed.NOMINATION_ADD: Spot.NOMINATION_DROP,
    Deed.NOMINATION_IN: Deed.NOMINATION_OUT,
    Deed.NOMINATION_OUT: Deed.NOMINATION_IN,
    Deed.YEAR_GO_ON: Deed.YEAR_STOP,
    Deed.YEAR_STOP: Deed.YEAR_GO_ON,
    Deed.YEAR_SETTLED: Deed.YEAR_DISPUTE,
    Deed.YEAR_SAME: Spot.REQUEST,
    Deed.YEAR_OUT: Spot.REQUEST,
    Deed.TEMPLATE_ACCEPT: Deed.TEMPLATE_DROP,
    Deed.FEEDBACK_BOT: Spot.FEEDBACK,
}

# What shows the consequences before it; with numbers where it is about many.
CONFIRMED: Mapping[Deed, Spot | str] = {
    **dict.fromkeys(
        (
            *(Deed.BOOK, Deed.MENTORS_BOOK, Deed.YEAR_FILE, Deed.SLIPS, Deed.TAKE_ROLE_BACK, Deed.OFFER_DECLINE),
            *(Deed.MATERIAL_DECLINE, Deed.TALK_THANK, Deed.MINUTES_REMOVE, Deed.GATHERING_DROP, Deed.TEMPLATE_DROP),
            *(Deed.YEAR_ARCHIVE, Deed.IT_IS_ME),
        ),
        AGAIN,
    ),
    Deed.WITHDRAW: Spot.WITHDRAW,
    Deed.WITHDRAW_REQUEST: Spot.REQUEST_WITHDRAW,
    Deed.WITHDRAW_MENTORING: Spot.MENTORING_WITHDRAW,
    Deed.WITHDRAW_ASKED_FORM: Spot.ASKED_FORM_WITHDRAW,
    Deed.IMPORT: Spot.STAFF_LIST,
    Deed.APPROVE: Spot.NEWCOMER,
    Deed.APPROVE_ALL: Spot.APPROVE_ALL,
    Deed.REFUSE: Spot.REFUSE,
    Deed.DISCONNECT: Spot.PERSON_DISCONNECT,
    Deed.REMOVE: Spot.PERSON_REMOVE,
    Deed.PAPER_WITHDRAW: Spot.PERSON_WITHDRAW,
    Deed.PERSON_LEAVES: Spot.PERSON_LEAVES,
    Deed.PAPER_CONSENT: Spot.PERSON_PAPER,
    Deed.REMIND: Spot.REMIND,
    Deed.MENTORS_REMIND: Spot.MENTORS_REMIND,
    Deed.FORM_REMIND: Spot.FORM_REMIND,
    Deed.FORM_SEND: Spot.FORM_PREVIEW,
    Deed.NOT_STRICT: Spot.SETTINGS_PRIVACY,
    Deed.OWN_ACCEPT: Spot.OWN_ROADMAP,
    Deed.OWN_GIVE_UP: Spot.OWN_GIVE_UP,
    Deed.ERASE: Spot.ERASURE,
    Deed.DRAFT_PUBLISH: Spot.DRAFT,
    Deed.DRAFT_DROP: Spot.DRAFT_DROP,
    Deed.SURVEY_CLOSE: Spot.SURVEY_CLOSE,
    Deed.ANNOUNCEMENT_SEND: Spot.ANNOUNCEMENT_DRAFT,
    Deed.ANNOUNCEMENT_STOP: Spot.ANNOUNCEMENT_STOP,
    Deed.PAIR_PUBLISH: Spot.PAIR_PUBLISH,
    Deed.PAIR_YES: Spot.PAIR_ANSWER,
    Deed.PAIR_NO: Spot.PAIR_ANSWER,
    Deed.PAIR_END: Spot.PAIR_END,
    Deed.PAIR_CALL_BACK: Spot.PAIR_CALL_BACK,
    Deed.PAIR_OUT: Spot.PAIR_OUT,
    Deed.PAIR_SECOND: Spot.PAIR_SECOND,
    Deed.PAIR_GROUP_WITH: Spot.PAIR_GROUP_MENTOR,
    Deed.PAIRS_ADD: Spot.PAIRS_SHEET,
    Deed.TIMETABLE_TAKE: Spot.TIMETABLE_SHEET,
    Deed.BY_HAND_ASK: Spot.BY_HAND_HOW,
    Deed.BY_HAND_AGREED: Spot.BY_HAND_HOW,
    Deed.OFFER_ACCEPT: Spot.OFFER,
    Deed.OFFER_BEYOND: Spot.OFFER,
    Deed.OTHER_MENTOR: Spot.OTHER_MENTOR,
    Deed.MATERIAL_REMOVE: Spot.MATERIAL_DROP,
    Deed.PROGRAMME_APPROVE: Spot.PROGRAMMES,
    Deed.STEP_REMOVE: Spot.PROGRAMME_STEP_REMOVE,
    Deed.GATHERING_SEND: Spot.GATHERING_PREVIEW,
    Deed.GATHERING_CANCEL: Spot.GATHERING_CANCEL,
    Deed.TALK_ACCEPT: Spot.GATHERING_TALKS,
    Deed.FEEDBACK_ASK: Spot.FEEDBACK,
    Deed.PRACTICE_TAKE_BACK: Spot.PRACTICE_TAKE_BACK,
    Deed.NOMINATION_DROP: Spot.NOMINATION_DROP,
    Deed.YEAR_TURN: Spot.YEAR_TURN,
}


def test_no_deed_is_left_out_or_stands_in_two_lists() -> None:
    listed = Counter([*(each for deeds in HARMLESS.values() for each in deeds), *UNDONE, *CONFIRMED])
    assert set(Deed) - listed.keys() == set(), "what becomes of a slip of the finger here?"
    assert [deed for deed, times in listed.items() if times > 1] == []


@pytest.mark.parametrize("deed", UNDONE, ids=lambda deed: str(deed.name))
def test_what_takes_a_deed_back_stands_on_a_screen(deed: Deed) -> None:
    """A name of an enum is no way back: some screen draws it."""
    back = UNDONE[deed]
    drawn = re.compile(rf"\b{type(back).__name__}\.{back.name}\b(?![^\n]*(?:Does|Opens)\()")
    assert any(drawn.search(line) for line in _handler_lines())


@pytest.mark.parametrize("deed", CONFIRMED, ids=lambda deed: str(deed.name))
def test_what_confirms_a_deed_is_opened_by_a_button(deed: Deed) -> None:
    by = CONFIRMED[deed]
    name = f"Spot.{by.name}" if isinstance(by, Spot) else f"Deed.{deed.name}"
    assert any(re.search(rf"\b{re.escape(name)}\b", line) and "register" not in line for line in _handler_lines())


def _handler_lines() -> list[str]:
    return [
        line
        for path in sorted(HANDLERS.glob("*.py"))
        if path.stem not in ("deeds", "spots")
        for line in path.read_text(encoding="utf-8").splitlines()
    ]
