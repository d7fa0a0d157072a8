"""What was written to many: the list, what became of one, who has not read it."""

from collections.abc import Mapping
from zoneinfo import ZoneInfo

from handlers.texts.common import day, label_of, pages, people, safe
from mentoring.announced import AnnouncedPage, Announcement, Fate, Report, Tally, UnreadPage
from storage.vocabulary import AnnouncementState, Audience

STOP = "Остановить отправку"
TO_REPORT = "К сообщению"
TO_LIST = "К отправленным"

_TO: Mapping[Audience, str] = {
    Audience.EVERYBODY: "всем",
    Audience.SILENT: "педагогам без запроса",
    Audience.MENTEES: "наставляемым",
    Audience.MENTORS: "наставникам",
    Audience.COORDINATORS: "координаторам",
}
_FATES: Mapping[Fate, str] = {
    Fate.WAITING: "ещё не отправлено",
    Fate.ARRIVED: "не отмечено",
    Fate.LOST: "не доставлено, скажите лично",
}


def page(of: AnnouncedPage) -> str:
    if not of.lines:
        return "<b>Отправленные сообщения</b>\n\nПока ничего не отправлено."
    return f"<b>Отправленные сообщения</b>: {of.total}{pages(of.number, of.pages)}"


def line(of: Announcement, zone: ZoneInfo) -> str:
    """A button: the day, then how it begins."""
    when = f"{of.sent_at.astimezone(zone):%d.%m} · " if of.sent_at else ""
    return label_of(when + " ".join(of.text.split()))


def report(of: Report, zone: ZoneInfo) -> str:
    written = of.announcement
    when = f"{day(written.sent_at.astimezone(zone).date())}, " if written.sent_at else ""
    stopped = "\nОтправка остановлена." if written.state is AnnouncementState.STOPPED else ""
    return f"<b>Сообщение</b>, {when}{_TO[written.audience]}\n\n{safe(written.text)}\n\n{_numbers(of)}{stopped}"


def _numbers(of: Report) -> str:
    tally = of.tally
    numbers = [
        f"Отправлено: {tally.sent} из {tally.total}.",
        f"Прочитали: {tally.read}.",
        f"Ещё не отправлено: {tally.waiting}." if tally.waiting else "",
        f"Не доставлено: {of.lost}." if of.lost else "",
    ]
    return "\n".join(each for each in numbers if each)


def unread_label(count: int) -> str:
    return f"Кто не прочитал ({count})"


def unread(of: UnreadPage, named: Mapping[int, str]) -> str:
    if not of.lines:
        return "<b>Кто не прочитал</b>\n\nПрочитали все."
    lines = "\n".join(f"• {safe(named[each.id])}: {_FATES[each.fate]}" for each in of.lines)
    return f"<b>Кто не прочитал</b>: {people(of.total)}\n\n{lines}{pages(of.number, of.pages)}"


def stop_ask(of: Tally) -> str:
    return (
        f"Остановить отправку? Ушло: {of.sent} из {of.total}, не получат: {people(of.waiting)}. "
        "Вернуть отправку потом нельзя."
    )


def stopped() -> str:
    return "Отправка остановлена."


def nothing_to_stop() -> str:
    return "Останавливать нечего: отправка уже закончена или остановлена."
