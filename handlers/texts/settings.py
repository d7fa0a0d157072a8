"""«Настройки»: the school as it is, and what changes when it is changed."""

from collections.abc import Mapping
from datetime import datetime

from handlers.texts.common import cut, safe
from mentoring.schools import Field, Settings
from storage.vocabulary import Privacy

FIELDS: Mapping[Field, str] = {
    Field.NAME: "Полное название",
    Field.SHORT_NAME: "Короткое название",
    Field.CITY: "Город",
    Field.ADDRESS: "Адрес школы",
    Field.DIRECTOR: "Директор",
    Field.PSYCHOLOGIST_HOURS: "Часы психолога",
    Field.DIRECTOR_POST: "Должность директора",
    Field.COORDINATOR_POST: "Должность куратора",
    Field.GROUNDS: "Основания документов",
    Field.REGIONAL_ACT: "Региональный акт",
    Field.OGRN: "ОГРН",
    Field.UNION_CHAIR: "Председатель профсоюза",
    Field.AGREEMENTS_BY: "Кто оформляет доп. соглашения",
}
FOR_PAPERS = "Для документов"
ZONE = "Часовой пояс"
_DEFAULTS: Mapping[Field, str] = {
    Field.DIRECTOR_POST: "Директор",
    Field.COORDINATOR_POST: "как в карточке координатора",
    Field.GROUNDS: "ст. 351.8 ТК РФ и письмо от 21.12.2021",
}
YEAR = "Учебный год"
WEEK = "Рабочая неделя"
PRIVACY = "Файлы с фамилиями"
STRICT = "Складывать на сервере"
NOT_STRICT = "Присылать в чат"
AGAIN = "Попробовать ещё раз"
WEEKS: Mapping[str, str] = {"12345": "Пять дней", "123456": "Шесть дней"}

# From west to east, as people call them.
ZONES: Mapping[str, str] = {
    "Europe/Kaliningrad": "Калининград",
    "Europe/Moscow": "Москва",
    "Europe/Samara": "Самара",
    "Asia/Yekaterinburg": "Екатеринбург",
    "Asia/Omsk": "Омск",
    "Asia/Krasnoyarsk": "Красноярск",
    "Asia/Irkutsk": "Иркутск",
    "Asia/Yakutsk": "Якутск",
    "Asia/Vladivostok": "Владивосток",
    "Asia/Magadan": "Магадан",
    "Asia/Kamchatka": "Камчатка",
}


def settings(of: Settings) -> str:
    school = of.school
    address = safe(school.address) or "не указан, в бланке будет пустая строка"
    hours = f"\nПсихолог принимает: {safe(of.psychologist_hours)}" if of.psychologist_hours else ""
    files = "на сервере" if school.privacy is Privacy.STRICT else "в чате"
    week = WEEKS.get(school.working_weekdays, school.working_weekdays).lower()
    return (
        f"<b>Настройки</b>\n\n{safe(school.name)}\nКоротко: {safe(school.short_name)}\nГород: {safe(school.city)}\n"
        f"Адрес: {address}\nДиректор: {safe(school.director) or 'не указан'}\nЧасовой пояс: {ZONES[of.zone]}, сейчас {of.local_time:%H:%M}\n"
        f"Учебный год: {year(school.school_year)}\nРабочая неделя: {week}\nФайлы с фамилиями: {files}{hours}"
    )


def for_papers(known: Mapping[Field, str]) -> str:
    """What is not typed has its default, where there is one."""
    lines = "\n".join(
        f"{FIELDS[field]}: {safe(cut(value, 120)) or _DEFAULTS.get(field, 'не указано')}"
        for field, value in known.items()
    )
    return f"<b>{FOR_PAPERS}</b>\n\nЭти сведения бот ставит в приказы и другие бумаги.\n\n{lines}"


def year(begins: int) -> str:
    return f"{begins}/{begins + 1}"


def changed() -> str:
    return "Записано."


def field_ask(field: Field, now: str) -> str:
    none = "не указан" if field in (Field.CITY, Field.ADDRESS, Field.DIRECTOR) else "не указано"
    known = f"Сейчас: {safe(now)}" if now else f"Сейчас: {none}."
    if field is Field.CITY:
        return f"<b>{FIELDS[field]}</b>. {known}\nЕсли город известен боту, часовой пояс сменится вместе с ним."
    if field is Field.PSYCHOLOGIST_HOURS:
        known = known if now else "Сейчас: не указаны."
        return f"<b>{FIELDS[field]}</b>. {known}\nИх увидят те, кто ждёт наставника. Чтобы убрать, напишите «нет»."
    if field is Field.REGIONAL_ACT:
        return f"<b>{FIELDS[field]}</b>. {known}\nНазвание, номер и дата акта региона о наставничестве. Если его нет, напишите «нет»."
    return f"<b>{FIELDS[field]}</b>. {known}"


def zone_ask(of: Settings) -> str:
    return (
        f"Сейчас: {ZONES[of.zone]}, {of.local_time:%H:%M}. Выберите город с тем же временем, что и в школе: "
        "по нему бот узнаёт, когда можно писать."
    )


def zone_line(zone: str, local: datetime) -> str:
    return f"{ZONES[zone]}, сейчас {local:%H:%M}"


def year_ask(of: Settings) -> str:
    return f"Сейчас: {year(of.school.school_year)}. От учебного года зависят сроки этапов и срок согласия."


def week_ask(of: Settings) -> str:
    week = WEEKS.get(of.school.working_weekdays, of.school.working_weekdays).lower()
    return f"Сейчас: {week}. По дням, когда школа не работает, бот первым не пишет."


def privacy_ask(of: Settings) -> str:
    if of.school.privacy is Privacy.STRICT:
        return (
            "Сейчас файлы с фамилиями бот кладёт в папку exports на сервере, в чате только имя файла. "
            "Если присылать их в чат, они останутся в переписке Telegram."
        )
    return (
        "Сейчас файлы с фамилиями (банк, бланки, приглашения) приходят в чат. Можно складывать их в папку exports "
        "на сервере: тогда в чате будет только имя файла. Сначала проверим, что папка вам доступна."
    )


def strict_on() -> str:
    return "Число подошло. Теперь файлы с фамилиями складываются на сервере, в чате будет только имя файла."


def strict_refused() -> str:
    return (
        "Это другое число, поэтому файлы по-прежнему приходят в чат. Попробуйте ещё раз: бот положит новый файл. "
        "Если папка не открывается, обратитесь к тому, кто ведёт сервер."
    )


def not_strict() -> str:
    return "Теперь файлы с фамилиями приходят в чат."
