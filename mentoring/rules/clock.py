"""A time of day as people type it."""

import re
from datetime import time

_TYPED = re.compile(r"(?:в |с |к )?([0-2]?\d)(?:[:.,\- ]([0-5]\d))?(?: ?(?:ч\.?|час(?:а|ов)?))?")


def read_clock(text: str) -> str | None:
    """«15:30» for «15.30», «в 15 30» and «15 часов»; None for what is no time of day."""
    found = _TYPED.fullmatch(text.strip().casefold())
    if found is None or int(found[1]) > 23:
        return None
    return f"{int(found[1]):02}:{found[2] or '00'}"


def clock_of(written: str) -> time:
    """Of what `read_clock` gave."""
    return time.fromisoformat(written)
