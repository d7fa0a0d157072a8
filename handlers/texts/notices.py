"""What the bot says first: short, with the button that acts."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from handlers.texts import today
from handlers.texts.common import day, full_day, plural, questions, safe
from mentoring.rules.names import short_name
from mentoring.today import Today

NOT_NOW = "Не сейчас, через неделю"


def of_school(name: str) -> str:
    """Above every notice to somebody who is in several schools."""
    return f"<b>{safe(name)}</b>"


def begin() -> str:
    return "Координатор собирает запросы педагогов: какая поддержка нужна именно вам. Это 3 минуты."


def begin_again() -> str:
    return (
        "Координатор собирает запросы педагогов и ждёт вашего. Это 3 минуты, прерваться можно на любом вопросе: ответы "
        "сохранятся. Если поддержка не нужна, это тоже ответ."
    )


def begin_last() -> str:
    return (
        "Координатор собирает запросы педагогов, скоро по ним подберут наставников. Запрос займёт 3 минуты. Больше бот "
        "об этом не напомнит; запрос всегда ждёт вас в меню."
    )


def go_on(left: int) -> str:
    if not left:
        return "Профессиональный запрос почти готов: осталось проверить ответы и отправить. Продолжить?"
    return f"Профессиональный запрос: {left_words(left)}. Продолжить?"


def left_words(left: int) -> str:
    """«осталось 3 вопроса, около минуты»."""
    verb = "остался" if left % 10 == 1 and left % 100 != 11 else "осталось"
    return f"{verb} {questions(left)}, {_time(left)}"


def _time(left: int) -> str:
    minutes = max(1, round(left * 0.4))
    return (
        "около минуты" if minutes == 1 else f"около {minutes} {plural(minutes, 'минуты', 'минут', 'минут').split()[1]}"
    )


def withdrawal(full_name: str, erase_by: date | None) -> str:
    until = f" до {full_day(erase_by)}" if erase_by else ""
    return (
        f"{safe(short_name(full_name))}: согласие на обработку данных отозвано. Данные уже скрыты, "
        f"их нужно уничтожить{until}; в этот день они уничтожатся сами."
    )


def away(since: datetime, until: datetime, zone: ZoneInfo) -> str:
    return (
        f"Бот не работал с {_moment(since, zone)} до {_moment(until, zone)}. Telegram хранит сообщения не дольше суток, "
        "поэтому часть того, что за это время написали или нажали, могла пропасть. "
        "Если кто-то ждёт ответа, попросите повторить."
    )


def _moment(moment: datetime, zone: ZoneInfo) -> str:
    """«15 сентября, 14:05» where the school is."""
    local = moment.astimezone(zone)
    return f"{day(local.date())}, {local:%H:%M}"


def news(of: Today) -> str:
    return today.brief(of)


def reply(asked: str, answered: str) -> str:
    return f"Вы спрашивали: «{safe(asked)}»\n\nКоординатор отвечает:\n{safe(answered)}"
