"""Which of a thing's reminders is due today: pure, from its days and from what was said of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

STALE_DAYS = 7  # a reminder that is older is not said any more (the reminder policy of the roadmap)


@dataclass(frozen=True, slots=True)
class Thing:
    """One thing that somebody is to be reminded of; `step` counts its reminders from 0.

    `asked_for`: they have put it off until this day themselves.
    """

    person_id: int
    key: str
    step: int
    asked_for: bool = False


@dataclass(frozen=True, slots=True)
class Last:
    """The last step that was said of a thing, and when."""

    step: int
    on: date


def due_step(days: Sequence[date], today: date, *, said: Last | None, put_off: date | None = None) -> int | None:
    """The last step whose day has come, unless it or a later one was said, or it has gone stale.

    Earlier steps that nobody said are superseded: after an absence one message comes, not a heap. A person who has
    put the thing off until a day hears of it on that day: it is the next step, or the last one once more.
    """
    if put_off is not None and today < put_off:
        return None
    come = [step for step, day in enumerate(days) if day <= today]
    if not come:
        return None
    step, since = come[-1], max(days[come[-1]], put_off or date.min)
    if said is not None and put_off is not None and is_asked_for(said, put_off):
        step, since = max(step, min(said.step + 1, len(days) - 1)), put_off
    elif said is not None and step <= said.step:
        return None
    return step if today - since <= timedelta(days=STALE_DAYS) else None


def is_asked_for(said: Last | None, put_off: date | None) -> bool:
    """Has the person chosen a day for it, and heard nothing of it since?"""
    return put_off is not None and (said is None or said.on < put_off)
