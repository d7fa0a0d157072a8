"""What a button of a dialog means, and which press it came from."""

from dataclasses import dataclass
from enum import StrEnum


class Move(StrEnum):
    """What a button of a dialog does; the values travel in callback data."""

    START = "st"
    FACTS_RIGHT = "fr"
    PICK = "pk"
    TICK = "ti"
    UNTICK = "un"
    DONE = "dn"
    PAGE = "pg"
    SKIP = "sk"
    BACK = "bk"
    CHANGE = "ch"
    SEND = "sn"
    MORE = "mo"
    PAUSE = "pa"
    RESUME = "rs"
    RESTART = "re"
    ERASE_ALL = "ea"
    CANCEL = "cn"


@dataclass(frozen=True, slots=True)
class Turn:
    """One press: which run and step its button was drawn for, and what it means."""

    run_id: int
    step: int
    question: int  # the place of the question in the form, so that old buttons know what they asked
    move: Move
    argument: str = ""


ANSWERING = frozenset({Move.PICK, Move.TICK, Move.UNTICK, Move.DONE, Move.SKIP})

# These mean the same whenever they are pressed.
TIMELESS = frozenset({Move.RESUME, Move.RESTART, Move.CHANGE, Move.PAUSE, Move.MORE, Move.CANCEL})
