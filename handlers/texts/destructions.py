"""Acts of destruction: of whose data, by the number of the record, and the act's own number."""

from zoneinfo import ZoneInfo

from handlers.texts.common import full_day, label_of, local_day, pages, plural, safe, stop
from mentoring.destructions import Destroyed, DestroyedPage, Run
from mentoring.documents import Made
from mentoring.documents.filled import Register

TITLE = "Акты об уничтожении"
TO_LIST = "К актам"
MAKE = "Собрать акт (Word)"
NUMBER = "Номер и дата акта"
NUMBER_ANEW = "Исправить номер и дату"
OF_YEAR = "Акт об уничтожении"


def page(of: DestroyedPage) -> str:
    if not of.total:
        return f"<b>{TITLE}</b>\n\nДанных ещё никто не уничтожал."
    return (
        f"<b>{TITLE}</b>\n\nУничтожено записей: {of.total}. Имён бот не хранит, поэтому запись названа по номеру и дню."
        f"{pages(of.number, of.pages)}"
    )


def line(of: Destroyed, zone: ZoneInfo) -> str:
    return label_of(f"Запись {of.person_id}, {local_day(of.at, zone)}")


def one(of: Run, number: Register | None, zone: ZoneInfo) -> str:
    what = (
        f"Данные {of.school_year}/{of.school_year + 1} года: "
        f"{plural(len(of.destroyed), 'запись', 'записи', 'записей')}."
        if of.school_year
        else f"Запись {stop(safe(of.about))}"
    )
    act = f"Акт № {safe(number.number)} от {full_day(number.dated_on)}." if number else "Номера у акта пока нет."
    return (
        f"<b>Акт об уничтожении данных</b>\n\n{what} Уничтожено {local_day(of.at, zone)}. {act}\n\n"
        "В акте номера записей, перечень данных, причина и выгрузка из журнала. Номер можно вписать от руки."
    )


def made(of: Made) -> str:
    if of is Made.COPY:
        return "Содержание то же, поэтому акт придёт с пометкой «Копия»."
    if of is Made.CHANGED:
        return "Данные школы изменились: акт придёт без номера, внесите номер заново."
    return "Акт придёт отдельным сообщением через несколько секунд."


def gone() -> str:
    return "Такой записи об уничтожении нет."
