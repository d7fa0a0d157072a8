"""Answers read back by pages: Telegram refuses a message that is too long, and nobody reads one."""

from collections.abc import Sequence
from dataclasses import dataclass

from handlers.texts.common import cut, safe
from mentoring.rules.questionnaire import SummaryLine

ROOM = 3500  # of the 4096 that a message holds: a head and the number of the page need some
PIECE = 3000  # of one answer in one message
MOST_LINES = 25  # a thumb scrolls no further, and each may have a button


@dataclass(frozen=True, slots=True)
class Page:
    text: str
    lines: tuple[int, ...]  # the places of the lines that begin on it, from 0


def by_pages(head: str, further: str, lines: Sequence[Sequence[str]], *, between: str = "\n\n") -> list[Page]:
    """All lines in as many messages as it takes.

    `lines` are ready paragraphs of at most `PIECE` characters and their question, one or more for an answer;
    `further` heads every page but the first.
    """
    pages, gap = [Page(head, ())], "\n\n"
    for at, paragraphs in enumerate(lines):
        for number, paragraph in enumerate(paragraphs):
            is_full = len(pages[-1].text) + len(gap) + len(paragraph) > ROOM or len(pages[-1].lines) == MOST_LINES
            if is_full:
                pages.append(Page(further, ()))
                gap = "\n\n"
            here = pages[-1]
            begun = here.lines if number else (*here.lines, at)
            pages[-1] = Page(f"{here.text}{gap}{paragraph}", begun)
            gap = between
    return pages


def answer(line: SummaryLine, room: int = PIECE) -> str:
    """As much of an answer as there is room for; a dash where it was skipped."""
    return safe(cut(_whole(line), room))


def pieces(line: SummaryLine) -> list[str]:
    """The whole answer, in pieces that fit into a message each."""
    whole = _whole(line)
    return [safe(whole[at : at + PIECE]) for at in range(0, len(whole), PIECE)]


def _whole(line: SummaryLine) -> str:
    return "; ".join(line.labels) if line.labels else "—"
