"""Filling a form: every multi-step input of the bot, from the setup to the request.

A run stands in the database; each move loads it, asks the pure engine and stores where the person is now.
"""

from mentoring.filling.acting import say, turn
from mentoring.filling.begin import ask_coordinator, begin, current, greet, leave, resume, try_out
from mentoring.filling.preview import preview
from mentoring.filling.steps import (
    AlreadyAnswered,
    Ask,
    Cancelled,
    Closed,
    ConsentNeeded,
    EraseAll,
    Facts,
    Finished,
    Gone,
    Intro,
    Late,
    Open,
    Paused,
    Step,
    Stopped,
    Summary,
)
from mentoring.filling.turns import Move, Turn
from storage.runs import Run

__all__ = [
    "AlreadyAnswered",
    "Ask",
    "Cancelled",
    "Closed",
    "ConsentNeeded",
    "EraseAll",
    "Facts",
    "Finished",
    "Gone",
    "Intro",
    "Late",
    "Move",
    "Open",
    "Paused",
    "Run",
    "Step",
    "Stopped",
    "Summary",
    "Turn",
    "ask_coordinator",
    "begin",
    "current",
    "greet",
    "leave",
    "preview",
    "resume",
    "say",
    "try_out",
    "turn",
]
