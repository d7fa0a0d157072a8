"""The roadmap's words: the same in its Word, its Excel, its picture, and in the chat beside them. Plain text."""

import re
from collections.abc import Iterator
from datetime import date
from enum import StrEnum

from mentoring.papers.roadmap_values import RoadmapActivity, RoadmapPaper, RoadmapStage
from mentoring.rules.stage_status import State
from mentoring.rules.text import clean_line

TITLE = "Дорожная карта наставничества"
NO_TERM = "срок не назван"
NO_STAGES = "Этапов в дорожной карте пока нет"
NO_ACTIVITIES = "Мероприятий пока нет"
NOBODY = "не назначен"
NAMELESS = "без названия"

_NEXT = 3
_LONGEST_CAPTION = 1000
_LONGEST_TEXT, _LONGEST_SCHOOL = 90, 60  # letters in the caption: small pictures count twice there
_MISSPELT = re.compile(r"\b([Вв]) течении\b")


class Mark(StrEnum):
    """What is shown of an activity: its state, or that it is late."""

    DONE = "сделано"
    IN_PROGRESS = "в работе"
    NOT_STARTED = "не начато"
    OVERDUE = "просрочено"
    NOT_APPLICABLE = "не требуется"


_STATES = {
    State.DONE: Mark.DONE,
    State.IN_PROGRESS: Mark.IN_PROGRESS,
    State.NOT_STARTED: Mark.NOT_STARTED,
    State.NOT_APPLICABLE: Mark.NOT_APPLICABLE,
}
_CLOSED = frozenset({Mark.DONE, Mark.NOT_APPLICABLE})


def mark(of: RoadmapActivity) -> Mark:
    """What is done or not wanted is not late any more."""
    return Mark.OVERDUE if of.is_overdue and state(of) not in _CLOSED else state(of)


def state(of: RoadmapActivity) -> Mark:
    """How far it is, late or not."""
    return _STATES[of.state]


def has_own_term(of: RoadmapActivity) -> bool:
    """One without has its stage's."""
    return bool(of.due or shown(of.due_words)) or state(of) is Mark.NOT_APPLICABLE


def missing(of: RoadmapPaper) -> tuple[str, ...]:
    """What is not known or not confirmed and stands blank in the Word paper: «Не заполнено: …»."""
    school = () if clean_line(of.school) else ("название школы",)
    stages = () if of.stages else ("этапы дорожной карты",)
    return school + stages + tuple(each for stage in of.stages for each in _missing(stage))


def blanks(of: RoadmapPaper) -> str:
    """«Не заполнено: …», as much of it as a caption holds; nothing when the paper is whole."""
    left = missing(of)
    return _short(f"Не заполнено: {'; '.join(left)}.", _LONGEST_CAPTION) if left else ""


def roadmap_caption(of: RoadmapPaper) -> str:
    """The picture for whoever does not see it, of at most 1000 letters as Telegram counts them."""
    return "\n".join([f"{TITLE}, {year(of)}.", *_school(of), f"{counts(of)} На {day(of.today)}.", *_coming(of)])


def counts(of: RoadmapPaper) -> str:
    """«Мероприятий: 22. Сделано: 3. Просрочено: 1.»"""
    marks = [mark(each) for stage in of.stages for each in stage.activities]
    if not marks:
        return f"{NO_ACTIVITIES if of.stages else NO_STAGES}."
    said = [("Мероприятий", len(marks)), ("Сделано", marks.count(Mark.DONE)), ("Просрочено", marks.count(Mark.OVERDUE))]
    if unwanted := marks.count(Mark.NOT_APPLICABLE):
        said.append(("Не требуется", unwanted))
    return " ".join(f"{what}: {many}." for what, many in said)


def year(of: RoadmapPaper) -> str:
    return f"{of.school_year}/{of.school_year + 1} учебный год"


def day(of: date) -> str:
    return f"{of:%d.%m.%Y}"


def shown(text: str) -> str:
    """People's words on one line, with the slip of most roadmaps corrected: «в течение»."""
    return _MISSPELT.sub(r"\1 течение", clean_line(text))


def stage_title(of: RoadmapStage) -> str:
    return f"{of.number}. {shown(of.title) or NAMELESS}"


def term(of: RoadmapStage) -> str:
    """The stage's term as the school wrote it, else the days of its window, else «»."""
    if written := shown(of.term):
        return written
    return f"с {day(of.window[0])} по {day(of.window[1])}" if of.window else ""


def _missing(of: RoadmapStage) -> Iterator[str]:
    if not shown(of.title):
        yield f"название этапа {of.number}"
    if not of.activities or not all(shown(each.text) for each in of.activities):
        yield f"мероприятия этапа {of.number}"
    if not of.confirmed or not _has_terms(of):
        yield f"сроки этапа {of.number}"
    if not of.confirmed or not shown(of.responsible):
        yield f"ответственный этапа {of.number}"


def _has_terms(of: RoadmapStage) -> bool:
    own = [has_own_term(each) for each in of.activities]
    return bool(term(of)) or (bool(own) and all(own))


def _school(of: RoadmapPaper) -> tuple[str, ...]:
    school = clean_line(of.school)
    return (_short(school, _LONGEST_SCHOOL),) if school else ()


def _coming(of: RoadmapPaper) -> Iterator[str]:
    every = (each for stage in of.stages for each in stage.activities)
    ahead = [(each.due, each) for each in every if each.due and each.due >= of.today and mark(each) not in _CLOSED]
    if ahead:
        yield "Ближайшие сроки:"
    for due, each in sorted(ahead, key=lambda one: one[0])[:_NEXT]:
        yield f"{day(due)}: {_short(shown(each.text) or NAMELESS, _LONGEST_TEXT)}"
    if not ahead and of.stages:
        yield "Ближайших сроков нет."


def _short(text: str, most: int) -> str:
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"
