"""How an office paper says a name, a day, a term, and what is not known. Plain text, light enough for any process."""

from datetime import date

from mentoring.rules.names import short_name
from mentoring.rules.text import clean_line

BLANK = "__________"
LONG_BLANK = "_" * 60  # about as much as the line of a page
NO_DAY = "«___» __________ 20__ г."


def filled(text: str) -> str:
    """People's words on one line, or a blank."""
    return clean_line(text) or BLANK


def day(of: date | None) -> str:
    return f"{of:%d.%m.%Y}" if of else BLANK


def term(starts_on: date | None, ends_on: date | None) -> str:
    return f"с {day(starts_on)} по {day(ends_on)}"


def inside(text: str) -> str:
    """A post or the like after a comma: «учитель физики»; an abbreviation keeps its letters."""
    said = clean_line(text)
    return said[:1].lower() + said[1:] if said[1:2].islower() else said


def signed_name(full: str) -> str:
    """«А. П. Иванова», as it stands beside a signature."""
    surname, *initials = short_name(full).split()[:3] or [BLANK]
    return " ".join([*initials, surname]) if surname else BLANK
