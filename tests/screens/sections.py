"""The page of pictures: its parts in order, and which screens each shows."""

import re
from dataclasses import dataclass
from pathlib import Path

from handlers.presses import Spot

PAGE = Path(__file__).resolve().parents[2] / "docs" / "screens.md"
_SHOWN = re.compile(r"<!-- (screens|notices): ([^>]*) -->")


@dataclass(frozen=True, slots=True)
class Section:
    """`beginnings` are of the names of its spots."""

    name: str
    title: str
    beginnings: tuple[str, ...]


SECTIONS = (
    Section("entrance", "Вход, меню и свои данные", (
        "MENU", "OWN_MENU", "HELP", "CONSENT", "CONTACT", "NOTICE_FULL", "WHO_AM_I", "SCHOOLS", "MY_DATA", "WITHDRAW",
        "OWN_NAME", "PAUSE", "PUT_OFF", "ASK",
    )),
    Section("teacher", "Педагог: запрос, анкеты, поиск наставника", (
        "REQUEST", "MENTORING", "ASKED_FORM", "SEARCH", "YEAR_CONFIRM", "MY_MATERIALS", "MY_GATHERING",
    )),
    Section("pair", "Пара: предложение, встречи, программа", (
        "OFFER", "MY_PAIR", "MY_PROGRAMME", "MET_", "NOTE", "MEETING", "FREE_LESSONS", "FIT", "LEAVE_PAIR",
        "OTHER_MENTOR", "PROGRAMME",
    )),
    Section("people", "Координатор: сегодня, люди, приглашения, вопросы", (
        "TODAY", "PEOPLE", "PERSON", "IMPORT", "STAFF", "INVITES", "SLIPS", "APPROV", "NEWCOMER", "REFUSE", "QUESTION",
        "ERASURE", "DESTRUCTION",
    )),
    Section("banks", "Координатор: банки наставляемых и наставников", (
        "BANK", "SILENT", "REMIND", "MENTORS", "MENTOR",
    )),
    Section("forms", "Координатор: анкеты и мониторинг", (
        "FORM", "DRAFT", "TALLIES", "NAMELESS", "SURVEY", "MONITORING", "COMPARED", "SWOT",
    )),
    Section("pairs", "Координатор: пары и подбор", (
        "PAIR", "BY_HAND", "RANK", "TIMETABLE", "SIGNED", "OFFERS_BACK", "QUEUE", "REFERRAL",
    )),
    Section("library", "Материалы и копилка практик", ("MATERIAL", "SHELF", "PRACTICE", "MY_PRACTICES", "NOMINATION")),
    Section("events", "Мероприятия и объявления", (
        "GATHERING", "ATTENDANCE", "FEEDBACK", "MINUTES", "TASK", "WRITE", "ANNOUNCEMENT",
    )),
    Section("school", "Дорожная карта, календарь, настройки", ("ROADMAP", "OWN_", "CALENDAR", "SETTINGS", "JOURNAL")),
    Section("papers", "Бумаги и итоги года", ("PAPERS", "DOCUMENT", "DECLENSION", "HONOUR", "YEAR_")),
)  # fmt: skip

NOTICES = Section("notices", "Что бот пишет сам", ())


def section_of(spot: Spot) -> Section:
    """The longest beginning wins."""
    fitting = [
        (len(each), section) for section in SECTIONS for each in section.beginnings if spot.name.startswith(each)
    ]
    return max(fitting, key=lambda each: each[0])[1]


def shown(what: str) -> set[str]:
    """Which screens, or which notices, the page says it shows."""
    found = _SHOWN.findall(PAGE.read_text("utf-8"))
    return {name for kind, names in found if kind == what for name in names.split()}
