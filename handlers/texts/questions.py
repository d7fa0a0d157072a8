"""Questions to the coordinator: what waits, one of them, the reply."""

from collections.abc import Mapping
from datetime import datetime
from zoneinfo import ZoneInfo

from handlers.texts.common import local_day, pages, safe
from handlers.texts.people import label
from mentoring.questions import QuestionsPage
from mentoring.rules.names import short_name

REPLY = "Ответить"
TO_QUESTIONS = "К вопросам"
NAMELESS = "Без имени"
SHOWN = 120


def page(of: QuestionsPage, named: Mapping[int, str], zone: ZoneInfo) -> str:
    if not of.total:
        return "<b>Вопросы</b>\n\nВопросов без ответа нет."
    lines = (
        f"<b>{safe(named[each.id] or NAMELESS)}</b>, {local_day(each.asked_at, zone)}\n{safe(_beginning(each.text))}"
        for each in of.lines
    )
    head = f"<b>Вопросы</b>, ждут ответа: {of.total}"
    return f"{head}\n\n" + "\n\n".join(lines) + pages(of.number, of.pages)


def line(name: str) -> str:
    return label(name or NAMELESS)


def question(full_name: str, about: str, text: str, asked_at: datetime, zone: ZoneInfo) -> str:
    """The whole question; the asker's answers are not here."""
    place = f"\nО вопросе анкеты: «{safe(about)}»" if about else ""
    who = safe(short_name(full_name) or NAMELESS)
    return f"<b>{who}</b>, {local_day(asked_at, zone)}{place}\n\n{safe(text)}"


def replied(reply: str) -> str:
    return f"На этот вопрос уже ответили:\n{safe(reply)}"


def gone() -> str:
    return "Этого вопроса больше нет."


def _beginning(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= SHOWN else flat[: SHOWN - 1].rstrip() + "…"
