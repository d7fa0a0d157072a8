"""A school's own Word template: what is wrong with it, paragraph by paragraph, and what to do."""

from collections.abc import Mapping
from zoneinfo import ZoneInfo

from handlers.texts.common import local_day, safe
from mentoring.documents import Accepted, Standing
from mentoring.papers.templates.fields import Outline
from mentoring.papers.templates.found import TagProblem, TemplateFound, Trouble

OURS = "Скачать наш"
ACCEPT = "Принять"
GIVE_UP = "Вернуть наш"
GIVE_UP_YES = "Да, вернуть наш"
SHOWN = 8

_TROUBLES: Mapping[Trouble, str] = {
    Trouble.UNKNOWN: "такой метки нет",
    Trouble.BROKEN: "метка написана с ошибкой",
    Trouble.BRACE: "лишняя или непарная фигурная скобка",
    Trouble.ACROSS: "метка начата в одном абзаце, а закончена в другом: соедините их",
    Trouble.FORBIDDEN: "такой команды в шаблоне быть не может, оставьте только название",
    Trouble.LINES_AS_TEXT: "это список: его строки печатает {%tr for … %}",
    Trouble.TEXT_AS_LINES: "это не список, повторять нечего",
    Trouble.YES_AS_TEXT: "это можно только спросить в {% if … %}",
    Trouble.NOT_OPENED: "конец без начала",
    Trouble.NOT_CLOSED: "начало без конца",
    Trouble.PLACE: "команда стоит не на месте: {%tr … %} одна в строке таблицы, {%p … %} одна в абзаце, конец там же, где начало",
    Trouble.PICTURE: "это картинка: её метка стоит одна в абзаце, не в колонтитуле и не в надписи",
    Trouble.OUTSIDE: "метка в сноске или скрытом поле: перенесите её в текст",
    Trouble.BUILD: "метки верны, но документ из шаблона не собирается: возьмите наш и меняйте его понемногу",
}


def own(outline: Outline, of: Standing, zone: ZoneInfo) -> str:
    now = "Сейчас используется наш шаблон."
    if of.holding:
        sent = local_day(of.holding.sent_at, zone)
        now = f"Сейчас используется ваш шаблон, версия {of.holding.version} от {sent}."
    waits = " Новый проверен и ждёт: нажмите «Принять»." if of.waiting else ""
    return (
        f"<b>Шаблон: {safe(outline.title)}</b>\n\n{now}{waits}\n\nСкачайте наш, измените в Word слова и оформление, "
        "оставьте метки в двойных скобках и пришлите файл сюда. Бот проверит каждую метку."
    )


def ordered() -> str:
    return "Шаблон и список меток придут отдельными сообщениями через несколько секунд."


def found(outline: Outline, of: TemplateFound) -> str:
    head = f"<b>Шаблон: {safe(outline.title)}</b>\n\n"
    if not of.problems:
        return f"{head}Метки верны, документ собирается.{_unused(outline, of)}"
    lines = "\n\n".join(f"{number}. {_problem(each)}" for number, each in enumerate(of.problems[:SHOWN], start=1))
    more = len(of.problems) - SHOWN + of.more
    rest = f"\n\nИ ещё {more}." if more > 0 else ""
    return f"{head}Нужно исправить в Word и прислать ещё раз:\n\n{lines}{rest}"


def _problem(of: TagProblem) -> str:
    tag = f"<code>{safe(of.tag)}</code>: " if of.tag else ""
    near = (
        f" Похоже на <code>{safe(of.nearest)}</code>." if of.nearest and of.trouble is not Trouble.LINES_AS_TEXT else ""
    )
    place = f"\nАбзац: «{safe(of.paragraph)}»" if of.paragraph and of.paragraph != of.tag else ""
    return f"{tag}{safe(_TROUBLES[of.trouble])}.{near}{place}"


def _unused(outline: Outline, of: TemplateFound) -> str:
    left = [field.what for name in of.unused if (field := outline.field(name))]
    return f"\n\nВ шаблоне не используется: {safe('; '.join(left[:SHOWN]))}." if left else ""


def accepted(of: Accepted) -> str:
    return f"Принято: версия {of.version}. Следующий документ соберётся по вашему шаблону."


def give_up_ask(version: int) -> str:
    return (
        f"Вернуть наш шаблон вместо вашего (версия {version})? Готовые бумаги не изменятся. "
        "Чтобы снова включить свой, его нужно будет прислать ещё раз."
    )


def given_up() -> str:
    return "Снова используется наш шаблон. Ваш сохранён: пришлите его ещё раз, если понадобится."


def not_current() -> str:
    return "Этот шаблон уже заменён другим или принят."
