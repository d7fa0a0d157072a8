"""The journal in the chat."""

from handlers.texts.common import pages, safe
from mentoring.acts import ActLine, ActsPage

TITLE = "Журнал"
BOOK = "Журнал в Excel"


def page(of: ActsPage) -> str:
    lines = "\n".join(_line(each) for each in of.lines) or "Записей пока нет."
    return f"<b>Журнал</b>: кто, что и когда сделал\n\n{lines}{pages(of.number, of.pages)}"


def _line(of: ActLine) -> str:
    whom = f" ({safe(of.whom)})" if of.whom else ""
    return f"• {of.at:%d.%m %H:%M} {safe(of.who)}: {safe(of.what)}{whom}"


def ordered() -> str:
    return "Журнал за год придёт отдельным сообщением через несколько секунд."
