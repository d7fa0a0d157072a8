"""Filling a form: every multi-step input of the bot, from the setup to the request.

A run stands in the database; each move loads it, asks the pure engine and stores where the person is now.
"""

from mentoring.filling.begin import ask_coordinator, begin, current, greet, leave, resume
from mentoring.filling.moves import Move, Turn, say, turn
from mentoring.filling.steps import (
    AlreadyAnswered,
    Ask,
    Cancelled,
    ConsentNeeded,
    Facts,
    Finished,
    Gone,
    Intro,
    Paused,
    Step,
    Stopped,
    Summary,
)
from storage.runs import Run

__all__ = [
    "AlreadyAnswered",
    "Ask",
    "Cancelled",
    "ConsentNeeded",
    "Facts",
    "Finished",
    "Gone",
    "Intro",
    "Move",
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
    "resume",
    "say",
    "turn",
]
