"""Presses of buttons that come only after something was done: written as their screens write them, by worlds."""

from collections.abc import Mapping

from handlers.presses import Act, Deed, Go, Spot

# What takes an act back names what the act has named.
TAKES_BACK: Mapping[Deed, Deed] = {
    Deed.PAIR_PIN: Deed.PAIR_UNPIN,
    Deed.PAIR_FORBID: Deed.PAIR_ALLOW,
    Deed.PAIR_TIE: Deed.PAIR_UNTIE,
    Deed.PAIR_CANCEL: Deed.PAIR_TAKE_BACK,
    Deed.PAIR_PAUSE: Deed.PAIR_RESUME,
    Deed.PAIR_PAPER_IN: Deed.PAIR_PAPER_OUT,
    Deed.PAIR_EXTERNAL: Deed.PAIR_INTERNAL,
    Deed.OFFER_ACCEPT: Deed.OFFER_BEYOND,
    Deed.LEAVE_PAIR: Deed.STAY_IN_PAIR,
    Deed.QUEUE_OUT: Deed.QUEUE_BACK,
    Deed.ORDER_OUT: Deed.ORDER_IN,
    Deed.ORDER_DRAFT: Deed.ORDER_IN_READY,
    Deed.PERSON_LEAVES: Deed.PERSON_BACK,
    Deed.INVITE: Deed.SECOND_TRY_SEEN,
    Deed.RECEIVED: Deed.NOT_RECEIVED,
    Deed.STRICT: Deed.NOT_STRICT,
    Deed.PROOF: Deed.PROOF_BACK,
    Deed.YEAR_GO_ON: Deed.YEAR_STOP,
    Deed.NOMINATION_OUT: Deed.NOMINATION_IN,
    Deed.STEP_DONE: Deed.STEP_UNDONE,
    Deed.TASK_DONE: Deed.TASK_UNDONE,
    Deed.MENTOR_PAUSE: Deed.MENTOR_RESUME,
    Deed.SIGN_OFF: Deed.SIGN_UP,
    Deed.SEARCH_LEAVE: Deed.SEARCH_AGAIN,
}

LEADING = "coordinator"
_EVENT, _OURS = "event_feedback", "order_regulation"
# By the world of `tests.screens.worlds`, and whose button it would be.
WRITTEN: Mapping[str, tuple[tuple[str, Act | Go], ...]] = {
    "comes": (("teacher", Go(Spot.CONSENT)),),
    "at work": (
        ("teacher", Act(Deed.UNPAUSE)),
        ("teacher", Act(Deed.KNOCK)),
        ("teacher", Act(Deed.THAT_IS_ME, 0, "0" * 32)),
        ("colleague", Act(Deed.FREE_LESSONS_DONE, 1)),
        ("colleague", Act(Deed.PROGRAMME_OWN_WORDS, 1)),
        (LEADING, Act(Deed.MENTORS_REMIND)),
        (LEADING, Act(Deed.POSTER, 0, "0" * 32)),
        (LEADING, Act(Deed.SURVEY_PLAN, 0, "5.mon_start_mentee")),
        (LEADING, Act(Deed.COMPARED_CHART, 0, "mentee")),
        (LEADING, Act(Deed.COMPARED_BOOK, 0, "mentee")),
        (LEADING, Act(Deed.PAIR_SECOND, 1, "3")),
        (LEADING, Act(Deed.PAIR_WHY, 1)),
        (LEADING, Act(Deed.OFFERS_SEEN)),
        (LEADING, Act(Deed.PAIRS_CARE_SEEN)),
        (LEADING, Act(Deed.TEMPLATE_ACCEPT, 1, _OURS)),
        (LEADING, Act(Deed.TEMPLATE_DROP, 0, _OURS)),
    ),
    "staff": ((LEADING, Go(Spot.STAFF_LIST, 1)),),
    "pairs sent": ((LEADING, Go(Spot.PAIRS_SHEET, 1)),),
    "a timetable sent": ((LEADING, Go(Spot.TIMETABLE_SHEET, 1)),),
    "a group": ((LEADING, Act(Deed.PAIR_GROUP_ALLOW, 2)),),
    "offered": (("colleague", Act(Deed.OFFER_REASON, 1, "time")),),
    "alone": (
        ("teacher", Act(Deed.SUPPORT_YES, 1)),
        ("teacher", Act(Deed.SUPPORT_NO, 1)),
        (LEADING, Act(Deed.SUPPORT_HELD, 1, "2")),
    ),
    "a programme approved": (
        (LEADING, Act(Deed.PROGRAMME_APPROVE, 1, "1")),
        (LEADING, Act(Deed.PROGRAMME_RETURN, 1)),
    ),
    "an event": ((LEADING, Act(Deed.FEEDBACK_ASK, 1, "5")),),
    "an event to come": (("teacher", Act(Deed.TALK_OFFER, 1)),),
    "practices": (("teacher", Act(Deed.PRACTICE_SEND, 1)),),
    "a round": ((LEADING, Act(Deed.FORM_REMIND, 0, f".{_EVENT}")),),
    "a roadmap": ((LEADING, Act(Deed.OWN_GIVE_UP)),),
    "an announcement that waits": (("teacher", Act(Deed.ANNOUNCEMENT_READ, 1)),),
    "a year": ((LEADING, Act(Deed.YEAR_ARCHIVE, 2026)), (LEADING, Act(Deed.YEAR_SETTLED, 2026))),
    "holidays": ((LEADING, Act(Deed.CALENDAR_DAY_DROP, 0, "2026-11-03")),),
}
