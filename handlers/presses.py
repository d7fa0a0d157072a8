"""Callback data: small typed values with ids and the step they belong to, at most 64 bytes."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from handlers.effects import Button
from mentoring.filling import Move, Turn

LONGEST = 64


class Spot(StrEnum):
    """A screen that a button opens; opening it twice is harmless."""

    MENU = "menu"
    OWN_MENU = "own"
    HELP = "help"
    REQUEST = "req"
    REQUEST_ANSWERS = "reqa"
    REQUEST_WITHDRAW = "reqw"
    MY_DATA = "data"
    CONSENT = "con"
    CONSENT_TEXT = "cont"
    CONTACT = "contact"
    WITHDRAW = "wd"
    ASK = "ask"
    PAUSE = "pause"
    SCHOOLS = "schools"
    NOTICE = "notice"
    NOTICE_FULL = "noticef"
    TODAY = "today"
    PEOPLE = "ppl"
    PERSON = "prs"
    PERSON_ADD = "prsa"
    PERSON_REQUEST = "prsr"
    PERSON_PAPER = "prsp"
    PERSON_DISCONNECT = "prsd"
    WHO_AM_I = "who"
    IMPORT = "imp"
    STAFF_LIST = "stl"
    INVITES = "inv"
    SLIPS = "slp"
    APPROVALS = "appr"
    APPROVE_ALL = "apal"
    NEWCOMER = "newc"
    APPROVE_AS = "apas"
    REFUSE = "aprf"
    BANK = "bank"
    BANK_ENTRY = "bnke"
    SILENT = "sil"
    REMIND = "rem"
    PAPERS = "pap"
    QUESTIONS = "qst"
    QUESTION = "qsto"
    QUESTION_REPLY = "qstr"
    SETTINGS = "set"
    SETTINGS_ZONE = "setz"
    SETTINGS_YEAR = "sety"
    SETTINGS_WEEK = "setw"
    SETTINGS_PRIVACY = "setp"
    SETTINGS_FIELD = "setf"
    ROADMAP = "road"
    OWN_NAME = "name"
    ERASURES = "ers"
    ERASURE = "er1"


class Deed(StrEnum):
    """An act; guarded by state, so doing it twice changes nothing."""

    AGREE = "agree"
    DECLINE = "decl"
    ALLOW_CONTACT = "cyes"
    REFUSE_CONTACT = "cno"
    WITHDRAW = "wd"
    WITHDRAW_REQUEST = "wdr"
    UNPAUSE = "unp"
    PAUSE_DAYS = "pad"
    KNOCK = "knock"
    SWITCH_SCHOOL = "sw"
    NOTICE_SEEN = "ns"
    TEMPLATE = "tmpl"
    IMPORT = "imp"
    IMPORT_CANCEL = "impc"
    INVITE = "inv"
    PERSON_FORM = "pform"
    POSTER = "post"
    SLIPS = "slips"
    STAFF_ROOM_OPEN = "sro"
    STAFF_ROOM_CLOSE = "src"
    APPROVE = "appr"
    APPROVE_ALL = "appa"
    REFUSE = "refu"
    DISCONNECT = "disc"
    PAPER_CONSENT = "pcon"
    PAPER_FILL = "pfil"
    SEEN = "seen"
    REMIND = "rem"
    BOOK = "book"
    FORMS = "forms"
    RECEIVED = "recv"
    NOT_RECEIVED = "nrec"
    SET_ZONE = "setz"
    SET_YEAR = "sety"
    SET_WEEK = "setw"
    STRICT = "strict"
    NOT_STRICT = "nstr"
    ROADMAP_CONFIRM = "road"
    ERASE = "erase"
    IT_IS_ME = "me"


@dataclass(frozen=True, slots=True)
class Go:
    """Open a screen."""

    to: Spot
    id: int = 0
    page: int = 0


@dataclass(frozen=True, slots=True)
class Act:
    """Do something to the thing of this id."""

    deed: Deed
    id: int = 0
    argument: str = ""


Press: TypeAlias = Go | Act | Turn


def pack(press: Press) -> str:
    """The data of a button; more than 64 bytes is a bug."""
    data = _written(press)
    if len(data.encode()) > LONGEST:
        raise ValueError("callback data is longer than 64 bytes")
    return data


def unpack(data: str) -> Press | None:
    """None for what is forged or of another version of the bot."""
    kind, _, rest = data.partition(":")
    read = _READERS.get(kind)
    try:
        return read(rest) if read else None
    except ValueError:
        return None


def button(label: str, press: Press) -> Button:
    return Button(label, pack(press))


def go(label: str, to: Spot, id_: int = 0, page: int = 0) -> Button:
    return button(label, Go(to, id_, page))


def act(label: str, deed: Deed, id_: int = 0, argument: str = "") -> Button:
    return button(label, Act(deed, id_, argument))


def _written(press: Press) -> str:
    match press:
        case Go(to, id_, page):
            return f"g:{to}:{id_}:{page}"
        case Act(deed, id_, argument):
            return f"a:{deed}:{id_}:{argument}"
        case Turn(run_id, step, question, move, argument):
            return f"t:{run_id}:{step}:{question}:{move}:{argument}"


def _go(rest: str) -> Go:
    to, id_, page = rest.split(":")
    return Go(Spot(to), int(id_), int(page))


def _act(rest: str) -> Act:
    deed, id_, argument = rest.split(":", 2)
    return Act(Deed(deed), int(id_), argument)


def _turn(rest: str) -> Turn:
    run_id, step, question, move, argument = rest.split(":", 4)
    return Turn(int(run_id), int(step), int(question), Move(move), argument)


_READERS: Mapping[str, Callable[[str], Press]] = {"g": _go, "a": _act, "t": _turn}
