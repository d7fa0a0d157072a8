"""Who may do what: every deed and every screen stands in one group, under the people whose right it is.

Written out, and taken from nothing that it judges: a new deed or screen has to be given its people here.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum, auto
from typing import TypeAlias

from handlers.presses import Deed, Spot

Thing: TypeAlias = Deed | Spot


class Who(Enum):
    """What somebody is; most people are several of these."""

    STRANGER = auto()  # nobody's member
    MEMBER = auto()  # of the school, whatever they have consented to; who waits to be let in is one already
    PARTICIPANT = auto()  # let in, and has consented
    MENTOR = auto()  # of a pair that is proposed or at work, or ready to be one
    MENTEE = auto()
    PSYCHOLOGIST = auto()
    DIRECTOR = auto()
    DEPUTY = auto()
    COORDINATOR = auto()


LEADS = frozenset({Who.COORDINATOR, Who.DEPUTY})
PAIR = frozenset({Who.MENTOR, Who.MENTEE})
READERS = LEADS | {Who.PARTICIPANT}


@dataclass(frozen=True, slots=True)
class Right:
    who: frozenset[Who]
    deeds: tuple[Deed, ...]
    spots: tuple[Spot, ...] = ()


# By what the right comes from.
RIGHTS: Mapping[str, Right] = {
    "holds an invitation, or has tried to guess one": Right(
        frozenset({Who.STRANGER, Who.MEMBER}), (Deed.THAT_IS_ME, Deed.KNOCK)
    ),
    "decides about themselves": Right(
        frozenset({Who.MEMBER}),
        (
            *(Deed.AGREE, Deed.DECLINE, Deed.ALLOW_CONTACT, Deed.REFUSE_CONTACT, Deed.WITHDRAW, Deed.WITHDRAWAL_FORM),
            *(Deed.OWN_DATA, Deed.PAUSE_DAYS, Deed.UNPAUSE, Deed.SWITCH_SCHOOL, Deed.ANNOUNCEMENT_READ, Deed.PUT_OFF),
        ),
        (
            *(Spot.MENU, Spot.HELP, Spot.CONSENT, Spot.CONSENT_TEXT, Spot.CONTACT, Spot.MY_DATA, Spot.WITHDRAW),
            *(Spot.ASK, Spot.OWN_NAME, Spot.PAUSE, Spot.SCHOOLS, Spot.PUT_OFF, Spot.OWN_MENU),
        ),
    ),
    "takes part: answers for themselves": Right(
        frozenset({Who.PARTICIPANT}),
        (
            *(Deed.WITHDRAW_REQUEST, Deed.WITHDRAW_MENTORING, Deed.WITHDRAW_ASKED_FORM, Deed.TAKE_ON, Deed.PORTFOLIO),
            *(Deed.MENTOR_PAUSE, Deed.MENTOR_RESUME, Deed.GATHERING_ANSWER, Deed.TALK_OFFER, Deed.SEARCH_GO_ON),
            *(Deed.SEARCH_LEAVE, Deed.SEARCH_AGAIN, Deed.SUPPORT_YES, Deed.SUPPORT_NO, Deed.SIGN_UP, Deed.SIGN_OFF),
            *(Deed.YEAR_SAME, Deed.YEAR_CHANGE, Deed.YEAR_OUT, Deed.FREE_LESSON, Deed.BUSY_LESSON),
            *(Deed.FREE_LESSONS_DONE,),
        ),
        (
            *(Spot.REQUEST, Spot.REQUEST_WITHDRAW, Spot.MENTORING, Spot.MENTORING_WITHDRAW, Spot.ASKED_FORM),
            *(Spot.ASKED_FORM_WITHDRAW, Spot.MY_GATHERINGS, Spot.MY_GATHERING, Spot.SEARCH, Spot.YEAR_CONFIRM),
            *(Spot.MY_MATERIALS, Spot.SHELF_EVENT, Spot.FREE_LESSONS),
        ),
    ),
    "reads and writes what the school shares": Right(
        READERS,
        (
            *(Deed.MATERIAL_FIND, Deed.MATERIAL_SEND, Deed.PRACTICE_SEARCH, Deed.PRACTICE_BEGIN, Deed.PRACTICE_EDIT),
            *(Deed.PRACTICE_SEND, Deed.PRACTICE_TAKE_BACK, Deed.PRACTICE_PUBLISH, Deed.PRACTICE_STAYS, Deed.TASK_DONE),
            *(Deed.TASK_UNDONE, Deed.GATHERING_FILE),
        ),
        (
            *(Spot.SHELF, Spot.SHELF_AREA, Spot.PRACTICES, Spot.PRACTICE_LIST, Spot.PRACTICE, Spot.MY_PRACTICES),
            *(Spot.PRACTICE_FIELDS, Spot.PRACTICE_TAKE_BACK, Spot.PRACTICE_PUBLISH, Spot.MATERIAL),
        ),
    ),
    "keeps a material: a coordinator any, a mentor their own proposal": Right(
        LEADS | {Who.MENTOR},
        (
            *(Deed.MATERIAL_LINK, Deed.MATERIAL_FILE, Deed.MATERIAL_REMOVE, Deed.MATERIAL_TITLE, Deed.MATERIAL_PURPOSE),
            *(Deed.MATERIAL_AUDIENCE, Deed.MATERIAL_AREA_IN, Deed.MATERIAL_AREA_OUT),
        ),
        (Spot.MATERIAL_AREAS, Spot.MATERIAL_DROP),
    ),
    "is asked to be in the pair, or works in it": Right(
        PAIR,
        (
            *(Deed.OFFER_ACCEPT, Deed.OFFER_DECLINE, Deed.OFFER_REASON, Deed.NOTE, Deed.NOTE_HOW, Deed.NOTE_TOPIC),
            *(Deed.NOTE_NEXT, Deed.NOTE_BACK, Deed.NOTE_CONFIRM, Deed.NOTE_OTHERWISE, Deed.FIT, Deed.MEETING_CHOOSE),
            *(Deed.MEETING_AGREE, Deed.MEETING_REFUSE, Deed.MEETING_MOVE, Deed.LEAVE_PAIR, Deed.STAY_IN_PAIR),
            *(Deed.LEAVE_PAPER, Deed.OBSERVATION_SHEET),
        ),
        (
            *(Spot.OFFER, Spot.MY_PAIRS, Spot.MY_PAIR, Spot.MET_DAY, Spot.MET_OTHER_DAY, Spot.MET_TOPIC, Spot.NOTE),
            *(Spot.NOTE_HOW, Spot.NOTE_TOPIC, Spot.MEETING, Spot.MEETING_MOVED, Spot.MEETING_TIME, Spot.FIT),
            *(Spot.LEAVE_PAIR, Spot.SHELF_PAIR),
        ),
    ),
    "is the mentor": Right(frozenset({Who.MENTOR}), (Deed.OFFER_BEYOND, Deed.MATERIAL_SUBMIT), (Spot.SHELF_PROPOSE,)),
    "is the mentee": Right(frozenset({Who.MENTEE}), (Deed.OTHER_MENTOR,), (Spot.OTHER_MENTOR,)),
    "writes the pair's programme: both sides, and who leads for those without Telegram": Right(
        PAIR | LEADS,
        (
            *(Deed.PROGRAMME_BEGIN, Deed.PROGRAMME_TYPE, Deed.PROGRAMME_OWN_WORDS, Deed.PROGRAMME_SEND),
            *(Deed.PROGRAMME_REOPEN, Deed.PROGRAMME_PAPER, Deed.PROGRAMME_REPORT, Deed.STEP_OWN, Deed.STEP_IN),
            *(Deed.STEP_OUT, Deed.STEP_MOVE, Deed.STEP_DATE, Deed.STEP_REMOVE, Deed.STEP_DONE, Deed.STEP_UNDONE),
        ),
        (
            *(Spot.MY_PROGRAMME, Spot.PROGRAMME_PLAN, Spot.PROGRAMME_HISTORY, Spot.PROGRAMME_STEP),
            *(Spot.PROGRAMME_STEP_REMOVE, Spot.PROGRAMME_ADD, Spot.PROGRAMME_OFFERED, Spot.PROGRAMME_WORDS),
            *(Spot.PROGRAMME_LACKS,),
        ),
    ),
    "is the psychologist": Right(frozenset({Who.PSYCHOLOGIST}), (Deed.REFERRAL_HELD,), (Spot.REFERRALS, Spot.REFERRAL)),
    "reads the year's numbers": Right(LEADS | {Who.DIRECTOR}, (Deed.YEAR_FILE,), (Spot.TODAY, Spot.YEAR_END)),
    "leads: the school's people": Right(
        LEADS,
        (
            *(Deed.JOURNAL_BOOK, Deed.APPROVE_ALL, Deed.APPROVE, Deed.REFUSE, Deed.INVITE, Deed.PERSON_FORM),
            *(Deed.SECOND_TRY_SEEN, Deed.DISCONNECT, Deed.REMOVE, Deed.PAPER_WITHDRAW, Deed.ERASE),
            *(Deed.DESTRUCTION_MAKE, Deed.DESTRUCTION_SIGN, Deed.STAFF_ROOM_OPEN, Deed.STAFF_ROOM_CLOSE, Deed.POSTER),
            *(Deed.SLIPS, Deed.PERSON_LEAVES, Deed.PERSON_BACK, Deed.PAPER_CONSENT, Deed.RECEIVED, Deed.NOT_RECEIVED),
            *(Deed.FORMS, Deed.IT_IS_ME, Deed.TAKE_ROLE_BACK, Deed.TEMPLATE, Deed.IMPORT, Deed.IMPORT_CANCEL),
            *(Deed.DECLENSION_YES, Deed.DECLENSION_SAME, Deed.DECLENSION_FIX),
        ),
        (
            *(Spot.JOURNAL, Spot.APPROVALS, Spot.APPROVE_ALL, Spot.NEWCOMER, Spot.APPROVE_AS, Spot.REFUSE, Spot.PERSON),
            *(Spot.PERSON_DISCONNECT, Spot.PERSON_REMOVE, Spot.PERSON_WITHDRAW, Spot.ERASURES, Spot.ERASURE),
            *(Spot.DESTRUCTIONS, Spot.DESTRUCTION, Spot.INVITES, Spot.SLIPS, Spot.PERSON_LEAVES, Spot.PERSON_PAPER),
            *(Spot.PAPERS, Spot.PEOPLE, Spot.PERSON_ADD, Spot.WHO_AM_I, Spot.QUESTIONS, Spot.QUESTION),
            *(Spot.QUESTION_REPLY, Spot.PERSON_ROLES, Spot.IMPORT, Spot.STAFF_LIST, Spot.DECLENSIONS, Spot.DECLENSION),
        ),
    ),
    "leads: what people are asked, and what they answer": Right(
        LEADS,
        (
            *(Deed.SEEN, Deed.REMIND, Deed.BOOK, Deed.MENTOR_SEEN, Deed.MENTORS_REMIND, Deed.MENTORS_BOOK),
            *(Deed.PREVIEW_ONLY, Deed.DRAFT_TRY, Deed.DRAFT_PUBLISH, Deed.DRAFT_DROP, Deed.FORM_REMIND, Deed.FORM_TICK),
            *(Deed.FORM_UNTICK, Deed.FORM_TICK_EXPERIENCED, Deed.FORM_TICK_UNANSWERED, Deed.FORM_UNTICK_ALL),
            *(Deed.FORM_UNTIL, Deed.FORM_SEND, Deed.FORM_FILE, Deed.FORM_XLSFORM, Deed.FORM_NEW, Deed.FORM_EARLIER),
            *(Deed.SURVEY_PLAN, Deed.SURVEY_CLOSE, Deed.SURVEY_CHART, Deed.SURVEY_BOOK, Deed.TALLY_CHART),
            *(Deed.TALLY_BOOK, Deed.COMPARED_CHART, Deed.COMPARED_BOOK, Deed.MONITORING_PAPER),
        ),
        (
            *(Spot.BANK, Spot.BANK_ENTRY, Spot.SILENT, Spot.REMIND, Spot.MENTORS, Spot.MENTORS_REFUSED, Spot.MENTOR),
            *(Spot.MENTORS_SILENT, Spot.MENTORS_REMIND, Spot.DRAFT, Spot.DRAFT_PREVIEW, Spot.DRAFT_DROP),
            *(Spot.FORM_SILENT, Spot.FORM_REMIND, Spot.FORM_TICKS, Spot.FORM_PREVIEW, Spot.FORM_UNTIL, Spot.FORMS),
            *(Spot.FORM, Spot.FORM_SEND, Spot.FORM_VERSIONS, Spot.SURVEY_PLANS, Spot.SURVEY_PLAN, Spot.NAMELESS),
            *(Spot.SURVEY_CLOSE, Spot.SURVEY, Spot.SURVEY_COMMENTS, Spot.TALLIES, Spot.MONITORING, Spot.COMPARED),
            *(Spot.SWOT,),
        ),
    ),
    "leads: pairs": Right(
        LEADS,
        (
            *(Deed.PAIRS_TEMPLATE, Deed.PAIRS_ADD, Deed.PAIRS_CANCEL, Deed.BY_HAND_ASK, Deed.BY_HAND_AGREED),
            *(Deed.BY_HAND_ORDERED, Deed.PAIR_WHY, Deed.PAIR_SECOND, Deed.PAIR_GROUP_WITH, Deed.PAIR_GROUP_SPLIT),
            *(Deed.PAIR_GROUP_ALLOW, Deed.PAIRS_CARE_SEEN, Deed.PAIR_MATCH, Deed.PAIR_GROUP, Deed.PAIR_PUBLISH),
            *(Deed.PAIR_DRAFT_DROP, Deed.PAIR_END, Deed.PAIR_CALL_BACK, Deed.PAIR_CANCEL, Deed.PAIR_TAKE_BACK),
            *(Deed.PAIR_PAUSE, Deed.PAIR_RESUME, Deed.PAIR_OUT, Deed.PAIR_FORMAT, Deed.ORDER_IN, Deed.ORDER_OUT),
            *(Deed.ORDER_IN_READY, Deed.ORDER_DRAFT, Deed.ORDER_AGREEMENTS, Deed.ORDER_SIGN, Deed.PAIR_EXTERNAL),
            *(Deed.PAIR_INTERNAL, Deed.PAIR_REFUSAL, Deed.PAIR_CONSENTS, Deed.PAIR_PAPER_IN, Deed.PAIR_PAPER_OUT),
            *(Deed.PAIR_PAPER_FREE, Deed.PAIR_SWAP, Deed.OFFERS_SEEN, Deed.PAIR_YES, Deed.PAIR_NO, Deed.PAIRS_BOOK),
            *(Deed.PAIRS_CHART, Deed.PAIR_PIN, Deed.PAIR_FORBID, Deed.PAIR_UNPIN, Deed.PAIR_ALLOW, Deed.PAIR_TIE),
            *(Deed.PAIR_UNTIE, Deed.PAIR_WHY_NOT, Deed.PAIR_OFFER, Deed.ORDER_AGAIN, Deed.SUPPORT_OFFER),
            *(Deed.SUPPORT_HELD, Deed.QUEUE_OUT, Deed.QUEUE_BACK, Deed.PROGRAMME_APPROVE, Deed.PROGRAMME_RETURN),
            *(Deed.PROGRAMME_EXTEND, Deed.TIMETABLE_TEMPLATE, Deed.TIMETABLE_TAKE, Deed.TIMETABLE_CANCEL),
        ),
        (
            *(Spot.PAIRS_IMPORT, Spot.PAIRS_SHEET, Spot.PAIR_BY_HAND, Spot.BY_HAND_MENTOR, Spot.BY_HAND_HOW),
            *(Spot.PAIR_SECOND, Spot.PAIR_GROUP_MENTOR, Spot.PAIR_GROUP_SPLIT, Spot.PAIRS_CARE, Spot.PAIR_OTHER),
            *(Spot.PAIR_DRAFT, Spot.PAIR_GROUP, Spot.PAIR_PUBLISH, Spot.PAIR_END, Spot.PAIR_CALL_BACK),
            *(Spot.PAIR_CANCEL, Spot.PAIR_OUT, Spot.PAIR_FORMAT, Spot.PAIR_ORDERS, Spot.PAIR_ORDER, Spot.PAIR_PAPERS),
            *(Spot.PAIR_PAPER, Spot.PAIR_SWAPS, Spot.PAIR_SWAP, Spot.PAIRS, Spot.PAIRS_ENDED, Spot.OFFERS_BACK),
            *(Spot.PAIR, Spot.PAIR_ANSWER, Spot.RANKING, Spot.RANKED, Spot.SIGNED_ORDERS, Spot.SIGNED_ORDER),
            *(Spot.QUEUE, Spot.QUEUE_PERSON, Spot.QUEUE_PEERS, Spot.QUEUE_LEFT, Spot.PROGRAMMES, Spot.TIMETABLE),
            *(Spot.TIMETABLE_SHEET,),
        ),
    ),
    "leads: announcements, events, what is shared": Right(
        LEADS,
        (
            *(Deed.ANNOUNCEMENT_STOP, Deed.ANNOUNCEMENT_SEND, Deed.ANNOUNCEMENT_DROP, Deed.GATHERING_SHEET),
            *(Deed.ATTENDED, Deed.NOT_ATTENDED, Deed.ATTENDED_PROMISED, Deed.GUESTS, Deed.FEEDBACK_ASK),
            *(Deed.FEEDBACK_BOT, Deed.MINUTES_TYPE, Deed.MINUTES_REMOVE, Deed.MINUTES_PAPER, Deed.TASK_TO),
            *(Deed.GATHERING_TYPE, Deed.GATHERING_TICK, Deed.GATHERING_UNTICK, Deed.GATHERING_GROUP),
            *(Deed.GATHERING_UNTICK_ALL, Deed.GATHERING_SEND, Deed.GATHERING_CALLS, Deed.GATHERING_CANCEL),
            *(Deed.GATHERING_DROP, Deed.TALK_ACCEPT, Deed.TALK_THANK, Deed.MATERIAL_TAKE, Deed.MATERIAL_DECLINE),
            *(Deed.PRACTICE_ACCEPT, Deed.PRACTICE_RETURN, Deed.PRACTICE_COLLECT, Deed.NOMINATION_ADD),
            *(Deed.NOMINATION_TYPE, Deed.NOMINATION_IN, Deed.NOMINATION_OUT, Deed.NOMINATION_DROP),
        ),
        (
            *(Spot.ANNOUNCEMENTS, Spot.ANNOUNCEMENT, Spot.ANNOUNCEMENT_UNREAD, Spot.ANNOUNCEMENT_STOP, Spot.WRITE),
            *(Spot.WRITE_TO, Spot.ANNOUNCEMENT_DRAFT, Spot.ANNOUNCEMENT_BEYOND, Spot.ANNOUNCEMENT_TEXT),
            *(Spot.ATTENDANCE, Spot.FEEDBACK, Spot.MINUTES, Spot.MINUTES_ITEM, Spot.TASKS, Spot.TASK_WHO),
            *(Spot.GATHERINGS, Spot.GATHERING, Spot.GATHERING_PEOPLE, Spot.GATHERING_PREVIEW, Spot.GATHERING_BEYOND),
            *(Spot.GATHERING_ANSWERS, Spot.GATHERING_CHANGE, Spot.GATHERING_CANCEL, Spot.GATHERING_TALKS),
            *(Spot.MATERIALS, Spot.MATERIALS_AREA, Spot.MATERIALS_PROPOSED, Spot.PRACTICE_DESK),
            *(Spot.PRACTICE_COLLECTION, Spot.NOMINATIONS, Spot.NOMINATION, Spot.NOMINATION_DROP, Spot.NOMINATIONS_READ),
        ),
    ),
    "leads: the school, its year and its papers": Right(
        LEADS,
        (
            *(Deed.OWN_SEND, Deed.OWN_ANSWER, Deed.OWN_TYPE, Deed.OWN_ACCEPT, Deed.OWN_DROP, Deed.OWN_GIVE_UP),
            *(Deed.ROADMAP_CONFIRM, Deed.ROADMAP_MOVE, Deed.ROADMAP_DECIDE, Deed.ROADMAP_FILE, Deed.PROOF),
            *(Deed.PROOF_BACK, Deed.CALENDAR_TAKE, Deed.CALENDAR_BREAK, Deed.CALENDAR_BREAK_DROP, Deed.CALENDAR_OFF),
            *(Deed.CALENDAR_WORKS, Deed.CALENDAR_DAY_DROP, Deed.SET_ZONE, Deed.SET_YEAR, Deed.SET_WEEK, Deed.STRICT),
            *(Deed.NOT_STRICT, Deed.TEMPLATE_OURS, Deed.TEMPLATE_ACCEPT, Deed.TEMPLATE_DROP, Deed.DOCUMENT_FILL),
            *(Deed.DOCUMENT_CHANGE, Deed.DOCUMENT_MAKE, Deed.DOCUMENT_SIGN, Deed.HONOUR_MAKE, Deed.HONOUR_SIGN),
            *(Deed.HONOUR_ORDER, Deed.YEAR_GO_ON, Deed.YEAR_STOP, Deed.YEAR_TURN, Deed.YEAR_ARCHIVE, Deed.YEAR_EXTEND),
            *(Deed.YEAR_DISPUTE, Deed.YEAR_SETTLED, Deed.YEAR_WRITE, Deed.NOTICE_SEEN),
        ),
        (
            *(Spot.OWN_ROADMAP, Spot.OWN_CHANGES, Spot.OWN_QUESTION, Spot.OWN_GIVE_UP, Spot.ROADMAP_DATES),
            *(Spot.ROADMAP_DATE, Spot.ROADMAP, Spot.ROADMAP_STAGE, Spot.ROADMAP_ACTIVITY, Spot.ROADMAP_QUESTION),
            *(Spot.CALENDAR, Spot.CALENDAR_PROPOSAL, Spot.CALENDAR_BREAK, Spot.SETTINGS, Spot.SETTINGS_FIELD),
            *(Spot.SETTINGS_PAPERS, Spot.SETTINGS_ZONE, Spot.SETTINGS_YEAR, Spot.SETTINGS_WEEK, Spot.SETTINGS_PRIVACY),
            *(Spot.DOCUMENT_TEMPLATE, Spot.DOCUMENTS, Spot.DOCUMENT, Spot.DOCUMENT_DATA, Spot.HONOURS, Spot.HONOUR),
            *(Spot.YEAR_TURN, Spot.YEAR_PAIRS, Spot.YEAR_BANK, Spot.YEAR_KEPT, Spot.NOTICE_FULL),
        ),
    ),
}


def every() -> Iterator[tuple[Thing, Right]]:
    for right in RIGHTS.values():
        yield from ((deed, right) for deed in right.deeds)
        yield from ((spot, right) for spot in right.spots)


def name(of: Thing) -> str:
    """Values alone do not tell a deed from a screen."""
    return f"{type(of).__name__}.{of.name}"


_MAY: Mapping[str, frozenset[Who]] = {name(thing): right.who for thing, right in every()}


def may(thing: Thing) -> frozenset[Who]:
    """Whoever is one of these may, with what is their own."""
    return _MAY[name(thing)]
