"""Words that stay the same everywhere, and the pieces that texts are made of."""

from datetime import date, datetime
from html import escape
from zoneinfo import ZoneInfo

AGREE = "Согласен(на)"
DISAGREE = "Не согласен(на)"
READ_TEXT = "Прочитать текст"
START = "Начать"
GO_ON = "Продолжить"
BEGIN_ANEW = "Начать заново"
BACK = "Назад"
SKIP = "Пропустить"
NEXT = "Дальше"
DONE = "Готово"
CHANGE = "Изменить"
SEND = "Отправить"
LATER = "Продолжить позже"
ASK_COORDINATOR = "Спросить координатора"
MENU = "Меню"
TAKEN_AWAY = "Ответ убран из чата."
DELETE_YOURSELF = (
    "Бот не смог убрать из чата то, что вы написали: Telegram разрешает это только двое суток. Удалите, пожалуйста, своё "
    "сообщение сами: нажмите на него и выберите «Удалить»."
)
RATHER_NOT_SAY = "Не хочу отвечать"
CANCEL = "Отменить"
UNDERSTOOD = "Понятно"
MORE = "Подробнее"
LONGEST_LABEL = 40
LEAST_ROOM = 20
EARLIER, FURTHER = "◀ Раньше", "Ещё ▶"

_MONTHS = [
    "января",
    "февраля",
    "марта",
    "апреля",
    "мая",
    "июня",
    "июля",
    "августа",
    "сентября",
    "октября",
    "ноября",
    "декабря",
]


def safe(text: str) -> str:
    """What people typed, as text inside HTML."""
    return escape(text, quote=False)


def day(of: date) -> str:
    """«15 сентября»."""
    return f"{of.day} {_MONTHS[of.month - 1]}"


def full_day(of: date) -> str:
    """«15.09.2026»."""
    return of.strftime("%d.%m.%Y")


def local_day(moment: datetime, zone: ZoneInfo) -> str:
    """«15.09.2026» where the school is."""
    return full_day(moment.astimezone(zone).date())


def stop(text: str) -> str:
    """The end of a sentence; initials, and many of what people type, end with a full stop already."""
    return text if text.endswith(".") else f"{text}."


def cut(text: str, room: int) -> str:
    """As much of it as there is room for."""
    return text if len(text) <= room else f"{text[: room - 1].rstrip()}…"


def room_of_each(lines: int, most: int, *, whole: int = 2_800, beside: int = 55) -> int:
    """How much of a school's own wording a line may take, so that all of them and what stands beside fit a message."""
    return min(most, max(LEAST_ROOM, whole // max(lines, 1) - beside))


def label_of(text: str) -> str:
    """As much of it as a button shows."""
    return cut(text, LONGEST_LABEL)


def plural(count: int, one: str, few: str, many: str) -> str:
    """«1 вопрос», «3 вопроса», «5 вопросов», with the number."""
    last, teen = count % 10, 11 <= count % 100 <= 14
    if last == 1 and not teen:
        return f"{count} {one}"
    if 2 <= last <= 4 and not teen:
        return f"{count} {few}"
    return f"{count} {many}"


def people(count: int) -> str:
    return plural(count, "человек", "человека", "человек")


def people_dative(count: int) -> str:
    """«отправить 1 человеку», «27 людям»."""
    return f"{count} человеку" if count % 10 == 1 and count % 100 != 11 else f"{count} людям"


def questions(count: int) -> str:
    return plural(count, "вопрос", "вопроса", "вопросов")


def pages(number: int, of: int) -> str:
    """«Страница 2 из 5», nothing when there is one."""
    return f"\n\nСтраница {number + 1} из {of}" if of > 1 else ""
