"""Names of files as we keep them: what is shown is what is there."""

import re

from mentoring.rules.text import clean_line

LONGEST_STEM = 80
UNNAMED = "Материал"

_ENDING = re.compile(r"[A-Za-z0-9]{1,8}")
_FOREIGN = re.compile(r'[<>:"|?*]+')
# Windows takes these for devices, whatever the ending.
_DEVICES = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)", re.IGNORECASE)


def plain_name(name: str) -> str:
    """The last part of a path without control, invisible and direction-changing characters, ends trimmed.

    An ending is looked for here: «otchet.exe. » is a program, whatever a screen shows.
    """
    last = re.split(r"[/\\]", name)[-1]
    return clean_line(_FOREIGN.sub(" ", clean_line(last))).strip().rstrip(" .")


def endings(name: str) -> tuple[str, ...]:
    """Every ending of the name in small letters, without dots; the last one decides what opens it."""
    _, *found = plain_name(name).casefold().split(".")
    # «урок.exe поток.pdf» was «урок.exe:поток.pdf», a program with a second name; «1. Run» is a sentence.
    return tuple(each.partition(" ")[0] or each.strip() for each in found)


def clean_name(name: str) -> str:
    """The name to keep: no path, no control characters, not longer than a screen; never empty."""
    whole = plain_name(name)
    stem, _, ending = whole.rpartition(".")
    if not _ENDING.fullmatch(ending):
        stem, ending = whole, ""
    stem = stem.strip(" .")[:LONGEST_STEM].strip(" .") or UNNAMED
    stem = f"{stem}_" if _DEVICES.fullmatch(stem) else stem
    return f"{stem}.{ending.lower()}" if ending else stem
