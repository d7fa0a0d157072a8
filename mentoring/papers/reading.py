"""Files in: what a hostile or damaged file does to a reader, and a cell as people see it."""

import warnings
from collections.abc import Callable
from datetime import date, datetime, time
from typing import TypeVar

from mentoring.papers.uploads import FileProblem, FileReason, check_workbook

Found = TypeVar("Found")


Check = Callable[[bytes], FileProblem | None]


def read_safely(content: bytes, read: Callable[[bytes], Found], check: Check = check_workbook) -> Found | FileProblem:
    """What `read` finds in a file that may be unpacked; it may trip over anything at all."""
    if problem := check(content):
        return problem
    with warnings.catch_warnings():
        # openpyxl tells of what it skips (styles, validations) and names cells' values while at it.
        warnings.filterwarnings("ignore", category=UserWarning, module="openpyxl")
        try:
            return read(content)
        except MemoryError:
            return FileProblem(FileReason.TOO_LARGE)
        except Exception:  # a hostile or damaged file may raise anything at all; its text is never logged
            return FileProblem(FileReason.BROKEN)


def as_seen(value: object) -> str:
    """A cell as a person would read it: «12», not «12.0»; «05.09.2026», not «2026-09-05 00:00:00»."""
    match value:
        case bool():
            return "да" if value else "нет"
        case float():
            return f"{value:.10g}".replace(".", ",")
        case datetime() | date():
            return f"{value:%d.%m.%Y}"
        case time():
            return f"{value:%H:%M}"
    return "" if value is None else str(value)
