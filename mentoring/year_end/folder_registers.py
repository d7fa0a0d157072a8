"""Registers of «Папка проверки»: numbers, dates and lists of what lies signed in the school."""

from mentoring.gatherings.kinds import NAMES
from mentoring.papers.folder_values import Register
from mentoring.papers.year_values import YearReport
from storage import gatherings, papers
from storage.tx import Tx
from storage.vocabulary import PaperState

_ALL = 10_000


async def consents(tx: Tx, school_id: int) -> Register:
    """Whose signed sheets the school has, and since when."""
    rows = tuple(
        (
            each.full_name,
            each.position,
            "получено" if each.state is PaperState.RECEIVED else "не получено",
            f"{each.received_on:%d.%m.%Y}" if each.received_on else "",
        )
        for each in await papers.page(tx, school_id, offset=0, limit=_ALL)
    )
    return Register("Согласия на обработку данных", ("ФИО", "Должность", "Бланк", "Дата"), rows)


def orders(of: YearReport) -> Register:
    rows = tuple((each.title, each.number, f"{each.dated_on:%d.%m.%Y}" if each.dated_on else "") for each in of.orders)
    return Register("Приказы", ("Документ", "Номер", "Дата"), rows)


def events(of: YearReport) -> Register:
    rows = tuple(
        (each.title, f"{each.day:%d.%m.%Y}", f"{each.attended + each.guests}", each.number or "протокола нет")
        for each in of.events
    )
    return Register("Мероприятия", ("Мероприятие", "Дата", "Были", "Протокол №"), rows)


async def registration(tx: Tx, school_id: int, school_year: int) -> Register:
    """Who was at each event, but for those who have withdrawn; the sheet with signatures lies in the school."""
    rows = [
        (NAMES[event.kind], f"{event.day:%d.%m.%Y}", each.full_name, each.position)
        for event in await gatherings.of_year(tx, school_id, school_year)
        if event.held
        for each in await gatherings.on_list(tx, event.id)
        if each.attended and each.full_name
    ]
    return Register("Кто был на мероприятиях", ("Мероприятие", "Дата", "ФИО", "Должность"), tuple(rows))
